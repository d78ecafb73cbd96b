"""W3C Web Annotation JSON-LD: expanded and read as RDF by PyLD, and held against the texts beside it.

The context is the published one where it lies in ../shared/consumers/w3c or W3C_CONTEXT says where it is; else the terms
below, which are defined as there.
"""
import collections
import json
import os
import re
import urllib.parse

from common import named, report

from pyld import jsonld

HERE = os.path.dirname(os.path.abspath(__file__))
NAME = "http://www.w3.org/ns/anno.jsonld"
CONTEXT = os.environ.get("W3C_CONTEXT", os.path.join(HERE, "../../../shared/consumers/w3c/anno.jsonld"))
WORDS = "classifying describing identifying commenting assessing linking".split()
CLASSES = "Annotation TextualBody SpecificResource TimeState TextPositionSelector TextQuoteSelector".split()
TIMES = {"created": "dcterms:created", "modified": "dcterms:modified", "sourceDate": "oa:sourceDate"}
TEXTS = {"name": "foaf:name", "label": "rdfs:label", "value": "rdf:value", "format": "dc:format", "language": "dc:language"}
TEXTS |= {word: f"oa:{word}" for word in ("exact", "prefix", "suffix")}
TERMS = {
    "oa": "http://www.w3.org/ns/oa#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "dctypes": "http://purl.org/dc/dcmitype/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "as": "http://www.w3.org/ns/activitystreams#",
    "schema": "http://schema.org/",
    "id": {"@type": "@id", "@id": "@id"},
    "type": {"@type": "@id", "@id": "@type"},
    "Person": "foaf:Person",
    "Software": "as:Application",
    "Text": "dctypes:Text",
    "creator": {"@type": "@id", "@id": "dcterms:creator"},
    "cached": {"@type": "@id", "@id": "oa:cachedSource"},
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
    "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
    **{word: f"oa:{word}" for word in WORDS + CLASSES},
    **{word: {"@type": "@id", "@id": f"oa:has{word.title()}"} for word in "body target source selector state".split()},
    **{word: {"@type": "xsd:nonNegativeInteger", "@id": f"oa:{word}"} for word in ("start", "end")},
    **{word: {"@type": "xsd:dateTime", "@id": name} for word, name in TIMES.items()},
    **TEXTS,
}
document = json.load(open(CONTEXT, encoding="utf-8")) if os.path.exists(CONTEXT) else {"@context": TERMS}
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
        kind = {"describing": "documents", "linking": "relations"}.get(item["motivation"], "annotations")
        counts["document labels" if ":document-label:" in item["id"] else kind] += 1
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


counts, problems = collections.Counter(documents=0, annotations=0, relations=0), []
for path in named(".jsonld"):
    try:
        check(path, counts, problems)
    except Exception as error:
        problems.append(f"{path}: {type(error).__name__}: {error}"[:300])
report("PyLD", counts, problems)
