"""The notice: the agenda, to whom it goes and by when, from the regulations by hand."""

from datetime import date, timedelta

import pytest
from groups import groupless, profile
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size
from papers import blanks, boxed, line, lines, paper, seats, table, town

from law189 import Refused, load_profile
from law189.calendar import CalendarNotPublished
from law189.law import Citation, Norm, Text
from law189.office.papers.document import BLANK, Note, Numbered, Signature, Title
from law189.profile.federal import load_calendar
from law189.profile.regulation import Notice
from law189.rules.group.dispatch import last_day_of_notice, notified
from law189.verdict import Outcome

KEMEROVO, DISTRICT, CITY = load_profile("kemerovo"), load_profile("novokuznetsk_district"), town("city")
PLAN = {"question": "План", "kind": "plan-measures"}
CALENDAR = load_calendar()
CITE = Citation("x", "p1", Text("п. 1", "item 1"))


def notice(municipality, record, **more):
    return paper(municipality, record, "notice", **more)


@pytest.mark.provision("kemerovo-2993/app3.5.3")
def test_the_notice_of_kemerovo_goes_to_every_seat_and_its_regulation_sets_no_term():
    record = {"held_on": "2023-10-02", "items": [PLAN, {"question": "Заказ", "kind": "order-proposals"}]}
    made = notice(KEMEROVO, {**record, "agenda": {"approved_by": "chair", "approved_on": "2023-09-29"}})
    assert made.blocks[0] == Title(
        ("ИЗВЕЩЕНИЕ", "о заседании рабочей группы", "Город Кемерово", "постановление № 2993 от 22.09.2023")
    )
    assert [line(made, label) for label in ("Дата", "Время", "Место")] == ["02.10.2023", BLANK, BLANK]
    (agenda,) = [block.items for block in made.blocks if isinstance(block, Numbered)]
    assert agenda == (
        "План — определение мероприятий для плана апробации (п. 4.2 прил. 3 к постановлению № 2993 от 22.09.2023)",
        "Заказ — предложения по социальному заказу (п. 2.1 прил. 3 к постановлению № 2993 от 22.09.2023)",
    )
    assert line(made, "Повестку утвердил") == (
        "председатель, 29.09.2023; её утверждает председательствующий "
        "(п. 5.3 прил. 3 к постановлению № 2993 от 22.09.2023)"
    )
    assert len(table(made, "Кому")) == 10
    assert [block.words for block in made.blocks if isinstance(block, Note)] == [
        "Срока извещения о заседании положение не устанавливает: постановление № 2993 от 22.09.2023."
    ]
    assert lines(made, "Направить не позднее") == lines(made, "Направлено") == lines(made, "Материалы") == []
    assert made.points == ()
    assert isinstance(made.blocks[-1], Signature)


def test_a_secretary_who_is_no_member_is_told_too_and_a_vacant_seat_is_not_written_to():
    made = notice(
        DISTRICT, {"held_on": "2023-10-02", "vacant": ["member-2"], "guests": ["эксперт"], "items": []}
    )
    assert [role for role, _ in seats(made, "Кому")] == [
        "руководитель",
        "заместитель руководителя",
        "член группы 1",
        "член группы 3",
    ]
    assert line(made, "Также") == f"секретарь — {BLANK}"
    assert (
        line(made, "Вакантные места") == "начальник отдела экономической деятельности управления образования"
    )
    assert line(made, "Приглашённые") == f"эксперт — {BLANK}"


def test_a_term_has_its_last_day_and_the_materials_go_with_the_notice():
    made = notice(CITY, {"held_on": "2024-02-05", "items": [{"question": "План"}]})
    assert line(made, "Направить не позднее") == (
        "31.01.2024; за рабочих дней до заседания: 3 (п. 2.4 прил. 2 к постановлению № 345-п от 02.10.2023)"
    )
    assert line(made, "Направлено") == BLANK
    assert line(made, "Материалы").endswith(f"; {BLANK}")
    assert all("извещение" not in words.lower() for words, _ in boxed(made))  # it is not sent yet


