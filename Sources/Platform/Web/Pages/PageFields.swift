// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Kernel

/// The headers that all pages in one language have, put together once: adding a header looks at every byte of it.
struct PageFields: Sendable {
    let visitor, account: HTTPFields

    init(_ language: Language, _ security: SecurityHeaders) {
        func fields(cacheControl: String) -> HTTPFields {
            var fields: HTTPFields = [
                .contentType: "text/html; charset=utf-8", .contentLanguage: language.rawValue, .cacheControl: cacheControl,
            ]
            security.add(to: &fields)
            return fields
        }
        visitor = fields(cacheControl: "private, no-cache")
        // A signed-in page must not come back from the cache after signing out on a shared machine.
        account = fields(cacheControl: "no-store")
    }
}
