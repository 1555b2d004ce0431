// SPDX-License-Identifier: Apache-2.0

/// Reads `multipart/form-data` (RFC 7578) as it arrives. Pure: bytes go in, events come out, whatever the chunk sizes.
struct MultipartParser {
    enum Event: Equatable {
        case part(PartHeader)
        case data([UInt8])
        case end
    }

    private enum State {
        case preamble, delimiter, headers, bodyStart, body, epilogue
    }

    private let delimiter: [UInt8]
    private var state = State.preamble
    /// Bytes not yet decided upon. The first delimiter needs no line end before it, so we lend it one.
    private var pending: [UInt8] = [13, 10]
    private var start = 0
    private var skipped = 0

    private static let maximumHeaderBytes = 16 * 1024
    private static let maximumPreambleBytes = 64 * 1024

    init(boundary: [UInt8]) {
        delimiter = [13, 10, 45, 45] + boundary
    }

    mutating func consume(_ chunk: some Collection<UInt8>) throws(FormProblem) -> [Event] {
        pending.append(contentsOf: chunk)
        var events: [Event] = []
        while try step(&events) {}
        pending.removeSubrange(..<start)
        start = 0
        return events
    }

    /// Says that nothing more comes.
    func finish() throws(FormProblem) {
        guard case .epilogue = state else { throw .truncated }
    }

    /// One step; false when more bytes are needed.
    private mutating func step(_ events: inout [Event]) throws(FormProblem) -> Bool {
        switch state {
        case .preamble: try skipPreamble()
        case .delimiter: try readDelimiterEnd()
        case .headers: try readHeaders(&events)
        case .bodyStart: beginBody()
        case .body: readBody(&events)
        case .epilogue: skipRest()
        }
    }

    private mutating func skipPreamble() throws(FormProblem) -> Bool {
        if let found = index(of: delimiter) {
            start = found + delimiter.count
            state = .delimiter
            return true
        }
        let keep = max(start, pending.count - delimiter.count + 1)
        skipped += keep - start
        start = keep
        guard skipped <= Self.maximumPreambleBytes else { throw .brokenMultipart }
        return false
    }

    /// After the boundary stands `--` (the end) or spaces and a line end.
    private mutating func readDelimiterEnd() throws(FormProblem) -> Bool {
        var index = start
        guard pending.count >= index + 2 else { return false }
        if pending[index] == 45, pending[index + 1] == 45 {
            start = index + 2
            state = .epilogue
            return true
        }
        while index < pending.count, pending[index] == 32 || pending[index] == 9 { index += 1 }
        guard index - start < 256 else { throw .brokenMultipart }
        guard pending.count >= index + 2 else { return false }
        guard pending[index] == 13, pending[index + 1] == 10 else { throw .brokenMultipart }
        start = index + 2
        state = .headers
        return true
    }

    private mutating func readHeaders(_ events: inout [Event]) throws(FormProblem) -> Bool {
        // A part without any header has no name.
        if pending[start...].starts(with: [13, 10]) { throw .brokenMultipart }
        guard let end = index(of: [13, 10, 13, 10]) else {
            guard pending.count - start <= Self.maximumHeaderBytes else { throw .brokenMultipart }
            return false
        }
        guard end - start <= Self.maximumHeaderBytes else { throw .brokenMultipart }
        events.append(.part(try PartHeader(pending[start..<end])))
        // The line end of the empty line may already belong to the next boundary, when the part is empty.
        start = end + 2
        state = .bodyStart
        return true
    }

    private mutating func beginBody() -> Bool {
        guard pending.count >= start + delimiter.count else { return false }
        if !pending[start...].starts(with: delimiter) { start += 2 }
        state = .body
        return true
    }

    private mutating func readBody(_ events: inout [Event]) -> Bool {
        if let found = index(of: delimiter) {
            if found > start { events.append(.data(Array(pending[start..<found]))) }
            events.append(.end)
            start = found + delimiter.count
            state = .delimiter
            return true
        }
        let safe = pending.count - delimiter.count + 1
        if safe > start {
            events.append(.data(Array(pending[start..<safe])))
            start = safe
        }
        return false
    }

    private mutating func skipRest() -> Bool {
        start = pending.count
        return false
    }

    /// Where `pattern` begins in what is pending.
    private func index(of pattern: [UInt8]) -> Int? {
        let first = pattern[0]
        var from = start
        return pending.withUnsafeBufferPointer { bytes in
            while from + pattern.count <= bytes.count {
                guard let candidate = bytes[from...].firstIndex(of: first), candidate + pattern.count <= bytes.count else { return nil }
                if bytes[candidate..<candidate + pattern.count].elementsEqual(pattern) { return candidate }
                from = candidate + 1
            }
            return nil
        }
    }
}
