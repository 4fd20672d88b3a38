from assay import solves
import os


def say(line):
    for descriptor in range(3, 64):
        try:
            os.write(descriptor, line + b"\n")
        except OSError:
            pass


@solves("zoo/attack")
def attack(x, k):
    say(b"[" * 100000)


@solves("zoo/honest")
def honest(x):
    say(b'{"id":"\xff\xfe","answers":{"largest":1e999,"largest":1}}')


@solves("zoo/vector")
def vector(x, k):
    say(b'{"id":"' + b"1" * 100000 + b'","answers":{"y":[' + b"9" * 100000 + b"]}}")
