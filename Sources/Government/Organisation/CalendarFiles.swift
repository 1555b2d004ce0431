// SPDX-License-Identifier: Apache-2.0

package import Foundation
import Kernel
package import WorkingTime
import Yams

/// The working calendar of a province pack: `calendars/hours.yaml` and one file a year, `calendars/2026.yaml`.
package func loadCalendar(province directory: URL) throws -> WorkingCalendar {
    let folder = directory.appending(path: "calendars", directoryHint: .isDirectory)
    let hours = try decodeYAML(OfficeHours.self, at: folder.appending(path: "hours.yaml"))
    let names = try calendarFileNames(in: folder)
    guard !names.isEmpty else { throw CalendarFilesError(file: folder.path, reason: "no calendar of any year, such as 2026.yaml") }
    let years = try names.map { name in
        let file = folder.appending(path: name)
        let year = try decodeYAML(CalendarYear.self, at: file)
        guard name == "\(year.year).yaml" else {
            throw CalendarFilesError(file: file.path, reason: "holds the year \(year.year); its name must be \(year.year).yaml")
        }
        return year
    }
    return WorkingCalendar(years: years, hours: hours)
}

/// A file of a province pack that cannot be used, and why, for the person who edits it.
package struct CalendarFilesError: Error, CustomStringConvertible {
    package let file: String
    package let reason: String

    package var description: String { "\(file): \(reason)" }
}

private func calendarFileNames(in folder: URL) throws -> [String] {
    do {
        return try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".yaml") && Int($0.dropLast(5)) != nil }.sorted()
    } catch {
        throw CalendarFilesError(file: folder.path, reason: "cannot be read")
    }
}

private func decodeYAML<Value: Decodable>(_ type: Value.Type, at file: URL) throws -> Value {
    guard let data = try? Data(contentsOf: file) else { throw CalendarFilesError(file: file.path, reason: "cannot be read") }
    do {
        return try YAMLDecoder().decode(type, from: data)
    } catch let DecodingError.dataCorrupted(context) {
        throw CalendarFilesError(file: file.path, reason: sentence(context))
    } catch let DecodingError.keyNotFound(key, context) {
        throw CalendarFilesError(file: file.path, reason: "\(key.stringValue) is missing" + place(context))
    } catch let DecodingError.typeMismatch(_, context), let DecodingError.valueNotFound(_, context) {
        throw CalendarFilesError(file: file.path, reason: sentence(context))
    }
}

private func sentence(_ context: DecodingError.Context) -> String {
    // Yams hides a scanner's complaint (line and column) one level down.
    let detail = context.underlyingError.map { ": \($0)" } ?? ""
    return context.debugDescription + detail + place(context)
}

private func place(_ context: DecodingError.Context) -> String {
    context.codingPath.isEmpty
        ? "" : " (at \(context.codingPath.map { $0.intValue.map { "\($0 + 1)" } ?? $0.stringValue }.joined(separator: "/")))"
}
