// SPDX-License-Identifier: Apache-2.0

package import Hummingbird
package import Web

/// Where HTTP enters this context: pages of citizens and officers, and the API.
package struct DossierRoutes: Sendable {
    let house: DossierHouse

    package init(house: DossierHouse) {
        self.house = house
    }

    package func mount(on router: Router<WebContext>) {
        TrackingRoutes(house: house).mount(on: router)
        FilingRoutes(house: house).mount(on: router)
        MyRoutes(house: house).mount(on: router)
        WorkRoutes(house: house).mount(on: router)
        DossierAPI(house: house).mount(on: router)
        QueueAPI(house: house).mount(on: router)
    }
}
