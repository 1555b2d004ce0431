// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Hummingbird
import Kernel
import NIOCore

/// Reads the body of one request as a form, once, under the limits.
struct FormReader {
    let limits: FormLimits
    let uploadFolder: String?
    let visit: Visit

    func read(_ request: Request) async throws -> FormData {
        let type: ContentType
        do {
            type = try ContentType(request.headers[.contentType])
        } catch {
            throw error.userError
        }
        switch type {
        case .urlEncoded: return try await readURLEncoded(request)
        case .multipart(let boundary): return try await readMultipart(request, boundary: boundary)
        case .json, .other:
            // A button without fields may come without any body.
            guard request.headers[.contentType] == nil, !request.hasBody else { throw FormProblem.notAForm.userError }
            return FormData()
        }
    }

    private func readURLEncoded(_ request: Request) async throws -> FormData {
        let bytes = try await collectedBody(request, limit: limits.textBytes)
        let pairs = try decodedPairs(bytes, limit: limits.fields)
        guard pairs.allSatisfy({ $0.value.utf8.count <= limits.fieldBytes }) else { throw FormProblem.fieldTooLarge.userError }
        return FormData(pairs)
    }

    private func readMultipart(_ request: Request, boundary: [UInt8]) async throws -> FormData {
        try refuseDeclaredLength(request, limit: limits.totalBytes)
        var parser = MultipartParser(boundary: boundary)
        var collector = PartCollector(limits: limits, uploadFolder: uploadFolder, visit: visit)
        var total = 0
        do {
            for try await chunk in request.body {
                total += chunk.readableBytes
                guard total <= limits.totalBytes else { throw FormProblem.bodyTooLarge(limit: limits.totalBytes) }
                for event in try parser.consume(chunk.readableBytesView) { try await collector.take(event) }
            }
            try parser.finish()
        } catch {
            await collector.abandon()
            throw readable(error)
        }
        if let problem = collector.problem {
            // The text is whole; whoever answers can still show it.
            visit.with { $0.form = collector.form }
            throw problem.userError
        }
        return collector.form
    }
}

/// The whole body, refused once it passes `limit`.
func collectedBody(_ request: Request, limit: Int) async throws -> [UInt8] {
    try refuseDeclaredLength(request, limit: limit)
    var bytes: [UInt8] = []
    do {
        for try await chunk in request.body {
            guard bytes.count + chunk.readableBytes <= limit else { throw FormProblem.bodyTooLarge(limit: limit) }
            bytes.append(contentsOf: chunk.readableBytesView)
        }
    } catch {
        throw readable(error)
    }
    return bytes
}

private func refuseDeclaredLength(_ request: Request, limit: Int) throws(UserError) {
    guard let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit else { return }
    throw FormProblem.bodyTooLarge(limit: limit).userError
}

/// What ended the reading, as an error a person can be told. A connection that breaks off is the sender's, not a fault of ours.
func readable(_ error: any Error) -> any Error {
    switch error {
    case let problem as FormProblem: problem.userError
    case is UserError, is SystemError, is CancellationError: error
    default: FormProblem.unreadable.userError
    }
}
