"""Words of an act have one reader: what one door takes, every door takes as the same value, and none takes more.

The own sentences of the two decrees of the library come first, then those of other acts of the kind. A phrase that
says more than a value of a profile can, or may say two values, is taken by no door.
"""

from contextlib import suppress
from typing import Any

import pytest
from pydantic import TypeAdapter

from law189.files.nodes import check
from law189.files.parser import read_tree
from law189.office.interview.spoken import Choice, Misread, Reader, of_vocabulary
from law189.office.interview.spoken_shares import Threshold
from law189.office.interview.spoken_terms import Force, Frequency, InDays, Term
from law189.office.workbook.cells import from_cell
from law189.office.workbook.columns import Leaf
from law189.office.workbook.pasted import pasted
from law189.office.workbook.table import Table
from law189.profile.often import HowOften
from law189.profile.regulation import Ballot, CastingVote
from law189.profile.regulation_words import ballot_of, casting_of
from law189.profile.terms import Term as TermOfPlan
from law189.profile.thresholds import Threshold as ThresholdOfGroup
from law189.profile.validity import Entering

HALF, MOST = {"at_least": "1/2", "of": "members"}, {"more_than": "1/2", "of": "members"}
THRESHOLDS: dict[str, dict[str, Any] | None] = {
    "Заседание рабочей группы считается правомочным, если на нем присутствует не менее половины членов рабочей "
    "группы.": HALF,
    "Решение рабочей группы считается принятым, если за него проголосовало не менее половины присутствующих на "
    "заседании рабочей группы членов рабочей группы.": {"at_least": "1/2", "of": "present"},
    "не менее половины членов рабочей группы": HALF,
    "не менее 50 % от общего числа членов": HALF,
    "не менее чем пятьдесят процентов от общего числа ее членов": HALF,
    "более половины от общего числа членов рабочей группы": MOST,
    "более половины её членов": MOST,
    "более 50 процентов членов комиссии": MOST,
    "не менее 2/3 членов": {"at_least": "2/3", "of": "members"},
    "при участии не менее двух третей списочного состава": {"at_least": "2/3", "of": "list"},
    "не менее двух третей от установленного числа ее членов": {"at_least": "2/3", "of": "list"},
    "не менее пяти членов": {"persons": 5, "of": "members"},
    "не менее 7 голосов «за» и «против»": {"persons": 7, "of": "for_and_against"},
    "большинством голосов от числа присутствующих": {"more_than": "1/2", "of": "present"},
    "простым большинством голосов присутствующих на заседании членов": {"more_than": "1/2", "of": "present"},
    "большинством голосов от общего числа членов, участвующих в голосовании": {
        "more_than": "1/2",
        "of": "votes",
    },
    "не менее двух третей голосов присутствующих": {"at_least": "2/3", "of": "present"},
    "2/3 членов": None,
    "две трети от установленного числа ее членов": None,
    "не более половины членов": None,
    "половина плюс один": None,
    "не менее половины ее состава": {"at_least": "1/2", "of": "list"},
    "не менее половины лиц, имеющих право голоса": None,
    "более 1/2 членов, включая председателя": None,
    "не менее половины членов, но не менее трех": None,
    "простым большинством голосов": None,
    "большинством голосов членов рабочей группы": None,
    "большинством в две трети голосов от числа присутствующих": None,
    "квалифицированным большинством": None,
    "единогласно": None,
    "консенсусом": None,
}
BEGINS: dict[str, Any] = {
    "11. Настоящее постановление вступает в силу со дня, следующего за днем его официального опубликования.": (
        "day_after_publication"
    ),
    "в день, следующий за днем его опубликования": "day_after_publication",
    "на следующий день после дня его официального опубликования": "day_after_publication",
    "со дня официального опубликования": "on_publication",
    "со дня его подписания": "on_signing",
    "с момента подписания": "on_signing",
    "с 1 сентября 2023 года": {"on_day": "2023-09-01"},
    "через 10 дней после дня официального опубликования": {"days_after_publication": 10},
    "по истечении 10 дней после дня официального опубликования": {"days_after_publication": 11},
    "по истечении десяти дней после дня его официального опубликования": {"days_after_publication": 11},
    "после его официального опубликования": None,
    "с 1 сентября 2023 года, но не ранее дня официального опубликования": None,
    "со дня принятия": None,
    "по истечении 10 рабочих дней после дня официального опубликования": None,
}
OFTEN: dict[str, Any] = {
    "Заседания рабочей группы проводятся по мере необходимости.": "as_needed",
    "по мере необходимости": "as_needed",
    "не реже 1 раза в квартал": {"at_least": 1, "per": "quarter"},
    "не реже двух раз в год": {"at_least": 2, "per": "year"},
    "один раз в месяц": {"at_least": 1, "per": "month"},
    "ежеквартально": {"at_least": 1, "per": "quarter"},
    "по мере необходимости, но не реже двух раз в полугодие": {"at_least": 2, "per": "half_year"},
    "не реже одного раза в три месяца": None,
    "не реже 1 раза в 2 месяца": None,
    "не реже 1 раза в квартал (по мере необходимости)": None,
    "согласно плану работы": None,
}
TERMS: dict[str, dict[str, Any] | None] = {
    "до 01.10.2023, далее – ежегодно до 01.01": {
        "kind": "before",
        "day": "2023-10-01",
        "then_yearly_before": "01-01",
    },
    "Не реже 1 раза в квартал (по мере необходимости)": {
        "kind": "regular",
        "times": 1,
        "per": "quarter",
        "as_needed": True,
    },
    "в срок до 15.08.2023": {"kind": "before", "day": "2023-08-15"},
    "до конца 2023 года": {"kind": "by", "day": "2023-12-31"},
    "до 25 декабря текущего года": {"kind": "in_year", "end": "before", "day": "12-25"},
    "не позднее 1 февраля года, следующего за отчетным": {
        "kind": "yearly",
        "end": "not_later",
        "day": "02-01",
        "after_reported": True,
    },
    "ежегодно до 1 марта года, следующего за отчётным годом": {
        "kind": "yearly",
        "end": "before",
        "day": "03-01",
        "after_reported": True,
    },
    "не позднее 15 ноября года, предшествующего очередному финансовому году": {
        "kind": "yearly",
        "end": "not_later",
        "day": "11-15",
    },
    "один раз в год, не позднее 1 марта": {"kind": "yearly", "end": "not_later", "day": "03-01"},
    "не реже двух раз в год": {"kind": "regular", "times": 2, "per": "year"},
    "раз в квартал": {"kind": "regular", "times": 1, "per": "quarter"},
    "1 раз в полугодие": {"kind": "regular", "times": 1, "per": "half_year"},
    "начиная с 1 января 2024 года": {"kind": "from", "day": "2024-01-01"},
    "в течение месяца после принятия Бюджета": {
        "kind": "after_months",
        "months": 1,
        "event": {"kind": "other", "what": {"ru": "принятия Бюджета"}},
    },
    "не позднее 10 рабочих дней до начала отбора": {
        "kind": "ahead",
        "days": 10,
        "unit": "working_days",
        "event": {"kind": "other", "what": {"ru": "начала отбора"}},
    },
    "до запуска системы": {"kind": "until", "event": {"kind": "other", "what": {"ru": "запуска системы"}}},
    "до 1 числа месяца, следующего за отчетным кварталом": {
        "kind": "next_month",
        "of": "quarter",
        "end": "before",
        "day": 1,
    },
    "не позднее 15-го числа месяца, следующего за отчетным полугодием": {
        "kind": "next_month",
        "of": "half_year",
        "end": "not_later",
        "day": 15,
    },
    "до 20 числа месяца, следующего за истекшим кварталом": {
        "kind": "next_month",
        "of": "quarter",
        "end": "before",
        "day": 20,
    },
    "по 20 число месяца, следующего за отчетным годом": None,
    "до 20 числа месяца, следующего за отчетным годом": {
        "kind": "next_month",
        "of": "year",
        "end": "before",
        "day": 20,
    },
    "до 10 числа месяца, следующего за отчётным": {"kind": "next_month", "end": "before", "day": 10},
    "до 10 числа месяца, следующего за отчётным месяцем": {"kind": "next_month", "end": "before", "day": 10},
    "до 10 числа месяца, следующего за кварталом подачи заявления": {
        "kind": "next_month",
        "of": "quarter",
        "end": "before",
        "day": 10,
        "event": {"kind": "other", "what": {"ru": "подачи заявления"}},
    },
    "не позднее 5-го числа месяца, следующего за отчетным периодом": None,
    "до 10 числа квартала, следующего за отчетным": None,
    "ежеквартально до 10 числа месяца, следующего за отчётным": None,
    "ежеквартально до 10 числа месяца, следующего за отчетным кварталом": None,
    "в течение 10 (десяти) рабочих дней": {"kind": "after", "days": 10, "unit": "working_days"},
    "в течение 10 (пяти) рабочих дней": None,
    "в течение 10 (включительно) рабочих дней": None,
    "не позднее 5 рабочего дня месяца, следующего за отчетным": None,
    "в течение 10 дней со дня вступления в силу настоящего постановления": None,
    "в течение трех дней со дня утверждения порядка": None,
    "до начала учебного года": None,
    "до начала сентября": None,
    "к 1 сентября 2023 года": None,
    "август 2023 года (далее - ежегодно)": None,
    "сентябрь - декабрь": None,
    "в течение года": None,
    "в течение месяца": None,
    "до конца года": None,
    "постоянно": None,
    "весь период": None,
    "одновременно с утверждением бюджета": None,
    "по отдельному графику": None,
}
CASTING: dict[str, str | None] = {
    "При равенстве голосов голос руководителя рабочей группы или заместителя руководителя рабочей группы, "
    "исполняющего обязанности руководителя рабочей группы, является решающим.": "presiding",
    "При равенстве голосов голос председателя рабочей группы или заместителя председателя рабочей группы, "
    "исполняющего обязанности председателя рабочей группы, является решающим.": "presiding",
    "голос председательствующего на заседании является решающим": "presiding",
    "правом решающего голоса обладает председательствующий": "presiding",
    "голос председателя": "chair",
    "принимается решение, за которое проголосовал председатель": "chair",
    "решение считается непринятым": "nobody",
    "решающий голос руководителя, при его отсутствии - заместителя руководителя": None,
    "голос секретаря является решающим": None,
}
BALLOTS = {
    "открытое": "open",
    "открытым голосованием": "open",
    "тайным голосованием": "secret",
    "заочное": None,
}
NOTICES: dict[str, dict[str, Any] | None] = {
    "3 рабочих дня": {"days": 3, "unit": "working_days"},
    "не позднее чем за 3 рабочих дня до даты проведения заседания": {"days": 3, "unit": "working_days"},
    "не позднее чем за один рабочий день до заседания": {"days": 1, "unit": "working_days"},
    "за 5 календарных дней с материалами": {"days": 5, "unit": "calendar_days", "materials": True},
    "за три дня": None,
    "не позднее 3 дней до предполагаемой даты заседания": None,
    "за неделю": None,
    "за 24 часа": None,
    "заблаговременно": None,
}
TABLES: tuple[tuple[Reader, Any, dict[str, Any]], ...] = (
    (Threshold(), ThresholdOfGroup, THRESHOLDS),
    (Force(), Entering, BEGINS),
    (Frequency(), HowOften, OFTEN),
    (Term(), TermOfPlan, TERMS),
    (Choice(of=of_vocabulary(CastingVote), worded=casting_of), None, CASTING),
    (Choice(of=of_vocabulary(Ballot), worded=ballot_of), None, BALLOTS),
    (InDays(materials=True), None, NOTICES),
)
KNOWN = {
    "Threshold": "списочного состава",
    "Force": "со дня подписания",
    "Frequency": "не реже двух раз в год",
}
KNOWN |= {"Term": "до конца 2023 года", "InDays": "3 рабочих дня"}


