"""Hugging Face dataset: load_dataset takes every table with the columns of the card, duckdb counts the same rows, quotes are slices."""
import json
import os
import re
import tempfile

os.environ.update(HF_HUB_OFFLINE="1", HF_DATASETS_OFFLINE="1", HF_HOME=tempfile.mkdtemp())
import datasets
import duckdb
from huggingface_hub import DatasetCard

from common import FILES, read, report

datasets.disable_progress_bars()
datasets.logging.set_verbosity_error()
DATE = re.compile(r"\d{4}-\d\d-\d\d")


def dated(value):
    """As the library reads a column in which every value is a date: it adds a time, whatever the card says."""
    if isinstance(value, dict):
        return {key: dated(own) for key, own in value.items()}
    if isinstance(value, list):
        return [dated(own) for own in value]
    return f"{value} 00:00:00" if isinstance(value, str) and DATE.fullmatch(value) else value


problems, counts = [], {"documents": 0, "annotations": 0, "relations": 0}
for card in [path for path in FILES if os.path.basename(path) == "README.md"]:
    folder = os.path.dirname(card)
    said = DatasetCard.load(card, ignore_metadata_errors=False).data.to_dict()
    for key in ["license", "language", "task_categories", "annotations_creators", "pretty_name"]:
        if not said.get(key):
            problems.append(f"the card lacks {key}")
    texts, marked = {}, []
    for config in said["configs"]:
        name = config["config_name"]
        loaded = datasets.load_dataset(folder, name, cache_dir=tempfile.mkdtemp())
        for data in config["data_files"]:
            path = os.path.join(folder, data["path"])
            rows = [json.loads(line) for line in read(path).split("\n") if line]
            if dated(rows) != dated(loaded[data["split"]].to_list()):
                problems.append(f"{data['path']}: the library reads other rows")
            found = duckdb.sql(f"select count(*) from read_json_auto('{path}', maximum_object_size=100000000)")
            if found.fetchall()[0][0] != len(rows):
                problems.append(f"{data['path']}: duckdb counts other rows")
            if name == "documents":
                texts |= {row["id"]: row["text"] for row in rows}
                marked += [(row["id"], span) for row in rows for span in row["spans"]]
            if name == "mentions":
                counts["annotations"] += len(rows)
                marked += [(row["document"], part) for row in rows for part in row["fragments"]]
            elif name in counts:
                counts[name] += len(rows)
            else:
                counts[name] = len(rows)
    for document, span in marked:
        if texts[document][span["start"] : span["end"]] != span["text"]:
            problems.append(f"{document}: {span} is no slice")
report("datasets, duckdb", counts, problems)
