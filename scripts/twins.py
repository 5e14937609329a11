"""Runs the PyTorch twins of one lesson, in page order and in one namespace.

In: a JSON list of {"id", "source"} on standard input, and the folder of lab.py as the first argument.
Out: {"torch", "python", "cells": [{"id", "output", "ends", "error"}]} on standard output. Exit 3: no PyTorch here.
`ends` says how many of the output's last lines are the value, or the error, that the cell ended with.
"""

import ast
import contextlib
import io
import json
import platform
import sys
import traceback

try:
    import torch
except ImportError:
    sys.exit(3)


def end(kind, text, out):
    """Writes what the cell ended with, as Jupyter shows it below what it printed."""
    print(text, file=out)
    return {"kind": kind, "lines": text.count("\n") + 1}


def run(cell, namespace):
    """Runs one twin; what it prints and shows comes back, an error as its last line."""
    out = io.StringIO()
    ends = error = None
    name = f"<{cell['id']}>"
    try:
        tree = ast.parse(cell["source"], name)
        last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
        with contextlib.redirect_stdout(out):
            exec(compile(tree, name, "exec"), namespace)
            value = eval(compile(ast.Expression(last.value), name, "eval"), namespace) if last else None
            if value is not None:
                ends = end("value", repr(value), out)
    except Exception as raised:
        ends = end("error", f"{type(raised).__name__}: {raised}", out)
        own = [frame.lineno for frame in traceback.extract_tb(raised.__traceback__) if frame.filename == name]
        error = own[-1] if own else getattr(raised, "lineno", 1) or 1
    return {"id": cell["id"], "output": out.getvalue(), "ends": ends, "error": error}


def main():
    sys.path.insert(0, sys.argv[1])
    namespace = {"__name__": "__main__"}
    cells = [run(cell, namespace) for cell in json.load(sys.stdin)]
    json.dump({"torch": torch.__version__, "python": platform.python_version(), "cells": cells}, sys.stdout)


main()
