"""The machines that ship can fail: each of their laws is broken by a planted fault, and the fault is found."""

from contextlib import suppress
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import count, pairwise

import places
import pytest
from filled import acts, filled
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample
from hypothesis.stateful import run_state_machine_as_test

from law189.cases.history import Event
from law189.cases.lifecycle import Lifecycle
from law189.cases.moment import Moment
from law189.errors import Refused
from law189.law import Text
from law189.measures import Unit, Volume
from law189.profile.federal import shipped_data
from law189.profile.loader import load_profile
from law189.rules.step.steps import STATE
from law189.testing import (
    RIGHT,
    begins,
    case_laws,
    case_machine,
    check_cases,
    machines,
    right_step,
    spoilt,
    walk,
)
from law189.testing.spoils import measured, raised
from law189.verdict import Outcome, Rule, Verdict
from law189.workflows import LIFECYCLES
from law189.workflows import certificate as certificates
from law189.workflows.agreement import lifecycle as agreement
from law189.workflows.certificate import lifecycle as certificate
from law189.workflows.contract import Declined, Fulfilled
from law189.workflows.contract import lifecycle as contract
from law189.workflows.meeting import lifecycle as meeting
from law189.workflows.order import lifecycle as order
from law189.workflows.selection import ApplicationRefused as RefusedApplication
from law189.workflows.selection import lifecycle as selection

KEMEROVO, SHIPPED = filled("kemerovo"), load_profile("kemerovo")
LINTS = places.DECREES
UNTIL_FOUND = settings(
    max_examples=400, stateful_step_count=8, phases=[Phase.generate], report_multiple_bugs=False
)


def copied(cycle, kind=Lifecycle, conditions=lambda clause: clause.conditions):
    """The lifecycle once more, of another class or with other conditions."""
    other = kind(cycle.name, cycle.title, cycle.states, cycle.initial)
    other._hold(clauses=tuple(replace(clause, conditions=conditions(clause)) for clause in cycle.clauses))
    return other


def without(rule):
    """Conditions that forget one of them."""
    return lambda clause: lambda m: (v for v in clause.conditions(m) if v.rule != rule)


def with_one_more(verdict):
    return lambda clause: lambda m: (*clause.conditions(m), verdict)


def fails(cycle, profile=KEMEROVO):
    run_state_machine_as_test(case_machine(cycle, profile), settings=UNTIL_FOUND)


# ─── Faults of the lifecycle ─────────────────────────────────────────────────────────────────────────────


class RecordsTheVoid(Lifecycle):
    def advance(self, history, event, profile, *, decision=None):
        try:
            return super().advance(history, event, profile, decision=decision)
        except Refused as refused:
            clause = self._clause(history, event)
            if clause is None:
                raise
            record = machines.Record(event, clause.target, refused.verdict, decision)
            return history._replace(state=clause.target, records=(*history.records, record))


class RefusesTheDecided(Lifecycle):
    def advance(self, history, event, profile, **_):
        return super().advance(history, event, profile)


class RefusesOnOtherGrounds(Lifecycle):
    def advance(self, history, event, profile, *, decision=None):
        try:
            return super().advance(history, event, profile, decision=decision)
        except Refused:
            raise Refused(
                STATE.judge(False, state="", kind="", sources=[], now="", step="", possible=[])
            ) from None


class RewritesRecords(Lifecycle):
    def advance(self, history, event, profile, *, decision=None):
        new = super().advance(history, event, profile, decision=decision)
        first = new.records[0]
        return new._replace(records=(first._replace(verdict=first.verdict), *new.records[1:]))


class WritesTwice(Lifecycle):
    def advance(self, history, event, profile, *, decision=None):
        new = super().advance(history, event, profile, decision=decision)
        return new._replace(records=(*new.records, new.records[-1]))


class ForgetsTheDecision(Lifecycle):
    def advance(self, history, event, profile, *, decision=None):
        new = super().advance(history, event, profile, decision=decision)
        return new._replace(records=(*new.records[:-1], new.records[-1]._replace(decision=None)))


