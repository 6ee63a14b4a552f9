"""A figure of a day counts what lives on that day: nothing annulled, ended or not yet begun, wherever it is told.

Registers, the ledger, what indicators count and the execution of an order are asked of drawn cases on any day, and
compared with the same cases of which only the records of that day are left, put together by hand; with one another;
and with themselves as time passes and nothing is recorded.
"""

from datetime import date, timedelta
from decimal import Decimal

from books import PROFILE, certified, contracted, fulfilled, line, ordered, town, volume
from drawn import decided, drawn
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189.audit.bulk import Audit
from law189.casebook.known import on_day
from law189.casebook.ledger import ledger
from law189.casebook.registers import RegisterKind, register
from law189.casebook.report import NoOrder, report_of
from law189.casebook.tallies import tallied
from law189.cases.history import RecordAnnulled
from law189.profile.tallies import Counts
from law189.rules.indicators.tallies import Extent
from law189.workflows import LIFECYCLES, certificate

KINDS = ("certificates", "holders", "providers", "applicants", "orders", "served")
PROVIDERS, RECIPIENTS = RegisterKind
CASES = [one for one in LIFECYCLES if one.name != "meeting"]


def figures(histories, on):
    """Every figure of the day, without the records that it comes from."""
    rows = {
        kind.value: [
            {name: fact for name, fact in row._asdict().items() if name != "made_by"}
            for row in register(kind, histories, PROFILE, on).rows
        ]
        for kind in RegisterKind
    }
    book = ledger(histories, PROFILE, on).as_json()
    told = {kind: counted(histories, on, kind) for kind in KINDS}
    return {**rows, **told, "ledger": bare(book), "orders done": bare([*reports(histories, on)])}


def counted(histories, on, kind):
    edition = PROFILE.on(on)
    return tallied(Counts(kind=kind), [on_day(one, on) for one in histories], edition, on).found


def reports(histories, on):
    for one in histories:
        if one.lifecycle == "order" and one.records:
            try:
                yield report_of(histories, PROFILE, one.id, on).as_json()
            except NoOrder:
                continue


def bare(told):
    """The JSON without records."""
    match told:
        case dict():
            return {name: bare(one) for name, one in told.items() if name != "made_by"}
        case list():
            return [bare(one) for one in told]
        case _:
            return told


def left_of(history, on):
    """The case as if it had never had any but the records of the day that stand, found by walking over them."""
    dead, annulling = set(), []
    for place, record in enumerate(history.records):
        if record.event.on <= on and isinstance(record.event, RecordAnnulled):
            annulling.append((place, record.event.record - 1))
    for place, target in reversed(annulling):  # one that is annulled itself annuls nothing
        if place not in dead:
            dead.add(target)
    kept = tuple(
        record
        for place, record in enumerate(history.records)
        if place not in dead and record.event.on <= on and not isinstance(record.event, RecordAnnulled)
    )
    state = (
        kept[-1].state if kept else next(one for one in CASES if one.name == history.lifecycle).initial.value
    )
    return history._replace(records=kept, annulled=frozenset(), state=state)


def a_set(data):
    """Drawn cases of every lifecycle that a figure is told of, some with records that were made in error."""
    found = []
    for number in range(data.draw(st.integers(1, 4))):
        cycle = data.draw(st.sampled_from(CASES))
        history = drawn(cycle, PROFILE, data, steps=7)[-1]
        for _ in range(data.draw(st.integers(0, 2))):
            if not history.records:
                break
            on = max(one.event.on for one in history.records) + timedelta(1)
            event = RecordAnnulled(on=on, by="education", record=history.version, reason="ошибка")
            if not cycle.judge(history, event, PROFILE).stops:
                history = cycle.advance(history, event, PROFILE, decision=decided(event))
        found.append(history._replace(id=str(number)))
    return found


def a_day(data, histories):
    days = {record.event.on for one in histories for record in one.records} | {date(2023, 1, 1)}
    more = st.sampled_from((0, 0, 1, 30, 400))
    return data.draw(st.sampled_from(sorted(days))) + timedelta(data.draw(more))


@settings(max_examples=size(60, 2000))
@given(data=st.data())
def test_what_is_annulled_or_of_a_later_day_is_in_no_figure(data):
    histories = a_set(data)
    on = a_day(data, histories)
    assert figures(histories, on) == figures([left_of(one, on) for one in histories], on)


@settings(max_examples=size(60, 2000))
@given(data=st.data())
def test_the_registers_the_indicators_and_the_ledger_count_the_same_living_cases(data):
    histories = a_set(data)
    on = a_day(data, histories)
    agree(histories, on)


