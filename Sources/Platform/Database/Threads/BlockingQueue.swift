// SPDX-License-Identifier: Apache-2.0

import Foundation

/// First in, first out, between tasks that must not block and threads that may.
/// SAFETY: every access to the state is made with the condition's lock held.
package final class BlockingQueue<Element: Sendable>: @unchecked Sendable {
    private let condition = NSCondition()
    private var elements: [Element?] = []
    private var head = 0
    private var sleepers = 0
    private var isClosed = false

    package init() {}

    /// Adds an element and wakes a waiting thread; false when the queue is closed.
    package func push(_ element: Element) -> Bool {
        condition.lock()
        if isClosed {
            condition.unlock()
            return false
        }
        elements.append(element)
        let hasSleepers = sleepers > 0
        condition.unlock()
        // After unlocking: a thread woken earlier would only wait for the lock.
        if hasSleepers { condition.signal() }
        return true
    }

    /// Blocks the thread until there is an element; nil once the queue is closed and empty.
    package func next() -> Element? {
        condition.lock()
        defer { condition.unlock() }
        while true {
            if let element = take() { return element }
            if isClosed { return nil }
            sleepers += 1
            condition.wait()
            sleepers -= 1
        }
    }

    /// An element that is there already.
    package func nextIfAny() -> Element? {
        condition.lock()
        defer { condition.unlock() }
        return take()
    }

    /// Refuses new elements; those waiting are still handed out.
    package func close() {
        condition.lock()
        defer { condition.unlock() }
        isClosed = true
        condition.broadcast()
    }

    private func take() -> Element? {
        guard head < elements.count else { return nil }
        let element = elements[head]
        elements[head] = nil
        head += 1
        if head == elements.count {
            elements.removeAll(keepingCapacity: head < 1024)
            head = 0
        } else if head == 4096 {
            elements.removeFirst(head)
            head = 0
        }
        return element
    }
}
