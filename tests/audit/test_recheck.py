"""Judging the past again: nothing where nothing changed; else the reason, with what changed."""

from datetime import date

import pytest
from filled import filled
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size
from stories import HELD_ON, KEMEROVO, SEATS, STORIES

from law189.audit.recheck import Cause, _changes, recheck
from law189.errors import Law189Error
from law189.law import Text
from law189.profile.loader import load_profile
from law189.profile.profile import Profile
from law189.profile.thresholds import Threshold
from law189.verdict import DECISION, Applied, Outcome, Rule
from law189.workflows.meeting import Convened, ItemVoted, Opened
from law189.workflows.meeting import lifecycle as meeting

TOLD = {name: story.told() for name, story in STORIES.items()}
FILLED, DISTRICT = filled("kemerovo"), load_profile("novokuznetsk_district")
ALL = pytest.mark.parametrize("name", STORIES)


@ALL
def test_under_the_same_profile_nothing_is_answered_otherwise(name):
    history = TOLD[name]
    assert recheck(history, KEMEROVO) == ()
    cycle = STORIES[name].cycle
    assert recheck(cycle.load(cycle.dump(history)), KEMEROVO) == ()


@ALL
@pytest.mark.parametrize("profile", [FILLED, DISTRICT], ids=["acts", "district"])
def test_a_difference_is_what_judging_the_step_there_answers(name, profile):
    cycle, history = STORIES[name].cycle, TOLD[name]
    found = {one.number: one for one in recheck(history, profile)}
    for number in range(1, history.version + 1):
        if number - 1 in history.annulled:
            assert number not in found
            continue
        before = STORIES[name].told(number - 1)
        now = cycle.judge(before, history.records[number - 1].event, profile)
        if now.outcome is not history.records[number - 1].verdict.outcome:
            assert found[number].now == now
        for change in found[number].changes if number in found else ():
            was, is_now = (one if one is None else one.outcome for one in (change.was, change.now))
            assert was is not is_now
            assert change.text.ru
            assert change.text.en


def test_an_act_that_was_adopted_since_is_named():
    differences = recheck(TOLD["order"], FILLED)
    causes = {(change.cause, change.rule) for one in differences for change in one.changes}
    assert (Cause.ACT, "adoption.act") in causes
    assert not any(one.worse for one in differences)


def test_a_reason_that_held_and_holds_no_longer_is_worse():
    (one,) = recheck(TOLD["meeting"], DISTRICT)
    assert (one.number, one.worse, one.now.outcome, one.law189) == (7, True, Outcome.BREACH, None)
    assert one.as_json()["changes"][0]["rule"] == "minutes.drafter"


@settings(max_examples=size(15, 30))
@given(st.sampled_from(sorted(STORIES)), st.sampled_from(sorted(("breach", "unknown"))))
def test_a_reason_recorded_otherwise_than_the_rule_says_is_found(name, recorded):
    history = TOLD[name]
    record = history.records[0]
    part = record.verdict.parts[0]
    other = type(part)(part.rule, Outcome(recorded), part.template, part.facts, part.cites, part.reading)
    verdict = type(part)(
        *(
            getattr(record.verdict, slot)
            for slot in ("rule", "outcome", "template", "facts", "cites", "reading")
        ),
        (other, *record.verdict.parts[1:]),
    )
    forged = history._replace(records=(record._replace(verdict=verdict), *history.records[1:]))
    if other.outcome is not part.outcome:
        found = [change for one in recheck(forged, KEMEROVO) for change in one.changes]
        assert [(change.rule, change.cause) for change in found] == [(part.rule, Cause.RULE)]


def test_a_history_of_another_lifecycle_is_not_judged():
    with pytest.raises(Law189Error, match="the lifecycle of meeting"):
        recheck(TOLD["meeting"], KEMEROVO, lifecycle=STORIES["order"].cycle)


# ─── Что решено, тоже ответ: a lawful «no» holds as a lawful «yes» does ──────────────────────────────────

SHARES = ["at_least 1/3", "at_least 1/2", "more_than 1/2", "at_least 2/3", "at_least 3/4", "at_least 1/1"]


def with_adoption(share):
    """Kemerovo, whose questions are adopted by another share of those present."""

    def changed(edition):
        norm = edition.working_group.adoption
        key, value = share.split()
        threshold = Threshold.model_validate({key: value, "of": norm.value.of})
        group = edition.working_group.model_copy(
            update={"adoption": norm.model_copy(update={"value": threshold})}
        )
        return edition.model_copy(update={"working_group": group})

    return Profile(tuple((since, changed(edition)) for since, edition in KEMEROVO.editions))


