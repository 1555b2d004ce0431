// SPDX-License-Identifier: Apache-2.0

/// Something the program depends on fails: people are told what to do, operators read the description in the log. It holds no
/// values of people and no secrets.
package protocol Outage: Error, CustomStringConvertible {
    var userError: UserError { get }
}
