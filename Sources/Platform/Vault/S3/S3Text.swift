// SPDX-License-Identifier: Apache-2.0

import Foundation
import Kernel

/// The few texts of the store's XML that are needed. Elements do not repeat within themselves there.
enum S3Text {
    /// The content of the first element of this name.
    static func first(_ element: String, in text: some StringProtocol) -> String? {
        guard let open = text.range(of: "<\(element)>"), let close = text.range(of: "</\(element)>", range: open.upperBound..<text.endIndex) else {
            return nil
        }
        return unescaped(text[open.upperBound..<close.lowerBound])
    }

    private static func unescaped(_ text: some StringProtocol) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")].reduce(String(text)) {
            $0.replacingOccurrences(of: $1.0, with: $1.1)
        }
    }
}

/// One page of a list of objects.
struct S3Listing {
    let objects: [StoredName]
    /// Where the next page begins; nil on the last.
    let next: String?

    /// Nil for what is no such list.
    init?(_ xml: String) {
        guard xml.contains("<ListBucketResult") else { return nil }
        objects = xml.components(separatedBy: "<Contents>").dropFirst().compactMap { part in
            guard let key = S3Text.first("Key", in: part), let size = S3Text.first("Size", in: part).flatMap({ Int($0) }),
                let modified = S3Text.first("LastModified", in: part).flatMap({ Instant(rfc3339: $0) })
            else { return nil }
            return StoredName(name: key, size: size, modified: modified)
        }
        next = S3Text.first("IsTruncated", in: xml) == "true" ? S3Text.first("NextContinuationToken", in: xml) : nil
    }
}
