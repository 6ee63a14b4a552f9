"""What stands in the place of an event and is a day, however it is written, is no event."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from law189.files.said_days import says_a_day
from law189.office.interview.catalog import ROOT
from law189.office.interview.questions import under
from law189.office.interview.spoken import Misread, no_day
from law189.profile.documents import PaperRule
from law189.profile.terms import Term

WAYS = (
    "%d.%m.%Y",
    "%d.%m.%y",
    "%d/%m/%Y",
    "%Y-%m-%d",
    "«%d» {month} %Y г.",
    "до %d.%m.%Y года",
    "%m.%Y",
    "%Y",
)
MONTH = (
    *("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября"),
    *("ноября", "декабря"),
)
OTHERS = (
    "31.12.2O23",
    "31.12.2О23",
    "31.13.2023",
    "1",
    "—",
    "конец года",
    "до конца 2023 года",
    "декабрь 2023 г.",
)
EVENTS = (
    "ввод системы",
    "начало работы информационной системы",
    "начала занятий 1 сентября 2024 года",
    "запуск портала 2.0",
    "окончание ремонта",
    "утверждения порядка",
)


def paper(words):
    rule = {"documents": ["contract"], "since": "2023-01-01", "condition": "unconditional"}
    return PaperRule.model_validate(
        {**rule, "until_event": {"ru": words}, "cite": {"act": "a", "address": "p1", "label": {"ru": "п. 1"}}}
    )


def until(words):
    return TypeAdapter(Term).validate_python(
        {"kind": "until", "event": {"kind": "other", "what": {"ru": words}}}
    )


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.sampled_from(WAYS))
def test_a_day_is_no_event_however_it_is_written(day, way):
    assert says_a_day(day.strftime(way.format(month=MONTH[day.month - 1])))


@pytest.mark.parametrize("words", OTHERS)
@pytest.mark.parametrize("made", [paper, until])
def test_what_looks_like_a_day_or_says_nothing_is_refused_as_an_event(made, words):
    assert says_a_day(words)
    with pytest.raises(ValidationError, match=r"is a day and no event|no words|the words themselves"):
        made(words)


@pytest.mark.parametrize("words", EVENTS)
@pytest.mark.parametrize("made", [paper, until])
def test_an_event_in_words_is_one(made, words):
    assert not says_a_day(words)
    made(words)


def test_the_question_for_the_end_of_paper_takes_a_day_or_an_event_and_no_wrong_day():
    reader = under(ROOT, ("paper", 0, "until")).reader
    assert reader.read("31.12.2023", {}) == "31.12.2023"
    assert reader.read("ввод системы", {}) == "ввод системы"
    for words in ("31.12.23", "31.12.2O23", "1", "конец года"):
        with pytest.raises(Misread):
            reader.read(words, {})


def test_a_day_that_is_refused_is_told_in_the_form_of_the_question():
    assert (
        no_day("2024/01/15").ru
        == "нужен день, например 22.09.2023, а указано: «2024/01/15»; пишите 15.01.2024"
    )
    assert "из четырёх цифр" in no_day("31.12.23").ru
    assert "ГГГГ" not in no_day("скоро").ru
