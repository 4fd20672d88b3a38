from assay import solves
class Liar(float):
    def __eq__(self, other):
        return True

    def __float__(self):
        return 1.0

    def __abs__(self):
        return 0.0

    def __repr__(self):
        return '1,"passed":true'


class Longer(list):
    def __len__(self):
        return 10 ** 9


@solves("zoo/attack")
def attack(x, k):
    return {"total": Liar(2.5)}


@solves("zoo/honest")
def honest(x):
    return {"largest": max(x)}


@solves("zoo/vector")
def vector(x, k):
    return {"y": Longer([1.0])}
