"""What PyTorch's modules say when they refuse: tests/golden/engine-module-errors.json.

Run with the reference PyTorch, 1.13.1: python3 scripts/golden/engine_module_errors.py
The engine's message must hold the sentence word for word; it may add who spoke before it and a way out after it.
"""

from engine_steps import BOOL, F64, I64, Ref, call, record, write

cases = []
m, x, y, w = Ref("m"), Ref("x"), Ref("y"), Ref("w")


def add(name, *steps):
    case = record(name, steps)
    assert "error" in case, name
    cases.append(case)


def zeros(name, *size, **keywords):
    return call("torch.zeros", list(size), to=name, **keywords)


def refuses(module, args, *shapes, keywords=None, dtype=None):
    """A module that is made and then called with zeros of these shapes."""
    names = "xyvw"
    inputs = [zeros(names[i], *shape, **({"dtype": dtype} if dtype else {})) for i, shape in enumerate(shapes)]
    made = call(f"new nn.{module}", *args, to="m", **(keywords or {}))
    what = ", ".join(map(str, [*args, *(f"{key}={value}" for key, value in (keywords or {}).items())]))
    add(f"{module}({what}) of {', '.join(map(str, shapes))}{' ' + str(dtype) if dtype else ''}", made, *inputs, call("m", *[Ref(names[i]) for i in range(len(shapes))]))


def unmade(module, *args, **keywords):
    what = ", ".join(map(str, [*args, *(f"{key}={value}" for key, value in keywords.items())]))
    add(f"{module}({what})", call(f"new nn.{module}", *args, **keywords))


for shape in ([1, 2, 5, 5], [5, 5], [1, 1, 3, 5, 5], [2, 5, 5], [1, 3, 2, 2]):
    refuses("Conv2d", [3, 4, 3], shape)
for keywords in ({"padding": -1}, {"stride": 0}, {"dilation": 0}):
    refuses("Conv2d", [3, 4, 3], [1, 3, 5, 5], keywords=keywords)
for dtype in (F64, I64):
    refuses("Conv2d", [3, 4, 3], [1, 3, 5, 5], dtype=dtype)
refuses("Conv2d", [3, 4, 3], [1, 3, 5, 5], keywords={"bias": False}, dtype=F64)
refuses("Conv2d", [3, 4, [3]], [1, 3, 5, 5])
refuses("Conv2d", [4, 4, 3], [1, 3, 5, 5], keywords={"groups": 2})
for shape in ([1, 2, 5], [5], [1, 3, 2]):
    refuses("Conv1d", [3, 4, 3], shape)
refuses("Conv3d", [3, 4, 3], [1, 2, 5, 5, 5])
refuses("Conv3d", [3, 4, 3], [1, 3, 2, 2, 2])
refuses("Conv1d", [3, 4, 3], [1, 3, 3], keywords={"padding": 4, "padding_mode": "reflect"})
refuses("Conv1d", [3, 4, 3], [1, 3, 3], keywords={"padding": 4, "padding_mode": "circular"})
for shape in ([1, 2, 5, 5], [5, 5]):
    refuses("ConvTranspose2d", [3, 4, 3], shape)
for keywords in ({"stride": 2, "output_padding": 2}, {"padding": 5}):
    refuses("ConvTranspose2d", [3, 4, 3], [1, 3, 5, 5], keywords=keywords)
refuses("ConvTranspose1d", [3, 4, 3], [1, 3, 5], keywords={"output_padding": 1})
refuses("ConvTranspose1d", [3, 4, 1], [1, 3, 1], keywords={"padding": 1})
refuses("Conv2d", [3, 4, 3], [3, 5, 5], keywords={"padding_mode": "circular"})
refuses("ConvTranspose3d", [3, 4, 3], [1, 3, 5, 5, 5], keywords={"output_padding": 1})
for size in ((20, 20), (20,)):
    add(f"ConvTranspose2d of the size {size}", call("new nn.ConvTranspose2d", 3, 4, 3, stride=2, to="m"), zeros("x", 1, 3, 5, 5), call("m", x, size))
