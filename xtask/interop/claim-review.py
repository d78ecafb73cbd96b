"""ClaimReview as extruct finds it in a page and rdflib reads it, by the rules of search engines.

What they require is a problem where it is missing; what they recommend is counted.
"""
import collections
import datetime
import json

from common import FILES, report

import extruct
from rdflib import Graph


def check(path, counts, problems):
    raw = open(path, encoding="utf-8").read()
    page = f'<html><head><script type="application/ld+json">{raw.replace("</", "<" + chr(92) + "/")}</script></head></html>'
    found = extruct.extract(page, syntaxes=["json-ld"])["json-ld"]
    if len(found) != len(json.loads(raw)):
        problems.append(f"{path}: extruct finds {len(found)} objects")
    for number, review in enumerate(found):
        say = lambda what: problems.append(f"{path}: {number}: {what}")
        counts["reviews"] += 1
        graph = Graph()
        graph.parse(data=json.dumps({**review, "@context": {"@vocab": "https://schema.org/"}}), format="json-ld")
        counts["triples"] += len(graph)
        if review.get("@context") != "https://schema.org" or review.get("@type") != "ClaimReview":
            say("no ClaimReview of schema.org")
        for key in ("claimReviewed", "reviewRating", "url"):
            if not review.get(key):
                say(f"no {key}")
        for key in ("author", "datePublished"):
            counts[f"without {key}"] += not review.get(key)
        rating, claim = review.get("reviewRating", {}), review.get("itemReviewed", {})
        if not rating.get("alternateName") and "ratingValue" not in rating:
            say("a rating that says nothing")
        if "ratingValue" in rating:
            worst, best = rating.get("worstRating", 1), rating.get("bestRating", 5)
            if not worst <= rating["ratingValue"] <= best:
                say(f"{rating['ratingValue']} is not between {worst} and {best}")
        if claim.get("@type") != "Claim":
            say("no claim is reviewed")
        for date in (review.get("datePublished"), claim.get("datePublished")):
            if date:
                datetime.datetime.fromisoformat(date)
        counts["appearances"] += len(claim.get("appearance", []))


counts, problems = collections.Counter(), []
for path in FILES:
    try:
        check(path, counts, problems)
    except Exception as error:
        problems.append(f"{path}: {type(error).__name__}: {error}"[:300])
report("extruct + rdflib", counts, problems)
