#!/usr/bin/env bash
# Measure a training step of our engine and of DL4J as shipped beside PyTorch on the CPU, and write
# reports/published/measurements-engine.md and .json.
#
#   ci/measure-torch.sh                    three rounds, some 20 minutes on 2 cores that are free
#   ROUNDS=1 NETS=mlp OUT=/tmp/engine ci/measure-torch.sh      a short look
#
#   PYTHON   a Python with PyTorch (/usr/bin/python3);  NETS  some of lenet, lenet-original, mlp, convnet, softmax, logistic
#   ROUNDS   how often each is measured (3);            THREADS  of each framework (1)
#
# PyTorch: apt-get install python3-torch libopenblas0-pthread. Without the latter Debian's PyTorch multiplies matrices with
# the reference BLAS, thirty times slower, and the script refuses to compare. MNIST is used where ASSAY_DATA has it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
python=${PYTHON:-/usr/bin/python3} rounds=${ROUNDS:-3} threads=${THREADS:-1} out=${OUT:-reports/published/measurements-engine}
nets=${NETS:-lenet,lenet-original,mlp,convnet,softmax,logistic}

if ! "$python" -c 'import torch' 2>/dev/null; then
  echo "measure-torch: $python has no PyTorch; apt-get install python3-torch libopenblas0-pthread, or PYTHON=..." >&2
  exit 1
fi
"$python" ci/measure-torch.py "$threads" </dev/null
mvn -B -q -o -Dquick -Dmaven.test.skip=true -pl reference/experiments -am package >&2 ||
  mvn -B -q -Dquick -Dmaven.test.skip=true -pl reference/experiments -am package >&2
"$python" ci/measure-engine.py --rounds "$rounds" --threads "$threads" --only "$nets" --torch "$python" --out "$out" \
  --engines 'as shipped,ours without the core type,ours' --command "ROUNDS=$rounds ci/measure-torch.sh"
