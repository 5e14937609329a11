"""What PyTorch's operations of algebra, shape, joining and indexing give: tests/golden/engine-ops-b.json.

Run with the reference PyTorch, 1.13.1 on x86-64 with AVX2 and without MKL: python3 scripts/golden/engine_ops_b.py
Each program is asked for its values, strides and node, and for the gradients of its leaves; mistakes for their sentence.
"""

from engine_operands import ramp
from engine_steps import BOOL, F32, F64, I64, Ref, call, record, seed, write

cases = []
A, B, C, I, M, V = Ref("a"), Ref("b"), Ref("c"), Ref("i"), Ref("m"), Ref("v")
ALL = {"slice": [None, None, None]}


def add(name, *steps, kind="bits"):
    cases.append(record(name, steps, kind))


def leaves(shapes, dtype=F32):
    steps = [seed(len(cases) + 1)]
    for letter, shape in zip("abc", shapes):
        steps.append(call("torch.randn", shape, dtype=dtype, to=letter))
        steps.append(call(f"{letter}.requires_grad_"))
    return steps


def index(values, name="i"):
    return [call("torch.tensor", values, dtype=I64, to=name)]


def mask(values, name="m"):
    return [call("torch.tensor", values, dtype=BOOL, to=name)]


def differentiable(name, shapes, what, args, made=(), keywords=None, kind="digits", parts=0, dtypes=(F32,)):
    """Value, node, version and gradients of an operation; of several results the one at `parts`."""
    for dtype in dtypes:
        program = leaves(shapes, dtype) + list(made) + [call(what, *args, to="y", **(keywords or {}))]
        if parts:
            program.append(call("member", Ref("y"), parts - 1, to="y"))
        title = f"{name}, {dtype}"
        add(f"{title}: value", *program, call("y.detach"), kind=kind)
        add(f"{title}: node", *program, call("print-node", Ref("y")))
        add(f"{title}: strides", *program, call("y.stride"))
        back = [
            call("torch.ones_like", Ref("y"), to="g"),
            call("g.uniform_", 0.5, 2),
            call("y.backward", Ref("g")),
        ]
        for letter in "abc"[: len(shapes)]:
            add(f"{title}: gradient of {letter}", *program, *back, call(f"get {letter}.grad"), kind=kind)


def plain(name, made, what, args, keywords=None):
    """The values alone."""
    add(name, *made, call(what, *args, **(keywords or {})))


def refused(name, made, what, *args, **keywords):
    add(f"{name}: {what}", *made, call(what, *args, **keywords))


# --- Products
differentiable("bmm", [[2, 3, 4], [2, 4, 5]], "torch.bmm", [A, B], dtypes=(F32, F64))
for name, shapes, own in [
    ("addmm", [[3, 5], [3, 4], [4, 5]], {}),
    ("addmm", [[5], [3, 4], [4, 5]], {"beta": 0.5, "alpha": 2}),
    ("addmm", [[3, 5], [3, 4], [4, 5]], {"beta": 0}),
    ("addmv", [[3], [3, 4], [4]], {"beta": 0.5, "alpha": 2}),
    ("addmv", [[1], [3, 4], [4]], {}),
    ("addr", [[3, 4], [3], [4]], {"beta": 0.5, "alpha": 2}),
    ("addr", [[4], [3], [4]], {}),
    ("baddbmm", [[2, 3, 5], [2, 3, 4], [2, 4, 5]], {"beta": 0.5, "alpha": 2}),
    ("baddbmm", [[5], [2, 3, 4], [2, 4, 5]], {}),
    ("addbmm", [[3, 5], [2, 3, 4], [2, 4, 5]], {"beta": 0.5, "alpha": 2}),
]:
    differentiable(f"{name} {shapes[0]} {own}", shapes, f"torch.{name}", [A, B, C], keywords=own)
for name, shapes in [("addmm", [[3, 5], [3, 4], [4, 5]]), ("addmv", [[3], [3, 4], [4]]), ("addr", [[3, 4], [3], [4]]),
                     ("baddbmm", [[2, 3, 5], [2, 3, 4], [2, 4, 5]]), ("addbmm", [[3, 5], [2, 3, 4], [2, 4, 5]])]:
    program = leaves(shapes) + [call("a.mul", 2, to="y"), call(f"y.{name}_", B, C, alpha=0.5)]
    add(f"{name}_: value", *program, call("y.detach"), kind="digits")
    add(f"{name}_: node", *program, call("print-node", Ref("y")))
    for letter in "abc":
        back = [call("y.sum", to="s"), call("s.backward"), call(f"get {letter}.grad")]
        add(f"{name}_: gradient of {letter}", *program, *back, kind="digits")
    add(f"{name}_ on a leaf", *leaves(shapes), call(f"a.{name}_", B, C))
for dtype in (I64, F64):
    add(f"addmm of {dtype}", *ramp([2, 2], "a", dtype), *ramp([2, 3], "b", dtype), *ramp([3, 2], "c", dtype),
        call("torch.addmm", A, B, C, beta=3, alpha=2))
add("addmm, beta 0 and nan", call("torch.full", [2, 2], float("nan"), to="a"), *ramp([2, 2], "b", F32),
    call("torch.addmm", A, B, B, beta=0))
differentiable("outer", [[3], [4]], "torch.outer", [A, B])
differentiable("ger", [[3], [4]], "torch.ger", [A, B])
differentiable("inner of vectors", [[3], [3]], "torch.inner", [A, B])
differentiable("inner of matrices", [[2, 3], [4, 3]], "torch.inner", [A, B])
differentiable("inner of a scalar", [[], [4, 3]], "torch.inner", [A, B])
differentiable("vdot", [[3], [3]], "torch.vdot", [A, B])
differentiable("kron", [[2, 3], [3, 2]], "torch.kron", [A, B])
differentiable("kron of other ranks", [[2], [2, 1, 3]], "torch.kron", [A, B])
for n in (0, 1, 2, 3, 5, 6):
    differentiable(f"matrix_power {n}", [[3, 3]], "torch.matrix_power", [A, n]) if n else plain(
        "matrix_power 0", ramp([2, 3, 3], "a", F32), "torch.matrix_power", [A, 0])
