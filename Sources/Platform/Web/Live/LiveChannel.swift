// SPDX-License-Identifier: Apache-2.0

package import Database

/// Where changes are told and heard.
package protocol LiveChannel: Sendable {
    /// Tells everybody who listens to one of the note's topics, in every process, once the unit of work is committed.
    func publish(_ note: LiveNote, in unit: any Connection) throws

    /// What came on the channel of an installation (`LiveHub.channel`).
    func hear(_ payload: String)

    /// Where the row of notes stands now: a page made from what is read after this misses nothing that comes after it.
    var mark: LiveMark { get }

    /// Hears of these topics from now on, and first of what came since `mark`. A session has few ears: where it asks for
    /// one more, the oldest is closed.
    func subscribe(to topics: Set<String>, session: String, after mark: LiveMark?) -> LiveSubscription

    /// Ends every subscription, for good.
    func close()
}

/// What a listener hears.
package enum LiveSignal: Sendable, Hashable {
    case note(LiveNote, LiveMark)
    /// More happened than is remembered; anything may have changed.
    case gap(LiveMark)
    /// Nothing happened, but the line is alive.
    case beat
    /// A newer window of the same person took the place of this one.
    case displaced
}

/// One listener. Its signals end when the hub closes, when it is displaced, or when `end` is called.
package struct LiveSubscription: Sendable {
    let signals: AsyncStream<LiveSignal>
    let continuation: AsyncStream<LiveSignal>.Continuation

    package func end() { continuation.finish() }
}
