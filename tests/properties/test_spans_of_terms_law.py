"""Law: one span of whole months has one answer, however an act words it and however a file writes it.

A span says when a measure is planned; it names no day before which nothing may be done. Only a first day that the
act names as a day is a bound (rule periods.early).
"""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size
from pydantic import TypeAdapter

from law189.audit.plan import plan_on
from law189.law import Citation, Text
from law189.office.interview.spoken_terms import Term as Spoken
from law189.office.workbook.pasted import pasted
from law189.office.workbook.table import Table
from law189.profile.loader import load_profile, shipped_data
from law189.profile.months import GENITIVES, MONTHS
from law189.profile.term_words import term_of
from law189.profile.terms import Term
from law189.report.ics import plan_ics
from law189.rules.deadlines import due
from law189.rules.providers.eligibility import begun
from law189.verdict import Outcome

CITE = Citation("a-decree", "app1.1", Text("п. 1.1", "item 1.1"))
READ: TypeAdapter[Term] = TypeAdapter(Term)
NAMES = [month.ru for month in MONTHS]
SHIPPED = shipped_data()["municipalities"]["kemerovo"]
ROMAN = ("I", "II", "III", "IV")
months = st.integers(2022 * 12, 2027 * 12 - 1)
spans = st.tuples(months, months).map(lambda pair: (min(pair), max(pair)))
aligned = st.tuples(
    st.sampled_from((1, 3, 6, 12)), st.integers(0, 5), st.integers(1, 5), st.integers(2022, 2024)
).map(lambda of: (of[3] * 12 + of[0] * of[1] % 12, of[3] * 12 + of[0] * of[1] % 12 + of[0] * of[2] - 1))


def in_months(first, last):
    (year, month), (to_year, to_month) = divmod(first, 12), divmod(last, 12)
    if first == last:
        return [
            f"{NAMES[month]} {year} года",
            f"{NAMES[month]} {year} г.",
            f"в течение {GENITIVES[month]} {year} года",
        ]
    said = [f"{NAMES[month]} {year} года – {NAMES[to_month]} {to_year} года"]
    said += [f"{NAMES[month].capitalize()} {year} - {NAMES[to_month]} {to_year}"]
    if year == to_year:
        said += [
            f"{NAMES[month]} – {NAMES[to_month]} {year} года",
            f"{NAMES[month]}-{NAMES[to_month]} {year} г.",
        ]
        said += [f"с {GENITIVES[month]} по {NAMES[to_month]} {year} года"]
    return said


