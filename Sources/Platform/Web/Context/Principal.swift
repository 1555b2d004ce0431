// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// Whoever acts. The floors above say what else is known about them.
package protocol Principal: Sendable {
    var accountID: Identifier { get }
    var displayName: String { get }
}
