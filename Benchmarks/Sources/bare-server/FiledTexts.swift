// SPDX-License-Identifier: Apache-2.0

import Crypto
import FoundationEssentials

/// Everything that is written of a filing, once it has its number.
struct FiledTexts {
    let filed: Filed
    let now: Int64
    let content, root, state: String
    let folded: String
    let words: [String]
    let danger: Int64
    let units: [String]
    let noticeID, letterID, letter, noticeBody, link: String

    init(_ filing: Filing, code: String, now: Int64, hours: OpeningHours) {
        let id = newIdentifier(at: now)
        self.now = now
        content = filing.content.head + code + filing.content.tail
        root = chained(["motcua dossier", id])
        let hash = chained([root, "1", "submitted", String(now), filing.account.id, filing.account.name, content])
        filed = Filed(id: id, code: code, hash: hash, submittedAt: now - now % 60_000)
        state = """
            {"consultations":[],"extensions":0,"handlers":{},"isFinal":false,"sequence":1,"status":1,\
            "submittedAt":"\(Moment.local(filed.submittedAt).minuteText)","supplementRequests":0,"unit":"\(filing.unit)"}
            """
        folded = foldedName(filing.applicant.name)
        let numbers = [filing.applicant.personal_id, filing.applicant.phone].compactMap(\.self).filter { !$0.isEmpty }
        words = Set(folded.split(separator: " ").map(String.init) + numbers).sorted()
        danger = hours.deadline(of: filed.submittedAt)
        units = filing.unit == filing.resolvingUnit ? [filing.unit] : [filing.unit, filing.resolvingUnit].sorted()
        (noticeID, letterID) = (newIdentifier(at: now), newIdentifier(at: now))
        noticeBody = "\(Procedure.name) · \(code)"
        link = "/me/dossiers/\(code)"
        letter = """
            {"link":"\(link)","paragraphs":[{"en":"\(noticeBody)","vi":"\(noticeBody)"},\
            {"en":"Nothing to do yet: the one-stop desk is checking it.","vi":"Chưa cần làm gì thêm: Bộ phận Một cửa đang kiểm tra."}],\
            "subject":{"en":"Dossier filed","vi":"Hồ sơ đã nộp"},"to":"\(filing.applicant.email ?? "")"}
            """
    }
}

func provisionalCode(_ unit: String, _ today: Moment, _ number: Int64) -> String {
    let digits = String(number)
    return "DK-\(unit)-\(today.compact)-\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)"
}

/// SHA-256 over the parts, each after its length.
private func chained(_ parts: [String]) -> String {
    var hasher = SHA256()
    for part in parts {
        hasher.update(data: Data("\(part.utf8.count):".utf8))
        hasher.update(data: Data(part.utf8))
    }
    return hexadecimal(hasher.finalize())
}

/// A UUID of version 7.
private func newIdentifier(at milliseconds: Int64) -> String {
    var bytes = UUID().uuid
    withUnsafeMutableBytes(of: &bytes) { bytes in
        for index in 0..<6 { bytes[index] = UInt8(truncatingIfNeeded: milliseconds >> (40 - 8 * index)) }
        bytes[6] = bytes[6] & 0x0F | 0x70
    }
    return UUID(uuid: bytes).uuidString.lowercased()
}

/// Small letters without marks, as the name of a Vietnamese is searched for.
private func foldedName(_ name: String) -> String {
    var text = ""
    for scalar in name.lowercased().unicodeScalars {
        text.unicodeScalars.append(scalar.value < 0x80 ? scalar : foldings[scalar] ?? scalar)
    }
    return text
}

private let foldings: [Unicode.Scalar: Unicode.Scalar] = {
    let letters: [(Unicode.Scalar, String)] = [
        ("a", "àáảãạăằắẳẵặâầấẩẫậ"), ("d", "đ"), ("e", "èéẻẽẹêềếểễệ"), ("i", "ìíỉĩị"), ("o", "òóỏõọôồốổỗộơờớởỡợ"), ("u", "ùúủũụưừứửữự"),
        ("y", "ỳýỷỹỵ"),
    ]
    var foldings: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (base, marked) in letters { for scalar in marked.unicodeScalars { foldings[scalar] = base } }
    return foldings
}()
