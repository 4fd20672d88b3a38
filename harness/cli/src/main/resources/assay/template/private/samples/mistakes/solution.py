from assay import solves


@solves("mse/loss")
def loss(prediction, target):
    residuals = [p - t for p, t in zip(prediction, target)]
    return {"loss": sum(r * r for r in residuals), "gradient": [r / len(target) for r in residuals]}
