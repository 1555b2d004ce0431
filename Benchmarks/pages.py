# SPDX-License-Identifier: Apache-2.0
"""Pages beside bare handlers: tracking, a procedure, search among the procedures."""

import os

from preparing import PROCEDURE
from reporting import rates
from running import Server, free_port, good, load, turns

SAME_SQL = "a bare Hummingbird handler with the same query by hand"
HELLO = "a bare Hummingbird handler that says hello"
SAME_BYTES = "a bare Hummingbird handler that answers with the same bytes from memory"

PROCEDURE_PAGE = "/procedures/" + PROCEDURE
SEARCH_PAGE = "/procedures?q=khai+sinh"


class Pages:
    """Both servers on the same dossiers; they live while pages are measured."""

    def __init__(self, options, installation, folder):
        self.options, self.installation, self.folder = options, installation, folder
        server = installation.serve()
        pages = [self.kept(name, good(server.url + path)) for name, path in (("procedure", PROCEDURE_PAGE), ("search", SEARCH_PAGE))]
        server.stop()
        self.ours = installation.serve()
        port = free_port()
        command = [options.bare, "serve", "--database", installation.database, "--port", str(port), "--hours", installation.hours()]
        self.bare = Server("bare-server", command + [word for page in pages for word in ("--page", page)], port, os.path.join(folder, "bare.log"))

    def measure(self):
        codes = self.installation.codes
        tracking = self.lines("tracking", [f"/tracking?code={code}" for code in codes])
        good(self.ours.url + f"/tracking?code={codes[0]}")
        good(self.bare.url + f"/tracking?code={codes[0]}")
        ours, bare, hello = self.beside("tracking_page", tracking, tracking, self.lines("hello", ["/hello"]))
        rates("tracking_page", ours, bare, "requests/s", SAME_SQL, 0.8)
        rates("tracking_page_hello", ours, hello, "requests/s", HELLO, 0.55)
        for number, (case, path) in enumerate((("procedure_page", PROCEDURE_PAGE), ("search_page", SEARCH_PAGE))):
            ours, bare = self.beside(case, self.lines(case, [path]), self.lines(f"bytes-{number}", [f"/bytes/{number}"]))
            rates(case, ours, bare, "requests/s", SAME_BYTES, 0.7)

    def beside(self, case, ours, *bare):
        sides = [self.side(self.ours, ours)] + [self.side(self.bare, paths) for paths in bare]
        return turns(case, sides, self.options.rounds)

    def side(self, server, paths):
        return lambda: load(server, "paths.lua", [paths], 32, self.options.seconds)

    def lines(self, name, lines):
        path = os.path.join(self.folder, name + ".paths")
        with open(path, "w") as file:
            file.write("\n".join(lines) + "\n")
        return path

    def kept(self, name, body):
        path = os.path.join(self.folder, name + ".html")
        with open(path, "wb") as file:
            file.write(body)
        return path

    def finish(self):
        self.ours.stop()
        self.bare.stop()
