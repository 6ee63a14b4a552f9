"""A number that stands in figures and in words is one number for every reader of words, or it is none.

Acts write «3 (трёх) рабочих дней» and «трёх (3) рабочих дней». Where the two agree, every door takes what it takes
of the figures alone; where they do not, nobody knows which of them was meant, and no door takes either.
"""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from night import size

from law189.files.meant import meant
from law189.files.said_shares import said_share
from law189.office.interview.spoken import Misread, Reader
from law189.office.interview.spoken_measures import Number, Quantity, Quantum, Sum
from law189.office.interview.spoken_shares import Threshold
from law189.office.interview.spoken_terms import Force, Frequency, InDays, Term
from law189.office.interview.spoken_values import Own
from law189.office.workbook.cells import from_cell
from law189.office.workbook.columns import Leaf
from law189.office.workbook.pasted import pasted
from law189.office.workbook.quantities import quantity_of, values_of
from law189.office.workbook.table import Table
from law189.profile.often import often_of
from law189.profile.regulation_words import days_of
from law189.profile.term_words import term_of
from law189.profile.thresholds import threshold_of
from law189.profile.validity import begins_of

ONES = (
    (
        "один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать "
        "четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать"
    ),
    (
        "одного двух трёх четырёх пяти шести семи восьми девяти десяти одиннадцати двенадцати тринадцати "
        "четырнадцати пятнадцати шестнадцати семнадцати восемнадцати девятнадцати"
    ),
)
TENS = (
    "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
    "двадцати тридцати сорока пятидесяти шестидесяти семидесяти восьмидесяти девяноста",
)
HUNDREDS = (
    "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот",
    "ста двухсот трёхсот четырёхсот пятисот шестисот семисот восьмисот девятисот",
)
FEMININE = {"один": "одна", "два": "две", "одного": "одной"}


def below_thousand(number: int, case: int) -> list[str]:
    hundreds, rest = divmod(number, 100)
    tens, ones = (0, rest) if rest < 20 else divmod(rest, 10)
    found = [HUNDREDS[case].split()[hundreds - 1]] if hundreds else []
    found += [TENS[case].split()[tens - 2]] if tens else []
    return found + ([ONES[case].split()[ones - 1]] if ones else [])


def in_words(number: int, case: int) -> str:
    """The number in words: 0 is the nominative, 1 the genitive."""
    thousands, rest = divmod(number, 1000)
    many = [FEMININE.get(word, word) for word in below_thousand(thousands, case)]
    if many:
        last = 20 if 10 < thousands % 100 < 20 else thousands % 10
        few = ("тысяч" if case else "тысячи") if 2 <= last <= 4 else "тысяч"
        many.append(("тысячи" if case else "тысяча") if last == 1 else few)
    return " ".join(many + below_thousand(rest, case))


def answered(reader: Reader) -> Callable[[str], Any]:
    def read(said: str) -> Any:
        try:
            return reader.read(said, {})
        except Misread:
            return None

    return read


def in_cell(said: str) -> Any:
    found = from_cell(said, Leaf(frozenset({"integer"})))
    return found if isinstance(found, int) else None


def in_table(said: str) -> Any:
    rows = [["№", "Мероприятие", "Срок"], ["1.", "Отчёт", said]]
    cells = {(row, column): cell for row, line in enumerate(rows) for column, cell in enumerate(line)}
    return pasted([Table("1", cells)], at="app4").entries["plan"][0].get("term")


def whole(said: str) -> Any:
    return meant("int_type", said)


def amount(said: str) -> Any:
    return meant("amount", said)


