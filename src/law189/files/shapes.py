"""Как записать (shapes): how keys with values are written in place of one text.

>>> shape("model_type", "Notice", "5 дней").ru, shape("model_type", "Text", "кворум: половина").ru
('впишите то, что сказано в акте, в таком виде: {days: 5, unit: working_days}', 'пишите {ru: "кворум: половина"}')
>>> shape("model_type", "Nothing", "5") is None
True
"""

from collections.abc import Mapping
from typing import Any

from law189.files.hint import Choice, Form, Hint, entry
from law189.files.wording import word
from law189.law import Text

__all__ = ["EXAMPLES", "shape", "told_so"]

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
    """How the entry of the class `name` is written, refused for the reason `kind`; None where nobody can tell.

    Only what was said is told to be written; an example of an entry is told to be one.
    """
    if name == "Occasion" and isinstance(value, str) and kind in _OF_KEYS:
        return entry({"kind": "other", "what": {"ru": word(value)}})
    if isinstance(name, str) and not isinstance(value, dict | list) and name in EXAMPLES and kind in _OF_KEYS:
        return Form.among([EXAMPLES[name]])
    if kind == "model_attributes_type" and not isinstance(value, dict | list):
        return Form.among([{"kind": "…"}])
    if not isinstance(value, str) or not isinstance(name, str):
        return None
    if name.startswith("Act"):
        return Text(
            "каждый ключ на своей строке: number, date, title", "each key on a line: number, date, title"
        )
    if name.startswith("Text"):
        return entry({"ru": word(value)})
    return Form.among([{"value": "…", "cite": "p1"}]) if name.startswith("Norm") else None


_OF_KEYS = ("model_type", "dataclass_type", "dict_type")


def told_so(facts: Mapping[str, object]) -> Hint | Choice | None:
    """What the room that refuses the value says is meant (`meant`), or how such a value is written (`forms`)."""
    values, forms = facts.get("meant", ()), facts.get("forms", ())
    assert isinstance(values, tuple), "what is meant is given as several"
    assert isinstance(forms, tuple), "forms are given as several"
    if values:
        return entry(values[0]) if len(values) == 1 else Choice.among(values)
    return Form.among(forms) if forms else None