def agree(histories, on):
    """That every place which tells of certificates and providers tells of the same ones."""
    held = {
        kind: sum(row.held for row in register(kind, histories, PROFILE, on).rows) for kind in RegisterKind
    }
    for kind, name in ((RECIPIENTS, "certificates"), (PROVIDERS, "providers")):
        told = counted(histories, on, name)
        if isinstance(told, Extent):
            many = (
                {one.inn for one in register(kind, histories, PROFILE, on).rows if one.held}
                if (kind is PROVIDERS)
                else range(held[kind])
            )
            assert told.most == len(many)
        else:
            assert held[kind] == 0
    known = [on_day(one, on).history for one in histories]
    made = [one for one in known if any(one.events(certificate.Formed))]
    if any(one.lifecycle == "contract" for one in histories) or any(
        any(one.events(certificate.Contracted)) for one in made
    ):
        return  # what a certificate gave to contracts stands with their cases
    holdings = [certificate.holding_of(one) for one in made if one.state in ("formed", "suspended")]
    living = sum((one.balance.amount for one in holdings if one.valid_until >= on), Decimal(0))
    assert sum((row.live.amount for row in ledger(histories, PROFILE, on).services), Decimal(0)) == living


@settings(max_examples=size(40, 1000))
@given(data=st.data())
def test_where_nothing_is_recorded_nothing_begins(data):
    histories = a_set(data)
    on = a_day(data, histories)
    last = max((r.event.on for one in histories for r in one.records), default=date(2023, 1, 1))
    one, other = max(on, last), max(on, last) + timedelta(data.draw(st.integers(1, 800)))
    for kind in RegisterKind:
        before, after = ({row.history for row in register(kind, histories, PROFILE, day).rows if row.held}
                         for day in (one, other))  # fmt: skip
        assert after <= before
    free = [sum(row.live.amount for row in ledger(histories, PROFILE, day).services) for day in (one, other)]
    assert free[1] <= free[0]


# ─── By hand ─────────────────────────────────────────────────────────────────────────────────────────────


def happened(*steps):
    asked = Audit(PROFILE)
    for at, one in enumerate(steps, start=1):
        list(asked.take(at, one))
    return [*asked.book.cases()]


def test_a_certificate_past_its_last_day_is_free_no_more_whether_that_is_recorded_or_not():
    steps = [*ordered(), *certified(nominal=72)]
    expired = line("c1", "certificate", "expired", "2025-01-01", "education")
    for taken in (steps, [*steps, expired]):
        for on, live, gone in ((date(2024, 12, 31), 72, 0), (date(2025, 1, 1), 0, 72)):
            cases = happened(*taken)
            (row,) = ledger(cases, PROFILE, on).services
            assert (row.live.amount, row.expired.amount) == (live, gone)
            assert [one.held for one in register(RECIPIENTS, cases, PROFILE, on).rows] == [bool(live)]


def test_the_agreement_that_runs_is_told_and_not_a_later_one_that_has_ended():
    first = [*town()]
    second = [
        one.model_copy(update={"history": "a2", "event": one.event.model_copy(update={"number": "С-2"})})
        if one.event.kind == "drafted" else one.model_copy(update={"history": "a2"})
        for one in first if one.lifecycle == "agreement"
    ]  # fmt: skip
    late = [one.model_copy(update={"event": one.event.model_copy(update={"on": one.event.on + timedelta(30)})})
            for one in second]  # fmt: skip
    ended = line(
        "a2",
        "agreement",
        "terminated",
        "2024-03-01",
        "education",
        ground="расторжение",
        because="по соглашению",
    )
    cases = happened(*first, *late, ended)
    for on, number in ((date(2024, 2, 1), "С-2"), (date(2024, 3, 1), "С-1"), (date(2025, 2, 1), "С-2")):
        (row,) = register(PROVIDERS, cases, PROFILE, on).rows
        assert row.agreement == number


def test_a_certificate_whose_file_does_not_tell_of_its_contract_expires_by_what_is_free():
    """Each case by itself, as a file of steps may hold them: the certificate does not know of its contract."""
    book = happened(*town(), *contracted(), *fulfilled(rendered=50))
    alone = [
        one._replace(records=one.records[:3], state="formed") if one.lifecycle == "certificate" else one
        for one in book
    ]
    for cases in (book, alone):
        (row,) = ledger(cases, PROFILE, date(2025, 1, 31)).services
        assert (row.rendered.amount, row.live.amount, row.expired.amount) == (50, 0, 22)


def test_what_a_contract_gives_back_after_the_last_day_has_expired_too():
    late = fulfilled(rendered=50, on="2025-01-20")
    cases = happened(*town(), *contracted(), *late)
    (row,) = ledger(cases, PROFILE, date(2025, 1, 31)).services
    assert (row.rendered.amount, row.live.amount, row.expired.amount) == (50, 0, 22)
    assert volume(22)["amount"] == row.expired.amount
