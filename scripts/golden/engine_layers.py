"""Parameters, texts, attributes and outputs of PyTorch's layers: tests/golden/engine-layers.json.

Run with the reference PyTorch, 1.13.1: python3 scripts/golden/engine_layers.py
Parameters are owed to the bit, outputs to a few units of the last digit.
"""

from engine_steps import F64, Ref, call, record, seed, write

cases = []


def add(name, *steps, kind="bits"):
    case = record(name, steps, kind)
    assert "error" not in case, (name, case["error"])
    cases.append(case)


def random(name, *shape, **keywords):
    return call("torch.randn", list(shape), to=name, **keywords)


def whole(name, high, *shape):
    return call("torch.randint", 0, high, list(shape), to=name)


def layer(name, seeds, make, inputs=(), attributes=(), call_keywords=None, evaluate=False):
    """Draws a layer from several seeds; then its text, its attributes and, if it has inputs, its output."""
    make = {**make, "to": "m"}
    for value in seeds:
        add(f"{name}: parameters, seed {value}", seed(value), make, call("state", Ref("m")))
    add(f"{name}: what is drawn next", seed(seeds[0]), make, call("torch.rand", 3))
    add(f"{name}: print", seed(0), make, call("print", Ref("m")))
    for listing in ("state_dict keys", "parameter names"):
        add(f"{name}: {listing}", seed(0), make, call("names", Ref("m"), listing))
    for attribute in attributes:
        add(f"{name}: {attribute}", seed(0), make, call(f"get m.{attribute}"))
    if not inputs:
        return
    names = [Ref(step["to"]) for step in inputs]
    steps = [seed(seeds[0]), make, *inputs, *([call("m.eval")] if evaluate else [])]
    add(f"{name}: output", *steps, call("m", *names, **(call_keywords or {})), kind="digits")


CONV = ("in_channels", "out_channels", "kernel_size", "stride", "padding", "dilation", "groups", "padding_mode",
        "transposed", "output_padding")
N = "new nn."
layer("Conv1d", (0, 7), call(N + "Conv1d", 3, 5, 4), [random("x", 2, 3, 11)], CONV)
layer("Conv1d with everything", (1, 8), call(N + "Conv1d", 4, 6, 3, 2, 1, 2, 2, False, "circular"), [random("x", 2, 4, 13)], CONV)
layer("Conv1d, same", (2,), call(N + "Conv1d", 2, 3, 4, padding="same", dilation=3), [random("x", 3, 2, 9)], CONV)
layer("Conv1d of one sample", (2,), call(N + "Conv1d", 2, 3, 2, padding="valid"), [random("x", 2, 9)])
layer("Conv2d", (0, 3), call(N + "Conv2d", 3, 8, 3), [random("x", 2, 3, 7, 9)], CONV)
layer("Conv2d, uneven", (4, 99), call(N + "Conv2d", 2, 4, [3, 5], stride=[2, 1], padding=[4, 2], dilation=[3, 1]), [random("x", 2, 2, 7, 9)], CONV)
layer("Conv2d, depthwise", (5,), call(N + "Conv2d", 6, 12, 3, padding=1, groups=6), [random("x", 1, 6, 5, 5)])
layer("Conv2d, reflect", (6,), call(N + "Conv2d", 2, 3, 3, padding=2, padding_mode="reflect"), [random("x", 2, 2, 5, 4)])
layer("Conv2d, replicate, same", (6,), call(N + "Conv2d", 2, 3, [4, 3], padding="same", padding_mode="replicate"), [random("x", 2, 2, 5, 4)])
layer("Conv2d of float64", (6,), call(N + "Conv2d", 2, 3, 2, dtype=F64), [random("x", 2, 2, 3, 3, dtype=F64)])
layer("Conv3d", (0, 11), call(N + "Conv3d", 2, 3, [1, 2, 3], padding=[0, 1, 1], bias=False), [random("x", 2, 2, 3, 4, 5)], CONV)
layer("ConvTranspose1d", (0, 12), call(N + "ConvTranspose1d", 3, 5, 4), [random("x", 2, 3, 6)], CONV)
layer("ConvTranspose2d", (1, 13), call(N + "ConvTranspose2d", 4, 6, 3, 2, 1, 1, 2, True, 2), [random("x", 1, 4, 5, 3)], CONV)
layer("ConvTranspose2d, uneven", (2,), call(N + "ConvTranspose2d", 4, 2, [3, 2], stride=[1, 3], output_padding=[0, 2], bias=False), [random("x", 4, 5, 3)])
layer("ConvTranspose2d of a size", (3,), call(N + "ConvTranspose2d", 2, 3, 3, stride=2, padding=1), [random("x", 1, 2, 4, 4)], call_keywords={})
layer("ConvTranspose3d", (3, 14), call(N + "ConvTranspose3d", 2, 3, 2, stride=2), [random("x", 1, 2, 2, 3, 2)], CONV)
layer("Bilinear", (0, 15), call(N + "Bilinear", 3, 5, 4), [random("x", 7, 3), random("y", 7, 5)], ("in1_features", "in2_features", "out_features"))
layer("Bilinear without bias", (1,), call(N + "Bilinear", 6, 4, 5, False), [random("x", 2, 3, 6), random("y", 2, 3, 4)])
TABLE = ("num_embeddings", "embedding_dim", "padding_idx", "max_norm", "norm_type", "sparse", "scale_grad_by_freq")
layer("Embedding", (0, 16), call(N + "Embedding", 10, 3), [whole("x", 10, 2, 4)], TABLE)
layer("Embedding with padding", (1,), call(N + "Embedding", 7, 2, padding_idx=-2), [whole("x", 7, 5)], TABLE)
layer("Embedding of short rows", (2,), call(N + "Embedding", 7, 5, max_norm=1.5, norm_type=1.5), [whole("x", 7, 9)], TABLE)
layer("EmbeddingBag", (0, 17), call(N + "EmbeddingBag", 10, 3), [whole("x", 10, 4, 5)], (*TABLE, "mode"))
for mode in ("sum", "mean", "max"):
    layer(f"EmbeddingBag, {mode}", (1,), call(N + "EmbeddingBag", 10, 4, mode=mode, padding_idx=2), [whole("x", 10, 12), call("torch.tensor", [0, 3, 3, 9], to="y")])
