"""The law of what is asked for: every UNKNOWN names it by a typed path, and giving exactly that ends it."""

import re
from datetime import timedelta

import pytest
from drawn import decided, drawn, moment, open_kinds, right
from filled import acts, filled
from hypothesis import given, settings
from hypothesis import strategies as st
from meetings import PROFILES, judge, meetings
from night import size

from law189.audit.indicators import indicators_on
from law189.cases.fact import described
from law189.law import Source
from law189.profile.documents import Handed
from law189.profile.loader import load_profile
from law189.rules import RULES
from law189.testing import begins, spoilt
from law189.verdict import DECISION, Outcome, Verdict
from law189.verdict.ask import accusative
from law189.workflows import LIFECYCLES

NAMES = ("kemerovo", "novokuznetsk_district")
EVERY_ACT = tuple(act["adopts"][0].replace("-", "_") for act in acts())
FORM = re.compile(
    r"(event|case|meeting|profile)(\.\w+(\[[^\]\s]+\])?)+|slot [\w.]+|calendar \d+|(indicator|service|done) .*"
    r"|decision",
    re.DOTALL,
)
BY_DECISION = {
    "agenda.approver",  # the deputy approved, and whether the chair was absent no record says
    "certificates.still_valid",
    "changes.contract_in_term",
    "changes.not_suspended",
    "consumers.nominal",  # the units differ
    "funding.term_of_order",
    "lifecycle.annulled_earlier",
    "lifecycle.annuller",
    "minutes.approver",  # the deputy approved, and whether the chair was absent no record says
    "minutes.unled_signer",  # nobody presides a poll, and the regulation does not say who signs for it
    "agreements.some_listed",  # the sums of an agreement are not by service
    "orders.in_year",
    "orders.within_line",  # volumes in different units make no sum
    "payments.period",  # no document known here says to which year a claim for days of two is counted
    "providers.widened",
    "reconciliation.claim_served",  # no document known here says what follows for days without a contract
    "reconciliation.contracts_held",  # the contracts are cases of their own, and not a fact of the step
    "reconciliation.could_serve",  # no document known here says what follows for days without the right to render
    "reconciliation.order_of_year",  # a slip in the year looks like an order that is not recorded
    "reconciliation.of_contracts",  # an act in another unit than the contracts is not compared with them
    "reconciliation.within_limit",  # certificates in different units make no sum
    "reconciliation.passed_on",  # no document known here says whether an agreement passes on
    "reconciliation.rendered_without",  # no document known here says what follows for days without a ground
    "reconciliation.report_contracts",  # the contracts are cases of their own, and not a fact of the step
    "remainders.told_alike",  # one question was answered in two ways
    "roles.signature_kind",  # no norm names the kind
    "standing.order_year",
    "successors.begun_before",
}
"""The rules that find their answer in no fact."""
cycles = pytest.mark.parametrize("lifecycle", LIFECYCLES, ids=lambda one: one.name)


def unknown(verdict):
    """The parts without parts of their own that are UNKNOWN."""
    return verdict.reasons(Outcome.UNKNOWN)


def check(verdict):
    """What must hold of the asks of every verdict: their form, their words, and that nobody else has any."""
    for part in verdict.walk():
        assert bool(part.asks) is (part.outcome is Outcome.UNKNOWN), part
        paths = [ask.path for ask in part.asks]
        assert len(set(paths)) == len(paths)
        assert set(paths) <= {ask.path for one in part.walk() for ask in one.asks}
        for ask in part.asks:
            assert FORM.fullmatch(ask.path), ask
            assert all(words.strip() for words in (ask.title.ru, ask.title.en, ask.who.ru, ask.who.en))
            assert re.search("[А-Яа-яЁё]", ask.title.ru)
        if part.outcome is Outcome.UNKNOWN and not part.parts:
            assert (part.asks == (DECISION,)) is (part.rule in BY_DECISION and DECISION in part.asks), part
    for part in unknown(verdict):
        told = [(named_in(part.text.ru, ask), ask.told.en in part.text.en) for ask in part.asks]
        assert all(all(both) for both in told) or part.rule == "eligibility.objected", part.text
        given = [(ask.who.ru in part.text.ru, ask.who.en in part.text.en) for ask in part.lacks]
        assert all(all(both) for both in given) or part.rule == "eligibility.objected", part.text
    assert Verdict.from_json(verdict.as_json()).asks == verdict.asks


