"""CoNLL and BIO columns: seqeval reads the same strictly and leniently, nervaluate finds each annotation again."""
import json
import warnings

from nervaluate import Evaluator
from seqeval.metrics.sequence_labeling import get_entities
from seqeval.scheme import BILOU, IOB1, IOB2, IOBES, Entities

from common import FILES, OPTIONS, read, report

warnings.filterwarnings("ignore")
SCHEMES = {"iob1": IOB1, "iob2": IOB2, "bioes": IOBES, "bilou": BILOU}
scheme = OPTIONS.get("scheme", "iob2")
between = "\t" if OPTIONS.get("separator") == "tab" else " "
before = 3 if OPTIONS.get("shape", "conll2003") == "conll2003" else 1
before += 2 if OPTIONS.get("offsets") == "columns" else 0
problems, levels, documents, tokens = [], [], 0, 0
for path in FILES:
    text = read(path)
    if "\r" in text or text.startswith("\ufeff"):
        problems.append("a byte order mark or a carriage return")
    article, sentence, points = None, [], 0
    for n, line in enumerate(text.split("\n"), 1):
        cells = line.split(between)
        if line.startswith("# document = {"):
            article = json.loads(line.removeprefix("# document = "))["text"]
            points = 0
        elif line.startswith("-DOCSTART-"):
            documents += 1
        elif not line:
            if sentence:
                levels += [list(column) for column in zip(*sentence, strict=True)]
            sentence = []
        elif len(cells) <= before or any(not cell for cell in cells):
            problems.append(f"line {n}: {len(cells)} cells")
        else:
            tokens += 1
            sentence.append(cells[before:])
            if article is not None:
                points = article.find(cells[0], points) + len(cells[0])
                if points < len(cells[0]):
                    problems.append(f"line {n}: {cells[0]!r} is not in the text")
    documents += len(FILES) > 1 and before == 1
strict = sorted(entity.to_tuple()[1:] for row in Entities(levels, SCHEMES[scheme]).entities for entity in row)
lenient = sorted((kind, start, end + 1) for row in levels for kind, start, end in get_entities(row))
if strict != lenient:
    problems.append(f"seqeval reads {len(strict)} strictly and {len(lenient)} leniently")
# nervaluate knows tags that begin with B, whatever follows.
if scheme == "iob2":
    kinds = sorted({kind for kind, _, _ in strict})
    found = Evaluator(levels, levels, tags=kinds, loader="list").evaluate()["overall"]["strict"]
    correct = found["correct"] if isinstance(found, dict) else found.correct
    if correct != len(strict):
        problems.append(f"nervaluate finds {correct} of {len(strict)}")
report("seqeval, nervaluate", {"documents": documents, "annotations": len(strict), "tokens": tokens}, problems)
