// SPDX-License-Identifier: Apache-2.0

import Foundation
package import Kernel

/// The wall clock of this machine; the only place of the web floor that reads it.
package func systemNow() -> Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
}