differentiable("matrix_power -2", [[3, 3]], "torch.matrix_power", [A, -2], kind="near", dtypes=(F64,))
differentiable("inverse", [[2, 3, 3]], "torch.inverse", [A], kind="near", dtypes=(F64,))
differentiable("det", [[2, 3, 3]], "torch.det", [A], kind="near", dtypes=(F64,))
differentiable("cross", [[4, 3], [4, 3]], "torch.cross", [A, B])
differentiable("cross along a dimension", [[3, 4, 3], [3, 4, 3]], "torch.cross", [A, B, 0])
differentiable("cross, broadcast", [[4, 3], [1, 3]], "torch.cross", [A, B], keywords={"dim": 1})
differentiable("linalg.cross", [[4, 3], [4, 3]], "torch.linalg.cross", [A, B])
differentiable("linalg.multi_dot", [[2, 5], [5, 3], [3, 4]], "torch.linalg.multi_dot", [[A, B, C]])
differentiable("linalg.multi_dot of vectors", [[5], [5, 3], [3]], "torch.linalg.multi_dot", [[A, B, C]])
differentiable("chain_matmul", [[2, 5], [5, 3], [3, 4]], "torch.chain_matmul", [A, B, C])
for dims in (0, 1, 2):
    differentiable(f"tensordot {dims}", [[2, 3, 4], [3, 4, 5] if dims == 2 else [4, 3]], "torch.tensordot", [A, B],
                   keywords={"dims": dims})
differentiable("tensordot of lists", [[2, 3, 4], [4, 2, 5]], "torch.tensordot", [A, B], keywords={"dims": [[0, 2], [1, 0]]})
differentiable("tensordot of sizes 1", [[2, 1], [3, 4]], "torch.tensordot", [A, B], keywords={"dims": [[1], [0]]})

EQUATIONS = [
    ("ij,jk->ik", [[2, 3], [3, 4]]), ("ij,jk", [[2, 3], [3, 4]]), ("i,i->", [[4], [4]]), ("i,i", [[4], [4]]),
    ("ij->ji", [[2, 3]]), ("ij->", [[2, 3]]), ("ij->j", [[2, 3]]), ("ii->i", [[3, 3]]), ("ii", [[3, 3]]), ("iij->j", [[3, 3, 2]]),
    ("bij,bjk->bik", [[2, 3, 4], [2, 4, 5]]), ("...ij,...jk->...ik", [[2, 1, 3, 4], [3, 4, 5]]),
    ("...i,...i->...", [[2, 3], [3]]), ("i...->...", [[2, 3, 4]]), ("i,j->ij", [[2], [3]]), ("ij,ij->ij", [[2, 3], [2, 3]]),
    ("bn,anm,bm->ba", [[2, 3], [4, 3, 5], [2, 5]]), ("ij,jk,kl->il", [[2, 3], [3, 4], [4, 2]]), ("ij, kj -> ik", [[2, 3], [4, 3]]),
    ("ba", [[2, 3]]), ("Ab,bC", [[2, 3], [3, 4]]), ("ij,j->i", [[2, 3], [3]]), ("ij,kj->", [[2, 3], [4, 3]]),
    ("bhqd,bhkd->bhqk", [[2, 2, 3, 4], [2, 2, 5, 4]]), ("ij,ij->", [[2, 3], [2, 3]]), ("ij,ik->jk", [[1, 3], [2, 4]]),
    ("...", [[2, 3]]), ("ij...,jk...->ik...", [[2, 3, 2], [3, 4, 2]]), (",i->i", [[], [3]]), ("ij,jk->k", [[2, 0], [0, 4]]),
    ("iji->j", [[3, 2, 3]]), ("i,j,k->ijk", [[2], [3], [2]]), ("abc,cd,bd->a", [[2, 3, 4], [4, 5], [3, 5]]),
]
for equation, shapes in EQUATIONS:
    differentiable(f"einsum {equation}", shapes, "torch.einsum", [equation, A, B, C][: len(shapes) + 1])
plain("einsum of a list", ramp([2, 3]) + ramp([3, 2], "b"), "torch.einsum", ["ij,jk", [A, B]])
plain("einsum of int64", ramp([2, 3]) + ramp([3, 2], "b"), "torch.einsum", ["ij,jk->ki", A, B])
TWO = ramp([2, 3]) + ramp([3, 4], "b")
for equation in ["ij", "ij,jk,kl", "i,jk", "ijk,jk", "i1,jk", "ij,jk->ii", "ij,jk->iz", "ij,ik", "..i.j,jk", "i.j,jk", "...i...j,jk",
                 "ij,jk->...i...", "ij,jk->.i", "ij,jk->i%", "ii,jk", "...ijk,jk", "ij,,jk", "ij->jk", "i...j,j...k->..", "ij,jk->i,k"]:
    refused(f"einsum {equation}", TWO, "torch.einsum", equation, A, B)
refused("einsum ii of a matrix", ramp([2, 3]), "torch.einsum", "ii", A)
refused("einsum of ellipses that differ", ramp([2, 3]) + ramp([4, 3], "b"), "torch.einsum", "...i,...i", A, B)
refused("einsum of nothing", [], "torch.einsum", "i")

