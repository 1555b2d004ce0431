// SPDX-License-Identifier: Apache-2.0

package import Web

extension Asset {
    /// Makes the field of a commune a combobox (ARIA 1.2) that suggests names of today and former ones. Choosing writes today's
    /// name and which place is meant; nothing depends on it.
    package static let communeSuggestions = Asset(
        name: "communes.js", type: "text/javascript; charset=utf-8",
        text: """
            const kept = new Map();
            for (const field of document.querySelectorAll("[data-communes]")) {
              const box = field.querySelector("input"), code = field.querySelector("[type=hidden]");
              const add = (parent, tag, its) => Object.assign(parent.appendChild(document.createElement(tag)), its);
              const panel = add(box.parentNode, "div", { className: "suggestions", hidden: true });
              const list = add(panel, "ul", { id: box.id + "-list", role: "listbox", ariaLabel: field.dataset.communes });
              const status = add(panel, "p", { className: "hint", role: "status" });
              let timer, at = -1, last = "";
              const set = (name, value) => box.setAttribute("aria-" + name, value);
              const mark = index => {
                if (list.children[at]) list.children[at].ariaSelected = "false";
                const option = list.children[at = index];
                if (!option) return box.removeAttribute("aria-activedescendant");
                option.ariaSelected = "true";
                set("activedescendant", option.id);
                option.scrollIntoView({ block: "nearest" });
              };
              const open = isOpen => { panel.hidden = !isOpen; set("expanded", isOpen); mark(-1); };
              const ask = async () => {
                const words = last = box.value.trim(), link = "/api/v1/communes?q=" + encodeURIComponent(words);
                if (words.length < 2) return open(false);
                try {
                  if (!kept.has(words)) kept.set(words, (await (await fetch(link)).json()).items);
                } catch { return; /* the name can be typed in full */ }
                if (words !== last) return;
                const items = kept.get(words) ?? [];
                if (items.length === 1 && items[0].name.toLowerCase() === words.toLowerCase()) { code.value = items[0].code; return open(false); }
                mark(-1);
                list.replaceChildren();
                items.forEach((item, index) => {
                  const option = add(list, "li", { id: box.id + "-option-" + index, role: "option", ariaSelected: "false", textContent: item.label });
                  option.item = item;
                });
                status.textContent = field.dataset.count.replace("{n}", items.length);
                open(items.length > 0 && document.activeElement === box);
              };
              const choose = ({ item }) => {
                box.value = item.name;
                code.value = item.code;
                open(false);
                box.dispatchEvent(new Event("change", { bubbles: true }));
              };
              Object.assign(box, { role: "combobox", autocomplete: "off" });
              set("autocomplete", "list"); set("controls", list.id); set("expanded", false);
              box.addEventListener("input", () => { code.value = ""; clearTimeout(timer); timer = setTimeout(ask, 150); });
              box.addEventListener("blur", () => { clearTimeout(timer); last = ""; open(false); });
              box.addEventListener("keydown", event => {
                const count = panel.hidden ? 0 : list.children.length, step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
                if (event.isComposing) return;
                if (step) { event.preventDefault(); count ? mark((at + step + count + 2) % (count + 1) - 1) : ask(); }
                else if (event.key === "Enter" && count && at >= 0) { event.preventDefault(); choose(list.children[at]); }
                else if (event.key === "Escape" && count) { event.preventDefault(); open(false); }
              });
              panel.addEventListener("mousedown", event => event.preventDefault());
              list.addEventListener("click", event => { const option = event.target.closest("li"); if (option) choose(option); });
            }

            """)
}