unmade("ConvTranspose2d", 3, 4, 3, padding_mode="reflect")
unmade("Conv2d", 3, 4, 3, groups=2)
unmade("Conv2d", 4, 3, 3, groups=2)
unmade("Conv2d", 4, 3, 3, groups=0)
unmade("Conv2d", 3, 4, 3, padding="same", stride=2)
unmade("Conv2d", 3, 4)
unmade("Conv2d", 3)
unmade("Conv2d")
unmade("Conv2d", 3, -4, 3)
unmade("Conv2d", 3, 4, 3, foo=1)
for size, pad, mode in (([2, 3], [1, 1, 1], "constant"), ([3], [1] * 4, "constant"), ([1, 1, 3], [3, 3], "reflect"), ([1, 1, 3], [4, 4], "circular"), ([1, 1, 3, 3], [1, 1], "reflect"), ([1, 1, 3, 3], [3, 0, 0, 0], "reflect"), ([1, 3, 3, 3], [1] * 4, "other")):
    add(f"pad {size} by {pad}, {mode}", zeros("x", *size), call("F.pad", x, pad, mode))
for shape in ([3], [2, 4], [1, 3]):
    refuses("BatchNorm1d", [3], shape)
for shape in ([2, 3], [1, 3, 1, 1], [2, 4, 2, 2]):
    refuses("BatchNorm2d", [3], shape)
refuses("BatchNorm2d", [3], [2, 4, 2, 2], keywords={"track_running_stats": False})
refuses("BatchNorm3d", [3], [2, 4, 2, 2])
refuses("BatchNorm1d", [3], [2, 3], dtype=I64)
unmade("BatchNorm1d")
unmade("BatchNorm1d", -3)
for shape in ([3], [2, 3, 1]):
    refuses("InstanceNorm1d", [3], shape)
refuses("InstanceNorm1d", [3], [2, 4, 5], keywords={"affine": True})
refuses("InstanceNorm2d", [3], [2, 3])
refuses("InstanceNorm2d", [3], [2, 4, 5, 5], keywords={"track_running_stats": True})
refuses("InstanceNorm3d", [3], [2, 3])
unmade("GroupNorm", 2, 3)
for shape in ([2, 5, 4], [2, 9, 4], [6]):
    refuses("GroupNorm", [3, 6], shape)
refuses("GroupNorm", [3, 3], [1, 3])
refuses("LayerNorm", [3], [2, 4])
refuses("LayerNorm", [[3, 4]], [2, 4])
refuses("LayerNorm", [[]], [2, 4])
refuses("LayerNorm", [3], [2, 3], dtype=F64)
unmade("LayerNorm")
for index in ([5], [-1]):
    add(f"Embedding of {index}", call("new nn.Embedding", 5, 3, to="m"), call("torch.tensor", index, to="x"), call("m", x))
refuses("Embedding", [5, 3], [2])
refuses("Embedding", [5, 3], [2], dtype=BOOL)
add("Embedding of a number", call("new nn.Embedding", 5, 3, to="m"), call("m", 3))
unmade("Embedding", 5, 3, padding_idx=5)
unmade("Embedding", 5, 3, padding_idx=-6)
unmade("Embedding", 5)
add("Embedding of another table", zeros("w", 4, 3), call("new nn.Embedding", 5, 3, _weight=w))
add("Embedding from a vector", zeros("w", 4), call("nn.Embedding.from_pretrained", w))
unmade("EmbeddingBag", 5, 3, padding_idx=5)
BAG = [call("new nn.EmbeddingBag", 5, 3, to="m"), call("torch.tensor", [1, 2], to="x")]
add("EmbeddingBag without offsets", *BAG, call("m", x))
for offsets in ([1], [0, 3], [[0]]):
    add(f"EmbeddingBag with offsets {offsets}", *BAG, call("torch.tensor", offsets, to="y"), call("m", x, y))