THREE = ramp([2, 3], "a", F32) + ramp([2, 3], "b", F32) + ramp([3], "v", F32) + ramp([2, 2, 3], "c", F32)
for what, *args in [
    ("torch.bmm", A, C), ("torch.bmm", C, A), ("torch.bmm", C, C), ("torch.addmm", A, A, B), ("torch.addmm", A, V, B),
    ("torch.addmm", A, A, V), ("torch.addmv", V, V, V), ("torch.addmv", V, A, A), ("torch.addr", A, A, V), ("torch.addr", A, V, A),
    ("torch.baddbmm", C, A, C), ("torch.baddbmm", C, C, C), ("torch.outer", A, V), ("torch.outer", V, A), ("a.kron", 2),
    ("torch.matrix_power", A, 2), ("torch.matrix_power", V, 2), ("a.matrix_power", 2.5), ("torch.cross", A, V),
    ("torch.cross", C, C, 0), ("torch.tensordot", A, B, 1), ("torch.tensordot", A, B, -1), ("torch.tensordot", A, B, [[0], [1, 0]]),
    ("torch.tensordot", A, B, 3), ("torch.linalg.multi_dot", [A]), ("torch.linalg.multi_dot", [A, B]),
    ("torch.linalg.multi_dot", [A, C, A]), ("torch.linalg.multi_dot", [C, A]), ("torch.inverse", A), ("torch.inverse", V), ("torch.det", A),
    ("torch.trace", V), ("torch.trace", C), ("torch.diag", C), ("torch.tril", V), ("torch.triu", V), ("torch.inner", A, Ref("d")),
    ("a.bmm", 3), ("c.bmm", Ref("e")), ("a.addmm", A, Ref("f")), ("v.addmv", A, Ref("f")),
]:
    refused("refused", THREE + ramp([4], "d", F32) + ramp([2, 3, 2], "e", F64) + ramp([3], "f", F64), what, *args)

# --- Diagonals and triangles
for offset in (0, 1, -1, 5):
    differentiable(f"diagonal {offset}", [[3, 4]], "torch.diagonal", [A, offset], kind="bits")
    if offset < 4:
        # Beyond the matrix 1.13 overflows.
        differentiable(f"diag of a matrix {offset}", [[3, 4]], "torch.diag", [A, offset], kind="bits")
    differentiable(f"diag of a vector {offset}", [[3]], "torch.diag", [A, offset], kind="bits")
    differentiable(f"diag_embed {offset}", [[2, 3]], "torch.diag_embed", [A, offset], kind="bits")
    differentiable(f"tril {offset}", [[2, 3, 4]], "torch.tril", [A, offset], kind="bits")
    differentiable(f"triu {offset}", [[3, 3]], "torch.triu", [A], keywords={"diagonal": offset}, kind="bits")
    for name in ("tril_indices", "triu_indices"):
        plain(f"{name} {offset}", [], f"torch.{name}", [3, 4], {"offset": offset})
differentiable("diagonal of other dimensions", [[2, 3, 4]], "torch.diagonal", [A], keywords={"dim1": 0, "dim2": -1}, kind="bits")
differentiable("diag_embed at other dimensions", [[2, 3]], "torch.diag_embed", [A, 1, 0, 2], kind="bits")
differentiable("diagflat", [[2, 2]], "torch.diagflat", [A, 1], kind="bits")
differentiable("trace", [[3, 4]], "torch.trace", [A])
plain("trace of int64", ramp([3, 3]), "torch.trace", [A])
for dtype in (I64, BOOL):
    plain(f"tril of {dtype}", [call("torch.ones", 3, 3, dtype=dtype, to="a")], "torch.tril", [A])
plain("tril_", ramp([3, 4]) + [call("a.t", to="b"), call("b.tril_", -1)], "a.clone", [])
plain("triu_", ramp([3, 4]), "a.triu_", [1])
plain("writing to a diagonal", ramp([3, 4], "a", F32) + [call("a.diagonal", 1, to="b"), call("b.mul_", 10)], "a.clone", [])
for shape in ([3, 3], [5, 2], [2, 5], [2, 2, 2]):
    for wrap in (False, True):
        plain(f"fill_diagonal_ {shape} {wrap}", ramp(shape, "a", F32), "a.fill_diagonal_", [7], {"wrap": wrap})
differentiable("fill_diagonal_", [[3, 3]], "y.fill_diagonal_", [7], made=[call("a.mul", 2, to="y")])
differentiable("diagonal_scatter", [[3, 4], [3]], "torch.diagonal_scatter", [A, B, 1], kind="bits")
for what, *args in [("a.fill_diagonal_", 1), ("a.diagonal", 0, 0, 0), ("b.fill_diagonal_", 1), ("b.diagonal", 0, 1, -2),
                    ("b.diagonal_scatter", A), ("a.diag_embed", 0, 0, 0), ("torch.tril_indices", -1, 2), ("b.diagonal", 0, 5, 1),
                    ("b.tril", "x")]:
    refused("refused", ramp([3], "a", F32) + ramp([2, 3, 4], "b", F32), what, *args)

# --- Pieces
for name, args, count in [
    ("split", [2], 3), ("split", [[1, 4]], 2), ("split", [5], 1), ("split_with_sizes", [[2, 0, 3]], 3), ("chunk", [2], 2), ("chunk", [4], 3),
    ("tensor_split", [3], 3), ("tensor_split", [[1, 3]], 3), ("tensor_split", [[4, 2, -1]], 4), ("unbind", [], 5), ("vsplit", [5], 5),
    ("hsplit", [2], 2), ("hsplit", [[1]], 2), ("split", [3, 1], 2), ("chunk", [3, -1], 2), ("unbind", [1], 4), ("tensor_split", [3, 1], 3),
]:
    for part in sorted({1, count}):
        differentiable(f"{name} {args}, piece {part}", [[5, 4]], f"torch.{name}", [A, *args], parts=part, kind="bits")
    add(f"{name} {args}: all", *ramp([5, 4]), call(f"a.{name}", *args))
plain("dsplit", ramp([2, 2, 4]), "torch.dsplit", [A, 2])
for size in range(4):
    for n in (1, 2, 3, 4):
        plain(f"chunk {size} {n}", ramp([size]), "torch.chunk", [A, n])
        plain(f"tensor_split {size} {n}", ramp([size]), "torch.tensor_split", [A, n])
        plain(f"split {size} {n}", ramp([size]), "torch.split", [A, n])
