// SPDX-License-Identifier: Apache-2.0

import Kernel
import Markup
package import Web

/// The one search box for procedures. It works as a form; the script makes it a combobox that answers while one types.
enum SearchBox {
    static func view(words: String, _ language: Language) -> HTML {
        """
        <div class="field finder"><label for="q">\(Words.label[language])</label>
        <p class="hint" id="q-hint">\(Words.hint[language])</p>
        <div class="search"><input type="search" id="q" name="q" value="\(words)" maxlength="200" autocomplete="off" autocapitalize="none" \
        aria-describedby="q-hint" enterkeyhint="search">\(Component.button(Words.search[language]))</div>
        <div class="suggestions" id="q-suggestions" hidden><ul id="q-list" role="listbox" aria-label="\(Words.suggestions[language])"></ul>
        <p class="hint" id="q-status" role="status"></p></div></div>
        """
    }

    private enum Words {
        static let label = Phrase(vi: "Bạn cần làm gì?", en: "What do you need to do?")
        static let hint = Phrase(
            vi: "Gõ bằng lời thường ngày, có dấu hay không dấu đều được: khai sinh, so do, mở quán…",
            en: "In everyday words, Vietnamese (with or without marks) or English: khai sinh, so do, building permit…")
        static let search = Phrase(vi: "Tìm", en: "Search")
        static let suggestions = Phrase(vi: "Gợi ý", en: "Suggestions")
    }
}

extension Asset {
    /// The search box as a combobox (ARIA 1.2): answers while typing, arrows choose, Enter opens, Escape closes. Nothing depends
    /// on it. What was asked before is kept, what is no longer wanted is aborted, old answers stay until
    /// new ones come, and none comes under the hand of somebody who chooses.
    package static let catalogueSearch = Asset(
        name: "procedure-search.js", type: "text/javascript; charset=utf-8",
        text: """
            const by = id => document.getElementById(id);
            const box = by("q"), list = by("q-list"), panel = by("q-suggestions"), status = by("q-status"), kept = new Map();
            let timer, call, at = -1, shown = "";
            const set = (name, value) => box.setAttribute("aria-" + name, value);
            const open = isOpen => { panel.hidden = !isOpen; set("expanded", isOpen && list.children.length > 0); if (!isOpen) mark(-1); };
            const mark = index => {
              const option = list.children[index], last = list.children[at];
              if (last) last.ariaSelected = "false";
              at = index;
              if (!option) return box.removeAttribute("aria-activedescendant");
              option.ariaSelected = "true";
              set("activedescendant", option.id);
              option.scrollIntoView({ block: "nearest" });
            };
            const show = ({ items, status: words }) => {
              mark(-1);
              list.replaceChildren(...items.map((item, index) => {
                const option = document.createElement("li");
                const add = (tag, text) => Object.assign(option.appendChild(document.createElement(tag)), { textContent: text });
                option.id = "q-" + index;
                option.role = "option";
                option.ariaSelected = "false";
                option.dataset.link = item.link;
                const name = add("strong", item.name);
                if (item.lang) name.lang = item.lang;
                add("span", item.hint);
                return option;
              }));
              list.hidden = !items.length;
              status.textContent = words;
              open(document.activeElement === box);
            };
            const ask = async () => {
              const words = box.value.trim();
              call?.abort();
              if (words.length < 2) { shown = ""; return open(false); }
              if (words === shown) return open(true);
              const mine = call = new AbortController();
              try {
                if (!kept.has(words)) {
                  const answer = await fetch("/procedures/suggest?q=" + encodeURIComponent(words), mine);
                  if (!answer.ok) return;
                  kept.set(words, await answer.json());
                }
                if (mine.signal.aborted) return;
                show(kept.get(shown = words));
              } catch { /* the form still works */ }
            };
            const stop = () => { clearTimeout(timer); call?.abort(); };
            const go = option => location.assign(option.dataset.link);
            if (list) {
              box.role = "combobox";
              set("autocomplete", "list"); set("controls", "q-list"); set("expanded", false);
              box.addEventListener("input", () => { mark(-1); clearTimeout(timer); timer = setTimeout(ask, 120); });
              box.addEventListener("blur", () => { stop(); open(false); });
              box.addEventListener("keydown", event => {
                const count = panel.hidden ? 0 : list.children.length, step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
                if (event.isComposing) return;
                if (step && !count) ask();
                else if (step) { stop(); mark((at + step + count + 2) % (count + 1) - 1); }
                else if (event.key === "Enter" && list.children[at]) go(list.children[at]);
                else if (event.key === "Escape" && !panel.hidden) open(false);
                else return;
                event.preventDefault();
              });
              panel.addEventListener("mousedown", event => event.preventDefault());
              list.addEventListener("click", event => { const option = event.target.closest("li"); if (option) go(option); });
            }

            """)
}
