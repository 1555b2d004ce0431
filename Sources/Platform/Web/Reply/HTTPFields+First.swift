// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

extension HTTPFields {
    /// The value of the first field of that name. The subscript joins the values of all of them, which takes several times as long.
    func first(_ name: HTTPField.Name) -> String? {
        for field in self where field.name == name { return field.value }
        return nil
    }
}
