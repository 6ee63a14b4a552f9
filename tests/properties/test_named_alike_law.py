"""The law that an INN and a list of services are asked the same wherever a step or an extract holds them."""

from typing import Annotated, get_args, get_origin

import pytest
from cases_at_hand import FULL_TIME, FULL_TIME_BY_DIGIT, KEMEROVO, failing
from drawn import drawn, open_kinds, right
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size
from pydantic.fields import FieldInfo

from law189.cases.history import Event
from law189.extracts import Extract, Provider
from law189.law import Entry
from law189.numbers import Holds, Inn, ListedServices, Ogrn, Services
from law189.profile.profile import Profile
from law189.rules.naming import each_once
from law189.testing import begins
from law189.verdict import Outcome
from law189.workflows import LIFECYCLES

SERVICE_CASES = [one for one in LIFECYCLES if one.name != "meeting"]
VOID = Outcome.VOID


def marks(known):
    return FieldInfo.from_annotation(known).metadata


def held(kind, trail=()):
    """Every field that stands in an entry, however deep: its owner, its name, what is said of its type."""
    for name, field in kind.model_fields.items():
        yield from _of(kind, name, field.annotation, tuple(field.metadata), (*trail, kind))


def _of(owner, name, annotation, metadata, trail):
    if get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        yield from _of(owner, name, inner, (*metadata, *more), trail)
        return
    yield owner, name, metadata, trail
    for one in (annotation, *get_args(annotation)):
        if get_origin(one) is Annotated:
            yield from _of(owner, name, one, (), trail)
        elif isinstance(one, type) and issubclass(one, Entry) and one not in trail:
            yield from held(one, trail)


EVENTS = sorted(
    {clause.event for one in LIFECYCLES for clause in one.clauses}, key=lambda event: event.__qualname__
)


def test_each_field_of_an_inn_or_of_services_is_in_a_step_an_extract_or_a_provider_told_with_its_kind():
    for event in EVENTS:
        for owner, name, metadata, _ in held(event):
            if owner is Provider:
                continue
            ogrn = all(mark in metadata for mark in marks(Ogrn))
            assert not ogrn or Holds.INN in metadata, (owner, name)
            listed = [
                known for known in (Services, ListedServices) if all(m in metadata for m in marks(known))
            ]
            if listed or all(mark in metadata for mark in marks(Inn)):
                assert issubclass(owner, Event | Extract), (owner, name)
                assert {Holds.INN, Holds.SERVICES} & set(metadata), (owner, name)


def places(entry):
    """Each place of a step and of its extracts that holds an INN or services."""
    for name, field in type(entry).model_fields.items():
        value = getattr(entry, name)
        if isinstance(value, Extract):
            yield from (((name, *rest), holds) for rest, holds in places(value))
        for holds in (mark for mark in field.metadata if isinstance(mark, Holds)):
            if value is not None:
                yield (name,), holds


def put(entry, path, value):
    first, *rest = path
    held_ = getattr(entry, first)
    return entry.model_copy(update={first: put(held_, rest, value) if rest else value})


def spoil(lifecycle, profile: Profile, data, met):
    history = drawn(lifecycle, profile, data, steps=8)[-1]
    on = history.last_day or begins(profile)[0]
    kinds = open_kinds(lifecycle, history)
    event = right(lifecycle, history, profile, on, data.draw(st.sampled_from(kinds)), data) if kinds else None
    for path, holds in () if event is None else places(event):
        inn = holds is Holds.INN
        wrong = data.draw(st.sampled_from(("4205000017", "1"))) if inn else (FULL_TIME, FULL_TIME_BY_DIGIT)
        verdict = lifecycle.judge(history, put(event, path, wrong), profile)
        assert verdict.outcome is VOID
        assert ("identifiers.named" if inn else "services.once") in failing(verdict)
        assert not {"identifiers.named", "services.once"} & failing(lifecycle.judge(history, event, profile))
        met.add((event.kind, path))


@pytest.mark.parametrize("lifecycle", SERVICE_CASES, ids=lambda one: one.name)
def test_a_wrong_inn_and_one_service_in_two_writings_are_void_wherever_they_stand(lifecycle):
    met = set()

    @settings(max_examples=size(40, 1000))
    @given(st.data())
    def tried(data):
        spoil(lifecycle, KEMEROVO, data, met)

    tried()
    assert met or lifecycle.name == "order"


def test_by_the_letter_two_writings_are_two_services():
    pair = (FULL_TIME, FULL_TIME_BY_DIGIT)
    assert each_once(pair).outcome is VOID
    assert each_once(pair, {"S1": "by_letter"}).outcome is Outcome.HOLDS
    assert each_once((FULL_TIME, "804200")).outcome is Outcome.HOLDS
