// SPDX-License-Identifier: Apache-2.0

package import Web

extension Asset {
    /// Keeps a step while it is filled in: a second after the last change, and again when the line is back. It never moves the
    /// focus and never judges.
    static let drafts = Asset(
        name: "drafts.js", type: "text/javascript; charset=utf-8",
        text: """
            const form = document.getElementById("draft"), note = document.getElementById("saved");
            let timer, sending = false, again = false;
            const say = (words, time) => { note.textContent = words.replace("{time}", time); };
            async function save() {
              if (sending) { again = true; return; }
              sending = true; again = false;
              const data = new FormData(form);
              for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
              data.delete("_go"); data.append("_autosave", "1");
              try {
                const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(data), redirect: "error" });
                if (!answer.ok) throw answer.status;
                const saved = await answer.json();
                form.elements._was.value = saved.was;
                say(note.dataset.saved, saved.saved_at);
              } catch (problem) {
                say(note.dataset.failed, "");
                // What the server refuses will not get better by asking again; a lost line will.
                if (typeof problem !== "number") timer = setTimeout(save, 5000);
              }
              sending = false;
              if (again) later();
            }
            const later = () => { clearTimeout(timer); timer = setTimeout(save, 1000); };
            if (form && note) {
              form.addEventListener("input", later);
              form.addEventListener("change", later);
              form.addEventListener("submit", () => clearTimeout(timer));
              addEventListener("online", later);
            }
            """)

    package static let draftScripts = [drafts]
}
