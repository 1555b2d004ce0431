// SPDX-License-Identifier: Apache-2.0

package import Hummingbird
package import Web

/// Where programs enter this context: the API.
package struct DossierRoutes: Sendable {
    let house: DossierHouse
    /// Whether citizens may file here, or only on the National Portal (the rule since 1 July 2025); desks always may.
    let takesFilings: Bool

    package init(house: DossierHouse, takesFilings: Bool) {
        (self.house, self.takesFilings) = (house, takesFilings)
    }

    package func mount(on router: Router<WebContext>) {
        DossierAPI(house: house, takesFilings: takesFilings).mount(on: router)
        QueueAPI(house: house).mount(on: router)
    }
}
