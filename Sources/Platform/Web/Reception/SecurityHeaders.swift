// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// Adds to every answer, error pages too, what keeps browsers strict: no inline script or style, no framing, no
/// guessing of types.
struct SecurityHeaders: Sendable {
    private let common: [HTTPField]
    private static let policy = HTTPField(
        name: .contentSecurityPolicy,
        value: "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
            + "frame-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")

    init(isSecure: Bool) {
        var fields = [
            HTTPField(name: .xContentTypeOptions, value: "nosniff"),
            HTTPField(name: .referrerPolicy, value: "same-origin"),
            HTTPField(name: .openerPolicy, value: "same-origin"),
            HTTPField(name: .resourcePolicy, value: "same-origin"),
            HTTPField(name: .permissionsPolicy, value: "camera=(self), microphone=(), geolocation=(self), payment=()"),
        ]
        if isSecure { fields.append(HTTPField(name: .strictTransportSecurity, value: "max-age=31536000; includeSubDomains")) }
        common = fields
    }

    /// Adds what is missing; who wants another policy has set it already.
    func add(to fields: inout HTTPFields) {
        // Pages bring all of them.
        if fields.contains(.permissionsPolicy) { return }
        if !fields.contains(.contentSecurityPolicy) { fields.append(Self.policy) }
        fields.append(contentsOf: common)
    }
}
