#!/usr/bin/env bash
# Grade a pull request; all workflows call this. What it needs comes in variables:
#
#   ASSAY_BASE         commit or branch that the pull request goes into; definitions, tolerances and seeds come from it
#   ASSAY_HEAD         commit to be graded (default: HEAD)
#   ASSAY_REPOSITORY   the git repository that holds both (default: the current folder); nothing in its work tree is run
#   ASSAY_OUT          where results go, new or empty (default: assay-ci)
#   ASSAY_ASSIGNMENT   which assignment (default: what assay-ci.yaml of the base says)
#   ASSAY_STUDENT      whose it is, where the repository as a whole is one submission
#   ASSAY_AUTHOR       login of who opened the pull request, held against assay-roster.yaml of the base, if there is one
#   ASSAY_SECRET_FILE  file with the course secret, outside of the repository
#   ASSAY_COMMAND      the command line (default: ./assay beside the folder of this script)
#
# On GitHub the annotations are printed, and the summary is added to that of the step. The exit code is that of assay.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
out=${ASSAY_OUT:-assay-ci}
summary=${GITHUB_STEP_SUMMARY:-}

arguments=(ci --repository "${ASSAY_REPOSITORY:-.}" --head "${ASSAY_HEAD:-HEAD}" --out "$out")
[ -z "${ASSAY_BASE:-}" ] || arguments+=(--base "$ASSAY_BASE")
[ -z "${ASSAY_ASSIGNMENT:-}" ] || arguments+=(--assignment "$ASSAY_ASSIGNMENT")
[ -z "${ASSAY_STUDENT:-}" ] || arguments+=(--student "$ASSAY_STUDENT")
[ -z "${ASSAY_AUTHOR:-}" ] || arguments+=(--author "$ASSAY_AUTHOR")
[ -z "${ASSAY_SECRET_FILE:-}" ] || arguments+=(--secret-file "$ASSAY_SECRET_FILE")
[ "${GITHUB_ACTIONS:-}" != true ] || arguments+=(--github)

# Only what is named here is seen by anything that follows: no token, no path of a file that a runner reads.
environment=(PATH="$PATH" HOME="${HOME:-/root}" LC_ALL=C.UTF-8)
for name in JAVA_HOME MAVEN_OPTS XDG_CACHE_HOME TMPDIR ASSAY_DATA ASSAY_OPTS ASSAY_BUILD; do
  [ -z "${!name:-}" ] || environment+=("$name=${!name}")
done

# Both streams are one, so that nothing can slip past the word that closes the runner's commands.
env -i "${environment[@]}" "${ASSAY_COMMAND:-$here/assay}" "${arguments[@]}" 2>&1
code=$?

if [ -n "$summary" ]; then
  if [ -f "$out/summary.md" ]; then
    cat "$out/summary.md" >>"$summary"
  else
    printf '## Assay\n\nNothing was graded (exit code %d); the log of this step says why. There is no score.\n' "$code" >>"$summary"
  fi
fi
exit "$code"
