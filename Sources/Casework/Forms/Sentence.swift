// SPDX-License-Identifier: Apache-2.0

import Kernel

/// What is wrong with an answer, and what to do about it.
enum Sentence {
    static func missing(_ question: Question) -> Phrase {
        switch question.kind {
        case .choice, .yesNo:
            about(question, "Chọn câu trả lời cho “{label}”.", "Choose an answer to “{label}”.")
        case .multipleChoice:
            about(question, "Chọn ít nhất một ô ở “{label}”.", "Tick at least one box under “{label}”.")
        case .date:
            about(question, "Nhập ngày ở “{label}”, ví dụ 27/3/2024.", "Enter the date of “{label}”, for example 27/3/2024.")
        case .partialDate:
            about(question, "Nhập năm ở “{label}”, thêm tháng và ngày nếu biết.", "Enter the year of “{label}”, with month and day if known.")
        case .address:
            about(
                question, "Nhập “{label}”: số nhà, đường, xóm và xã, phường.", "Enter “{label}”: house, street or hamlet, and the commune or ward.")
        default:
            about(question, "Nhập “{label}”.", "Enter “{label}”.")
        }
    }

    static func tooLong(_ question: Question, has count: Int) -> Phrase {
        about(
            question, "“{label}” dài {count} ký tự, chỉ được tối đa {limit}. Hãy viết ngắn lại.",
            "“{label}” has {count} characters, at most {limit} are allowed. Please shorten it.",
            ["count": "\(count)", "limit": "\(question.maximumLength)"])
    }

    static func notANumber(_ question: Question) -> Phrase {
        question.kind == .money
            ? about(
                question, "“{label}” phải là số tiền. Chỉ nhập chữ số, ví dụ 1.500.000.",
                "“{label}” must be an amount. Enter digits only, for example 1.500.000.")
            : about(
                question, "“{label}” phải là một số. Nhập bằng chữ số, ví dụ 1.250 hoặc 85,5.",
                "“{label}” must be a number. Use digits, for example 1.250 or 85,5.")
    }

    static func tooManyDecimals(_ question: Question, _ decimals: Int) -> Phrase {
        decimals == 0
            ? about(question, "“{label}” phải là số nguyên, không có phần thập phân.", "“{label}” must be a whole number, without decimals.")
            : about(
                question, "“{label}” chỉ được tối đa {count} chữ số sau dấu phẩy.", "“{label}” may have at most {count} digits after the comma.",
                ["count": "\(decimals)"])
    }

    static func tooSmall(_ question: Question, _ least: Double) -> Phrase {
        about(question, "“{label}” phải từ {limit} trở lên.", "“{label}” must be {limit} or more.", ["limit": spokenNumber(least)])
    }

    static func tooLarge(_ question: Question, _ most: Double) -> Phrase {
        about(question, "“{label}” không được quá {limit}.", "“{label}” must not exceed {limit}.", ["limit": spokenNumber(most)])
    }

    static func notOffered(_ question: Question) -> Phrase {
        about(question, "Chọn một trong các câu trả lời có sẵn ở “{label}”.", "Choose one of the answers offered under “{label}”.")
    }

    static func yesOrNo(_ question: Question) -> Phrase {
        about(question, "Chọn “Có” hoặc “Không” ở “{label}”.", "Choose “Yes” or “No” under “{label}”.")
    }

    static func detailMissing(_ question: Question) -> Phrase {
        about(question, "Nhập số nhà, đường, xóm hoặc tổ ở “{label}”.", "Enter the house, street, hamlet or group of “{label}”.")
    }

    static func communeMissing(_ question: Question) -> Phrase {
        about(question, "Nhập tên xã, phường ở “{label}”.", "Enter the commune or ward of “{label}”.")
    }

    static func communeUnknown(_ question: Question) -> Phrase {
        about(
            question, "Xã, phường ở “{label}” không có trong danh mục. Hãy ghi lại tên xã, phường; nếu ở ngoài tỉnh thì ghi cả tên tỉnh.",
            "The commune of “{label}” is not in the register. Enter its name again; outside the province, add the province.")
    }

    static func elsewhereIncomplete(_ question: Question) -> Phrase {
        about(
            question,
            "“{label}” ở ngoài tỉnh phải ghi tên xã, phường, dấu phẩy, rồi tên tỉnh, thành phố hiện nay, ví dụ: Phường Ba Đình, Thành phố Hà Nội.",
            "Outside the province “{label}” needs the commune, a comma, then the province of today, for example: Phường Ba Đình, Thành phố Hà Nội.")
    }

    static func tooFew(_ title: Phrase, _ least: Int, has count: Int) -> Phrase {
        count == 0
            ? titled(title, "Khai ít nhất {limit} mục ở “{label}”.", "Fill in “{label}” at least {limit} time(s).", ["limit": "\(least)"])
            : titled(
                title, "“{label}” mới có {count} mục, cần ít nhất {limit}. Hãy khai thêm.",
                "“{label}” has {count} entries, at least {limit} are needed. Please add more.", ["limit": "\(least)", "count": "\(count)"])
    }

    static func tooMany(_ title: Phrase, _ most: Int, has count: Int) -> Phrase {
        titled(
            title, "“{label}” có {count} mục, tối đa {limit}. Hãy bớt đi, hoặc gửi kèm danh sách.",
            "“{label}” has {count} entries, at most {limit} are allowed. Remove some, or attach a list.",
            ["limit": "\(most)", "count": "\(count)"])
    }

    /// Fills the label in each language's own words.
    static func about(_ question: Question, _ vi: String, _ en: String, _ parameters: [String: String] = [:]) -> Phrase {
        titled(question.label, vi, en, parameters)
    }

    private static func titled(_ label: Phrase, _ vi: String, _ en: String, _ parameters: [String: String]) -> Phrase {
        let phrase = Phrase(vi: vi, en: en)
        return Phrase(
            vi: phrase(.vi, parameters.merging(["label": label.vi]) { old, _ in old }),
            en: phrase(.en, parameters.merging(["label": label.en]) { old, _ in old }))
    }
}

/// `1.250,5`, the Vietnamese way.
func spokenNumber(_ value: Double) -> String {
    guard abs(value) < 1e15 else { return "\(value)" }
    let cents = Int64((abs(value) * 100).rounded())
    let fraction = cents % 100
    let decimals = fraction == 0 ? "" : fraction % 10 == 0 ? ",\(fraction / 10)" : "," + padded(Int(fraction), 2)
    return (value < 0 && cents > 0 ? "-" : "") + grouped(cents / 100) + decimals
}
