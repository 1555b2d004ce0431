// SPDX-License-Identifier: Apache-2.0

import NIOPosix
import NIOSSL

extension MailFailure {
    /// A fault of the line under the conversation, in words an operator can do something with.
    init(_ stage: Stage, error: any Error) {
        switch error {
        case let failure as MailFailure: self = failure
        case let fault as NIOConnectionError: self.init(.connect, Self.words(fault))
        case let fault as NIOSSLExtraError where fault == .failedToValidateHostname:
            self.init(.tls, "the server's certificate is made out to another name")
        case is NIOSSLError, is BoringSSLError, is NIOSSLExtraError: self.init(.tls, Self.words(ofTLS: "\(error)"))
        default: self.init(stage, oneLine(String("\(error)".prefix(300))))
        }
    }

    private static func words(_ fault: NIOConnectionError) -> String {
        let reasons = fault.connectionErrors.map { "\($0.error)" }
        if let first = reasons.first { return "\(fault.host):\(fault.port) cannot be reached: \(first)" }
        return "the name \(fault.host) cannot be looked up"
    }

    private static func words(ofTLS text: String) -> String {
        if text.contains("CERTIFICATE_VERIFY_FAILED") { return "the server's certificate is not trusted" }
        if text.contains("WRONG_VERSION_NUMBER") { return "the server does not speak TLS on this port" }
        // Without the place in the library's source that follows.
        let code = text.split { !($0.isLetter || $0 == "_") }.first { $0.count > 8 && $0.allSatisfy { $0.isUppercase || $0 == "_" } }
        return "the encryption failed\(code.map { ": \($0)" } ?? "")"
    }
}
