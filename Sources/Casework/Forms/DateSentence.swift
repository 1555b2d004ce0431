// SPDX-License-Identifier: Apache-2.0

import Kernel

extension Sentence {
    static func dateUnreadable(_ question: Question) -> Phrase {
        about(
            question, "Không đọc được ngày ở “{label}”. Nhập bằng số theo thứ tự ngày, tháng, năm, ví dụ 27/3/2024.",
            "The date of “{label}” cannot be read. Enter day, month and year in digits, for example 27/3/2024.")
    }

    static func dateIncomplete(_ question: Question) -> Phrase {
        about(
            question, "“{label}” cần đủ ngày, tháng và năm (năm bốn chữ số).", "“{label}” needs day, month and year (the year with four digits).")
    }

    static func noSuchDate(_ question: Question, _ day: Int?, _ month: Int?, _ year: Int) -> Phrase {
        let spoken = [day, month, year].compactMap { $0.map(String.init) }.joined(separator: "/")
        return about(
            question, "“{label}”: không có ngày {date}. Kiểm tra lại ngày, tháng và năm đủ bốn chữ số.",
            "“{label}”: there is no date {date}. Check day and month, and write the year with four digits.", ["date": spoken])
    }

    static func inFuture(_ question: Question, _ today: LocalDate) -> Phrase {
        about(
            question, "“{label}” không thể sau hôm nay ({date}).", "“{label}” cannot be later than today ({date}).", ["date": today.vietnamese])
    }

    static func inPast(_ question: Question, _ today: LocalDate) -> Phrase {
        about(
            question, "“{label}” không thể trước hôm nay ({date}).", "“{label}” cannot be earlier than today ({date}).", ["date": today.vietnamese])
    }

    static func partialDateUnreadable(_ question: Question) -> Phrase {
        about(
            question, "Không đọc được “{label}”. Nhập năm, ví dụ 1985, hoặc tháng/năm, hoặc ngày/tháng/năm.",
            "“{label}” cannot be read. Enter a year such as 1985, or month/year, or day/month/year.")
    }

    static func partialDateIncomplete(_ question: Question) -> Phrase {
        about(
            question, "“{label}” cần ít nhất năm; nếu nhập ngày thì nhập cả tháng.", "“{label}” needs at least the year; a day needs its month too.")
    }
}
