from assay import solves


def fit(x, y):
    mx, my = sum(x) / len(x), sum(y) / len(y)
    slope = sum((a - mx) * (b - my) for a, b in zip(x, y)) / sum((a - mx) ** 2 for a in x)
    return my - slope * mx, slope


@solves("linreg/closed-form")
def closed_form(x, y):
    if all(one == x[0] for one in x):
        return {"degenerate": True}
    intercept, slope = fit(y, x)  # swapped
    return {"slope": slope, "intercept": intercept, "degenerate": False}
