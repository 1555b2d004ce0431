// SPDX-License-Identifier: Apache-2.0

import Kernel
import Testing

@testable import Vault

@Suite struct S3AddressTests {
    private let credentials = S3Credentials(accessKey: "A", secretKey: Secret("hidden"))

    private func address(_ location: String, _ endpoint: String? = nil, _ addressing: S3Address.Addressing? = nil) throws -> S3Address {
        try S3Address(location: location, endpoint: endpoint, region: "ap-southeast-1", addressing: addressing, credentials: credentials)
    }

    @Test func amazonIsAskedByTheNameOfTheBucket() throws {
        let address = try address("s3://papers/province-19")
        #expect(address.host == "papers.s3.ap-southeast-1.amazonaws.com")
        #expect(address.endpoint.scheme == "https" && address.prefix == "province-19/")
        #expect(address.path(of: "province-19/files/ab") == "/province-19/files/ab")
        #expect(address.path(of: "") == "/")
    }

    @Test func aStoreOfOnesOwnIsAskedByThePath() throws {
        let address = try address("s3://papers/a/b/", "http://store.test:9000/")
        #expect(address.host == "store.test:9000" && address.prefix == "a/b/")
        #expect(address.path(of: "a/b/x") == "/papers/a/b/x")
        #expect(address.path(of: "") == "/papers")
    }

    @Test func theAddressingCanBeChosen() throws {
        #expect(try address("s3://papers", "https://store.test:443", .host).host == "papers.store.test")
        #expect(try address("s3://papers", nil, .path).path(of: "x") == "/papers/x")
    }

    @Test(arguments: ["s3://", "s3:///prefix", "papers", "s3://pa pers", "s3://papers/hồ-sơ", "s3://papers/a?b"])
    func whatIsNoBucketIsRefused(location: String) {
        #expect(throws: WrongS3Address.self) { try address(location) }
    }

    @Test(arguments: ["store.test", "ftp://store.test", "http://", "https://user@store.test", "https://store.test/path"])
    func whatIsNoEndpointIsRefused(endpoint: String) {
        #expect(throws: WrongS3Address.self) { try address("s3://papers", endpoint) }
    }
}
