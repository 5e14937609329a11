"""The Python twins of `lab`: the same names, the same numbers, the same words. Needs PyTorch and nothing else.

A helper returns a Figure. Printing it says what it shows; in Jupyter it is also drawn where matplotlib is installed.
"""

import math
from collections import namedtuple
from decimal import ROUND_HALF_UP, Decimal

import torch
from torch import nn

Scheme = namedtuple("Scheme", "key label formula weight_std bias_std")


def _zero(fan_in, fan_out=None):
    return 0.0


def _default(fan_in, fan_out=None):
    return 1 / math.sqrt(3 * fan_in)


def _lecun(fan_in, fan_out=None):
    return 1 / math.sqrt(fan_in)


def _xavier(fan_in, fan_out=None):
    return math.nan if fan_out is None else math.sqrt(2 / (fan_in + fan_out))


def _he(fan_in, fan_out=None):
    return math.sqrt(2 / fan_in)


def _orthogonal(fan_in, fan_out=None):
    return math.nan if fan_out is None else 1 / math.sqrt(max(fan_in, fan_out))


def _unknown(fan_in, fan_out=None):
    return math.nan


schemes = [
    Scheme("zeros", "zeros", "0", _zero, _zero),
    Scheme("default", "default", "1/√(3n)", _default, _default),
    Scheme("lecun", "LeCun", "1/√n", _lecun, _zero),
    Scheme("xavier", "Xavier", "√(2/(n+m))", _xavier, _zero),
    Scheme("he", "He", "√(2/n)", _he, _zero),
    Scheme("orthogonal", "orthogonal", "1/√max(n, m)", _orthogonal, _zero),
    Scheme("lsuv", "LSUV", "what the data ask for", _unknown, _zero),
]

_ALIASES = {"glorot": "xavier", "kaiming": "he", "pytorch": "default", "zero": "zeros"}


def _find_scheme(name, who):
    key = str(name).lower()
    for scheme in schemes:
        if scheme.key == _ALIASES.get(key, key):
            return scheme
    known = ", ".join(f'"{scheme.label}"' for scheme in schemes)
    raise ValueError(f'{who}: knows the schemes {known}, got "{name}". For anything else use lab.figure.')


def stdByFanIn(widths, stds, lines=("default",), measured="default", fan_out=None,
               title="Std of the weight by fan_in", caption="Dots: measured. Dashed: theory."):
    """Measured stds, one a width, and the std that each scheme's formula gives."""
    who = "lab.stdByFanIn"
    x, y = _numbers(widths), _numbers(stds)
    if len(x) != len(y) or not x:
        raise ValueError(f"{who}: needs one std for each width, got {len(x)} widths and {len(y)} stds.")
    theory = []
    for name in lines:
        scheme = _find_scheme(name, who)
        std = [scheme.weight_std(fan_in, fan_out) for fan_in in x]
        if any(math.isnan(value) for value in std):
            raise ValueError(f"{who}: {scheme.label} needs more than fan_in, got no fan_out. Pass fan_out, or leave the line out.")
        theory.append((scheme.key, f"{scheme.label} {scheme.formula}", std))
    own = _find_scheme(measured, who)
    words = [f"{title}."]
    same = [line for line in theory if line[0] == own.key]
    near = _closeness(y, same[0][2], same[0][1]) if same else ""
    words.append(f"{own.label} measured {_ends(x, y, 'fan_in')}{near}.")
    others = [f"{label} ({_ends(x, std, 'fan_in')})" for key, label, std in theory if key != own.key]
    if others:
        words.append(f"Theory beside it: {'; '.join(others)}.")
    traces = [(own.label, "o", x, y)] + [(label, "--", x, std) for _, label, std in theory]
    return Figure(words, title, caption, traces, log="xy", names=("fan_in", "std of the weight"))


