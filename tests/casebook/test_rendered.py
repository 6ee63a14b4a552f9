"""What a report says beside what the cases know of exactly that order and that period: drawn books, and by hand.

The towns have two orders of one year. How much each contract gave in each month is drawn first; the steps tell it
truly, and the reports are of a quarter, of half a year and of the year.
"""

from datetime import date
from decimal import Decimal

import pytest
from books import (
    FULL_TIME,
    OTHER_PROVIDER,
    PROFILE,
    PROVIDER,
    agreed,
    certified,
    contracted,
    fulfilled,
    included,
    line,
    ordered,
    volume,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189.casebook.book import Casebook
from law189.casebook.known import on_day
from law189.casebook.ledger import ledger
from law189.casebook.rendered import order_key, rendered_by
from law189.casebook.report import report_of
from law189.casebook.taking import judged
from law189.measures import Unit
from law189.numbers import service_key
from law189.verdict import Outcome

ORDERS = {"order": "2024/1", "other": "2024/2"}
PERIODS = {
    "quarter": ("2024-01-01", "2024-03-31", "2024-04-15"),
    "half": ("2024-01-01", "2024-06-30", "2024-07-10"),
    "second quarter": ("2024-04-01", "2024-06-30", "2024-07-10"),
    "year": ("2024-01-01", "2024-12-31", "2025-01-27"),
}
LAST = {2: 29, 3: 31, 4: 30, 5: 31}
AGREED = {PROVIDER: "С-1", OTHER_PROVIDER: "С-2"}
TASK = 400


def happened(steps, until="2025-12-31"):
    """The book after the steps of that day or earlier, each recorded whatever is against it."""
    book = Casebook(PROFILE)
    for one in sorted(steps, key=lambda step: step.event.on):
        if one.event.on <= date.fromisoformat(until):
            book = book.after(judged(book.shelf, one, PROFILE, happened=True))
    return book


def base():
    yield from ordered("order", number="2024/1")
    yield from ordered("other", number="2024/2")
    for at, inn in enumerate(AGREED, start=1):
        yield from included(f"e{at}", inn=inn, record=str(at))
        yield from agreed(f"a{at}", number=AGREED[inn], record=str(at))


def told(at, one):
    """The steps of a certificate and its contract, which gave so much in each month."""
    begun, *_, last = sorted(one["months"])
    amounts = [one["months"][month] for month in sorted(one["months"])]
    yield from certified(f"c{at}", number=f"К-{at}", file=str(at), refers_to={"order": ORDERS[one["order"]]})
    yield from contracted(
        f"k{at}", number=f"Д-{at}", inn=one["inn"], certificate=f"К-{at}", on=f"2024-{begun:02}-01"
    )
    if one["amended"]:
        on = f"2024-{begun:02}-{LAST[begun]}"
        facts = {"volume": volume(72), "ends_on": "2024-05-31", "rendered": volume(amounts[0])}
        yield line(
            f"k{at}", "contract", "amended", on, "provider", agreed_by="representative",
            document={"form": "electronic", "system": "navigator"}, **facts,
        )  # fmt: skip
    ended = "2024-06-05" if one["late"] and last == 5 else f"2024-{last:02}-{LAST[last]}"
    yield from fulfilled(f"k{at}", rendered=sum(amounts), on=ended)


def acts(inn, given):
    """Acts of each month under the agreement of the provider, of all its contracts."""
    for month, day in LAST.items():
        much = sum(one["months"].get(month, 0) for one in given if one["inn"] == inn)
        if much:
            rendered = [{"service": FULL_TIME, **volume(much)}]
            yield line(
                f"a{[*AGREED].index(inn) + 1}", "agreement", "act_drawn", f"2024-{month:02}-{day}", "provider",
                number=f"А-{month}", since=f"2024-{month:02}-01", until=f"2024-{month:02}-{day}",
                rendered=rendered,
            )  # fmt: skip


def report(case, period, certificates, task=0):
    since, until, on = PERIODS[period]
    parts = [{"way": "certificate", "amount": certificates}, {"way": "municipal-task", "amount": task}]
    row = {"service": FULL_TIME, "unit": "person-hours", "amount": certificates + task, "parts": parts}
    facts = {"achieved": [row], "document": {"form": "paper"}}
    if period == "year":
        return line(case, "order", "report_formed", on, "education", **facts)
    return line(case, "order", "period_reported", on, "education", since=since, until=until, **facts)


def compared(book, step):
    found = [one for one in book.judge(step).walk() if one.rule == "reconciliation.report_agrees"]
    return found[0] if found else None


def unheld(book, step):
    """Whether it is asked for the contracts, and nothing is compared."""
    told = {one.rule: one.outcome for one in book.judge(step).walk()}
    assert "reconciliation.report_agrees" not in told
    return told.get("reconciliation.report_contracts") is Outcome.UNKNOWN


def truth(given, case, period):
    """How much was rendered under the order in the months of the period."""
    since, until, _ = (date.fromisoformat(one) for one in PERIODS[period])
    return sum(
        amount
        for one in given
        if one["order"] == case
        for month, amount in one["months"].items()
        if since.month <= month <= until.month
    )


@st.composite
def contracts(draw):
    found = []
    for _ in range(draw(st.integers(1, 4))):
        begun = draw(st.integers(2, 4))
        last = draw(st.integers(begun + 1, 5))
        months = {month: draw(st.integers(1, 12)) for month in range(begun, last + 1)}
        pick = lambda *of: draw(st.sampled_from(of))  # noqa: E731
        found.append({
            "order": pick(*ORDERS), "inn": pick(*AGREED), "months": months,
            "amended": pick(True, False), "late": pick(True, False),
        })  # fmt: skip
    return found


def town(given, acted=False):
    steps = [*base()]
    for at, one in enumerate(given):
        steps += told(at, one)
    for inn in AGREED if acted else ():
        steps += acts(inn, given)
    return steps


@given(
    given_=contracts(),
    case=st.sampled_from([*ORDERS]),
    period=st.sampled_from([*PERIODS]),
    acted=st.booleans(),
)
@settings(max_examples=40)
def test_a_true_report_is_never_wrong_and_what_cannot_be_is_always_told(given_, case, period, acted):
    on, really = PERIODS[period][2], truth(given_, case, period)
    book = happened(town(given_, acted), on)
    found = compared(book, report(case, period, really))
    if all(one["order"] != case for one in given_):  # there is nothing to compare it with
        assert [unheld(book, report(case, period, much)) for much in (0, 1)] == [False, True]
        return
    assert found.outcome is not Outcome.BREACH, (really, found.text.en)
    least, most = found.facts["rendered"], found.facts["most"]
    if most is None:
        assert (found.outcome, least) == (Outcome.HOLDS, really)
    else:
        assert found.outcome is Outcome.UNKNOWN
        assert least <= really <= most
    for wrong in (int(least) - 1, int(least if most is None else most) + 1):
        if wrong >= 0:
            assert compared(book, report(case, period, wrong)).outcome is Outcome.BREACH
    if period in ("half", "year"):  # every contract has begun and ended in it
        assert most is None


@given(given_=contracts(), case=st.sampled_from([*ORDERS]), period=st.sampled_from([*PERIODS]))
@settings(max_examples=20)
def test_contracts_of_another_order_of_the_year_change_nothing(given_, case, period):
    on = PERIODS[period][2]
    own = [one for one in given_ if one["order"] == case]
    if not own:
        return
    with_others, without = (
        compared(happened(town(some), on), report(case, period, 9)) for some in (given_, own)
    )
    assert (with_others.outcome, with_others.facts) == (without.outcome, without.facts)


@given(given_=contracts(), case=st.sampled_from([*ORDERS]))
@settings(max_examples=20)
def test_acts_of_each_month_say_exactly_what_was_rendered_in_a_quarter(given_, case):
    own = [{**one, "order": case} for one in given_]
    found = compared(happened(town(own, acted=True), "2024-04-15"), report(case, "quarter", 0))
    assert (found.facts["rendered"], found.facts["most"]) == (truth(own, case, "quarter"), None)


@given(given_=contracts())
@settings(max_examples=20)
def test_the_reports_of_all_orders_and_the_ledger_have_the_same_rendered(given_):
    cases, on = [*happened(town(given_)).cases()], date(2024, 12, 31)
    by_order = {}
    for case in ORDERS:
        rendered = report_of(cases, PROFILE, case, on)
        assert rendered.outside == ()
        (by_order[case],) = (row.rendered.amount for row in rendered.rows)
        assert by_order[case] == truth(given_, case, "year")
    (row,) = ledger(cases, PROFILE, on).services
    assert row.rendered.amount == sum(by_order.values())


def across(at, one):
    """The steps of a contract that runs into the next year: what it gave, and what its papers say of it."""
    yield from certified(f"c{at}", number=f"К-{at}", file=str(at), refers_to={"order": "2024/1"})
    offered, concluded = contracted(f"k{at}", number=f"Д-{at}", certificate=f"К-{at}", on="2024-11-01")
    lasts = offered.event.model_copy(update={"ends_on": date.fromisoformat(one["ends_on"])})
    yield offered.model_copy(update={"event": lasts})
    yield concluded
    if one["amended"]:
        yield line(
            f"k{at}", "contract", "amended", one["amended"], "provider", agreed_by="representative",
            volume=volume(72), ends_on=one["ends_on"], rendered=volume(one["by_then"]),
            document={"form": "electronic", "system": "navigator"},
        )  # fmt: skip
    if one["ended"]:
        yield from fulfilled(f"k{at}", rendered=one["by_then"] + one["more"], on=one["ended"])


ACROSS = st.fixed_dictionaries({
    "ends_on": st.sampled_from(["2024-12-20", "2024-12-31", "2025-01-14"]),
    "amended": st.none() | st.sampled_from(["2024-12-20", "2024-12-31", "2025-01-10"]),
    "by_then": st.integers(0, 20), "more": st.integers(0, 20),
    "ended": st.none() | st.sampled_from(["2025-01-12", "2025-01-14", "2025-01-17"]),
})  # fmt: skip
ACTS_ACROSS = st.lists(
    st.tuples(
        st.sampled_from([
            ("2024-11-01", "2024-11-30"), ("2024-12-01", "2024-12-31"), ("2024-12-15", "2025-01-10"),
            ("2025-01-01", "2025-01-14"),
        ]),
        st.integers(1, 20),
    ),
    max_size=3,
)  # fmt: skip


@given(st.lists(ACROSS, min_size=1, max_size=3), ACTS_ACROSS, st.booleans())
@settings(max_examples=size(40, 800))
def test_whoever_copies_the_execution_of_an_order_into_its_report_commits_no_breach(some, acted, single):
    steps = [*ordered("order"), *[*base()][6:]] if single else [*base()]
    for at, one in enumerate(some):
        steps += across(at, one)
    steps += [act_of(amount, *days, f"А-{at}") for at, (days, amount) in enumerate(acted)]
    book, on = happened(steps, "2025-01-20"), date(2025, 1, 20)
    (row,) = report_of(book.cases(), PROFILE, "2024/1", on).rows
    said = compared(book, report("order", "year", row.rendered.amount))
    assert said.outcome is (Outcome.HOLDS if row.most is None else Outcome.UNKNOWN)
    assert (said.facts["rendered"], said.facts["most"]) == (row.rendered.amount, row.most)
    for more in (row.rendered.amount - 1, (row.rendered.amount if row.most is None else row.most) + 1):
        assert more < 0 or compared(book, report("order", "year", more)).outcome is Outcome.BREACH
    ended = sum(one["by_then"] + one["more"] for one in some if one["ended"])
    most = (row.most or row.rendered.amount) + (row.other_most or row.other_years.amount)
    assert ended <= most
    for figure in (row.rendered, row.other_years):
        assert figure.made_by or not figure.amount


def test_what_is_of_another_year_than_the_order_is_told_in_a_column_of_its_own():
    one = {"ends_on": "2025-01-14", "amended": None, "by_then": 30, "more": 20, "ended": "2025-01-14"}
    steps = [*base(), *across(0, one)]
    acts_ = [act_of(30, "2024-11-01", "2024-12-31"), act_of(20, "2025-01-01", "2025-01-14", "А-2")]
    (row,) = report_of(happened([*steps, *acts_]).cases(), PROFILE, "2024/1", date(2025, 1, 20)).rows
    assert (row.rendered.amount, row.most, row.other_years.amount, row.other_most) == (30, None, 20, None)
    assert [str(made.history) for made in row.rendered.made_by] == ["k0", "a1"]
    (row,) = report_of(happened(steps).cases(), PROFILE, "2024/1", date(2025, 1, 20)).rows
    assert (row.rendered.amount, row.most, row.other_years.amount, row.other_most) == (0, 50, 0, 50)


# ─── By hand ─────────────────────────────────────────────────────────────────────────────────────────────

RUN = {"order": "order", "inn": PROVIDER, "months": {3: 30, 4: 20}, "amended": False, "late": False}


@pytest.mark.parametrize(
    ("task", "reported", "outcome"),
    [(True, 50, Outcome.UNKNOWN), (True, 451, Outcome.BREACH), (False, 50, Outcome.HOLDS)],
)
def test_a_report_of_a_period_that_does_not_tell_the_ways_apart(task, reported, outcome):
    steps = [*ordered("order", task=TASK if task else 0), *[*base()][6:], *told(0, RUN)]
    row = {"service": FULL_TIME, "unit": "person-hours", "amount": reported}
    since, until, on = PERIODS["half"]
    step = line(
        "order", "order", "period_reported", on, "education", since=since, until=until, achieved=[row],
        document={"form": "paper"},
    )  # fmt: skip
    assert compared(happened(steps, on), step).outcome is outcome


def test_what_was_rendered_and_is_in_no_line_of_the_report_is_told():
    shares = ((FULL_TIME, 600),)
    book = happened([*ordered("order", shares=shares), *[*base()][3:], *told(0, RUN)], "2025-01-27")
    other = "804200О.99.0.ББ52АЕ59000"
    facts = {"achieved": [{"service": other, "unit": "person-hours", "amount": 0}]}
    step = line(
        "order", "order", "report_formed", "2025-01-27", "education", **facts, document={"form": "paper"}
    )
    found = compared(book, step)
    assert (found.outcome, found.facts["service"], found.facts["reported"]) == (Outcome.BREACH, FULL_TIME, 0)
    assert found.facts["rendered"] == 50


YEAR_OF = ("2024-01-01", "2024-12-31")


def rendered(steps, on, number="2024/1", period=YEAR_OF):
    """What the cases know on the day of what was rendered under the order in the period."""
    found = rendered_by(on_day(case, date.fromisoformat(on)) for case in happened(steps).cases())
    since, until = map(date.fromisoformat, period)
    return found.within(order_key(number, 2024), (service_key(FULL_TIME), Unit.PERSON_HOURS), since, until)


def shown(number="К-9"):
    """An extract of a certificate that the book does not hold."""
    return {
        "as_of": "2024-02-01", "number": number, "recipient": {"file": "17", "born": "2014-05-01"},
        "services": [FULL_TIME], "nominal": volume(72), "balance": volume(72), "formed_on": "2024-01-10",
        "valid_until": "2024-12-31",
    }  # fmt: skip


def test_a_contract_whose_order_nobody_tells_is_of_the_only_one_or_maybe_of_each():
    strange = [*contracted(handed=shown()), *fulfilled(rendered=40)]
    both, one = [*base()], [*ordered("order"), *[*base()][6:]]
    assert rendered([*one, *strange], "2025-01-27") == (40, 40)
    assert rendered([*both, *strange], "2025-01-27") == (0, 40)
    assert rendered([*both, *strange], "2025-01-27", "2024/2") == (0, 40)
    assert rendered([*both, *strange], "2025-01-27", "2024/7") == (0, 0)


def act_of(amount, since="2024-02-01", until="2024-03-31", number="А-1"):
    return line(
        "a1", "agreement", "act_drawn", until, "provider", number=number, since=since, until=until,
        rendered=[{"service": FULL_TIME, **volume(amount)}],
    )  # fmt: skip


def amended(given_, on="2024-03-31"):
    """The contract amended, which tells how much was rendered by then."""
    return line(
        "k1", "contract", "amended", on, "provider", agreed_by="representative", volume=volume(70),
        document={"form": "electronic", "system": "navigator"}, ends_on="2024-05-31", rendered=volume(given_),
    )  # fmt: skip


Q1, Q2, Q3 = (PERIODS["quarter"][:2], PERIODS["second quarter"][:2], ("2024-07-01", "2024-09-30"))
AT_END = [*fulfilled(rendered=60)]
KNOWN = [
    # a contract of 72 of February to May: what else is recorded, the period, between what it lies
    ([], YEAR_OF, (0, 72)),
    ([], Q1, (0, 72)),
    ([], Q3, (0, 0)),
    ([act_of(30)], YEAR_OF, (30, 72)),
    ([act_of(30)], Q1, (30, 30)),
    ([act_of(30)], Q2, (0, 42)),
    ([act_of(30), act_of(20, "2024-04-01", "2024-04-30", "А-2")], Q2, (20, 42)),
    ([act_of(30), act_of(20, "2024-04-01", "2024-05-31", "А-2")], YEAR_OF, (50, 50)),
    ([amended(30)], YEAR_OF, (30, 70)),
    ([amended(30)], Q1, (30, 30)),
    ([amended(30)], Q2, (0, 40)),
    ([amended(0)], YEAR_OF, (0, 70)),
    ([amended(30), act_of(30)], Q2, (0, 40)),
    (AT_END, YEAR_OF, (60, 60)),
    (AT_END, Q1, (0, 60)),
    (AT_END, Q2, (0, 60)),
    ([act_of(30), *AT_END], Q2, (30, 30)),
    ([act_of(30), *AT_END], Q1, (30, 30)),
    ([act_of(30, until="2024-02-29"), *AT_END], Q1, (30, 60)),
    ([act_of(30, until="2024-02-29"), *AT_END], Q2, (0, 30)),
    ([act_of(20, "2024-04-01", "2024-05-31"), *AT_END], Q1, (40, 40)),
    ([act_of(20, "2024-03-15", "2024-04-15"), *AT_END], Q2, (0, 60)),  # of both quarters
    ([act_of(30, "2024-01-09"), *AT_END], Q1, (30, 30)),  # it begins before the contract
    ([act_of(30, "2024-01-09"), *AT_END], Q2, (30, 30)),
    ([act_of(30, "2024-01-09")], Q2, (0, 42)),
]


@pytest.mark.parametrize("on", ["2024-05-31", "2024-06-01", "2025-01-09"])
@pytest.mark.parametrize(("more", "period", "between"), KNOWN)
def test_a_contract_gave_what_is_borne_out_up_to_its_volume_until_its_end_is_recorded(
    more, period, between, on
):
    """The morning after its last day nothing else is known than on that day."""
    steps = [*base(), *certified(refers_to={"order": "2024/1"}), *contracted(), *more]
    assert rendered(steps, on, period=period) == between


def test_what_an_end_recorded_late_says_was_rendered_is_of_the_days_of_the_contract():
    steps = [*base(), *certified(refers_to={"order": "2024/1"}), *contracted()]
    late = [*steps, *fulfilled(rendered=60, on="2024-09-06")]
    assert rendered(steps, "2024-10-05", period=Q3) == rendered(late, "2024-10-05", period=Q3) == (0, 0)
    assert rendered(late, "2024-10-05") == (60, 60)
    assert rendered([*steps, *fulfilled(rendered=60)], "2024-10-05", period=Q2) == (0, 60)
    assert rendered(late, "2024-10-05", period=Q2) == (0, 60)


@given(
    given_=contracts(), case=st.sampled_from([*ORDERS]), period=st.sampled_from([*PERIODS]), data=st.data()
)
@settings(max_examples=30)
def test_what_is_known_narrows_as_more_is_recorded_and_time_alone_says_nothing(given_, case, period, data):
    """Of a true book the amount lies between the ends; with each record they come no further apart."""
    really, steps = (
        truth(given_, case, period),
        sorted(town(given_, acted=True), key=lambda one: one.event.on),
    )
    acts_ = [one for one in steps if one.event.kind == "act_drawn"]
    ends = [one for one in steps if one.event.kind == "fulfilled"]
    left = [one for one in steps if one not in acts_ and one not in ends]
    before = None
    for more in ([], data.draw(st.permutations(acts_ + ends))):
        for place in range(len(more) + 1):
            book = happened(sorted([*left, *more[:place]], key=lambda one: one.event.on))
            found = rendered_by(on_day(one, date(2025, 1, 31)) for one in book.cases())
            since, until = (date.fromisoformat(one) for one in PERIODS[period][:2])
            what = service_key(FULL_TIME), Unit.PERSON_HOURS
            least, most = found.within(
                order_key(f"2024/{1 + [*ORDERS].index(case)}", 2024), what, since, until
            )
            assert least <= really <= most
            assert before is None or (before[0] <= least and most <= before[1])
            before = least, most
    if period in ("half", "year"):
        assert before == (really, really)


def test_acts_and_contracts_that_differ_leave_both_possible():
    acted = line(
        "a1", "agreement", "act_drawn", "2024-05-31", "provider", number="А-1", since="2024-02-01",
        until="2024-05-31", rendered=[{"service": FULL_TIME, **volume(30)}],
    )  # fmt: skip
    steps = [*base(), *certified(refers_to={"order": "2024/1"}), *contracted(), acted]
    assert rendered([*steps, *fulfilled(rendered=50)], "2025-01-27") == (30, 50)
    assert rendered([*steps, *fulfilled(rendered=30)], "2025-01-27") == (30, 30)
    assert rendered([*steps, *fulfilled(rendered=20)], "2025-01-27") == (20, 30)


def test_an_act_that_covers_a_part_of_the_days_says_the_least_alone():
    acted = line(
        "a1", "agreement", "act_drawn", "2024-03-31", "provider", number="А-1", since="2024-02-01",
        until="2024-03-31", rendered=[{"service": FULL_TIME, **volume(30)}],
    )  # fmt: skip
    steps = [*base(), *certified(refers_to={"order": "2024/1"}), *contracted(), acted]
    assert rendered(steps, "2024-05-31") == (30, 72)
    assert rendered([*steps, *fulfilled(rendered=20)], "2025-01-27") == (20, 30)
    assert rendered([*steps, *fulfilled(rendered=60)], "2025-01-27") == (60, 60)
    assert Decimal(0) == rendered(steps, "2024-05-31", "2024/2").most
