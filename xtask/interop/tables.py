"""CSV and TSV: csv, pandas, polars and duckdb read the same cells; slices = quotes; no formula for a spreadsheet."""
import csv
import io
import os
import re

import duckdb
import pandas
import polars

from common import FILES, OPTIONS, read, report

FORMULA = tuple("=+-@＝＋－＠\t\r\n")
NUMBER = re.compile(r"-?[0-9.]+")
spreadsheet = OPTIONS.get("for") == "spreadsheets"
problems, tables = [], {}
for path in FILES:
    name, ending = os.path.splitext(os.path.basename(path))
    between = "\t" if ending == ".tsv" else ","
    text = read(path)
    if text.startswith("\ufeff") != spreadsheet:
        problems.append(f"{name}: a byte order mark stands where none should, or none where one should")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=between))
    header, body = rows[0], rows[1:]
    frame = pandas.read_csv(path, sep=between, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    scan = polars.read_csv(path, separator=between, infer_schema=False)
    how = f"delim='{between}', header=true, all_varchar=true, quote='\"', escape='\"'"
    table = duckdb.sql(f"select * from read_csv('{path}', {how})")
    others = {
        "pandas": [list(row) for row in frame.values],
        "polars": [[cell or "" for cell in row] for row in scan.rows()],
        "duckdb": [[cell or "" for cell in row] for row in table.fetchall()],
    }
    for other, cells in others.items():
        if cells != body:
            problems.append(f"{name}: {other} reads other cells than csv")
    # In a folder for each part there are tables of the same names.
    tables.setdefault(name, []).extend(dict(zip(header, row, strict=True)) for row in body)
    if spreadsheet:
        cells = [cell for row in body for cell in row if not NUMBER.fullmatch(cell)]
        problems += [f"{name}: {cell!r} is a formula" for cell in cells if cell.startswith(FORMULA)]

texts = {row["doc_id"]: row["text"] for row in tables["documents"]}
for row in tables["spans"]:
    if texts[row["doc_id"]][int(row["start"]) : int(row["end"])] != row["text"]:
        problems.append(f"{row['ann_id']}: the slice is not the quote {row['text']!r}")
counts = {
    "documents": len(texts),
    "annotations": len({row["ann_id"] for row in tables["spans"]}),
    "relations": len({row["rel_id"] for row in tables.get("relations", [])}),
    "spans": len(tables["spans"]),
}
report("csv, pandas, polars, duckdb", counts, problems)
