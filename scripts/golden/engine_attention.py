"""Attention and transformers of PyTorch: tests/golden/engine-attention.json.

Run with the reference PyTorch, 1.13.1: python3 scripts/golden/engine_attention.py
Parameters are owed to the bit, outputs to a few units of the last digit.
"""

from engine_steps import F64, Ref, call, record, seed, write

cases = []
q, k, v, x, y, mask, padding = (Ref(name) for name in ("q", "k", "v", "x", "y", "mask", "padding"))


def add(name, *steps, kind="bits"):
    case = record(name, steps, kind)
    assert "error" not in case, (name, case["error"])
    cases.append(case)


def random(name, *shape, **keywords):
    return call("torch.randn", list(shape), to=name, **keywords)


ATTENTION = {
    "plain": (call("new nn.MultiheadAttention", 4, 2, to="m"), (4, 4)),
    "one head without bias": (call("new nn.MultiheadAttention", 6, 1, bias=False, to="m"), (6, 6)),
    "other widths": (call("new nn.MultiheadAttention", 6, 3, kdim=5, vdim=2, to="m"), (5, 2)),
    "biases for key and value": (call("new nn.MultiheadAttention", 4, 2, add_bias_kv=True, add_zero_attn=True, to="m"), (4, 4)),
    "batch first": (call("new nn.MultiheadAttention", 8, 4, batch_first=True, to="m"), (8, 8)),
    "float64": (call("new nn.MultiheadAttention", 4, 2, dtype=F64, to="m"), (4, 4)),
}
for name, (make, (kdim, vdim)) in ATTENTION.items():
    width = make["args"][0]
    keywords = {"dtype": F64} if name == "float64" else {}
    for value in (0, 31):
        add(f"attention, {name}: parameters, seed {value}", seed(value), make, call("state", Ref("m")))
    for listing in ("state_dict keys", "parameter names", "module names"):
        add(f"attention, {name}: {listing}", make, call("names", Ref("m"), listing))
    add(f"attention, {name}: print", make, call("print", Ref("m")))
    for attribute in ("embed_dim", "kdim", "vdim", "num_heads", "head_dim", "batch_first", "dropout"):
        add(f"attention, {name}: {attribute}", make, call(f"get m.{attribute}"))
    start = [seed(1), make, random("q", 3, 2, width, **keywords)]
    length = 3 if name == "batch first" else 5
    batch = [3, length] if name == "batch first" else [length, 2]
    other = [random("k", *batch, kdim, **keywords), random("v", *batch, vdim, **keywords)]
    add(f"attention, {name}: output", *start, *other, call("m", q, k, v), kind="digits")
    add(f"attention, {name}: weights of each head", *start, *other, call("m", q, k, v, average_attn_weights=False), kind="digits")
    add(
        f"attention, {name}: one sample",
        *start[:2], random("q", 3, width, **keywords), random("k", 5, kdim, **keywords), random("v", 5, vdim, **keywords),
        call("m", q, k, v), kind="digits",
    )
MASKS = {
    "bool": [call("torch.tensor", [[False, True, False], [False, False, True], [True, False, False]], to="mask")],
    "added": [random("mask", 3, 3)],
    "for each head": [random("mask", 4, 3, 3)],
}
PADDING = call("torch.tensor", [[False, False, True], [False, False, False]], to="padding")
for name, steps in MASKS.items():
    start = [seed(2), call("new nn.MultiheadAttention", 4, 2, to="m"), random("x", 3, 2, 4), *steps]
    add(f"attention with a mask, {name}", *start, call("m", x, x, x, attn_mask=mask), kind="digits")
    add(f"attention with both masks, {name}", *start, PADDING, call("m", x, x, x, padding, attn_mask=mask), kind="digits")
add("attention with padding", seed(2), call("new nn.MultiheadAttention", 4, 2, add_bias_kv=True, to="m"), random("x", 3, 2, 4), PADDING, call("m", x, x, x, padding), kind="digits")
add("attention with dropout", seed(2), call("new nn.MultiheadAttention", 4, 2, 0.25, to="m"), random("x", 3, 2, 4), call("m", x, x, x), kind="digits")
add("attention that sees nothing", seed(2), call("new nn.MultiheadAttention", 4, 2, to="m"), random("x", 3, 4), call("torch.tensor", [[True] * 3] * 3, to="mask"), call("m", x, x, x, attn_mask=mask), kind="digits")

