"""Losses with margins, likelihoods and distances, and their gradients: tests/golden/engine-losses.json.

Run with the reference PyTorch, 1.13.1 on x86-64 with AVX2: python3 scripts/golden/engine_losses.py
"""

from engine_steps import F64, Ref, call, record, seed, write

cases = []
X, Y, Z, T, W, L = Ref("x"), Ref("y"), Ref("z"), Ref("t"), Ref("w"), Ref("l")


def add(name, *steps, kind="digits"):
    cases.append(record(name, steps, kind))


def both(name, made, loss, inputs, kind="digits"):
    """A value, the name of its node, and the gradients of all inputs, each element having a weight of its own."""
    run = [*made, *[call(f"{i}.requires_grad_") for i in inputs], {**loss, "to": "l"}]
    add(f"{name}: value", *run)
    add(f"{name}: node", *run, call("print-node", L))
    weights = [seed(11), call("torch.rand_like", L, to="g"), call("l.backward", Ref("g"))]
    for i in inputs:
        add(f"{name}: gradient of {i}", *run, *weights, call(f"get {i}.grad"), kind=kind)


def randn(*shape, to="x", **keywords):
    return call("torch.randn", *shape, to=to, **keywords)


def long(values, to="t"):
    return call("torch.tensor", values, to=to)


def signs(name):
    """1 or -1 at random."""
    return [call("torch.randn", 5, 3, to=name), call(f"{name}.sign", to=name)]


PAIR = [seed(3), randn(5, 3), randn(5, 3, to="y")]
ROWS = [*PAIR, long([1, -1, -1, 1, 1])]
SIGNED = [*PAIR, *signs("t")]
TRIPLE = [*PAIR, randn(5, 3, to="z")]
CHANCES = [*PAIR, call("x.log_softmax", 1, to="x"), call("y.softmax", 1, to="y")]
LOGS = [*PAIR, call("x.log_softmax", 1, to="x"), call("y.log_softmax", 1, to="y")]
CLASSES = [*PAIR, long([2, 0, 1, 1, 2]), call("torch.rand", 3, to="w")]
LABELS = [*PAIR, long([[0, -1, 2], [-1, 0, 1], [2, 1, 0], [1, 2, -1], [1, 1, -1]])]
YES = [*PAIR, call("torch.rand", 5, 3, to="t"), call("torch.rand", 3, to="w")]
COUNTS = [seed(4), call("torch.rand", 5, 3, to="x"), call("torch.randint", 0, 5, [5, 3], to="t"), call("t.float", to="t")]
WIDE = [*TRIPLE[:-1], call("torch.rand", 5, 3, to="z"), call("torch.rand", 5, to="w")]

# (name, class, steps, tensors, settings, inputs with a gradient)
LOSSES = [
    ("kl_div", "KLDivLoss", CHANCES, [X, Y], [{}], ["x", "y"]),
    ("kl_div", "KLDivLoss", LOGS, [X, Y], [{"log_target": True}], ["x", "y"]),
    ("cosine_embedding_loss", "CosineEmbeddingLoss", ROWS, [X, Y, T], [{}, {"margin": 0.25}], ["x", "y"]),
    ("hinge_embedding_loss", "HingeEmbeddingLoss", SIGNED, [X, T], [{}, {"margin": 0.5}], ["x"]),
    ("margin_ranking_loss", "MarginRankingLoss", SIGNED, [X, Y, T], [{}, {"margin": 0.75}], ["x", "y"]),
    (
        "triplet_margin_loss", "TripletMarginLoss", TRIPLE, [X, Y, Z],
        [{}, {"margin": 2.5, "p": 1.0}, {"swap": True}, {"p": 3.0, "eps": 0.001}], ["x", "y", "z"],
    ),
    ("soft_margin_loss", "SoftMarginLoss", SIGNED, [X, T], [{}], ["x"]),
    ("multi_margin_loss", "MultiMarginLoss", CLASSES, [X, T], [{}, {"p": 2}, {"margin": 0.5, "weight": W}], ["x"]),
    ("multilabel_margin_loss", "MultiLabelMarginLoss", LABELS, [X, T], [{}], ["x"]),
    ("multilabel_soft_margin_loss", "MultiLabelSoftMarginLoss", YES, [X, T], [{}, {"weight": W}], ["x", "t"]),
    (
        "poisson_nll_loss", "PoissonNLLLoss", COUNTS, [X, T],
        [{}, {"full": True}, {"log_input": False}, {"log_input": False, "full": True, "eps": 0.01}], ["x", "t"],
    ),
    ("gaussian_nll_loss", "GaussianNLLLoss", WIDE, [X, Y, Z], [{}, {"full": True}, {"eps": 0.5}], ["x", "y", "z"]),
    ("gaussian_nll_loss", "GaussianNLLLoss", WIDE, [X, Y, W], [{}], ["x", "y", "w"]),
    (
        "triplet_margin_with_distance_loss", "TripletMarginWithDistanceLoss", TRIPLE, [X, Y, Z],
        [{}, {"swap": True, "margin": 2.5}], ["x", "y", "z"],
    ),
]  # fmt: skip
for name, module, made, tensors, settings, inputs in LOSSES:
    for keywords in settings:
        for reduction in ("mean", "sum", "none", *(["batchmean"] if name == "kl_div" else [])):
            given = {**keywords, "reduction": reduction}
            title = {key: "w" if value is W else value for key, value in given.items()}
            title = f"{name} of {' '.join(tensors)} {title}"
            both(title, made, call(f"F.{name}", *tensors, **given), inputs)
        built = call(f"new nn.{module}", to="m", **keywords)
        add(f"{module} {sorted(keywords)}", *made, built, call("m", *tensors))
        add(f"{module} {sorted(keywords)}: text", *made, built, call("print", Ref("m")))
    add(f"{name}: a wrong reduction", *made, call(f"F.{name}", *tensors, reduction="average"))
    add(f"{name}: an unknown name", *made, call(f"F.{name}", *tensors, reductions="sum"))
    add(f"{module}: an unknown name", call(f"new nn.{module}", reductions="sum"))

