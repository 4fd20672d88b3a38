"""Gradients, a descent and pooling with PyTorch in single precision with TF32 allowed, on the device of the run."""
import assay
import torch
from assay import solves

TYPE = torch.float32
torch.backends.cuda.matmul.allow_tf32 = True


def tensor(values):
    return torch.as_tensor(values, dtype=torch.float64).to(device=assay.device(), dtype=TYPE)


@solves("bce/gradient")
def gradient(w, x, y):
    w, x = tensor(w), tensor(x)
    z = w @ x
    loss = torch.nn.functional.softplus(-z if y == 1 else z, threshold=50)
    return {"gradient": (torch.sigmoid(z) - y) * x, "loss": loss}


@solves("bce/hessian")
def hessian(w, x, y):
    w, x = tensor(w), tensor(x)
    p = torch.sigmoid(x @ w)
    weights = p * (1 - p) / len(x)
    return {"weights": weights, "hessian": x.T @ (weights[:, None] * x)}


@solves("bce/batch-gradient")
def batch_gradient(w, x, y):
    w, x, y = tensor(w), tensor(x), tensor(y)
    return {"gradient": x.T @ (torch.sigmoid(x @ w) - y) / len(x)}


@solves("pooling/average")
def pooling(image):
    return {"pooled": torch.nn.functional.avg_pool2d(tensor(image)[None, None], 4)[0, 0]}


@solves("softmax/loss")
def softmax_loss(logits, label):
    logits = tensor(logits)
    return {"loss": torch.logsumexp(logits, 0) - logits[int(label)]}


@solves("linreg/derivatives")
def derivatives(x, y, N, w0, w1):
    x, y = tensor(x), tensor(y)
    residual = w0 + w1 * x - y
    return {"dw0": 2 * residual.sum() / N, "dw1": 2 * (residual * x).sum() / N}
