"""Замечание строкой таблицы (rows): the columns of one finding, as Parquet and record batches have them.

>>> from law189.audit.finding import Finding
>>> from law189.facts import Frozen
>>> from law189.law import Text
>>> from law189.verdict import Outcome
>>> from datetime import date
>>> one = Finding("1", "order", 3, "approved", date(2024, 1, 9), "identifiers.named", Outcome.VOID,
...     Text("–", "–"), Frozen(), ())
>>> row_of(one)["cure_en"] == one.as_json()["cure"]["en"], "cure_en" in row_of(one._replace(cause=2))
(True, False)
"""

import json
from typing import Any

from law189.audit.finding import Finding

__all__ = ["CURE", "row_of"]

CURE = ("cure_ru", "cure_en")
"""The columns of what can be done about a finding."""


def row_of(finding: Finding) -> dict[str, Any]:
    """The columns of the finding: its keys, and the words of each language; no cure where nothing is said."""
    told = finding.as_json()
    text, cure = told.pop("text"), told.pop("cure", {})
    compact = {name: json.dumps(told[name], ensure_ascii=False) for name in ("facts", "cites")}
    cured = {f"cure_{lang}": words for lang, words in cure.items()}
    return {**told, **compact, **cured, "text_ru": text["ru"], "text_en": text["en"], "on": finding.on}
