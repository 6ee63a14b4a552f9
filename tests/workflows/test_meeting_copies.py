"""Copies of the minutes: by which regulation they go, what is owed, and how that is called."""

from datetime import date

import pytest
from cases_at_hand import changed

from law189.audit.meeting import MeetingRecord, judge_record
from law189.cases.history import Decision
from law189.profile.federal import shipped_data
from law189.profile.loader import load_profile
from law189.verdict import Outcome
from law189.workflows.meeting import Closed, Convened, CopiesSent, MinutesDrafted, MinutesSigned, Opened
from law189.workflows.meeting import lifecycle as meeting

HOLDS, BREACH, UNKNOWN, VOID = Outcome
GROUP = shipped_data()["municipalities"]["kemerovo"]["working_group"]
SEATS = tuple(seat.id for seat in load_profile("kemerovo").latest.working_group.seats)
HELD, SIGNED, SINCE = date(2024, 2, 12), date(2024, 2, 19), date(2024, 7, 1)
MANAGED = {"value": "culture", "cite": "am-40/p2"}
CULTURE = {"id": "culture", "title": {"ru": "Управление культуры", "en": "Culture office"}, "cite": "p1"}


def minutes(to, cite="app3.5.7", **more):
    said = {**GROUP["minutes"]["value"], "copies_to": to, **more}
    return {"value": {name: one for name, one in said.items() if one is not None}, "cite": cite}


def where(to, later=None, body=None, readings=None):
    """Kemerovo, whose regulation names these addressees, and since 1 July others or another authorised body."""
    act = {"id": "am-40", "number": "40", "date": "2024-06-20", "title": {"ru": "О", "en": "On"}}
    at = ["working_group", "minutes"]
    changes = [{"do": "set", "at": at, "to": minutes(later, "am-40/p1")}] if later else []
    changes += [{"do": "set", "at": ["authorized_body"], "to": body}] if body else []
    data = shipped_data()["municipalities"]["kemerovo"]
    return changed(
        "kemerovo",
        working_group={**GROUP, "minutes": minutes(to)},
        bodies=[*data["bodies"], CULTURE],
        amendments=[{"act": act, "since": SINCE, "changes": changes}] if changes else None,
        readings=readings or {},
    )


def sent(on, *to):
    return CopiesSent(on=on, by="secretary", copies_to=to)


def steps(signed_on=SIGNED):
    held = HELD if signed_on == SIGNED else signed_on
    return (
        Convened(on=held, by="chair", held_on=held),
        Opened(on=held, by="chair", present=SEATS),
        Closed(on=held, by="chair"),
        MinutesDrafted(on=held, by="secretary"),
        MinutesSigned(on=signed_on, by="chair"),
    )


def after(profile, *taken):
    history = meeting.begin("1")
    for step in taken:
        unknown = meeting.judge(history, step, profile).outcome is UNKNOWN
        decided = Decision(by="head", on=step.on, reason="решено") if unknown else None
        history = meeting.advance(history, step, profile, decision=decided)
    return history


def due(profile, history, on):
    return [(one.title, [cite.act for cite in one.cites]) for one in meeting.due(history, profile, on)]


def option(profile, history, on):
    return next(one for one in meeting.options(history, profile, on) if one.kind == "copies_sent").verdict


REST = "send copies of the minutes to the others"


@pytest.mark.parametrize("reading", ["as_begun", "as_changed"])
@pytest.mark.parametrize(
    ("to", "sent_to", "change"),
    [
        ("authorized", ("education",), {"later": "members"}),
        ("authorized", ("education",), {"body": MANAGED}),
        ("members", SEATS, {"later": ["members", "authorized"]}),
        (None, ("chair",), {"later": "members"}),
    ],
)
def test_no_later_act_makes_a_meeting_owe_copies_once_all_have_them(reading, to, sent_to, change):
    profile = where(to, **change, readings={"D6": reading})
    history = after(profile, *steps(), sent(date(2024, 2, 21), *sent_to))
    for on in (date(2024, 6, 30), SINCE, date(2024, 12, 1)):
        assert due(profile, history, on) == []
        assert "minutes.copies_left" in {one.rule for one in option(profile, history, on).reasons(VOID)}


