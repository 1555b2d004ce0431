// SPDX-License-Identifier: Apache-2.0

import Kernel

/// A turn of life that brings people to the administration, with the words that find its procedures.
struct LifeEvent: Hashable, Sendable {
    let title: Phrase
    let examples: Phrase
    let words: String

    static let all = [
        LifeEvent(
            title: Phrase(vi: "Sinh con", en: "A child is born"),
            examples: Phrase(vi: "Khai sinh, nhập hộ khẩu, thẻ bảo hiểm y tế", en: "Birth, residence, health insurance"), words: "khai sinh"),
        LifeEvent(
            title: Phrase(vi: "Kết hôn", en: "Marriage"),
            examples: Phrase(vi: "Đăng ký kết hôn, xác nhận tình trạng hôn nhân", en: "Marriage, certificate of marital status"), words: "kết hôn"),
        LifeEvent(
            title: Phrase(vi: "Thay đổi nơi ở", en: "Moving house"),
            examples: Phrase(vi: "Thường trú, tạm trú, xác nhận cư trú", en: "Permanent and temporary residence"), words: "đăng ký cư trú"),
        LifeEvent(
            title: Phrase(vi: "Đất đai", en: "Land"),
            examples: Phrase(vi: "Sổ đỏ, sang tên, tách thửa", en: "Land titles, transfers, divisions"), words: "sổ đỏ"),
        LifeEvent(
            title: Phrase(vi: "Xây, sửa nhà", en: "Building a house"),
            examples: Phrase(vi: "Giấy phép xây dựng mới, sửa chữa", en: "Building and renovation permits"), words: "giấy phép xây dựng"),
        LifeEvent(
            title: Phrase(vi: "Mở cửa hàng, kinh doanh", en: "Starting a business"),
            examples: Phrase(vi: "Thành lập, thay đổi, tạm ngừng hộ kinh doanh", en: "Household businesses and enterprises"), words: "hộ kinh doanh"),
        LifeEvent(
            title: Phrase(vi: "Sao y, chứng thực", en: "Certified copies"),
            examples: Phrase(vi: "Bản sao, chữ ký, hợp đồng, di chúc", en: "Copies, signatures, contracts, wills"), words: "chứng thực"),
        LifeEvent(
            title: Phrase(vi: "Người thân qua đời", en: "A death in the family"),
            examples: Phrase(vi: "Khai tử, hỗ trợ mai táng, thừa kế", en: "Death, funeral support, inheritance"), words: "khai tử"),
    ]
}