plain("split by keyword", ramp([2, 3]), "a.split", [2], {"dim": 1})
for what in ("split", "unbind", "chunk"):
    made = leaves([[4, 2]]) + [call("a.mul", 2, to="b"), call(f"b.{what}", *([] if what == "unbind" else [2]), to="y")]
    add(f"writing to a piece of {what}", *made, call("member", Ref("y"), 1, to="p"), call("p.mul_", 2))
    add(f"output_nr of {what}", *made, call("member", Ref("y"), 1, to="p"), call("get p.output_nr"))
add("two pieces together", *leaves([[4, 2]]), call("a.split", 2, to="y"), call("member", Ref("y"), 0, to="p"),
    call("member", Ref("y"), 1, to="q"), call("p.mul", Ref("q"), to="z"), call("z.sum", to="s"), call("s.backward"), call("get a.grad"),
    kind="digits")
for what, *args in [("a.split", -1), ("a.split", 0), ("a.split", [1, 1]), ("a.split", [3, -1]), ("a.split", 2, 4), ("s.split", 1), ("a.chunk", 0), ("s.chunk", 1),
                    ("a.tensor_split", 0), ("s.tensor_split", 2), ("s.unbind",), ("a.unbind", 3), ("a.hsplit", 2), ("a.hsplit", 0), ("a.dsplit", 2),
                    ("s.hsplit", 1), ("v.vsplit", 1), ("a.vsplit", 3), ("a.chunk", "x"), ("a.chunk", 2.5), ("torch.chunk", 3, 2)]:
    refused(f"refused {args}", ramp([2, 3]) + ramp([2], "v") + ramp([], "s"), what, *args)

# --- Arrangement
for name, args, shape in [
    ("repeat", [2, 3], [2, 3]), ("repeat", [2, 1, 2], [2, 3]), ("repeat", [0, 2], [2, 3]), ("repeat", [3], []), ("tile", [2], [2, 3]),
    ("tile", [2, 2, 2], [3]), ("repeat_interleave", [2], [2, 3]), ("repeat_interleave", [3, 1], [2, 3]), ("flip", [0], [2, 3]),
    ("flip", [[0, 1]], [2, 3]), ("flip", [-1, 0], [2, 3, 2]), ("fliplr", [], [2, 3]), ("flipud", [], [2, 3]), ("roll", [1], [2, 3]),
    ("roll", [1, 1], [2, 3]), ("roll", [[1, -1], [0, 1]], [3, 4]), ("roll", [-7, 0], [3, 2]), ("roll", [[1, 2], [0, 0]], [4]), ("rot90", [], [2, 3]),
    ("rot90", [2], [2, 3]), ("rot90", [3], [2, 3]), ("rot90", [-1, [1, 2]], [2, 3, 4]), ("rot90", [4], [2, 3]), ("movedim", [0, 2], [2, 3, 4]),
    ("movedim", [[0, 1], [2, 0]], [2, 3, 4]), ("moveaxis", [-1, 0], [2, 3, 4]), ("swapaxes", [0, 1], [2, 3]), ("swapdims", [0, -1], [2, 3, 4]),
    ("unflatten", [1, [2, 2]], [3, 4]), ("unflatten", [-1, [2, -1]], [3, 4]), ("ravel", [], [2, 3]), ("broadcast_to", [[2, 2, 3]], [2, 3]),
    ("unfold", [0, 2, 1], [5]), ("unfold", [1, 2, 2], [2, 5]), ("unfold", [0, 3, 1], [4, 2]), ("as_strided", [[2, 2], [1, 2]], [6]),
    ("as_strided", [[3, 3], [1, 1], 1], [6]), ("adjoint", [], [2, 3, 4]),
]:
    differentiable(f"{name} {args} of {shape}", [shape], f"a.{name}", args)
for name in ("mT", "mH", "H", "T"):
    differentiable(name, [[2, 3]], f"get a.{name}", [])
for name in ("mT", "mH", "H"):
    for shape in ([3], [2, 3, 4]):
        refused(f"{name} of {shape}", ramp(shape), f"get a.{name}")
differentiable("repeat_interleave of a tensor", [[3, 2]], "torch.repeat_interleave", [A, I, 0], made=index([1, 0, 2]))
plain("repeat_interleave of one tensor", index([1, 0, 2]), "torch.repeat_interleave", [I])
plain("repeat_interleave by keyword", ramp([2, 2]), "a.repeat_interleave", [2], {"dim": 1})
differentiable("flip of a transposed", [[2, 3]], "b.flip", [0], made=[call("a.t", to="b")])
differentiable("ravel of a transposed", [[2, 3]], "b.ravel", [], made=[call("a.t", to="b")])
plain("narrow_copy", ramp([2, 3]), "a.narrow_copy", [1, 1, 2])
plain("expand_as", ramp([3]) + ramp([2, 3], "b"), "a.expand_as", [B])
plain("reshape_as", ramp([2, 3]) + ramp([3, 2], "b"), "a.reshape_as", [B])
differentiable("select_scatter", [[3, 4], [4]], "torch.select_scatter", [A, B, 0, -1], kind="bits")
differentiable("slice_scatter", [[4, 2], [2, 2]], "torch.slice_scatter", [A, B], keywords={"start": 1, "end": 4, "step": 2}, kind="bits")
for what, *args in [
    ("a.repeat", 2), ("a.repeat", 1, -1), ("a.flip", 0, 0), ("a.flip", 5), ("v.fliplr",), ("s.flipud",), ("a.roll", [1, 2]), ("a.roll", []),
    ("a.roll", [1], [0, 1]), ("a.rot90", 1, [0]), ("v.rot90",), ("a.rot90", 1, [0, 0]), ("a.rot90", 1, [0, 5]), ("a.rot90", 1, [0, -2]), ("a.movedim", [0], [0, 1]),
    ("a.movedim", [0, 0], [0, 1]), ("a.movedim", [0, 1], [1, 1]), ("a.movedim", 5, 0), ("a.unflatten", 1, [2, 2]), ("a.unflatten", 1, []),
    ("a.unfold", 1, 4, 1), ("a.unfold", 1, 2, 0), ("a.as_strided", [2], [1, 1]), ("a.as_strided", [9], [1]),
    ("a.as_strided", [2], [-1]), ("a.broadcast_to", [2, 4]), ("a.repeat_interleave", -1), ("a.repeat_interleave", I, 0), ("a.repeat_interleave", A, 0),
    ("v.adjoint",), ("a.select_scatter", V, 0, 0), ("a.slice_scatter", A, 0, 1, 2), ("a.swapaxes", 0, 3),
]:
    refused(f"refused {args}", ramp([2, 3]) + ramp([2], "v") + ramp([], "s") + index([1, 1, 1]), what, *args)