class MovesElsewhere(Lifecycle):
    def advance(self, history, event, profile, *, decision=None):
        new = super().advance(history, event, profile, decision=decision)
        last = new.records[-1]._replace(state="declined")
        return new._replace(state="declined", records=(*new.records[:-1], last))


class NamesAnotherState(Lifecycle):
    def advance(self, history, event, profile, *, decision=None):
        return super().advance(history, event, profile, decision=decision)._replace(state="declined")


class LetsAnnulledStand(Lifecycle):
    def _annul(self, history, event, verdict, decision):
        record = machines.Record(event, history.state, verdict, decision)
        return history._replace(records=(*history.records, record))


class ForgetsMoreThanWasAnnulled(Lifecycle):
    def _annul(self, history, event, verdict, decision):
        new = super()._annul(history, event, verdict, decision)
        return new._replace(annulled=new.annulled | {0})


class DeclinesAtAnyTime(Lifecycle):
    def _clause(self, history, event):
        anywhere = replace(self.clause("declined"), source=(history.state,))
        return anywhere if isinstance(event, Declined) else super()._clause(history, event)


class LetsAnybodyAct(Lifecycle):
    def _judge(self, clause, history, event, profile):
        anybody = clause and replace(clause, by=None)
        return super()._judge(anybody, history, event, profile)


class ChangesItsMind(Lifecycle):
    asked = count(1)

    def judge(self, history, event, profile):
        found = super().judge(history, event, profile)
        return Verdict(found.rule, found.outcome, found.text, {"asked": next(self.asked)}, found.cites)


class Raises(Lifecycle):
    def judge(self, history, event, profile):
        if isinstance(event, Fulfilled) and event.rendered.amount < 1:
            raise ZeroDivisionError
        return super().judge(history, event, profile)


class ReadsNoDecision(Lifecycle):
    def load(self, data):
        found = super().load(data)
        return found._replace(records=tuple(record._replace(decision=None) for record in found.records))


class ReadsOtherEvents(Lifecycle):
    def load(self, data):
        found = super().load(data)
        other = [Undated(**record.event.model_dump()) for record in found.records]
        records = [record._replace(event=event) for record, event in zip(found.records, other, strict=True)]
        return found._replace(records=tuple(records))


class Undated(Event, extra="allow"):
    """An event that says the same in JSON, and is of no kind that a lifecycle knows."""


class ReadsAnotherState(Lifecycle):
    def load(self, data):
        return super().load(data)._replace(state="declined")


class ForbidsAmongOptions(Lifecycle):
    def options(self, history, profile, on):
        void = Verdict("contract.step", Outcome.VOID, Text("нет", "no"), {})
        found = super().options(history, profile, on)
        return tuple(option if option.verdict.stops else replace(option, verdict=void) for option in found)


class OffersEverything(Lifecycle):
    def options(self, history, profile, on):
        nothing = Verdict("contract.step", Outcome.HOLDS, Text("да", "yes"), {})
        return tuple(replace(option, verdict=nothing) for option in super().options(history, profile, on))


class CannotTellDuties(Lifecycle):
    def due(self, *_):
        raise ZeroDivisionError


BARE = Rule("own.bare", Text("Так: {fact}.", "So: {fact}."), missed=Outcome.BREACH)
SILENT = Rule("own.silent", Text("Так.", " "))


def test_a_profile_that_lists_nothing_is_walked_as_well():
    """Where there is nothing to take a step with, the step is refused, and the laws hold of the refusal."""
    act = {"number": "12", "date": "2024-01-15", "title": {"ru": "Об апробации", "en": "On the approbation"}}
    named = {"ru": "Мой район", "en": "My district"}
    profile = load_profile({"profile": "my_district", "title": named, "act": act})
    seen = check_cases(profile, examples=15, steps=4)
    assert {cycle.name for cycle in LIFECYCLES} <= {name for name, *_ in seen}


