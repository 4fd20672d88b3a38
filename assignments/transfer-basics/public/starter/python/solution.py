"""Write your code here. A function that still raises NotImplementedError counts as not answered.

    x, y = training_set(training)     images [n, 3, 32, 32] and labels [n]
    test = images_of(images)          the images to classify, in the same form

They are arrays of bytes (0 to 255) where this file imports numpy, else lists of bytes objects and of numbers.
"""
from assay import images_of, solves, training_set


@solves("house/head")
def head(training, seed, images, filters, gamma, beta, mean, var):
    """1: answers predictions, losses, accuracies, features, filters, gamma, beta, mean, var."""
    raise NotImplementedError
