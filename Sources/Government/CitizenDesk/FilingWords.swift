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
    static let returningLabel = Phrase(vi: "Nơi trả kết quả bản giấy", en: "Desk that hands out papers")
    static let returningHint = Phrase(
        vi: "Nhận kết quả ở Trung tâm nào cũng được.", en: "Any public service centre can hand out the result.")
    static let submit = Phrase(vi: "Nộp hồ sơ", en: "File the dossier")
    static let addRow = Phrase(vi: "Thêm: ", en: "Add: ")
    static let removeRow = Phrase(vi: "Bỏ mục này", en: "Remove this one")
    static let more = Phrase(
        vi: "Theo câu trả lời của bạn có thêm câu hỏi hoặc giấy tờ. Hãy trả lời rồi bấm “Nộp hồ sơ” lần nữa.",
        en: "Your answers led to more questions or papers. Please answer them and press “File the dossier” again.")
    static let partialDate = Phrase(vi: "Nếu không nhớ ngày, tháng thì chỉ ghi năm.", en: "If day or month is not known, give the year only.")
    static let personalID = Phrase(vi: "12 chữ số trên thẻ căn cước.", en: "The 12 digits on the identity card.")
    static let addressDetail = Phrase(vi: "Số nhà, đường, tổ, xóm.", en: "House number, street, hamlet.")
    static let yesNo = [FieldOption("yes", Phrase(vi: "Có", en: "Yes")), FieldOption("no", Phrase(vi: "Không", en: "No"))]
    static let draftNote = Phrase(vi: "Thông tin bạn nhập được giữ lại khi có lỗi.", en: "What you type is kept when something is wrong.")

    // MARK: Filing in steps

    static let mine = Phrase(vi: "Hồ sơ của tôi", en: "My dossiers")
    static let review = Phrase(vi: "Xem lại trước khi nộp", en: "Review before filing")
    static let step = Phrase(vi: "Bước {n}/{of}", en: "Step {n} of {of}")
    static let allSteps = Phrase(vi: "Xem tất cả các bước", en: "See all steps")
    static let back = Phrase(vi: "Quay lại", en: "Back")
    static let later = Phrase(vi: "Lưu và làm tiếp sau", en: "Save and go on later")
    static let onePage = Phrase(vi: "Điền tất cả trên một trang", en: "Fill in everything on one page")
    static let savedAt = Phrase(vi: "Bản nháp đã lưu {time}.", en: "The draft was saved at {time}.")
    static let notSaved = Phrase(
        vi: "Chưa lưu được, sẽ tự thử lại khi có mạng.", en: "Not saved yet; it is tried again when the network is back.")
    static let moreQuestions = Phrase(
        vi: "Theo câu trả lời của bạn có thêm câu hỏi ở dưới. Hãy trả lời rồi bấm “Tiếp tục”.",
        en: "Your answers led to more questions below. Answer them, then press “Continue”.")
    static let otherDevice = Phrase(
        vi: "Bản nháp này vừa được lưu ở thiết bị khác. Điều bạn vừa sửa đã được giữ; phần còn lại theo thiết bị kia. Xem lại rồi tiếp tục.",
        en: "Another device has just saved this draft. What you changed is kept; the rest is as that device left it. Look, then go on.")
    static let changedMeanwhile = Phrase(
        vi: "Bản nháp vừa được sửa ở thiết bị khác nên chưa nộp. Xem lại lần nữa rồi bấm “Nộp hồ sơ”.",
        en: "Another device has just changed the draft, so it was not filed. Look through it again, then file.")
    static let complete = Phrase(vi: "Đã đủ. Xem lại một lượt rồi bấm “Nộp hồ sơ”.", en: "Complete. Look through it, then press “File the dossier”.")
    static let missing = Phrase(vi: "Còn thiếu {n} mục", en: "Still missing: {n}")
    static let change = Phrase(vi: "Sửa", en: "Change")
    static let pages = Phrase(vi: "{n} trang", en: "{n} pages")
    static let noFiles = Phrase(vi: "Chưa có tệp nào.", en: "No files yet.")
    static let feeAndTime = Phrase(vi: "Phí và thời hạn", en: "Fee and time")
    static let feeOpen = Phrase(vi: "theo nghị quyết của HĐND tỉnh", en: "set by the provincial council")
    static let limit = Phrase(vi: "Thời hạn giải quyết", en: "Time limit")
    static let sameDay = Phrase(vi: "Ngay trong ngày", en: "The same day")
    static let payLater = Phrase(
        vi: "Chưa phải nộp tiền bây giờ. Khi cần nộp, hệ thống báo số tiền và thời gian chờ không tính vào thời hạn.",
        en: "Nothing is paid now. When it is due you are told the amount, and the wait does not count.")
    static let drafts = Phrase(vi: "Đang làm dở", en: "Drafts")
    static let goOn = Phrase(vi: "Làm tiếp", en: "Go on")
    static let discard = Phrase(vi: "Xóa bản nháp", en: "Delete the draft")
    static let nothingMissing = Phrase(vi: "đã đủ, chỉ còn nộp", en: "complete, only to be filed")
    static let missingItems = Phrase(vi: "còn thiếu {n} mục", en: "{n} missing")
    static let goneProcedure = Phrase(vi: "thủ tục không còn nộp ở đây", en: "no longer filed here")

    static let lookAgain = Phrase(
        vi: "Tên hiện nay đã được ghi vào ô. Hãy xem lại rồi bấm “Nộp hồ sơ” lần nữa.",
        en: "Its name of today stands in the field now. Check it, then press “File the dossier” again.")

    static func commune(of label: Phrase) -> Phrase {
        Phrase(vi: "\(label.vi) – xã, phường", en: "\(label.en) – commune")
    }
}
