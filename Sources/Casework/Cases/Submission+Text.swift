// SPDX-License-Identifier: Apache-2.0

import Forms
import Kernel
import Process

/// What every filing writes, by hand: `canonicalJSON` would give the same texts.
extension Submission {
    package var canonicalText: String {
        var text = CanonicalText()
        text.beginObject()
        text.member("answers", answers)
        text.key("applicant")
        applicant.write(to: &text)
        text.member("caseCode", caseCode)
        text.member("channel", channel.rawValue)
        text.member("delivery", delivery.rawValue)
        text.key("files")
        text.beginList()
        for file in files {
            text.separate()
            file.write(to: &text)
        }
        text.endList()
        text.member("procedure", procedure)
        text.member("provisionalCode", provisionalCode)
        text.member("receivingUnit", receivingUnit)
        text.member("resolvingUnit", resolvingUnit)
        text.member("returningUnit", returningUnit)
        text.member("version", version)
        text.endObject()
        return text.text
    }
}

extension Applicant {
    fileprivate func write(to text: inout CanonicalText) {
        text.beginObject()
        text.member("account", account)
        text.member("address", address)
        text.member("email", email)
        text.member("name", name)
        text.member("personalID", personalID)
        text.member("phone", phone)
        text.endObject()
    }
}

extension AttachedFile {
    fileprivate func write(to text: inout CanonicalText) {
        text.beginObject()
        text.member("component", component)
        text.member("mediaType", mediaType)
        text.member("name", name)
        text.member("pages", pages)
        text.member("sha256", sha256)
        text.member("size", size)
        text.endObject()
    }
}

extension CaseState {
    /// The text of a state; by hand where nothing has happened yet but the filing.
    package func canonicalText() throws -> String {
        guard isJustFiled else { return try canonicalJSON(self) }
        var text = CanonicalText(capacity: 256)
        text.beginObject()
        text.key("consultations")
        text.beginList()
        text.endList()
        text.member("extensions", extensions)
        text.key("handlers")
        text.beginObject()
        text.endObject()
        text.member("isFinal", isFinal)
        text.member("sequence", sequence)
        text.member("status", status.rawValue)
        text.member("submittedAt", submittedAt.iso)
        text.member("supplementRequests", supplementRequests)
        text.member("unit", unit)
        text.endObject()
        return text.text
    }

    /// Whether the state is the one that evolves from a filing and from nothing else.
    private var isJustFiled: Bool {
        var filed = CaseState(submittedAt: submittedAt, unit: unit)
        (filed.submission, filed.sequence) = (submission, sequence)
        return sequence == 1 && self == filed
    }
}
