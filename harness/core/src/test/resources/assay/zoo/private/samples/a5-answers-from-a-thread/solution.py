from assay import solves
import threading


@solves("zoo/attack")
def attack(x, k):
    late = {}
    threading.Thread(target=lambda: late.update(total=k * sum(x)), daemon=True).start()
    return None


@solves("zoo/honest")
def honest(x):
    return {"largest": max(x)}


@solves("zoo/vector")
def vector(x, k):
    def burn():
        while True:
            pass

    threading.Thread(target=burn, daemon=True).start()
    return {"y": [k * value for value in x]}
