// SPDX-License-Identifier: Apache-2.0

/// Something in the published data that a legal officer should look at. A flag never keeps a record out.
package struct CatalogueFlag: Hashable, Sendable, Codable {
    package let kind: CatalogueFlagKind
    /// Where in the record, `channels[2].fees[0]`.
    package let place: String
    /// What stands there, shortened.
    package let found: String

    package init(_ kind: CatalogueFlagKind, _ place: String, found: String = "") {
        self.kind = kind
        self.place = place
        self.found = found.count <= 160 ? found : String(found.prefix(159)) + "…"
    }
}

/// The kinds of oddity that published procedure data really show. The raw value is the name in reports and in the API.
package enum CatalogueFlagKind: String, CaseIterable, Sendable, Codable {
    // The record as a whole
    case codePattern = "code_pattern"
    case duplicateCode = "duplicate_code"
    case detailWithoutCatalogue = "detail_without_catalogue"
    case nameDiffers = "name_differs"
    case wrongType = "wrong_type"
    case unknownKey = "unknown_key"
    case textCleaned = "text_cleaned"
    // What it says about itself
    case nameMissing = "name_missing"
    case fieldMissing = "field_missing"
    case fieldCodeMissing = "field_code_missing"
    case fieldCodePattern = "field_code_pattern"
    case levelMissing = "level_missing"
    case levelInferred = "level_inferred"
    case levelUnknown = "level_unknown"
    case agencyMissing = "agency_missing"
    case authorityMissing = "authority_missing"
    case subjectMissing = "subject_missing"
    case subjectUnknown = "subject_unknown"
    case typeUnknown = "type_unknown"
    case stateUnknown = "state_unknown"
    // Ways, limits
    case channelMissing = "channel_missing"
    case unknownChannel = "unknown_channel"
    case unitMissing = "unit_missing"
    case unitUnknown = "unit_unknown"
    case limitMissing = "limit_missing"
    case limitZero = "limit_zero"
    case limitImpossible = "limit_impossible"
    case limitOnlyInText = "limit_only_in_text"
    case limitsDiffer = "limits_differ"
    case numberAsText = "number_as_text"
    // Fees
    case feeImpossible = "fee_impossible"
    case feeMissing = "fee_missing"
    case feeInTextOnly = "fee_in_text_only"
    case feeZeroButText = "fee_zero_but_text"
    case feeKindUnknown = "fee_kind_unknown"
    case currencyUnknown = "currency_unknown"
    // Components, results, the rest
    case componentsMissing = "components_missing"
    case componentNameMissing = "component_name_missing"
    case componentCodePattern = "component_code_pattern"
    case componentNoteAsPaper = "component_note_as_paper"
    case duplicateComponent = "duplicate_component"
    case quantityImpossible = "quantity_impossible"
    case caseCodePattern = "case_code_pattern"
    case resultMissing = "result_missing"
    case resultCodePattern = "result_code_pattern"
    case resultCountDiffers = "result_count_differs"
    case stepsMissing = "steps_missing"
    case legalBasisMissing = "legal_basis_missing"
    case legalBasisRepeated = "legal_basis_repeated"
}
