// SPDX-License-Identifier: Apache-2.0

import DossierViews
package import Dossiers
package import Hummingbird
package import Web

/// The pages of citizens: tracking, filing, and what is theirs.
package struct CitizenRoutes: Sendable {
    let house: DossierHouse
    /// Whether citizens may file here, or only on the National Portal (the rule since 1 July 2025); desks always may.
    let takesFilings: Bool

    package init(house: DossierHouse, takesFilings: Bool) {
        (self.house, self.takesFilings) = (house, takesFilings)
    }

    package func mount(on router: Router<WebContext>) {
        TrackingRoutes(house: house).mount(on: router)
        FilingRoutes(house: house, takesFilings: takesFilings).mount(on: router)
        if takesFilings { DraftRoutes(house: house).mount(on: router) }
        MyRoutes(house: house).mount(on: router)
    }
}