# --- Views in place
for name, args, shape in [("unsqueeze_", [0], [2, 3]), ("unsqueeze_", [-1], [3]), ("squeeze_", [], [1, 3, 1]), ("squeeze_", [0], [1, 3]),
                          ("t_", [], [2, 3]), ("transpose_", [0, 2], [2, 3, 4]), ("swapaxes_", [0, 1], [2, 3]), ("swapdims_", [0, 1], [2, 3])]:
    differentiable(f"{name} {args}", [shape], f"y.{name}", args, made=[call("a.mul", 2, to="y")], kind="bits")
    add(f"{name} on a leaf", *leaves([shape]), call(f"a.{name}", *args))
    add(f"{name}: version", *ramp(shape), call(f"a.{name}", *args), call("get a._version"))
    made = leaves([[5, *shape]]) + [call("a.mul", 2, to="b"), call("b.select", 0, 1, to="y"), call(f"y.{name}", *args)]
    add(f"{name} on a view, then a write", *made, call("y.mul_", 3), call("b.sum", to="s"), call("s.backward"), call("get a.grad"))
    add(f"{name} on a view: value", *made, call("y.detach"))

# --- Joining
for name in ("hstack", "vstack", "dstack", "column_stack", "row_stack", "cat", "stack", "concat"):
    for shapes in ([[2], [2]], [[2, 3], [2, 3]], [[2, 2, 2], [2, 2, 2]], [[], []]):
        if name in ("cat", "concat") and shapes[0] == []:
            continue
        differentiable(f"{name} {shapes}", shapes, f"torch.{name}", [[A, B]], kind="bits")
    refused("nothing", [], f"torch.{name}", [])
for name in ("atleast_1d", "atleast_2d", "atleast_3d"):
    for shape in ([], [2], [2, 3], [2, 3, 4]):
        differentiable(f"{name} {shape}", [shape], f"torch.{name}", [A], kind="bits")
    add(f"{name} of several", *ramp([]), *ramp([2], "b"), call(f"torch.{name}", A, B))
for shapes in ([[2, 3], [1, 2]], [[2], [], [1, 1]]):
    differentiable(f"block_diag {shapes}", shapes, "torch.block_diag", [A, B, C][: len(shapes)], kind="bits")
plain("block_diag of two dtypes", ramp([1, 2]) + ramp([2, 1], "b", F32), "torch.block_diag", [A, B])
plain("cat of two dtypes", ramp([2]) + ramp([2], "b", F32), "torch.cat", [[A, B]])
plain("cat with an empty vector", ramp([2, 3]) + ramp([0], "b"), "torch.cat", [[A, B]])
plain("cat by keyword", ramp([2, 1]) + ramp([2, 2], "b"), "torch.cat", [[A, B]], {"dim": 1})
plain("stack by keyword", ramp([2]) + ramp([2], "b"), "torch.stack", [[A, B]], {"dim": 1})
plain("stack of two dtypes", ramp([2]) + ramp([2], "b", F32), "torch.stack", [[A, B]])
for indexing in ("ij", "xy"):
    for part in (1, 2):
        differentiable(f"meshgrid {indexing}, {part}", [[2], [3]], "torch.meshgrid", [A, B], keywords={"indexing": indexing}, parts=part)
plain("meshgrid of three", ramp([2]) + ramp([3], "b") + ramp([], "c"), "torch.meshgrid", [A, B, C], {"indexing": "xy"})
plain("meshgrid of a list", ramp([2]) + ramp([3], "b"), "torch.meshgrid", [[A, B]])
differentiable("cartesian_prod", [[2], [3]], "torch.cartesian_prod", [A, B], kind="bits")
plain("cartesian_prod of one", ramp([2]), "torch.cartesian_prod", [A])
for args, keywords in [([], {}), ([1], {}), ([3], {}), ([5], {}), ([0], {}), ([2, True], {}), ([], {"r": 2, "with_replacement": True})]:
    plain(f"combinations {args} {keywords}", ramp([4]), "torch.combinations", [A, *args], keywords)
differentiable("combinations", [[4]], "torch.combinations", [A])
plain("broadcast_tensors", ramp([3]) + ramp([2, 1], "b"), "torch.broadcast_tensors", [A, B])
for what, *args in [
    ("torch.hstack", [A, V]), ("torch.vstack", [A, V]), ("torch.dstack", [A, V]), ("torch.column_stack", [A, Ref("w")]), ("torch.block_diag", Ref("t"), Ref("t")),
    ("torch.cartesian_prod", A, V), ("torch.combinations", A), ("torch.combinations", V, -1), ("torch.meshgrid", V, Ref("f")),
    ("torch.stack", [A, V]), ("torch.cat", [A, V]), ("torch.cat", [A, Ref("w")]), ("torch.cat", [Ref("s"), A]), ("torch.cat", A), ("torch.cat", [A, A], 3),
    ("torch.broadcast_tensors", A, Ref("w")), ("torch.meshgrid",),
]:
    refused(f"refused {args}", ramp([2, 3]) + ramp([2], "v") + ramp([], "s") + ramp([2, 2, 2], "t") + ramp([5], "w") + ramp([2], "f", F32), what, *args)
