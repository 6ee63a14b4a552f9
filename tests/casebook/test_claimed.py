"""Law: a claim, and its payment, tell that nobody could render anything on any of its days, in each mode.

What is wanted of the table was written from the words of the agreement and the contract, before the rule: costs are
reimbursed by acts, and in either mode the agreement pays for what is rendered under contracts while they run and
are not suspended. Of an agreement under which the book holds no contract nothing is asked.
"""

from datetime import date, timedelta

import pytest
from books import PROFILE, certified, contracted, fulfilled, line, refusal, taking, town
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size
from scenes import act, annulled, reported, terminated

from law189 import Decision
from law189.audit import parts
from law189.audit.bulk import audit
from law189.audit.parts import audit_parts
from law189.casebook.line import Line
from law189.errors import Refused
from law189.verdict import Outcome

SERVED, COVERED = "reconciliation.claim_served", "reconciliation.claims_covered"
HELD = "reconciliation.contracts_held"
ACTED, ACTS, ON_ACTS = "reconciliation.of_contracts", "reconciliation.acts_covered", "payments.on_acts"

APRIL = ("2024-04-01", "2024-04-30")


def claimed(number="Т-1", acts=(), since=APRIL[0], until=APRIL[1], on="2024-06-03"):
    return line("agreement", "agreement", "claimed", on, "provider", number=number, since=since, until=until,
                roubles="100.00", acts=list(acts))  # fmt: skip


def paid(claim="Т-1", on="2024-06-10"):
    return line("agreement", "agreement", "claim_paid", on, "education", claim=claim, roubles="100.00")


def changed(kind, on, case="k1"):
    return line(case, "contract", kind, on, "provider", reason="карантин")


def undone(on="2024-02-05", case="k1", record=2):
    return annulled(case, "contract", record, on, "representative")


def left(rendered, on, case="k1"):
    facts = {"because": "переезд", "rendered": {"amount": rendered, "unit": "person-hours"}}
    return line(case, "contract", "terminated", on, "provider", **facts)


def in_mode(mode, *steps):
    """The steps, with the agreement of that mode."""
    for one in steps:
        if one.lifecycle == "agreement" and one.event.kind == "drafted":
            event = type(one.event).model_validate({**one.event.model_dump(mode="json"), "mode": mode})
            yield one.model_copy(update={"event": event})
        else:
            yield one


def numbered(steps):
    return [*enumerate(sorted(steps, key=lambda one: one.event.on), start=1)]


def found(steps):
    """What is found against the steps that are about contracts and money, with the step that each follows from."""
    rows = numbered(steps)
    kinds = {at: one.event.kind for at, one in rows}
    return [(one.kind, one.rule, one.outcome, kinds.get(one.cause)) for one in audit(rows, PROFILE)]


# ─── Таблица: способ, акты, договоры ─────────────────────────────────────────────────────────────────────

CONTRACTS = {
    "runs": ([*contracted()], True),
    "ends within the days": ([*contracted(), *fulfilled(rendered=60, on="2024-04-10")], True),
    "ends on the first day": ([*contracted(), *fulfilled(rendered=60, on="2024-04-01")], True),
    "ended before the days": ([*contracted(), *fulfilled(rendered=60, on="2024-03-29")], False),
    "begun on the last day": ([*contracted(on="2024-04-30")], True),
    "begun after the days": ([*contracted(on="2024-05-02")], False),
    "none in the book": ([], None),
    "its conclusion annulled": ([*contracted(), undone()], None),
    "suspended on all the days": (
        [*contracted(), changed("suspended", "2024-03-05"), changed("resumed", "2024-05-06")],
        False,
    ),
    "suspended on some of the days": (
        [*contracted(), changed("suspended", "2024-04-10"), changed("resumed", "2024-04-20")],
        True,
    ),
    "suspended on the first day": ([*contracted(), changed("suspended", "2024-04-01")], True),
    "resumed on the last day": (
        [*contracted(), changed("suspended", "2024-03-05"), changed("resumed", "2024-04-30")],
        True,
    ),
}
"""The contracts under the agreement, and whether somebody could render on a day of April; None: not known."""
BEFORE = ("2024-03-01", "2024-03-04")
ACTS_OF = {"none": None, "of the days": APRIL, "of days before": BEFORE}
RAN_BEFORE = ("begun on the last day", "begun after the days")
"""Where no contract ran from 1 to 4 March."""


