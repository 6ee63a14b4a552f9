"""When a decree, or a part of it, begins to hold, ends and is suspended: alike in every lifecycle and the meeting.

Laws: a step on a day on which the decree is repealed, expired or suspended is VOID, and on every other day it is
what it would be without that; what is of one provision concerns only the steps that rest on it.
"""

from copy import deepcopy
from datetime import date, timedelta

import pytest
from bad_profiles import small
from cases_at_hand import changed
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189 import load_profile
from law189.audit.meeting import MeetingRecord, judge_record
from law189.errors import ProfileError
from law189.law import Act, Norm, Text
from law189.profile.documents import DocumentKind, Handed, PaperRule
from law189.profile.federal import shipped_data
from law189.profile.validity import ActPart, Entering, Lapse, Start
from law189.rules.acts.force import decree, in_force, parts
from law189.rules.deadlines.lapses import Standing, lapsed, standing
from law189.rules.step.forms import handed_in
from law189.verdict import Outcome, Verdict
from law189.workflows import LIFECYCLES

ACT = Act(id="town", number="1", date=date(2024, 1, 15), published_on=date(2024, 1, 20))
WHOLE, OTHER = ACT.cite("act"), ACT.cite("p9")
DAYS = st.dates(date(2023, 6, 1), date(2025, 12, 31))
HOLDS, BREACH, UNKNOWN, VOID = Outcome
ISSUED, PUBLISHED = ACT.date, ACT.published_on


def says(value):
    return Norm[Entering](value=value, basis=OTHER)


# ─── Вступление в силу ───────────────────────────────────────────────────────────────────────────────────


@given(st.integers(0, 60), DAYS)
def test_so_many_calendar_days_after_publication(days, on):
    since = max(ISSUED, PUBLISHED + timedelta(days))
    said = says({"days_after_publication": days})
    assert decree(on, ISSUED, PUBLISHED, said, WHOLE).outcome is (HOLDS if on >= since else VOID)
    assert in_force(on, ISSUED, PUBLISHED, said).facts["since"] == PUBLISHED + timedelta(days)


@given(DAYS)
def test_the_words_are_no_days_and_one_day_after_publication(on):
    for word, days in (("on_publication", 0), ("day_after_publication", 1)):
        one, other = (
            decree(on, ISSUED, PUBLISHED, says(v), WHOLE) for v in (word, {"days_after_publication": days})
        )
        assert (one.outcome, one.facts) == (other.outcome, other.facts)


@given(DAYS, DAYS)
def test_from_a_day_that_the_act_names_but_never_before_its_own(on, day):
    verdict = decree(on, ISSUED, None, says({"on_day": day}), WHOLE)
    assert verdict.outcome is (HOLDS if on >= max(day, ISSUED) else VOID)
    assert verdict.reading is None


def test_a_number_of_days_after_a_publication_that_is_not_recorded_is_read_by_d7():
    said = says({"days_after_publication": 10})
    for choice, outcome in (("act_date", HOLDS), ("unknown", UNKNOWN)):
        verdict = decree(ISSUED + timedelta(10), ISSUED, None, said, WHOLE, choices={"D7": choice})
        assert (verdict.outcome, verdict.reading.code) == (outcome, "D7")
        assert (
            decree(ISSUED + timedelta(9), ISSUED, None, said, WHOLE, choices={"D7": choice}).outcome is VOID
        )


PARTS = (
    ActPart(of=(ACT.cite("app2"), ACT.cite("p3.1")), starts=Start(on_day=date(2024, 9, 1))),
    ActPart(starts="on_signing"),
)


@pytest.mark.parametrize(
    ("address", "touched"),
    [("app2", True), ("app2.7", True), ("p3.1.2", True), ("p3", False), ("app21", False)],
)
def test_a_part_holds_from_its_own_day_and_the_rest_from_that_of_the_rest(address, touched):
    law = Standing(ACT, says(PARTS))
    for on, outcome in ((date(2024, 8, 31), VOID), (date(2024, 9, 1), HOLDS)):
        found = list(standing(on, law, [ACT.cite(address)]))
        assert [(v.rule, v.outcome) for v in found] == [
            ("force.decree", HOLDS),
            *([("force.part", outcome)] if touched else []),
        ]
        assert all(Verdict.from_json(v.as_json()) == v for v in found)
    assert list(parts(ISSUED, [ACT.cite(address)], ISSUED, None, says("on_signing"))) == []