def histogram(values, bins=40, density=(), bounds=None, scheme=None, name="value", title="Histogram", caption=""):
    """How often each size occurs; a density is {"uniform": bound} or {"normal": std}, or a list of them."""
    who = "lab.histogram"
    everything = _numbers(values)
    finite = [value for value in everything if math.isfinite(value)]
    if not finite:
        got = f"{_plural(len(everything), 'value')}, none finite" if everything else "an empty tensor"
        raise ValueError(f"{who}: needs at least one finite value, got {got}. Print the tensor to see what is in it.")
    mean = math.fsum(finite) / len(finite)
    squares = math.fsum((value - mean) ** 2 for value in finite)
    std = math.sqrt(squares / (len(finite) - 1)) if len(finite) > 1 else math.nan
    odd = len(everything) - len(finite)
    words = [f"{title}: {_plural(len(everything), 'value')} in {_plural(bins, 'bin')}.{f' {_say(odd)} of them not finite.' if odd else ''}"]
    words.append(f"Mean {_say(mean)}, std {_say(std)}, from {_say(min(finite))} to {_say(max(finite))}.")
    laws = [density] if isinstance(density, dict) else list(density)
    if laws:
        words.append(f"Drawn over it: {'; '.join(_law(law) for law in laws)}.")
    if bounds:
        words.append(f"Marked: {'; '.join(f'{label} at {_say(at)}' for label, at in bounds.items())}.")
    return Figure(words, title, caption, [("measured", "bars", finite, bins)], names=(name, "density"))


def signalByDepth(depth, width, act, schemes, batch=256, seed=0, title=None, caption=None):
    """Preactivation std by layer for each scheme, each from the same seed: all layers first, then the input.

    run.measured["default"][9] is the std at layer 10.
    """
    who = "lab.signalByDepth"
    call = act() if isinstance(act, type) else act
    name = str(call).split("(")[0] if isinstance(act, type) else getattr(act, "__name__", "")
    if not isinstance(act, type) and getattr(torch, name, None) is not act:
        name = "your function"
    title = title or f"Preactivation std by layer, {name}, width {width}"
    caption = caption or f"Dots: measured on a batch of {batch}, seed {seed}. Dashed: theory for infinite width."
    layers = list(range(1, depth + 1))
    measured, theory, words, traces = {}, {}, [f"{title}."], []
    for given in schemes:
        scheme = _find_scheme(given, who)
        run = _measure(scheme, depth, width, call, batch, seed)
        law = _signal_theory(call, depth, width * scheme.weight_std(width, width) ** 2, scheme.bias_std(width, width) ** 2)
        measured[scheme.key], theory[scheme.key] = run, law
        end = f"{_signal(run[-1], 1)}, theory {_say(law[-1])}"
        words.append(f"{scheme.label}: {_say(run[0])} at layer 1, {_say(run[-1])} at layer {depth} ({end}).")
        traces += [(scheme.label, "o", layers, run), (f"{scheme.label}, theory", "--", layers, law)]
    shown = Figure(words, title, caption, traces, log="y", names=("layer", "preactivation std"))
    shown.measured, shown.theory = measured, theory
    return shown


def _measure(scheme, depth, width, act, batch, seed):
    torch.manual_seed(seed)
    layers = [nn.Linear(width, width) for _ in range(depth)]
    for layer in layers:
        _initialise(layer, scheme)
    h = torch.randn(batch, width)
    stds = []
    with torch.no_grad():
        for layer in layers:
            z = layer(h)
            h = act(z)
            stds.append(z.std().item())
    return stds


def _initialise(layer, scheme):
    if scheme.key == "default":
        return
    if scheme.key == "zeros":
        nn.init.zeros_(layer.weight)
    elif scheme.key == "lecun":
        nn.init.kaiming_normal_(layer.weight, nonlinearity="linear")
    elif scheme.key == "xavier":
        nn.init.xavier_normal_(layer.weight)
    elif scheme.key == "he":
        nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")
    else:
        raise ValueError(
            f'lab.signalByDepth: initialises by zeros, default, LeCun, Xavier and He, got "{scheme.label}". Show your own run by lab.figure.'
        )
    nn.init.zeros_(layer.bias)


def _signal_theory(act, depth, weight_variance, bias_variance):
    stds, mean_square = [], 1.0
    for _ in range(depth):
        q = weight_variance * mean_square + bias_variance
        stds.append(math.sqrt(q))
        mean_square = _mean_square_after(act, q)
    return stds


def _mean_square_after(act, q):
    """E[act(sqrt(q) Z)^2] for a standard normal Z, by the trapezoid rule."""
    step = 1 / 128
    z = torch.arange(-10, 10 + step / 2, step, dtype=torch.float64)
    values = act(z * math.sqrt(q))
    return (values**2 * torch.exp(-0.5 * z**2)).sum().item() * step / math.sqrt(2 * math.pi)


