#!/usr/bin/env python3
"""W3C Web Annotation JSON-LD: expanded and read as RDF by PyLD, and held against the texts beside it.

usage: web_annotation.py COLLECTION.jsonld|PAGE.jsonld|FOLDER …
The context is the published one where `anno.jsonld` lies beside this script or in W3C_CONTEXT; else it is fetched.
"""
import collections
import glob
import json
import os
import re
import sys
import urllib.parse

from pyld import jsonld

HERE = os.path.dirname(os.path.abspath(__file__))
NAME = "http://www.w3.org/ns/anno.jsonld"
CONTEXT = os.environ.get("W3C_CONTEXT", os.path.join(HERE, "anno.jsonld"))
if os.path.exists(CONTEXT):
    document = json.load(open(CONTEXT, encoding="utf-8"))
    jsonld.set_document_loader(lambda url, options=None: {"contextUrl": None, "documentUrl": url, "document": document})
OA = "http://www.w3.org/ns/oa#"
TIME = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$")


def as_list(value):
    return value if isinstance(value, list) else [] if value is None else [value]


def target(one, folder, counts, say):
    if isinstance(one, str) or "selector" not in one:
        return
    cached = one["state"]["cached"]
    text = open(os.path.join(folder, urllib.parse.unquote(cached)), encoding="utf-8", newline="").read()
    selectors = {selector["type"]: selector for selector in one["selector"]}
    position, quote = selectors["TextPositionSelector"], selectors["TextQuoteSelector"]
    start, end = position["start"], position["end"]
    counts["selectors"] += 1
    if not 0 <= start < end or text[start:end] != quote["exact"]:
        say(f"{start} to {end} is not {quote['exact']!r}")
    if not text[:start].endswith(quote.get("prefix", "")) or not text[end:].startswith(quote.get("suffix", "")):
        say("other words around the quote")


def check(path, counts, problems):
    page = json.load(open(path, encoding="utf-8"))
    items = page.get("items") or (page["first"]["items"] if isinstance(page.get("first"), dict) else [])
    for item in items:
        say = lambda what: problems.append(f"{path}: {item.get('id')}: {what}"[:300])
        counts["annotations"] += 1
        whole = {"@context": NAME, **item}
        expanded = jsonld.expand(whole)
        if not expanded or OA + "hasTarget" not in expanded[0]:
            say("no target once it is expanded")
        counts["quads"] += len(jsonld.to_rdf(whole).get("@default", []))
        if item.get("type") != "Annotation" or not re.match(r"^[a-z][a-z0-9+.-]*:", item.get("id", "")):
            say("no annotation with a name")
        for key in ("created", "modified"):
            if key in item and not TIME.match(item[key]):
                say(f"{key} is {item[key]!r}")
        for one in as_list(item["target"]):
            target(one, os.path.dirname(path), counts, say)


counts, problems = collections.Counter(), []
for path in sys.argv[1:]:
    for file in sorted(glob.glob(os.path.join(glob.escape(path), "*.jsonld"))) if os.path.isdir(path) else [path]:
        try:
            check(file, counts, problems)
        except Exception as error:
            problems.append(f"{file}: {type(error).__name__}: {error}"[:300])
print(json.dumps({"consumer": "PyLD", "ok": not problems, "counts": counts, "problems": problems[:20]}))
sys.exit(1 if problems else 0)