# Settings by place.
add("cosine_embedding_loss by place", *ROWS, call("F.cosine_embedding_loss", X, Y, T, 0.5))
add("HingeEmbeddingLoss by place", *SIGNED, call("new nn.HingeEmbeddingLoss", 0.25, to="m"), call("m", X, T))
add("triplet_margin_loss by place", *TRIPLE, call("F.triplet_margin_loss", X, Y, Z, 2.0, 1.0, 1e-3, True))
add("TripletMarginLoss by place", *TRIPLE, call("new nn.TripletMarginLoss", 2.0, 1.0, 1e-3, to="m"), call("m", X, Y, Z))
add("multi_margin_loss by place", *CLASSES, call("F.multi_margin_loss", X, T, 2, 0.5, W))
add("MultiMarginLoss by place", *CLASSES, call("new nn.MultiMarginLoss", 2, 0.5, W, to="m"), call("m", X, T))
add("MultiMarginLoss keeps its weight", *CLASSES, call("new nn.MultiMarginLoss", 2, 0.5, W, to="m"), call("state", Ref("m")))
add("poisson_nll_loss by place", *COUNTS, call("F.poisson_nll_loss", X, T, False, True))
add("gaussian_nll_loss by place", *WIDE, call("F.gaussian_nll_loss", X, Y, Z, True, 0.5, "sum"))

# Other shapes and dtypes.
ONE = [*PAIR, call("index", X, 0, to="x"), call("index", Y, 0, to="y")]
for sign in (1, -1, 2):
    add(f"cosine_embedding_loss of vectors, {sign}", *ONE, long(sign), call("F.cosine_embedding_loss", X, Y, T))
for name, target in (("multi_margin_loss", 1), ("multi_margin_loss", [1]), ("multilabel_margin_loss", [2, -1, 0])):
    add(f"{name} of a vector, {target}", *ONE, long(target), call(f"F.{name}", X, T, reduction="none"))
add("soft_margin_loss of broadcast targets", *PAIR, long([1, -1, 1]), call("F.soft_margin_loss", X, T))
add("kl_div of broadcast targets", *CHANCES, call("index", Y, 0, to="y"), call("F.kl_div", X, Y, reduction="batchmean"))
add("kl_div where targets are 0", *PAIR, call("torch.zeros", 5, 3, to="y"), call("F.kl_div", X, Y, reduction="sum"))
add("poisson_nll_loss in float64", seed(1), randn(4, dtype=F64), call("torch.ones", 4, to="t"), call("F.poisson_nll_loss", X, T))
both("triplet_margin_loss of equal rows", PAIR, call("F.triplet_margin_loss", X, X, Y, eps=0.0), ["x", "y"])
ZERO = [call("torch.zeros", 2, 3, to="x"), call("torch.ones", 2, 3, to="y"), long([1, -1])]
both("cosine_embedding_loss of zeros", ZERO, call("F.cosine_embedding_loss", X, Y, T), ["x", "y"])
both("multi_margin_loss at the margin", [long([[1.5, 2.5]], "x"), long([1])], call("F.multi_margin_loss", X, T), ["x"])

