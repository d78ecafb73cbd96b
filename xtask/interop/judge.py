"""What every judge does: checks each file, prints one line of JSON, and fails where something is wrong."""

import json, sys


def judge(consumer, check, paths):
    """`check` takes a path and a list for problems, and gives counts, which are added up."""
    counts, problems = {}, []
    for path in paths:
        own = []
        try:
            for key, count in check(path, own).items():
                counts[key] = counts.get(key, 0) + count
        except Exception as error:
            own.append(f"{type(error).__name__}: {error}")
        problems += [f"{path}: {problem}" for problem in own]
    ok = bool(paths) and not problems
    print(json.dumps({"consumer": consumer, "ok": ok, "counts": counts, "problems": problems[:20]}, ensure_ascii=False))
    sys.exit(0 if ok else 1)
