// SPDX-License-Identifier: Apache-2.0

package import Foundation
import Kernel
import Organisation
import Yams

/// What a province pack may tell a simulation about its people: `simulation.yaml`. Nothing here is law; without the file every
/// commune and every procedure is drawn alike.
package struct SimulationFacts: Sendable {
    /// Thousands of people by agency code.
    let population: [String: Double]
    /// How often each procedure is asked for, against 1 for one that is not named.
    let procedures: [String: Double]
    let streets: [String]
    let personalNumberPrefixes: [String]

    package static let none = SimulationFacts(population: [:], procedures: [:], streets: [], personalNumberPrefixes: [])

    init(population: [String: Double], procedures: [String: Double], streets: [String], personalNumberPrefixes: [String]) {
        (self.population, self.procedures, self.streets) = (population, procedures, streets)
        self.personalNumberPrefixes = personalNumberPrefixes
    }

    /// Reads the file of a pack's folder; a pack may come without it.
    package static func load(pack folder: URL) throws -> SimulationFacts {
        let file = "simulation.yaml"
        guard FileManager.default.fileExists(atPath: folder.appending(path: file).path) else { return .none }
        let text = try ProvincePack.read(file, in: folder.path)
        do {
            let written = try YAMLDecoder().decode(Written.self, from: text)
            return SimulationFacts(
                population: written.population, procedures: written.procedures, streets: written.streets, personalNumberPrefixes: [])
        } catch {
            throw ProvincePack.mistake(file: file, "\(error)")
        }
    }

    func of(_ province: Province) -> SimulationFacts {
        SimulationFacts(
            population: population, procedures: procedures, streets: streets, personalNumberPrefixes: province.personalNumberPrefixes)
    }

    private struct Written: Decodable {
        let population: [String: Double]
        let procedures: [String: Double]
        let streets: [String]
    }
}