WIDE = ("input_size", "hidden_size", "bias")
for cell in ("RNNCell", "LSTMCell", "GRUCell"):
    layer(cell, (0, 18), call(N + cell, 3, 5), [random("x", 4, 3)], WIDE)
    layer(f"{cell} without bias", (1,), call(N + cell, 3, 5, bias=False), [random("x", 3)])
layer("RNNCell with relu", (2,), call(N + "RNNCell", 4, 3, True, "relu"), [random("x", 2, 4), random("h", 2, 3)], ("nonlinearity",))
DEEP = ("input_size", "hidden_size", "num_layers", "bias", "batch_first", "bidirectional", "proj_size", "mode")
for net in ("RNN", "LSTM", "GRU"):
    layer(net, (0, 19), call(N + net, 3, 5), [random("x", 6, 2, 3)], DEEP)
    layer(f"{net}, deep", (1, 20), call(N + net, 3, 4, 2, True, True, 0.0, True), [random("x", 2, 5, 3)], DEEP)
    layer(f"{net}, dropout in evaluation", (2,), call(N + net, 3, 4, num_layers=3, dropout=0.5), [random("x", 5, 2, 3)], evaluate=True)
    layer(f"{net}, dropout in training", (2,), call(N + net, 3, 4, num_layers=3, dropout=0.25), [random("x", 5, 2, 3)])
    layer(f"{net} of one sample without bias", (3,), call(N + net, 17, 9, bias=False), [random("x", 5, 17)])
