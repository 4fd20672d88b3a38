#!/usr/bin/env bash
# Install what the tests need beyond a JDK, if it is missing and this user may: Debian and Ubuntu only.
set -euo pipefail

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    sudo -n "$@"
  else
    echo "ci: may not run: $*" >&2
    return 1
  fi
}

missing=()
need() { # need <package> <command that succeeds if it is there>...
  local package=$1
  shift
  "$@" >/dev/null 2>&1 || missing+=("$package")
}

need bubblewrap command -v bwrap
need chromium bash -c 'command -v chromium || command -v chromium-browser || command -v google-chrome'
need python3 command -v python3
need python3-numpy python3 -c 'import numpy'
need util-linux bash -c 'command -v setpriv && command -v prlimit && command -v flock'
need gcc command -v cc
need libc6-dev test -e /usr/include/stdio.h
need git command -v git
need maven command -v mvn

if [ ${#missing[@]} -gt 0 ]; then
  echo "ci: installing ${missing[*]}"
  if command -v apt-get >/dev/null; then
    if ! { as_root apt-get update -q &&
      as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"; }; then
      echo "ci: could not install all of ${missing[*]}; the tests that need them will say so" >&2
    fi
  else
    echo "ci: no apt-get here; install by hand: ${missing[*]}" >&2
  fi
fi

# Ubuntu 23.10 and later forbid user namespaces to ordinary programs, and bubblewrap needs them.
restriction=/proc/sys/kernel/apparmor_restrict_unprivileged_userns
if [ -e "$restriction" ] && [ "$(cat "$restriction")" != 0 ]; then
  as_root sysctl -q -w kernel.apparmor_restrict_unprivileged_userns=0 ||
    echo "ci: bubblewrap may not work here: $restriction is $(cat "$restriction")" >&2
fi
