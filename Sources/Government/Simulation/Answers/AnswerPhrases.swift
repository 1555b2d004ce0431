// SPDX-License-Identifier: Apache-2.0

import Dossiers
import Forms
import Kernel
import Organisation

/// Short answers by what a question's id speaks of.
enum AnswerPhrases {
    static let sentences = [
        "Theo giấy tờ kèm theo hồ sơ.", "Đề nghị giải quyết theo quy định.", "Thông tin kê khai là đúng sự thật và chịu trách nhiệm về nội dung này.",
        "Gia đình có nhu cầu thực hiện thủ tục để bổ sung giấy tờ.", "Không có nội dung nào khác cần trình bày.",
    ]
    static let ties = ["con đẻ", "vợ", "chồng", "mẹ đẻ", "bố đẻ", "anh ruột", "em ruột", "cháu nội"]
    static let jobs = ["làm ruộng", "công nhân", "buôn bán", "giáo viên", "lái xe", "hưu trí"]
    static let papers = [
        "Giấy chứng nhận quyền sử dụng đất", "Bằng tốt nghiệp", "Căn cước công dân", "Giấy khai sinh", "Hợp đồng ủy quyền", "Học bạ",
    ]
    static let goods = ["Chè búp khô", "Miến dong", "Gạo nếp", "Mật ong", "Bánh chưng", "Thịt trâu khô"]
    static let bodies = ["Hợp tác xã", "Công ty TNHH", "Trường Tiểu học", "Trạm Y tế"]
    static let purposes = ["Bổ sung hồ sơ xin việc", "Làm thủ tục vay vốn", "Nhập học", "Sử dụng cá nhân"]
    static let causes = ["tuổi già", "bệnh tim", "tai nạn giao thông", "bệnh hiểm nghèo"]
    static let other = ["Theo hồ sơ", "Đúng như giấy tờ", "Không", "Như trên"]
}

/// What a short answer is about, told by the id of its question once and not for every dossier.
enum AnswerTopic: Sendable {
    case applicantName, applicantAddress, ethnicity, nationality, business, body, paper, goods, reference, plate, tie, job, purpose, cause
    case time, name, place, other

    init(_ question: Question) {
        if let prefill = question.prefill {
            self = prefill == .applicantName ? .applicantName : .applicantAddress
            return
        }
        self = Self.words.first { words, _ in words.contains { question.id.contains($0) } }?.1 ?? .other
    }

    /// The first line that fits counts.
    private static let words: [([String], AnswerTopic)] = [
        (["ethnicity"], .ethnicity), (["nationality"], .nationality), (["business", "carrier", "site_name"], .business),
        (["organisation", "institution", "creditor", "group_name", "bank", "issuer"], .body),
        (["document_name", "paper_name", "asset_paper", "_paper"], .paper), (["product", "raw_material", "main_line", "packaging"], .goods),
        (["number", "decision", "record", "register", "passport", "badge", "map_sheet", "plot", "act_"], .reference), (["plate"], .plate),
        (["tie", "relation", "kinship"], .tie), (["job"], .job), (["purpose", "reason"], .purpose), (["cause"], .cause), (["death_time"], .time),
        (["name", "person", "receiver", "spouse"], .name), (["home", "place", "address", "origin", "lived", "hamlet"], .place),
    ]
}

extension AnswerWriter {
    mutating func shortText(_ topic: AnswerTopic) -> String {
        switch topic {
        case .applicantName: person.name
        case .applicantAddress: person.fullAddress
        case .ethnicity: person.ethnicity
        case .nationality: "Việt Nam"
        case .business: "Hộ kinh doanh \(SimulatedPerson.name(&chance))"
        case .body: body()
        case .paper: chance.one(of: AnswerPhrases.papers) ?? ""
        case .goods: chance.one(of: AnswerPhrases.goods) ?? ""
        case .reference: "\(chance.within(1...980))/\(today.year - chance.below(12))"
        case .plate: "20C-\(padded(chance.below(1000), 3)).\(padded(chance.below(100), 2))"
        case .tie: chance.one(of: AnswerPhrases.ties) ?? ""
        case .job: chance.one(of: AnswerPhrases.jobs) ?? ""
        case .purpose: chance.one(of: AnswerPhrases.purposes) ?? ""
        case .cause: chance.one(of: AnswerPhrases.causes) ?? ""
        case .time: "\(padded(chance.below(24), 2)) giờ \(padded(chance.below(60), 2))"
        case .name: SimulatedPerson.name(&chance)
        case .place: "\((world.communes.draw(&chance) ?? person.commune).place), tỉnh \(world.house.organisation.province.shortName.vi)"
        case .other: chance.one(of: AnswerPhrases.other) ?? ""
        }
    }

    private mutating func body() -> String {
        let place = (world.communes.draw(&chance) ?? person.commune).place
        return "\(chance.one(of: AnswerPhrases.bodies) ?? "") \(place.split(separator: " ").dropFirst().joined(separator: " "))"
    }
}
