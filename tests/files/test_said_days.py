"""What stands in the place of an event and is a day, however it is written, is no event."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from law189.files.said_days import day_among, says_a_day
from law189.office.interview.catalog import ROOT
from law189.office.interview.questions import under
from law189.office.interview.spoken import Misread, no_day
from law189.office.interview.spoken_ends import paper_end
from law189.profile.documents import PaperRule
from law189.profile.term_words import term_of, unclear
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
    "бессрочно",
    "на период до 2025 года",
    "31.12.2024 включительно",
    "до 1 января 2025 г. включительно",
    "наступления 1 марта 2024 г.",
)
EVENTS = (
    "ввод системы",
    "начало работы информационной системы",
    "начала занятий 1 сентября 2024 года",
    "запуск портала 2.0",
    "окончание ремонта",
    "утверждения порядка",
    "утверждения бюджета на 2025 год",
    "признания утратившим силу постановления от 01.10.2024 № 5",
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


# ─── Words with a whole day in them become no event ──────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("до 31.12.2024 включительно", "2024-12-31"),
        ("до 31 декабря 2024 года включительно", "2024-12-31"),
        ("по 31.12.2024, включительно", "2024-12-31"),
        ("31.12.2024 включительно", "2024-12-31"),
        ("по 31 декабря 2024 г.", "2024-12-31"),
        ("не позднее 31.12.2024", "2024-12-31"),
        ("до конца 2024 года", "2024-12-31"),
        ("until 2024-12-31 inclusive", "2024-12-31"),
        ("31.12.2024", "2024-12-31"),
    ],
)
def test_a_last_day_of_paper_is_taken_however_it_is_said(said, day):
    reader = under(ROOT, ("paper", 0, "until")).reader
    assert paper_end(reader.read(said, {}), []) == {"until": day}


@pytest.mark.parametrize(
    "said",
    [
        *(
            "бессрочно",
            "действует бессрочно",
            "постоянно",
            "indefinitely",
            "на период до 2025 года",
            "2024 год",
        ),
        *("до 31.12.2024", "ввод системы 01.10.2024", "ввод системы в 2025 году", "до окончания 2024 года"),
        *("до ввода системы 31.02.2024 г.", "until 2024-12-31"),
    ],
)
def test_a_time_that_is_no_sure_day_is_asked_again(said):
    with pytest.raises(Misread):
        under(ROOT, ("paper", 0, "until")).reader.read(said, {})


@pytest.mark.parametrize(
    "said",
    [
        "до наступления 1 марта 2024 г.",
        "до подписания соглашения (01.10.2024)",
        "5 рабочих дней со дня заседания 15.03.2024",
        "в день подписания соглашения 01.10.2024",
        "2 месяца со дня утверждения порядка (1 марта 2024 года)",
        "за 5 рабочих дней до проведения отбора (01.10.2024)",
    ],
)
def test_a_term_from_an_event_with_a_day_in_its_words_is_asked(said):
    assert term_of(said) is None
    why = unclear(said)
    assert why is not None
    assert "в словах события стоит день" in why.ru
    assert "stands in the words of the event" in why.en


def test_the_day_of_an_act_with_its_number_is_its_name_and_no_day_of_the_event():
    for words in (
        "постановления от 01.10.2024 № 5",
        "постановления от 1 октября 2024 г. № 5-п",
        "приказа № 7 от 01.10.2024",
    ):
        assert day_among(f"изменения {words}") is None
        assert (
            term_of(f"5 рабочих дней со дня изменения {words}")["event"]["what"]["ru"] == f"изменения {words}"
        )
    assert day_among("изменения постановления № 5 от 01.10.2024, то есть 05.11.2024") == "05.11.2024"


LEADS = (
    "до {}",
    "5 рабочих дней со дня {}",
    "в день {}",
    "за 3 календарных дня до {}",
    "2 месяца со дня {}",
    "{}",
)
NAMED = (
    "ввода системы",
    "утверждения порядка",
    "заседания",
    "подписания соглашения",
    "выхода акта",
    "наступления",
)
PLACED = (
    "{event} {day}",
    "{event} ({day})",
    "{event} с {day}",
    "{event}, {day} включительно",
    "{event} не позднее {day}",
)


@given(
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["%d.%m.%Y", "%d/%m/%Y", "%Y-%m-%d", "«%d» {month} %Y г.", "%d {month} %Y года"]),
    st.sampled_from(LEADS),
    st.sampled_from(NAMED),
    st.sampled_from(PLACED),
)
def test_no_words_with_a_whole_day_in_them_become_an_event(day, way, lead, event, placed):
    said = lead.format(placed.format(event=event, day=day.strftime(way.format(month=MONTH[day.month - 1]))))
    assert "event" not in (term_of(said) or {})
    reader = under(ROOT, ("paper", 0, "until")).reader
    try:
        found = paper_end(reader.read(said, {}), [])
    except Misread:
        return
    assert "until_event" not in found
