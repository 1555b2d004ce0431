// SPDX-License-Identifier: Apache-2.0

import Kernel
package import Markup
package import Web

/// The corner of every page that says who is signed in: the name and the way out, or the way in.
package func accountCorner(_ context: WebContext) -> HTML {
    let language = context.language
    guard let person = context.person else {
        return "<a class=\"account\" href=\"/sign-in\">\(Words.signIn[language])</a>"
    }
    return """
        <a class="account" href="\(href: person.homePath)">\(person.displayName)</a>
        <form class="sign-out" method="post" action="/sign-out">\(context.forgeryField)\
        <button type="submit" class="link">\(Words.signOut[language])</button></form>
        """
}

private enum Words {
    static let signIn = Phrase(vi: "Đăng nhập", en: "Sign in")
    static let signOut = Phrase(vi: "Đăng xuất", en: "Sign out")
}