def test_where_the_parts_leave_out_the_rest_reading_d5_decides_of_it():
    verdict = decree(ISSUED, ISSUED, PUBLISHED, says(PARTS[:1]), WHOLE)
    assert verdict.reading.code == "D5"


# ─── Прекращение и приостановление ───────────────────────────────────────────────────────────────────────


def outcomes(on, rests=(), **facts):
    return [v.outcome for v in lapsed(on, rests, [Lapse(**facts, cite=OTHER)], WHOLE)]


@given(DAYS, DAYS)
def test_a_repealed_decree_holds_to_the_day_before_and_one_that_expires_on_its_last_day(on, day):
    assert outcomes(on, repealed_on=day) == ([VOID] if on >= day else [])
    assert outcomes(on, expires_on=day) == ([VOID] if on > day else [])
    assert outcomes(on, repealed_on=day) == outcomes(on, expires_on=day - timedelta(1))


@given(DAYS, st.none() | DAYS, st.none() | DAYS)
def test_a_suspension_is_of_its_days_and_unknown_where_its_beginning_is(on, since, until):
    if since is not None and until is not None and since > until:
        return
    expected = [VOID]
    if (until is not None and on > until) or (since is not None and on < since):
        expected = []
    elif since is None:
        expected = [UNKNOWN]
    assert outcomes(on, suspended={"since": since, "until": until}) == expected


def test_of_several_lapsed_provisions_the_first_on_which_the_step_rests_is_told():
    first, second, third = (ACT.cite(address) for address in ("p3.1", "p4", "p5"))
    gone = Lapse(repealed_on=date(2024, 3, 1), of=(first, second, third), cite=OTHER)
    for rests, expected in (((second, third), second), ((third, first), first), ((third,), third)):
        (verdict,) = lapsed(date(2024, 5, 1), rests, [gone], WHOLE)
        assert (verdict.outcome, verdict.facts["what"], verdict.cites) == (VOID, expected, (expected, OTHER))


@pytest.mark.parametrize("kind", ["repealed_on", "expires_on", "suspended"])
def test_a_day_that_is_not_recorded_leaves_it_unknown_and_is_asked_for(kind):
    (verdict,) = lapsed(date(2024, 5, 1), (), [Lapse(**{kind: None}, cite=OTHER)], WHOLE)
    assert verdict.outcome is UNKNOWN
    assert [ask.path for ask in verdict.asks] == ["profile.lapses"]
    assert Verdict.from_json(verdict.as_json()) == verdict


def test_where_another_act_ended_the_decree_the_sentence_names_it_and_the_cure_says_where_it_is_recorded():
    other = Act(id="later", number="200", date=date(2024, 11, 2)).cite("p5")
    for facts in ({"repealed_on": date(2024, 12, 1)}, {"expires_on": date(2024, 11, 30)}):
        for cite, named in ((other, True), (OTHER, False)):
            (verdict,) = lapsed(date(2024, 12, 1), (), [Lapse(**facts, cite=cite)], WHOLE)
            for lang in ("ru", "en"):
                assert (cite.label[lang] in verdict.text[lang]) is named
                assert {"ru": "с самим актом", "en": "with the act itself"}[lang] in verdict.cure[lang]
            assert Verdict.from_json(verdict.as_json()) == verdict


REPLACING = {"id": "kemerovo-200", "number": "200", "date": "2024-02-02", "title": {"ru": "Новое"}}


def replaced(on, *, lapse):
    """Kemerovo, whose decree another takes the place of: by an end of it, or by an amendment as the cure says."""
    told = deepcopy(shipped_data()["municipalities"]["kemerovo"])
    set_act = {"do": "set", "at": ["act"], "to": REPLACING}
    body = {"do": "set", "at": ["authorized_body"], "to": {"value": "education", "cite": "kemerovo-200/p2"}}
    changes = [body] if lapse else [set_act, body]
    told["amendments"] = [{"act": REPLACING, "since": f"{on}", "changes": changes}]
    if lapse:
        told["lapses"] = [{"repealed_on": f"{on}", "cite": "kemerovo-200/p5"}]
    return load_profile(told)


