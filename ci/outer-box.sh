#!/usr/bin/env bash
# Grade a class with one locked-down container per submission, and level A inside each: what breaks out of the sandbox is
# still in a container without network, capabilities or anything to write to, and that ends with its submission.
#
#   ci/outer-box.sh ASSIGNMENT CLASS-FOLDER OUT-FOLDER [option of 'assay grade']...
#
#   ENGINE   docker or podman, with options of its own; "podman" unless set
#   IMAGE    the image, or "--rootfs FOLDER" for podman; "assay" unless set:  podman build -f ci/Containerfile -t assay .
#   BOX      more options of 'run', such as a data folder: BOX="-v /data:/data:ro -e ASSAY_DATA=/data"
#   SECRET   file with the course secret, which the options then name as /secret
#
# seccomp, apparmor and masked paths are opened because the harness makes namespaces of its own, as an ordinary user and
# without capabilities; the submission itself runs under the harness's filter. --privileged is never needed.
set -euo pipefail

[ $# -ge 3 ] || { sed -n '2,13s/^# \{0,1\}//p' "$0" >&2; exit 1; }
assignment=$1
class=$(realpath -- "$2")
mkdir -p -- "$3"
out=$(realpath -- "$3")
shift 3
read -r -a engine <<<"${ENGINE:-podman}"
read -r -a image <<<"${IMAGE:-assay}"
read -r -a more <<<"${BOX:-}"
case ${engine[0]##*/} in
  podman) unmasked=unmask=ALL ;;
  *) unmasked=systempaths=unconfined ;;
esac
[ -z "${SECRET:-}" ] || more+=(-v "$(realpath -- "$SECRET"):/secret:ro")

worst=0
for submission in "$class"/*; do
  name=${submission##*/}
  # The harness in the container writes here; only what has the form of a result is taken over.
  fresh=$(mktemp -d)
  mkdir "$fresh/class" "$fresh/out"
  cp -R --no-dereference -- "$submission" "$fresh/class/"
  chmod -R a+rX "$fresh"
  chmod 777 "$fresh/out"
  status=0
  timeout --kill-after=10 1800 "${engine[@]}" run --rm \
    --network none --read-only --tmpfs /tmp:rw,nosuid,nodev,size=512m,mode=1777 \
    --user 1000:1000 --cap-drop ALL --security-opt no-new-privileges \
    --security-opt seccomp=unconfined --security-opt apparmor=unconfined --security-opt "$unmasked" \
    --env XDG_CACHE_HOME=/tmp/cache --env LC_ALL=C.UTF-8 \
    --memory 3g --memory-swap 3g --pids-limit 512 --ulimit nofile=4096:4096 --ulimit core=0:0 \
    -v "$fresh/class:/class:ro" -v "$fresh/out:/out:rw" "${more[@]}" \
    "${image[@]}" ${BOX_COMMAND:-} grade "$assignment" /class -o /out -j 1 "$@" || status=$?
  [ "$status" -le "$worst" ] || worst=$status
  mkdir -p "$out/submissions"
  find "$fresh/out/submissions" -mindepth 1 -maxdepth 1 -type d -exec cp -R --no-dereference -t "$out/submissions" {} + ||
    echo "outer-box: no result for $name (status $status)" >&2
  rm -rf -- "$fresh"
done
echo "outer-box: all results are in $out; './assay report $out' makes the pages of the class" >&2
exit "$worst"
