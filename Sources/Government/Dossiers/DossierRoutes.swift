// SPDX-License-Identifier: Apache-2.0

package import Hummingbird
package import Web

/// Where HTTP enters this context: pages of citizens and officers, and the API.
package struct DossierRoutes: Sendable {
    let house: DossierHouse
    /// Whether citizens may file here, or only on the National Portal (the rule since 1 July 2025); desks always may.
    let takesFilings: Bool

    package init(house: DossierHouse, takesFilings: Bool) {
        (self.house, self.takesFilings) = (house, takesFilings)
    }

    /// The style of these pages, to be served with the site's own.
    package static let stylesheets = [Asset.dossierStyle]

    package func mount(on router: Router<WebContext>) {
        TrackingRoutes(house: house).mount(on: router)
        FilingRoutes(house: house, takesFilings: takesFilings).mount(on: router)
        MyRoutes(house: house).mount(on: router)
        WorkRoutes(house: house).mount(on: router)
        DossierAPI(house: house, takesFilings: takesFilings).mount(on: router)
        QueueAPI(house: house).mount(on: router)
    }
}
