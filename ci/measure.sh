#!/usr/bin/env bash
# Measure Assay from the shell and print a Markdown table: single commands, then classes beside their floor.
#
#   ci/measure.sh            about 8 minutes on 2 cores
#   RUNS=3 ROUNDS=1 COUNT=40 ci/measure.sh      a short look
#
#   RUNS     how often each single command is run (15); ROUNDS  how often each class is graded (3)
#   COUNT    submissions in a class (200);              BUDGET  no new round is begun after so many seconds (420)
#
# What is compared runs in turns, so that a change of the machine's speed meets all alike. Wall and CPU (user + system, with
# all child processes) are medians with the least and the most. Where other work is running, trust CPU and ratios only.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
runs=${RUNS:-15} rounds=${ROUNDS:-3} count=${COUNT:-200} budget=${BUDGET:-420}
samples=$PWD/assignments/dnn-basics/private/samples
cores=$(getconf _NPROCESSORS_ONLN)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

say() { printf 'measure: %s\n' "$*" >&2; }

# measure <name> <exit code> <command>...: add "<wall> <CPU>" to the file of that name.
measure() {
  local name=$1 expected=$2 code=0
  shift 2
  python3 ci/timed.py "$work/$name.times" "$work/out" "$@" || code=$?
  if [ "$code" != "$expected" ]; then
    say "$* ended with $code, not with $expected:"
    tail -n 20 "$work/out" >&2
    exit 1
  fi
}

# values <name> wall|cpu: print "<median> <least> <most>" of what was measured.
values() {
  cut -d ' ' -f "$([ "$2" = wall ] && echo 1 || echo 2)" "$work/$1.times" | LC_ALL=C sort -n |
    awk '{ v[NR] = $1 } END { print (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2, v[1], v[NR] }'
}

# ---- what is measured ------------------------------------------------------------------------------------------------

mkdir -p "$work/paper" "$work/java" "$work/python" "$work/class-paper" "$work/class-java"
cp "$samples/reference/answers.yaml" "$work/paper"
cp -R "$samples/reference/answers.yaml" "$samples/reference/src" "$work/java"
cp "$samples/right-python/answers.yaml" "$samples/right-python/solution.py" "$work/python"
for ((i = 1; i <= count; i++)); do
  for kind in paper java; do cp -R "$work/$kind" "$work/class-$kind/student-$(printf '%04d' "$i")"; done
done

single_command() {
  case $1 in
    help) measure help 0 ./assay --help ;;
    paper) measure paper 1 ./assay check "$work/paper" -o "$work/report" ;; # the tasks that need code are missing
    *) measure "$1" 0 ./assay check "$work/$1" -o "$work/report" ;;
  esac
}

class() {
  case $1 in
    class-paper) measure "$1" 1 ./assay grade dnn-basics "$work/$1" -o "$work/graded" ;;
    class-java) measure "$1" 0 ./assay grade dnn-basics "$work/$1" -o "$work/graded" ;;
    floor) measure floor 0 "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx1g -cp "$floor_path" assay.bench.Floor \
      "$lib" "${XDG_CACHE_HOME:-$HOME/.cache}/assay" "$count" "$cores" ;;
  esac
  rm -rf "$work/graded"
}

say 'building'
mvn -B -q -Dquick -Dmaven.test.skip=true -Dbuild.folder=target/measure -pl harness/bench -am package >&2
lib=$PWD/harness/bench/target/measure/dist/lib-bench
floor_path=$lib/*
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
./assay doctor >"$work/doctor" 2>/dev/null || :
load_before=$(cut -d ' ' -f 1-3 /proc/loadavg)

for kind in help paper java python; do single_command "$kind"; done # so that files are in memory
rm -f "$work"/*.times
for ((run = 1; run <= runs; run++)); do
  say "single commands, $run of $runs"
  for kind in help paper java python; do single_command "$kind"; done
done
done_rounds=0
for ((round = 1; round <= rounds; round++)); do
  [ "$round" = 1 ] || [ "$SECONDS" -lt "$budget" ] || break
  say "classes, $round of $rounds"
  for kind in class-java floor class-paper; do class "$kind"; done
  done_rounds=$round
done

# ---- the table -------------------------------------------------------------------------------------------------------

row() { # row <name> <title>
  printf '| %s | %s | %s |\n' "$2" \
    "$(values "$1" wall | awk '{ printf "%.2f (%.2f to %.2f)", $1, $2, $3 }')" \
    "$(values "$1" cpu | awk '{ printf "%.2f (%.2f to %.2f)", $1, $2, $3 }')"
}

class_row() { # class_row <name> <title>: per second and per submission
  printf '| %s | %s | %s |\n' "$2" \
    "$(values "$1" wall | awk -v n="$count" '{ printf "%.2f (%.2f to %.2f)", n / $1, n / $3, n / $2 }')" \
    "$(values "$1" cpu | awk -v n="$count" '{ printf "%.0f (%.0f to %.0f)", 1000 * $1 / n, 1000 * $2 / n, 1000 * $3 / n }')"
}

ratio() { # ratio wall|cpu: the median over the rounds of class / floor
  paste -d ' ' "$work/class-java.times" "$work/floor.times" |
    awk -v what="$1" '{ print what == "wall" ? $1 / $3 : $2 / $4 }' | LC_ALL=C sort -n |
    awk '{ v[NR] = $1 } END { printf "%.2f", (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2 }'
}

cat <<END
Machine: $cores cores, $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1), $(uname -s) $(uname -r | cut -d . -f 1-2);
JDK $("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.version = //p'); \
$(sed -n 's/^Isolation  *\(Level [A-C]\).*/isolation: \1/p' "$work/doctor"); \
load $load_before before, $(cut -d ' ' -f 1-3 /proc/loadavg) after.

| single command, median of $runs (least to most) | wall, s | CPU, s |
|---|---|---|
$(row help '`assay --help`')
$(row paper '`assay check`, answers only')
$(row java '`assay check`, Java')
$(row python '`assay check`, Python')

| $count submissions on $cores cores, median of $done_rounds (least to most) | a second | CPU each, ms |
|---|---|---|
$(class_row class-paper '`assay grade`, answers only')
$(class_row class-java '`assay grade`, Java')
$(class_row floor 'floor: isolated Java child, one method, one request')

A Java submission takes $(ratio wall) times the floor's time and $(ratio cpu) times its CPU.
END
