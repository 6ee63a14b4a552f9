"""Молчание (left out): the keys that a part of a profile leaves out, by their titles.

>>> from law189.profile.loader import load_profile
>>> kemerovo = load_profile("kemerovo").latest
>>> next(one.titles[:2] for one in left_out(kemerovo, Worded(kemerovo, "ru")) if not one.within)
('параметры услуг', 'вступление в силу')
"""

from collections.abc import Iterator
from dataclasses import dataclass

from law189.law import Act, Entry, Norm, Text
from law189.law.fixed import fixed
from law189.profile.group import Threshold
from law189.profile.slots import Fill, OwnValue
from law189.profile.validity import Lapse, Start
from law189.report.values import Worded

__all__ = ["Silence", "left_out"]


@fixed
@dataclass(frozen=True, slots=True)
class Silence:
    """The keys that a part of the file leaves out, by their titles; `of_list` where every entry of a list does."""

    within: str
    of_list: bool
    titles: tuple[str, ...]


ALTERNATIVES = (Threshold, Fill, OwnValue, Start, Lapse)
"""Entries of which exactly one of several keys is given: the others are no silence."""

INSTEAD = {"target": "targets", "targets": "target"}
"""Keys of which an entry has one instead of the other."""


def left_out(entry: Entry, said: Worded, within: str = "") -> Iterator[Silence]:
    """What the entry and those below it leave out, by their titles."""
    names = type(entry).model_fields
    out = tuple(said.title(type(entry), name) for name in names if _out(entry, name))
    if out and not isinstance(entry, (Norm, *ALTERNATIVES)):
        yield Silence(within, False, out)
    if isinstance(entry, Act):
        return
    for name in names:
        value = getattr(entry, name)
        title = said.title(type(entry), name) if name != "value" else ""
        below = " · ".join(one for one in (within, title) if one)
        if isinstance(value, Entry) and not isinstance(getattr(value, "text", None), Text):
            yield from left_out(value, said, below)
        entries = [one for one in value if isinstance(one, Entry)] if isinstance(value, tuple) else []
        if entries and not isinstance(entries[0], ALTERNATIVES):
            kind = type(entries[0])
            fields = [
                one for one in kind.model_fields if all(_out(e, one) for e in entries if type(e) is kind)
            ]
            if fields:
                yield Silence(below, True, tuple(said.title(kind, one) for one in fields))


def _out(entry: Entry, name: str) -> bool:
    """Whether an entry has nothing under a key that may be left out, nor under the one that stands for it."""
    value, instead = getattr(entry, name), INSTEAD.get(name)
    if instead in type(entry).model_fields and getattr(entry, instead) not in (None, ()):
        return False
    return value == () or (value is None and not type(entry).model_fields[name].is_required())
