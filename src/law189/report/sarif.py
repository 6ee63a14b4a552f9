"""SARIF 2.1.0: what a check found, as programs that show findings beside the lines of a file read it.

>>> from law189.report.checked import checked
>>> log = as_sarif([checked("kemerovo", None, ())], "en", version="0.1.0")
>>> log["version"], log["runs"][0]["results"], log["runs"][0]["tool"]["driver"]["rules"][1]["id"]
('2.1.0', [], 'A1')
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from law189.kinds.asked import asked
from law189.law import Lang
from law189.report.checked import KINDS, Checked, Kind, Problem

__all__ = ["as_sarif"]

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_PLACES = {kind.code: place for place, kind in enumerate(KINDS)}


@asked
def as_sarif(found: Iterable[Checked], lang: Lang, *, version: str) -> dict[str, Any]:
    """The log of one run of this library of that version, as plain JSON values."""
    driver = {
        "name": "law189",
        "version": version,
        "language": lang,
        "rules": [_rule(k, lang) for k in KINDS],
    }
    results = [_result(problem, one, lang) for one in found for problem in one.problems]
    run = {
        "tool": {"driver": driver},
        "language": lang,
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(kind: Kind, lang: Lang) -> dict[str, Any]:
    return {
        "id": kind.code,
        "shortDescription": {"text": kind.title[lang]},
        "fullDescription": {"text": kind.why[lang]},
        "defaultConfiguration": {"level": kind.level.value},
    }


def _result(problem: Problem, one: Checked, lang: Lang) -> dict[str, Any]:
    location: dict[str, Any] = {}
    if one.file is not None:
        location["physicalLocation"] = _physical(problem)
    named = f"{one.name}:{problem.key}" if problem.key else one.name
    location["logicalLocations"] = [{"fullyQualifiedName": named, "kind": "member"}]
    return {
        "ruleId": problem.code,
        "ruleIndex": _PLACES[problem.code],
        "level": problem.level.value,
        "message": {"text": problem.words(lang)},
        "locations": [location],
    }


def _physical(problem: Problem) -> dict[str, Any]:
    path = Path(problem.file)
    uri = path.as_uri() if path.is_absolute() else quote(path.as_posix())
    found: dict[str, Any] = {"artifactLocation": {"uri": uri}}
    if problem.line is not None:
        found["region"] = {"startLine": problem.line, "startColumn": problem.column or 1}
    return found
