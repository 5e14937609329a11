"""Jupyter's own tools as a judge. In: JSON on standard input; out: JSON on standard output.

validate   ["text of a notebook", ...]  ->  [null, or why nbformat refuses it, ...]
execute    "text of a notebook"         ->  the notebook as nbconvert ran it
upgrade    ["text of a notebook", ...]  ->  [the notebook as nbformat upgrades it to 4.5, ...]
"""

import json
import sys

import nbformat
from nbconvert.preprocessors import ExecutePreprocessor


def validate(texts):
    return [complaint(text) for text in texts]


def complaint(text):
    try:
        nbformat.validate(nbformat.from_dict(json.loads(text)), repair_duplicate_cell_ids=False)
    except nbformat.ValidationError as error:
        return str(error)
    return None


def execute(text):
    notebook = nbformat.reads(text, as_version=4)
    # What the file brought along must not stand in for what a run gives.
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = []
    ran, _ = ExecutePreprocessor(timeout=600).preprocess(notebook, {})
    return ran


def upgrade(texts):
    return [nbformat.convert(nbformat.reads(text, as_version=nbformat.NO_CONVERT), 4) for text in texts]


json.dump({"validate": validate, "execute": execute, "upgrade": upgrade}[sys.argv[1]](json.load(sys.stdin)), sys.stdout)
