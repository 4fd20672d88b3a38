#!/usr/bin/env bash
# Print "<major version> <folder>" of the newest JDK on this machine, or nothing if none is newer than version $1.
set -euo pipefail
shopt -s nullglob
best=${1:-0}
folder=
for jdk in /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* \
  $(env | sed -n 's/^JAVA_HOME[A-Za-z0-9_]*=//p'); do
  [ -x "$jdk/bin/javac" ] && [ -r "$jdk/release" ] || continue
  major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$jdk/release")
  if [ -n "$major" ] && [ "$major" -gt "$best" ]; then
    best=$major
    folder=$jdk
  fi
done
[ -z "$folder" ] || echo "$best $folder"
