"""Law: a certificate on several services counts for the line that pays for it, whoever counts.

The ledger, the execution of the order and the check of its report say the same of each line; drawn, and by hand.
"""

from collections import Counter
from datetime import date

import pytest
from books import (
    FULL_TIME,
    PROFILE,
    TECHNICAL,
    agreed,
    certified,
    contracted,
    fulfilled,
    included,
    line,
    ordered,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189.casebook.book import Casebook
from law189.casebook.ledger import ledger
from law189.casebook.report import report_of
from law189.casebook.taking import judged
from law189.measures import Unit
from law189.numbers import service_key
from law189.report.executed import report_lines
from law189.verdict import Outcome

BOTH = (FULL_TIME, TECHNICAL)
YEAR_END = date(2024, 12, 31)
DRAWN = st.lists(
    st.fixed_dictionaries(
        {
            "services": st.sampled_from([(FULL_TIME,), (TECHNICAL,), BOTH]),
            "line": st.sampled_from(BOTH),
            "of": st.sampled_from(BOTH),
            "rendered": st.integers(1, 20),
            "ended": st.booleans(),
        }
    ),
    min_size=1,
    max_size=4,
)


def town(drawn):
    """A town whose certificates are each of one service, or of both and paid from a line; each has a contract."""
    yield from ordered(shares=tuple((one, 600) for one in BOTH))
    yield from included(services=BOTH)
    yield from agreed(services=BOTH)
    for at, one in enumerate(drawn):
        whole = len(one["services"]) > 1
        more = {"line": one["line"]} if whole and one["line"] else {}
        yield from certified(
            f"c{at}",
            number=f"К-{at}",
            file=str(at),
            services=one["services"],
            refers_to={"order": "2024/1"},
            **more,
        )
        service = one["of"] if whole else one["services"][0]
        yield from contracted(f"k{at}", number=f"Д-{at}", certificate=f"К-{at}", service=service)
        if one["ended"]:
            yield from fulfilled(f"k{at}", rendered=one["rendered"])


def happened(steps):
    book = Casebook(PROFILE)
    for one in steps:
        book = book.after(judged(book.shelf, one, PROFILE, happened=True))
    return book


def paying(one):
    """The line that pays for a drawn certificate."""
    return one["line"] if len(one["services"]) > 1 else one["services"][0]


def reported(amounts):
    rows = [
        {
            "service": service,
            "unit": "person-hours",
            "amount": amounts[service_key(service)],
            "parts": [{"way": "certificate", "amount": amounts[service_key(service)]}],
        }
        for service in BOTH
    ]
    return line(
        "order",
        "order",
        "report_formed",
        "2025-01-27",
        "education",
        achieved=rows,
        document={"form": "paper"},
    )


def compared(book, amounts):
    """How each service of a report stands beside the cases."""
    found = [
        one for one in book.judge(reported(amounts)).walk() if one.rule == "reconciliation.report_agrees"
    ]
    return {service_key(one.facts["service"]): one.outcome for one in found}


@given(drawn=DRAWN)
@settings(max_examples=size(30, 600))
def test_the_ledger_the_execution_and_the_report_count_by_the_line_that_pays(drawn):
    book, expected = happened(town(drawn)), Counter()
    for one in drawn:
        expected[service_key(paying(one))] += one["rendered"] if one["ended"] else 0
    cases = [*book.cases()]
    rows = {row.service: row.rendered.amount for row in ledger(cases, PROFILE, YEAR_END).services}
    report = report_of(cases, PROFILE, "2024/1", YEAR_END)
    executed = {row.service: row.rendered.amount for row in report.rows}
    assert report.outside == ()
    assert rows == executed == {service_key(one): expected[service_key(one)] for one in BOTH}
    running = any(not one["ended"] for one in drawn)
    answers = compared(book, expected)
    assert Outcome.BREACH not in answers.values()
    assert running or set(answers.values()) <= {Outcome.HOLDS}
    for service in BOTH:
        more = sum(72 for one in drawn if not one["ended"] and paying(one) == service)
        wrong = expected + Counter({service_key(service): more + 1})
        assert compared(book, wrong)[service_key(service)] is Outcome.BREACH


ONE = {"services": BOTH, "line": FULL_TIME, "of": TECHNICAL, "rendered": 50, "ended": True}


def act(amount):
    return line(
        "agreement", "agreement", "act_drawn", "2024-05-31", "provider", number="А-1", since="2024-02-01",
        until="2024-05-31", rendered=[{"service": TECHNICAL, "amount": amount, "unit": "person-hours"}],
    )  # fmt: skip


def test_acts_of_a_service_bear_out_what_another_line_pays_for():
    book = happened([*town([{**ONE, "ended": False}]), act(72)])
    assert compared(book, Counter({service_key(FULL_TIME): 72}))[service_key(FULL_TIME)] is Outcome.HOLDS
    (one,) = (row for row in ledger(book.cases(), PROFILE, YEAR_END).services if row.accepted.amount)
    assert (one.service, one.accepted.amount) == (service_key(FULL_TIME), 72)


def test_acts_of_contracts_of_several_lines_are_of_the_service_that_they_name():
    book = happened(
        [*town([{**ONE, "ended": False}, {**ONE, "services": (TECHNICAL,), "ended": False}]), act(72)]
    )
    (one,) = (row for row in ledger(book.cases(), PROFILE, YEAR_END).services if row.accepted.amount)
    assert one.service == service_key(TECHNICAL)


def test_what_a_certificate_without_a_line_gave_is_of_no_line_for_sure():
    book = happened(town([{**ONE, "line": None}]))
    report = report_of(book.cases(), PROFILE, "2024/1", YEAR_END)
    assert [row.rendered.amount for row in report.rows] == [0, 0]
    (one,) = report.outside
    assert (one.service, one.unit, one.rendered.amount) == (None, Unit.PERSON_HOURS, 50)
    assert one.as_json()["service"] is None
    said = {lang: "\n".join(report_lines(report, lang)) for lang in ("ru", "en")}
    assert "услуга не названа" in said["ru"]
    assert "no service named" in said["en"]
    for service in BOTH:
        found = compared(book, Counter({service_key(service): 50}))
        assert found == {service_key(one): Outcome.UNKNOWN for one in BOTH}
        assert compared(book, Counter({service_key(service): 51}))[service_key(service)] is Outcome.BREACH


@pytest.mark.parametrize("of", BOTH)
def test_a_void_step_leaves_the_line_open_that_pays_whichever_service_it_is_for(of):
    book = happened(town([{**ONE, "of": of, "rendered": 80}]))
    every = book.judge(reported(Counter({service_key(FULL_TIME): 60}))).walk()
    found = {one.facts["service"]: one for one in every if one.rule == "reconciliation.report_agrees"}
    assert (found[FULL_TIME].outcome, found[FULL_TIME].facts["void"]) == (Outcome.BREACH, ("k0",))
    assert TECHNICAL not in found or found[TECHNICAL].facts["void"] == ()