@settings(max_examples=size(15, 300))
@given(st.dates(date(2024, 2, 2), date(2024, 6, 30)), st.integers(-40, 40), st.sampled_from(LIFECYCLES))
def test_a_case_goes_on_under_the_decree_that_is_recorded_as_the_cure_says(day, distance, cycle):
    """Before the day nothing is other than without the replacement; from it on no step is void for it."""
    on = day + timedelta(distance)
    ended, amended, whole = replaced(day, lapse=True), replaced(day, lapse=False), load_profile("kemerovo")
    for one, profile in (("ended", ended), ("amended", amended)):
        found = {option.kind: option.verdict for option in cycle.options(cycle.begin("1"), profile, on)}
        lapsed_too = {
            kind for kind, verdict in found.items() if "force.lapsed" in {v.rule for v in verdict.walk()}
        }
        assert bool(lapsed_too) is (one == "ended" and on >= day)
        if on < day:
            old = {option.kind: option.verdict for option in cycle.options(cycle.begin("1"), whole, on)}
            assert {kind: v.outcome for kind, v in found.items()} == {
                kind: v.outcome for kind, v in old.items()
            }
        elif one == "amended":
            decrees = [v for verdict in found.values() for v in verdict.walk() if v.rule == "force.decree"]
            assert all("kemerovo-200/act" in [cite.id for cite in v.cites] for v in decrees)


def test_what_is_of_one_provision_concerns_only_what_rests_on_it():
    on, facts = date(2025, 1, 1), {"of": (ACT.cite("app3.5"),), "repealed_on": date(2025, 1, 1)}
    assert outcomes(on, **facts) == []
    assert outcomes(on, [ACT.cite("app3.5.1")], **facts) == [VOID]
    assert outcomes(on, [ACT.cite("app3.5")], **facts) == [VOID]
    assert outcomes(on, [ACT.cite("app3"), ACT.cite("app3.55")], **facts) == []


MEETING = {"profile": "kemerovo", "held_on": "2024-05-01", "present": ["chair"]}
REPEALED = {"repealed_on": "2024-05-01", "cite": "p7"}


@pytest.mark.parametrize("lifecycle", LIFECYCLES, ids=lambda one: one.name)
def test_every_lifecycle_refuses_a_step_under_a_decree_that_is_repealed(lifecycle):
    for lapses, on, expected in (
        ([REPEALED], date(2024, 5, 1), {VOID}),
        ([REPEALED], date(2024, 4, 30), set()),
        ([{"expires_on": None, "cite": "p7"}], date(2024, 5, 1), {UNKNOWN}),
    ):
        profile = changed("kemerovo", lapses=lapses)
        history = lifecycle.begin("1")
        kinds = {clause.kind for clause in lifecycle.clauses if history.state in clause.source}
        options = [one for one in lifecycle.options(history, profile, on) if one.kind in kinds]
        assert options
        for option in options:
            parts_of = [part for part in option.verdict.walk() if part.rule == "force.lapsed"]
            assert {part.outcome for part in parts_of} == expected
            assert expected != {VOID} or option.verdict.outcome is VOID


def test_the_meeting_as_a_whole_is_judged_alike():
    record = MeetingRecord.model_validate(MEETING)
    answer = judge_record(record, changed("kemerovo", lapses=[REPEALED]))
    found = [part for part in answer.established.walk() if part.rule == "force.lapsed"]
    assert [part.outcome for part in found] == [VOID]
    quorum = {"of": ["app3.5.5"], "suspended": {"since": "2024-04-01"}, "cite": "p7"}
    answer = judge_record(record, changed("kemerovo", lapses=[quorum]))
    assert answer.quorum.outcome is UNKNOWN
    assert [part.rule for part in answer.quorum.reasons(UNKNOWN)] == ["force.norm"]
    assert answer.established.outcome is HOLDS
    elsewhere = {"of": ["app4.1"], "repealed_on": "2024-04-01", "cite": "p7"}
    answer = judge_record(record, changed("kemerovo", lapses=[elsewhere]))
    assert [part for part in answer.established.walk() if part.rule == "force.lapsed"] == []


