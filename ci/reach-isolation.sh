#!/usr/bin/env bash
# Make isolation level A reachable on an Ubuntu machine that CI lends, such as GitHub's ubuntu-24.04: install bubblewrap, and
# allow it the user namespaces that AppArmor denies to programs without a profile.
#
#   reach-isolation.sh profile   a profile for /usr/bin/bwrap alone (the default; keeps the rule for all other programs)
#   reach-isolation.sh sysctl    switch the rule off for the machine; for machines that are thrown away afterwards
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
works() { bwrap --unshare-all --ro-bind / / true 2>/dev/null; }
root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

command -v bwrap >/dev/null || { root apt-get update -q && root apt-get install -q -y --no-install-recommends bubblewrap; }
if works; then
  echo "bubblewrap works"
  exit 0
fi
case ${1:-profile} in
  profile)
    root install -m 644 "$here/apparmor/assay-bwrap" /etc/apparmor.d/assay-bwrap
    root apparmor_parser --replace /etc/apparmor.d/assay-bwrap
    ;;
  sysctl) root sysctl -w kernel.apparmor_restrict_unprivileged_userns=0 ;;
  *)
    echo "usage: $0 [profile|sysctl]" >&2
    exit 64
    ;;
esac
works || { echo "bubblewrap still cannot make namespaces here; './assay doctor' says what is missing" >&2; exit 3; }
echo "bubblewrap works"