def answered(reader: Reader, said: str) -> Any:
    """What the interview takes; None where it refuses, and then it lists words that it knows."""
    try:
        return reader.read(said, {})
    except Misread as misread:
        refused = misread.words.ru
    known = KNOWN.get(type(reader).__name__) or reader.offered({})[0][1].ru
    told = known in refused or refused.startswith("не сказано, какие это дни") or "разные числа" in refused
    assert told, refused
    return None


def told(said: str, kind: Any) -> Any:
    """What the words of a file are told to be written as; None where no one value is told."""
    faults: list[Any] = []
    assert check(read_tree(f'a: "{said}"', "f"), TypeAdapter(dict[str, kind]), "f", {}, faults) is None
    [fault] = faults
    _, one, form = fault.text.ru.rpartition("; пишите ")
    return read_tree(f"a: {form}", "f").plain()["a"] if one and " или " not in form else None


def in_table(said: str) -> Any:
    """The term of a row of a table of Word, or of the sheet where a table is pasted."""
    rows = [["№", "Мероприятие", "Срок"], ["1.", "Отчёт", said]]
    cells = {(row, column): cell for row, line in enumerate(rows) for column, cell in enumerate(line)}
    return pasted([Table("1", cells)], at="app4").entries["plan"][0].get("term")


