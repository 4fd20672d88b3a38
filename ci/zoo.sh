#!/usr/bin/env bash
# Grade the whole zoo of hostile submissions: isolated as this user, as root also as an ordinary user, and what must hold
# without isolation. Arguments go to Maven.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
exec mvn -B -ntp -q -Dquick -pl harness/core -am test -Dtest='ZooTest,PromisesTest,Hostile*Test,SandboxesTest,SystemCallFilterTest' \
  -Dsurefire.failIfNoSpecifiedTests=false -Dtest.jvm.args=-Dzoo=all "$@"
