"""Label Studio JSON with its labelling configuration, by label-studio-sdk: validation, and its converters.

Beside what the kit checks, every region says the text that it marks, and every relation ends at regions.
"""
import collections
import json
import logging
import os
import tempfile

from common import named, report

logging.disable(logging.CRITICAL)
from label_studio_sdk.converter import Converter
from label_studio_sdk.label_interface import LabelInterface


def check(tasks_path, config_path, counts, problems):
    config = open(config_path, encoding="utf-8").read()
    tasks = json.load(open(tasks_path, encoding="utf-8"))
    interface = LabelInterface(config)
    interface.validate()
    for task in tasks:
        say = lambda what: problems.append(f"{tasks_path}: task {task['id']}: {what}"[:300])
        counts["documents"] += 1
        if not interface.validate_task({"data": task["data"]}):
            say("the data lacks what the interface shows")
        text = task["data"]["text"]
        for kind in ("annotations", "predictions"):
            for annotation in task[kind]:
                counts["results"] += 1
                for error in interface.validate_prediction(annotation, return_errors=True):
                    say(error)
                ids = {result.get("id") for result in annotation["result"]}
                for result in annotation["result"]:
                    same = result.get("labels") == ["same-span"]
                    if result["type"] == "relation":
                        counts["relations"] += not same
                        counts["annotations"] -= same
                        if not {result["from_id"], result["to_id"]} <= ids:
                            say(f"a relation without its regions: {result}")
                        continue
                    counts["annotations"] += result["type"] == "labels"
                    value = result["value"]
                    if result["type"] == "labels" and text[value["start"] : value["end"]] != value["text"]:
                        say(f"{value['text']!r} is not what is marked")
    with tempfile.TemporaryDirectory() as folder:
        converter = Converter(config, folder, download_resources=False)
        for name in ("JSON_MIN", "CSV", "CONLL2003"):
            if name in converter.supported_formats:
                converter.convert(tasks_path, os.path.join(folder, name), name, is_dir=False)
                counts[f"converted to {name}"] += 1


counts, problems = collections.Counter(documents=0, annotations=0, relations=0), []
for tasks, config in zip(named("tasks.json"), named("config.xml")):
    try:
        check(tasks, config, counts, problems)
    except Exception as error:
        problems.append(f"{tasks}: {type(error).__name__}: {error}"[:300])
report("label-studio-sdk", counts, problems)
