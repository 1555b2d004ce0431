// SPDX-License-Identifier: Apache-2.0

import Kernel

/// Where an account wants its letters, and an address that waits to be confirmed.
struct Contact: Sendable, Hashable {
    /// Confirmed; nil while there is none.
    var email: String?
    /// The language of the page it was confirmed on.
    var language: Language?
    var pending: Pending?

    /// An address somebody typed, until the code from the letter proves that they read its mail.
    struct Pending: Sendable, Hashable {
        let email: String
        let codeHash: String
        let sentAt: Instant
        let wrongTries: Int
    }
}
