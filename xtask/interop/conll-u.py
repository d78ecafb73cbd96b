"""CoNLL-U with entities: conllu writes the same bytes again, and reads the text; udapi has every mention, and no complaint."""
import contextlib
import io
import logging
import re

import conllu
import udapi

from common import FILES, read, report

ESCAPES = {"s": " ", "t": "\t", "n": "\n", "r": "\r", "p": "|", "\\": "\\"}


def spaces(value):
    return re.sub(r"\\(u....|.)", lambda m: chr(int(m[1][1:], 16)) if len(m[1]) > 1 else ESCAPES[m[1]], value)


def seen(text):
    return [char for char in text if not char.isspace() and ord(char) >= 32]


problems, documents, opened, entities = [], 0, 0, []
for path in FILES:
    text = read(path)
    sentences = conllu.parse(text)
    if "".join(sentence.serialize() for sentence in sentences) != text:
        problems.append("conllu writes other bytes")
    for sentence in sentences:
        documents += "newdoc id" in sentence.metadata
        rebuilt = ""
        for token in sentence:
            misc = token["misc"] or {}
            rebuilt += token["form"]
            if misc.get("SpaceAfter") != "No":
                rebuilt += spaces(misc.get("SpacesAfter", "\\s"))
        # White space and control characters stand in that comment as a line can show them.
        if seen(rebuilt) != seen(sentence.metadata.get("text", "")):
            problems.append(f"{sentence.metadata.get('sent_id')}: the rows say {rebuilt!r}")
    opened += len(re.findall(r"\(e\d+(?:\[1/\d+\])?-", text))
    said = io.StringIO()
    logging.getLogger().addHandler(logging.StreamHandler(said))
    with contextlib.redirect_stderr(said):
        entities += udapi.Document(path).coref_entities
    problems += [line for line in said.getvalue().splitlines() if line.strip()]
mentions = [mention for entity in entities for mention in entity.mentions]
if len(mentions) != opened:
    problems.append(f"{opened} mentions are opened, udapi has {len(mentions)}")
counts = {
    "documents": documents,
    "annotations": len(mentions),
    "entities": len(entities),
    "discontinuous": sum("," in mention.span for mention in mentions),
}
report("conllu, udapi", counts, problems)
