"""spaCy DocBin: DocBin.get_docs gives every document in an empty vocabulary, and writes it again as it was."""
import warnings
from collections import Counter

import spacy
from spacy.tokens import DocBin
from spacy.training import Example

from common import FILES, report

problems, counts = [], Counter()
warnings.simplefilter("error")
for path in FILES:
    nlp = spacy.blank("xx")
    bin = DocBin(store_user_data=True).from_disk(path)
    for doc in bin.get_docs(nlp.vocab):
        counts["documents"] += 1
        counts["annotations"] += len(doc.spans["sc"])
        counts["entities"] += len(doc.ents)
        for span in [*doc.spans["sc"], *doc.ents]:
            slice = doc.text[span.start_char : span.end_char]
            # Numbers without their strings raise here.
            if slice != span.text or not span.label_ or span.text != span.text.strip():
                problems.append(f"{doc.user_data['id']}: {span.label_} is {span.text!r}, the slice {slice!r}")
            counts["linked"] += bool(span.kb_id_)
        in_group = {(span.start, span.end, span.label_, span.kb_id_) for span in doc.spans["sc"]}
        if not {(ent.start, ent.end, ent.label_, ent.kb_id_) for ent in doc.ents} <= in_group:
            problems.append(f"{doc.user_data['id']}: an entity is not in the span group")
        # What training makes of it.
        Example(nlp.make_doc(doc.text), doc).get_aligned_ner()
        again = DocBin(attrs=["ENT_IOB", "ENT_TYPE", "ENT_KB_ID", "SENT_START"], store_user_data=True, docs=[doc])
        copy = next(DocBin().from_bytes(again.to_bytes()).get_docs(spacy.blank("xx").vocab))
        if copy.to_json() != doc.to_json() or copy.user_data != doc.user_data:
            problems.append(f"{doc.user_data['id']}: spaCy writes another document")
report("spacy", dict(counts), problems)
