"""Fill in, or delete this file if you answer in Java."""

from assay import solves


@solves("mse/loss")
def loss(prediction, target):
    raise NotImplementedError