add("EmbeddingBag of two dimensions with offsets", *BAG, call("torch.tensor", [[1, 2]], to="y"), call("m", y, x))
add("EmbeddingBag of three dimensions", *BAG, call("torch.tensor", [[[1, 2]]], to="y"), call("m", y))
add("EmbeddingBag of an unknown mode", call("new nn.EmbeddingBag", 5, 3, mode="other", to="m"), *BAG[1:], call("torch.tensor", [0], to="y"), call("m", x, y))
for mode, count in (("max", 2), ("mean", 2), ("sum", 3)):
    add(f"EmbeddingBag with weights, {mode}, {count}", call("new nn.EmbeddingBag", 5, 3, mode=mode, to="m"), *BAG[1:], call("torch.tensor", [0], to="y"), zeros("w", count), call("m", x, y, w))
for shapes in (([5, 3], [5, 3]), ([5, 2], [5, 2]), ([5, 2], [4, 3]), ([5, 2], [5, 1, 3])):
    refuses("Bilinear", [2, 3, 4], *shapes)
unmade("Bilinear", 2, 3)
for shape in ([2, 2], [3], []):
    refuses("PReLU", [3], shape)
for cell in ("RNNCell", "LSTMCell", "GRUCell"):
    refuses(cell, [3, 4], [2, 5])
    refuses(cell, [3, 4], [2, 2, 3])
    unmade(cell)
for shape in ([3, 4], [2, 5]):
    refuses("RNNCell", [3, 4], [2, 3], shape)
    refuses("GRUCell", [3, 4], [2, 3], shape)
add("LSTMCell of other states", call("new nn.LSTMCell", 3, 4, to="m"), zeros("x", 2, 3), zeros("y", 2, 5), call("m", x, [y, y]))
refuses("RNNCell", [3, 4], [2, 3], keywords={"nonlinearity": "other"})
for net in ("RNN", "LSTM", "GRU"):
    for shape in ([5], [5, 4], [5, 2, 4]):
        refuses(net, [3, 4], shape)
    unmade(net, 3)
for net in ("RNN", "GRU"):
    refuses(net, [3, 4], [5, 2, 3], [1, 3, 4])
    refuses(net, [3, 4], [5, 2, 3], [2, 4])
    refuses(net, [3, 4], [5, 3], [1, 1, 4])
    unmade(net, 3, 4, proj_size=2)
for first, second in (([1, 3, 4], [1, 2, 4]), ([1, 2, 4], [1, 2, 5]), ([2, 4], [1, 2, 5])):
    add(f"LSTM from {first} and {second}", call("new nn.LSTM", 3, 4, to="m"), zeros("x", 5, 2, 3), zeros("y", *first), zeros("w", *second), call("m", x, [y, w]))
unmade("LSTM", 3, 4, proj_size=4)
unmade("LSTM", 3, 4, proj_size=-1)
unmade("LSTM", 3, 4, dropout=2)
unmade("LSTM", 3, 0)
unmade("RNN", 3, 4, nonlinearity="other")
unmade("MultiheadAttention", 4, 3)
unmade("MultiheadAttention", 4)
B = [3, 2, 4]
for shapes in ((B, B, [2, 4]), ([4], B, B), ([2, 4], B, [2, 4]), ([3, 2, 5],) * 3, (B, B, [4, 2, 4])):
    refuses("MultiheadAttention", [4, 2], *shapes)
refuses("MultiheadAttention", [4, 2], B, [3, 2, 3], [4, 2, 4], keywords={"kdim": 3})
ATTEND = [call("new nn.MultiheadAttention", 4, 2, to="m"), zeros("x", *B)]
for shape in ([2, 2], [2, 3, 3], [3]):
    add(f"attention with a mask {shape}", *ATTEND, zeros("w", *shape), call("m", x, x, x, attn_mask=w))
