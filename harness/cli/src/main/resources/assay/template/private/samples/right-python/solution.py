from assay import solves


@solves("mse/loss")
def loss(prediction, target):
    n = len(target)
    residuals = [p - t for p, t in zip(prediction, target)]
    return {"loss": sum(r * r / n for r in residuals), "gradient": [r * (2 / n) for r in residuals]}
