// SPDX-License-Identifier: Apache-2.0

package import Web

extension Asset {
    /// What the desk can do beyond links and forms: the keyboard, marking a whole page, and word of changes. Everything it
    /// does can be done without it.
    package static let deskScript = Asset(
        name: "desk.js", type: "text/javascript; charset=utf-8",
        text: """
            const one = (s, r = document) => r.querySelector(s), all = s => [...document.querySelectorAll(s)];
            const rows = all(".queue tbody tr"), boxes = all(".queue tbody input[type=checkbox]"), help = one("#desk-help");

            const open = one("#desk-help-open");
            if (open && help) { open.hidden = false; open.onclick = () => help.showModal(); }

            const row = () => rows.indexOf(document.activeElement?.closest(".queue tbody tr"));
            const move = by => {
              if (!rows.length) return;
              const at = row(), to = at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + by));
              one("a", rows[to]).focus();
            };
            const follow = rel => one(`.desk-neighbours a[rel=${rel}]`)?.click();
            const count = () => {
              const n = boxes.filter(b => b.checked).length, said = one("#chosen");
              if (said) said.textContent = said.dataset.text.replace("{n}", n);
            };
            const keys = {
              j: () => move(1), k: () => move(-1),
              x: () => { const at = row(), box = at < 0 ? null : one("input[type=checkbox]", rows[at]); if (box) { box.checked = !box.checked; count(); } },
              n: () => follow("next"), p: () => follow("prev"),
              a: () => { const b = one("#primary-action .button"); if (b) { b.focus(); b.scrollIntoView({ block: "center" }); } },
              "/": () => one("#desk-search")?.select(),
              "?": () => help?.showModal(),
            };
            document.addEventListener("keydown", e => {
              if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing || one("dialog[open]")) return;
              if (e.target.closest("input:not([type=checkbox]),textarea,select,[contenteditable]")) return;
              const key = keys[e.key];
              if (key) { e.preventDefault(); key(); }
            });
            boxes.forEach(b => b.addEventListener("change", count));
            one("#choose-page")?.addEventListener("click", e => {
              e.preventDefault();
              const on = boxes.some(b => !b.checked);
              boxes.forEach(b => { b.checked = on; });
              count();
            });
            if (boxes.length) count();

            const live = one("#live");
            if (live && "EventSource" in window) {
              let since = live.dataset.mark, source = null;
              const seen = new Set(), bar = one("p", live), said = one("span", live);
              const tell = text => { said.textContent = text; bar.hidden = false; };
              const heard = e => {
                since = e.lastEventId || since;
                if (e.type === "gap") return tell(live.dataset.gap);
                const { subject, by } = JSON.parse(e.data);
                seen.add(subject);
                tell(live.dataset.text.replace("{n}", seen.size).replace("{by}", by || live.dataset.somebody));
              };
              const stop = () => { source?.close(); source = null; };
              const start = () => {
                if (source || document.hidden) return;
                source = new EventSource(`/work/events?since=${since}${live.dataset.code ? `&code=${live.dataset.code}` : ""}`);
                source.addEventListener("change", heard);
                source.addEventListener("gap", heard);
                source.addEventListener("displaced", stop);
              };
              document.addEventListener("visibilitychange", () => document.hidden ? stop() : start());
              addEventListener("pagehide", stop);
              addEventListener("pageshow", start);
              start();
            }

            """)
}
