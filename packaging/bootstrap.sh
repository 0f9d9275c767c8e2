#!/bin/sh
# Sets QDesk up in this folder, on Linux or macOS: system packages where apt is there, then Python packages in .venv.
# Says what is lacking and stops where it cannot help. Quick when everything is there already.
#
#   ./packaging/bootstrap.sh              what the program needs
#   ./packaging/bootstrap.sh --tests      and what its tests need
#   ./packaging/bootstrap.sh --desktop    and an entry in the applications menu (Linux)
set -eu
cd "$(dirname "$0")/.."

WINDOW="libglib2.0-0 libgl1 libegl1 libdbus-1-3 libfontconfig1 libxkbcommon0 libxcb-cursor0 libxcb-icccm4
    libxcb-keysyms1 libxcb-xkb1 libxkbcommon-x11-0 libxcb-shape0"
FONTS="fonts-noto-core fonts-droid-fallback fonts-sil-charis"
TESTS="xvfb xauth strace xdotool x11-xkb-utils dbus at-spi2-core python3-pyatspi"

tests='' desktop=''
for option in "$@"; do
    case $option in
        --tests) tests=yes ;;
        --desktop) desktop=yes ;;
        *) echo "bootstrap.sh knows --tests and --desktop, not $option." >&2; exit 2 ;;
    esac
done

stop() {
    printf 'QDesk is not set up yet. %s\n' "$*" >&2
    exit 1
}

set_up_since_last_change() {
    [ -x .venv/bin/qdesk ] && [ -f "$stamp" ] && [ -z "$(find pyproject.toml README.md qdesk resources sample_projects \
        packaging/bootstrap.sh -type f ! -path '*/__pycache__/*' -newer "$stamp" -print | head -n 1)" ]
}

missing_packages() {
    # From 2024 on some names end in t64.
    for package in $WINDOW $FONTS ${tests:+$TESTS}; do
        dpkg-query -W -f '${db:Status-Abbrev}\n' "$package" "${package}t64" 2>/dev/null | grep -q '^ii' || echo "$package"
    done
    python=$(find_python || echo python3)
    "$python" -c 'import ensurepip' 2>/dev/null || echo "${python##*/}-venv"
}

find_python() {
    for name in python3 python3.14 python3.13 python3.12 python3.11; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
    return 1
}

install_packages() {
    # shellcheck disable=SC2086  # the names are meant as words
    set -- $1
    if [ "$(id -u)" = 0 ]; then
        as_root=''
    elif command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
        as_root=sudo
    else
        stop "System packages are lacking, and installing them needs the administrator. Please have this line run, then try again:
    apt-get update && apt-get install -y --no-install-recommends $*"
    fi
    echo "Installing system packages: $*"
    $as_root apt-get update -qq
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@" >/dev/null
}

warn_of_missing_libraries() {
    command -v ldd >/dev/null || return 0
    plugin=$(find .venv/lib -name libqxcb.so | head -n 1)
    lacking=$(ldd "$plugin" | sed -n 's/^[[:space:]]*\(.*\) => not found$/\1/p' | sort -u | tr '\n' ' ')
    [ -z "$lacking" ] || echo "The window also needs these system libraries, which this computer lacks: $lacking"
}

add_to_menu() {
    menu=${XDG_DATA_HOME:-$HOME/.local/share}
    mkdir -p "$menu/applications" "$menu/icons/hicolor/scalable/apps"
    cp packaging/linux/qdesk.svg "$menu/icons/hicolor/scalable/apps/qdesk.svg"
    sed "s|^Exec=qdesk|Exec=\"$PWD/.venv/bin/qdesk\"|" packaging/linux/qdesk.desktop > "$menu/applications/qdesk.desktop"
    echo "QDesk stands in the applications menu."
}

stamp=.venv/set-up${tests:+-with-tests}
if ! set_up_since_last_change; then
    if command -v apt-get >/dev/null; then
        lacking=$(missing_packages | tr '\n' ' ')
        [ -z "$lacking" ] || install_packages "$lacking"
    fi
    python=$(find_python) || stop "It needs Python 3.11 or newer, and this computer has none. Please install it (https://www.python.org/downloads), then try again."
    [ -x .venv/bin/python ] || "$python" -m venv .venv || stop "Python's venv module is lacking; please install it, then try again."
    echo "Installing Python packages into $PWD/.venv"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check ".${tests:+[test]}" ||
        stop "The Python packages could not be installed; is there a connection to the internet?"
    [ "$(uname)" != Linux ] || warn_of_missing_libraries
    touch "$stamp"
fi
[ -z "$desktop" ] || add_to_menu
