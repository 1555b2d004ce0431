// SPDX-License-Identifier: Apache-2.0

import Subprocess
import SystemPackage

/// One worker process, from its start to its end.
struct PressWorker {
    private typealias Running = Execution<CustomWriteInput, SequenceOutput, FileDescriptorOutput>

    /// Papers one process sets before a fresh one takes its place, so that what Typst remembers stays small.
    private static let papersPerLife = 2000

    let settings: PressSettings
    let press: PaperPress

    /// Starts a process for the order and sets what follows it, until the press stops or the process ends.
    func serve(from first: PaperPress.Order) async {
        do {
            _ = try await Subprocess.run(configuration, input: .inputWriter, output: .sequence, error: .currentStandardError) { execution in
                var line = PressLine(writer: execution.standardInputWriter, output: execution.standardOutput.makeAsyncIterator())
                await serve(from: first, execution, &line)
            }
        } catch {
            // Whoever has their answer already hears nothing of this.
            await press.settle(first, .failure(.unavailable))
        }
    }

    private var configuration: Configuration {
        let executable: Executable = settings.python.contains("/") ? .path(FilePath(settings.python)) : .name(settings.python)
        var platform = PlatformOptions()
        platform.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .seconds(2))]
        return Configuration(
            executable: executable, arguments: Arguments([settings.worker] + settings.folders),
            environment: .inherit.updating(["PYTHONDONTWRITEBYTECODE": "1", "PYTHONSAFEPATH": "1"]), platformOptions: platform)
    }

    private func serve(from first: PaperPress.Order, _ execution: Running, _ line: inout PressLine) async {
        guard case .ready? = await answer(of: execution, &line) else {
            await press.settle(first, .failure(.unavailable))
            return end(execution)
        }
        var order: PaperPress.Order? = first
        var papers = 0
        while let current = order {
            guard await set(current, execution, &line) else { return end(execution) }
            papers += 1
            guard papers < Self.papersPerLife else { return }
            order = await press.next()
        }
    }

    /// False when the process is of no more use.
    private func set(_ order: PaperPress.Order, _ execution: Running, _ line: inout PressLine) async -> Bool {
        let clock = ContinuousClock()
        let began = clock.now
        guard await line.send(order.request) else {
            await press.retry(order)
            return false
        }
        switch await answer(of: execution, &line) {
        case .paper(let bytes): await press.settle(order, .success(bytes))
        case .refused(let why): await press.settle(order, .failure(.refused(why)))
        case .ready, nil:
            if clock.now - began >= settings.timeLimit {
                await press.settle(order, .failure(.tooSlow))
            } else {
                await press.retry(order)
            }
            return false
        }
        return true
    }

    /// What the process says within the time limit; at its end the process is killed, which ends the waiting too.
    private func answer(of execution: Running, _ line: inout PressLine) async -> PressLine.Answer? {
        let limit = settings.timeLimit
        async let _ = {
            if (try? await Task.sleep(for: limit)) != nil { try? execution.send(signal: .kill) }
        }()
        return await line.receive()
    }

    private func end(_ execution: Running) {
        try? execution.send(signal: .kill)
    }
}