def named_in(sentence, ask):
    """Whether the Russian sentence names what is asked for, as it stands after a verb."""
    return ask.told.ru.replace(ask.title.ru, accusative(ask.title.ru), 1) in sentence


def field_at(event, path):
    """The titles under which the field of that path is described, with those of its source."""
    title, kind = None, event
    for name in path.removeprefix("event.").split("."):
        found = {field: (fact, inner) for field, fact, inner in described(kind)}
        fact, kind = found[name]
        title = {fact.title} | ({fact.source.text} if isinstance(fact.source, Source) else set())
    return title


def given_to(event, right_event, asks):
    """The event with exactly the fields that are asked for, as the right step has them."""
    changed = {}
    for ask in asks:
        if ask.kind == "event":
            top, *inner = ask.path.removeprefix("event.").split(".")
            value = getattr(right_event, top)
            if inner:
                held = changed.get(top) or getattr(event, top)
                part = {} if held is None else held.model_dump(exclude_none=True)
                kind = Handed if top == "document" else type(value)
                value = kind.model_validate(part | {inner[0]: getattr(value, inner[0])})
            changed[top] = value
    return event.model_copy(update=changed)


def loose_facts(event):
    """The facts of an event that may be left out, and that a right step has under the decrees of the suite."""
    empty = ("kind", "local", "event_on")
    return [
        name for name, field in event.model_fields.items() if not field.is_required() and name not in empty
    ]


def left_out(data, event):
    """The event without some facts that may be left out, or without one fact inside a document."""
    fields = type(event).model_fields
    names = loose_facts(type(event))
    if not names:
        return event
    gone = data.draw(st.lists(st.sampled_from(names), min_size=1, unique=True))
    update = {name: fields[name].get_default(call_default_factory=True) for name in gone}
    document = getattr(event, "document", None)
    if "document" in gone and document is not None and data.draw(st.booleans()):
        update["document"] = document.model_copy(update={"system": None})
    return event.model_copy(update=update)


def profile_of(data, name):
    """A shipped decree, with all invented acts, none of them, or without some."""
    gone = data.draw(st.sampled_from([(), EVERY_ACT]) | st.lists(st.sampled_from(EVERY_ACT), unique=True))
    return filled(name, **dict.fromkeys(sorted(gone)))


def agree_once(lifecycle, data, met):
    name = data.draw(st.sampled_from(NAMES))
    whole, profile = filled(name), profile_of(data, name)
    history = data.draw(st.sampled_from(drawn(lifecycle, whole, data)[::-1]))
    on = (history.last_day or begins(whole)[0]) + timedelta(data.draw(st.integers(0, 2)))
    kinds = open_kinds(lifecycle, history)
    loose = [kind for kind in kinds if loose_facts(lifecycle.clause(kind).event)]
    kind = data.draw(st.sampled_from([*loose * 3, *kinds] or lifecycle.kinds))
    event = right(lifecycle, history, whole, on, kind, data)
    if event is None:
        return
    less = left_out(data, event)
    verdict = lifecycle.judge(history, less, profile)
    check(verdict)
    check(lifecycle.judge(history, data.draw(spoilt(event, moment(history, profile, on))), profile))
    for option in lifecycle.options(history, profile, on):
        check(option.verdict)
    ended(lifecycle, history, event, less, verdict, (profile, whole), met)