def figure(title, x, y, series, caption="", rules=(), wanted=None):
    """Dots and lines on two named axes; a series is a dict with name, y, and perhaps x, as, color."""
    who = "lab.figure"
    if not series:
        raise ValueError(f"{who}: needs at least one of series, got none.")
    (x_name, x_log), (y_name, y_log) = _axis(x), _axis(y)
    words, traces = [f"{title}: {y_name} against {x_name}."], []
    for one in series:
        at = _numbers(one["x"]) if "x" in one else None
        values = [one["y"](place) for place in at] if callable(one["y"]) else _numbers(one["y"])
        at = list(range(1, len(values) + 1)) if at is None else at
        if len(at) != len(values):
            raise ValueError(f'{who}: the series "{one["name"]}" needs one x for each y, got {len(at)} and {len(values)}.')
        words.append(f"{one['name']}: {_ends(at, values, x_name)}.")
        traces.append((one["name"], {"dots": "o", "theory": "--", "line": "-"}[one.get("as", "dots")], at, values))
    if rules:
        words.append("Marked: " + "; ".join(f"{rule['label']} at {_say(rule['at'])}" for rule in rules) + ".")
    return Figure(words, title, caption, traces, log=("x" if x_log else "") + ("y" if y_log else ""), names=(x_name, y_name))


XOR = namedtuple("XOR", "X Y")


def xor():
    """256 points in the plane; the class is 1 where both coordinates have one sign. A constant guess costs ln 2."""
    X = torch.randn(256, 2, generator=torch.Generator().manual_seed(0))
    Y = torch.arange(256) % 2
    wrong = (X[:, 0] * X[:, 1] > 0) != (Y == 1)
    X[wrong, 1] = -X[wrong, 1]
    return XOR(X, Y)


def mlp(depth, act=nn.ReLU, init=None, seed=0, width=64):
    """Linear(2, width), then depth - 1 times Linear(width, width), each with its nonlinearity, then Linear(width, 2)."""
    torch.manual_seed(seed)
    layers = []
    for at in range(depth):
        layers += [nn.Linear(2 if at == 0 else width, width), act()]
    net = nn.Sequential(*layers, nn.Linear(width, 2))
    if init is not None:
        net.apply(init)
    return net


_LAYERS = (nn.Linear, nn.Conv1d, nn.Conv2d, nn.Conv3d, nn.ConvTranspose1d, nn.ConvTranspose2d, nn.ConvTranspose3d)


def _weight_layers(module):
    return [(name, layer) for name, layer in module.named_modules() if isinstance(layer, _LAYERS)]