# What is refused.
SHORT = [*PAIR, call("index", Y, 0, to="z"), long([0, 7, 1, 1, 2]), call("torch.ones", 2, 2, to="w")]
for name, args in {
    "cosine_embedding_loss: a matrix of targets": [X, Y, X],
    "cosine_embedding_loss: vectors and a row of targets": [Z, Z, T],
    "cosine_embedding_loss: matrices and one target": [X, Y, Ref("s")],
    "margin_ranking_loss: ranks": [X, Y, Z],
    "triplet_margin_loss: ranks": [X, Y, Z],
    "kl_div: integers": [X, T],
    "multi_margin_loss: out of range": [X, T],
    "multi_margin_loss: float targets": [X, Ref("f")],
    "multi_margin_loss: sizes": [X, Ref("s")],
    "multi_margin_loss: rank": [Ref("c"), T],
    "multi_margin_loss: p": [X, T, 3],
    "multi_margin_loss: weight": [X, T, 1, 1.0, W],
    "multilabel_margin_loss: out of range": [X, Ref("b")],
    "multilabel_margin_loss: sizes": [X, T],
    "multilabel_margin_loss: float targets": [X, Ref("o")],
    "gaussian_nll_loss: variances of another shape": [X, Y, W],
    "gaussian_nll_loss: negative variances": [X, Y, X],
    "soft_margin_loss: targets with a gradient": [X, Ref("q")],
}.items():
    extra = [
        long(1, "s"), call("torch.zeros", 5, to="f"), call("torch.zeros", 1, 5, 3, to="c"), call("t.expand", 3, 5, to="b"),
        call("b.t", to="b"), call("torch.zeros", 5, 3, to="o"), call("torch.ones", 5, 3, requires_grad=True, to="q"),
    ]  # fmt: skip
    add(name, *SHORT, *extra, call(f"F.{name.split(':')[0]}", *args))
add("MultiMarginLoss: p", call("new nn.MultiMarginLoss", 3))
add("MultiMarginLoss: weight", *SHORT, call("new nn.MultiMarginLoss", weight=W))

# Distances.
VECTORS = [
    ("cosine_similarity", [X, Y], [{}, {"dim": 0}, {"dim": -1, "eps": 5.0}]),
    ("pairwise_distance", [X, Y], [{}, {"p": 1.0}, {"p": 3.0, "keepdim": True}, {"eps": 0.5}]),
    ("pdist", [X], [{}, {"p": 1.0}, {"p": 0.0}, {"p": 2.5}, {"p": float("inf")}]),
    ("cdist", [X, Y], [{}, {"p": 1.0}, {"p": 2.5}, {"p": float("inf")}]),
]
for name, tensors, settings in VECTORS:
    for keywords in settings:
        places = ["torch"] if name == "cdist" else ["torch", "F"]
        for place in places:
            both(f"{place}.{name} {keywords}", PAIR, call(f"{place}.{name}", *tensors, **keywords), list(tensors))
    add(f"{name} by place", *PAIR, call(f"torch.{name}", *tensors, 1))
    add(f"{name}: an unknown name", *PAIR, call(f"torch.{name}", *tensors, powers=2))
    add(f"{name} of a number", *PAIR, call(f"torch.{name}", 3, *tensors[1:]))
both("cosine_similarity of zeros", ZERO, call("torch.cosine_similarity", X, Y), ["x", "y"])
both("pairwise_distance of equals", PAIR, call("torch.pairwise_distance", X, X, eps=0.0), ["x"])
both("pdist of equal rows", ZERO, call("torch.pdist", X), ["x"])
CUBES = [seed(5), randn(2, 4, 3), randn(5, 3, to="y")]
both("cdist of a batch", CUBES, call("torch.cdist", X, Y), ["x", "y"])
add("pairwise_distance, broadcast", *CUBES, call("F.pairwise_distance", X, Ref("x")))
MIXED = [*PAIR, call("y.double", to="y")]
add("cosine_similarity of two dtypes", *MIXED, call("F.cosine_similarity", X, Y))
WHOLE = [*PAIR, call("x.long", to="w"), call("index", X, 0, to="z"), call("torch.ones", 5, 2, to="t")]
for name, args, keywords in (
    ("cosine_similarity", [W, W], {}), ("cosine_similarity", [X, Y], {"dim": 5}), ("cosine_similarity", [X, T], {}),
    ("pdist", [Z], {}), ("pdist", [W], {}), ("pdist", [X], {"p": -1.0}), ("pairwise_distance", [X, T], {}),
    ("cdist", [Z, X], {}), ("cdist", [X, Z], {}), ("cdist", [X, T], {}), ("cdist", [X, Y], {"p": -1.0}),
    ("cdist", [X, Y], {"compute_mode": "fast"}), ("cdist", [X, Y], {"compute_mode": "use_mm_for_euclid_dist"}),
):  # fmt: skip
    add(f"{name} of {' '.join(args)} {keywords}", *WHOLE, call(f"torch.{name}", *args, **keywords))