LAYERS = {
    "encoder layer": [call("new nn.TransformerEncoderLayer", 4, 2, 8, to="m")],
    "encoder layer, norm first": [call("new nn.TransformerEncoderLayer", 6, 3, 5, 0.25, "relu", 0.001, True, True, to="m")],
    "encoder layer with a module": [call("new nn.ReLU", to="act"), call("new nn.TransformerEncoderLayer", 4, 1, 8, activation=Ref("act"), to="m")],
    "encoder": [call("new nn.TransformerEncoderLayer", 4, 2, 8, to="l"), call("new nn.TransformerEncoder", Ref("l"), 2, to="m")],
    "encoder with a norm": [call("new nn.TransformerEncoderLayer", 4, 2, 3, to="l"), call("new nn.LayerNorm", 4, to="n"), call("new nn.TransformerEncoder", Ref("l"), 3, Ref("n"), to="m")],
}
PAIRS = {
    "decoder layer": [call("new nn.TransformerDecoderLayer", 4, 2, 8, to="m")],
    "decoder layer, norm first": [call("new nn.TransformerDecoderLayer", 6, 2, 8, norm_first=True, to="m")],
    "decoder": [call("new nn.TransformerDecoderLayer", 4, 1, 8, to="l"), call("new nn.TransformerDecoder", Ref("l"), 2, to="m")],
    "transformer": [call("new nn.Transformer", 4, 2, 2, 1, 8, to="m")],
    "transformer, batch first": [call("new nn.Transformer", d_model=6, nhead=3, num_encoder_layers=1, num_decoder_layers=2, dim_feedforward=7, batch_first=True, to="m")],
}
for name, make in {**LAYERS, **PAIRS}.items():
    width = next(step for step in make if "Transformer" in step["call"] and step["args"][:1] != [Ref("l")])
    width = width["args"][0] if width["args"] else width["keywords"]["d_model"]
    for value in (0, 33):
        add(f"{name}: parameters, seed {value}", seed(value), *make, call("state", Ref("m")))
    add(f"{name}: what is drawn next", seed(0), *make, call("torch.rand", 3))
    for listing in ("state_dict keys", "parameter names", "module names", "apply"):
        add(f"{name}: {listing}", *make, call("names", Ref("m"), listing))
    add(f"{name}: print", *make, call("print", Ref("m")))
    inputs = [random("x", 3, 2, width)] + ([random("y", 5, 2, width)] if name in PAIRS else [])
    if "batch first" in name:
        inputs = [random("x", 3, 2, width), random("y", 3, 4, width)]
    given = [x, y][: len(inputs)]
    add(f"{name}: output in evaluation", seed(6), *make, *inputs, call("m.eval"), call("m", *given), kind="digits")
    add(f"{name}: output in training", seed(6), *make, *inputs, call("m", *given), kind="digits")
add("encoder layer with masks", seed(3), *LAYERS["encoder layer"], call("m.eval"), random("x", 3, 2, 4), random("mask", 3, 3), PADDING, call("m", x, src_mask=mask), kind="digits")
add("encoder with a mask", seed(3), *LAYERS["encoder"], call("m.eval"), random("x", 3, 2, 4), random("mask", 3, 3), call("m", x, mask), kind="digits")
add("encoder with padding", seed(3), *LAYERS["encoder"], call("m.eval"), random("x", 3, 2, 4), PADDING, call("m", x, src_key_padding_mask=padding), kind="digits")
add(
    "decoder with masks", seed(3), *PAIRS["decoder"], call("m.eval"), random("x", 3, 2, 4), random("y", 5, 2, 4), random("mask", 3, 3),
    call("m", x, y, tgt_mask=mask), kind="digits",
)
add("transformer with a causal mask", seed(3), *PAIRS["transformer"], call("m.eval"), random("x", 3, 2, 4), random("y", 5, 2, 4), call("nn.Transformer.generate_square_subsequent_mask", 5, to="mask"), call("m", x, y, tgt_mask=mask), kind="digits")
add("the causal mask", call("nn.Transformer.generate_square_subsequent_mask", 4))

write("engine-attention.json", cases)
