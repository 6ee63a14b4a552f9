"""Whatever event somebody put together past its checks, `judge` answers or says by which key it cannot be read."""

from contextlib import suppress
from decimal import Decimal

import pytest
from drawn import decided, moment
from filled import filled
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189.cases.misread import misread
from law189.errors import Refused
from law189.kinds import WrongType
from law189.testing import RIGHT, begins, walk
from law189.workflows import LIFECYCLES, order
from law189.workflows import certificate as c

PROFILE = filled("kemerovo")
OTHERS = (None, 3, "x", b"x", (), ("y",), Decimal(1), object())
cycles = pytest.mark.parametrize("lifecycle", LIFECYCLES, ids=lambda one: one.name)


def walked(lifecycle, last, draw):
    """The shortest history that leads to the step, and the step."""
    history, event = lifecycle.begin("1"), None
    for way in walk.path(draw, lifecycle, last):
        if event is not None:
            history = lifecycle.advance(history, event, PROFILE, decision=decided(event))
        on = history.last_day or begins(PROFILE)[0]
        event = RIGHT[lifecycle.name][way.kind](moment(history, PROFILE, on), draw)
    return history, event


def spoiled(event):
    """The event with another value, or without one, in the place of each of its facts."""
    for name in type(event).model_fields:
        for value in OTHERS if name != "kind" else ():
            yield event.model_copy(update={name: value})
        yield type(event).model_construct(**{key: one for key, one in vars(event).items() if key != name})


@cycles
def test_whatever_an_event_holds_it_is_judged_or_refused_as_of_a_wrong_type(lifecycle):
    @settings(max_examples=size(1, 20))
    @given(st.data())
    def tried(way, data):
        with suppress(Refused):
            history, event = walked(lifecycle, way, data.draw)
            assert misread(event) is None
            for other in spoiled(event):
                with suppress(WrongType):
                    assert lifecycle.judge(history, other, PROFILE).outcome

    for way in walk.ways(lifecycle):
        tried(way)


def test_the_refusal_names_the_key_and_what_checks_it():
    event = c.AppliedFor.model_construct(on="2024-01-09", by="representative")
    with pytest.raises(WrongType) as refused:
        c.lifecycle.judge(c.lifecycle.begin("17"), event, PROFILE)
    assert "событие AppliedFor не читается" in refused.value.told("ru")
    assert str(refused.value).endswith("make it by AppliedFor(...), which checks its facts")


@pytest.mark.parametrize("number", [None, "x", Decimal(1), 1.0, True])
def test_the_number_of_a_record_is_a_whole_number(number):
    with pytest.raises(WrongType, match="a whole number"):
        c.lifecycle.dump_record(c.lifecycle.begin("17"), number)


def test_a_history_of_another_lifecycle_is_not_written_down_nor_followed():
    class Row:
        state = "planned"

    other = order.lifecycle.begin("1")
    for ask in (
        lambda: c.lifecycle.dump(other),
        lambda: c.lifecycle.dump_record(other, 1),
        lambda: c.lifecycle.attach(Row(), "state", other),
    ):
        with pytest.raises(Refused, match="of another lifecycle"):
            ask()


@pytest.mark.parametrize("by", [b"x", bytearray(b"x"), "", "  ", None, 1, "\u2014"])
def test_who_took_a_step_is_told_in_words(by):
    with pytest.raises(ValueError, match=r"by\n"):
        order.Closed(on="2024-01-09", by=by)


def test_bytes_are_no_text_in_any_list_of_facts():
    with pytest.raises(ValueError, match=r"services\n.*bytes"):
        c.AppliedFor(on="2024-01-09", by="representative", services=(b"1",))
