// SPDX-License-Identifier: Apache-2.0

import Kernel
import Markup
package import Web

/// The one search box for procedures. It works as a form; the script adds answers while one types.
enum SearchBox {
    static func view(words: String, _ language: Language) -> HTML {
        """
        <div class="field"><label for="q">\(Words.label[language])</label>
        <p class="hint" id="q-hint">\(Words.hint[language])</p>
        <div class="search"><input type="search" id="q" name="q" value="\(words)" maxlength="200" autocomplete="off" aria-describedby="q-hint" \
        data-suggestions="q-suggestions">\(Component.button(Words.search[language]))</div>
        <ul id="q-suggestions" class="results" aria-label="\(Words.suggestions[language])" hidden></ul></div>
        """
    }

    private enum Words {
        static let label = Phrase(vi: "Bạn cần làm gì?", en: "What do you need to do?")
        static let hint = Phrase(
            vi: "Gõ bằng lời thường ngày, có dấu hay không dấu đều được: khai sinh, so do, mở quán…",
            en: "In everyday Vietnamese words, with or without marks: khai sinh, so do, mở quán…")
        static let search = Phrase(vi: "Tìm", en: "Search")
        static let suggestions = Phrase(vi: "Gợi ý", en: "Suggestions")
    }
}

extension Asset {
    /// Answers while typing, from the public interface; nothing depends on it.
    package static let catalogueSearch = Asset(
        name: "procedure-search.js", type: "text/javascript; charset=utf-8",
        text: """
            const box = document.getElementById("q");
            const list = box && document.getElementById(box.dataset.suggestions);
            let asked = 0, timer;
            const show = items => {
              list.replaceChildren(...items.map(item => {
                const link = document.createElement("a");
                link.href = "/procedures/" + encodeURIComponent(item.code);
                link.textContent = item.name;
                const line = document.createElement("li");
                line.append(link);
                return line;
              }));
              list.hidden = items.length === 0;
            };
            const ask = async () => {
              const words = box.value.trim(), turn = ++asked;
              if (words.length < 2) return show([]);
              try {
                const answer = await fetch("/api/v1/procedures?limit=6&q=" + encodeURIComponent(words));
                if (!answer.ok) return;
                const { items } = await answer.json();
                if (turn === asked) show(items);
              } catch { /* the form still works */ }
            };
            if (list) {
              box.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 150); });
              box.addEventListener("keydown", event => {
                if (event.key === "Escape") show([]);
                if (event.key === "ArrowDown" && !list.hidden) { event.preventDefault(); list.querySelector("a").focus(); }
              });
              list.addEventListener("keydown", event => {
                const line = event.target.closest("li");
                const next = event.key === "ArrowDown" ? line.nextElementSibling : event.key === "ArrowUp" ? line.previousElementSibling ?? box : null;
                if (event.key === "Escape") { show([]); box.focus(); }
                if (next) { event.preventDefault(); (next === box ? box : next.querySelector("a")).focus(); }
              });
            }

            """)
}
