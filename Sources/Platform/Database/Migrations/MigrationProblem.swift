// SPDX-License-Identifier: Apache-2.0

/// Why a database and this program do not belong together.
package enum MigrationProblem: Error, Hashable, CustomStringConvertible {
    case duplicateName(String)
    case databaseIsNewer(String)
    case editedAfterwards(String)
    case takesAway(String)
    case contractFirst(String, before: String)

    package var description: String {
        switch self {
        case .duplicateName(let name): "two migrations are named \(name)"
        case .databaseIsNewer(let name): "the database has been through \(name), which this program does not know: it needs a newer program"
        case .editedAfterwards(let name): "migration \(name) was edited after it had been applied: restore its text and add a new migration"
        case .takesAway(let name): "migration \(name) removes or renames something: its stage is .contract"
        case .contractFirst(let name, let next):
            "migration \(name) comes before \(next) and may run only when no older program serves: stop those, then run motcua migrate --contract"
        }
    }
}
