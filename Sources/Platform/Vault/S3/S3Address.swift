// SPDX-License-Identifier: Apache-2.0

import Foundation
package import Kernel

/// A bucket of an S3-compatible store, and where in it this installation's files lie.
package struct S3Address: Sendable {
    /// How a request names the bucket.
    package enum Addressing: String, Sendable, CaseIterable {
        /// `https://endpoint/bucket/…`, as most stores of one's own want it.
        case path
        /// `https://bucket.endpoint/…`, as Amazon wants it.
        case host
    }

    let bucket: String
    /// Empty, or ends with `/`.
    let prefix: String
    let endpoint: Endpoint
    let region: String
    let addressing: Addressing
    let credentials: S3Credentials
    let trustedCertificates: String?

    struct Endpoint: Sendable, Hashable {
        let scheme: String
        /// With its port where that is not the usual one.
        let host: String
    }

    /// - Parameters:
    ///   - location: `s3://bucket` or `s3://bucket/prefix`.
    ///   - endpoint: the address of the store; Amazon's in the region where there is none.
    package init(
        location: String, endpoint: String?, region: String, addressing: Addressing?, credentials: S3Credentials, trustedCertificates: String? = nil
    ) throws {
        let parts = location.dropFirst(Self.scheme.count).split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let path = parts.count > 1 ? parts[1].split(separator: "/").joined(separator: "/") : ""
        guard location.hasPrefix(Self.scheme), let bucket = parts.first, !bucket.isEmpty, Self.isPlain(bucket), Self.isPlain(path) else {
            throw WrongS3Address(location)
        }
        guard Self.isPlain(region), !region.isEmpty else { throw WrongS3Address(region) }
        (self.bucket, prefix, self.region) = (bucket, path.isEmpty ? "" : path + "/", region)
        self.endpoint = try endpoint.map(Self.parsed) ?? Endpoint(scheme: "https", host: "s3.\(region).amazonaws.com")
        self.addressing = addressing ?? (endpoint == nil ? .host : .path)
        (self.credentials, self.trustedCertificates) = (credentials, trustedCertificates)
    }

    package static let scheme = "s3://"

    var host: String { addressing == .host ? "\(bucket).\(endpoint.host)" : endpoint.host }

    /// The path of an object, or of the bucket where the key is empty; as it goes over the wire.
    func path(of key: String) -> String {
        let path = addressing == .host ? "/" + key : "/\(bucket)/\(key)"
        return path.hasSuffix("/") && key.isEmpty && addressing == .path ? String(path.dropLast()) : path
    }

    private static func parsed(_ text: String) throws -> Endpoint {
        guard let url = URLComponents(string: text), let scheme = url.scheme, ["http", "https"].contains(scheme), let host = url.host, !host.isEmpty,
            ["", "/"].contains(url.path), url.user == nil, url.query == nil
        else { throw WrongS3Address(text) }
        let isUsual = url.port == nil || url.port == (scheme == "https" ? 443 : 80)
        return Endpoint(scheme: scheme, host: isUsual ? host : "\(host):\(url.port ?? 0)")
    }

    /// Names that mean the same in a path, in XML and on a disk.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
            default: "._-/".utf8.contains(byte)
            }
        }
    }
}

/// What the store knows us by.
package struct S3Credentials: Sendable {
    let accessKey: String
    let secretKey: Secret<String>
    /// Of credentials that last only a while.
    let sessionToken: Secret<String>?

    package init(accessKey: String, secretKey: Secret<String>, sessionToken: Secret<String>? = nil) {
        (self.accessKey, self.secretKey, self.sessionToken) = (accessKey, secretKey, sessionToken)
    }
}

/// The address is not understood.
package struct WrongS3Address: Error, CustomStringConvertible {
    package let description: String

    init(_ text: String) {
        description =
            "“\(text)” is not understood. Files lie in s3://BUCKET or s3://BUCKET/PREFIX (letters, digits, . _ - /), the endpoint is http(s)://HOST[:PORT]."
    }
}