@pytest.mark.parametrize("mode", ["provision", "reimbursement"])
@pytest.mark.parametrize("acts", ACTS_OF)
@pytest.mark.parametrize("contracts", CONTRACTS)
def test_a_claim_of_days_on_which_nobody_could_render_is_told(mode, acts, contracts):
    steps, ran = CONTRACTS[contracts]
    days, named = ACTS_OF[acts], ["А-1"] if acts == "of the days" else []
    drawn = [] if days is None else [act("А-1", *days, 5, "2024-06-02")]
    before = [*in_mode(mode, *town(), *steps)]
    void = bool(drawn) and (ran is False if days == APRIL else contracts in RAN_BEFORE)
    wanted = {("act_drawn", ACTED, Outcome.VOID)} if void else set()
    if ran is False:
        wanted |= {("claimed", SERVED, Outcome.UNKNOWN), ("claim_paid", SERVED, Outcome.UNKNOWN)}
    if ran is None:  # asked once, of what comes first
        wanted |= {("act_drawn" if drawn else "claimed", HELD, Outcome.UNKNOWN)}
    if mode == "reimbursement" and not named:
        wanted |= {("claimed", ON_ACTS, Outcome.UNKNOWN)}
    told = found([*before, *drawn, claimed(acts=named), paid()])
    assert {one[:3] for one in told} == wanted
    assert len(told) == len(wanted)
    causes = {one[0]: one[3] for one in told if one[1] == SERVED}
    if ran is False:
        assert causes == {"claimed": "act_drawn" if void else None, "claim_paid": "claimed"}
    if not void:  # a book takes no void act, and one of no contract where an office has decided it
        drawn = [decided(one) for one in drawn]
        why = refusal(taking(sorted([*before, *drawn], key=lambda one: one.event.on)), claimed(acts=named))
        assert why == {rule for kind, rule, _ in wanted if kind == "claimed"}


# ─── Требование раньше договора ──────────────────────────────────────────────────────────────────────────


def test_a_claim_of_days_before_the_first_contract_is_told_at_it():
    told = found([*town(), claimed(since="2024-01-09", until="2024-01-31", on="2024-01-31"), *contracted()])
    unheld = ("claimed", HELD, Outcome.UNKNOWN, None)
    assert told == [unheld, ("concluded", COVERED, Outcome.BREACH, None)]
    on_the_day = claimed(since="2024-01-09", until="2024-02-01", on="2024-02-01")
    assert found([*town(), on_the_day, *contracted()]) == [unheld]  # it was made first
    assert found([*town(), *contracted(), on_the_day]) == []
    more = [*certified("c2", number="К-2", file="18"), *contracted("k2", number="Д-2", certificate="К-2")]
    assert len(found([*town(), claimed(since="2024-01-09", until="2024-01-31", on="2024-01-31"),
                      *contracted(), *more])) == 2  # fmt: skip


LESS = {
    "fulfilled": (lambda: fulfilled(rendered=72, on="2024-03-29"), True),
    "fulfilled within the days": (lambda: fulfilled(rendered=72, on="2024-04-02"), None),
    "fulfilled in time": (lambda: fulfilled(rendered=72), None),
    "terminated": (lambda: [left(10, "2024-03-29")], True),
    "suspended": (lambda: [changed("suspended", "2024-03-29")], True),
    "suspended later": (lambda: [changed("suspended", "2024-05-29")], None),
    "its conclusion annulled": (lambda: [undone("2024-06-05")], True),
}
"""How a contract comes to give less, and whether it gives up the days of April."""


@pytest.mark.parametrize("how", LESS)
@pytest.mark.parametrize("other", [False, True])
@pytest.mark.parametrize("claim", [claimed(), claimed(on="2024-03-20")])
def test_a_contract_that_gives_up_the_days_of_a_claim_is_told(how, other, claim):
    """The claim stands in the book, and the step of the contract is recorded after it, whatever its day."""
    steps, gone = LESS[how]
    more = [*certified("c2", number="К-2", file="18"), *contracted("k2", number="Д-2", certificate="К-2")]
    (step,) = steps()
    told = [one for one in taking(town(), contracted(), more if other else [], [claim]).judge(step).walk()
            if one.rule == COVERED]  # fmt: skip
    over = max(claim.event.on, step.event.on) >= date(2024, 4, 30)
    wanted = [Outcome.HOLDS if other else Outcome.BREACH] if gone and over else []
    assert [one.outcome for one in told] == wanted


def test_a_suspension_taken_back_and_put_again_is_asked_of_the_claim():
    """A record of a resumption annulled leaves the contract suspended on the days of the claim."""
    pause = [changed("suspended", "2024-03-05"), changed("resumed", "2024-03-08")]
    steps = [
        *town(),
        *contracted(),
        *pause,
        claimed(),
        annulled("k1", "contract", 4, "2024-06-12", "provider"),
    ]
    assert found(steps) == [("record_annulled", COVERED, Outcome.BREACH, None)]
    drawn = act("А-1", *APRIL, 5, "2024-05-02")
    told = found(
        [*town(), *contracted(), *pause, drawn, annulled("k1", "contract", 4, "2024-06-12", "provider")]
    )
    assert told == [("record_annulled", ACTS, Outcome.BREACH, None)]


