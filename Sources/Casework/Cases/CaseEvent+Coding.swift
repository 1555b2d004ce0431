// SPDX-License-Identifier: Apache-2.0

package import Foundation
import Kernel

/// The form of an event in the database: its name, and its content as JSON with sorted keys.
extension CaseEvent {
    package enum Name: String, CaseIterable, Sendable {
        case submitted, accepted, rejected
        case supplementRequested = "supplement_requested"
        case supplemented, assigned
        case stepEntered = "step_entered"
        case clockStarted = "clock_started"
        case consulted
        case consultationAnswered = "consultation_answered"
        case paymentRequested = "payment_requested"
        case paymentConfirmed = "payment_confirmed"
        case stopped, resumed, extended, approved
        case sentBack = "sent_back"
        case refused, signed, numbered
        case resultDrafted = "result_drafted"
        case resolved
        case resultReturned = "result_returned"
        case withdrawn, rated, expired
    }

    private var parts: (name: Name, content: any Encodable) {
        switch self {
        case .submitted(let content): (.submitted, content)
        case .accepted(let content): (.accepted, content)
        case .rejected(let content): (.rejected, content)
        case .supplementRequested(let content): (.supplementRequested, content)
        case .supplemented(let content): (.supplemented, content)
        case .assigned(let content): (.assigned, content)
        case .stepEntered(let content): (.stepEntered, content)
        case .clockStarted(let content): (.clockStarted, content)
        case .consulted(let content): (.consulted, content)
        case .consultationAnswered(let content): (.consultationAnswered, content)
        case .paymentRequested(let content): (.paymentRequested, content)
        case .paymentConfirmed(let content): (.paymentConfirmed, content)
        case .stopped(let content): (.stopped, content)
        case .resumed(let content): (.resumed, content)
        case .extended(let content): (.extended, content)
        case .approved(let content): (.approved, content)
        case .sentBack(let content): (.sentBack, content)
        case .refused(let content): (.refused, content)
        case .signed(let content): (.signed, content)
        case .numbered(let content): (.numbered, content)
        case .resultDrafted(let content): (.resultDrafted, content)
        case .resolved(let content): (.resolved, content)
        case .resultReturned(let content): (.resultReturned, content)
        case .withdrawn(let content): (.withdrawn, content)
        case .rated(let content): (.rated, content)
        case .expired(let content): (.expired, content)
        }
    }

    package var name: Name { parts.name }

    /// The content with sorted keys, so that the same event always has the same text.
    package func json() throws -> String {
        if case .submitted(let submission) = self { return submission.canonicalText }
        return try canonicalJSON(parts.content)
    }

    package init(name: Name, json: Data) throws {
        let decoder = JSONDecoder()
        func content<Content: Decodable>(_ type: Content.Type = Content.self) throws -> Content {
            try decoder.decode(type, from: json)
        }
        self =
            switch name {
            case .submitted: .submitted(try content())
            case .accepted: .accepted(try content())
            case .rejected: .rejected(try content())
            case .supplementRequested: .supplementRequested(try content())
            case .supplemented: .supplemented(try content())
            case .assigned: .assigned(try content())
            case .stepEntered: .stepEntered(try content())
            case .clockStarted: .clockStarted(try content())
            case .consulted: .consulted(try content())
            case .consultationAnswered: .consultationAnswered(try content())
            case .paymentRequested: .paymentRequested(try content())
            case .paymentConfirmed: .paymentConfirmed(try content())
            case .stopped: .stopped(try content())
            case .resumed: .resumed(try content())
            case .extended: .extended(try content())
            case .approved: .approved(try content())
            case .sentBack: .sentBack(try content())
            case .refused: .refused(try content())
            case .signed: .signed(try content())
            case .numbered: .numbered(try content())
            case .resultDrafted: .resultDrafted(try content())
            case .resolved: .resolved(try content())
            case .resultReturned: .resultReturned(try content())
            case .withdrawn: .withdrawn(try content())
            case .rated: .rated(try content())
            case .expired: .expired(try content())
            }
    }
}

/// JSON with sorted keys: the same value always has the same text, so it can be hashed and compared.
package func canonicalJSON(_ value: any Encodable) throws -> String {
    if let text = try canonicalJSONText(value) { return text }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
}
