"""What an answer says as JSON or as text it says on the page and in the workbook too."""

from collections.abc import Iterator
from datetime import date
from html import unescape
from itertools import chain
from typing import Any

import pytest
from books import PROFILE, certified, contracted, fulfilled, published_elsewhere, taking, town

from law189.audit.indicators import indicators_on
from law189.audit.plan import plan_on
from law189.casebook.ledger import ledger
from law189.casebook.milestones import done_by_cases
from law189.casebook.registers import RegisterKind, register
from law189.casebook.report import report_of
from law189.law import Text
from law189.profile.loader import load_profile
from law189.report.case import case_book, case_page
from law189.report.executed import report_book, report_page
from law189.report.indicated import indicator_book, indicator_page
from law189.report.ledger import ledger_book, ledger_page
from law189.report.planned import plan_book, plan_page
from law189.report.registers import register_html, register_page, register_table
from law189.verdict import Outcome

END = date(2024, 12, 31)
LANGS = ("ru", "en")


def elsewhere() -> Iterator[Any]:
    """A town whose order was published in another place: the step is a breach, and stands."""
    yield from published_elsewhere("order", number="2024/1")
    yield from [one for one in town() if one.history != "order"]
    yield from chain(contracted(), fulfilled("k1", rendered=30), certified("c2", number="К-2", file="18"))


CASES = tuple(taking(elsewhere()).cases())
DONE = done_by_cases(CASES, PROFILE, END)
DAYS = (date(2023, 10, 2), date(2024, 3, 1), END)


def of_tables(book) -> str:
    """All words of a workbook."""
    page, tables = book
    return "\n".join([*page, *(str(one) for _, table in tables for row in table.rows for one in row)])


def both(page, book) -> Iterator[str]:
    """The words of the page and those of the workbook."""
    yield unescape(page)
    yield of_tables(book)


# ─── Что сделано по делам ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("lang", LANGS)
def test_the_plan_says_by_every_form_which_record_did_an_item_and_that_it_is_a_breach(lang):
    told = plan_on(PROFILE, END, DONE)
    (breach,) = {one.made_by for several in DONE.values() for one in several if one.outcome is Outcome.BREACH}
    assert (breach.history, breach.record) == ("order", 3)
    for said in both(
        plan_page(told, "town", END, lang, done=DONE), plan_book(told, "town", END, lang, done=DONE)
    ):
        assert {"ru": "Сделано по делам", "en": "Done by the cases"}[lang] in said or "order: 3" in said
        assert all(
            f"{one.made_by.history}: {one.made_by.record}" in said for of in DONE.values() for one in of
        )
        assert Outcome.BREACH.text[lang] in said


def test_a_plan_of_which_the_cases_did_nothing_has_no_such_part():
    _, tables = plan_book(plan_on(PROFILE, END), "town", END, "ru")
    assert [title for title, _ in tables] == ["План мероприятий"]


# ─── Что сделать, и другое толкование ────────────────────────────────────────────────────────────────────


def answers(profile, lang) -> Iterator[tuple[Any, Iterator[str]]]:
    """The verdicts of answers, with the words of every form of each."""
    for day in DAYS:
        plan = plan_on(profile, day, DONE if profile is PROFILE else None)
        of = "town", day, lang
        yield [one.verdict for one in plan], both(plan_page(plan, *of), plan_book(plan, *of))
        found = indicators_on(profile, {}, day, histories=CASES)
        yield [one.verdict for one in found], both(indicator_page(found, *of), indicator_book(found, *of))


def said_of(verdicts, lang) -> Iterator[str]:
    """What can be done about them, and what another reading would have answered that is another outcome."""
    for one in (part for verdict in verdicts for part in verdict.walk()):
        yield from () if one.cure is None else (one.cure[lang],)
        for other in () if one.reading is None else one.reading.otherwise:
            yield from (other.text[lang],) if other.outcome is not one.outcome else ()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "profile", [PROFILE, load_profile("kemerovo"), load_profile("novokuznetsk_district")]
)
def test_what_to_do_and_another_reading_stand_in_every_form(profile, lang):
    told = 0
    for verdicts, forms in answers(profile, lang):
        words = dict.fromkeys(said_of(verdicts, lang))
        told += len(words)
        for said in forms:
            assert [one for one in words if one not in said] == []
    assert told


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_a_case_says_in_every_form_what_to_do_about_each_step(case, lang):
    words = dict.fromkeys(said_of([record.verdict for record in case.records], lang))
    for said in both(case_page(case, PROFILE, lang), case_book(case, PROFILE, lang)):
        assert [one for one in words if one not in said] == []


@pytest.mark.parametrize("lang", LANGS)
def test_a_case_on_a_day_says_in_every_form_how_many_records_are_later(lang):
    (order,) = (case for case in CASES if case.id == "order")
    words = Text("Записей после этого дня, не показаны: 2", "Records after that day, not shown: 2")
    day = date(2023, 11, 1)
    for said in both(case_page(order, PROFILE, lang, day), case_book(order, PROFILE, lang, day)):
        assert words[lang] in said


# ─── Из каких записей ────────────────────────────────────────────────────────────────────────────────────


def made_by(value: Any) -> Iterator[tuple[str, int]]:
    """Every record that an answer in JSON names."""
    if isinstance(value, dict):
        if value.keys() == {"history", "record"}:
            yield value["history"], value["record"]
        for one in value.values():
            yield from made_by(one)
    elif isinstance(value, list):
        for one in value:
            yield from made_by(one)


def registered(kind, lang):
    told = register(kind, CASES, PROFILE, END)
    page = register_page(told, lang)
    return told.as_json(), both(
        register_html(told, lang), (page, ((page.title, register_table(told, lang)),))
    )


def of_ledger(lang):
    told = ledger(CASES, PROFILE, END)
    return told.as_json(), both(ledger_page(told, lang), ledger_book(told, lang))


def of_order(lang):
    told = report_of(CASES, PROFILE, "2024/1", END)
    return told.as_json(), both(report_page(told, lang), report_book(told, lang))


def of_indicators(lang):
    told = indicators_on(PROFILE, {}, END, histories=CASES)
    of = "town", END, lang
    return [one.as_json() for one in told], both(indicator_page(told, *of), indicator_book(told, *of))


ANSWERS = {
    "providers": lambda lang: registered(RegisterKind.PROVIDERS, lang),
    "recipients": lambda lang: registered(RegisterKind.RECIPIENTS, lang),
    "ledger": of_ledger,
    "report": of_order,
    "indicators": of_indicators,
}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("answer", ANSWERS)
def test_every_record_that_a_figure_comes_from_is_named_by_every_form(answer, lang):
    told, forms = ANSWERS[answer](lang)
    cases = {case for case, _ in made_by(told)}
    assert cases or answer == "indicators"
    for said in forms:
        assert all(f"{case}: " in said for case in cases)
