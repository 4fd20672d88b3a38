#!/usr/bin/env bash
# Build twice and compare every jar byte for byte. Two JDKs give different byte code, so both builds are on one.
# For a release, compare with what is published: mvn -B clean verify artifact:compare -Dreference.repo=<repository>
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mkdir -p target
mvn -B -ntp -q -N artifact:check-buildplan
for n in 1 2; do
  echo "build $n"
  find . -type d -path "*/target/build-$n" -prune -exec rm -rf {} +
  mvn -B -ntp -q package -Dquick -Dmaven.test.skip=true -Dbuild.folder="target/build-$n"
  find . -path "*/target/build-$n/*.jar" -exec sha256sum {} + | sed "s,target/build-$n/,," |
    LC_ALL=C sort >"target/jars-$n.txt"
done
diff "target/jars-1.txt" "target/jars-2.txt"
echo "$(wc -l <target/jars-1.txt) jars are the same"
