"""doccano JSONL by the rules of doccano's importer (backend/data_import/pipeline, version 1.8.4), without its packages.

What the importer refuses, or skips without a word, is a problem: an empty text, an offset outside of it or inside a
character, an empty label, a relation without its spans, rows whose keys differ, null.
"""
import collections
import json

from common import FILES, report

OWN = {"data", "Comments", "id", "upload_name", "filename", "example_uuid", "#line_number", "cls"}


def points(text, offset, unit):
    """How many code points stand before an offset; None inside a character and outside of the text."""
    if unit == "codepoint":
        return offset if 0 <= offset <= len(text) else None
    seen = 0
    for at, char in enumerate(text):
        if seen >= offset:
            return at if seen == offset else None
        seen += 2 if ord(char) > 0xFFFF else 1
    return len(text) if seen == offset else None


def check(path, counts, problems):
    keys = None
    for number, line in enumerate(open(path, encoding="utf-8", newline="\n"), 1):
        say = lambda what: problems.append(f"{path}:{number}: {what}")
        row = json.loads(line)
        if keys is not None and set(row) != keys:
            say(f"other keys than the first row: {sorted(set(row) ^ keys)}")
        keys = keys or set(row)
        if any(value is None for value in row.values()):
            say("null")
        if OWN & set(row):
            say(f"keys of doccano's own: {sorted(OWN & set(row))}")
        text, unit = row.get("text"), row.get("offset_unit", "utf16")
        if not text:
            say("no text")
            continue
        counts["documents"] += 1
        entities = row.get("entities", [])
        spans = [(e["start_offset"], e["end_offset"], e["label"]) for e in entities] or row.get("label", [])
        for start, end, label in spans:
            counts["spans"] += 1
            if not (isinstance(label, str) and 0 < len(label) <= 100):
                say(f"label {label!r}")
            if not 0 <= start < end:
                say(f"offsets {start} to {end}")
            if unit != "grapheme" and None in (points(text, start, unit), points(text, end, unit)):
                say(f"offsets {start} to {end} are no places in the text")
        ids = [entity["id"] for entity in entities]
        if len(set(ids)) != len(ids):
            say("an id twice")
        for relation in row.get("relations", []):
            # Fragments of one annotation are tied together, which is no relation of the project.
            counts["ties" if relation["type"] == "same-span" else "relations"] += 1
            if not {relation["from_id"], relation["to_id"]} <= set(ids) or not relation["type"]:
                say(f"relation {relation}")


counts, problems = collections.Counter(documents=0, spans=0, relations=0), []
for path in FILES:
    try:
        check(path, counts, problems)
    except (ValueError, KeyError, TypeError, OSError) as error:
        problems.append(f"{path}: {type(error).__name__}: {error}")
report("doccano 1.8.4 (rules of its importer)", counts, problems)