for shape in ([3], [3, 2]):
    add(f"attention with padding {shape}", *ATTEND, zeros("w", *shape), call("m", x, x, x, key_padding_mask=w))
add("attention with padding of integers", *ATTEND, zeros("w", 2, 3, dtype=I64), call("m", x, x, x, key_padding_mask=w))
add("attention with a mask of integers", *ATTEND, zeros("w", 3, 3, dtype=I64), call("m", x, x, x, attn_mask=w))
unmade("TransformerEncoderLayer", 4, 2, 8, activation="other")
unmade("TransformerEncoderLayer", 4)
refuses("Transformer", [4, 2, 1, 1, 8], [3, 2, 4], [3, 3, 4])
refuses("Transformer", [4, 2, 1, 1, 8], [3, 2, 5], [3, 2, 4])
refuses("MaxPool2d", [3], [1, 1, 2, 2])
refuses("MaxPool2d", [3], [1, 1, 5, 5], keywords={"padding": 2})
refuses("MaxPool2d", [3], [5, 5])
refuses("MaxPool2d", [3], [1, 5, 5], keywords={"stride": 0})
refuses("MaxPool2d", [3], [1, 5, 5], keywords={"dilation": 0})
refuses("MaxPool2d", [[3, 2, 1]], [1, 5, 5])
refuses("MaxPool1d", [3], [5])
refuses("MaxPool1d", [3], [1, 5], keywords={"padding": 2})
refuses("AvgPool2d", [3], [1, 1, 2, 2])
refuses("AvgPool2d", [3], [1, 1, 5, 5], keywords={"padding": 2})
refuses("AvgPool2d", [3], [1, 5, 5], keywords={"divisor_override": 0})
refuses("AvgPool1d", [3], [5])
refuses("AvgPool1d", [3], [1, 2])
refuses("AdaptiveAvgPool2d", [3], [5, 5])
refuses("AdaptiveAvgPool1d", [3], [5])
refuses("Upsample", [], [1, 1, 3])
refuses("Upsample", [3, 2], [1, 1, 3])
refuses("Upsample", [(2, 2)], [1, 1, 3])
refuses("Upsample", [None, 2], [3])
refuses("Unflatten", [1, [2, 3]], [2, 5])
unmade("Unflatten", 1, 6)
unmade("Unflatten", 1, [2, 1.5])
refuses("PixelShuffle", [2], [1, 3, 2, 2])
refuses("PixelShuffle", [2], [2, 2])
refuses("PixelUnshuffle", [2], [1, 4, 3, 2])
unmade("Dropout", 1.5)
unmade("Dropout", -0.5)

RELU = call("new nn.ReLU", to="r")
r = Ref("r")
LINEAR = [call("new nn.Linear", 2, 2, to="m"), zeros("x", 2)]
for pairs in ([["keys", r]], [["a.b", r]], [["", r]], [["a"]], [3], [["a", 3]]):
    add(f"ModuleDict of {pairs}", RELU, call("new nn.ModuleDict", pairs))
unmade("ModuleDict", 3)
unmade("ModuleList", 3)
unmade("ModuleList", [3])
unmade("ParameterList", 3)
unmade("ParameterDict", 3)
add("ParameterList of a tensor", zeros("x", 2), call("new nn.ParameterList", x))
add("ModuleDict without the member", RELU, call("new nn.ModuleDict", [["a", r]], to="m"), call("member", m, "b"))
add("ParameterDict without the member", zeros("x", 2), call("new nn.ParameterDict", [["a", x]], to="m"), call("member", m, "b"))
add("ModuleList without the member", RELU, call("new nn.ModuleList", [r], to="m"), call("member", m, 1))
add("ParameterList without the member", zeros("x", 2), call("new nn.ParameterList", [x], to="m"), call("member", m, -2))
add("Sequential without the member", RELU, call("new nn.Sequential", r, to="m"), call("member", m, 5))
add("Sequential, inserted too far", RELU, call("new nn.Sequential", r, to="m"), call("m.insert", 3, r))
add("Sequential, a number inserted", RELU, call("new nn.Sequential", r, to="m"), call("m.insert", 0, 3))
for container, given in (("ModuleList", [[r]]), ("ModuleDict", [[["a", r]]])):
    add(f"{container} called", RELU, call(f"new nn.{container}", *given, to="m"), zeros("x", 2), call("m", x))
