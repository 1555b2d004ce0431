// SPDX-License-Identifier: Apache-2.0

import Kernel
import Markup

/// Where people file when the province takes no filings here.
enum NationalPortal {
    static let address = "https://dichvucong.gov.vn"

    static func sentence(_ language: Language) -> HTML {
        """
        <p>\(Words.file[language]) <a href="https://dichvucong.gov.vn" rel="external">\(Words.name[language])</a>. \(Words.here[language])</p>
        """
    }

    enum Words {
        static let name = Phrase(vi: "Cổng Dịch vụ công quốc gia", en: "National Public Service Portal")
        static let file = Phrase(vi: "Hồ sơ trực tuyến được nộp trên", en: "Dossiers are filed online on the")
        static let here = Phrase(
            vi: "Tại đây bạn xem hướng dẫn và tra cứu hồ sơ; bạn cũng có thể nộp trực tiếp tại bộ phận một cửa.",
            en: "Here you find guidance and follow your dossier; you may also file in person at a one-stop desk.")
        static let go = Phrase(vi: "Nộp trên Cổng Dịch vụ công quốc gia", en: "File on the National Public Service Portal")
    }
}
