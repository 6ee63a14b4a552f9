"""The plan for a calendar program: what `icalendar` wrote, read whole by another parser (`vobject`)."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

import plan_oracle
import pytest
import vobject
from filled import edited

from law189.cases.history import History
from law189.cases.lifecycle import Assumed, Duty
from law189.law import Lang, Text, UnknownProvision
from law189.profile.federal import load_calendar, shipped_data
from law189.profile.loader import load_profile
from law189.profile.profile import Profile
from law189.report.ics import duties_ics, plan_ics
from law189.rules.deadlines.periods import Ends
from law189.workflows.contract import lifecycle as contract
from law189.workflows.meeting import Convened, CopiesSent, Opened
from law189.workflows.meeting import lifecycle as meeting

NAMES = tuple(plan_oracle.PLANS)
ON = date(2023, 10, 5)
CALENDAR = load_calendar()
SHIPPED = shipped_data()["municipalities"]


class Event(NamedTuple):
    """An event as another program reads it; `whole` is everything it found."""

    uid: str
    day: date
    whole: Any

    @property
    def item(self) -> str:
        return re.sub(r"^[^.]*\.(.*)\.\d+@law189$", r"\1", self.uid)


def written(
    profile: str | Profile, on: date = ON, done: dict[str, list[date]] | None = None, lang: Lang = "ru"
) -> bytes:
    profile = load_profile(profile) if isinstance(profile, str) else profile
    return plan_ics(profile, on, done, calendar=CALENDAR, lang=lang)


def read(file: bytes) -> list[Event]:
    if not file:  # nothing to write is no calendar
        return []
    (calendar,) = vobject.readComponents(file.decode("utf-8"), validate=True)
    assert calendar.name == "VCALENDAR"
    return [Event(event.uid.value, event.dtstart.value, event) for event in calendar.components()]


def expected(name: str, on: date, done: dict[str, list[date]] | None = None) -> list[tuple[str, str]]:
    """By the oracle: each occurrence not done that ends by the end of the year after `on`."""
    found = []
    for item, words in plan_oracle.PLANS[name].items():
        past = sum(day <= on for day in (done or {}).get(item, ()))
        days = plan_oracle.last_days(words, plan_oracle.READ) or []
        bind = (day for day in days[past:] if day >= plan_oracle.ISSUED)
        found += [(item, day) for day in bind if day <= f"{on.year + 1}-12-31"]
    return found


# ─── What is in the file ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("on", ["2023-09-01", "2023-10-05", "2024-05-16", "2025-12-31", "2030-01-01"])
def test_there_is_one_event_for_each_occurrence_not_done(name: str, on: str) -> None:
    day = date.fromisoformat(on)
    found = [(event.item, str(event.day)) for event in read(written(name, day))]
    assert found == expected(name, day)


def test_until_the_end_of_2024_kemerovo_has_fifteen_events_and_the_district_twenty_two() -> None:
    assert [len(read(written(name))) for name in NAMES] == [15, 22]


def test_a_term_that_was_over_before_the_decree_has_no_event() -> None:
    early = {"app4.5.1", "app4.5.2", "app4.5.3"}
    assert not early & {event.item for event in read(written("kemerovo"))}


@pytest.mark.parametrize("name", NAMES)
def test_what_is_done_by_the_day_is_left_out_and_what_is_done_later_is_not(name: str) -> None:
    done = {item: [date(2023, 9, 25), date(2024, 5, 5)] for item in plan_oracle.PLANS[name]}
    found = [(event.item, str(event.day)) for event in read(written(name, ON, done))]
    assert found == expected(name, ON, done)
    assert len(found) < len(expected(name, ON))


def test_what_is_done_on_the_very_day_is_done() -> None:
    left = read(written("kemerovo", ON, {"app4.6.1": [ON], "app4.6.2": [ON + timedelta(1)]}))
    assert [event.item for event in left if event.item.startswith("app4.6")] == ["app4.6.2"]


@pytest.mark.parametrize("name", NAMES)
def test_every_event_is_one_whole_day_that_blocks_no_time(name: str) -> None:
    for event in read(written(name)):
        assert type(event.day) is date
        assert event.whole.dtend.value == event.day + timedelta(1)
        assert event.whole.transp.value == "TRANSPARENT"
        assert event.whole.dtstamp.value == datetime(2023, 10, 5, tzinfo=UTC)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("lang", ["ru", "en"])
def test_every_event_names_the_item_its_address_its_term_and_who_answers_for_it(
    name: str, lang: Lang
) -> None:
    profile = load_profile(name)
    items = {item.id: item for item in profile.latest.plan}
    bodies = {body.id: body.title[lang] for body in profile.latest.bodies}
    for event in read(written(name, lang=lang)):
        item = items[event.item]
        assert event.whole.summary.value == item.title[lang]
        assert event.whole.description.value.split("\n") == [
            item.cite.label[lang],
            item.term.text[lang],
            *(bodies[body] for body in item.responsible),
        ]


def test_the_address_is_written_as_a_lawyer_writes_it() -> None:
    (event,) = (found for found in read(written("kemerovo")) if found.item == "app4.4" and found.day < ON)
    assert event.whole.summary.value == "Социальный заказ на услугу"
    assert event.whole.description.value == (
        "п. 4 прил. 4 к постановлению № 2993 от 22.09.2023\n"
        "до 01.10.2023, далее ежегодно до 01.01\n"
        "Управление образования администрации города Кемерово"
    )


def test_the_calendar_has_the_name_of_the_municipality_in_the_language_asked_for() -> None:
    names = {
        lang: vobject.readOne(written("kemerovo", lang=lang).decode()).x_wr_calname.value
        for lang in ("ru", "en")
    }
    assert names == {"ru": "Город Кемерово", "en": "City of Kemerovo"}


def test_an_item_with_nobody_responsible_ends_with_its_term() -> None:
    plan = [{**SHIPPED["kemerovo"]["plan"][0], "responsible": None}]
    (event,) = read(written(load_profile({**SHIPPED["kemerovo"], "plan": plan})))
    assert event.whole.description.value == "п. 1.1 прил. 4 к постановлению № 2993 от 22.09.2023\n2023 год"


def test_signs_that_the_format_uses_itself_come_back_as_they_were() -> None:
    title = {"ru": "Приказ; «форма, часть 1»: раз\\два\nтри", "en": 'a;b,c:d\\e "f"'}
    plan = [{**SHIPPED["kemerovo"]["plan"][0], "title": title}]
    profile = load_profile({**SHIPPED["kemerovo"], "plan": plan})
    for lang in ("ru", "en"):
        (event,) = read(written(profile, lang=lang))
        assert event.whole.summary.value == title[lang]


# ─── Names that stay ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", NAMES)
def test_no_two_events_share_a_name(name: str) -> None:
    names = [event.uid for event in read(written(name, date(2030, 1, 1)))]
    assert len(set(names)) == len(names) == len(expected(name, date(2030, 1, 1)))


@pytest.mark.parametrize("name", NAMES)
def test_an_occurrence_keeps_its_name_from_day_to_day_and_when_others_are_done(name: str) -> None:
    later = {event.uid: event.day for event in read(written(name, date(2024, 5, 16)))}
    order = {"kemerovo": "app4.4", "novokuznetsk_district": "app2.4.1"}[name]
    for done in ({}, {order: [date(2023, 9, 29)]}):
        for event in read(written(name, ON, done)):
            assert later[event.uid] == event.day


def test_a_day_that_moves_keeps_the_name_so_that_the_event_moves_too() -> None:
    moved = load_profile({**SHIPPED["kemerovo"], "readings": {"D2": "moves"}})
    stays = {event.uid: event.day for event in read(written("kemerovo"))}
    for event in read(written(moved)):
        assert event.day == CALENDAR.next_working_day(stays[event.uid])


def test_the_names_tell_the_act_the_item_and_the_occurrence() -> None:
    names = [event.uid for event in read(written("novokuznetsk_district")) if event.item == "app2.4.1"]
    assert names == [f"novokuznetsk-277.app2.4.1.{number}@law189" for number in (1, 2, 3)]


# ─── The bytes ───────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("lang", ["ru", "en"])
def test_the_same_question_gives_the_same_bytes(name: str, lang: Lang) -> None:
    assert written(name, lang=lang) == written(load_profile(name), lang=lang)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("lang", ["ru", "en"])
def test_every_line_ends_as_the_format_asks_and_has_at_most_75_octets(name: str, lang: Lang) -> None:
    file = written(name, lang=lang)
    assert file.endswith(b"\r\n")
    lines = file.split(b"\r\n")
    assert not [line for line in lines if b"\n" in line or b"\r" in line]
    assert max(map(len, lines)) <= 75
    assert any(line.startswith(b" ") for line in lines), "something is long enough to be folded"


@pytest.mark.parametrize("name", NAMES)
def test_no_letter_is_cut_in_two_by_a_fold(name: str) -> None:
    for line in written(name).split(b"\r\n"):
        line.decode("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_the_file_names_its_version_and_its_maker(name: str) -> None:
    calendar = vobject.readOne(written(name).decode())
    assert (calendar.version.value, calendar.prodid.value) == ("2.0", "-//law189//plan//EN")


def test_from_the_day_of_an_amendment_the_calendar_is_that_of_its_edition() -> None:
    amendment = {
        "act": {**SHIPPED["kemerovo"]["act"], "id": "kemerovo-100", "number": "100", "date": "2024-02-01"},
        "since": "2024-02-10",
        "changes": [
            {"do": "set", "at": ["title"], "to": {"ru": "Кемерово", "en": "Kemerovo"}},
            {"do": "set", "at": ["readings"], "to": {"D1": "included"}},
        ],
    }
    amended = load_profile({**SHIPPED["kemerovo"], "amendments": [amendment]})
    for on, name, first in (
        (date(2024, 2, 9), "Город Кемерово", "2023-09-30"),
        (date(2024, 2, 10), "Кемерово", "2023-10-01"),
    ):
        file = written(amended, on)
        assert vobject.readOne(file.decode()).x_wr_calname.value == name
        assert str(next(event.day for event in read(file) if event.item == "app4.4")) == first


# ─── At the edges ────────────────────────────────────────────────────────────────────────────────────────


def test_an_occurrence_that_would_move_into_an_unpublished_year_waits_for_its_calendar() -> None:
    moved = load_profile({**SHIPPED["kemerovo"], "readings": {"D2": "moves"}})
    days = [str(event.day) for event in read(written(moved, date(2027, 2, 1))) if event.item == "app4.4"]
    assert days == ["2023-10-02", "2024-01-09", "2025-01-09", "2026-01-12", "2027-01-11"]


@pytest.mark.parametrize("on", [date(1900, 1, 1), date(2100, 12, 31)])
def test_the_first_and_the_last_day_of_all_are_days_too(on: date) -> None:
    plan = [entry for entry in SHIPPED["kemerovo"]["plan"] if entry["cite"] == "app4.6.1"]
    events = read(written(load_profile({**SHIPPED["kemerovo"], "plan": plan}), on))
    assert len(events) == (on.year == 2100)


def test_a_plan_without_a_day_is_no_calendar() -> None:
    plan = [entry for entry in SHIPPED["kemerovo"]["plan"] if entry["cite"] in ("app4.3.3", "app4.5.4")]
    assert written(load_profile({**SHIPPED["kemerovo"], "plan": plan})) == b""


def test_an_unknown_id_in_what_is_done_is_refused() -> None:
    with pytest.raises(UnknownProvision, match=r"«app4\.99»"):
        written("kemerovo", ON, {"app4.99": [ON]})


# ─── Duties of histories ─────────────────────────────────────────────────────────────────────────────────


KEMEROVO = load_profile("kemerovo")
HELD_ON = date(2023, 10, 9)


def convened(history_id: str = "m-1", held_on: date = HELD_ON) -> History:
    event = Convened(on=date(2023, 10, 2), by="chair", held_on=held_on)
    return meeting.advance(meeting.begin(history_id), event, KEMEROVO)


def owed(*histories: History, on: date = ON, lang: Lang = "ru") -> bytes:
    duties = [(history, meeting.due(history, KEMEROVO, on)) for history in histories]
    return duties_ics(KEMEROVO, on, duties, lang=lang)


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_a_duty_is_one_whole_day_that_names_what_is_owed_whose_and_by_which_address(lang: Lang) -> None:
    (event,) = read(owed(convened(), lang=lang))
    assert (event.uid, event.day) == ("kemerovo-2993.meeting.m-1.opened.1@law189", HELD_ON)
    assert event.whole.dtend.value == HELD_ON + timedelta(1)
    assert event.whole.dtstamp.value == datetime(2023, 10, 5, tzinfo=UTC)
    assert event.whole.transp.value == "TRANSPARENT"
    assert event.whole.summary.value == Text("провести заседание (m-1)", "hold the meeting (m-1)")[lang]
    assert event.whole.description.value == KEMEROVO.latest.working_group.quorum.basis.label[lang]


def test_an_overdue_duty_stays_in_the_file_and_one_without_a_last_day_is_left_out() -> None:
    late = date(2024, 1, 1)
    assert [event.day for event in read(owed(convened(), meeting.begin("m-2"), on=late))] == [HELD_ON]
    assert owed(meeting.begin("m-2")) == b""


def test_a_duty_without_an_address_says_that_it_is_assumed_and_an_overdue_one_that_it_is_late() -> None:
    """No event is without a word on what it rests."""
    late = read(owed(convened(), on=date(2024, 1, 1)))[0].whole.description.value
    assert late.splitlines()[1:] == ["просрочено: последний день был 09.10.2023"]
    case = contract.begin("k-1")
    for clause in contract.clauses:
        duty = Duty(clause.kind, Text("сделать", "do"), Ends(HELD_ON), False, ())
        (event,) = read(duties_ics(KEMEROVO, ON, [(case, [duty])]))
        assert event.whole.description.value.startswith("принято: ")
        if isinstance(clause.basis, Assumed) and clause.kind == "fulfilled":
            assert clause.basis.why.ru in event.whole.description.value


def test_the_same_duties_are_the_same_bytes_and_every_event_has_its_own_name() -> None:
    histories = [convened(name) for name in ("m-1", "m.1", "№ 1, 2; «3»", "a\\b@law189", "m-1.opened")]
    first = owed(*histories)
    assert owed(*histories) == first
    assert len({event.uid for event in read(first)}) == len(histories)
    assert all(re.fullmatch(r"[\w.%~-]+@law189", event.uid, re.ASCII) for event in read(first))


def test_the_same_duty_owed_again_is_another_event() -> None:
    duty = Duty("copies_sent", Text("направить копии", "send copies"), Ends(HELD_ON), False, ())
    before = convened()
    sent = before.records[0]._replace(event=CopiesSent(on=ON, by="chair", copies_to=()))
    after = before._replace(records=(*before.records, sent))
    uids = [read(duties_ics(KEMEROVO, ON, [(one, [duty])]))[0].uid for one in (before, after)]
    assert uids == [f"kemerovo-2993.meeting.m-1.copies_sent.{number}@law189" for number in (1, 2)]


def test_the_last_day_that_there_is_has_no_day_after_it() -> None:
    duty = Duty("opened", Text("провести", "hold"), Ends(date.max), False, ())
    (event,) = read(duties_ics(KEMEROVO, ON, [(convened(), [duty])]))
    assert event.day == date.max
    assert not hasattr(event.whole, "dtend")


def test_what_was_annulled_is_owed_under_its_old_name() -> None:
    opened = Opened(on=HELD_ON, by="chair", present=("chair",))
    before = convened()
    record = before.records[0]._replace(event=opened)
    annulled = before._replace(records=(*before.records, record), annulled=frozenset({1}))
    assert owed(annulled) == owed(before)


@pytest.mark.parametrize("case_id", ["m-1", "№ 1, 2; «3»"])
def test_two_municipalities_never_name_an_event_alike(case_id: str) -> None:
    """UIDs are unique wherever calendars meet: in one program, in one department of the region."""
    named = []
    for name in NAMES:
        profile = load_profile(name)
        event = Convened(on=date(2023, 10, 2), by="chair", held_on=HELD_ON)
        history = meeting.advance(meeting.begin(case_id), event, profile)
        duties = duties_ics(profile, ON, [(history, meeting.due(history, profile, ON))])
        named.append({event.uid for event in read(duties) + read(written(name))})
        assert len(named[-1]) > 1
        assert all(uid.startswith(f"{profile.act.id}.") for uid in named[-1])
    assert not named[0] & named[1]


@pytest.mark.parametrize(
    "words", ["a\r\nEND:VCALENDAR", "a\rb", "a\nUID:x", "a\x1b[2Jb", "a\x85b\u2028c", "a\x0bb", ';,:\\"\x7f']
)
def test_no_text_breaks_out_of_its_line(words: str) -> None:
    title = {"ru": words, "en": words}
    plan = [{**SHIPPED["kemerovo"]["plan"][0]}]
    profile = load_profile({**SHIPPED["kemerovo"], "plan": plan})
    item = profile.latest.plan[0].model_copy(update={"title": Text(**title)})
    profile = edited(profile, {"plan": (item,), "title": Text(**title)})
    for lang in ("ru", "en"):
        file = plan_ics(profile, ON, calendar=CALENDAR, lang=lang)
        assert file.count(b"\r\nUID:") == 1
        assert file.count(b"\r\nEND:VCALENDAR\r\n") == 1
        assert all(sign >= 0x20 and sign != 0x7F for line in file.split(b"\r\n") for sign in line)
        assert len(read(file)) == 1