add("ParameterList called", zeros("x", 2), call("new nn.ParameterList", [x], to="m"), call("m", x))
add("ParameterDict called", zeros("x", 2), call("new nn.ParameterDict", [["a", x]], to="m"), call("m", x))
for args in (["weight", x], ["a.b", x], ["", x], ["b", 3], [3, x]):
    add(f"register_buffer{args}", *LINEAR, call("m.register_buffer", *args))
for args in (["in_features", None], ["a", x], ["a.b", None], ["", None], [3, None]):
    add(f"register_parameter{args}", *LINEAR, call("m.register_parameter", *args))
for args in (["weight", r], ["a", 3], ["a.b", r], ["", r], [3, r]):
    add(f"add_module{args}", RELU, *LINEAR, call("m.add_module", *args))
NET = [call("new nn.Linear", 2, 2, to="l"), call("new nn.Sequential", Ref("l"), to="m")]
for path in ("0.weight", "1", "0.foo"):
    add(f"get_submodule of {path}", *NET, call("m.get_submodule", path))
for path in ("0.in_features", "0.foo", "1.weight"):
    add(f"get_parameter of {path}", *NET, call("m.get_parameter", path))
for path in ("0.weight", "0.foo"):
    add(f"get_buffer of {path}", *NET, call("m.get_buffer", path))
add("train(3)", *LINEAR, call("m.train", 3))
add("a module to int64", *LINEAR, call("m.to", I64))
add("load_state_dict of a number", *LINEAR, call("m.load_state_dict", 3))
add("load_state_dict of wrong entries", *LINEAR, zeros("y", 3), call("dict", ["weight", 3], ["bias", y], ["c", x], to="s"), call("m.load_state_dict", Ref("s")))
BOTH = [call("new nn.Linear", 2, 2, to="a"), call("new nn.BatchNorm1d", 2, to="b"), call("new nn.Linear", 2, 3, to="c"), call("new nn.Sequential", Ref("a"), Ref("b"), to="m")]
add("load_state_dict of another order", *BOTH, call("new nn.Sequential", Ref("b"), Ref("c"), to="n"), call("n.state_dict", to="s"), call("m.load_state_dict", Ref("s")))
add("load_state_dict without the prefix", *BOTH, call("new nn.Sequential", Ref("m"), to="n"), call("m.state_dict", to="s"), call("n.load_state_dict", Ref("s")))
add("load_state_dict with a prefix", *BOTH, call("m.state_dict", prefix="model.", to="s"), call("m.load_state_dict", Ref("s")))
add("load_state_dict of another size, not strict", *LINEAR, call("new nn.Linear", 3, 2, to="n"), call("n.state_dict", to="s"), call("m.load_state_dict", Ref("s"), strict=False))
for norm in ("weight_norm", "spectral_norm"):
    add(f"{norm} twice", *LINEAR, call(f"nn.utils.{norm}", m), call(f"nn.utils.{norm}", m))
    add(f"remove_{norm} of nothing", *LINEAR, call(f"nn.utils.remove_{norm}", m))
    add(f"{norm} of a ReLU", RELU, call(f"nn.utils.{norm}", r))
add("spectral_norm without iterations", *LINEAR, call("nn.utils.spectral_norm", m, n_power_iterations=0))
add("spectral_norm of a missing bias", call("new nn.Linear", 2, 2, bias=False, to="m"), call("nn.utils.spectral_norm", m, "bias"))

write("engine-module-errors.json", cases)