@pytest.mark.parametrize(("reading", "left"), [("as_begun", True), ("as_changed", False)])
def test_copies_that_were_owed_when_the_minutes_were_signed_are_owed_still(reading, left):
    profile = where("members", later="authorized", readings={"D6": reading})
    history = after(profile, *steps(), sent(date(2024, 2, 21), *SEATS[:3], "education"))
    assert [title.en for title, _ in due(profile, history, date(2024, 6, 30))] == [REST]
    told = due(profile, history, SINCE)
    assert [(title.en, acts) for title, acts in told] == ([(REST, ["kemerovo-2993"])] if left else [])
    assert (option(profile, history, SINCE).outcome is not VOID) is left


JUNE = date(2024, 6, 28)
BY_DAY = [
    ("as_begun", "members", {"later": "authorized"}, SEATS, HOLDS),
    ("as_begun", "members", {"later": "authorized"}, ("education",), BREACH),
    ("as_changed", "members", {"later": "authorized"}, SEATS, BREACH),
    ("as_changed", "members", {"later": "authorized"}, ("education",), HOLDS),
    ("as_begun", "authorized", {"body": MANAGED}, ("education",), HOLDS),
    ("as_begun", "authorized", {"body": MANAGED}, ("culture",), BREACH),
    ("as_changed", "authorized", {"body": MANAGED}, ("culture",), HOLDS),
    ("as_begun", None, {"later": "members"}, SEATS[:2], BREACH),
    ("as_changed", None, {"later": "members"}, SEATS[:2], BREACH),
]


@pytest.mark.parametrize(("reading", "to", "change", "sent_to", "outcome"), BY_DAY)
def test_the_record_and_the_steps_judge_copies_by_the_day_of_the_signing(
    reading, to, change, sent_to, outcome
):
    profile, on = where(to, **change, readings={"D6": reading}), date(2024, 7, 2)
    step = sent(on, *sent_to)
    told = meeting.judge(after(profile, *steps(JUNE)), step, profile)
    record = MeetingRecord(
        profile="kemerovo",
        held_on=JUNE,
        present=SEATS,
        minutes={
            "drafted_by": "secretary",
            "drafted_on": JUNE,
            "signed_by": "chair",
            "signed_on": JUNE,
            "copies_to": sent_to,
            "sent_on": on,
        },
    )
    of_record = judge_record(record, profile).minutes
    for verdict in (told, of_record):
        copied = [one for one in verdict.walk() if one.rule.startswith("minutes.cop") and not one.parts]
        assert [one.outcome for one in copied] == [outcome]
        named = [one.reading.code for one in verdict.walk() if one.reading]
        assert ("D6" in named) is (to is not None)


@pytest.mark.parametrize(
    ("to", "ru", "en"),
    [
        ("members", "всем членам", "to every member"),
        ("authorized", "уполномоченному органу", "to the authorised body"),
        ("concerned", "заинтересованным", "to whoever is concerned"),
        (
            ["members", "authorized"],
            "всем членам и уполномоченному органу",
            "to every member and to the authorised body",
        ),
        (None, "", ""),
    ],
)
def test_what_is_owed_names_those_whom_the_regulation_names(to, ru, en):
    profile = where(to)
    [(title, _)] = due(profile, after(profile, *steps()), SINCE)
    words = (f"направить копии протокола {ru}", f"send copies of the minutes {en}")
    assert (title.ru, title.en) == tuple(one.strip() for one in words)


def test_what_is_owed_is_called_by_the_regulation_of_the_signing():
    profile = where("members", later="authorized")
    [(title, acts)] = due(profile, after(profile, *steps()), SINCE)
    assert (title.en, acts) == ("send copies of the minutes to every member", ["kemerovo-2993"])


def test_where_copies_go_to_nobody_none_are_owed():
    profile = where("nobody")
    history = after(profile, *steps())
    assert due(profile, history, SINCE) == []
    assert meeting.judge(history, sent(SINCE, "chair"), profile).outcome is HOLDS
