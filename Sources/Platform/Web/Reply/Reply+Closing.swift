// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
    /// The same answer, after which the connection is closed: what the sender still pushes is not read. The short wait
    /// lets the answer reach them before the reset does.
    func closing(_ channel: (any Channel)?) -> Response {
        guard let channel else { return self }
        var response = self
        let (body, length) = (response.body, response.body.contentLength)
        response.body = ResponseBody(contentLength: length) { writer in
            try await body.write(writer)
            try? await Task.sleep(for: .milliseconds(300))
            channel.close(promise: nil)
        }
        response.headers[.connection] = "close"
        return response
    }
}
