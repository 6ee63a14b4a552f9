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

__all__ = ["CURE", "GROUND", "row_of"]

CURE = ("cure_ru", "cure_en")
"""The columns of what can be done about a finding."""
GROUND = ("assumed_ru", "assumed_en", "decided_by")
"""The columns of why it is assumed, where no provision is named, and of who decided what was unknown."""


def row_of(finding: Finding) -> dict[str, Any]:
    """The columns of the finding: its keys, and the words of each language; what is not said has no column."""
    told = finding.as_json()
    text, cure, assumed = told.pop("text"), told.pop("cure", {}), told.pop("assumed", {})
    compact = {name: json.dumps(told[name], ensure_ascii=False) for name in ("facts", "cites")}
    cured = {f"cure_{lang}": words for lang, words in cure.items()}
    cured |= {f"assumed_{lang}": words for lang, words in assumed.items()}
    decided = {} if finding.decided_by is None else {"decided_by": finding.decided_by}
    told |= {**compact, **cured, **decided, "text_ru": text["ru"], "text_en": text["en"], "on": finding.on}
    return told
