"""UIMA CAS JSON: cassis loads every file without a word, and writes and loads it again as the same; tokens in sentences."""
import collections
import json
import warnings

import cassis

from common import FILES, read, report

LAYERS = ["de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity", "custom.Claim", "custom.Span"]
SEGMENTS = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type."
problems = []
counts = {"documents": 0, "annotations": 0, "relations": 0, "parts": 0, "tokens": 0, "sentences": 0}


def load(source):
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        cas = cassis.load_cas_from_json(source)
    ours = [str(one.message) for one in said if not issubclass(one.category, (ResourceWarning, DeprecationWarning))]
    problems.extend(f"cassis: {message[:200]}" for message in ours)
    return cas


def kinds(cas):
    return collections.Counter(one.type.name for one in cas.select_all_fs())


for path in FILES:
    source = read(path)
    cas, plain = load(source), json.loads(source)
    text = plain["%FEATURE_STRUCTURES"][0]["sofaString"]
    counts["documents"] += 1
    if (cas.sofa_string or "") != text:
        problems.append(f"{path}: cassis reads another text")
    units = text.encode("utf-16-le")
    own = {one["%ID"]: one for one in plain["%FEATURE_STRUCTURES"]}
    if len(own) != len(plain["%FEATURE_STRUCTURES"]):
        problems.append(f"{path}: a number stands there twice")
    for one in cas.select_all_annotations():
        there = own[one.xmiID]
        slice_ = units[2 * there["begin"] : 2 * there["end"]].decode("utf-16-le")
        if one.get_covered_text() != slice_:
            problems.append(f"{path}: {one.xmiID} covers {one.get_covered_text()!r}, not {slice_!r}")
    before = kinds(cas)
    if kinds(load(cas.to_json())) != before:
        problems.append(f"{path}: written again by cassis, it is something else")
    metadata = list(cas.select("de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"))
    if len(metadata) != 1 or not metadata[0].documentId:
        problems.append(f"{path}: no metadata")
    sentences = [(one.begin, one.end) for one in cas.select(SEGMENTS + "Sentence")]
    tokens = [(one.begin, one.end) for one in cas.select(SEGMENTS + "Token")]
    for begin, end in tokens:
        if sum(start <= begin and end <= stop for start, stop in sentences) != 1:
            problems.append(f"{path}: the token {begin}–{end} is not in one sentence")
    counts["annotations"] += sum(before[layer] for layer in LAYERS)
    counts["parts"] += before["custom.Part"]
    counts["tokens"] += len(tokens)
    counts["sentences"] += len(sentences)
    counts["relations"] += before["custom.Relation"] + before["custom.Frame"]
    for one in cas.select("custom.Relation"):
        if not one.Governor or not one.Dependent or (one.begin, one.end) != (one.Dependent.begin, one.Dependent.end):
            problems.append(f"{path}: a relation that does not stand at its end")
    for one in cas.select("custom.Frame"):
        if not all(link.role is not None and link.target for link in one.arguments.elements):
            problems.append(f"{path}: a slot without its target")
report("cassis", counts, problems)
