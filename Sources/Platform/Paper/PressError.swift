// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// Why a paper was not set.
package enum PressError: Error, Sendable, Hashable {
    /// Python, the module `typst`, its fonts or the templates are not on this machine.
    case unavailable
    /// Too many papers wait already, or the server is stopping.
    case busy
    /// The paper took longer than allowed.
    case tooSlow
    /// Every worker that was given this paper ended over it.
    case crashed
    /// What Typst says is wrong with the template: a fault of ours, not of the person who asked.
    case refused(String)

    /// What the person who asked for the paper is told; nil where it is a fault to be logged.
    package var userError: UserError? {
        switch self {
        case .unavailable: .noPress
        case .busy, .tooSlow, .crashed: .pressBusy
        case .refused: nil
        }
    }
}

extension UserError {
    /// The rest of the program works without a press, so this names what the operator has to install.
    package static let noPress = UserError(
        code: "paper.press_unavailable", status: 503,
        title: Phrase(vi: "Máy chủ này chưa tạo được tệp PDF", en: "This server cannot make PDF files yet"),
        advice: Phrase(
            vi: """
                Bạn vẫn có thể xem và in trang trên màn hình. Người quản trị cần cài gói Debian fonts-noto-core và python3-venv, tạo môi trường \
                Python có typst==0.15.0 rồi chỉ MOTCUA_PYTHON đến đó; thư mục mẫu chỉ bằng --papers hoặc MOTCUA_PAPERS.
                """,
            en: """
                You can still read and print the page on the screen. The operator has to install the Debian packages fonts-noto-core and \
                python3-venv, make a Python environment with typst==0.15.0 and name it in MOTCUA_PYTHON; --papers or MOTCUA_PAPERS names the templates.
                """))

    static let pressBusy = UserError(
        code: "paper.press_busy", status: 503,
        title: Phrase(vi: "Chưa tạo được tệp PDF", en: "The PDF file could not be made"),
        advice: Phrase(vi: "Vui lòng thử lại sau ít phút.", en: "Please try again in a few minutes."))
}