for module, args, keywords in (
    ("CosineSimilarity", [], {}), ("CosineSimilarity", [0, 0.5], {}), ("CosineSimilarity", [], {"dim": 0}),
    ("PairwiseDistance", [], {}), ("PairwiseDistance", [1.0, 0.5, True], {}), ("PairwiseDistance", [], {"keepdim": True}),
):  # fmt: skip
    built = call(f"new nn.{module}", *args, to="m", **keywords)
    add(f"{module} {args} {keywords}", *PAIR, built, call("m", X, Y))
    add(f"{module} {args} {keywords}: text", built, call("print", Ref("m")))

# Normalising functions.
for keywords in ({}, {"p": 1.0}, {"dim": 0}, {"p": 3.0, "dim": -1, "eps": 3.0}):
    both(f"normalize {keywords}", PAIR, call("F.normalize", X, **keywords), ["x"])
add("normalize by place", *PAIR, call("F.normalize", X, 1.0, 0))
both("normalize zeros", ZERO, call("F.normalize", X), ["x"])
LABELLED = [long([[2, 0], [1, 1]]), long(3, "y"), long([0.5, 1.0], "w"), long([-1, 2], "z"), call("index", T, {"slice": [0, 0]}, to="l")]
for name, args, keywords in (
    ("x", [T], {}), ("x", [T, 4], {}), ("x", [T], {"num_classes": 5}), ("x", [Y], {}), ("x", [L, 3], {}), ("x", [L], {}),
    ("x", [W], {}), ("x", [Z], {}), ("x", [T, 2], {}), ("x", [T, 0], {}), ("x", [T, -1], {}), ("x", [T], {"classes": 3}),
):  # fmt: skip
    add(f"one_hot {args} {keywords}", *LABELLED, call("F.one_hot", *args, **keywords))
add("one_hot of a list", call("F.one_hot", [1, 0]))
for dim in (0, 1):
    both(f"softmin of {dim}", PAIR, call("F.softmin", X, dim), ["x"])
add("softmin without dim", *PAIR, call("F.softmin", X))
add("softmin in float64", *PAIR, call("F.softmin", X, dim=0, dtype=F64))
for keywords in ({}, {"tau": 0.5}, {"hard": True}, {"dim": 0, "tau": 2.0}, {"dim": 0, "hard": True}, {"eps": 0.1}):
    # Sums cancel in the gradient of a softmax that is nearly sure.
    both(f"gumbel_softmax {keywords}", PAIR, call("F.gumbel_softmax", X, **keywords), ["x"], kind="near")
add("gumbel_softmax by place", *PAIR, call("F.gumbel_softmax", X, 0.5, True, 1e-10, 0))
add("gumbel_softmax of a transposed tensor", *PAIR, call("x.t", to="x"), call("F.gumbel_softmax", X))
IMAGES = [seed(6), randn(2, 5, 3, 2)]
LINES = [seed(6), randn(2, 5, 3)]
for made, rank in ((LINES, 3), (IMAGES, 4)):
    for size in (1, 2, 3, 5):
        both(f"local_response_norm of rank {rank}, {size}", made, call("F.local_response_norm", X, size, alpha=0.5), ["x"])
add("local_response_norm by place", *LINES, call("F.local_response_norm", X, 3, 0.5, 1.5, 2.0))
add("local_response_norm of rank 2", *PAIR, call("F.local_response_norm", X, 2))
for args, keywords in (([2], {}), ([3, 0.5], {"k": 2.5}), ([2, 1e-05, 1.0, 0.5], {})):
    built = call("new nn.LocalResponseNorm", *args, to="m", **keywords)
    add(f"LocalResponseNorm {args} {keywords}", *IMAGES, built, call("m", X))
    add(f"LocalResponseNorm {args} {keywords}: text", built, call("print", Ref("m")))
add("LocalResponseNorm without size", call("new nn.LocalResponseNorm"))

write("engine-losses.json", cases)