def voted(profile, in_favour, against):
    everybody = SEATS[: max(5, in_favour + against)]
    sides = ["for"] * in_favour + ["against"] * against
    votes = dict(zip(everybody, sides, strict=False))
    history = meeting.begin("2023-10-02")
    for event in (
        Convened(on=date(2023, 10, 2), by="chair", held_on=HELD_ON),
        Opened(on=HELD_ON, by="chair", present=everybody),
        ItemVoted(on=HELD_ON, by="chair", question="План", question_kind="plan-measures", votes=votes),
    ):
        history = meeting.advance(history, event, profile)
    return history


def decided(history):
    """What the last record decided of its question."""
    (item,) = [one for one in history.records[-1].verdict.walk() if one.rule == "sitting.item"]
    return item.facts["adopted"]


@pytest.mark.parametrize("share", SHARES)
@pytest.mark.parametrize(("in_favour", "against"), [(2, 3), (3, 2), (5, 5), (6, 4), (7, 3), (10, 0), (0, 5)])
def test_a_question_that_is_decided_otherwise_is_told_though_both_decisions_are_lawful(
    share, in_favour, against
):
    other = with_adoption(share)
    before, after = (voted(one, in_favour, against) for one in (KEMEROVO, other))
    adopted = [decided(one) for one in (before, after)]
    found = recheck(before, other)
    if adopted[0] is adopted[1]:
        assert found == ()
        return
    (one,) = found
    assert one.number == 3
    assert one.worse is adopted[0]
    assert {change.rule for change in one.changes} >= {"sitting.item"}
    assert all("принят" in change.text.ru for change in one.changes)
    assert all(change.cause is Cause.ACT for change in one.changes)
    assert recheck(after, other) == ()


# ─── Что изменилось ──────────────────────────────────────────────────────────────────────────────────────

TERM = Rule("deadlines.within", Text("{last_day}", "{last_day}"), missed=Outcome.BREACH)
OTHER = Rule("standing.agreed", Text("{last_day}", "{last_day}"), missed=Outcome.BREACH)
CITE = KEMEROVO.latest.cite("189-fz/art20.part1")
MOVED, STAYS = (Applied("D9", choice, ()) for choice in ("moves", "stays"))
HALVES = Applied("D8", "each_year", ())


@pytest.mark.parametrize(
    ("was", "now", "cause", "names"),
    [
        (TERM.judge(True, CITE, last_day=2), TERM.judge(False, CITE, last_day=1), Cause.ACT, (CITE.id,)),
        (TERM.judge(True, CITE, reading=MOVED, last_day=2), TERM.judge(False, CITE, reading=STAYS, last_day=1),
         Cause.READING, ("D9",)),
        (TERM.judge(True, CITE, last_day=2), TERM.judge(False, CITE, reading=STAYS, last_day=1),
         Cause.ACT, (CITE.id,)),
        (TERM.judge(True, CITE, reading=STAYS, last_day=2), TERM.judge(False, CITE, reading=STAYS, last_day=1),
         Cause.ACT, (CITE.id,)),
        (TERM.judge(True, CITE, reading=HALVES, last_day=2), TERM.judge(False, CITE, reading=STAYS, last_day=1),
         Cause.ACT, (CITE.id,)),
        (OTHER.judge(True, CITE, last_day=2), OTHER.judge(False, CITE, last_day=1), Cause.FACT, ("last_day",)),
        (TERM.judge(True, CITE, last_day=2), TERM.judge(False, CITE, last_day=2), Cause.RULE, ()),
    ],
)  # fmt: skip
def test_the_step_is_the_same_so_another_value_is_of_an_act_a_reading_or_another_case(was, now, cause, names):
    whole = [TERM.judge(True, last_day=0).joined(one) for one in (was, now)]
    (change,) = _changes(*whole)
    assert (change.cause, change.names) == (cause, names)


@pytest.mark.parametrize("profile", [KEMEROVO, FILLED, DISTRICT])
def test_no_rule_of_one_case_is_said_to_have_seen_another_fact_in_the_same_step(profile):
    for history in TOLD.values():
        for one in recheck(history, profile):
            for change in one.changes:
                of_others = change.rule.startswith(("standing.", "reconciliation."))
                assert change.cause is not Cause.FACT or of_others or not change.now.cites


def test_a_reason_within_one_that_is_told_and_one_that_two_rules_want_are_told_once():
    cite = KEMEROVO.latest.whole
    rule = Rule("some.rule", Text("Правило: {n}.", "A rule: {n}."), unknown=Text("?: {asks}", "?: {asks}"))
    whole = Rule("some.whole", Text("Всё.", "All."))
    step = Rule("some.step", Text("Шаг.", "A step."))

    def judged(*parts):
        return step.judge(True, cite, parts=parts)

    part, other = (rule.judge(None, cite, lacks=(DECISION,), n=n) for n in (1, 2))
    told = [one.now for one in _changes(judged(), judged(part, part, other))]
    assert told == [part, other]
    of_both = whole.judge(True, cite, parts=(part, other))
    assert [one.now for one in _changes(judged(), judged(of_both, part))] == [of_both]
    assert not [*_changes(judged(part, part), judged(part))]
