"""Событие словами (event words): the event from which an act counts a term, as Russian words name it.

>>> found = re.fullmatch(EVENT, "официального опубликования постановления")
>>> event_of(found)
{'event': {'kind': 'publication'}}
>>> re.fullmatch(EVENT, "окончания года") is None  # the end of a span of time is no event
True
"""

import re
from typing import Any

__all__ = ["EVENT", "SINCE", "event_of"]

_THIS = r"(?:акта|(?:настоящего )?постановления)"
_EVENTS = {
    "события": None,
    rf"(?:официального )?опубликования(?: {_THIS})?": "publication",
    rf"вступления(?: {_THIS})? в силу(?: {_THIS})?": "in_force",
    "доведения лимитов бюджетных обязательств": "limits",
}
"""An event that a term may be counted from, in the genitive, and its kind; none of the step itself."""
_PLACED = (
    r"исполнения мероприятия «?(?P<item>[a-z0-9_.-]+)»?"
    r"|шага (?:«?[^»(:;]+»? \((?P<titled>[a-z0-9_.-]+)\)|«?(?P<step>[a-z0-9_.-]+)»?)"
)
_SPAN = "(?:года|полугодия|квартала|месяца|недели)"
_ENDS_OF = "начала|окончания|завершения|истечения|наступления|исполнения мероприятия|шага"
_ACTION = (
    r"(?:начала (?=отбора|[а-я]+(?:ния|ции)\b))?"
    r"(?:[а-я-]+(?:ния|тия|ции|чи|ки)|[а-я-]*(?:выхода|выпуска|запуска|перевода|ввода|отбора))"
)
_WORDED = (
    rf"(?P<worded>(?!(?:{_ENDS_OF}) [^;]*(?:{_SPAN}|«?[a-z0-9_.-]+»?$))"
    r"(?!.*(?:далее|ежегодно|ежекварт|ежемес|не позднее| до \d|; ))"
    rf"(?:[а-я]+(?:ого|его|ой|ей|ых|их) ){{0,2}}{_ACTION}(?: [^:;]{{1,200}})?)"
)
"""What an act names in its own words: what somebody does, not the end of a span of time."""
EVENT = rf"(?P<event>{'|'.join(_EVENTS)}|{_PLACED}|{_WORDED})"
SINCE = r"(?:со дня|с даты|с момента|с дня|после дня|после)"


def event_of(found: re.Match[str]) -> dict[str, Any]:
    """What the term is counted from; nothing where that is what the step itself follows."""
    said = found.groupdict()
    for group, kind in (("item", "item"), ("titled", "step"), ("step", "step")):
        if said.get(group):
            return {"event": {"kind": kind, "at": said[group].rstrip(".")}}
    if said.get("worded"):
        return {"event": {"kind": "other", "what": {"ru": said["worded"]}}}
    kinds = (one for form, one in _EVENTS.items() if re.fullmatch(form, said.get("event") or ""))
    known = next(kinds, None)
    return {} if known is None else {"event": {"kind": known}}
