// SPDX-License-Identifier: Apache-2.0

package import Kernel

extension CatalogueFlagKind {
    /// What is odd, in words for a legal officer.
    package var phrase: Phrase {
        switch self {
        case .codePattern, .duplicateCode, .detailWithoutCatalogue, .nameDiffers, .wrongType, .unknownKey, .textCleaned: recordPhrase
        case .channelMissing, .unknownChannel, .unitMissing, .unitUnknown, .limitMissing, .limitZero, .limitImpossible, .limitOnlyInText,
            .limitsDiffer, .numberAsText:
            limitPhrase
        case .feeImpossible, .feeMissing, .feeInTextOnly, .feeZeroButText, .feeKindUnknown, .currencyUnknown: feePhrase
        case .componentsMissing, .componentNameMissing, .componentCodePattern, .componentNoteAsPaper, .duplicateComponent,
            .quantityImpossible, .caseCodePattern:
            componentPhrase
        case .resultMissing, .resultCodePattern, .resultCountDiffers, .stepsMissing, .legalBasisMissing, .legalBasisRepeated: resultPhrase
        default: headPhrase
        }
    }

    private var recordPhrase: Phrase {
        switch self {
        case .codePattern:
            Phrase(vi: "Mã thủ tục không đúng mẫu (ví dụ 1.001193)", en: "The procedure code does not follow the pattern (such as 1.001193)")
        case .duplicateCode:
            Phrase(
                vi: "Mã xuất hiện nhiều lần với nội dung khác nhau; dòng đầu có hiệu lực",
                en: "The code comes more than once with different content; the first line is in force")
        case .detailWithoutCatalogue:
            Phrase(vi: "Có dữ liệu chi tiết nhưng không có trong danh mục", en: "There are details but no entry in the list")
        case .nameDiffers: Phrase(vi: "Tên trong danh mục và trong chi tiết khác nhau", en: "The names in the list and in the details differ")
        case .wrongType: Phrase(vi: "Giá trị không đúng kiểu dữ liệu, không dùng được", en: "A value of a wrong type that could not be used")
        case .unknownKey: Phrase(vi: "Có mục dữ liệu chưa biết, không dùng đến", en: "A data item that is not known and was not used")
        default:
            Phrase(
                vi: "Văn bản được làm sạch: ký tự ẩn, dấu tách rời, khoảng trắng thừa",
                en: "The text was cleaned: invisible characters, separate marks, needless spaces")
        }
    }

    private var headPhrase: Phrase {
        switch self {
        case .nameMissing: Phrase(vi: "Thiếu tên thủ tục", en: "The procedure has no name")
        case .fieldMissing: Phrase(vi: "Thiếu lĩnh vực", en: "The field is missing")
        case .fieldCodeMissing: Phrase(vi: "Thiếu mã lĩnh vực", en: "The field has no code")
        case .fieldCodePattern:
            Phrase(vi: "Mã lĩnh vực không đúng mẫu (ví dụ G15-TP07)", en: "The field code does not follow the pattern (such as G15-TP07)")
        case .levelMissing: Phrase(vi: "Không rõ cấp thực hiện", en: "The level of government is not known")
        case .levelInferred: Phrase(vi: "Cấp thực hiện do suy đoán, chưa được công bố", en: "The level was inferred, not published")
        case .levelUnknown: Phrase(vi: "Cấp thực hiện không có trong danh sách", en: "A level that is not on the list")
        case .agencyMissing: Phrase(vi: "Thiếu cơ quan thực hiện", en: "The resolving agency is missing")
        case .authorityMissing: Phrase(vi: "Thiếu cơ quan công bố", en: "The announcing authority is missing")
        case .subjectMissing: Phrase(vi: "Thiếu đối tượng thực hiện", en: "It is not said who may apply")
        case .subjectUnknown: Phrase(vi: "Đối tượng thực hiện không có trong danh sách", en: "A kind of applicant that is not on the list")
        case .typeUnknown: Phrase(vi: "Loại thủ tục không có trong danh sách", en: "A type of procedure that is not on the list")
        default: Phrase(vi: "Trạng thái công bố không có trong danh sách", en: "A publication state that is not on the list")
        }
    }