refused("meshgrid of a strange indexing", ramp([2]), "torch.meshgrid", A, A, indexing="ab")

# --- Picking
S = [3, 4]
TABLE = index([[0, 1, 2, 0], [2, 0, 0, 1]])
differentiable("gather 0", [S], "torch.gather", [A, 0, I], made=TABLE, kind="digits")
differentiable("gather 1", [S], "torch.gather", [A, 1, I], made=index([[3], [0], [1]]), kind="bits")
differentiable("gather with an index twice", [S], "a.gather", [-1, I], made=index([[3, 3, 3], [0, 0, 1], [1, 1, 1]]))
differentiable("gather of a scalar", [[]], "a.gather", [0, I], made=index(0))
for dtype in (I64, BOOL, F64):
    plain(f"gather of {dtype}", [call("torch.tensor", [[0, 1], [1, 1]], dtype=dtype, to="a")] + index([[0, 0], [1, 0]]), "a.gather", [1, I])
differentiable("index_select 0", [S], "torch.index_select", [A, 0, I], made=index([2, 0, 2]))
differentiable("index_select 1", [S], "torch.index_select", [A, 1, I], made=index([1]))
differentiable("index_select by a scalar", [S], "torch.index_select", [A, 1, I], made=index(1))
differentiable("index_select of a scalar", [[]], "torch.index_select", [A, 0, I], made=index([0]))
differentiable("take", [S], "torch.take", [A, I], made=index([[0, -1], [5, 5]]))
differentiable("take_along_dim", [S], "torch.take_along_dim", [A, I, 1], made=index([[3], [0], [1]]))
differentiable("take_along_dim, broadcast", [S], "torch.take_along_dim", [A, I], made=index([[0, 2]]), keywords={"dim": 1})
differentiable("take_along_dim of all", [S], "torch.take_along_dim", [A, I], made=index([3, 3, 11]))
differentiable("masked_select", [S], "torch.masked_select", [A, M], made=mask([[True], [False], [True]]))
differentiable("masked_select, broadcast", [[4]], "torch.masked_select", [A, M], made=mask([[True], [False], [True]]))
for shape in ([4], [2, 3], [], [0], [2, 0], [2, 1, 3]):
    made = ramp(shape) + [call("a.remainder", 2, to="a")]
    plain(f"nonzero {shape}", made, "torch.nonzero", [A])
    plain(f"nonzero as_tuple {shape}", made, "a.nonzero", [], {"as_tuple": True})
    plain(f"argwhere {shape}", made, "torch.argwhere", [A])
    plain(f"where {shape}", made, "torch.where", [A])
plain("nonzero of true", [call("torch.tensor", True, to="a")], "torch.nonzero", [A])
plain("where of true", [call("torch.tensor", True, to="a")], "torch.where", [A])
plain("nonzero of nan", [call("torch.tensor", [0.0, float("nan"), -0.0, 2.0], to="a")], "torch.nonzero", [A])
SORTED = [call("torch.tensor", [1, 3, 3, 5, 7], to="s"), call("torch.tensor", [[3, 6, 0], [8, 1, 4]], to="v")]
for keywords in ({}, {"right": True}, {"side": "left"}, {"side": "right"}):
    plain(f"searchsorted {keywords}", SORTED, "torch.searchsorted", [Ref("s"), V], keywords)
    plain(f"searchsorted of a number {keywords}", SORTED, "torch.searchsorted", [Ref("s"), 3], keywords)
for right in (False, True):
    plain(f"bucketize {right}", SORTED, "torch.bucketize", [V, Ref("s")], {"right": right})
    plain(f"bucketize of a number {right}", SORTED, "torch.bucketize", [3, Ref("s")], {"right": right})
plain("searchsorted of rows", ramp([2, 4]) + ramp([2, 3], "v"), "torch.searchsorted", [A, V])
plain("searchsorted with sorter", [call("torch.tensor", [5, 1, 3], to="s")] + index([1, 2, 0]) + index([2, 3, 9], "v"), "torch.searchsorted", [Ref("s"), V], {"sorter": I})
plain("searchsorted of nan", [call("torch.tensor", [1.5, 2.5], to="s"), call("torch.tensor", [float("nan"), 2.0], to="v")], "torch.searchsorted", [Ref("s"), V])
for what, *args in [
    ("a.gather", 0, Ref("f")), ("a.gather", 0, V), ("a.gather", 0, I), ("a.gather", 1, Ref("j")), ("a.gather", 2, I), ("a.gather", 0, Ref("n")),
    ("a.index_select", 0, I), ("a.index_select", 0, Ref("f")), ("a.index_select", 0, V), ("a.index_select", 3, V), ("a.take", Ref("f")), ("a.take", V), ("a.take_along_dim", V, 0),
    ("a.take_along_dim", Ref("f"), 0), ("a.masked_select", V), ("a.masked_select", M), ("torch.searchsorted", Ref("f"), V), ("torch.searchsorted", A, V), ("torch.bucketize", V, A),
]:
    refused(f"refused {args}", ramp([3, 4], "a", F32) + index([[0, 0, 0, 0, 0]]) + index([[0], [9]], "j") + index([[0], [-1]], "n") + index([0, 99], "v")
            + ramp([2], "f", F32) + mask([True, False]), what, *args)
for keywords in ({"side": "middle"}, {"side": "left", "right": True}):
    refused(f"searchsorted {keywords}", SORTED, "torch.searchsorted", Ref("s"), V, **keywords)

# --- Writing
SCATTER = index([[0, 1, 2, 0], [2, 0, 1, 1]])


def written(name, shapes, args, made=(), keywords=None, kind="digits"):
    """An operation and its form in place, on what was computed and on a leaf."""
    differentiable(name, shapes, f"a.{name.split()[0]}", args, made, keywords, kind)
    differentiable(f"{name} in place", shapes, f"y.{name.split()[0]}_", args, [*made, call("a.mul", 2, to="y")], keywords, kind)
    add(f"{name} in place on a leaf", *leaves(shapes), *made, call(f"a.{name.split()[0]}_", *args, **(keywords or {})))