@pytest.mark.parametrize(
    ("lapse", "words"),
    [
        (
            {"repealed_on": "2024-05-01", "expires_on": "2024-05-01"},
            "give exactly one of repealed_on, expires_on",
        ),
        ({}, "give exactly one of repealed_on, expires_on"),
        ({"suspended": {"since": "2024-05-02", "until": "2024-05-01"}}, "later than until"),
    ],
)
def test_a_lapse_that_says_two_things_or_none_is_a_fault(lapse, words):
    with pytest.raises(ProfileError, match=words):
        load_profile({**small(), "lapses": [{**lapse, "cite": "p7"}]})


# ─── Бумага до события ───────────────────────────────────────────────────────────────────────────────────

ASKED = load_profile(small()).latest.form_of(DocumentKind.CONTRACT)
EVENT = Text("определение информационной системы", "the designation of a system")


def asked(*rules):
    made = [
        PaperRule(
            documents=("contract",),
            since=date(2024, 1, 1),
            cite=OTHER,
            **{"condition": "unconditional", **rule},
        )
        for rule in rules
    ]
    return ASKED._replace(paper=tuple(made))


@given(
    DAYS,
    st.sampled_from(["paper", "electronic"]),
    st.none() | st.just("акт"),
    st.sampled_from(["unconditional", "technical-impossibility"]),
)
def test_an_event_whose_day_is_recorded_is_a_last_day(on, form, why, condition):
    handed = Handed(form=form, impossibility=why, system="navigator")
    day = date(2024, 6, 1)
    by_event = asked({"until_event": EVENT, "ended_on": day, "condition": condition})
    by_day = asked({"until": day, "condition": condition})
    assert [v.as_json() for v in handed_in(handed, on, by_event)] == [
        v.as_json() for v in handed_in(handed, on, by_day)
    ]


@pytest.mark.parametrize(
    ("form", "why", "condition", "outcome"),
    [
        ("paper", None, "unconditional", UNKNOWN),
        ("paper", "акт", "technical-impossibility", UNKNOWN),
        ("paper", None, "technical-impossibility", VOID),  # not allowed either way
        ("electronic", None, "unconditional", UNKNOWN),
        ("electronic", None, "technical-impossibility", HOLDS),  # right either way
    ],
)
def test_an_event_whose_day_is_not_recorded_is_unknown_only_where_it_matters(form, why, condition, outcome):
    handed = Handed(form=form, impossibility=why, system="navigator")
    rules = asked({"until_event": EVENT, "condition": condition})
    verdict = next(iter(handed_in(handed, date(2024, 5, 1), rules)))
    assert verdict.outcome is outcome
    assert [ask.path for ask in verdict.asks] == (["profile.paper.ended_on"] if outcome is UNKNOWN else [])
    before = next(iter(handed_in(handed, date(2023, 5, 1), rules)))
    assert before.outcome is (HOLDS if form == "electronic" else VOID)


def test_another_rule_that_lets_paper_in_on_the_day_needs_no_event():
    rules = asked(
        {"until_event": EVENT}, {"until": date(2024, 12, 31), "condition": "technical-impossibility"}
    )
    handed = Handed(form="paper", impossibility="акт")
    assert next(iter(handed_in(handed, date(2024, 5, 1), rules))).outcome is HOLDS


@pytest.mark.parametrize(
    ("paper", "words"),
    [
        (
            {"until": "2024-05-01", "until_event": {"ru": "событие"}},
            "give exactly one of until and until_event",
        ),
        ({}, "give exactly one of until and until_event"),
        ({"until": "2024-05-01", "ended_on": "2024-05-01"}, "until_event and ended_on go together"),
        ({"until_event": {"ru": "событие"}, "ended_on": "2022-05-01"}, "later than until"),
    ],
)
def test_paper_that_ends_twice_or_never_is_a_fault(paper, words):
    rule = {
        "documents": ["contract"],
        "since": "2023-01-01",
        "condition": "unconditional",
        "cite": "p6",
        **paper,
    }
    with pytest.raises(ProfileError, match=words):
        load_profile({**small(), "paper": [rule]})
