"""CoNLL-U and CorefUD, read with conllu and udapi: python conllu.py FILE…

conllu: every sentence is written again byte for byte, and FORM with SpaceAfter, SpacesAfter and SpacesBefore gives back
what `# text` says, white space aside. udapi: every bracket becomes a mention, and none is complained of."""

import contextlib, io, logging, re, sys

import conllu
import udapi

from judge import judge

ESCAPES = {"s": " ", "t": "\t", "n": "\n", "r": "\r", "p": "|", "\\": "\\"}


def spaces(value):
    return re.sub(r"\\(u....|.)", lambda m: chr(int(m[1][1:], 16)) if len(m[1]) > 1 else ESCAPES[m[1]], value)


def tokens(path, problems):
    data = open(path, encoding="utf-8", newline="").read()
    sentences = conllu.parse(data)
    for sentence in sentences:
        text = ""
        for token in sentence:
            misc = token["misc"] or {}
            text += token["form"]
            if misc.get("SpaceAfter") != "No":
                text += spaces(misc["SpacesAfter"]) if "SpacesAfter" in misc else " "
        said = sentence.metadata.get("text", "")
        if "".join(text.split()) != "".join(said.split()):
            problems.append(f"{sentence.metadata.get('sent_id')}: the text is {text!r}")
    if "".join(sentence.serialize() for sentence in sentences) != data:
        problems.append("conllu writes other bytes")
    opened = len(re.findall(r"\(e\d+(?:\[1/\d+\])?-", data))
    articles = sum("newdoc id" in sentence.metadata for sentence in sentences)
    return articles, sentences, opened


def mentions(path, opened, problems):
    said = io.StringIO()
    handler = logging.StreamHandler(said)
    logging.getLogger().addHandler(handler)
    with contextlib.redirect_stderr(said):
        entities = udapi.Document(path).coref_entities
    logging.getLogger().removeHandler(handler)
    # A tree is not claimed: each token without a head is told.
    complaints = [line for line in said.getvalue().splitlines() if line.strip() and "HEAD" not in line]
    problems += complaints
    all = [mention for entity in entities for mention in entity.mentions]
    if len(all) != opened:
        problems.append(f"{opened} mentions are opened, udapi has {len(all)}")
    return entities, all


def check(path, problems):
    articles, sentences, opened = tokens(path, problems)
    entities, all = mentions(path, opened, problems)
    return {
        "articles": articles,
        "sentences": len(sentences),
        "tokens": sum(map(len, sentences)),
        "mentions": len(all),
        "entities": len(entities),
        "discontinuous": sum("," in mention.span for mention in all),
    }


judge("conllu, udapi", check, sys.argv[1:])
