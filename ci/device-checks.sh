#!/usr/bin/env bash
# Check what needs an NVIDIA GPU, and write the figures down.
#
#   ci/device-checks.sh [run] [-o FOLDER]   on the machine with the GPU, in a checkout or in a packed folder
#   ci/device-checks.sh pack FOLDER         where there are a JDK and Maven: FOLDER then holds all that a bare machine with
#                                           Python, PyTorch and CUDA needs, with a Java runtime of its own (about 100 MB)
#
# Graded on the CPU and on the GPU, side by side: gradients with PyTorch in double, in single precision and with TF32, and
# four trained nets; then the large backbones forward, and what ND4J's CUDA library says of the card.
# FOLDER (default: device-checks/) gets figures.md, figures.json, and a report for each submission.
#
# Exit codes: 0 all was run; 1 something was run and is not as it must be; 2 wrong usage or no means (no Java, no Python);
#             4 no GPU: not run. Nothing is passed or failed then.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)

say() { printf 'device-checks: %s\n' "$*" >&2; }
fail() {
  say "$*"
  exit 2
}

# ---- pack ------------------------------------------------------------------------------------------------------------

pack() {
  target=$1
  [ ! -e "$target" ] || [ -z "$(ls -A "$target")" ] || fail "'$target' is not empty"
  java=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")
  [ -x "${JAVA_HOME:-$java}/bin/jlink" ] || fail "needs a JDK with jlink; set JAVA_HOME"
  java=${JAVA_HOME:-$java}
  "$here/assay" --help >/dev/null
  read -r build <"$here/target/dist/current"
  mkdir -p "$target/ci"
  cp -R "$here/target/dist/$build/lib" "$here/assignments" "$target"
  rm -f "$target"/lib/*.jsa* "$target"/lib/*.list
  cp "$here/assay" "$here/LICENSE" "$target"
  cp -R "$here/ci/device-checks.sh" "$here/ci/device-backbones.py" "$here/ci/device-submissions" "$target/ci"
  "$java/bin/jlink" --compress=2 --strip-debug --no-header-files --no-man-pages --output "$target/runtime" \
    --add-modules java.base,java.compiler,java.desktop,java.net.http,java.sql,jdk.compiler,jdk.unsupported,jdk.zipfs,jdk.crypto.ec
  if [ -d "$here/target/dist/lib-worker-cuda" ]; then
    say "ND4J's CUDA libraries are there and go with it"
    cp -R "$here/target/dist/lib-worker-cuda" "$target"
  fi
  say "packed $(du -sm "$target" | cut -f1) MB into $target; on the machine: $target/ci/device-checks.sh"
}

# ---- run -------------------------------------------------------------------------------------------------------------

assay() {
  if [ -d "$here/runtime" ]; then JAVA_HOME=$here/runtime; export JAVA_HOME; fi
  "$here/assay" "$@"
}

# Write the figures from what lies in the folder: $1 why nothing was run, or "".
figures() {
  python3 - "$out" "$1" <<'PYTHON'
import json, os, platform, sys
out, why = sys.argv[1:]
def text(name):
    path = os.path.join(out, name)
    return open(path, encoding="utf-8").read() if os.path.isfile(path) else ""
def parity():
    for root, _, files in sorted(os.walk(out)):
        if "parity.json" in files:
            with open(os.path.join(root, "parity.json"), encoding="utf-8") as file:
                yield json.load(file)
backbones = json.loads(text("backbones.json") or "null")
runs = list(parity())
figures = {"schema": "assay/device-checks/1", "not_run": why, "machine": platform.platform(), "doctor": text("doctor.txt"),
           "nvidia_smi": text("nvidia-smi.txt"), "parity": runs, "backbones": backbones, "exit_codes": text("codes.txt").split("\n")[:-1]}
with open(os.path.join(out, "figures.json"), "w", encoding="utf-8") as file:
    json.dump(figures, file, indent=1)
lines = ["# Device checks", "", "Made by `ci/device-checks.sh` on %s." % platform.platform(), ""]
if why:
    lines += ["**Not run on a GPU:** " + why, ""]
lines += ["## What `assay doctor` says", "", "```", text("doctor.txt").strip(), "```", ""]
for run in runs:
    lines += ["## %s, submission `%s`" % (run["assignment"], run["submission"]), ""]
    lines += ["- %s: %s" % (side["title"], side["notRun"] or side["about"]) for side in run["sides"]] + [""]
    lines += ["| task | criterion | device | verdict | share of the bound | computed in | ms |", "|---|---|---|---|---|---|---|"]
    for row in run["rows"]:
        for cell in row["cells"]:
            share = "" if cell["share"] < 0 else "%.3g" % cell["share"]
            lines.append("| %s | %s | %s | %s | %s | %s | %s |" % (row["task"], row["title"], cell["side"], cell["verdict"].lower(),
                         share, cell["format"].lower() if cell["format"] != "UNKNOWN" else "", "%.2f" % cell["millis"] if cell["millis"] else ""))
    lines += [""] + ["- %s: %s" % (row["title"], row["finding"]) for row in run["rows"] if row["finding"]] + [""]
if backbones:
    keys = [key for key in backbones["nets"][0] if key != "net"]
    lines += ["## Backbones forward, 224 x 224, random weights (PyTorch %s, CUDA %s, %s)" % (
              backbones["torch"], backbones["cuda"], backbones["gpu"] or "CPU only, %d threads" % backbones["threads"]), "",
              "| net | " + " | ".join(keys) + " |", "|---" * (len(keys) + 1) + "|"]
    lines += ["| %s | %s |" % (net["net"], " | ".join("%.4g" % net[key] if isinstance(net[key], float) else str(net[key]) for key in keys))
              for net in backbones["nets"]] + [""]
with open(os.path.join(out, "figures.md"), "w", encoding="utf-8") as file:
    file.write("\n".join(lines))
PYTHON
  say "figures: $out/figures.md and $out/figures.json"
}

run() {
  command -v python3 >/dev/null || fail "needs python3 on the PATH"
  mkdir -p "$out"
  out=$(cd "$out" && pwd -P)
  assay doctor >"$out/doctor.txt" || fail "assay doctor did not run; see above"
  cat "$out/doctor.txt" >&2
  why=
  if ! command -v nvidia-smi >/dev/null; then
    why='nvidia-smi is not on the PATH, so there is no NVIDIA GPU or no driver for it.'
  elif ! nvidia-smi >"$out/nvidia-smi.txt" 2>&1; then
    why="nvidia-smi finds no GPU: $(head -n 1 "$out/nvidia-smi.txt")"
  elif ! python3 -c 'import torch; torch.ones(1, device="cuda")' 2>"$out/torch.txt"; then
    why="PyTorch of $(command -v python3) cannot use the GPU: $(tail -n 1 "$out/torch.txt")"
  fi
  if [ -n "$why" ]; then
    figures "$why"
    say "no GPU: not run. $why"
    exit 4
  fi
  bad=0
  : >"$out/codes.txt"
  check torch-gradients dnn-basics '0 1'
  check torch-gradients-single dnn-basics '1'
  check torch-gradients-tf32 dnn-basics '1'
  check torch-digits training-basics '0 1'
  say 'backbones forward'
  python3 "$here/ci/device-backbones.py" >"$out/backbones.json" || bad=1
  figures ''
  exit $bad
}

# Check one submission on both devices; $3 lists the exit codes that are as they must be.
check() {
  say "$1 on cpu and cuda"
  code=0
  assay check "$here/ci/device-submissions/$1" --assignment "$2" --device all --out "$out/$1" >"$out/$1.txt" || code=$?
  printf '%s %s\n' "$1" "$code" >>"$out/codes.txt"
  case " $3 " in
    *" $code "*) ;;
    *)
      say "$1 ended with exit code $code, must be one of: $3; see $out/$1.txt"
      bad=1
      ;;
  esac
}

out=device-checks
what=run
[ $# -eq 0 ] || case $1 in
  run) shift ;;
  pack)
    [ $# -eq 2 ] || fail "usage: ci/device-checks.sh pack FOLDER"
    what=pack
    ;;
  -o) ;;
  *) fail "usage: ci/device-checks.sh [run] [-o FOLDER] | pack FOLDER" ;;
esac
if [ "$what" = pack ]; then
  pack "$2"
else
  [ $# -eq 0 ] || { [ "$1" = -o ] && [ $# -eq 2 ]; } || fail "usage: ci/device-checks.sh [run] [-o FOLDER]"
  [ $# -eq 0 ] || out=$2
  run
fi