class init:
    """Initialisers that PyTorch does not have."""

    @staticmethod
    @torch.no_grad()
    def delta_orthogonal_(tensor, gain=1):
        """An orthogonal map between the channels at the kernel's centre, 0 elsewhere. Xiao et al. 2018."""
        outputs, inputs, *kernel = tensor.shape
        if inputs > outputs or not 1 <= len(kernel) <= 3:
            raise ValueError(f"lab.init.delta_orthogonal_: needs (out, in, k...) with in at most out, got {list(tensor.shape)}.")
        drawn = nn.init.orthogonal_(torch.empty(outputs, inputs, dtype=tensor.dtype), gain)
        tensor.zero_()
        tensor[(slice(None), slice(None), *((size - 1) // 2 for size in kernel))] = drawn
        return tensor

    @staticmethod
    @torch.no_grad()
    def lsuv_(model, data, tol=0.1, max_iterations=10):
        """Orthogonal weights, then each divided by the std of its output on data until that is 1. Mishkin & Matas 2016."""
        used = []
        names = {layer: name for name, layer in _weight_layers(model)}
        _watch(model, data, lambda layer, output: used.append(layer) if layer in names else None)
        unused = [name for layer, name in names.items() if layer not in used]
        if unused or not used:
            raise ValueError(f"lab.init.lsuv_: the data does not pass the layers {unused}.")
        for layer in names:
            nn.init.orthogonal_(layer.weight)
            if layer.bias is not None:
                nn.init.zeros_(layer.bias)
        for layer in used:
            variance = _variance_after(model, data, layer)
            for _ in range(max_iterations):
                if abs(variance - 1) < tol or not 0 < variance < math.inf:
                    break
                layer.weight.div_(math.sqrt(variance))
                variance = _variance_after(model, data, layer)
            if not abs(variance - 1) < tol:
                raise ValueError(f'lab.init.lsuv_: the layer "{names[layer]}" does not reach variance 1, got {variance}.')
        return model

    @staticmethod
    @torch.no_grad()
    def fixup_(model, branches, classifier=None):
        """The last layer of each branch and the classifier 0, the other layers He's, smaller in branches. Zhang et al. 2019."""
        factors = {}
        for branch in branches:
            layers = [layer for _, layer in _weight_layers(branch)]
            for layer in layers[:-1]:
                factors[layer] = len(branches) ** (-1 / (2 * len(layers) - 2))
            factors[layers[-1]] = 0
        if classifier is not None:
            factors[classifier] = 0
        for _, layer in _weight_layers(model):
            factor = factors.get(layer, 1)
            if factor == 0:
                nn.init.zeros_(layer.weight)
            else:
                nn.init.kaiming_normal_(layer.weight, nonlinearity="relu").mul_(factor)
            if layer.bias is not None:
                nn.init.zeros_(layer.bias)
        return model


def _watch(model, data, see):
    seen = set()

    def hook(layer, inputs, output):
        if layer not in seen:
            seen.add(layer)
            see(layer, output)

    handles = [module.register_forward_hook(hook) for module in model.modules()]
    try:
        model(data)
    finally:
        for handle in handles:
            handle.remove()


def _variance_after(model, data, wanted):
    found = []
    _watch(model, data, lambda layer, output: found.append(output.var(unbiased=False).item()) if layer is wanted else None)
    return found[0]


class Figure:
    """What a helper returns. Its text is the summary that the page shows and reads out."""

    def __init__(self, words, title, caption, traces, log="", names=("", "")):
        self.summary, self.title, self.caption = " ".join(words), title, caption
        self._traces, self._log, self._names = traces, log, names

    def __repr__(self):
        return self.summary

    def _repr_png_(self):
        try:
            from matplotlib.figure import Figure as Canvas
        except ImportError:
            return None
        import io

        canvas = Canvas(figsize=(7, 3.6), layout="tight")
        axes = canvas.subplots()
        for label, mark, x, y in self._traces:
            if mark == "bars":
                axes.hist(x, bins=y, density=True)
            else:
                axes.plot(x, y, mark, label=label)
        if "x" in self._log:
            axes.set_xscale("log")
        if "y" in self._log:
            axes.set_yscale("log")
        axes.set(title=self.title, xlabel=self._names[0], ylabel=self._names[1])
        if len(self._traces) > 1:
            axes.legend()
        png = io.BytesIO()
        canvas.savefig(png, format="png")
        return png.getvalue()


def _numbers(values):
    if isinstance(values, torch.Tensor):
        return values.detach().flatten().tolist()
    return [value.item() if isinstance(value, torch.Tensor) else value for value in values]


def _plural(count, noun):
    return f"{_say(count)} {noun}{'' if count == 1 else 's'}"


def _axis(axis):
    return (axis, False) if isinstance(axis, str) else (axis["name"], axis.get("log", False))


def _law(law):
    if "uniform" in law:
        return f"uniform on {_say(-law['uniform'])} to {_say(law['uniform'])}"
    return f"normal with mean {_say(law.get('mean', 0))} and std {_say(law['normal'])}"


def _ends(x, y, axis):
    if not x:
        return "no values"
    first, last = f"{_say(y[0])} at {axis} {_say(x[0])}", f"{_say(y[-1])} at {axis} {_say(x[-1])}"
    return first if len(x) == 1 else f"{first}, {last}"


def _closeness(measured, theory, label):
    pairs = [(a, b) for a, b in zip(measured, theory) if math.isfinite(a) and math.isfinite(b) and b != 0]
    worst = max((100 * abs(a - b) / abs(b) for a, b in pairs), default=0)
    for percent in (1, 2, 5, 10, 20, 50):
        if worst <= percent:
            return f", within {percent}% of {label}"
    return f", more than 50% away from {label}"


def _signal(std, wanted):
    if not math.isfinite(std):
        return "exploding"
    if std <= 0:
        return "vanishing"
    decades = math.log10(std / wanted)
    return "healthy" if abs(decades) <= 0.5 else "vanishing" if decades < 0 else "exploding"


def _say(value):
    """Four significant digits, as the page writes them."""
    if not math.isfinite(value):
        return "not finite"
    if value == 0:
        return "0"
    if float(value).is_integer() and abs(value) < 1e6:
        return str(int(value))
    exact = Decimal(value)
    power = exact.adjusted()
    digits = exact.quantize(Decimal(1).scaleb(power - 3), rounding=ROUND_HALF_UP)
    power = digits.adjusted()
    if power < -4 or power >= 6:
        return f"{_trim(str(digits.scaleb(-power).quantize(Decimal('0.001'))))}e{power}"
    return _trim(f"{exact.quantize(Decimal(1).scaleb(-max(0, 3 - power)), rounding=ROUND_HALF_UP):f}")


def _trim(digits):
    return digits.rstrip("0").rstrip(".") if "." in digits else digits
