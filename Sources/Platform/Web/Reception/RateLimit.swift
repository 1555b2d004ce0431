// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Hummingbird
import Kernel
import Synchronization

/// How often one address may ask for something: `burst` at once, `perMinute` after that.
package struct RateRule: Sendable, Hashable {
    package let name: String
    package let pathPrefix: String
    /// Whether only changing requests count.
    package let onlyChanges: Bool
    package let burst: Double
    package let perMinute: Double
    /// Whether all nodes count together, which costs a write each time; otherwise the rule shields each node by itself.
    package let isShared: Bool

    package init(
        name: String, pathPrefix: String = "/", onlyChanges: Bool = false, burst: Double, perMinute: Double, isShared: Bool = false
    ) {
        (self.name, self.pathPrefix, self.onlyChanges, self.isShared) = (name, pathPrefix, onlyChanges, isShared)
        (self.burst, self.perMinute) = (burst, perMinute)
    }

    /// Signing in strictly, the rest generously: many people share the address of one office.
    package static let standard = [
        RateRule(name: "sign-in", pathPrefix: "/sign-in", onlyChanges: true, burst: 20, perMinute: 20, isShared: true),
        RateRule(name: "default", burst: 600, perMinute: 3000),
    ]

    func covers(_ request: Request) -> Bool {
        if onlyChanges, request.method == .get || request.method == .head { return false }
        return pathPrefix == "/" || isUnder(pathPrefix, request.uri.path)
    }
}

/// Answers 429 to an address that asks too often. What this node knows is asked first, so that an address that hammers it
/// does not reach the database.
struct RateLimit: Sendable {
    private let rules: [RateRule]
    private let buckets = TokenBuckets()
    private let shared: RateStore?

    init(rules: [RateRule], shared: RateStore?) {
        (self.rules, self.shared) = (rules, shared)
    }

    func check(_ request: Request, _ context: WebContext) async throws {
        guard let index = rules.firstIndex(where: { $0.covers(request) }) else { return }
        let rule = rules[index]
        if let wait = buckets.take(.init(address: context.remoteAddress, rule: index), rule, now: context.now) {
            throw TooManyRequests(seconds: wait)
        }
        if rule.isShared, let wait = try await shared?.take(rule, context.remoteAddress, now: context.now) {
            throw TooManyRequests(seconds: wait)
        }
    }
}

/// Carries the seconds for `Retry-After`.
struct TooManyRequests: Error {
    let seconds: Int

    var userError: UserError {
        UserError(
            code: "too_many_requests", status: 429,
            title: Phrase(vi: "Có quá nhiều yêu cầu từ địa chỉ của bạn", en: "Too many requests came from your address"),
            advice: Phrase(vi: "Xin đợi {n} giây rồi thử lại.", en: "Please wait {n} seconds and try again.").with(["n": "\(seconds)"]))
    }
}

final class TokenBuckets: Sendable {
    struct Key: Hashable {
        let address: String
        let rule: Int
    }

    private struct Bucket {
        var tokens: Double
        var filledAt: Int64
    }

    private let buckets = Mutex<[Key: Bucket]>([:])
    private static let maximumCount = 100_000

    /// Takes one token; the seconds to wait when there is none.
    func take(_ key: Key, _ rule: RateRule, now: Instant) -> Int? {
        buckets.withLock { buckets in
            if buckets.count >= Self.maximumCount { buckets.removeAll(keepingCapacity: true) }
            let perMillisecond = rule.perMinute / 60_000
            var bucket = buckets[key] ?? Bucket(tokens: rule.burst, filledAt: now.milliseconds)
            let elapsed = Double(max(0, now.milliseconds - bucket.filledAt))
            bucket.tokens = min(rule.burst, bucket.tokens + elapsed * perMillisecond)
            bucket.filledAt = now.milliseconds
            defer { buckets[key] = bucket }
            if bucket.tokens >= 1 {
                bucket.tokens -= 1
                return nil
            }
            return max(1, Int(((1 - bucket.tokens) / perMillisecond / 1000).rounded(.up)))
        }
    }
}
