"""Как записать (shapes): how keys with values are written in place of one text.

>>> shape("model_type", "Notice", "5 дней").ru, shape("model_type", "Text", "кворум: половина").ru
('пишите {days: 5, unit: working_days}', 'пишите {ru: "кворум: половина"}')
>>> shape("model_type", "Nothing", "5") is None
True
"""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from law189.files.hint import Hint, write
from law189.files.wording import word
from law189.law import Text

__all__ = ["EXAMPLES", "shape"]

EXAMPLES: Mapping[str, Mapping[str, Any]] = {
    "Threshold": {"at_least": "1/2", "of": "members"},
    "Notice": {"days": 5, "unit": "working_days"},
    "TermInDays": {"days": 5, "unit": "working_days"},
    "Decisions": {"force": "advisory"},
    "Minutes": {"signed_by": ["presiding"], "copies_to": "members"},
    "Occasion": {"kind": "step", "at": "order.approved"},
    "Handed": {"form": "electronic"},
    "Recipient": {"file": "17", "born": "2014-05-01"},
    "Volume": {"amount": 72, "unit": "person-hours"},
    "Suspension": {"since": "2025-02-01", "until": "2025-06-30"},
    "Absentee": {"allowed": True},
    "Consumers": {"age_from": 5, "age_to": 17},
}
"""An entry of each kind that people write as one text."""


def shape(kind: str, name: object, value: object) -> Text | None:
    """How the entry of the class `name` is written, refused for the reason `kind`; None where nobody can tell."""
    if isinstance(name, str) and not isinstance(value, dict | list) and name in EXAMPLES and kind in _OF_KEYS:
        return _only_the_form(EXAMPLES[name])
    if kind == "term_form":
        return _only_the_form({"kind": "after", "days": 5, "unit": "working_days"})
    if name == "Occasion" and isinstance(value, str) and kind in _OF_KEYS:
        said = word(value)
        return write(
            f"{{kind: other, what: {{ru: {_in_braces(said)}}}}}", {"kind": "other", "what": {"ru": said}}
        )
    if kind == "model_attributes_type" and not isinstance(value, dict | list):
        return _only_the_form({"kind": "…"})
    if not isinstance(value, str) or not isinstance(name, str):
        return None
    if name.startswith("Act"):
        return Text(
            "каждый ключ на своей строке: number, date, title", "each key on a line: number, date, title"
        )
    if name.startswith("Text"):
        return write(f"{{ru: {_in_braces(word(value))}}}", {"ru": word(value)})
    return _only_the_form({"value": "…", "cite": "p1"}) if name.startswith("Norm") else None


_OF_KEYS = ("model_type", "dataclass_type", "dict_type")


def _only_the_form(entry: Mapping[str, Any]) -> Hint:
    """That it is written so; what stands in it is an example, and none of its values is meant."""
    said = ", ".join(f"{key}: {_in_yaml(value)}" for key, value in entry.items())
    return replace(write(f"{{{said}}}", dict(entry)), whole=False)


def _in_yaml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return f"[{', '.join(map(_in_yaml, value))}]"
    return json.dumps(value) if isinstance(value, str) and value.isdigit() else str(value)


def _in_braces(said: str) -> str:
    """The text as it stands within braces: in quotes where a sign in it would part it."""
    return (
        json.dumps(said, ensure_ascii=False) if re.search(r"""[][{},:#'"&*!|>%@`]|^[-? ]""", said) else said
    )
