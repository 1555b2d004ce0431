# SPDX-License-Identifier: Apache-2.0
# What the commands in this folder need on a machine; sourced by them, not run.

build_packages=(git ca-certificates libsqlite3-dev libpq-dev libqrencode-dev libqpdf-dev zlib1g-dev libjemalloc-dev)

# What sets papers as PDF: its own fonts, and Typst as a Python module in an environment of its own.
paper_packages=(python3-venv fonts-noto-core fonts-unifont)
paper_modules=(typst==0.15.0)
paper_venv=.build/papers-venv

# require_swift: Swift 6.3 or later is there, or a sentence says how it comes.
require_swift() {
    local version
    if ! command -v swift >/dev/null; then
        echo "Swift is not installed. Install Swift 6.3 or later (https://www.swift.org/install/linux/) and run this again." >&2
        exit 1
    fi
    version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p' | head -n 1)
    if [ "$(printf '%s\n' 6.3 "$version" | sort -V | head -n 1)" != 6.3 ]; then
        echo "This is Swift ${version:-of an unknown version}; Swift 6.3 or later is needed (https://www.swift.org/install/linux/)." >&2
        exit 1
    fi
}

# install_debian PACKAGE…: installs those that are missing, without asking.
install_debian() {
    local package missing=() as_root=()
    for package in "$@"; do
        dpkg-query --show --showformat='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    if [ ${#missing[@]} -eq 0 ]; then return; fi
    if [ "$(id -u)" -ne 0 ]; then as_root=(sudo --non-interactive); fi
    echo "Installing Debian packages: ${missing[*]}" >&2
    if ! { command -v apt-get && "${as_root[@]}" true; } >/dev/null 2>&1; then
        echo "That needs apt-get and the rights of root. Please install them yourself, then run this again:" >&2
        echo "    apt-get install ${missing[*]}" >&2
        exit 1
    fi
    "${as_root[@]}" apt-get update --quiet --quiet >&2
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet --quiet --no-install-recommends "${missing[@]}" >&2
}

# has_papers PYTHON: it can set papers.
has_papers() {
    "$1" -c "import importlib.metadata as m; assert 'typst==' + m.version('typst') == '${paper_modules[0]}'" 2>/dev/null
}

# install_papers: what PDF papers need is there. Without it everything else works, so a failure is said and not fatal;
# whoever brings a Python of their own names it in MOTCUA_PYTHON.
install_papers() {
    (install_debian "${paper_packages[@]}") || { echo "Papers cannot be set as PDF until these packages are there." >&2; return 1; }
    if [ -n "${MOTCUA_PYTHON:-}" ] || has_papers "$paper_venv/bin/python"; then return; fi
    echo "Installing ${paper_modules[*]} into $paper_venv" >&2
    if ! { python3 -m venv "$paper_venv" && "$paper_venv/bin/pip" install --quiet "${paper_modules[@]}"; } >&2; then
        rm -rf "$paper_venv"
        has_papers python3 || { echo "Papers cannot be set as PDF until pip can install ${paper_modules[*]}." >&2; return 1; }
    fi
}
