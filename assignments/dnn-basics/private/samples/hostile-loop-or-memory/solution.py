from math import exp, fsum, log

from assay import solves


@solves("linreg/descent")
def memory(x, y, rate, steps):
    kept = []
    while True:
        kept.append(bytearray(64 << 20))


@solves("linreg/closed-form")
def flood(x, y):
    while True:
        print("no end" * 1000)


@solves("softmax/loss")
def softmax_loss(logits, label):
    top = max(logits)
    return {"loss": top - logits[int(label)] + log(fsum(exp(z - top) for z in logits))}


@solves("softmax/step")
def loop(weights, x, labels, rate, batch):
    while True:
        pass