@pytest.mark.parametrize(
    ("cycle", "words"),
    [
        (copied(contract, RecordsTheVoid), r"recorded, though void"),
        (copied(order, RefusesTheDecided), r"refused, though unknown, decided: True"),
        (copied(contract, RefusesOnOtherGrounds), r"refused with .* though judged"),
        (copied(contract, RewritesRecords), r"an old record is another now"),
        (copied(contract, WritesTwice), r"a step is one record"),
        (copied(contract, ForgetsTheDecision), r"recorded is "),
        (copied(contract, MovesElsewhere), r"the records lead to offered, the state is declined"),
        (copied(contract, NamesAnotherState), r"recorded is "),
        (copied(contract, LetsAnnulledStand), r"the records lead to|others stand"),
        (copied(contract, ForgetsMoreThanWasAnnulled), r"others stand"),
        (copied(contract, DeclinesAtAnyTime), r"Declined.* stands, and does not lead from"),
        (copied(contract, LetsAnybodyAct), r"may not take"),
        (copied(contract, ChangesItsMind), r"the same question has another answer"),
        (copied(contract, ReadsNoDecision), r"what was read says something else"),
        (copied(contract, ReadsOtherEvents), r"other events were read"),
        (copied(contract, ReadsAnotherState), r"another state was read"),
        (copied(contract, ForbidsAmongOptions), r"is void among the options, holds when judged"),
        (copied(contract, OffersEverything), r"options and look-up differ on"),
        (copied(contract, conditions=with_one_more(BARE.judge(False, fact=1))), r"own.bare cites nothing"),
        (copied(contract, conditions=with_one_more(SILENT.judge(True))), r"own.silent is silent in English"),
    ],
)
def test_a_planted_fault_is_found(cycle, words):
    with pytest.raises(AssertionError, match=words):
        fails(cycle, SHIPPED if isinstance(cycle, RefusesTheDecided) else KEMEROVO)


def test_a_balance_below_zero_is_found():
    with pytest.raises(AssertionError, match="the balance is -"):
        fails(copied(certificate, conditions=without("volumes.covered")), filled("novokuznetsk_district"))


@pytest.mark.parametrize("kind", [Raises, CannotTellDuties])
def test_a_question_that_raises_is_found(kind):
    with pytest.raises(ZeroDivisionError):
        fails(copied(contract, kind))


def nominal(history):
    return history.the(certificates.Formed).nominal


def in_other_units(history):
    left = right_balance(history)
    return Volume(amount=left.amount, unit=next(unit for unit in Unit if unit is not left.unit))


right_balance = certificates.balance


@pytest.mark.parametrize(
    ("balance", "words"), [(nominal, "does not add up"), (in_other_units, "has another unit")]
)
def test_a_balance_that_is_wrong_is_found(balance, words, monkeypatch):
    machine = case_machine(certificate, KEMEROVO)
    monkeypatch.setattr(case_laws.certificate, "balance", balance)
    with pytest.raises(AssertionError, match=words):
        run_state_machine_as_test(machine, settings=UNTIL_FOUND)


# ─── Ways, right steps, spoilt steps ─────────────────────────────────────────────────────────────────────

QUIET = settings(max_examples=40)


@pytest.mark.parametrize("cycle", LIFECYCLES, ids=lambda cycle: cycle.name)
def test_every_step_has_its_right_event(cycle):
    assert list(RIGHT[cycle.name]) == list(cycle.kinds)


@pytest.mark.parametrize("cycle", LIFECYCLES, ids=lambda cycle: cycle.name)
def test_a_path_leads_from_the_first_state_to_the_step_it_was_asked_for(cycle):
    lines = walk.ways(cycle)
    assert [(way.source, way.event) for way in lines] == sorted(
        cycle.lookup, key=lambda key: cycle.clauses.index(cycle.lookup[key])
    )

    @QUIET
    @given(st.data())
    def tried(data):
        last = data.draw(st.sampled_from(lines))
        steps = list(walk.path(data.draw, cycle, last))
        assert steps[-1] == last
        assert steps[0].source == cycle.initial
        assert all(one.target == other.source for one, other in pairwise(steps))
        shortest = walk.distances(lines, last.source)[cycle.initial.value]
        first = len(walk.FIRST.get((cycle.name, last.kind), ()))
        assert shortest + first < len(steps) <= shortest + first + 1 + 2 * walk.DETOUR

    tried()


