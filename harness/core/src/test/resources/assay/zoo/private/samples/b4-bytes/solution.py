from assay import solves
import os


@solves("zoo/attack")
def attack(x, k):
    os.write(2, b"\xff\xfe\x00 \x1b[31mred\x1b[0m \xe2\x80\xae backwards \xed\xa0\x80\n")
    return {"total": k * sum(x)}


@solves("zoo/honest")
def honest(x):
    return {"largest": max(x)}


@solves("zoo/vector")
def vector(x, k):
    raise ValueError("\x1b]0;title\x07 \ud800 \u202e \x00 end")
