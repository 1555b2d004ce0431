// SPDX-License-Identifier: Apache-2.0

import DossierViews
package import Dossiers
package import Hummingbird
package import Web

/// The pages of officers: queues, and dossiers on the desk.
package struct OfficerRoutes: Sendable {
    let house: DossierHouse
    let press: DraftPress?

    /// - Parameter press: what sets drafts of results; without it none are offered.
    package init(house: DossierHouse, press: DraftPress? = nil) {
        (self.house, self.press) = (house, press)
    }

    /// The scripts and styles of these pages, to be served with the site's own.
    package static let assets = [Asset.deskScript, Asset.deskStyle]

    package func mount(on router: Router<WebContext>) {
        QueueRoutes(house: house).mount(on: router)
        BatchRoutes(house: house).mount(on: router)
        DossierDeskRoutes(house: house, drafts: press != nil).mount(on: router)
        ResultDraftRoutes(house: house, press: press).mount(on: router)
        AbsenceRoutes(house: house).mount(on: router)
        EventRoutes(house: house).mount(on: router)
    }
}
