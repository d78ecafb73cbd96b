"""A project as a zip: each text lies beside it by its hash; put together it is valid as the project's own file is."""
import hashlib
import json
import os
import subprocess
import sys
import tempfile

from common import named, read, report

(path,) = named("project.json")
texts = {hashlib.sha256(open(text, "rb").read()).hexdigest(): text for text in named(".txt")}
project = json.loads(read(path))
problems = [f"{own['id']} has its text in the file" for own in project["documents"] if "text" in own]
for document in project["documents"]:
    there = texts.get(document["sha256"])
    if there is None:
        problems.append(f"{document['id']}: its text is not there")
    else:
        document["text"] = read(there)
if problems:
    report("jsonschema", {}, problems)
with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as whole:
    json.dump(project, whole, ensure_ascii=False)
    whole.flush()
    judge = os.path.join(os.path.dirname(os.path.abspath(__file__)), "project.py")
    sys.exit(subprocess.run([sys.executable, judge, whole.name]).returncode)
