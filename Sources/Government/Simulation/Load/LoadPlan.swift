// SPDX-License-Identifier: Apache-2.0

package import Process

/// What a running server is to be loaded with: dossiers that come at a steady rate, whether or not it keeps up.
package struct LoadPlan: Sendable {
    /// `http://127.0.0.1:8080`, without a slash at the end.
    package let server: String
    /// Dossiers a second; each is a filing, its way to the result, and somebody who looks it up.
    package let rate: Double
    package let seconds: Int
    package let seed: UInt64
    /// The part of dossiers that is worked up to the result; the others are filed and looked up.
    package let workedShare: Double

    package init(server: String, rate: Double, seconds: Int, seed: UInt64 = 1, workedShare: Double = 1) {
        self.server = server.hasSuffix("/") ? String(server.dropLast()) : server
        (self.rate, self.seconds, self.seed, self.workedShare) = (rate, seconds, seed, workedShare)
    }
}

/// Whose tokens the load is brought by.
package struct LoadAccounts: Sendable {
    package struct Officer: Sendable {
        let token: String
        let unit: String
        let role: StepRole

        package init(token: String, unit: String, role: StepRole) {
            (self.token, self.unit, self.role) = (token, unit, role)
        }
    }

    let citizens: [String]
    private let officers: [Officer]

    package init(citizens: [String], officers: [Officer]) {
        (self.citizens, self.officers) = (citizens, officers)
    }

    func token(_ role: StepRole, at unit: String) -> String? {
        officers.first { $0.unit == unit && $0.role == role }?.token
    }

    /// The communes where every post of a process is held, so that a dossier can be worked to its end.
    var desks: [String] {
        let units = Set(officers.map(\.unit))
        return units.filter { unit in StepRole.allCases.allSatisfy { token($0, at: unit) != nil } }.sorted()
    }
}
