"""Опрос о принятых актах (the questions about acts adopted): which act it is, since when, and the values it sets.

>>> [one.key for one in ADOPTED.parts]
['adopts', 'act', 'since', 'until', 'fills']
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from law189.files.nodes import Loc, tree_of
from law189.law import About, Act, Text
from law189.law.act import Published
from law189.law.label import ActKind, id_of
from law189.law.words import CITE
from law189.office.interview.questions import Ask, Block, Mode, Several, at_path, said_of
from law189.office.interview.spoken import (
    Address,
    Choice,
    Choices,
    Day,
    Misread,
    Offered,
    Reader,
    Values,
    Word,
    Words,
    YesNo,
    of_vocabulary,
)
from law189.office.interview.spoken_measures import Quantity, Sum
from law189.office.interview.spoken_terms import Term
from law189.office.interview.spoken_values import spelt
from law189.profile.documents import LocalAct
from law189.profile.edition import Edition
from law189.profile.federal import federal_acts, load_federal
from law189.profile.naming import act_id
from law189.profile.slots import Adopted, Fill, Ground, Slot

__all__ = ["ADOPTED", "OWN_ADDRESS_HINT", "act_asked", "id_at", "kinds_of_act", "published_asked"]

_TITLE = {"ru": "?"}


# ─── Акт ─────────────────────────────────────────────────────────────────────────────────────────────────


def kinds_of_act(_values: Values) -> Offered:
    """The kinds of acts."""
    return tuple((kind, Text(kind)) for kind in get_args(ActKind))


def _number(_values: Values, path: Loc) -> str:
    """A number that no other act has: that of the entry, counted from the first of its list."""
    return f"9{len(str(path[0]))}{path[1]}0"


def _free_name(number: Any, values: Values, path: Loc) -> Mapping[str, Any]:
    """A name of its own for an act whose kind and number give none, or one that another act has.

    Numbers begin anew each year; one with Russian letters or a stroke is spelt in Latin: «345-п» is `decree-345-p`.
    """
    act = at_path(values, path[:-1])
    kind = act.get("kind") if isinstance(act, dict) else None
    made = id_of(kind, number)
    name = made or id_of(kind, spelt(str(number)) or "n")
    taken = {*federal_acts(), *_names(values, path[:2])}
    if name is None or (name == made and name not in taken):
        return {}
    names = (name, *(f"{name}-{n}" for n in range(2, len(taken) + 3)))
    return {"id": next(one for one in names if one not in taken)}


def _names(values: Values, but: Loc) -> Iterator[str | None]:
    """The names of every act of the file, but for that of the entry at the place."""
    own = values.get("act")
    profile = str(values.get("profile", "")).replace("_", "-")
    yield (act_id(tree_of(own)) if isinstance(own, dict) and "id" in own else profile) or None
    for key in ("acts", "amendments", "adopted"):
        for place, entry in enumerate(values.get(key) or ()):
            act = entry.get("act") if isinstance(entry, dict) else None
            if isinstance(act, dict) and (key, place) != but:
                yield act_id(tree_of(act))


def published_asked() -> Block:
    """The questions when and where an act was published."""
    return Block(
        "published",
        said_of(Act, "published"),
        (Ask("on", said_of(Published, "on"), Day()), Ask("where", said_of(Published, "where"), Word())),
        Mode.AT_ONCE,
    )


def act_asked(about: About) -> Block:
    """The questions about an act that the municipality adopted later."""
    return Block(
        "act",
        about,
        (
            Ask("kind", said_of(Act, "kind"), Choice(of=kinds_of_act)),
            Ask("number", said_of(Act, "number"), Word(), stand=_number, beside=_free_name),
            Ask("date", said_of(Act, "date"), Day()),
            Ask("title", said_of(Act, "title"), Words()),
            published_asked(),
        ),
        stand={},
    )


def id_at(values: Values, path: Loc) -> str | None:
    """The short name of the act that the entry at the beginning of the path is about; None while it has none."""
    act = at_path(values, (*path[:2], "act"))
    return act_id(tree_of(act)) if isinstance(act, dict) and act.get("number") is not None else None


OWN_ADDRESS_HINT = Text("адрес в этом акте, например: п. 7", "the address in that act, such as p7")
_NO_ACT_YET = Text(
    "номер этого акта ещё не назван; оставьте вопрос («позже») или впишите номер в файл",
    "the number of that act is not told yet; leave the question («later») or write the number into the file",
)


@dataclass(frozen=True)
class _OwnAddress(Address):
    """Адрес в принятом акте: «п. 7» is written `order-5/p7`."""

    hint: Text | None = OWN_ADDRESS_HINT
    act: str | None = None

    def read(self, said: str, values: Values) -> Any:
        """The address with the short name of the act. Raises `Misread` while the act has none."""
        if self.act is None:
            raise Misread(_NO_ACT_YET)
        found = Address().read(said, values)
        return found if "/" in found else f"{self.act}/{found}"


# ─── Значения ────────────────────────────────────────────────────────────────────────────────────────────


def _slots() -> Mapping[str, Slot]:
    return {slot.id: slot for slot in load_federal().slots}


def _slots_of(values: Values, path: Loc) -> Choice:
    """The values that the law left to the act, by what the act is."""
    adopts = at_path(values, (*path[:2], "adopts")) or ()
    found: Offered = tuple((slot.id, slot.what) for slot in _slots().values() if slot.adopted_by in adopts)
    return Choice(of=lambda _values: found)


def _of_type(*types: str) -> Callable[[Mapping[str, Any]], bool]:
    def asked(keys: Mapping[str, Any]) -> bool:
        slot = _slots().get(str(keys.get("slot")))
        return slot is not None and slot.type in types

    return asked


def _among(values: Values, path: Loc) -> Reader:
    """The entries that the law itself lists; else a word of the act's own."""
    slot = _slots().get(str(at_path(values, (*path[:4], "slot"))))
    among = () if slot is None else slot.among
    found: Offered = tuple((name, Text(name)) for name in among)
    return Choice(of=lambda _values: found) if among else Word()


def _value(key: str, reader: Reader, kind: str) -> Ask:
    return Ask(key, said_of(Fill, key), reader, when=_of_type(kind), instead=())


_FILLS = Several(
    "fills",
    said_of(Adopted, "fills"),
    (
        Ask("slot", said_of(Fill, "slot"), Choice(), at=_slots_of),
        _value("term", Term(), "term"),
        Several(
            "entries",
            said_of(Fill, "entries"),
            (
                Ask("id", said_of(Ground, "id"), Word(), at=_among),
                Ask("title", said_of(Ground, "title"), Words(), stand=_TITLE),
            ),
            when=_of_type("list"),
            instead=(),
        ),
        _value("amount", Sum(), "amount"),
        _value("number", Quantity(), "number"),
        _value("yes_no", YesNo(), "yes_no"),
        Ask(
            "cite",
            CITE,
            _OwnAddress(),
            stand=lambda values, path: f"{id_at(values, path)}/act",
            at=lambda values, path: _OwnAddress(act=id_at(values, path)),
        ),
    ),
)
ADOPTED = Several(
    "adopted",
    said_of(Edition, "adopted"),
    (
        Ask("adopts", said_of(Adopted, "adopts"), Choices(of=of_vocabulary(LocalAct))),
        act_asked(said_of(Adopted, "act")),
        Ask("since", said_of(Adopted, "since"), Day(), stand="1900-01-01"),
        Ask("until", said_of(Adopted, "until"), Day()),
        _FILLS,
    ),
)
"""The questions about acts adopted; an entry begins with what the act is."""
