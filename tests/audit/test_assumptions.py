"""Everything that is assumed rather than read is listed, once, with why."""

from law189.audit.assumptions import AssumptionKind, assumptions
from law189.cases.lifecycle import Assumed
from law189.profile.federal import load_federal
from law189.rules import RULES
from law189.workflows import LIFECYCLES

LISTED = {assumed.code: assumed for assumed in assumptions()}


def test_everything_that_rules_and_steps_assume_is_listed():
    for rule in RULES:
        if rule.assumed is not None:
            assert LISTED[rule.code].text == rule.assumed
    for cycle in LIFECYCLES:
        for clause in cycle.clauses:
            assert (clause.code in LISTED) is isinstance(clause.basis, Assumed)


def test_every_slot_and_every_value_taken_from_elsewhere_is_listed():
    federal = load_federal()
    assert {slot.id for slot in federal.slots} <= LISTED.keys()
    assert "14" in LISTED["consumer.own_age"].text.ru
    assert {value.id for value in federal.values} <= LISTED.keys()


def test_from_which_event_each_term_is_counted_is_listed_with_its_slot():
    terms = [one.within for cycle in LIFECYCLES for one in cycle.clauses if one.within is not None]
    assert len({one.slot for one in terms}) > 5
    for term in terms:
        assert term.counted is not None, f"say from what {term.slot} is counted where the act does not"
        assert f"считается {term.counted.ru}" in LISTED[term.slot].text.ru


def test_what_a_shipped_profile_takes_by_the_sense_is_listed():
    assert LISTED["kemerovo.authorized_body"].kind == "norm"
    assert "п. 2.2 прил. 4" in LISTED["kemerovo.selection.certificate"].text.ru


def test_a_year_of_the_calendar_taken_from_calendars_is_listed_with_its_days():
    assert LISTED["calendar.2027"].kind == "calendar"
    assert "20.02 → 22.02" in LISTED["calendar.2027"].text.ru


def test_each_has_a_known_kind_and_both_languages():
    for assumed in LISTED.values():
        assert isinstance(assumed.kind, AssumptionKind)
        assert assumed.text.ru
        assert assumed.text.en