def ended(lifecycle, history, event, less, verdict, profiles, met):
    """Giving what a part asks for ends it: the same rule about the same thing is UNKNOWN no more."""
    profile, whole = profiles
    still = {part.rule for part in unknown(lifecycle.judge(history, event, whole))}
    for part in unknown(verdict):
        kinds = {ask.kind for ask in part.asks}
        met.update(kinds)
        for ask in part.asks:
            if ask.kind == "event":
                assert ask.title in field_at(type(event), ask.path), (ask, field_at(type(event), ask.path))
        if part.rule in still or not kinds <= {"event", "slot", "profile"}:
            continue
        now = given_to(less, event, part.asks)
        given_profile = whole if kinds & {"slot", "profile"} else profile
        again = unknown(lifecycle.judge(history, now, given_profile))
        assert (part.rule, part.asks) not in [(one.rule, one.asks) for one in again], part


def agree(lifecycle, examples):
    met = set()

    @settings(max_examples=examples)
    @given(st.data())
    def tried(data):
        agree_once(lifecycle, data, met)

    tried()
    return met


EXPECTED = {
    "meeting": set(),
    "order": {"event", "profile"},
    "selection": {"slot", "profile"},
    "agreement": {"event", "profile", "slot"},
    "certificate": {"event", "profile", "slot"},
    "contract": {"event"},
}


@cycles
def test_giving_exactly_what_is_asked_for_ends_the_unknown(lifecycle):
    assert agree(lifecycle, size(60, 1500)) >= EXPECTED[lifecycle.name]


@cycles
def test_a_case_whose_unknowns_an_office_decided_asks_by_the_same_law(lifecycle):
    @settings(max_examples=size(15, 150))
    @given(st.data())
    def tried(data):
        profile = load_profile(data.draw(st.sampled_from(NAMES)))
        history = drawn(lifecycle, profile, data)[-1]
        for record in history.records:
            check(record.verdict)
        on = history.last_day or begins(profile)[0]
        for kind in open_kinds(lifecycle, history):
            event = right(lifecycle, history, profile, on, kind, data)
            if event is not None:
                bare = left_out(data, event)
                verdict = lifecycle.judge(history, bare, profile)
                check(verdict)
                if verdict.outcome is Outcome.UNKNOWN:
                    taken = lifecycle.advance(history, bare, profile, decision=decided(bare))
                    for option in lifecycle.options(taken, profile, bare.on):
                        check(option.verdict)

    tried()


@settings(max_examples=size(40, 400))
@given(meetings())
def test_a_meeting_that_is_written_down_asks_by_paths_of_its_own_record(record):
    for verdict in judge(record).verdicts:
        check(verdict)
        assert {ask.kind for ask in verdict.asks} <= {"meeting", "profile", "decision"}


@pytest.mark.parametrize("name", NAMES)
def test_an_indicator_asks_for_its_value_or_for_what_the_table_leaves_open(name):
    asked = [ask for one in indicators_on(PROFILES[name], {}) for ask in one.verdict.asks]
    for one in indicators_on(PROFILES[name], {}):
        check(one.verdict)
    assert {ask.kind for ask in asked} <= {"indicator", "profile"}
    assert asked


def test_a_rule_that_may_be_unknown_lists_in_its_sentence_what_it_asks_for():
    told = {
        rule.code
        for rule in RULES
        if rule.unknown and "{asks}" in rule.unknown.ru and "{asks}" in rule.unknown.en
    }
    assert {rule.code for rule in RULES if rule.unknown} - told == {"eligibility.objected"}
    assert {rule.code for rule in RULES if rule.asks == (DECISION,)} <= BY_DECISION


def test_no_sentence_of_a_rule_has_the_name_of_a_field_in_it():
    for rule in RULES:
        for words in filter(None, (rule.text, rule.unknown, rule.assumed)):
            ru, en = (re.sub(r"\{\w+(?::([^{}]*))?\}", r"\1", said) for said in (words.ru, words.en))
            assert not re.findall(r"[A-Za-z][\w.]*", ru), rule.code
            assert not re.findall(r"\w+_\w+|\w+\.[a-z]\w+", en), rule.code