written("scatter", [S, [2, 4]], [0, I, B], SCATTER, kind="bits")
written("scatter with a number", [S], [1, I, 1.5], index([[0, 2], [1, 3]]), kind="bits")
written("scatter_add", [S, [2, 4]], [0, I, B], index([[0, 0, 2, 0], [0, 0, 2, 1]]))
written("scatter_add of a larger source", [S, [3, 5]], [1, I, B], index([[0, 0, 1]]))
for reduce in ("sum", "prod", "mean", "amax", "amin"):
    for include_self in (True, False):
        written(f"scatter_reduce {reduce} {include_self}", [S, [2, 4]], [0, I, B, reduce], index([[0, 0, 2, 0], [0, 0, 2, 1]]), {"include_self": include_self})
        plain(f"scatter_reduce of int64 {reduce} {include_self}", ramp([3]) + index([5, -7, 2, 3], "b") + index([0, 0, 2, 2]), "a.scatter_reduce", [0, I, B, reduce], {"include_self": include_self})
plain("scatter add", ramp([3], "a", F32) + ramp([4], "b", F32) + index([0, 0, 2, 1]), "a.scatter", [0, I, B], {"reduce": "add"})
plain("scatter multiply", ramp([3], "a", F32) + index([0, 0, 2, 1]), "a.scatter", [0, I, 3.0], {"reduce": "multiply"})
plain("scatter a value by keyword", ramp([3], "a", F32) + index([0, 2]), "a.scatter", [0, I], {"value": 4})
plain("one-hot by scatter_", [call("torch.zeros", 3, 4, to="a")] + index([[1], [3], [0]]), "a.scatter_", [1, I, 1])
plain("scatter of bools", mask([True, False], "a") + mask([False, True], "b") + index([1, 0]), "a.scatter", [0, I, B])
written("index_add", [S, [2, 4]], [0, I, B], index([2, 2]))
written("index_add along 1", [S, [3, 2]], [1, I, B], index([3, 0]), {"alpha": 0.5})
written("index_copy", [S, [2, 4]], [0, I, B], index([2, 0]), kind="bits")
written("index_fill", [S], [1, I, -1.5], index([0, -1]), kind="bits")
written("index_fill of a tensor", [S, []], [0, I, B], index([2, 0]))
written("index_put", [S, [2]], [[I, Ref("j")], B], index([0, 2]) + index([1, 1], "j"), kind="bits")
written("index_put accumulate", [S, [3]], [[I, Ref("j")], B, True], index([0, 2, 0]) + index([1, 1, 1], "j"))
written("index_put of a mask", [S, []], [[M], B], mask([True, False, True]))
written("masked_fill", [S], [M, -2.5], mask([[True], [False], [True]]), kind="bits")
written("masked_fill of a tensor", [S, []], [M, B], mask([[True], [False], [True]]))
differentiable("masked_fill of a smaller tensor", [[4]], "a.masked_fill", [M, 7], made=mask([[True], [False], [True]]))
plain("masked_fill of -inf", ramp([2, 2], "a", F32) + mask([[False, True], [False, False]]), "a.masked_fill", [M, float("-inf")])
plain("masked_fill of int64 with a fraction", ramp([2]) + mask([False, True]), "a.masked_fill", [M, 2.75])
written("masked_scatter", [S, [9]], [M, B], mask([[True], [False], [True]]), kind="bits")
written("put", [S, [3]], [I, B], index([0, 5, -1]), kind="bits")
written("put accumulate", [S, [3]], [I, B, True], index([0, 5, 5]))
plain("put_ into a transposed", ramp([2, 3]) + index([7, 8], "b") + index([1, -1]) + [call("a.t", to="c"), call("c.put_", I, B)], "a.clone", [])
for what, *args in [
    ("a.scatter", 0, I, Ref("d")), ("a.scatter", 0, V, A), ("a.scatter", 0, Ref("j"), A), ("a.scatter", 0, Ref("w"), A), ("a.scatter", 0, Ref("f"), A), 
    ("a.scatter_add", 0, I, Ref("d")), ("a.scatter_add", 0, Ref("w"), A), ("a.scatter_reduce", 0, I, A, "max"), ("a.index_add", 0, I, A), ("a.index_add", 0, V, A), ("a.index_add", 0, Ref("f"), A),
    ("a.index_add", 0, Ref("k"), Ref("d")), ("a.index_add", 0, Ref("k"), A), ("a.index_copy", 0, V, A), ("a.index_copy", 0, I, A), ("a.index_copy", 0, Ref("f"), A), ("a.index_copy", 0, Ref("k"), Ref("d")), ("a.index_copy", 0, Ref("k"), A), ("a.index_fill", 0, I, 1), ("a.index_fill", 0, V, 1),
    ("a.index_fill", 0, Ref("f"), 1), ("a.index_fill", 0, Ref("k"), A), ("a.index_put", [V], A), ("a.index_put", [Ref("k")], Ref("g")), ("a.index_put", [Ref("k")], Ref("d")), ("a.masked_fill", M, A), ("a.masked_fill", Ref("o"), 1), ("a.masked_fill_", Ref("o"), 1), ("a.masked_scatter", M, Ref("d")), ("a.masked_scatter", Ref("n"), Ref("g")), ("a.put", I, A), ("a.put", V, Ref("g")), ("a.put", V, Ref("d")), ("a.put", Ref("f"), A),
    ("a.scatter", 5, I, A), ("a.index_fill", 5, V, 1),
]:
    refused(f"refused {args}", ramp([2, 3], "a", F32) + index([[0, 0, 0]]) + index([[0], [9]], "j") + index([0, 99], "v") + index([0, 1], "k") + index([[0] * 5], "w") + ramp([2, 3], "d", F64)
            + ramp([2], "f", F32) + ramp([5], "g", F32) + mask([[True, False, True]]) + mask([True, False], "o") + mask([[True] * 3] * 2, "n"), what, *args)

