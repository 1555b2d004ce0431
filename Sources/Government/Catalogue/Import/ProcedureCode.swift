// SPDX-License-Identifier: Apache-2.0

/// The shapes a procedure code takes. All of them begin with the national code, which is what one joins on.
package enum ProcedureCode {
    /// `1.001193`
    package static func isNational(_ code: String) -> Bool {
        let bytes = Array(code.utf8)
        return bytes.count == 8 && startsNationally(bytes)
    }

    /// `1.001193.000.00.00.H55`
    package static func isProvincial(_ code: String) -> Bool {
        let parts = code.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 6 && isNational(parts[0] + "." + parts[1]) && parts[2].utf8.count == 3 && parts[3].utf8.count == 2
            && parts[4].utf8.count == 2 && parts[2...4].allSatisfy { $0.utf8.allSatisfy(isDigit) } && isAgency(parts[5])
    }

    /// `1.001193.H55`
    package static func isShort(_ code: String) -> Bool {
        let parts = code.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 3 && isNational(parts[0] + "." + parts[1]) && isAgency(parts[2])
    }

    package static func isWellFormed(_ code: String) -> Bool {
        isNational(code) || isProvincial(code) || isShort(code)
    }

    /// The national code at the beginning of any code, of a case code `1.001193.02` and of codes typed without the dot.
    package static func national(in text: String) -> String? {
        let bytes = Array(text.utf8.filter { $0 != 32 })
        if bytes.count >= 8, startsNationally(bytes), bytes.count == 8 || bytes[8] == UInt8(ascii: ".") || bytes[8] == UInt8(ascii: "-") {
            return String(decoding: bytes[..<8], as: UTF8.self)
        }
        if bytes.count == 7, bytes.allSatisfy(isDigit), bytes[0] != UInt8(ascii: "0") {
            return String(decoding: bytes[..<1] + [UInt8(ascii: ".")] + bytes[1...], as: UTF8.self)
        }
        return nil
    }

    private static func isNational(_ code: some StringProtocol) -> Bool { isNational(String(code)) }

    private static func startsNationally(_ bytes: [UInt8]) -> Bool {
        (49...57).contains(bytes[0]) && bytes[1] == UInt8(ascii: ".") && bytes[2..<8].allSatisfy(isDigit)
    }

    /// `H55`
    private static func isAgency(_ part: Substring) -> Bool {
        let bytes = Array(part.utf8)
        return bytes.count == 3 && (65...89).contains(bytes[0]) && isDigit(bytes[1]) && isDigit(bytes[2])
    }

    static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}

/// `G15-TP07`: ministry, hyphen, the ministry's own mark (TT 01/2018 Đ20).
func isFieldCode(_ code: String) -> Bool {
    let parts = code.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return false }
    let bytes = Array(parts[0].utf8)
    return bytes.count == 3 && (65...89).contains(bytes[0]) && bytes[1...].allSatisfy(ProcedureCode.isDigit)
        && (2...8).contains(parts[1].utf8.count) && parts[1].utf8.allSatisfy { ProcedureCode.isDigit($0) || (65...90).contains($0) }
}

/// `KQ.G15.000031`
func isResultCode(_ code: String) -> Bool {
    let parts = code.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "KQ" else { return false }
    let agency = Array(parts[1].utf8)
    return agency.count == 3 && (65...90).contains(agency[0]) && agency[1...].allSatisfy(ProcedureCode.isDigit)
        && parts[2].utf8.count == 6 && parts[2].utf8.allSatisfy(ProcedureCode.isDigit)
}

/// `1.001193.02` for the procedure `1.001193`.
func isCaseCode(_ code: String, of procedure: String) -> Bool {
    guard code.hasPrefix(procedure + ".") else { return false }
    let rest = code.utf8.dropFirst(procedure.utf8.count + 1)
    return rest.count == 2 && rest.allSatisfy(ProcedureCode.isDigit)
}
