// SPDX-License-Identifier: Apache-2.0

import Cases
import Forms
import Kernel

/// The answer to a filing: what was received, exactly.
struct FiledJSON: Encodable {
    struct Manifest: Encodable {
        let procedure: String
        let version: Int
        let `case`: String
        let answers: Answers
        let files: [FileJSON]
        /// Hash of the filing event: later it is found unchanged at the head of the dossier's history.
        let sha256: String
    }

    let id: Identifier
    let provisionalCode: String
    let state: StatusJSON
    let filedAt: Instant
    let manifest: Manifest

    enum CodingKeys: String, CodingKey {
        case id, state, manifest
        case provisionalCode = "provisional_code"
        case filedAt = "filed_at"
    }

    init(_ dossier: Dossier, _ language: Language) {
        let submission = dossier.state.submission
        id = dossier.id
        provisionalCode = submission.provisionalCode
        state = StatusJSON(dossier.state.status, language)
        filedAt = dossier.state.submittedAt.instant()
        manifest = Manifest(
            procedure: submission.procedure, version: submission.version, case: submission.caseCode, answers: submission.answers,
            files: submission.files.map(FileJSON.init), sha256: dossier.headHash)
    }

    /// By hand, because it is written with every filing: what an encoder would write.
    var canonicalText: CanonicalText {
        var text = CanonicalText()
        text.beginObject()
        text.member("filed_at", filedAt.rfc3339)
        text.member("id", id.description)
        text.key("manifest")
        manifest.write(to: &text)
        text.member("provisional_code", provisionalCode)
        text.key("state")
        text.beginObject()
        text.member("code", state.code)
        text.member("name", state.name)
        text.member("number", state.number)
        text.endObject()
        text.endObject()
        return text
    }
}

extension FiledJSON.Manifest {
    fileprivate func write(to text: inout CanonicalText) {
        text.beginObject()
        text.member("answers", answers)
        text.member("case", self.case)
        text.key("files")
        text.beginList()
        for file in files {
            text.separate()
            text.beginObject()
            text.member("component", file.component)
            text.member("media_type", file.mediaType)
            text.member("name", file.name)
            text.member("sha256", file.sha256)
            text.member("size", file.size)
            text.endObject()
        }
        text.endList()
        text.member("procedure", procedure)
        text.member("sha256", sha256)
        text.member("version", version)
        text.endObject()
    }
}
