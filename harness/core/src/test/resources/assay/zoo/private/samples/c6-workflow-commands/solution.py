from assay import solves


@solves("zoo/attack")
def attack(x, k):
    for command in ("set-env name=PATH::/tmp", "add-mask::100", "stop-commands::token", "error title=Result::100 points"):
        print("::" + command)
    print("::notice title=Autograding report::{\"totalPoints\":100}")
    return {"total": k * sum(x)}


@solves("zoo/honest")
def honest(x):
    return {"largest": max(x)}


@solves("zoo/vector")
def vector(x, k):
    return {"y": [k * value for value in x]}
