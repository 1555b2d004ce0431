// SPDX-License-Identifier: Apache-2.0

import DossierViews
package import Dossiers
package import Hummingbird
package import Web

/// The pages of officers: queues, and dossiers on the desk.
package struct OfficerRoutes: Sendable {
    let house: DossierHouse

    package init(house: DossierHouse) {
        self.house = house
    }

    package func mount(on router: Router<WebContext>) {
        WorkRoutes(house: house).mount(on: router)
    }
}
