"""How an order is executed by the cases: by hand, and against a count of the contracts that needs no book."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest
from books import (
    FULL_TIME,
    OTHER_PROVIDER,
    PROFILE,
    TECHNICAL,
    certified,
    contracted,
    fulfilled,
    included,
    line,
    ordered,
    taking,
    town,
)
from filled import acts
from hypothesis import given, settings
from hypothesis import strategies as st

from law189.casebook.book import Casebook
from law189.casebook.known import Made
from law189.casebook.report import NoOrder, report_of
from law189.casebook.taking import judged
from law189.extracts import Way
from law189.measures import Unit
from law189.numbers import service_key
from law189.profile.federal import shipped_data
from law189.profile.loader import load_profile

END = date(2024, 12, 31)
HOURS = Unit.PERSON_HOURS


def permitting(per_cent):
    """Kemerovo with its acts, one of which permits a deviation."""
    data, adopted = shipped_data()["municipalities"]["kemerovo"], list(acts())
    own = next(one for one in adopted if "order-forming" in one["adopts"])
    fill = {"slot": "order.permitted_deviation", "number": per_cent, "cite": f"{own['act']['id']}/p9"}
    own["fills"] = [*own["fills"], fill]
    return load_profile({**data, "adopted": adopted})


def told(book, named="2024/1", on=END, profile=PROFILE):
    return report_of(book.cases(), profile, named, on)


def amended(share, task=400, on="2024-03-01"):
    parts = [{"way": "municipal-task", "amount": task}, {"way": "certificate", "amount": share}]
    row = {"service": FULL_TIME, "unit": "person-hours", "total": share + task, "parts": parts}
    return line(
        "order", "order", "amended", on, "education", status=2, lines=[row], reason="спрос",
        enabling_act="решение № 9", document={"form": "paper"},
    )  # fmt: skip


# ─── By hand ─────────────────────────────────────────────────────────────────────────────────────────────


def test_a_row_has_what_was_ordered_and_what_contracts_rendered_each_with_its_records():
    book = taking(town(), contracted(), fulfilled(rendered=50), [amended(700)])
    report = told(book)
    (row,) = report.rows
    assert (report.history, report.number, report.year, report.on) == ("order", "2024/1", 2024, END)
    assert (row.service, row.unit) == (service_key(FULL_TIME), HOURS)
    shares = {way: (share.amount, share.made_by) for way, share in row.shares}
    assert shares == {
        Way.MUNICIPAL_TASK: (Decimal(400), (Made("order", 2),)),
        Way.CERTIFICATE: (Decimal(700), (Made("order", 2), Made("order", 4))),
    }
    assert (row.ordered.amount, row.share.amount) == (Decimal(1100), Decimal(700))
    assert (row.rendered.amount, row.rendered.made_by) == (Decimal(50), (Made("k1", 3),))
    assert row.deviation.amount == Decimal(-650)
    assert row.deviation.made_by == (Made("k1", 3), Made("order", 2), Made("order", 4))
    assert (report.permitted, report.cites, row.within, report.outside) == (None, (), None, ())


@pytest.mark.parametrize(("on", "rendered"), [(date(2024, 5, 30), 0), (date(2024, 5, 31), 50)])
def test_a_day_sees_the_contracts_that_ended_by_then(on, rendered):
    book = taking(town(), contracted(), fulfilled(rendered=50))
    assert told(book, on=on).rows[0].rendered.amount == rendered


def test_a_contract_whose_act_is_of_another_year_is_of_the_order_of_its_certificate():
    book = taking(town(), contracted(), fulfilled(rendered=50, on="2025-01-09"))
    assert told(book, on=date(2025, 1, 8)).rows[0].rendered.amount == 0
    assert told(book, on=date(2025, 2, 3)).rows[0].rendered.amount == 50


@pytest.mark.parametrize(
    ("per_cent", "rendered", "within"),
    [(10, 72, True), (10, "64.8", True), (10, "64.79", False), (0, 72, True)],
)
def test_a_deviation_is_within_what_the_act_permits_of_the_share_or_not(per_cent, rendered, within):
    book = taking([*town()], contracted(), fulfilled(rendered=rendered), [amended(72)])
    report = told(book, profile=permitting(per_cent))
    assert (report.permitted, report.rows[0].within) == (per_cent, within)
    assert {cite.address for cite in report.cites} == {"art6.part4", "p9"}


def test_what_was_rendered_of_a_service_that_no_line_has_is_told_beside_the_order():
    later = ordered("order-2", number="2024/2", shares=((TECHNICAL, 100),))
    other = included("entry-2", inn=OTHER_PROVIDER, record="2", services=(TECHNICAL,))
    book = taking(town(), contracted(), fulfilled(rendered=50), later, other)
    assert told(book, "2024/1").outside == told(book, "2024/2").outside == ()
    parts = [{"way": "certificate", "amount": 100}]
    row = {"service": TECHNICAL, "unit": "person-hours", "total": 100, "parts": parts}
    event = amended(1).event
    lines = type(event).model_validate({**event.model_dump(), "lines": [row]})
    step = amended(1).model_copy(update={"event": lines})
    book = book.after(judged(book.shelf, step, PROFILE, happened=True))
    (one,) = told(book, "2024/1").outside
    assert (one.service, one.unit, one.rendered.amount) == (service_key(FULL_TIME), HOURS, Decimal(50))
    assert one.rendered.made_by == (Made("k1", 3),)


def test_an_order_is_named_by_its_case_or_by_its_number_however_that_is_written():
    book = taking(town())
    assert told(book, "order") == told(book, "№ 2024/1") == told(book, " 2024/1")


def test_what_is_no_order_of_the_day_is_refused_with_what_to_do():
    book = taking(town(), ordered("order-2", number="2024/1", year=2025))
    for named, words in {
        "2024/1": "name the case: order, order-2",
        "2024/11": "possible: order, 2024/1, order-2",
        "c1": "the cases have no order «c1»",
    }.items():
        with pytest.raises(NoOrder) as refused:
            told(book, named)
        assert words in str(refused.value), named
        assert refused.value.words.ru != refused.value.words.en
    for on, state in ((date(2023, 11, 30), "drafted"), (date(2023, 10, 31), "order planned")):
        with pytest.raises(NoOrder, match=state):
            told(book, "order", on=on)
    gone = line("order", "order", "cancelled", "2024-01-09", "education", reason="денег нет", begun=False)
    with pytest.raises(NoOrder, match="order cancelled"):
        told(taking(ordered(), [gone]), "order")


# ─── Against a count of the contracts ────────────────────────────────────────────────────────────────────

ENDED = st.lists(
    st.tuples(st.sampled_from((FULL_TIME, TECHNICAL)), st.integers(1, 20), st.sampled_from((2024, 2025))),
    max_size=4,
)


@given(ENDED, st.sampled_from(((FULL_TIME,), (FULL_TIME, TECHNICAL))))
@settings(max_examples=20)
def test_what_is_rendered_of_the_rows_of_all_orders_and_outside_them_is_all_that_was_rendered(
    ended, services
):
    both = (FULL_TIME, TECHNICAL)
    groups = [
        ordered(shares=tuple((one, 600) for one in services)),
        ordered("rest", number="2024/9", shares=tuple((one, 600) for one in both)),
        included(services=both),
    ]
    for at, (service, amount, year) in enumerate(ended):
        groups += [
            certified(f"c{at}", number=f"К-{at}", file=str(at), services=(service,)),
            contracted(f"k{at}", number=f"Д-{at}", certificate=f"К-{at}", service=service),
            fulfilled(f"k{at}", rendered=amount, on=f"{year}-05-30"),
        ]
    book, found = happened(groups), Counter()
    for named in ("order", "rest"):
        report = told(book, named, on=date(2025, 12, 31))
        for row in (*report.rows, *report.outside):
            found[row.service, row.unit] += row.rendered.amount
            assert bool(row.rendered.made_by) is bool(row.rendered.amount)
    expected = Counter()
    for service, amount, _ in ended:
        expected[service_key(service), HOURS] += amount
    assert +found == +expected


def happened(groups):
    """The book after the steps, each recorded whatever is against it."""
    book = Casebook(PROFILE)
    for one in (step for group in groups for step in group):
        book = book.after(judged(book.shelf, one, PROFILE, happened=True))
    return book
