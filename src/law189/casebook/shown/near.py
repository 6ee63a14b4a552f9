"""Похожее дело (near): which cases may be meant by a number that no case has.

>>> "2024/1" in one_sign_off("2023/1")
True
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from law189.casebook.differing import differing
from law189.casebook.extracted import extract_of
from law189.casebook.keys import BY, GIVEN, By, alike, number
from law189.casebook.shelf import Shelf
from law189.casebook.shown.silent import known_by, said_of
from law189.cases.history import History
from law189.law import Source, Text
from law189.numbers import number_key
from law189.telling import shown

__all__ = ["near", "one_sign_off", "told_apart"]


def near(shelf: Shelf, source: Source, written_as: str) -> dict[str, Text]:
    """The cases that may be meant by a number that shows nothing, by their own numbers, each with what it is.

    One whose number looks the same; of orders, entries and agreements, of which there are few, also one that is
    named by its year or its party, or whose number differs in one sign. Certificates and contracts are numbered
    one after another, so nearly every number has others like it.
    """
    by = BY[source]
    look, few = alike(by, written_as), BESIDE.get(source)
    keys = [] if look is None else [look]
    if few is not None:
        keys += [number(few, written_as), *(number(by, one) for one in one_sign_off(written_as))]
    own = {case.id for case in known_by(shelf, source, written_as)}
    ids = dict.fromkeys(one for key in keys for one in shelf.found(key) if one not in own)
    cases = [case for one in ids if (case := shelf.case(one)) is not None]
    said = ((_number_of(case, by), said_of(case)) for case in cases)
    return dict([(given, words) for given, words in said if given is not None][:MOST])


BESIDE: Mapping[Source, By] = {
    Source.ORDER: By.ORDER_YEAR,
    Source.REGISTER: By.PROVIDER,
    Source.AGREEMENT: By.AGREED_WITH,
}
"""What a person may write in place of the number of a case."""
MOST = 3
"""So many cases are told at most: more of them say nothing of which is meant."""


def told_apart(source: Source, cases: Sequence[History[Any]], on: date) -> dict[str, Text]:
    """The cases of one number by their ids, each with what tells its extract of the day from others."""
    extracts = {case.id: extract_of(source, case, on) for case in cases}
    found = {}
    for case in cases:
        own, others = extracts[case.id], [one for name, one in extracts.items() if name != case.id]
        differs = () if own is None else [*differing(own, [one for one in others if one is not None][:1])]
        told = [
            Text(f"{title.ru}: {shown(said, 'ru')}", f"{title.en}: {shown(said, 'en')}")
            for title, said, _ in differs
        ]
        found[case.id] = told[0] if told else said_of(case)
    return found


def _number_of(case: History[Any], by: By) -> str | None:
    """The number of the case as it was given; None where it has none yet."""
    given = ((kind, fact) for kind, (of, fact) in GIVEN.items() if of is by)
    found = (getattr(event, fact) for kind, fact in given for event in case.events(kind))
    return next(found, None)


def one_sign_off(written: str) -> tuple[str, ...]:
    """Every number that a slip of one sign may have made of another: one left out, doubled, swapped or wrong.

    Signs are those of the number, digits and «-» and «/». Where there are fewer than three no sign is taken for
    wrong: every such number is like every other. One of more than 40 signs has none: nobody writes it by hand.

    >>> "2024/1" in one_sign_off("2023/1"), "2024/1" in one_sign_off("2042/1"), "17" in one_sign_off("17")
    (True, True, False)
    """
    key = number_key(written)
    signs, places = sorted({*"0123456789-/", *key}), range(len(key) if len(key) <= _BY_HAND else 0)
    found = [key[:at] + key[at + 1 :] for at in places]
    found += [key[:at] + key[at + 1] + key[at] + key[at + 2 :] for at in places[:-1]]
    found += [key[:at] + sign + key[at:] for at in (*places, len(key)) for sign in signs if places]
    found += [key[:at] + sign + key[at + 1 :] for at in places if len(key) > _FEW for sign in signs]
    return tuple(one for one in dict.fromkeys(found) if one and one != key)


_FEW, _BY_HAND = 2, 40
