// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Web

/// What a serving process is told about the proxies and the balancer before it.
struct NodeOptions: ParsableArguments {
    @Option(
        help:
            "Addresses of the proxies before it, CIDR[,CIDR] (or MOTCUA_TRUSTED_PROXIES): what they say about visitors is believed; nobody by default."
    )
    var trustedProxies: String?

    @Option(help: "Seconds to go on serving after SIGTERM while /health/ready already says no (or MOTCUA_DRAIN_SECONDS); 0 by default.")
    var drainSeconds: Int?

    func proxies() throws -> [AddressRange] {
        guard let text = environment(trustedProxies, "TRUSTED_PROXIES") else { return [] }
        guard let ranges = AddressRange.list(text) else { throw ValidationError("\(text) is no list of addresses like 10.0.0.0/8,192.0.2.7.") }
        return ranges
    }

    func drain() throws -> Int {
        guard let text = environment(drainSeconds.map(String.init), "DRAIN_SECONDS") else { return 0 }
        guard let seconds = Int(text), (0...3600).contains(seconds) else { throw ValidationError("\(text) is no number of seconds: 0 to 3600.") }
        return seconds
    }
}
