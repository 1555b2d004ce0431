// SPDX-License-Identifier: Apache-2.0

import Logging

/// Lines on standard error. What is known of a request is put into words only when a line about it is written, for most requests
/// are served without one.
struct LogLines: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .info
    private let stream: Stream

    init(label: String) {
        stream = Stream(handler: .standardError(label: label))
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var handler = stream.handler
        handler.metadata = metadata
        handler.log(event: event)
    }

    /// Shared by every copy, so that a logger of one request is small.
    private final class Stream: Sendable {
        let handler: StreamLogHandler

        init(handler: StreamLogHandler) {
            self.handler = handler
        }
    }
}