# --- Indexing
MADE = [*ramp([4, 3, 2], "a", F32), *index([2, 0]), *index([[1], [0]], "j"), *mask([True, False, True, False]), *mask([[True, False, False], [False, True, True]] * 2, "n"),
        call("torch.tensor", 1, to="z"), call("torch.tensor", True, to="t"), call("torch.tensor", False, to="u")]
PLACES = [
    [[0, 2]], [[]], [[[0, 1], [2, 3]]], [[True, False, True, True]], [Ref("z")], [Ref("t")], [Ref("u")], [True], [False], [Ref("n")], [Ref("n"), 0], [M, 1], [M, [0, 2]],
    [M, [0, 1, 2]], [ALL, [0, 2], None], [[0], None, [1]], [I, None, Ref("j")], [Ref("j"), ALL, I], [None, I], ["...", [0, 1]], [I, "...", 0], [{"slice": [1, 3, None]}, I],
    [{"slice": [None, None, 2]}, {"slice": [1, None, None]}, 1], [-1, [-1, -2]], [[-5]], [[4]], [ALL, ALL, [2]], [0, 0, 0, [0]], [{"slice": [None, None, -1]}], [{"slice": [None, None, 0]}], [1.5], ["..."],
    ["...", "..."], [[0, 1], [0, 1, 2]], [M, M], [I, 1, Ref("j")], [Ref("z"), Ref("z")], [True, 0], [0, True], [None, None], [Ref("t"), I], [[True, False]],
]
for position, place in enumerate(PLACES):
    add(f"at {position}: {place}", *MADE, call("index", A, *place))
    for value in (7, Ref("r"), Ref("q")):
        add(f"set {position}: {place} to {value}", *MADE, *ramp([2], "r", F32), *ramp([1, 1], "q", F32), call("assign", A, place, value), call("a.clone"))
    add(f"at {position}: gradient", *MADE, call("a.requires_grad_"), call("index", A, *place, to="y"), call("y.mul", Ref("y"), to="w"), call("w.sum", to="s"), call("s.backward"), call("get a.grad"))
    add(f"at {position}: node", *MADE, call("a.requires_grad_"), call("index", A, *place, to="y"), call("print-node", Ref("y")))
    add(f"set {position}: gradient", *MADE, call("a.requires_grad_"), call("a.mul", 2, to="b"), call("b.mul", 3, to="y"), call("torch.tensor", 2.5, requires_grad=True, to="v"),
        call("assign", Ref("y"), place, V), call("y.mul", Ref("y"), to="w"), call("w.sum", to="s"), call("s.backward"), call("get a.grad"))
add("set of a double tensor at places", *MADE, *ramp([2], "r", F64), call("assign", A, [I], Ref("r")), call("a.clone"))
add("set of a double tensor at a slice", *MADE, *ramp([2], "r", F64), call("assign", A, [0], Ref("r")), call("a.clone"))
add("set of a scalar double tensor at places", *MADE, *ramp([], "r", F64), call("assign", A, [I], Ref("r")), call("a.clone"))
add("set of a list", *MADE, call("assign", A, [0], [1, 2]))
add("at a scalar with a list", *ramp([]), call("index", A, [0]))
add("at a scalar with true", *ramp([]), call("index", A, True))
add("at a scalar with null", *ramp([]), call("index", A, None))

# --- Attributes
for dtype in (F32, F64, I64, BOOL):
    made = [call("torch.ones", 2, 3, dtype=dtype, to="a")]
    for what, args, keywords in [
        ("element_size", [], {}), ("nelement", [], {}), ("ndimension", [], {}), ("get_device", [], {}), ("is_signed", [], {}), ("is_complex", [], {}), ("new_zeros", [2, 2], {}), ("new_ones", [[2]], {}),
        ("new_full", [[2], 3], {}), ("new_tensor", [[1, 0]], {}), ("new_zeros", [2], {"dtype": F64}), ("new_full", [[2], 1.5], {"dtype": F32}), ("cpu", [], {}), ("is_nonzero", [], {}), ("is_same_size", [A], {}),
    ]:
        plain(f"{what} of {dtype}", made, f"a.{what}", args, keywords)
    for name in ("device", "layout", "is_cpu", "is_cuda", "is_sparse", "is_leaf", "output_nr", "requires_grad", "retains_grad"):
        add(f"{name} of {dtype}", *made, call("print-attribute", A, name)) if name in ("device", "layout") else add(f"{name} of {dtype}", *made, call(f"get a.{name}"))
plain("type_as", ramp([2]) + ramp([1], "b", F64), "a.type_as", [B])
plain("is_nonzero of one value", [call("torch.zeros", 1, 1, to="a")], "a.is_nonzero", [])
plain("is_nonzero of nothing", [call("torch.zeros", 0, to="a")], "a.is_nonzero", [])
refused("cuda", ramp([1]), "a.cuda")
refused("to the graphics card", ramp([1]), "a.to", "cuda")
plain("to the processor", ramp([2]), "a.to", ["cpu"])

# --- Sizes that do not fit
for first, second in [([1, 1, 1], [3]), ([1], [2, 2, 4]), ([2], [4, 4, 1, 4]), ([2, 3, 4], [5]), ([2, 3], [4]), ([4], [2, 3])]:
    refused(f"matmul of {first} and {second}", ramp(first) + ramp(second, "b"), "torch.matmul", A, B)
for place in [(1, 3, 3), (1, -4, 1), (0, 2, 5)]:
    refused(f"narrow {place}", ramp([3, 2, 2]), "a.narrow", *place)
refused("cat of a scalar in second place", ramp([2]) + ramp([], "b"), "torch.cat", [A, B])
refused("roll of a scalar along a dimension", ramp([]), "torch.roll", A, 1, 0)

write("engine-ops-b.json", cases)