def test_a_claim_that_rests_on_acts_is_told_of_the_acts_where_the_contract_is_undone():
    drawn = act("А-1", *APRIL, 5, "2024-06-02")
    told = found([*town(), *contracted(), drawn, claimed(acts=["А-1"]), undone("2024-06-05")])
    assert told == [("record_annulled", ACTS, Outcome.BREACH, None)]
    both = found([*town(), *contracted(), claimed(), undone("2024-06-05"), paid()])
    assert [one[:3] for one in both] == [
        ("record_annulled", COVERED, Outcome.BREACH), ("claim_paid", HELD, Outcome.UNKNOWN)]  # fmt: skip


# ─── Требование вперёд ───────────────────────────────────────────────────────────────────────────────────

AHEAD = claimed(on="2024-03-20")


def test_a_claim_of_days_to_come_is_asked_when_it_is_paid_after_them():
    ended = [*town(), *contracted(), *fulfilled(rendered=60, on="2024-03-25")]
    assert found([*ended, AHEAD]) == []
    assert found([*ended, AHEAD, paid(on="2024-03-26")]) == []
    assert [one[0] for one in found([*ended, AHEAD, paid()])] == ["claim_paid"]


def completed(on="2025-01-09"):
    return line("agreement", "agreement", "completed", on, "education")


@pytest.mark.parametrize("ended", ["2024-03-25", "2024-04-02"])
@pytest.mark.parametrize("end", [completed(), terminated(on="2024-06-20"), terminated(on="2024-03-28")])
def test_what_was_paid_for_days_to_come_is_asked_at_the_end_of_the_agreement(ended, end):
    steps = [*town(), *contracted(), *fulfilled(rendered=60, on=ended), AHEAD, paid(on="2024-03-26"), end]
    early = end.event.on < date(2024, 4, 1)  # the agreement did not run on any day of the claim
    told = [("completed" if end.event.kind == "completed" else "terminated", COVERED, Outcome.BREACH, None)]
    late = ended > end.event.on.isoformat()  # the contract was fulfilled when its agreement had ended
    without = [("fulfilled", "reconciliation.rendered_without", Outcome.UNKNOWN, None)] if late else []
    told = told if early or ended < "2024-04-01" else []
    assert sorted(found(steps), key=str) == sorted([*told, *without], key=str)


def test_what_was_asked_when_it_was_paid_is_not_asked_at_the_end():
    ended = [*town(), *contracted(), *fulfilled(rendered=60, on="2024-03-25")]
    assert [one[0] for one in found([*ended, AHEAD, paid(), completed()])] == ["claim_paid"]
    assert found([*town(), AHEAD, paid(on="2024-03-26"), completed()]) == []  # no contract in the book
    backwards = claimed(since=APRIL[1], until=APRIL[0])
    assert SERVED not in {one[1] for one in found([*ended, backwards, completed()])}


# ─── Решение, аннулирование, части ───────────────────────────────────────────────────────────────────────


def decided(step):
    by = Decision(by="глава города", on=step.event.on, reason="проверено")
    return Line(history=step.history, lifecycle=step.lifecycle, event=step.event, decision=by)


def test_what_an_office_has_decided_of_a_claim_is_decided():
    ended = [*town(), *contracted(), *fulfilled(rendered=60, on="2024-03-25")]
    book = taking(ended)
    with pytest.raises(Refused) as refused:
        book.take(claimed())
    assert {one.rule for one in refused.value.verdict.walk() if one.stops and not one.parts} == {SERVED}
    after = book.take(decided(claimed())).take(paid())
    assert after.case("agreement").version == book.case("agreement").version + 2
    ahead = taking(ended, [decided(AHEAD), paid(on="2024-03-26"), completed()])
    assert ahead.case("agreement").state == "completed"
    pre = decided(claimed(since="2024-01-09", until="2024-01-31", on="2024-01-31"))
    assert found([*town(), pre, *contracted()]) == [("claimed", HELD, Outcome.UNKNOWN, None)]  # as decided


def test_a_claim_that_holds_again_is_asked_again():
    ended = [*town(), *contracted(), claimed(), undone_claim("2024-06-04", 4), undone("2024-06-05")]
    assert found(ended) == []
    told = found([*ended, undone_claim("2024-06-06", 5)])
    assert [one[:3] for one in told] == [("record_annulled", HELD, Outcome.UNKNOWN)]


def undone_claim(on, record):
    return annulled("agreement", "agreement", record, on, "provider")


def test_a_payment_on_no_claim_is_told_as_such_alone():
    told = found([*town(), *contracted(), *fulfilled(), claimed(), paid("Т-7")])
    assert {one[1] for one in told if one[0] == "claim_paid"} == {"payments.of_claim"}


