#!/usr/bin/env bash
# Measure a training step of our engine and of DL4J as shipped beside PyTorch on the CPU, and write
# reports/published/measurements-engine.md and .json.
#
#   ci/measure-torch.sh                    three rounds, or those that end within 12 minutes, on 2 cores that are free
#   ROUNDS=1 NETS=mlp OUT=/tmp/engine ci/measure-torch.sh      a short look
#
# Nothing else should run meanwhile; the file says how much other work there was.
#
#   PYTHON   a Python with PyTorch (/usr/bin/python3);  NETS  some of lenet, lenet-original, mlp, convnet, softmax, logistic
#   ROUNDS   how often each is measured (3);            MINUTES  begin no round that would not end by then (12; 0: all)
#   THREADS  of each framework (1);                     ENGINES  of ours (as shipped,ours); there are also
#            'ours without the core type' and 'oneDNN natives alone'
#
# PyTorch: apt-get install python3-torch libopenblas0-pthread. Without the latter Debian's PyTorch multiplies matrices with
# the reference BLAS, thirty times slower, and the script refuses to compare. MNIST is used where ASSAY_DATA has it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
python=${PYTHON:-/usr/bin/python3} rounds=${ROUNDS:-3} threads=${THREADS:-1} out=${OUT:-reports/published/measurements-engine}
minutes=${MINUTES:-12} engines=${ENGINES:-as shipped,ours}
nets=${NETS:-lenet,lenet-original,mlp,convnet,softmax,logistic}

if ! "$python" -c 'import torch' 2>/dev/null; then
  echo "measure-torch: $python has no PyTorch; apt-get install python3-torch libopenblas0-pthread, or PYTHON=..." >&2
  exit 1
fi
"$python" ci/measure-torch.py "$threads" </dev/null
mvn -B -q -o -Dquick -Dmaven.test.skip=true -pl reference/experiments -am package >&2 ||
  mvn -B -q -Dquick -Dmaven.test.skip=true -pl reference/experiments -am package >&2
said=
for name in ROUNDS MINUTES NETS ENGINES THREADS; do
  [ -z "${!name:-}" ] || said="$said$name=$(printf %q "${!name}") "
done
"$python" ci/measure-engine.py --rounds "$rounds" --minutes "$minutes" --threads "$threads" --only "$nets" --torch "$python" \
  --out "$out" --engines "$engines" --command "${said}ci/measure-torch.sh"
