// SPDX-License-Identifier: Apache-2.0

/// How much one form may bring.
package struct FormLimits: Sendable, Hashable {
    package var fields = 1000
    package var fieldBytes = 256 * 1024
    package var fileBytes = 10 * 1024 * 1024
    package var totalBytes = 60 * 1024 * 1024
    /// A form without files.
    package var textBytes = 4 * 1024 * 1024

    package init() {}
}
