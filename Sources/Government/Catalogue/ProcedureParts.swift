// SPDX-License-Identifier: Apache-2.0

package import Kernel
package import Process
package import WorkingTime

/// What is published for one channel. The limit that counts is the case's; this one shows what the channel announces.
package struct ChannelTerms: Codable, Hashable, Sendable {
    package let channel: SubmissionChannel
    /// Nil: as the case says.
    package let limit: TimeLimit?
    package let fee: Phrase?
    package let note: Phrase?

    package init(channel: SubmissionChannel, limit: TimeLimit? = nil, fee: Phrase? = nil, note: Phrase? = nil) {
        (self.channel, self.limit, self.fee, self.note) = (channel, limit, fee, note)
    }
}

/// What a procedure ends in (kết quả), with its national code.
package struct ProcedureResult: Codable, Hashable, Sendable {
    package let code: String
    package let name: Phrase

    package init(code: String, name: Phrase) {
        (self.code, self.name) = (code, name)
    }
}

/// A legal act by number and title.
package struct LegalBasis: Codable, Hashable, Sendable {
    package let code: String
    package let name: Phrase

    package init(code: String, name: Phrase) {
        (self.code, self.name) = (code, name)
    }
}

/// How much of a procedure can be done online (NĐ 224/2026 Đ14).
package enum OnlineLevel: String, Codable, CaseIterable, Hashable, Sendable {
    case full, partial, info

    package var phrase: Phrase {
        switch self {
        case .full: Phrase(vi: "Toàn trình", en: "Fully online")
        case .partial: Phrase(vi: "Một phần", en: "Partly online")
        case .info: Phrase(vi: "Chỉ cung cấp thông tin", en: "Information only")
        }
    }
}
