"""Что в шаге бывает не так (what goes wrong in a step): one or two facts of an event, left out or changed.

Another actor, paper instead of the electronic form, a stale extract, another unit, a volume too large, a number out
of turn, an unknown service or ground: whatever the types of the event still take. Most of it is wrong, some is not.

>>> from hypothesis import find, settings
>>> from law189.profile.loader import load_profile
>>> from law189.testing.cases import begins
>>> from law189.workflows.contract import Declined, lifecycle as contract
>>> kemerovo = load_profile("kemerovo")
>>> case = Moment(begins(kemerovo)[0], contract.begin("5"), kemerovo)
>>> declined = Declined(on=case.on, by="consumer")
>>> late = find(spoilt(declined, case), lambda event: event.on > case.on, settings=settings(database=None))
>>> late.by, (late.on - declined.on).days
('consumer', 1)
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, get_args

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn
from pydantic import BaseModel, ValidationError

from law189.cases.history import Event
from law189.cases.moment import Moment
from law189.measures import EXACT
from law189.profile.documents import Form
from law189.profile.edition import Edition
from law189.profile.parties import Party
from law189.rules.providers import eligibility
from law189.testing.cases import A_DAY, CENT, OTHER_INN, STRANGE_SERVICE

__all__ = ["measured", "raised", "spoilt"]

DAYS = (1, -1, 7, 45, 400, -45, -400, 1500)
"""How far off a day may be: a term is late, an extract stale, a year without a calendar."""


@st.composite
def spoilt(draw: DrawFn, event: Event, case: Moment[None]) -> Event:
    """The event with one or two of its facts, at any depth, left out or changed to another of their kind."""
    for _ in range(draw(st.sampled_from((1, 1, 2)))):
        event = _with_another_fact(draw, event, case)
    return event


@st.composite
def raised(draw: DrawFn, event: Event) -> Event:
    """The event with one of its amounts larger by a cent, by as much again or by far.

    As it is where it has no amount, or where the larger one contradicts the rest of the event.
    """
    facts = {name: fact for name, fact in event.model_dump().items() if name != "kind"}
    amounts = [(path, fact) for path, fact in _within(facts) if isinstance(fact, Decimal)]
    if amounts:
        path, amount = draw(st.sampled_from(amounts))
        more = draw(st.sampled_from((CENT, amount, Decimal(1000))))
        with suppress(ValidationError):
            return type(event).model_validate(_put(facts, path, EXACT.add(amount, more)))
    return event


@cache
def measured(kind: type[Event]) -> bool:
    """Whether events of the kind may have an amount at some depth."""
    seen: set[type[BaseModel]] = set()
    ahead: list[Any] = [kind]
    while ahead:
        one = ahead.pop()
        if one is Decimal:
            return True
        if not (isinstance(one, type) and issubclass(one, BaseModel)):
            ahead += get_args(one)
        elif one not in seen:
            seen.add(one)
            ahead += [field.annotation for field in one.model_fields.values()]
    return False


def _with_another_fact(draw: DrawFn, event: Event, case: Moment[None]) -> Event:
    facts = {name: fact for name, fact in event.model_dump().items() if name != "kind"}
    path, fact = draw(st.sampled_from(list(_within(facts))))
    actors = [who for who in _actors(case.edition) if who != fact]
    others = actors if path == ("by",) else list(_instead(fact, type(event), case))
    first = draw(st.integers(0, len(others) - 1))
    for other in (*others[first:], *others[:first]):
        try:
            return type(event).model_validate(_put(facts, path, other))
        except ValidationError:
            continue
    return event


def _within(facts: Any) -> Iterator[tuple[tuple[Any, ...], object]]:
    """Every fact within the facts, an extract and each fact of it, with the keys that lead there."""
    keys = list(facts) if isinstance(facts, Mapping) else range(len(facts))
    for key in keys:
        yield (key,), facts[key]
        if isinstance(facts[key], Mapping | tuple):
            yield from (((key, *path), fact) for path, fact in _within(facts[key]))


def _put(facts: Any, path: tuple[Any, ...], fact: object) -> Any:
    """The facts with another one at the end of the path."""
    if not path:
        return fact
    here, *rest = path
    if isinstance(facts, Mapping):
        return {**facts, here: _put(facts[here], tuple(rest), fact)}
    return (*facts[:here], _put(facts[here], tuple(rest), fact), *facts[here + 1 :])


def _instead(fact: object, kind: type[Event], case: Moment[None]) -> Iterator[object]:
    """What may stand where the fact stands; the event's types say which of them it takes."""
    match fact:
        case bool():
            yield not fact
        case date():
            yield from (fact + timedelta(days) for days in DAYS)
        case int():
            yield from (fact + 1, fact - 1)
        case Decimal():
            twice, a_cent_more = EXACT.add(fact, fact), EXACT.add(fact, CENT)
            yield from (twice, a_cent_more, Decimal(0), EXACT.add(fact, Decimal(1000)), CENT)
        case StrEnum():
            yield from (other for other in type(fact) if other is not fact)
        case str():
            yield from (word for word in _words(kind, case.edition) if word != fact)
        case tuple():
            yield from ((*fact, *fact[:1]), fact[1:], (), (*fact, STRANGE_SERVICE))
        case None:
            yield from (case.on, case.on - A_DAY, "другое", OTHER_INN, Form.PAPER, True, Decimal(1))
        case _:
            pass
    yield None


def _words(kind: type[Event], edition: Edition) -> tuple[str, ...]:
    """The words that the event's own types list, and those that a profile knows: who, what, on which ground."""
    listed = (
        *_actors(edition),
        *(system.id for system in edition.systems),
        *(service.number for service in edition.services),
        *eligibility.Objection,
        *(entry.id for act in edition.adopted for fill in act.fills for entry in fill.entries or ()),
    )
    return tuple(dict.fromkeys((*_enumerated(kind), *listed, "другое", OTHER_INN, STRANGE_SERVICE)))


def _actors(edition: Edition) -> tuple[str, ...]:
    """Whoever may be said to have taken a step: parties, bodies, seats."""
    parties = (party.value for party in Party)
    seats = () if edition.working_group is None else edition.working_group.by_id
    return (*parties, *(body.id for body in edition.bodies), *seats)


@cache
def _enumerated(kind: type[Event]) -> tuple[str, ...]:
    """Every word that the event's types enumerate."""
    return tuple(dict.fromkeys(_enums(kind.model_json_schema())))


def _enums(schema: Any) -> Iterable[str]:
    if isinstance(schema, Mapping):
        yield from (word for word in schema.get("enum", ()) if isinstance(word, str))
        schema = tuple(schema.values())
    if isinstance(schema, tuple | list):
        for part in schema:
            yield from _enums(part)
