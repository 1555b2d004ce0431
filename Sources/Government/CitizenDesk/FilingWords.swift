// SPDX-License-Identifier: Apache-2.0

import DossierViews
import Dossiers
import Kernel
import Web

enum FilingWords {
    static let title = Phrase(vi: "Nộp hồ sơ", en: "File a dossier")
    static let notFiled = Phrase(vi: "CHƯA NỘP", en: "NOT FILED YET")
    static let notFiledDetail = Phrase(
        vi: "Hồ sơ chỉ được nộp khi bạn bấm “Nộp hồ sơ” và thấy trang “ĐÃ NỘP” có mã hồ sơ.",
        en: "The dossier is filed only when you press “File the dossier” and see the page “FILED” with a code.")
    static let choose = Phrase(vi: "Chọn trường hợp và nơi nộp", en: "Choose the case and where to file")
    static let caseLabel = Phrase(vi: "Trường hợp của bạn", en: "Your case")
    static let unitLabel = Phrase(vi: "Nơi tiếp nhận hồ sơ", en: "Desk that receives the dossier")
    static let unitHint = Phrase(
        vi: "Chọn xã, phường nơi bạn cư trú hoặc Trung tâm tỉnh.", en: "Choose the commune you live in, or the provincial centre.")
    static let resolvingLabel = Phrase(vi: "Xã, phường giải quyết", en: "Commune that resolves it")
    static let next = Phrase(vi: "Tiếp tục", en: "Continue")
    static let papers = Phrase(vi: "Giấy tờ kèm theo", en: "Papers to attach")
    static let papersHint = Phrase(vi: "PDF, ảnh hoặc văn bản, mỗi tệp tối đa 10 MB.", en: "PDF, pictures or documents, 10 MB a file at most.")
    static let present = Phrase(vi: "Chỉ cần xuất trình khi đến nhận kết quả:", en: "Only to be shown when you collect the result:")
    static let deliveryLabel = Phrase(vi: "Cách nhận kết quả", en: "How you want the result")
    static let submit = Phrase(vi: "Nộp hồ sơ", en: "File the dossier")
    static let addRow = Phrase(vi: "Thêm: ", en: "Add: ")
    static let more = Phrase(
        vi: "Theo câu trả lời của bạn có thêm câu hỏi hoặc giấy tờ. Hãy trả lời rồi bấm “Nộp hồ sơ” lần nữa.",
        en: "Your answers led to more questions or papers. Please answer them and press “File the dossier” again.")
    static let partialDate = Phrase(vi: "Nếu không nhớ ngày, tháng thì chỉ ghi năm.", en: "If day or month is not known, give the year only.")
    static let personalID = Phrase(vi: "12 chữ số trên thẻ căn cước.", en: "The 12 digits on the identity card.")
    static let addressDetail = Phrase(vi: "Số nhà, đường, tổ, xóm.", en: "House number, street, hamlet.")
    static let yesNo = [FieldOption("yes", Phrase(vi: "Có", en: "Yes")), FieldOption("no", Phrase(vi: "Không", en: "No"))]
    static let draftNote = Phrase(vi: "Thông tin bạn nhập được giữ lại khi có lỗi.", en: "What you type is kept when something is wrong.")

    static func commune(of label: Phrase) -> Phrase {
        Phrase(vi: "\(label.vi) – xã, phường", en: "\(label.en) – commune")
    }
}