layer("RNN with relu", (4,), call(N + "RNN", 3, 4, nonlinearity="relu"), [random("x", 5, 2, 3), random("h", 1, 2, 4)], ("nonlinearity", "mode"))
layer("GRU from a state", (4,), call(N + "GRU", 3, 4, bidirectional=True), [random("x", 5, 2, 3), random("h", 2, 2, 4)])
layer("LSTM, projected", (5, 21), call(N + "LSTM", 3, 6, num_layers=2, bidirectional=True, proj_size=2), [random("x", 5, 2, 3)], DEEP)
NORM = ("num_features", "eps", "momentum", "affine", "track_running_stats")
for rank, shape in ((1, (5, 4)), (2, (3, 4, 2, 5)), (3, (2, 4, 2, 3, 2))):
    for evaluate in (False, True):
        layer(f"BatchNorm{rank}d, evaluate={evaluate}", (0,), call(N + f"BatchNorm{rank}d", 4), [random("x", *shape)], NORM, evaluate=evaluate)
        layer(f"InstanceNorm{rank}d, evaluate={evaluate}", (1,), call(N + f"InstanceNorm{rank}d", 4), [random("x", *((2, 4, 6) if rank == 1 else shape))], NORM, evaluate=evaluate)
layer("BatchNorm1d of sequences", (1,), call(N + "BatchNorm1d", 3, 0.001, 0.25, False), [random("x", 2, 3, 5)], NORM)
layer("BatchNorm2d without statistics", (1,), call(N + "BatchNorm2d", 3, track_running_stats=False), [random("x", 2, 3, 5, 2)], NORM, evaluate=True)
layer("InstanceNorm2d with statistics", (1,), call(N + "InstanceNorm2d", 3, affine=True, track_running_stats=True), [random("x", 2, 3, 5, 2)], NORM)
layer("InstanceNorm2d of one sample", (1,), call(N + "InstanceNorm2d", 3), [random("x", 3, 5, 2)])
layer("GroupNorm", (0,), call(N + "GroupNorm", 2, 6), [random("x", 3, 6, 4, 2)], ("num_groups", "num_channels", "eps", "affine"))
layer("GroupNorm without weight", (0,), call(N + "GroupNorm", 3, 6, affine=False), [random("x", 3, 6, 5)])
layer("LayerNorm", (0,), call(N + "LayerNorm", 6), [random("x", 3, 4, 6)], ("normalized_shape", "eps", "elementwise_affine"))
layer("LayerNorm of two dimensions", (0,), call(N + "LayerNorm", [4, 6], 0.01, False), [random("x", 3, 4, 6)], ("normalized_shape",))
layer("PReLU", (0,), call(N + "PReLU"), [random("x", 3, 4)], ("num_parameters",))
layer("PReLU for channels", (0,), call(N + "PReLU", 4, 0.1), [random("x", 3, 4, 2)])
POOL = ("kernel_size", "stride", "padding", "ceil_mode")
layer("MaxPool1d", (0,), call(N + "MaxPool1d", 3), [random("x", 2, 3, 10)], POOL)
layer("MaxPool1d, dilated", (0,), call(N + "MaxPool1d", 3, 2, 1, 2), [random("x", 3, 10)], POOL)
layer("MaxPool2d", (0,), call(N + "MaxPool2d", 2), [random("x", 2, 2, 5, 7)], POOL)
layer("MaxPool2d, uneven", (0,), call(N + "MaxPool2d", (3, 2), stride=(2, 3), padding=(1, 0), ceil_mode=True), [random("x", 2, 6, 7)], POOL)
layer("MaxPool3d", (0,), call(N + "MaxPool3d", 2, 1), [random("x", 1, 2, 3, 4, 3)], POOL)
layer("AvgPool1d", (0,), call(N + "AvgPool1d", 3, 2, 1), [random("x", 2, 3, 10)], POOL)
layer("AvgPool2d", (0,), call(N + "AvgPool2d", 2), [random("x", 2, 2, 5, 7)], POOL)
layer("AvgPool2d without padding", (0,), call(N + "AvgPool2d", (3, 4), 2, 1, True, False), [random("x", 2, 6, 7)], POOL)
layer("AvgPool2d, rounded up", (0,), call(N + "AvgPool2d", 3, 2, 1, ceil_mode=True), [random("x", 2, 6, 8)], POOL)
layer("AvgPool2d with a divisor", (0,), call(N + "AvgPool2d", 3, divisor_override=5), [random("x", 1, 2, 6, 8)], ("divisor_override",))
layer("AdaptiveAvgPool1d", (0,), call(N + "AdaptiveAvgPool1d", 4), [random("x", 2, 3, 10)])
layer("AdaptiveAvgPool2d", (0,), call(N + "AdaptiveAvgPool2d", (3, None)), [random("x", 2, 5, 7)])
layer("AdaptiveAvgPool2d of all", (0,), call(N + "AdaptiveAvgPool2d", 1), [random("x", 2, 3, 5, 7)])
layer("Upsample", (0,), call(N + "Upsample", scale_factor=2.5), [random("x", 2, 1, 3, 4)])
layer("Upsample to a size", (0,), call(N + "Upsample", 7), [random("x", 2, 2, 5)])
layer("Upsample, uneven", (0,), call(N + "Upsample", size=(2, 9)), [random("x", 1, 2, 5, 4)])
layer("PixelShuffle", (0,), call(N + "PixelShuffle", 2), [random("x", 2, 8, 2, 3)])
layer("PixelUnshuffle", (0,), call(N + "PixelUnshuffle", 3), [random("x", 2, 3, 6)])
layer("Dropout", (0, 1), call(N + "Dropout", 0.3), [random("x", 5, 7)])
layer("Dropout in evaluation", (0,), call(N + "Dropout"), [random("x", 5, 7)], evaluate=True)
for momentum in (0.1, 0.3, None):
    steps = [seed(3), call("new nn.BatchNorm2d", 3, momentum=momentum, to="m"), random("x", 4, 3, 2, 2), random("y", 2, 3, 3, 2), call("m", Ref("x")), call("m", Ref("y"))]
    add(f"BatchNorm2d, momentum {momentum}: after two batches", *steps, call("state", Ref("m")), kind="digits")
    add(f"BatchNorm2d, momentum {momentum}: afterwards", *steps, call("m.eval"), call("m", Ref("x")), kind="digits")
