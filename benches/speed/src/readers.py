"""Reads a large file, and prints ms and how many annotations: `script` as a short script does, without packages and with
tuples for all that it keeps; `program` as what people take otherwise does: pandas, spaCy's converter, brat-peek."""

import contextlib
import importlib.util
import io
import json
import os
import sys
import tempfile
import time
import zipfile


def json_lines(path):
    marks = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            for own in row.get("annotations", ()):
                start, end = own["start"], own["end"]
                if row["text"][start:end] == own["text"]:
                    marks.append((row["id"], start, end, own["label"]))
    return marks


def columns(path):
    marks, at, begun = [], 0, None
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            cells = line.split()
            tag = cells[-1] if cells else "O"
            if begun and not (tag.startswith("I-") and tag[2:] == begun[1]):
                marks.append((begun[0], at, begun[1]))
                begun = None
            if tag.startswith("B-"):
                begun = (at, tag[2:])
            at += 1
    return marks + ([(begun[0], at, begun[1])] if begun else [])


def brat(path):
    marks = []
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if not name.endswith(".ann"):
                continue
            text = archive.read(name[:-4] + ".txt").decode("utf-8")
            for line in archive.read(name).decode("utf-8").splitlines():
                if not line.startswith("T"):
                    continue
                key, place, quote = line.split("\t", 2)
                label, offsets = place.split(" ", 1)
                spans = [tuple(map(int, part.split(" "))) for part in offsets.split(";")]
                if " ".join(text[start:end] for start, end in spans) == quote:
                    marks.append((name, key, label, spans))
    return marks


def pandas(path):
    from pandas import read_json

    return lambda: read_json(path, lines=True)["annotations"].explode()


def spacy(path):
    from spacy.training.converters import conll_ner_to_docs

    def read():
        with open(path, encoding="utf-8") as file:
            return [mark for doc in conll_ner_to_docs(file.read(), no_print=True) for mark in doc.ents]

    return read


def peek(path):
    # The package as a whole wants libraries that draw plots; what reads files is one module of it.
    folder = importlib.util.find_spec("peek").submodule_search_locations[0]
    spec = importlib.util.spec_from_file_location("ann_structure", os.path.join(folder, "ann_structure.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)

    def read():
        marks = []
        # It says on every line that it cannot read a reference.
        with tempfile.TemporaryDirectory() as home, contextlib.redirect_stdout(io.StringIO()):
            with zipfile.ZipFile(path) as archive:
                archive.extractall(home)
                names = [name for name in archive.namelist() if name.endswith(".ann")]
            for name in names:
                marks.extend(module.AnnDocument(os.path.join(home, name)).anns["entities"])
        return marks

    return read


ending = sys.argv[2].rsplit(".", 1)[-1]
scripts = {"jsonl": json_lines, "conll": columns, "zip": brat}
programs = {"jsonl": pandas, "conll": spacy, "zip": peek}
if sys.argv[1] == "script":
    reader = lambda: scripts[ending](sys.argv[2])
else:
    # What it loads of its own does not count.
    reader = programs[ending](sys.argv[2])
start = time.perf_counter()
found = reader()
print(round((time.perf_counter() - start) * 1000), len(found))
