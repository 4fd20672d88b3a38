#!/usr/bin/env bash
# Give every reader damaged inputs, 100,000 each: ci/fuzz.sh [reader [count]]. A reader is named by a part of its name, for
# example npy or archive,yaml; "" is all. FUZZ_SEED makes other inputs. The figures are printed at the end.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
reader=${1:-} count=${2:-100000} seed=${FUZZ_SEED:-1}
case "$reader$count$seed" in *[!A-Za-z0-9.,_-]*) echo "a reader is named by letters, digits, dots, hyphens and commas" >&2; exit 64 ;; esac
report=$(mktemp)
trap 'rm -f "$report"' EXIT
fast=$([ -w /dev/shm ] && echo /dev/shm || echo "${TMPDIR:-/tmp}")
rc=0
nice -n 10 mvn -B -ntp -q -Dquick -pl harness/data,harness/core,reports -am test \
  -Dtest='MutatedFilesTest,HostileWeightsTest,ReadersFuzzTest,RunStoreFuzzTest,StoredFuzzTest' -Dsurefire.failIfNoSpecifiedTests=false \
  -Dtest.jvm.args="-Dfuzz.reader=$reader -Dfuzz.count=$count -Dfuzz.seed=$seed -Dfuzz.report=$report -Djava.io.tmpdir=$fast" || rc=$?
cat "$report"
exit $rc
