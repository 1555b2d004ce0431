// SPDX-License-Identifier: Apache-2.0

import Hummingbird
package import Kernel
import Logging

extension WebContext {
    /// For handlers that answer an outage in the words of a protocol of their own.
    package func log(_ outage: any Outage) {
        logger.error("fault", metadata: ["error.type": "\(type(of: outage))", "route": "\(endpointPath ?? "-")", "error": "\(outage.description)"])
    }
}
