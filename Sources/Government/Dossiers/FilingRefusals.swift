// SPDX-License-Identifier: Apache-2.0

package import Kernel

extension UserError {
    package static let fileOnNationalPortal = UserError(
        code: "dossiers.file_on_national_portal", status: 403,
        title: Phrase(vi: "Hồ sơ được nộp trên Cổng Dịch vụ công quốc gia", en: "Dossiers are filed on the National Public Service Portal"),
        advice: Phrase(
            vi: "Nộp tại dichvucong.gov.vn hoặc đến Bộ phận Một cửa.", en: "File at dichvucong.gov.vn, or come to the one-stop desk."))

    package static let deskOnly = UserError(
        code: "dossiers.desk_only", status: 403,
        title: Phrase(vi: "Thủ tục này chỉ nhận trực tiếp tại Bộ phận Một cửa", en: "This procedure is received at the one-stop desk only"),
        advice: Phrase(
            vi: "Mang giấy tờ đến bất kỳ Trung tâm Phục vụ hành chính công nào; cán bộ nhập hồ sơ giúp bạn.",
            en: "Bring the papers to any public service centre; an officer enters the dossier for you."))

    package static let notFiledHere = UserError(
        code: "dossiers.not_filed_here", status: 404,
        title: Phrase(vi: "Thủ tục này chưa nộp được tại đây", en: "This procedure cannot be filed here"),
        advice: Phrase(vi: "Xem hướng dẫn của thủ tục để biết nơi nộp.", en: "See the procedure's page for where to file."))
}
