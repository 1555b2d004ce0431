// SPDX-License-Identifier: Apache-2.0

package import Foundation
import Kernel
import Yams

/// The procedures of a province pack: one YAML file for each version of a procedure, in `procedures/`.
package enum ProcedureFiles {
    /// Every definition in the folder, by code and version. All complaints about all files are thrown together.
    package static func load(_ directory: URL) throws -> [ProcedureDefinition] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: directory.path).filter { $0.hasSuffix(".yaml") }.sorted()
        } catch {
            throw ProcedureFilesError(complaints: ["\(directory.path): this folder cannot be read"])
        }
        var definitions: [ProcedureDefinition] = []
        var complaints: [String] = []
        for name in names {
            do {
                let definition = try load(file: directory.appending(path: name))
                if !name.hasPrefix(definition.code) { complaints.append("\(name): the file's name must begin with \(definition.code)") }
                complaints += definition.problems().map { "\(name): \($0.en)" }
                definitions.append(definition)
            } catch let error as ProcedureFilesError {
                complaints += error.complaints
            }
        }
        complaints += clashes(definitions)
        guard complaints.isEmpty else { throw ProcedureFilesError(complaints: complaints) }
        return definitions.sorted { ($0.code, $0.version) < ($1.code, $1.version) }
    }

    /// One definition out of one file, understood completely but not yet judged.
    package static func load(file: URL) throws -> ProcedureDefinition {
        guard let data = try? Data(contentsOf: file), let text = String(validating: data, as: UTF8.self) else {
            throw ProcedureFilesError(complaints: ["\(file.lastPathComponent): this file cannot be read as UTF-8 text"])
        }
        return try load(text: text, name: file.lastPathComponent)
    }

    /// One definition out of the text of a file; `name` is used in complaints.
    package static func load(text: String, name: String) throws -> ProcedureDefinition {
        let root: Node
        do {
            guard let composed = try Yams.compose(yaml: text) else {
                throw ProcedureFilesError(complaints: ["\(name): this file is empty"])
            }
            root = composed
        } catch let error as YamlError {
            throw ProcedureFilesError(complaints: ["\(name): this is not YAML: \(error)"])
        }
        do {
            let definition = try YAMLDecoder().decode(ProcedureDefinition.self, from: root)
            let unread = try unreadKeys(of: root, in: definition)
            guard unread.isEmpty else { throw ProcedureFilesError(complaints: unread.map { "\(name)\($0)" }) }
            return definition
        } catch let error as DecodingError {
            throw ProcedureFilesError(complaints: [name + sentence(error, root)])
        }
    }

    /// A key that the definition does not hold was misspelt: whatever was understood is written again and compared.
    private static func unreadKeys(of root: Node, in definition: ProcedureDefinition) throws -> [String] {
        guard let understood = try Yams.compose(yaml: YAMLEncoder().encode(definition)) else { return [] }
        return unread(root, understood).map { node, key in "\(place(node)): unknown key “\(key)”" }
    }

    private static func clashes(_ definitions: [ProcedureDefinition]) -> [String] {
        definitions.indices.flatMap { first in
            definitions.indices.dropFirst(first + 1).compactMap { second -> String? in
                let (one, other) = (definitions[first], definitions[second])
                guard one.code == other.code else { return nil }
                if one.version == other.version { return "\(one.code): version \(one.version) stands in two files" }
                let overlap = one.isInForce(on: other.effectiveFrom) || other.isInForce(on: one.effectiveFrom)
                return overlap ? "\(one.code): versions \(one.version) and \(other.version) are in force at the same time" : nil
            }
        }
    }
}

/// Why procedure files cannot be used: one sentence for each thing to correct, with file and line.
package struct ProcedureFilesError: Error, Hashable, Sendable, CustomStringConvertible {
    package let complaints: [String]

    package init(complaints: [String]) {
        self.complaints = complaints
    }

    package var description: String { complaints.joined(separator: "\n") }
}
