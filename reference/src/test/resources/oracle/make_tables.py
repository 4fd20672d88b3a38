"""Write the tables beside this file: Python's decimal with 1000 digits, results printed with 40.

Run:  python3 make_tables.py
Each line is computed from the decimal value of the doubles in it, by the definition and with nothing rearranged.
"""
from decimal import Decimal as D, getcontext
from pathlib import Path

# 1 + e^-800 needs 350 digits, e^1000 + e^-1000 needs 870.
getcontext().prec = 1000
# Far beyond the range of doubles, so that e^-800 is no zero here.
getcontext().Emin, getcontext().Emax = -10**6, 10**6

HERE = Path(__file__).parent


def write(name, header, rows):
    lines = ["# Python decimal, 1000 digits, printed with 40; make_tables.py", header]
    lines += [",".join(str(cell) if not isinstance(cell, D) else f"{cell:.39E}" for cell in row) for row in rows]
    (HERE / name).write_text("\n".join(lines) + "\n")


def sigmoid(z):
    return 1 / (1 + (-D(z)).exp())


def logistic():
    rows = []
    for z in [-800.0, -745.5, -100.0, -37.0, -20.25, -5.0, -1.0, -0.1, -1e-9, 0.0, 1e-9, 0.1, 1.0, 2.5, 5.0, 20.25, 36.75,
              37.0, 100.0, 700.0, 800.0]:
        s = sigmoid(z)
        rows.append([z, s, (1 + D(z).exp()).ln(), s * (1 - s)])
    write("logistic.csv", "z,sigmoid,softplus,slope", rows)


def softmax_loss():
    cases = [("20 0 0 0 0 0 0 0 0 0", 0), ("20 0 0 0 0 0 0 0 0 0", 4), ("0 0 0 0 0 0 0 0 0 0", 3), ("1000 0 0", 1),
             ("1000 999.5 -1000", 0), ("-1000 -1000", 1), ("0.1 0.2 0.7", 2), ("3 -2 0.25 1.5", 1), ("5 5 5 4.75", 0),
             ("-0.5 0.5", 0)]
    rows = []
    for logits, label in cases:
        z = [D(float(one)) for one in logits.split()]
        rows.append([logits, label, sum(one.exp() for one in z).ln() - z[label]])
    write("softmax-loss.csv", "logits,label,loss", rows)


def closed_form():
    xs = [0.3, 1.9, 2.4, 4.1, 5.6, 6.2, 7.7, 8.5, 9.8]
    ys = [52.5, 62.0, 69.0, 78.1, 90.3, 91.0, 104.8, 111.2, 117.1]
    rows = []
    for shift in [0.0, 1e3, 1e6, -1e6, 1e8]:
        x, y = [D(one + shift) for one in xs], [D(one) for one in ys]
        mx, my = sum(x) / len(x), sum(y) / len(y)
        slope = sum((a - mx) * (b - my) for a, b in zip(x, y)) / sum((a - mx) ** 2 for a in x)
        rows.append([shift, slope, my - slope * mx, my - slope * mx + slope * x[0]])
    write("closed-form.csv", "shift,slope,intercept,fitted", rows)


logistic()
softmax_loss()
closed_form()
