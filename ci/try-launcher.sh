#!/usr/bin/env bash
# Try ./assay as a new user does: clone into an empty folder, two first uses at once, and the CPU time of a help screen.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if ! git clone -q . "$work/a clone" 2>/dev/null; then
  mkdir "$work/a clone"
  tar -c --exclude=target --exclude=.git . | tar -x -C "$work/a clone"
fi
ln -s "a clone/assay" "$work/assay"
cd /

"$work/assay" --help >"$work/first.txt" &
first=$!
"$work/assay" --help >"$work/second.txt"
wait "$first"
cmp "$work/first.txt" "$work/second.txt"
grep -q '^Usage: assay' "$work/first.txt"

mkdir "$work/Jörg"
printf 'assignment: dnn-basics\nanswers: {graph/partials: {da: "1"}}\n' >"$work/Jörg/answers.yaml"
printf 'notes\n' >"$work/Jörg/Lösung.txt"
LC_ALL=C "$work/assay" check "$work/Jörg" --out "$work/report" >"$work/check.txt" || [ $? = 1 ]
grep -q "submission 'Jörg'" "$work/check.txt"

TIMEFORMAT='%U %S'
for _ in 1 2 3 4 5 6 7 8 9 10; do
  { time "$work/assay" --help >/dev/null; } 2>&1
done | awk '{ print $1 + $2 }' | LC_ALL=C sort -n |
  awk '{ t[NR] = $1 } END { printf "help screen: %.3f s of CPU (median of %d)\n", (t[5] + t[6]) / 2, NR }'