AHEAD = "не позднее чем за {} рабочих дней до заседания"
TERMS = (
    "в течение {} календарных дней со дня опубликования",
    "{} рабочих дней",
    "не позднее чем за {} рабочих дней до 01.09.2024",
    "за {} рабочих дней до утверждения порядка",
    "не позднее чем через {} рабочих дней со дня утверждения Порядка",
)
MONTHS = ("в течение {} месяцев", "{} месяцев со дня официального опубликования")
TIMES = ("не реже {} раз в год", "{} раз в полугодие", "по мере необходимости, но не реже {} раз в квартал")
PEOPLE = ("не менее {} членов рабочей группы", "не менее чем {} голосов «за» и «против»")
PARTS = ("не менее {} процентов членов", "более {} % от общего числа членов рабочей группы")
BEGINS = ("через {} дней после опубликования", "по истечении {} дней после дня официального опубликования")
READERS: tuple[tuple[Callable[[str], Any], tuple[str, ...], int], ...] = (
    (days_of, (AHEAD, "{} рабочих дней"), 366),
    (lambda said: days_of(said, "meeting"), ("в течение {} рабочих дней со дня проведения заседания",), 366),
    (lambda said: days_of(said, "signing"), ("не позднее {} календарных дней после подписания",), 366),
    (answered(InDays()), (AHEAD,), 366),
    (term_of, TERMS, 3660),
    (term_of, MONTHS, 120),
    (term_of, TIMES, 99),
    (answered(Term()), TERMS, 3660),
    (in_table, TERMS, 3660),
    (often_of, TIMES, 99),
    (answered(Frequency()), TIMES, 99),
    (threshold_of, PEOPLE, 999),
    (threshold_of, PARTS, 30),
    (answered(Threshold()), PEOPLE, 999),
    (said_share, PARTS, 100),
    (begins_of, BEGINS, 3660),
    (answered(Force()), BEGINS, 3660),
    (quantity_of, ("{}", "не менее {}", "от {} до 999999", "{} %"), 99_999),
    (values_of, ("2024: {}", "2024: не более {}"), 99_999),
    (answered(Number()), ("{}",), 99_999),
    (answered(Quantity()), ("{}",), 99_999),
    (answered(Sum()), ("{}", "{} рублей", "{} руб."), 999_999),
    (answered(Quantum()), ("{} человеко-часов", "{} рублей"), 999_999),
    (answered(Own()), ("{} рублей", "{} месяцев", "{}"), 120),
    (in_cell, ("{}",), 99_999),
    (whole, ("{} дней", "{} человек"), 99_999),
    (amount, ("{} рублей",), 99_999),
)
CASES = [(read, said, most) for read, phrases, most in READERS for said in phrases]


@pytest.mark.parametrize(("read", "said", "most"), CASES, ids=[said for _, said, _ in CASES])
@settings(max_examples=size(25, 1000))
@given(data=st.data())
def test_a_number_said_twice_is_read_where_it_is_one_number_and_refused_where_it_is_two(
    read, said, most, data
):
    number = data.draw(st.integers(1, most), label="number")
    worded = in_words(number, data.draw(st.sampled_from((0, 1)), label="case"))
    plain = read(said.format(number))
    assert plain is not None
    for twice in (f"{number} ({worded})", f"{number}({worded})", f"{worded} ({number})"):
        assert read(said.format(twice)) == plain, twice
    another = data.draw(st.integers(1, most), label="another")
    assume(another != number)
    for twice in (f"{another} ({worded})", f"{worded} ({another})"):
        assert read(said.format(twice)) is None, twice


TWO = (
    (InDays(), "за 3 (пять) рабочих дней"),
    (Term(), "за 3 (пять) рабочих дней до 01.09.2024"),
    (Frequency(), "не реже 3 (пять) раз в год"),
    (Threshold(), "не менее 3 (пять) членов группы"),
    (Force(), "через 3 (пять) дней после опубликования"),
    (Number(), "3 (пять)"),
    (Quantity(), "3 (пять)"),
    (Sum(), "3 (пять) рублей"),
    (Quantum(), "3 (пять) человеко-часов"),
    (Own(), "3 (пять) рублей"),
    (Own(), "3 (пять) месяца"),
)


@pytest.mark.parametrize(("reader", "said"), TWO)
def test_two_numbers_in_the_place_of_one_are_told(reader, said):
    with pytest.raises(Misread) as caught:
        reader.read(said, {})
    assert "3 и «пять»" in caught.value.words.ru
    assert "3 and «пять»" in caught.value.words.en


SAID = {
    "3-х (трёх) рабочих дней": {"days": 3, "unit": "working_days"},
    "3-х (пяти) рабочих дней": None,
    "3 (включительно) рабочих дня": None,
    "не позднее чем за 3 (пять) рабочих дня до заседания": None,
    "не позднее чем за тридцать рабочих дней до заседания": {"days": 30, "unit": "working_days"},
    "десять пять рабочих дней": None,
}


@pytest.mark.parametrize("said", SAID)
def test_days_of_a_notice_are_those_that_are_said(said):
    assert days_of(said) == SAID[said]


def test_a_share_and_a_part_of_a_hundred_are_said_twice_too():
    half = {"at_least": "1/2", "of": "members"}
    assert threshold_of("не менее 50 % (пятидесяти процентов) членов") == half
    assert threshold_of("не менее 1/2 (половины) членов") == half
    assert said_share("не менее 2/3 (половины) членов") is None
    assert said_share("не менее 50 (шестидесяти) процентов членов") is None
    assert said_share("не менее 50 % (шестидесяти процентов) членов") is None


def test_numbers_in_the_words_of_an_event_stay_as_the_act_has_them():
    found = term_of("в течение 5 (пяти) рабочих дней со дня получения 3 (трёх) рабочих заключений")
    assert found["days"] == 5
    assert found["event"]["what"] == {"ru": "получения 3 (трёх) рабочих заключений"}
