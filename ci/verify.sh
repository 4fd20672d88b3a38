#!/usr/bin/env bash
# Verify everything: the build with all tests, the fast tests on the newest other JDK, the launcher in a fresh clone.
# The last line is the sum over all test reports; the exit status is 0 only if nothing failed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

broken=0
step() { # step <what> <command>...
  local what=$1 began=$SECONDS
  shift
  echo "==> $what: $*"
  if "$@"; then
    echo "==> $what: done in $((SECONDS - began)) s"
  else
    echo "==> $what: FAILED after $((SECONDS - began)) s"
    broken=$((broken + 1))
  fi
}

find . -type d -name surefire-reports -prune -exec rm -rf {} +

step "build and test" mvn -B -ntp verify

built_on=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = //p')
[ -z "${JAVA_HOME:-}" ] || built_on=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$JAVA_HOME/release")
read -r major jdk <<<"$(ci/newest-jdk.sh "$built_on")"
if [ -n "${jdk:-}" ]; then
  step "build and fast tests on JDK $major" env JAVA_HOME="$jdk" \
    mvn -B -ntp verify -Dbuild.folder="target/jdk-$major" -Dtests.exclude=slow
else
  echo "==> no JDK newer than $built_on is installed; the second run is left out"
fi

step "reproducible jars" ci/reproducible.sh
step "launcher in a fresh clone" ci/try-launcher.sh

ci/summary.sh "$broken"