add("InstanceNorm1d: after a batch", seed(3), call("new nn.InstanceNorm1d", 3, track_running_stats=True, to="m"), random("x", 4, 3, 5), call("m", Ref("x")), call("state", Ref("m")), kind="digits")
for name, make in (
    ("Conv2d", call("new nn.Conv2d", 2, 3, 2, to="m")), ("LSTM", call("new nn.LSTM", 2, 3, to="m")),
    ("Bilinear", call("new nn.Bilinear", 2, 3, 2, to="m")), ("Embedding", call("new nn.Embedding", 4, 3, padding_idx=1, to="m")),
    ("GRUCell", call("new nn.GRUCell", 4, 3, to="m")), ("Linear", call("new nn.Linear", 4, 3, to="m")),
):
    add(f"reset_parameters of {name}", seed(4), make, seed(5), call("m.reset_parameters"), call("state", Ref("m")))
add("ConvTranspose2d of a wanted size", seed(0), call("new nn.ConvTranspose2d", 2, 3, 3, stride=3, to="m"), random("x", 1, 2, 4, 4), call("m", Ref("x"), [13, 14]), kind="digits")
for states in ("RNN", "GRU"):
    add(f"{states} of one sample from a state", seed(0), call(f"new nn.{states}", 2, 3, to="m"), random("x", 4, 2), random("h", 1, 3), call("m", Ref("x"), Ref("h")), kind="digits")
add("LSTM from states", seed(0), call("new nn.LSTM", 2, 3, to="m"), random("x", 4, 2, 2), random("h", 1, 2, 3), random("c", 1, 2, 3), call("m", Ref("x"), [Ref("h"), Ref("c")]), kind="digits")
add("EmbeddingBag of weighted rows", seed(0), call("new nn.EmbeddingBag", 6, 3, mode="sum", to="m"), whole("x", 6, 5), call("torch.tensor", [0, 2], to="o"), random("w", 5), call("m", Ref("x"), Ref("o"), Ref("w")), kind="digits")
for mode in ("constant", "reflect", "replicate", "circular"):
    add(f"pad, {mode}", seed(0), random("x", 2, 3, 4, 5), call("F.pad", Ref("x"), [2, 1, 0, 3], mode) if mode != "circular" else call("F.pad", Ref("x"), [2, 1, 0, 3], mode))
add("pad of a value, and cut", seed(0), random("x", 2, 3), call("F.pad", Ref("x"), [-1, 2, 1, -2], "constant", 1.5))

write("engine-layers.json", cases)
