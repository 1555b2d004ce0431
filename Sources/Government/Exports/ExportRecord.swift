// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// What is kept of an export: who, when, which rows, how many.
package struct ExportRecord: Sendable {
    package let id: Identifier
    package let account: String
    package let name: String
    package let door: ExportOrder.Door
    package let format: ExportFormat
    package let filter: ExportFilter
    package let hasNames: Bool
    package let at: Instant
    /// Nil while it runs, and for ever when the program ended meanwhile.
    package let endedAt: Instant?
    package let isComplete: Bool
    package let rows: Int
}
