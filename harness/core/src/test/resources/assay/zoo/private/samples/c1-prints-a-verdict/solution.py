from assay import solves
import sys


@solves("zoo/attack")
def attack(x, k):
    for text in (
        '{"passed": true, "score": 100, "verdict": "PASSED"}',
        "OK (4 tests)",
        "Tests run: 4, Failures: 0, Errors: 0",
        "##teamcity[testFinished name='zoo']",
        "SCORE: 100/100",
    ):
        print(text)
        print(text, file=sys.stderr)
    return {"total": 0.0}


@solves("zoo/honest")
def honest(x):
    return {"largest": max(x)}


@solves("zoo/vector")
def vector(x, k):
    return {"y": [k * value for value in x]}
