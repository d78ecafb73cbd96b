"""spaCy documents as JSON: Doc.from_json takes each, validated, and gives back text, spans and entities as they stand there."""
import json
import warnings

import spacy
from spacy.tokens import Doc

from common import FILES, read, report

vocab = spacy.blank("xx").vocab
problems, documents, annotations, ents = [], 0, 0, 0
for path in FILES:
    for line in read(path).split("\n"):
        if not line:
            continue
        own = json.loads(line)
        with warnings.catch_warnings(record=True) as said:
            warnings.simplefilter("always")
            doc = Doc(vocab).from_json(own, validate=True)
        problems += [str(one.message) for one in said]
        spans = [
            {"start": span.start_char, "end": span.end_char, "label": span.label_, "kb_id": span.kb_id_}
            for span in doc.spans["sc"]
        ]
        found = [{"start": ent.start_char, "end": ent.end_char, "label": ent.label_} for ent in doc.ents]
        sents = [{"start": sent.start_char, "end": sent.end_char} for sent in doc.sents] if len(doc) else []
        for key, mine, others in [
            ("text", own["text"], doc.text),
            ("spans", own["spans"]["sc"], spans),
            ("ents", own["ents"], found),
            ("sents", own["sents"], sents),
            ("cats", own["cats"], doc.cats),
        ]:
            if mine != others:
                problems.append(f"{own['meta']['id']}: {key} are others")
        for name, values in own.get("span_attributes", {}).items():
            if any(doc.char_span(value["start"], value["end"]) is None for value in values):
                problems.append(f"{own['meta']['id']}: {name} is of no span")
        documents, annotations, ents = documents + 1, annotations + len(spans), ents + len(found)
report("spacy", {"documents": documents, "annotations": annotations, "entities": ents}, problems)
