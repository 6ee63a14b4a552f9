"""A form is made of what an option needs, and a refusal stands beside the fields that it asks for."""

from datetime import date

import pytest
from django import forms
from filled import filled

from law189.casebook.cycles import CYCLES
from law189.cases.fact import REQUIRED
from law189.contrib.django.forms import step_form
from law189.workflows.meeting import Convened

KEMEROVO = filled("kemerovo")
MEETING, CERTIFICATE, ORDER = CYCLES["meeting"], CYCLES["certificate"], CYCLES["order"]
DAY = date(2023, 10, 2)
CONVENED = Convened(on="2023-09-29", by="chair", held_on="2023-10-02")


def option_of(cycle, history, kind, on, profile=KEMEROVO):
    return next(one for one in cycle.options(history, profile, on) if one.kind == kind)


def form_of(cycle, kind, *, history=None, on=DAY, **more):
    history = cycle.begin("1") if history is None else history
    return step_form(cycle, option_of(cycle, history, kind, on), profile=KEMEROVO, **more)


@pytest.mark.parametrize("cycle", CYCLES.values(), ids=lambda cycle: cycle.name)
def test_every_step_of_every_lifecycle_has_a_form_whose_fields_have_words(cycle):
    for option in cycle.options(cycle.begin("1"), KEMEROVO, date(2024, 2, 1)):
        for optional in (False, True):
            made = step_form(cycle, option, optional=optional)
            needed = {fact.name for fact in option.needs if fact.why is REQUIRED}
            fields = made().fields
            assert {name.partition("__")[0] for name in fields} >= {fact.name for fact in option.needs}
            assert all(field.label for field in fields.values())
            required = {name.partition("__")[0] for name, field in fields.items() if field.required}
            assert required <= needed
            assert made().as_p()


def test_a_field_says_its_title_its_help_and_why_it_is_needed_in_russian():
    fields = form_of(MEETING, "convened")().fields
    assert (fields["on"].label, fields["on"].required) == ("День", True)
    assert "Нужно: без него событие не читается." in fields["on"].help_text
    assert isinstance(fields["on"], forms.DateField)
    assert [value for value, _ in fields["by"].choices] == ["", "chair", "deputy"]


def test_the_event_is_what_was_filled_in():
    form = form_of(MEETING, "convened")({"on": "29.09.2023", "by": "chair", "held_on": "2023-10-02"})
    assert form.is_valid(), form.errors
    assert form.event == CONVENED
    assert form.decision is None


FIVE = ("chair", "deputy", "member-1", "member-2", "member-3")


def opened():
    """A meeting that five of ten have opened."""
    history = MEETING.advance(MEETING.begin("1"), CONVENED, KEMEROVO)
    event = {"kind": "opened", "on": "2023-10-02", "by": "chair", "present": FIVE}
    return MEETING.advance(history, MEETING.events.validate_python(event), KEMEROVO)


def test_votes_are_asked_of_each_seat():
    made = form_of(MEETING, "item_voted", history=opened())
    words = {words for _, words in made().fields["votes__chair"].choices}
    assert words == {"—", "за", "против", "воздержался"}
    filled_in = {"on": "2023-10-02", "by": "chair", "question": "О плане", "votes__chair": "for"}
    form = made(filled_in)
    assert form.is_valid(), form.errors
    assert [(seat, vote.value) for seat, vote in form.event.votes] == [("chair", "for")]


def test_a_list_of_groups_is_read_without_the_entries_left_empty():
    made = form_of(ORDER, "drafted", on=date(2023, 11, 1))
    service = made().fields["lines__0__service"].choices[1][0]
    part = {"lines__1__parts__0__way": "municipal-task", "lines__1__parts__0__amount": "12.50"}
    line = {"lines__1__service": service, "lines__1__unit": "person-hours", "lines__1__total": "12.50"}
    head = {"on": "2023-11-01", "by": "education", "number": "2024/1", "year": "2024"}
    for name in made().fields:  # the first entry is required: here the second is filled in
        if name.startswith("lines__0"):
            made.base_fields[name].required = False
    form = made({**head, **line, **part})
    assert form.is_valid(), form.errors
    [said] = form.event.lines
    assert (str(said.total), len(said.parts)) == ("12.50", 1)


def test_what_cannot_be_read_stands_beside_its_field():
    made = form_of(MEETING, "convened")
    form = made({"on": "2023-09-31", "by": "chair", "held_on": "2023-10-02"})
    assert not form.is_valid()
    assert set(form.errors) == {"on"}
    wrong = form_of(ORDER, "drafted", on=date(2023, 11, 1))
    form = wrong({"on": "2023-11-01", "by": "education", "number": "2024/1", "year": "20245"})
    assert not form.is_valid()


def test_a_refusal_stands_beside_the_field_that_it_asks_for_with_its_address():
    """Without the kind of the question nobody can say whether the group may decide it."""
    history = opened()
    made = form_of(MEETING, "item_voted", history=history)
    votes = {f"votes__{seat}": "for" for seat in FIVE}
    form = made({"on": "2023-10-02", "by": "chair", "question": "О плане", **votes})
    assert form.is_valid(), form.errors
    taken = form.take(lambda event, decision: MEETING.advance(history, event, KEMEROVO, decision=decision))
    assert taken is None
    [told] = form.errors["question_kind"]
    assert told.endswith("прил. 3 к постановлению № 2993 от 22.09.2023]")
    again = made({"on": "2023-10-02", "by": "chair", "question": "О плане", **votes, **OFFICE})
    assert again.is_valid(), again.errors
    after = again.take(lambda event, decision: MEETING.advance(history, event, KEMEROVO, decision=decision))
    assert after.version == 3
    assert after.records[-1].decision.by == "глава города"


OFFICE = {
    "decision__by": "глава города",
    "decision__on": "2023-10-02",
    "decision__reason": "письмо от 02.10.2023 № 7",
}


def test_a_reason_that_asks_for_no_fact_stands_above_the_form():
    history = MEETING.advance(MEETING.begin("1"), CONVENED, KEMEROVO)
    made = form_of(MEETING, "opened", history=history)
    form = made({"on": "2023-10-02", "by": "chair", "present": ["chair", "deputy"]})
    assert form.is_valid(), form.errors
    form.take(lambda event, decision: MEETING.advance(history, event, KEMEROVO, decision=decision))
    [told] = form.non_field_errors()
    assert told.startswith("Присутствуют: 2 из 10")


def test_half_a_decision_is_told():
    form = form_of(MEETING, "convened")(
        {"on": "2023-09-29", "by": "chair", "held_on": "2023-10-02", "decision__by": "глава города"}
    )
    assert not form.is_valid()
    assert form.errors["decision__by"] == ["решение записывают целиком: кто, когда и чем обосновано"]


def test_what_the_program_gives_is_not_asked():
    made = form_of(MEETING, "convened", given={"held_on": "2023-10-02"})
    assert "held_on" not in made().fields
    form = made({"on": "2023-09-29", "by": "chair"})
    assert form.is_valid(), form.errors
    assert form.event == CONVENED


def test_a_name_that_the_municipality_does_not_know_is_told_beside_its_field():
    history = MEETING.advance(MEETING.begin("1"), CONVENED, KEMEROVO)
    form = form_of(MEETING, "opened", history=history, optional=True)(
        {"on": "2023-10-02", "by": "chair", "present": ["chair"], "elected": "сhair"}
    )
    assert not form.is_valid()
    assert list(form.errors) == ["elected"]


def test_a_form_in_english():
    fields = form_of(MEETING, "convened", lang="en")().fields
    assert fields["on"].label == "Day"