DAYS = st.dates(date(2024, 2, 1), date(2024, 5, 31))


@given(days=st.lists(DAYS, min_size=6, max_size=6), order=st.permutations(range(2)))
@settings(max_examples=size(60, 2000))
def test_every_day_counts_for_itself_and_parts_tell_the_same(days, order):
    """By the days themselves: k1 from 1 February, suspended and resumed, over; k2 begun and over."""
    stop, go, over = sorted(days[:3])
    begun, last = sorted(days[3:5])
    since, until = sorted((days[5], days[0]))
    names = {"k1": [changed("suspended", stop.isoformat()), changed("resumed", go.isoformat()),
                    *fulfilled("k1", 10, over.isoformat())],
             "k2": [*contracted("k2", number="Д-2", certificate="К-2", on=begun.isoformat()),
                    *fulfilled("k2", 10, last.isoformat())]}  # fmt: skip
    both = [names[one] for one in (["k1", "k2"] if order[0] else ["k2", "k1"])]
    claim = claimed(since=since.isoformat(), until=until.isoformat(), on="2024-06-03")
    steps = [*town(), *certified("c2", number="К-2", file="18"), *contracted(), *both[0], *both[1], claim]
    free = {date(2024, 2, 1) + timedelta(n) for n in range(121)}
    ran = {day for day in free if day <= stop or go <= day <= over} | {d for d in free if begun <= d <= last}
    bare = not any(since <= day <= until for day in ran)
    rows = numbered(steps)
    told = [one for one in audit(rows, PROFILE) if one.rule == SERVED]
    assert len(told) == bare
    apart = [one for one in audit_parts(rows, PROFILE, memory=1) if getattr(one, "rule", None) == SERVED]
    assert apart == told


@pytest.fixture(autouse=True)
def however_few(monkeypatch):
    monkeypatch.setattr(parts, "FEW", 1)


@pytest.mark.parametrize("steps", [
    [*town(), claimed(since="2024-01-09", until="2024-01-31", on="2024-01-31"), *contracted()],
    [*town(), *contracted(), claimed(), undone("2024-06-05"), paid()],
    [*town(), *contracted(), *fulfilled(rendered=60, on="2024-03-25"), AHEAD, paid(on="2024-03-26"), completed()],
    [*town(), *contracted(), undone(), act("А-1", *APRIL, 5, "2024-05-02"), claimed(acts=["А-1"])],
])  # fmt: skip
def test_an_audit_in_parts_tells_the_same(steps):
    rows = numbered(steps)
    whole = [one.as_json() for one in audit(rows, PROFILE)]
    assert whole
    assert [one.as_json() for one in audit_parts(rows, PROFILE, memory=1)] == whole


# ─── Другие случаи того же вида ──────────────────────────────────────────────────────────────────────────


def test_an_act_of_days_on_which_the_only_contract_was_suspended_is_told():
    pause = [changed("suspended", "2024-03-05"), changed("resumed", "2024-05-06")]
    assert found([*town(), *contracted(), *pause, act("А-1", *APRIL, 5, "2024-05-08")]) == [
        ("act_drawn", ACTED, Outcome.VOID, None)]  # fmt: skip
    assert (
        found([*town(), *contracted(), *pause, act("А-1", "2024-03-01", "2024-03-31", 5, "2024-05-08")]) == []
    )


def test_an_act_after_the_only_contract_was_annulled_is_asked_as_if_there_had_been_none():
    assert found([*town(), *contracted(), undone(), act("А-1", *APRIL, 5, "2024-05-08")]) == [
        ("act_drawn", HELD, Outcome.UNKNOWN, None)]  # fmt: skip
    unheld = [("act_drawn", HELD, Outcome.UNKNOWN, None)]
    assert found([*town(), act("А-1", *APRIL, 5, "2024-05-08")]) == unheld  # no contract in the book


def of_quarter(amount):
    period = ("2024-04-01", "2024-06-30")
    return reported(amount + 50, amount, on="2024-07-01", period=period)


@pytest.mark.parametrize(("pause", "outcome"), [
    ([], {"unknown"}),
    ([changed("suspended", "2024-03-05")], {"breach"}),
    ([*fulfilled(rendered=60, on="2024-03-29")], {"breach"}),
])  # fmt: skip
def test_a_report_of_a_period_in_which_no_contract_ran_is_told(pause, outcome):
    offered, concluded = contracted()
    longer = offered.event.model_copy(update={"ends_on": date(2024, 12, 31)})
    steps = [*town(), offered.model_copy(update={"event": longer}), concluded, *pause, of_quarter(10)]
    told = [one for one in audit(numbered(steps), PROFILE) if one.rule == "reconciliation.report_agrees"]
    assert {one.outcome.value for one in told} == outcome