def in_quarters(first, last):
    if first % 3 or last % 3 != 2:
        return []
    (year, of), (to_year, to) = divmod(first // 3, 4), divmod(last // 3, 4)
    if (year, of) == (to_year, to):
        return [
            f"{ROMAN[of]} квартал {year} года",
            f"{of + 1} кв. {year} г.",
            f"в {of + 1} квартале {year} года",
        ]
    said = [f"{ROMAN[of]} квартал {year} – {ROMAN[to]} квартал {to_year} года"]
    if year == to_year:
        said += [f"{ROMAN[of]} – {ROMAN[to]} кварталы {year} года", f"{of + 1}-{to + 1} кв. {year} г."]
    return said


def in_larger(first, last):
    (year, month), (to_year, to_month) = divmod(first, 12), divmod(last, 12)
    if month % 6 == 0 and last == first + 5:
        return [
            f"{('первое', 'второе')[month // 6]} полугодие {year} года",
            f"{ROMAN[month // 6]} полугодие {year} г.",
        ]
    if month or to_month != 11:
        return []
    return (
        [f"{year} – {to_year} годы", f"в {year}-{to_year} гг."]
        if year < to_year
        else [f"{year} год", f"в {year} году"]
    )


def ways(first, last):
    """Every way in which the span is said."""
    return [*in_months(first, last), *in_quarters(first, last), *in_larger(first, last)]


def written(first, last):
    """Every way in which a file writes the span."""
    (year, month), (to_year, to_month) = divmod(first, 12), divmod(last, 12)
    length, found = last - first + 1, []
    if length > 1:
        ends = {
            "first_year": year,
            "first_month": month + 1,
            "last_year": to_year,
            "last_month": to_month + 1,
        }
        found.append({"kind": "months", **ends})
    for many, kind, number in ((1, "month", "month"), (3, "quarter", "quarter"), (6, "half_year", "half")):
        if length == many and month % many == 0:
            found.append({"kind": kind, "year": year, number: month // many + 1})
    return [*found, *([{"kind": "year", "year": year}] if (length, month) == (12, 0) else [])]


def days_of(first, last):
    """The first and the last day of the span."""
    (year, month), (to_year, to_month) = divmod(first, 12), divmod(last + 1, 12)
    return date(year, month + 1, 1), date(to_year, to_month + 1, 1) - timedelta(1)


def near(first, last):
    begins, ends = days_of(first, last)
    return [begins - timedelta(400), *(day + timedelta(by) for day in (begins, ends) for by in (-1, 0, 1))]


def answers(term, days):
    """What the plan answers on each of the days, of what was done on each of them and of what was not."""
    found = [due(term, on, CITE) for on in days]
    found += [due(term, on, CITE, done=[done]) for on in days for done in days]
    told = [
        (one.last_day, one.status, one.verdict.outcome, [part.rule for part in one.verdict.parts])
        for one in found
    ]
    return told, [begun(on, term, CITE).outcome for on in days]


@given(st.one_of(spans, aligned))
def test_one_span_is_one_term_however_it_is_said(span):
    said = {words: term_of(words) for words in ways(*span)}
    first, *others = said.values()
    assert first is not None
    assert all(term == first for term in others), said
    assert {str(Spoken().read(words, {})) for words in said} == {str(first)}
    assert term_of(READ.validate_python(first).text.ru) == first


@settings(max_examples=size(30, 1000))
@given(st.one_of(spans, aligned))
def test_one_span_has_one_answer_however_a_file_writes_it(span):
    days = near(*span)
    told = [answers(READ.validate_python(term), days) for term in [term_of(ways(*span)[0]), *written(*span)]]
    assert all(one == told[0] for one in told)


@given(st.one_of(spans, aligned))
def test_what_is_done_before_a_span_or_in_it_keeps_it_and_after_it_is_late(span):
    begins, ends = days_of(*span)
    term = READ.validate_python(term_of(ways(*span)[-1]))
    for done in near(*span):
        told = due(term, ends + timedelta(9), CITE, done=[done]).verdict
        assert told.outcome is (Outcome.BREACH if done > ends else Outcome.HOLDS)
    assert due(term, ends, CITE).last_day == ends
    assert begun(begins, term, CITE).outcome is Outcome.HOLDS
    assert begun(begins - timedelta(1), term, CITE).outcome is Outcome.VOID


@given(st.one_of(spans, aligned))
def test_a_first_day_that_is_named_as_a_day_is_a_bound(span):
    begins, ends = days_of(*span)
    term = READ.validate_python(term_of(f"с {begins:%d.%m.%Y} по {ends:%d.%m.%Y}"))
    told = [due(term, ends, CITE, done=[begins - timedelta(by)]).verdict.outcome for by in (1, 0)]
    assert told == [Outcome.BREACH, Outcome.HOLDS]


# ─── By hand ─────────────────────────────────────────────────────────────────────────────────────────────

HALF = {"kind": "half_year", "year": 2024, "half": 1}


@pytest.mark.parametrize(
    "words", ["первое полугодие 2024 года", "I–II кварталы 2024 года", "январь – июнь 2024 г."]
)
def test_a_plan_says_the_same_of_a_half_year_in_any_words(words):
    rows = [["№", "Мероприятие", "Срок"], ["1.", "Отчёт", words]]
    cells = {(row, column): cell for row, line in enumerate(rows) for column, cell in enumerate(line)}
    (item,) = pasted([Table("1", cells)], at="app4").entries["plan"]
    assert item["term"] == Spoken().read(words, {}) == HALF
    profile = load_profile({**SHIPPED, "plan": [item]})
    for done in ("2023-12-20", "2024-03-01", "2024-06-30"):
        (told,) = plan_on(profile, date(2024, 7, 5), {"app4.1": [date.fromisoformat(done)]})
        assert told.verdict.outcome is Outcome.HOLDS, told.verdict.as_json()
    (told,) = plan_on(profile, date(2024, 7, 5))
    assert (told.due, told.verdict.outcome) == (date(2024, 6, 30), Outcome.BREACH)


@pytest.mark.parametrize(
    ("words", "ru", "en", "last"),
    [
        ("сентябрь – октябрь 2024", "сентябрь – октябрь 2024 года", "September to October 2024", "20241031"),
        (
            "IV квартал 2023 – I квартал 2024 года",
            "октябрь 2023 года – март 2024 года",
            "October 2023 to March 2024",
            "20240331",
        ),
        ("2023 – 2025 годы", "2023 – 2025 годы", "the years 2023 to 2025", "20251231"),
    ],
)
def test_the_plan_shows_where_a_span_begins_and_its_calendar_where_it_ends(words, ru, en, last):
    item = {"title": {"ru": "Отчёт"}, "term": term_of(words), "cite": "app4.1"}
    profile = load_profile({**SHIPPED, "plan": [item]})
    (told,) = plan_on(profile, date(2023, 12, 20))
    assert told.item.term.text == Text(ru, en)
    calendar = plan_ics(profile, date(int(last[:4]) - 1, 12, 20)).decode()
    assert f"VALUE=DATE:{last}" in calendar
    assert ru in calendar.replace("\r\n ", "")
