// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Hummingbird
import Kernel
import NIOCore

/// Serves the assets from memory, compressed once at start.
enum AssetRoutes {
    static func add(_ assets: [Asset], gzipLevel: Int?, to router: Router<WebContext>) {
        let pool = gzipLevel.map { _ in DeflaterPool(level: 9) }
        var added: Set<String> = []
        for asset in assets where added.insert(asset.link).inserted {
            let served = Served(asset, pool: pool)
            router.get(RouterPath(asset.link)) { request, _ in served.response(request) }
        }
    }

    private struct Served: Sendable {
        let type: String
        let plain: ByteBuffer
        let compressed: ByteBuffer?

        init(_ asset: Asset, pool: DeflaterPool?) {
            type = asset.type
            plain = ByteBuffer(bytes: asset.bytes)
            compressed = isTextLike(asset.type) ? pool?.compressed(plain) : nil
        }

        func response(_ request: Request) -> Response {
            var headers: HTTPFields = [.contentType: type, .cacheControl: "public, max-age=31536000, immutable", .vary: "Accept-Encoding"]
            guard let compressed, acceptsGzip(request.headers[.acceptEncoding]) else {
                return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: plain))
            }
            headers[.contentEncoding] = "gzip"
            return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: compressed))
        }
    }
}
