"""JSON Lines: json, pandas, polars and duckdb read the same articles; quotes = slices."""
import json

import duckdb
import pandas
import polars

from common import FILES, read, report

problems, rows, quotes = [], [], 0
for path in FILES:
    own = [json.loads(line) for line in read(path).split("\n") if line]
    texts = [row["text"] for row in own]
    view = duckdb.sql(f"select text from read_json('{path}', format='newline_delimited', maximum_object_size=100000000)")
    others = {
        "pandas": pandas.read_json(path, lines=True, dtype=False)["text"].tolist(),
        "polars": polars.read_ndjson(path, infer_schema_length=None)["text"].to_list(),
        "duckdb": [text for (text,) in view.fetchall()],
    }
    problems += [f"{name} reads other texts than json" for name, other in others.items() if other != texts]
    rows += own
annotations = [(row["text"], annotation) for row in rows for annotation in row["annotations"]]
for text, annotation in annotations:
    parts = annotation["fragments"]
    for part in parts:
        quotes += 1
        if text[part["start"] : part["end"]] != part["quote"]:
            problems.append(f"{annotation['id']}: the slice is not the quote {part['quote']!r}")
    if annotation["text"] != " ".join(part["quote"] for part in parts):
        problems.append(f"{annotation['id']}: its text is not its quotes")
counts = {
    "documents": len(rows),
    "annotations": len(annotations),
    "relations": sum(len(row.get("relations", [])) for row in rows),
    "quotes": quotes,
}
report("json, pandas, polars, duckdb", counts, problems)
