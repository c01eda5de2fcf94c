#!/bin/sh
# Makes a fresh checkout ready: `bootstrap.sh run` for the window, `bootstrap.sh test` also for the tests,
# `bootstrap.sh windows` for building Windows' installers, and testing them in wine, `bootstrap.sh linux` for
# the packages for Linux.
# Debian packages come through apt (as root; else it prints the line to run and changes nothing), uv goes
# into .tools, the locked Python packages into .venv. The system's Python is only used, never changed.
# With everything there it takes a fraction of a second. `bootstrap.sh test packages` stops after apt.
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."

# What PySide6's wheels link to and do not bring: Qt itself, X, Wayland, sound; and something to write with.
run_packages="
    libegl1 libgl1 libdbus-1-3 libfontconfig1 libglib2.0-0 libgssapi-krb5-2
    libx11-xcb1 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-randr0 libxcb-shape0 libxcb-sync1
    libxcb-xfixes0 libxkbcommon-x11-0
    libwayland-cursor0
    libpulse0 libxrandr2
    fonts-dejavu-core
"
# The keyring of the tests, with a session bus that needs no systemd; a display for a machine without one,
# with a window manager, and what a desktop dispatches links with; a sound server that needs no device, and
# what Qt's sound looks for and warns of if it is not there.
test_packages="
    gnome-keyring dbus-daemon|dbus dbus-session-bus|dbus-x11
    xvfb xauth xdotool
    openbox x11-utils xdg-utils desktop-file-utils
    pulseaudio pulseaudio-utils
    libpipewire-0.3-0 libva2 libva-drm2 libva-x11-2
"
# wine with a screen, and what its stand-ins are compiled with; the makers and the signer of the installers,
# and the certificates that a signature must lead to.
windows_packages="
    wine wine64 xvfb xauth gcc-mingw-w64-x86-64
    nsis msitools wixl osslsigncode ca-certificates
"
# What packages for Linux are made with and looked over with, and a system of their own to be installed in.
linux_packages="
    binutils dpkg-dev appstream desktop-file-utils lintian debootstrap
"

main() {
    groups=
    case ${1:-} in
        run) packages=$run_packages ;;
        test) packages="$run_packages $test_packages" ;;
        windows) packages="$run_packages $windows_packages" ;;
        linux) packages="$run_packages $test_packages $linux_packages" groups="--group packaging" ;;
        *) stop "Usage: packaging/bootstrap.sh run|test|windows|linux" ;;
    esac
    if [ "${2:-}" = packages ]; then # for sudo, where what follows is not to be done as root
        ! is_debian || install_packages "$packages"
        return
    fi
    PATH="$PWD/.tools/bin:$PATH"
    export UV_SYSTEM_CERTS="${UV_SYSTEM_CERTS:-1}" # trust whom git and pip trust: a company may have its own CA
    if ! uv_works; then
        rm -rf .tools # broken, or too old
        uv_works || needs_uv=yes
    fi
    if [ "${needs_uv:-}" ]; then
        python=$(find_python) || stop "Toque needs Python 3.11 or newer, and found ${python:-none}."
        has_pip || has_venv || packages="$packages python3-venv"
    fi
    ! is_debian || install_packages "$packages"
    [ -z "${needs_uv:-}" ] || install_uv
    # shellcheck disable=SC2086 # no group, or its two words
    if [ -d .venv ]; then
        uv sync --locked --quiet $groups
    else
        uv sync --locked $groups
    fi
}

stop() {
    printf '%s\n' "$*" >&2
    exit 1
}

# --- Debian ---------------------------------------------------------------------------------------------

is_debian() {
    [ -e /etc/debian_version ] && command -v apt-get >/dev/null && command -v dpkg-query >/dev/null
}

install_packages() { # LIST
    missing=$(missing_packages "$1")
    [ "$missing" ] || return 0
    install="apt-get install --yes --no-install-recommends $missing"
    if [ "$(id -u)" != 0 ]; then
        sudo=$(command -v sudo >/dev/null && echo "sudo " || true)
        stop "Toque needs Debian packages that are not installed. As root, run this once, then try again:

    ${sudo}apt-get update && $sudo$install"
    fi
    echo "Installing Debian packages: $missing"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq || echo "Going on with the package lists that are there." >&2
    $install -qq -o DPkg::Lock::Timeout=120 -o Dpkg::Use-Pty=0 </dev/null >/dev/null
}

# A package counts under every name it provides (libglib2.0-0t64). `a|b`: either will do, b is installed.
missing_packages() { # LIST
    # shellcheck disable=SC2086 # the list is to be split
    set -- $1
    dpkg-query --show --showformat='${db:Status-Status} ${Package} ${Provides}\n' | awk -v wanted="$*" '
        { gsub(/\([^)]*\)|,/, " ") }
        $1 == "installed" { for (i = 2; i <= NF; i++) have[$i] }
        END {
            count = split(wanted, entries, " ")
            for (i = 1; i <= count; i++) {
                names = split(entries[i], name, "|")
                found = 0
                for (j = 1; j <= names; j++) if (name[j] in have) found = 1
                if (!found) { printf "%s%s", gap, name[names]; gap = " " }
            }
        }'
}

# --- uv -------------------------------------------------------------------------------------------------

uv_works() { # it also refuses a pyproject.toml that asks for a newer uv
    uv cache dir >/dev/null 2>&1
}

find_python() { # prints the first that is new enough; else what `python3` is, and fails
    for name in python3 python3.15 python3.14 python3.13 python3.12 python3.11; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    python3 --version 2>/dev/null
    return 1
}

has_pip() {
    "$python" -m pip --version >/dev/null 2>&1
}

has_venv() {
    "$python" -c 'import ensurepip' 2>/dev/null
}

install_uv() {
    echo "Installing uv: .tools/bin/uv"
    # Settings that would put it elsewhere; --target and a venv are free of PEP 668.
    export PIP_USER=0 PIP_REQUIRE_VIRTUALENV=0 PIP_ROOT_USER_ACTION=ignore PIP_DISABLE_PIP_VERSION_CHECK=1
    if has_pip; then
        "$python" -m pip install --quiet --target .tools uv
    elif has_venv; then
        "$python" -m venv .tools/venv
        .tools/venv/bin/python -m pip install --quiet uv
        mkdir .tools/bin
        ln -s ../venv/bin/uv .tools/bin/uv # alone: what is beside it must not hide the system's Python
    else
        stop "Toque needs uv: install it, or pip or venv for $python, then try again."
    fi
    echo 'To type `uv run toque` yourself: export PATH="$PWD/.tools/bin:$PATH"'
    hash -r # the shell may remember an older uv
}

main "$@"
