from assay import solves


@solves("zoo/attack")
def attack(x, k):
    raise ValueError("<script>alert(1)</script><img src=x onerror=alert(2)>")


@solves("zoo/honest")
def honest(x):
    return {"largest": max(x)}


@solves("zoo/vector")
def vector(x, k):
    raise ValueError("${7*7} <#assign ex=1> =HYPERLINK(1) ]]> @everyone </details>")
