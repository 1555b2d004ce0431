// SPDX-License-Identifier: Apache-2.0

package import Forms
package import Kernel
package import Process

/// How the applicant wants the result (NĐ 118/2025 Đ22).
package enum ResultDelivery: String, Codable, Sendable, CaseIterable, Hashable {
    case desk, post, online

    package var name: Phrase {
        switch self {
        case .desk: Phrase(vi: "Nhận tại Bộ phận Một cửa", en: "Collect at the one-stop desk")
        case .post: Phrase(vi: "Nhận qua bưu chính công ích", en: "By public post")
        case .online: Phrase(vi: "Nhận bản điện tử", en: "Download online")
        }
    }
}

/// The owner of a dossier (chủ hồ sơ) as declared when filing.
package struct Applicant: Hashable, Sendable, Codable {
    package var name: String
    package var personalID: String
    package var phone: String
    package var email: String
    package var address: String
    /// The account that may see and act on the dossier online; nil for a walk-in without one.
    package var account: String?

    package init(name: String, personalID: String = "", phone: String = "", email: String = "", address: String = "", account: String? = nil) {
        (self.name, self.personalID, self.phone) = (name, personalID, phone)
        (self.email, self.address, self.account) = (email, address, account)
    }
}

/// One paper of a dossier: what it is for, and the content it must still have years later.
package struct AttachedFile: Hashable, Sendable, Codable {
    package let component: String
    package let name: String
    package let sha256: String
    package let size: Int
    package let mediaType: String
    /// How many pages it shows; nil where that cannot be told.
    package let pages: Int?

    package init(component: String, name: String, sha256: String, size: Int, mediaType: String, pages: Int? = nil) {
        (self.component, self.name, self.sha256, self.size, self.mediaType) = (component, name, sha256, size, mediaType)
        self.pages = pages
    }
}

/// Everything a filing says, fixed at the moment of filing.
package struct Submission: Hashable, Sendable, Codable {
    package var procedure: String
    package var version: Int
    package var caseCode: String
    package var receivingUnit: String
    package var resolvingUnit: String
    package var channel: SubmissionChannel
    package var applicant: Applicant
    package var answers: Answers
    package var files: [AttachedFile]
    package var delivery: ResultDelivery
    /// The desk that hands out the result, when it is not the one that received the dossier.
    package var returningUnit: String?
    /// The code citizens track by until the desk accepts the dossier and numbers it.
    package var provisionalCode: String

    package init(
        procedure: String, version: Int, caseCode: String, receivingUnit: String, resolvingUnit: String, channel: SubmissionChannel,
        applicant: Applicant, answers: Answers, files: [AttachedFile], delivery: ResultDelivery, returningUnit: String? = nil, provisionalCode: String
    ) {
        (self.procedure, self.version, self.caseCode) = (procedure, version, caseCode)
        (self.receivingUnit, self.resolvingUnit, self.channel) = (receivingUnit, resolvingUnit, channel)
        (self.applicant, self.answers, self.files) = (applicant, answers, files)
        (self.delivery, self.returningUnit, self.provisionalCode) = (delivery, returningUnit, provisionalCode)
    }

    /// Receiving, resolving and returning unit are three things (NĐ 118/2025 Đ14, Đ22).
    package var returnsAt: String { returningUnit ?? receivingUnit }

    /// Stands in a state that has not been joined with its submission yet.
    static let none = Submission(
        procedure: "", version: 0, caseCode: "", receivingUnit: "", resolvingUnit: "", channel: .online, applicant: Applicant(name: ""), answers: [:],
        files: [], delivery: .desk, provisionalCode: "")
}
