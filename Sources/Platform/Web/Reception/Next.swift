// SPDX-License-Identifier: Apache-2.0

import Hummingbird

/// The rest of the walk, as the framework hands it to a middleware.
typealias Next = @concurrent (Request, WebContext) async throws -> Response