def test_a_notice_that_was_late_is_to_be_checked():
    made = notice(
        CITY, {"held_on": "2024-02-05", "notice": {"sent_on": "2024-02-01", "materials": False}, "items": []}
    )
    assert line(made, "Направлено") == "01.02.2024"
    assert line(made, "Материалы").endswith("; не направлены")
    told = [words for words, _ in boxed(made)]
    assert any(words.startswith("Извещение направлено 01.02.2024") for words in told)
    assert any(words.startswith("Вместе с извещением") for words in told)


def test_a_question_outside_the_tasks_or_without_a_kind_is_to_be_checked_before_it_goes_out():
    items = [{"question": "Данные", "kind": "request-information"}, {"question": "Иное"}]
    made = notice(KEMEROVO, {"held_on": "2023-10-02", "items": items})
    told = [words for words, _ in boxed(made)]
    assert any(words.startswith("Полномочие «запрашивать сведения»") for words in told)
    assert any(words.startswith("Вид вопроса не указан") for words in told)
    assert "вид вопроса: ______" in made.sentences[made.sentences.index("Повестка дня") + 2]


def test_a_poll_goes_to_those_who_are_asked():
    made = notice(
        CITY, {"held_on": "2024-02-05", "form": "absentee", "polled": ["chair", "member-2"], "items": []}
    )
    assert made.blocks[0].lines[1] == "о заочном голосовании рабочей группы"
    assert [role for role, _ in seats(made, "Кому")] == ["председатель", "член группы 2"]
    assert lines(made, "Место") == lines(made, "Направить не позднее") == []


def test_a_regulation_by_which_nobody_approves_the_agenda_is_told_and_a_blank_is_left_only_where_one_must():
    nobody, presiding = profile(agenda="nobody"), profile(agenda="presiding")
    record = {"held_on": "2024-02-05", "items": []}
    assert lines(notice(nobody, record), "Повестку утвердил") == []
    assert line(notice(presiding, record), "Повестку утвердил").startswith(
        f"{BLANK}, {BLANK}; её утверждает председательствующий ("
    )
    assert blanks(notice(presiding, record)) == blanks(notice(nobody, record)) + 2


def test_a_decree_without_a_working_group_has_no_notice():
    with pytest.raises(Refused):
        notice(groupless(), {"held_on": "2024-02-05", "items": []})


def test_a_year_without_a_calendar_leaves_the_last_day_blank():
    made = notice(CITY, {"held_on": "2035-02-05", "items": []})
    assert line(made, "Направить не позднее").startswith(f"{BLANK} (нет календаря на 2035 год); ")


# ─── Последний день извещения ────────────────────────────────────────────────────────────────────────────

DAYS = st.dates(date(2023, 2, 1), date(2026, 12, 31))
TERMS = st.builds(Notice, days=st.integers(1, 12), unit=st.sampled_from(["working_days", "calendar_days"]))


@settings(max_examples=size(50, 200))
@given(DAYS, TERMS)
def test_a_notice_of_the_last_day_is_in_time_and_one_a_day_later_is_not(held_on, term):
    norm, last = Norm[Notice](value=term, basis=CITE), last_day_of_notice(held_on, term, CALENDAR)
    outcomes = [notified(last + timedelta(more), None, held_on, norm, CALENDAR).outcome for more in (0, 1)]
    assert outcomes == [Outcome.HOLDS, Outcome.BREACH]


def test_without_a_calendar_working_days_are_not_guessed_and_calendar_days_are_counted():
    day = date(2024, 3, 11)
    with pytest.raises(CalendarNotPublished):
        last_day_of_notice(day, Notice(days=3, unit="working_days"), None)
    with pytest.raises(CalendarNotPublished):
        last_day_of_notice(date(2035, 3, 11), Notice(days=3, unit="working_days"), CALENDAR)
    assert last_day_of_notice(day, Notice(days=3, unit="calendar_days"), None) == date(2024, 3, 8)


def test_the_number_the_time_and_the_place_stand_in_the_notice():
    record = {"held_on": "2023-10-02", "items": [PLAN], "number": "4", "time": "10:00", "place": "каб. 12"}
    made = notice(KEMEROVO, record)
    assert made.blocks[0].lines[1] == "о заседании рабочей группы № 4"
    assert (line(made, "Время"), line(made, "Место")) == ("10:00", "каб. 12")
