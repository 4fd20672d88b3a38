"""Keeps a copy of all activations of every step."""
from assay import solves


@solves("digits/softmax")
def softmax(training, seed, images):
    kept = []
    for step in range(100000):
        kept.append(bytes([step % 256]) * (8 << 20))
    return {"predictions": [0] * 400, "losses": [], "accuracies": []}
