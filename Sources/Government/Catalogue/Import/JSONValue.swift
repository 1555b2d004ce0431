// SPDX-License-Identifier: Apache-2.0

/// A JSON value whose shape is not known beforehand. Published data change shape without notice; a value that is not what
/// was expected can be looked at instead of failing a whole record.
enum JSONValue: Hashable, Sendable {
    case null
    case boolean(Bool)
    case number(Double)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])
}

extension JSONValue {
    subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members[key]
    }

    /// The first of several names that holds something other than null: the same fact has other names in other exports.
    func first(_ keys: String...) -> JSONValue? {
        for key in keys {
            if let value = self[key], value != .null { return value }
        }
        return nil
    }

    var list: [JSONValue]? {
        guard case .list(let values) = self else { return nil }
        return values
    }

    var boolean: Bool? {
        guard case .boolean(let value) = self else { return nil }
        return value
    }

    /// A text, or a number written as one; nil for anything else.
    var text: String? {
        switch self {
        case .text(let value): value
        case .number(let value): plain(value)
        default: nil
        }
    }
}

/// `7` for 7.0 and `7.5` for 7.5.
func plain(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
}