def test_distances_count_the_steps_and_leave_out_what_does_not_lead_there():
    lines = walk.ways(certificate)
    away = walk.distances(lines, "used")
    assert away == {
        "used": 0,
        "contracted": 1,
        "suspended_contracted": 1,
        "formed": 2,
        "suspended": 3,
        "registered": 3,
        "applied": 4,
        "expected": 5,
    }
    assert walk.distances(lines, "expected") == {"expected": 0}


def case_of(cycle, profile=KEMEROVO):
    return Moment(begins(profile)[0], cycle.begin("1"), profile)


@pytest.mark.parametrize("cycle", LIFECYCLES, ids=lambda cycle: cycle.name)
def test_a_spoilt_step_is_of_the_same_kind_and_can_be_read_again(cycle):
    case, kind = case_of(cycle), cycle.kinds[0]
    changed = set()

    @QUIET
    @given(st.data())
    def tried(data):
        event = data.draw(right_step(case, RIGHT[cycle.name][kind]))
        wrong = data.draw(spoilt(event, case))
        assert type(wrong) is type(event)
        assert cycle.events.validate_python(wrong.model_dump(mode="json")) == wrong
        facts = event.model_dump()
        changed.update(name for name, fact in wrong.model_dump().items() if fact != facts[name])

    tried()
    assert changed & {"on", "by"}
    assert len(changed) > 2


@pytest.mark.parametrize(
    ("cycle", "kinds"),
    [
        (meeting, ()),
        (order, ("drafted", "amended", "period_reported", "report_formed")),
        (selection, ()),
        (
            agreement,
            (
                "drafted",
                "advance_paid",
                "act_drawn",
                "claimed",
                "claim_paid",
                "amended",
                "remainder_kept",
                "remainder_returned",
            ),
        ),
        (
            certificate,
            ("formed", "amended", "renewed", "contracted", "contract_changed", "contract_ended", "used"),
        ),
        (contract, ("offered", "declined", "concluded", "amended", "fulfilled", "terminated")),
    ],
)
def test_the_steps_that_may_have_an_amount_are_known(cycle, kinds):
    assert tuple(dict.fromkeys(clause.kind for clause in cycle.clauses if measured(clause.event))) == kinds


def test_a_raised_step_differs_in_one_amount_which_is_larger():
    case = case_of(contract)
    left = set()

    @QUIET
    @given(st.data())
    def tried(data):
        event = data.draw(right_step(case, RIGHT["contract"]["offered"]))
        more = data.draw(raised(event))
        assert more.volume.amount > event.volume.amount
        assert more.model_copy(update={"volume": event.volume}) == event
        left.add(more.volume.amount - event.volume.amount)

    tried()
    assert {Decimal("0.01"), Decimal(72), Decimal(1000)} <= left
    bare = Declined(on=case.on, by="consumer")
    assert drawn(raised(bare)) == bare


def drawn(strategy):
    """The simplest event of a strategy."""
    return find(strategy, lambda _: True, settings=settings())


def unseen(event, **faults):
    """Which of the faults are not among a few hundred spoilt events."""
    found = set()

    def all_seen(wrong):
        found.update(name for name, fits in faults.items() if fits(wrong))
        return found == set(faults)

    with suppress(NoSuchExample):
        quiet = settings(QUIET, max_examples=800, phases=[Phase.generate])
        find(spoilt(event, case_of(contract)), all_seen, settings=quiet)
    return set(faults) - found