@pytest.mark.parametrize(("reader", "kind", "phrases"), TABLES)
def test_each_phrase_has_one_value_by_the_interview_and_by_the_words_to_a_file(reader, kind, phrases):
    for said, value in phrases.items():
        assert answered(reader, said) == value, said
        if kind is not None and said != value:
            assert told(said, kind) == value, said
            if value is not None:
                TypeAdapter(kind).validate_python(value)


def test_each_term_has_one_value_by_word_by_the_paste_sheet_and_by_a_cell():
    for said, value in TERMS.items():
        assert in_table(said) == value, said
        cell = from_cell(said, Leaf(frozenset({"object"}), told="term"))
        assert cell == (said if value is None else value)


# ─── Ни одно слово не теряется ───────────────────────────────────────────────────────────────────────────

ALIKE = (
    "месяц квартал полугодие год",
    "месяца квартала полугодия года периода недели",
    "месяцем кварталом полугодием годом периодом",
    "рабочих календарных",
    "до по",
    "январь февраль март",
    "января февраля марта",
    "более менее",
)
"""Words of which each says another thing in the place of the other."""
ANOTHER = {word: [one for one in line.split() if one != word] for line in ALIKE for word in line.split()}


def changed(said: str) -> set[str]:
    """The phrase with one word that says another thing, or with another number."""
    words = said.split(" ")
    found = set()
    for at, word in enumerate(words):
        bare = word.strip(".,();«»")
        others = ANOTHER.get(bare.lower(), [])
        if bare.isdigit():
            others = [str(int(bare) % 9 + 1)]
        found |= {" ".join([*words[:at], word.replace(bare, one), *words[at + 1 :]]) for one in others}
    return found


TAKEN = [
    (reader, said, value)
    for reader, _, known in TABLES
    for said, value in known.items()
    if value is not None and isinstance(reader, Term | Frequency | InDays | Threshold)
]


@pytest.mark.parametrize(
    ("reader", "said", "value"), TAKEN, ids=lambda one: one if isinstance(one, str) else ""
)
def test_a_phrase_with_another_word_is_never_taken_as_the_same_value(
    reader: Reader, said: str, value: Any
) -> None:
    for other in changed(said):
        with suppress(Misread):
            assert reader.read(other, {}) != value, other
