// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Hummingbird

/// Who really asks, and how, when a proxy asks for him. Only proxies of known addresses are believed: anybody can write these
/// headers. The peer's address is written out only where it matters.
struct ForwardedVisit: Sendable {
    private let proxies: [AddressRange]

    init(proxies: [AddressRange]) {
        self.proxies = proxies
    }

    /// The visitor's address: the last one of `X-Forwarded-For` that is none of our proxies; nil when the peer itself is the visitor.
    func address(_ request: Request, from peer: @autoclosure () -> String) -> String? {
        guard !proxies.isEmpty, isProxy(peer()) else { return nil }
        for field in request.headers[values: .forwardedFor].reversed() {
            for part in field.utf8.split(separator: UInt8(ascii: ",")).reversed() {
                let address = String(Substring(part)).filter { $0 != " " }
                // What stands before something that is no address was written by anybody.
                guard AddressRange(address) != nil, !address.contains("/") else { return nil }
                if !isProxy(address) { return address }
            }
        }
        return nil
    }

    /// Whether our proxy says that the visitor came to it by plain HTTP.
    func isPlain(_ request: Request, from peer: @autoclosure () -> String) -> Bool {
        guard let scheme = request.headers[.forwardedProto], isProxy(peer()) else { return false }
        return scheme.lowercased() == "http"
    }

    private func isProxy(_ address: String) -> Bool {
        !proxies.isEmpty && proxies.contains { $0.contains(address) }
    }
}
