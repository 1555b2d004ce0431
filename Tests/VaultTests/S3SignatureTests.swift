// SPDX-License-Identifier: Apache-2.0

import Kernel
import Testing

@testable import Vault

/// The examples Amazon publishes with the documentation of Signature Version 4 for S3.
@Suite struct S3SignatureTests {
    private let signature = S3Signature(
        credentials: S3Credentials(accessKey: "AKIAIOSFODNN7EXAMPLE", secretKey: Secret("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")),
        region: "us-east-1")
    private let host = (name: "host", value: "examplebucket.s3.amazonaws.com")

    private func moment() throws -> Instant { try #require(Instant(rfc3339: "2013-05-24T00:00:00Z")) }

    private func signed(_ request: S3Signature.Request) throws -> String {
        let headers = signature.signed(request, at: try moment())
        #expect(headers.contains { $0 == ("x-amz-date", "20130524T000000Z") })
        let authorization = try #require(headers.last { $0.name == "authorization" }).value
        #expect(authorization.hasPrefix("AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders="))
        return try #require(authorization.split(separator: "Signature=").last.map(String.init))
    }

    @Test func aPartOfAnObject() throws {
        let request = S3Signature.Request(
            method: "GET", path: "/test.txt", headers: [host, ("range", "bytes=0-9")], payload: S3Signature.emptyPayload)
        #expect(try signed(request) == "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41")
    }

    @Test func anObjectSent() throws {
        let request = S3Signature.Request(
            method: "PUT", path: "/test%24file.text",
            headers: [host, ("date", "Fri, 24 May 2013 00:00:00 GMT"), ("x-amz-storage-class", "REDUCED_REDUNDANCY")],
            payload: "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072")
        #expect(try signed(request) == "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd")
    }

    @Test func aQueryWithoutAValue() throws {
        let request = S3Signature.Request(
            method: "GET", path: "/", query: [("lifecycle", "")], headers: [host], payload: S3Signature.emptyPayload)
        #expect(try signed(request) == "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543")
    }

    @Test func aList() throws {
        let request = S3Signature.Request(
            method: "GET", path: "/", query: [("prefix", "J"), ("max-keys", "2")], headers: [host], payload: S3Signature.emptyPayload)
        #expect(try signed(request) == "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7")
    }

    @Test func passingCredentialsBringTheirToken() throws {
        let passing = S3Signature(
            credentials: S3Credentials(accessKey: "A", secretKey: Secret("s"), sessionToken: Secret("token")), region: "r")
        let headers = passing.signed(
            S3Signature.Request(method: "GET", path: "/", headers: [host], payload: S3Signature.emptyPayload), at: try moment())
        #expect(headers.contains { $0 == ("x-amz-security-token", "token") })
        #expect(headers.last?.value.contains("x-amz-date;x-amz-security-token") == true)
    }
}
