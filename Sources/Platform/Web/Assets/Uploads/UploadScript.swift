// SPDX-License-Identifier: Apache-2.0

// The order of its parts: judging the pixels of a picture (lines of text make the rows of an upright page alternate, and
// the columns of one that lies), looking at a file before it is sent, sending it in pieces that take about two seconds each
// whatever the line, the list under the field, and holding a form back until its files are complete.
let uploadScript = #"""
    const words = JSON.parse(document.querySelector("[data-words]").dataset.words);
    const say = (key, values) => words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
    const size = bytes => bytes < 1e6 ? Math.ceil(bytes / 1024) + " KB" : (Math.round(bytes / 104857.6) / 10).toLocaleString(document.documentElement.lang) + " MB";
    const make = (tag, properties, ...children) => {
      const element = Object.assign(document.createElement(tag), properties);
      element.append(...children);
      return element;
    };
    const items = new Set();
    let looking = Promise.resolve(), sending = looking, stop, current, store = {};
    try { store = localStorage; } catch {}

    const judge = canvas => {
      const { width, height } = canvas, { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
      const grey = Array.from({ length: width * height }, (_, i) => (data[4 * i] + 2 * data[4 * i + 1] + data[4 * i + 2]) / 4);
      const rows = Array(height).fill(0), columns = Array(width).fill(0), count = grey.length;
      let sum = 0, squares = 0, edges = 0;
      grey.forEach((g, i) => {
        sum += g; squares += g * g; rows[i / width | 0] += g / width; columns[i % width] += g / height;
        if (i >= width && i < count - width) edges += (4 * g - grey[i - 1] - grey[i + 1] - grey[i - width] - grey[i + width]) ** 2;
      });
      if (squares / count - (sum / count) ** 2 < 36) return ["blank"];
      const wave = line => line.reduce((total, value, i) => total + Math.abs(value - line[i && i - 1]), 0) / line.length;
      const ratio = wave(columns) / wave(rows);
      return [edges / count < 80 && "blurred", (ratio > 1.5 || width > height * 1.1 && ratio > .8) && "sideways"];
    };

    const look = async item => {
      const { file } = item;
      if (file.type.endsWith("pdf") && /\/Encrypt[\s<]/.test(new TextDecoder("latin1").decode(await file.arrayBuffer()))) return ["locked"];
      const picture = await createImageBitmap(file), longest = Math.max(picture.width, picture.height);
      const draw = side => {
        const scale = Math.min(1, side / longest), width = Math.ceil(picture.width * scale), height = Math.ceil(picture.height * scale);
        const canvas = make("canvas", { width, height }), pen = canvas.getContext("2d");
        pen.imageSmoothingQuality = "high";
        pen.fillStyle = "#fff";
        pen.fillRect(0, 0, width, height);
        pen.drawImage(picture, 0, 0, width, height);
        return canvas;
      };
      item.line.prepend(draw(160));
      const smaller = file.size > 3e5 && await new Promise(done => draw(2400).toBlob(done, "image/jpeg", .82));
      if (smaller?.size < file.size * .9) {
        item.blob = smaller;
        item.name = file.name.replace(/(\.\w+)?$/, ".jpg");
        note(item, "hint", say("shrunk", { from: size(file.size), to: size(smaller.size) }));
      }
      return [...judge(draw(700)), longest < 900 && "small"];
    };

    const note = (item, className, text) => item.text.append(make("p", { className }, text));
    const tell = (item, text) => item.live.textContent = item.name + ": " + text;
    const change = (item, text) => {
      tell(item, text);
      item.input.dispatchEvent(new Event("input", { bubbles: true }));
    };
    const share = item => item.sent / item.blob.size;
    const show = (item, key) => {
      item.state.textContent = say(key, { n: share(item) * 100 | 0 });
      item.bar.value = share(item);
      hold(item.form);
    };
    const end = (item, text) => {
      item.over = true;
      delete store[item.key];
      item.bar.remove();
      change(item, item.state.textContent = text);
    };

    const refuse = (item, text) => {
      item.state.className = "error";
      end(item, text);
    };

    const call = (item, method, url, headers, body) => {
      stop = new AbortController();
      const timer = setTimeout(() => stop.abort(), 6e4), token = item.form.elements._token?.value;
      headers = { "Tus-Resumable": "1.0.0", Accept: "application/json", "X-Forgery-Token": token, ...headers };
      return fetch(url, { method, headers, body, signal: stop.signal }).finally(() => clearTimeout(timer))
        .then(answer => answer.ok ? answer : Promise.reject(answer));
    };

    const send = async item => {
      const { blob } = item, hash = await crypto.subtle?.digest("SHA-256", await blob.arrayBuffer());
      const sum = hash && Array.from(new Uint8Array(hash), byte => (byte + 256).toString(16).slice(1)).join("");
      const key = item.key = "upload " + (sum || [blob.size, item.file.lastModified]);
      let piece = 1 << 18, tries = 0, offset;
      item.url = store[key];
      while (!item.gone) try {
        if (!item.url) {
          const filename = btoa(unescape(encodeURIComponent(item.name)));
          const made = await call(item, "POST", "/uploads", { "Upload-Length": blob.size, "Upload-Metadata": "filename " + filename });
          store[key] = item.url = made.headers.get("Location");
          offset = 0;
        }
        offset ??= +(await call(item, "HEAD", item.url)).headers.get("Upload-Offset");
        const began = Date.now(), headers = { "Upload-Offset": offset, "Content-Type": "application/offset+octet-stream" };
        const rest = blob.slice(offset, offset + piece);
        const answer = await (rest.size ? call(item, "PATCH", item.url, headers, rest) : call(item, "GET", item.url));
        if (answer.status === 200) {
          const { sha256, reference, pages } = await answer.json();
          if (sum && sha256 !== sum) throw { status: 404 };
          item.line.append(make("input", { type: "hidden", name: item.input.dataset.uploads, value: reference }));
          return end(item, [say("done"), size(blob.size), ...pages ? [say("pages", { n: pages })] : []].join(" · "));
        }
        item.sent = offset = +answer.headers.get("Upload-Offset");
        show(item, "sending");
        piece = Math.min(1 << 20, Math.max(1 << 15, piece * 2000 / (Date.now() - began) | 0));
        tries = 0;
      } catch (problem) {
        if (item.gone) return;
        const { status } = problem;
        offset = null;
        if (status === 404 || status === 410) item.url = null;
        else if (status < 500 && ![401, 409, 429].includes(status)) {
          const { errors, title, detail } = await problem.json().catch(() => ({ title: say("refused") }));
          return refuse(item, errors?.[0].message || [title, detail].join(". "));
        }
        show(item, status === 401 ? "signedOut" : "offline");
        if (!tries) tell(item, item.state.textContent);
        piece = Math.max(1 << 15, piece >> 1);
        await new Promise(done => { setTimeout(done, Math.min(15e3, 500 * 2 ** tries++)); addEventListener("online", done); });
      }
    };

    const drop = item => {
      items.delete(item);
      item.gone = true;
      item.line.remove();
      delete store[item.key];
      if (current === item) stop?.abort();
      if (item.url && !item.over) call(item, "DELETE", item.url).catch(() => {});
      change(item, say("removed"));
    };

    const add = (input, file) => {
      const box = input.parentNode, name = file.name;
      const part = (selector, ...made) => box.querySelector(selector) || box.appendChild(make(...made));
      const list = part("ul.uploads", "ul", { className: "uploads" }), live = part("[role=status]", "p", { className: "unseen", role: "status" });
      const item = { input, file, live, name, blob: file, form: input.form, sent: 0, bar: make("progress", { value: 0, ariaLabel: name }) };
      const button = make("button", { type: "button", className: "button secondary", ariaLabel: say("remove") + " " + name }, say("remove"));
      button.onclick = () => { drop(item); input.focus(); };
      item.text = make("div", {}, make("strong", {}, name), item.bar, item.state = make("p", {}, say("looking")));
      list.append(item.line = make("li", {}, item.text, button));
      items.add(item);
      looking = looking.then(() => look(item)).catch(() => []).then(found => {
        const warnings = found.filter(Boolean).map(key => say(key));
        for (const text of warnings) note(item, "warn", text);
        if (warnings[0]) tell(item, warnings.join(" "));
        show(item, "waiting");
      });
      looking.then(() => sending = sending.then(() => send(current = item)).catch(() => refuse(item, say("refused"))));
    };

    const open = form => [...items].filter(item => item.form === form && !item.over);
    const hold = form => {
      const files = open(form), n = files.length, p = files.reduce((sum, item) => sum + share(item) * 100 / n, 0) | 0;
      if (form.$held) form.$held.textContent = say("hold", { n, p });
    };
    const release = async (form, submitter) => {
      while (open(form).length) await new Promise(done => setTimeout(done, 200));
      const held = form.$held, stuck = [...items].find(item => item.form === form && item.state.className);
      form.$held = null;
      if (!stuck) return form.requestSubmit(submitter);
      held.textContent = say("stuck");
      stuck.line.lastChild.focus();
    };

    document.body.classList.add("sends-files");
    addEventListener("offline", () => stop?.abort());
    addEventListener("change", ({ target }) => {
      if (target.type !== "file" || !target.dataset.uploads) return;
      if (!target.multiple) items.forEach(item => item.input === target && drop(item));
      for (const file of target.files) add(target, file);
      target.value = "";
    });
    addEventListener("submit", event => {
      const { target: form, submitter } = event;
      if (!open(form).length) return;
      event.preventDefault();
      if (form.$held) return;
      submitter.before(form.$held = form.querySelector(".held") || make("p", { className: "notice held", role: "status" }));
      hold(form);
      release(form, submitter);
    });

    """#
