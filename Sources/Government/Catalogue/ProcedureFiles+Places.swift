// SPDX-License-Identifier: Apache-2.0

import Yams

extension ProcedureFiles {
    /// `, line 12` of a node.
    static func place(_ node: Node) -> String {
        node.mark.map { ", line \($0.line)" } ?? ""
    }

    /// Keys that stand in what was written but not in what was understood, with the node they stand at.
    static func unread(_ written: Node, _ understood: Node) -> [(Node, String)] {
        switch (written, understood) {
        case (.mapping(let left), .mapping(let right)):
            left.flatMap { key, value -> [(Node, String)] in
                if value.null != nil { return [] }
                guard let other = right[key] else { return [(key, key.string ?? "?")] }
                return unread(value, other)
            }
        case (.sequence(let left), .sequence(let right)):
            zip(left, right).flatMap { unread($0, $1) }
        default: []
        }
    }

    /// A decoding error in plain words: line, path and what was expected.
    static func sentence(_ error: DecodingError, _ root: Node) -> String {
        switch error {
        case .keyNotFound(let key, let context):
            describe(context, root, "“\(key.stringValue)” is missing")
        case .valueNotFound(_, let context):
            describe(context, root, "a value is missing")
        case .typeMismatch(let type, let context):
            describe(context, root, "\(expected(type)) was expected")
        case .dataCorrupted(let context):
            describe(context, root, context.debugDescription)
        @unknown default: ": \(error)"
        }
    }

    private static func describe(_ context: DecodingError.Context, _ root: Node, _ what: String) -> String {
        var node = root
        var path: [String] = []
        for key in context.codingPath {
            path.append(key.intValue.map { "[\($0 + 1)]" } ?? key.stringValue)
            if let index = key.intValue, let item = node.sequence?.dropFirst(index).first {
                node = item
            } else if let value = node.mapping?[Node(key.stringValue)] {
                node = value
            }
        }
        return place(node) + (path.isEmpty ? "" : ", at " + path.joined(separator: "/")) + ": " + what
    }

    private static func expected(_ type: Any.Type) -> String {
        switch type {
        case is String.Type: "text"
        case is Int.Type, is Int64.Type: "a whole number"
        case is Double.Type: "a number"
        case is Bool.Type: "true or false"
        default: "another shape (\(type))"
        }
    }
}
