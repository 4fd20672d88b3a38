#!/usr/bin/env bash
# Check what the grading job of a pull request left, and comment on the pull request. It runs where there is a token that may
# write, so it runs nothing of the pull request and believes nothing of the artifact before it is checked.
#
#   ASSAY_ARTIFACT    folder with the pull.json that was downloaded
#   ASSAY_REPOSITORY  git repository with the commits of both branches
#   ASSAY_BASE, ASSAY_HEAD   the commits, as the forge tells them (not the artifact)
#   ASSAY_OUT         where comment.md goes
#   PULL_NUMBER       number of the pull request, as the forge tells it; without it comment.md is only written
#   GH_TOKEN, GH_REPO as the program gh wants them
#   ASSAY_COMMAND     the command line (default: ./assay beside the folder of this script)
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
out=${ASSAY_OUT:-assay-comment}
env -u GH_TOKEN -u GITHUB_TOKEN "${ASSAY_COMMAND:-$here/assay}" ci --repository "${ASSAY_REPOSITORY:-.}" \
  --base "$ASSAY_BASE" --head "$ASSAY_HEAD" --out "$out" --comment-on "$ASSAY_ARTIFACT/pull.json"
if [ -n "${PULL_NUMBER:-}" ]; then
  case $PULL_NUMBER in *[!0-9]*) echo "PULL_NUMBER must be a number" >&2; exit 64 ;; esac
  gh pr comment "$PULL_NUMBER" --body-file "$out/comment.md"
fi