    private var limitPhrase: Phrase {
        switch self {
        case .channelMissing: Phrase(vi: "Không nêu cách thức thực hiện", en: "No way of filing is given")
        case .unknownChannel: Phrase(vi: "Cách thức thực hiện không có trong danh sách", en: "A way of filing that is not on the list")
        case .unitMissing: Phrase(vi: "Thời hạn không có đơn vị", en: "The time limit has no unit")
        case .unitUnknown: Phrase(vi: "Đơn vị thời hạn không có trong danh sách", en: "A unit of time that is not on the list")
        case .limitMissing: Phrase(vi: "Thiếu thời hạn giải quyết", en: "The time limit is missing")
        case .limitZero: Phrase(vi: "Thời hạn ghi là 0", en: "The time limit is written as 0")
        case .limitImpossible: Phrase(vi: "Thời hạn không thể có thật", en: "The time limit cannot be true")
        case .limitOnlyInText: Phrase(vi: "Thời hạn chỉ nêu bằng lời", en: "The time limit is given in words only")
        case .limitsDiffer:
            Phrase(vi: "Thời hạn theo cách thức và theo trường hợp khác nhau", en: "The time limits by way of filing and by case differ")
        default: Phrase(vi: "Số được ghi dưới dạng chữ", en: "A number written as text")
        }
    }

    private var feePhrase: Phrase {
        switch self {
        case .feeImpossible:
            Phrase(vi: "Mức thu không thể đúng (quá nhỏ, quá lớn hoặc âm)", en: "An amount that cannot be right (too small, too large or negative)")
        case .feeMissing: Phrase(vi: "Có dòng phí, lệ phí nhưng không có mức thu", en: "A fee line without an amount")
        case .feeInTextOnly: Phrase(vi: "Mức thu chỉ nêu bằng lời", en: "The amount is given in words only")
        case .feeZeroButText: Phrase(vi: "Mức thu ghi 0 nhưng phần mô tả nói khác", en: "The amount is 0 but the description says otherwise")
        case .feeKindUnknown: Phrase(vi: "Không rõ là phí hay lệ phí", en: "It is not clear which kind of fee it is")
        default: Phrase(vi: "Loại tiền không phải đồng Việt Nam", en: "The currency is not the Vietnamese đồng")
        }
    }

    private var componentPhrase: Phrase {
        switch self {
        case .componentsMissing: Phrase(vi: "Không nêu thành phần hồ sơ", en: "No papers are listed")
        case .componentNameMissing: Phrase(vi: "Thành phần hồ sơ không có tên", en: "A paper without a name")
        case .componentCodePattern:
            Phrase(vi: "Mã giấy tờ trống, có dấu cách hoặc quá dài", en: "The paper's code is empty, has spaces or is too long")
        case .componentNoteAsPaper: Phrase(vi: "Lời ghi chú bị xếp vào thành phần hồ sơ", en: "A note stands among the papers")
        case .duplicateComponent: Phrase(vi: "Thành phần hồ sơ lặp lại", en: "A paper is listed twice")
        case .quantityImpossible: Phrase(vi: "Số lượng bản không thể có thật", en: "A number of copies that cannot be true")
        default: Phrase(vi: "Mã trường hợp không theo mã thủ tục", en: "The case's code does not follow the procedure's code")
        }
    }

    private var resultPhrase: Phrase {
        switch self {
        case .resultMissing: Phrase(vi: "Không nêu kết quả", en: "No result is given")
        case .resultCodePattern:
            Phrase(vi: "Mã kết quả không đúng mẫu (ví dụ KQ.G15.000031)", en: "The result code does not follow the pattern (such as KQ.G15.000031)")
        case .resultCountDiffers: Phrase(vi: "Số tên kết quả và số mã kết quả khác nhau", en: "There are not as many result names as result codes")
        case .stepsMissing: Phrase(vi: "Không nêu trình tự thực hiện", en: "No steps are given")
        case .legalBasisMissing: Phrase(vi: "Không nêu căn cứ pháp lý", en: "No legal basis is given")
        default: Phrase(vi: "Căn cứ pháp lý lặp lại", en: "A legal basis is listed twice")
        }
    }
}
