"""What real regulations write: each phrase with what a profile holds of it, or that it is refused."""

import pytest

from law189.office.interview.spoken import Misread
from law189.office.interview.spoken_terms import InDays, Term
from law189.profile.often import often_of
from law189.profile.regulation_words import casting_of, days_of, no_days_said
from law189.profile.term_words import term_of
from law189.profile.thresholds import threshold_of

TWO_THIRDS = {"at_least": "2/3", "of": "members"}
QUORUM = {
    "не менее двух третей от общего числа членов Межведомственной комиссии": TWO_THIRDS,
    "не менее двух третей членов рабочей группы": TWO_THIRDS,
    "не менее двух третей (2/3) членов": TWO_THIRDS,
    "не менее 2/3 состава": TWO_THIRDS | {"of": "list"},
    "не менее половины списочного состава членов Комиссии": {"at_least": "1/2", "of": "list"},
    "не менее двух третей от установленного числа ее членов": TWO_THIRDS | {"of": "list"},
    "не менее половины её состава": {"at_least": "1/2", "of": "list"},
    "более половины лиц, входящих в состав комиссии": {"more_than": "1/2", "of": "members"},
    "не менее 50 (пятидесяти) процентов членов комиссии": {"at_least": "1/2", "of": "members"},
    "Заседание Комиссии является правомочным, если на нем присутствует не менее половины членов Комиссии": {
        "at_least": "1/2",
        "of": "members",
    },
    "Заседание Межведомственной комиссии считается правомочным, если присутствует более половины ее членов": {
        "more_than": "1/2",
        "of": "members",
    },
    "не менее двух третей (1/2) членов": None,
    "50 (шестидесяти) процентов членов": None,
    "не менее половины членов, включая председателя": None,
    "не менее половины членов, а при повторном заседании одной трети": None,
}
PRESENT = {"more_than": "1/2", "of": "present"}
ADOPTION = {
    "большинством голосов от числа членов Межведомственной комиссии, присутствующих на её заседании": PRESENT,
    "большинством голосов членов рабочей группы, присутствующих на заседании": PRESENT,
    "простым большинством голосов присутствующих на заседании членов рабочей группы": PRESENT,
    "простым большинством голосов лиц, участвующих в заседании": PRESENT,
    "двумя третями голосов присутствующих": {"at_least": "2/3", "of": "present"},
    "большинством присутствующих": PRESENT,
    "простым большинством голосов": None,
    "большинством голосов при наличии кворума": None,
}
CASTING = {
    "голос председателя Межведомственной комиссии является решающим": "chair",
    "голос председателя является решающим": "chair",
    "решающим считается мнение председателя": "chair",
    "голос лица, председательствующего на заседании": "presiding",
    "решающим является голос председательствующего на заседании": "presiding",
    "голос секретаря является решающим": None,
    "голос председателя и его заместителя является решающим": None,
}
FIVE = {"days": 5, "unit": "working_days"}
DAYS = {
    "в течение 5 рабочих дней со дня проведения заседания": FIVE,
    "не позднее 5 рабочих дней после дня заседания": FIVE,
    "в срок не более 5 рабочих дней": FIVE,
    "не позднее трёх рабочих дней после дня заседания": {"days": 3, "unit": "working_days"},
    "в течение 3-х рабочих дней": {"days": 3, "unit": "working_days"},
    "не позднее следующего рабочего дня": {"days": 1, "unit": "working_days"},
    "не менее чем за пять календарных дней": None,
    "не позднее чем за 3 рабочих дня до даты проведения заседания": None,
    "в течение 5 рабочих дней со дня подписания соглашения": None,
    "в день заседания": None,
    "в 3-дневный срок": None,
    "за неделю": None,
    "за двое суток": None,
}
WINTER = {"kind": "months", "first_year": 2023, "first_month": 10, "last_year": 2024, "last_month": 3}
NOTICES = {
    "не менее чем за пять календарных дней": {"days": 5, "unit": "calendar_days"},
    "не позднее чем за 3 рабочих дня до даты проведения заседания": {"days": 3, "unit": "working_days"},
    "в течение 5 рабочих дней со дня проведения заседания": None,
    "в срок не более 5 рабочих дней": None,
}
TERMS = {
    "до 31.12.2023 включительно": {"kind": "by", "day": "2023-12-31"},
    "по 31 декабря 2023 года включительно": {"kind": "by", "day": "2023-12-31"},
    "в декабре 2023 года": {"kind": "month", "year": 2023, "month": 12},
    "декабрь 2023 года": {"kind": "month", "year": 2023, "month": 12},
    "во втором полугодии 2024 года": {"kind": "half_year", "year": 2024, "half": 2},
    "в течение I квартала 2024 года": {"kind": "quarter", "year": 2024, "quarter": 1},
    "IV квартал 2023 – I квартал 2024 года": WINTER,
    "IV квартал 2023 года – I квартал 2024 года": WINTER,
    "2023, 2024 годы": None,
    "с 15 по 20 декабря 2023 года": {"kind": "by", "day": "2023-12-20", "since": "2023-12-15"},
    "в течение 3-х рабочих дней": {"kind": "after", "days": 3, "unit": "working_days"},
    "I квартал 2024 – IV квартал 2023 года": None,
    "2023, 2025 годы": None,
    "с 20 по 15 декабря 2023 года": None,
    "постоянно": None,
    "весь период апробации": None,
}
OFTEN = {
    "не реже одного раза в квартал": {"at_least": 1, "per": "quarter"},
    "не реже двух раз в год": {"at_least": 2, "per": "year"},
    "не реже одного раза в три месяца": None,
    "не реже одного раза в два месяца": None,
    "не реже раза в неделю": None,
    "не чаще одного раза в месяц": None,
}


def after_a_meeting(said):
    return days_of(said, "meeting")


TABLE = [
    *((threshold_of, said, right) for said, right in {**QUORUM, **ADOPTION}.items()),
    *((casting_of, said, right) for said, right in CASTING.items()),
    *((after_a_meeting, said, right) for said, right in DAYS.items()),
    *((days_of, said, right) for said, right in NOTICES.items()),
    *((term_of, said, right) for said, right in TERMS.items()),
    *((often_of, said, right) for said, right in OFTEN.items()),
]


@pytest.mark.parametrize(("read", "said", "right"), TABLE, ids=[said for _, said, _ in TABLE])
def test_a_phrase_of_a_real_regulation_is_held_as_it_says_or_refused(read, said, right):
    assert read(said) == right


def refusal_of(reader, said):
    with pytest.raises(Misread) as caught:
        reader.read(said, {})
    return caught.value.words.ru


def test_a_day_that_is_in_no_calendar_is_called_so():
    assert "29.02.2023" in refusal_of(Term(), "до 29.02.2023")


def test_days_without_their_kind_are_told_to_be_so():
    assert no_days_said("за три дня до заседания")
    assert "какие это дни" in refusal_of(InDays(), "за три дня до заседания")
