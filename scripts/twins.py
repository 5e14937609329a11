"""Runs the PyTorch twins of one lesson, in page order and in one namespace.

In: a JSON list of {"id", "source"} on standard input, and the folder of lab.py as the first argument.
Out: {"torch", "python", "cells": [{"id", "output", "error"}]} on standard output. Exit 3: no PyTorch here.
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


def show(value, out):
    """The value of a last expression, as Jupyter shows it."""
    if value is not None:
        print(repr(value), file=out)


def run(cell, namespace):
    """Runs one twin; what it prints and shows comes back, an error as its last line."""
    out = io.StringIO()
    error = None
    name = f"<{cell['id']}>"
    try:
        tree = ast.parse(cell["source"], name)
        last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
        with contextlib.redirect_stdout(out):
            exec(compile(tree, name, "exec"), namespace)
            if last is not None:
                show(eval(compile(ast.Expression(last.value), name, "eval"), namespace), out)
    except Exception as raised:
        print(f"{type(raised).__name__}: {raised}", file=out)
        own = [frame.lineno for frame in traceback.extract_tb(raised.__traceback__) if frame.filename == name]
        error = own[-1] if own else getattr(raised, "lineno", 1) or 1
    return {"id": cell["id"], "output": out.getvalue(), "error": error}


def main():
    sys.path.insert(0, sys.argv[1])
    namespace = {"__name__": "__main__"}
    cells = [run(cell, namespace) for cell in json.load(sys.stdin)]
    json.dump({"torch": torch.__version__, "python": platform.python_version(), "cells": cells}, sys.stdout)


main()
