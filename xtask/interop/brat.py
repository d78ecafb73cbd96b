"""brat standoff: brat-peek reads every line that it knows; each line by brat's own rules; slices = quotes."""
import contextlib
import importlib.util
import io
import os
import re

from common import named, read, report

# The package as a whole wants libraries that draw plots; what reads files is one module of it.
folder = importlib.util.find_spec("peek").submodule_search_locations[0]
spec = importlib.util.spec_from_file_location("ann_structure", os.path.join(folder, "ann_structure.py"))
peek = importlib.util.module_from_spec(spec)
spec.loader.exec_module(peek)

# What brat's own reader, with Python's splitlines, takes for the end of a line.
ENDS = re.compile("[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
LINE = re.compile(r"([TRAN#][0-9]+)\t([^\t]+)(?:\t(.*))?")
problems, counts = [], {"documents": 0, "annotations": 0, "relations": 0, "attributes": 0, "notes": 0, "links": 0}
names = {"T": "annotations", "R": "relations", "A": "attributes", "#": "notes", "N": "links"}


def marked(line, head, quote, text):
    places = [tuple(map(int, place.split(" "))) for place in head.split(" ", 1)[1].split(";")]
    flat = [at for place in places for at in place]
    if flat != sorted(flat) or flat[-1] > len(text):
        problems.append(f"{line}: places that brat refuses")
    slices = [text[start:end] for start, end in places]
    if " ".join(slices) != quote or any(ENDS.search(part) for part in slices):
        problems.append(f"{line}: the slices are not the quote")


def known(path):
    """What brat-peek reads; it knows no references, and two fragments at most."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        peeked = peek.AnnDocument(path)
    faults = [line for line in said.getvalue().split("\n") if "faulty" in line]
    problems.extend(f"brat-peek: {fault}" for fault in faults)
    return {mark.name: mark.text for mark in peeked.anns["entities"]}, peeked


for path in named(".ann"):
    counts["documents"] += 1
    text, lines, ids = read(path[:-4] + ".txt"), read(path).split("\n")[:-1], set()
    marks, peeked = known(path)
    for line in lines:
        match = LINE.fullmatch(line)
        if not match or match[1] in ids or ENDS.search(line):
            problems.append(f"{line}: no line of brat")
            continue
        kind, head, rest = match[1][0], match[2], match[3]
        ids.add(match[1])
        counts[names[kind]] += 1
        # A line names what stands before it.
        named_here = re.findall(r"(?:^| |:)(T[0-9]+)(?= |$)", head) if kind != "T" else []
        problems.extend(f"{line}: {end} is not there" for end in named_here if end not in ids)
        if kind == "T":
            marked(line, head, rest, text)
            if head.count(";") < 2 and marks.get(match[1]) != rest.rstrip():
                problems.append(f"{line}: brat-peek reads {marks.get(match[1])!r}")
        elif not named_here:
            problems.append(f"{line}: names nothing")
    for kind, read_as in [("R", "relations"), ("A", "attributes"), ("#", "notes")]:
        there = sum(line.startswith(kind) for line in lines)
        if len(peeked.anns[read_as]) != there:
            problems.append(f"brat-peek reads {len(peeked.anns[read_as])} {read_as} of {there}")
    if os.path.getsize(path[:-4] + ".txt") and text.startswith("\ufeff"):
        problems.append("a byte order mark, which shifts every offset")
sections = [line for line in read(named("annotation.conf")[0]).split("\n") if line.startswith("[")]
if sections != ["[entities]", "[relations]", "[events]", "[attributes]"]:
    problems.append(f"annotation.conf has {sections}")
report("brat-peek, strict", counts, problems)
