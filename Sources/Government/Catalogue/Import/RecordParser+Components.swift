// SPDX-License-Identifier: Apache-2.0

import Kernel

extension RecordParser {
    /// The papers, grouped as published. Groups keep the order in which they first come.
    mutating func componentGroups() -> [NationalComponentGroup] {
        var groups: [NationalComponentGroup] = []
        var positions: [String: Int] = [:]
        for row in componentRows() {
            let component = component(row.value, row.place)
            if let position = positions[row.group] {
                if isRepeated(component, in: groups[position]) { flag(.duplicateComponent, row.place, found: component.name) }
                groups[position].components.append(component)
            } else {
                positions[row.group] = groups.count
                groups.append(NationalComponentGroup(title: row.group, components: [component]))
            }
        }
        if groups.isEmpty { flag(.componentsMissing, "documents") }
        return groups
    }

    private struct ComponentRow {
        let group: String
        let value: JSONValue
        let place: String
    }

    /// Flat rows with a `group`, or groups with rows.
    private mutating func componentRows() -> [ComponentRow] {
        if let grouped = record.first("executionCases", "componentGroups") {
            var rows: [ComponentRow] = []
            for (index, group) in list(grouped, "documents").enumerated() {
                let title = groupTitle(group.first("name", "case"), "documents[\(index)]")
                for (position, value) in list(group.first("profileComponents", "components"), "documents[\(index)]").enumerated() {
                    rows.append(ComponentRow(group: title, value: value, place: "documents[\(index)][\(position)]"))
                }
            }
            return rows
        }
        var rows: [ComponentRow] = []
        for (index, value) in list(record.first("documents"), "documents").enumerated() {
            let place = "documents[\(index)]"
            rows.append(ComponentRow(group: groupTitle(value["group"], place), value: value, place: place))
        }
        return rows
    }

    /// `* Giấy tờ phải nộp:` and `Giấy tờ phải nộp` are one group.
    private mutating func groupTitle(_ value: JSONValue?, _ place: String) -> String {
        let title = text(value, "\(place).group")
        return String(title.drop { "*-+ ".contains($0) }.reversed().drop { ":;. ".contains($0) }.reversed())
    }

    private mutating func component(_ row: JSONValue, _ place: String) -> NationalComponent {
        guard case .object = row else {
            let name = text(row, "\(place).name", lines: true)
            return NationalComponent(code: "", name: name, originals: 1, copies: 0)
        }
        let code = text(row["code"], "\(place).code")
        let isCode = !code.isEmpty && code.utf8.count <= 64 && !code.utf8.contains(32)
        if row["code"] != nil, !isCode { flag(.componentCodePattern, "\(place).code", found: code) }
        let name = text(row["name"], "\(place).name", lines: true)
        if name.isEmpty { flag(.componentNameMissing, "\(place).name") }
        let component = NationalComponent(
            code: code, name: name, originals: quantity(row.first("original", "originals", "originalQty"), "\(place).original"),
            copies: quantity(row.first("copy", "copies", "copyQty"), "\(place).copy"), templates: templates(row, place))
        if component.isNote { flag(.componentNoteAsPaper, place, found: name) }
        return component
    }

    /// Nobody is asked for twenty originals: such a number is a form's number that slipped into the column.
    private mutating func quantity(_ value: JSONValue?, _ place: String) -> Int {
        guard let number = number(value, place) else { return 0 }
        guard (0...20).contains(number), number == number.rounded() else {
            flag(.quantityImpossible, place, found: plain(number))
            return number > 0 ? 1 : 0
        }
        return Int(number)
    }

    private mutating func templates(_ row: JSONValue, _ place: String) -> [String] {
        list(row.first("templates", "attachments"), "\(place).templates").map { text($0["name"] ?? $0, "\(place).templates") }.filter { !$0.isEmpty }
    }

    private func isRepeated(_ component: NationalComponent, in group: NationalComponentGroup) -> Bool {
        group.components.contains { $0.name == component.name || (!component.code.isEmpty && $0.code == component.code) }
    }
}
