"""What the judges share: each is called with files, prints one line of JSON and exits with 0 (ok) or 1."""
import json
import os
import sys

FILES = sys.argv[1:]
# What was chosen when the files were written.
OPTIONS = json.loads(os.environ.get("INTEROP_OPTIONS", "{}"))


def read(path):
    """The text of a file as it is: no line end is folded."""
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def named(ending):
    """The files whose names end so."""
    return [path for path in FILES if path.endswith(ending)]


def report(consumer, counts, problems):
    line = {"consumer": consumer, "ok": not problems, "counts": counts, "problems": problems[:20]}
    print(json.dumps(line, ensure_ascii=False, default=str))
    sys.exit(1 if problems else 0)
