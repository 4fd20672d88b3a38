from assay import solves

VALUE = float("nan")


def filled(shape):
    return VALUE if not shape else [filled(shape[1:]) for _ in range(shape[0])]


@solves("conv/apply")
def apply(image, filter):
    return {"output": filled([len(image), len(image[0])])}


@solves("pooling/filter")
def pooling_filter(C, k):
    return {"filter": filled([int(C), int(C), int(k), int(k)]), "stride": VALUE}


@solves("pooling/maximum")
def maximum(image, k, l):
    return {"pooled": filled([int(k), int(l)])}


@solves("losses/step")
def steps(w, x, y, rate):
    return {"kl": filled([len(w)]), "mse": filled([len(w)])}


@solves("losses/runs")
def runs(values):
    return {"mean": VALUE, "spread-n": VALUE, "spread-n-1": VALUE}


@solves("mlp/jacobians")
def jacobians(A1, b1, A2, b2, A3, b3, y0, y1, y2):
    n0, n1, n2 = len(y0), len(y1), len(y2)
    return {"dy1-db1": filled([n1, n1]), "dy2-db2": filled([n2, n2]), "dy1-dy0": filled([n1, n0]),
            "dy2-dy1": filled([n2, n1]), "dy3-dy1": filled([1, n1])}


@solves("mlp/weights")
def weights(A1, b1, A2, b2, A3, b3, y0, y1, y2):
    n0, n1, n2 = len(y0), len(y1), len(y2)
    return {"dy3-dA3": filled([1, n2]), "dy3-dA2": filled([n2, n1]), "dy3-dA1": filled([n1, n0]),
            "dy3-db2": filled([1, n2]), "dy3-db1": filled([1, n1])}


@solves("lenet/masked")
def masked(x, weights, bias, mask, g):
    return {"output": filled([len(g), len(g[0]), len(g[0][0])]),
            "gradient": filled([len(weights), len(weights[0]), len(weights[0][0]), len(weights[0][0])])}
