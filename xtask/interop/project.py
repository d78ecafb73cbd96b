"""The project's own file: valid by its published JSON Schema (jsonschema), texts by their hashes, quotes = slices."""
import hashlib
import json
import os

from jsonschema import Draft202012Validator

from common import FILES, read, report

here = os.path.dirname(os.path.abspath(__file__))
schema = json.loads(read(os.path.join(here, "../../schema/postil-project-1.schema.json")))
problems, quotes = [], 0
counts = {"documents": 0, "annotations": 0, "relations": 0, "entities": 0, "claims": 0}
for path in FILES:
    project = json.loads(read(path))
    faults = Draft202012Validator(schema).iter_errors(project)
    problems += [f"{fault.json_path}: {fault.message[:200]}" for fault in faults]
    for key in counts:
        counts[key] += len(project.get(key, []))
    texts = {document["id"]: document["text"] for document in project["documents"]}
    for document in project["documents"]:
        if hashlib.sha256(document["text"].encode()).hexdigest() != document["sha256"]:
            problems.append(f"{document['id']}: another text than its sha256 says")
    for annotation in project["annotations"]:
        text = texts[annotation["document"]]
        for fragment in annotation["fragments"]:
            quotes += 1
            if text[fragment["start"] : fragment["end"]] != fragment["quote"]:
                problems.append(f"{annotation['id']}: the slice is not the quote {fragment['quote']!r}")
report("jsonschema", counts | {"quotes": quotes}, problems)
