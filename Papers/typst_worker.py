# SPDX-License-Identifier: Apache-2.0
"""Sets papers with Typst, one after another, for as long as its standard input is open.

Usage: typst_worker.py FOLDER…   templates in a later folder go before those of an earlier one.

Every message is four bytes of length (big-endian) and its content. The first answer is H (ready) or X and why no paper
can be set here. Then each request, "TEMPLATE STANDARD\n" and data as JSON, gets P and a PDF, or E and what went wrong.
What people wrote reaches a template as strings of `data`, never as Typst source.
"""

import json
import os
import re
import shutil
import signal
import struct
import sys
import tempfile
import unicodedata
from pathlib import Path

FONT_FOLDERS = ["/usr/share/fonts/truetype/noto", "/usr/share/fonts/opentype/unifont"]
NEEDED_FAMILY = "Noto Serif"
NAME = re.compile(r"[a-z][a-z0-9-]{0,63}")
LARGEST_REQUEST = 16 << 20
# Embeddings, overrides and isolates would let one person's text turn the words after it around.
DIRECTIONS = {*range(0x202A, 0x202F), *range(0x2066, 0x206A)}
WITHOUT_PICTURE = {"Cc", "Co", "Cn", "Cs"}
NOT_IN_FONTS = re.compile(r'the text `"(.*)"` could not be displayed with')


class Refused(Exception):
    """A request that cannot be answered with a paper; the words go back."""


def written_out(character):
    """How a character that has no picture is shown, so that nothing of a text is lost."""
    return f"[U+{ord(character):04X}]"


def plain(value, hidden=frozenset()):
    """The same data with every text composed (NFC) and every character of it visible."""
    if isinstance(value, dict):
        return {key: plain(item, hidden) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item, hidden) for item in value]
    if not isinstance(value, str):
        return value
    text = unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\r", "\n"))
    if text.isascii() and text.isprintable():
        return text
    return "".join(written_out(c) if is_hidden(c) or c in hidden else c for c in text)


def is_hidden(character):
    if character in "\n\t":
        return False
    return ord(character) in DIRECTIONS or unicodedata.category(character) in WITHOUT_PICTURE


class Templates:
    """The folders laid over one another in a folder of our own, again whenever one of their files has changed."""

    def __init__(self, folders, place):
        self.folders, self.place = [Path(folder) for folder in folders], Path(place)
        self.seen = None

    def refresh(self):
        """True when the files are others than last time."""
        files = {}
        for folder in self.folders:
            for file in sorted(folder.rglob("*")):
                if file.is_file() and file.suffix != ".py":
                    files[file.relative_to(folder)] = (file, file.stat().st_mtime_ns)
        if files == self.seen:
            return False
        shutil.rmtree(self.place, ignore_errors=True)
        for name, (file, _) in files.items():
            (self.place / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, self.place / name)
        self.seen = files
        return True


class Typesetter:
    def __init__(self, typst, templates):
        self.typst, self.templates, self.compiler = typst, templates, None
        folders = [folder for folder in FONT_FOLDERS if os.path.isdir(folder)]
        self.fonts = typst.Fonts(include_system_fonts=not folders, include_embedded_fonts=False, font_paths=folders)

    def pdf(self, name, standard, data):
        if not NAME.fullmatch(name):
            raise Refused(f"{name!r} is no name of a template")
        if self.templates.refresh() or self.compiler is None:
            self.compiler = self.typst.Compiler(root=self.templates.place, font_paths=self.fonts)
        main = self.templates.place / f"{name}.typ"
        if not main.is_file():
            raise Refused(f"there is no template {name}.typ")
        return self.compiled(main, standard, data)

    def compiled(self, main, standard, data):
        hidden = set()
        for _ in range(40):
            shown = json.dumps(plain(data, hidden), ensure_ascii=False)
            inputs = {"data": shown}
            try:
                return self.compiler.compile(input=main, sys_inputs=inputs, format="pdf", pdf_standards=standard)
            except self.typst.TypstError as error:
                missing = NOT_IN_FONTS.search(error.message)
                found = unreadable(readable(missing[1]), shown) - hidden if missing else set()
                if not found:
                    raise Refused(f"{error.message}\n{error.diagnostic}") from error
                hidden |= found
        raise Refused("too many characters are in no font")


def readable(quoted):
    """The text that Typst quoted in a message."""
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda match: chr(int(match[1], 16)), quoted)


def unreadable(text, shown):
    """The characters to write out where this text is in no font: the marks that no font can put upon it, or itself."""
    marks = {shown[i + 1] for i in range(len(shown) - 1) if shown[i] in text and joins(shown[i + 1])}
    return marks or {c for c in text if not c.isascii()}


def joins(character):
    return unicodedata.category(character) in ("Mn", "Me", "Mc", "Sk", "Cf") and not character.isascii()


def receive(stream):
    head = stream.read(4)
    if len(head) < 4:
        return None
    (length,) = struct.unpack(">I", head)
    if length > LARGEST_REQUEST:
        return None
    body = stream.read(length)
    return body if len(body) == length else None


def send(stream, kind, body):
    stream.write(struct.pack(">I", len(body) + 1) + kind + body)
    stream.flush()


def answer(typesetter, request):
    try:
        head, _, data = request.partition(b"\n")
        name, standard = head.decode().split(" ")
        return b"P", typesetter.pdf(name, standard, json.loads(data))
    except Refused as refused:
        print(refused, file=sys.stderr)  # the server's log, where whoever keeps the templates looks
        return b"E", str(refused).encode()
    except Exception as error:  # a page that fails must not take the next one with it
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return b"E", f"{type(error).__name__}: {error}".encode()


def main(folders):
    # Ctrl-C and a supervisor reach the whole group; the server closes our input when it is done with us, and then we
    # clear our folder away.
    for wish in (signal.SIGINT, signal.SIGTERM):
        signal.signal(wish, signal.SIG_IGN)
    # The answers have standard output for themselves.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    try:
        import typst
    except ImportError:
        return send(answers, b"X", b"typst")
    with tempfile.TemporaryDirectory(prefix="motcua-papers-") as place:
        typesetter = Typesetter(typst, Templates(folders, Path(place) / "templates"))
        if NEEDED_FAMILY not in typesetter.fonts.families():
            return send(answers, b"X", b"fonts")
        send(answers, b"H", b"")
        while (request := receive(sys.stdin.buffer)) is not None:
            send(answers, *answer(typesetter, request))


if __name__ == "__main__":
    main(sys.argv[1:])
