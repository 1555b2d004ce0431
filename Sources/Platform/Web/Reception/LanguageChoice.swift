// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Hummingbird
package import Kernel

/// Decides the language: `?lang=` (remembered by a cookie), the cookie, for machines `Accept-Language`, else the default.
struct LanguageChoice: Sendable {
    func decide(_ request: Request, _ context: WebContext) {
        let configuration = context.parts.configuration
        let name = context.parts.names.language
        if let query = request.uri.query, let asked = askedLanguage(query) {
            choose(asked, context)
            context.setCookie(SetCookie(name: name, value: asked.rawValue, maximumAge: 400 * 24 * 3600))
        } else if let remembered = request.cookie(name).flatMap(Language.init(rawValue:)) {
            choose(remembered, context)
        } else if configuration.isAPI(request.uri.path), let preferred = preferredLanguage(request.headers[.acceptLanguage]) {
            choose(preferred, context)
        } else if configuration.defaultLanguage != .vi {
            context.language = configuration.defaultLanguage
        }
    }

    private func choose(_ language: Language, _ context: WebContext) {
        context.visit.with { state in
            state.language = language
            state.languageIsChosen = true
        }
    }

    private func askedLanguage(_ query: String) -> Language? {
        guard namesLanguage(query) else { return nil }
        for pair in query.split(separator: "&") where pair.hasPrefix("lang=") {
            return Language(rawValue: String(pair.dropFirst(5)))
        }
        return nil
    }

    private func preferredLanguage(_ header: String?) -> Language? {
        header?.split(separator: ",").lazy.compactMap { part in
            Language(rawValue: part.drop { $0 == " " }.prefix(2).lowercased())
        }.first
    }
}

/// The field by which a form that is shown again asks for the other language instead of being sent.
package let languageFieldName = "_language"

extension WebContext {
    /// The language a form asks to be shown again in; remembered from now on.
    package func languageAsked(in form: FormData) -> Language? {
        guard let asked = form[languageFieldName].flatMap(Language.init(rawValue:)) else { return nil }
        language = asked
        setCookie(SetCookie(name: parts.names.language, value: asked.rawValue, maximumAge: 400 * 24 * 3600))
        return asked
    }
}

/// Whether a raw query may hold `lang=`; looked at byte by byte because every page asks.
func namesLanguage(_ query: String) -> Bool {
    var rest = query.utf8[...]
    while let index = rest.firstIndex(of: UInt8(ascii: "l")) {
        if rest[index...].starts(with: "lang=".utf8) { return true }
        rest = rest[rest.index(after: index)...]
    }
    return false
}