def test_every_fault_that_offices_make_is_among_the_spoilt():
    case = case_of(contract)
    offered = drawn(right_step(case, RIGHT["contract"]["offered"]))
    case = replace(case, history=contract.advance(case.history, offered, KEMEROVO))
    event = drawn(right_step(case, RIGHT["contract"]["concluded"]))
    day, named = event.on, {event.document.system, None}
    assert not unseen(
        event,
        no_document=lambda e: e.document is None,
        on_paper=lambda e: e.document is not None and e.document.form == "paper",
        another_system=lambda e: e.document is not None and e.document.system not in named,
        another_actor=lambda e: e.by == "provider",
        stale_extract=lambda e: e.provider is not None and e.provider.as_of < day,
        small_balance=lambda e: e.certificate is not None and e.certificate.balance.amount < 1,
        another_service=lambda e: e.agreement is not None and offered.service not in e.agreement.services,
        ended_agreement=lambda e: e.agreement is not None and e.agreement.ended_on is not None,
        later=lambda e: e.on > day,
        earlier=lambda e: e.on < day,
    )
    assert not unseen(
        offered,
        another_unit=lambda e: e.volume.unit is Unit.ROUBLES,
        more=lambda e: e.volume.amount > offered.volume.amount,
        another_number=lambda e: e.number != offered.number,
        other_terms=lambda e: e.terms != offered.terms,
    )
    refused = RefusedApplication(on=day, by="education", ground="own-request", because="мест нет")
    assert not unseen(
        refused, unknown=lambda e: e.ground == "другое", decrees_own=lambda e: e.ground == "no-licence"
    )


# ─── For somebody else's profile and lifecycle ───────────────────────────────────────────────────────────


def test_the_machines_run_on_a_profile_that_is_not_shipped():
    seen = check_cases(load_profile(LINTS / "base.yaml"), examples=5, steps=3)
    assert {cycle.name for cycle in LIFECYCLES} == {key[0] for key in seen}


def test_a_case_may_begin_in_each_edition_once_its_acts_hold():
    base = shipped_data()["municipalities"]["kemerovo"]
    act = {**base["act"], "id": "kemerovo-100", "number": "100", "date": "2024-01-09"}
    change = {
        "do": "set",
        "at": ["working_group", "quorum", "value"],
        "to": {"at_least": "2/3"},
        "cite": "app3.5.5",
    }
    amendment = {"act": act, "since": "2024-01-10", "changes": [change]}
    amended = load_profile({**base, "adopted": list(acts()), "amendments": [amendment]})
    assert begins(amended) == (date(2023, 9, 25), date(2024, 1, 10))
    assert begins(load_profile("novokuznetsk_district")) == (date(2023, 9, 23),)
    check_cases(amended, lifecycles=LIFECYCLES[:1], examples=10, steps=5)


def test_a_machine_needs_a_right_step_for_every_kind():
    with pytest.raises(ValueError, match="contract has no right step for: offered, declined"):
        case_machine(contract, KEMEROVO, right={})
    with pytest.raises(ValueError, match="own has no right step for"):
        case_machine(copied(replaced(contract, "own")), KEMEROVO)
    machine = case_machine(replaced(contract, "own"), KEMEROVO, right=RIGHT["contract"])
    run_state_machine_as_test(machine, settings=settings(QUIET, max_examples=5, stateful_step_count=3))
    assert machine.seen["own", "expected"] > 0


def replaced(cycle, name):
    """The lifecycle under another name."""
    other = copied(cycle)
    other._hold(name=name)
    other._hold(clauses=tuple(replace(clause, code=f"{name}.{clause.kind}") for clause in other.clauses))
    return other


def test_each_class_counts_for_itself_and_names_itself():
    one, other = case_machine(contract, KEMEROVO), case_machine(contract, KEMEROVO)
    run_state_machine_as_test(one, settings=settings(QUIET, max_examples=3, stateful_step_count=2))
    assert one.seen
    assert not other.seen
    assert one.__name__ == "ContractMachine"


def test_no_step_is_taken_in_a_year_that_acts_cannot_name():
    machine = case_machine(contract, KEMEROVO)()
    machine.first_day = date(machines.LAST_YEAR, 1, 1)
    assert machine.open
    assert not machines._from_here(machine)
