"""A verdict: what it says, what it refuses to be, and how it goes to JSON and back."""

import copy
import json
import pickle
from datetime import date
from fractions import Fraction

import pytest
from pydantic import TypeAdapter, ValidationError

from law189.law import Act, ActLabel, Citation, Norm, Text
from law189.profile.group import Threshold
from law189.readings import under
from law189.verdict import DECISION, Applied, Otherwise, Outcome, Reading, Rule, Verdict, bundle, plain, worst

HOLDS, BREACH, UNKNOWN, VOID = Outcome
CITE = Citation("act", "p1", Text("п. 1", "item 1"))
OTHER = Citation("act", "p2", Text("п. 2", "item 2"))
ENOUGH = Rule("test.enough", Text("Есть: {count}.", "There are: {count}."))
ASKED = Rule(
    "test.asked", Text("Дано.", "Given."), BREACH, unknown=Text("Не дано: {key}.", "Missing: {key}.")
)
TWO_WAYS = Reading(
    "T1",
    Text("Как читать?", "How to read it?"),
    {"wide": Text("широко", "widely"), "narrow": Text("узко", "narrowly")},
    "wide",
    Text("так проще", "it is simpler"),
    about="act",
)


def through_json(verdict):
    return Verdict.from_json(json.loads(json.dumps(verdict.as_json())))


def read_two_ways(**choices):
    """A verdict that turns on a reading: wide holds, narrow does not."""

    def told(choices):
        choice = TWO_WAYS.chosen(choices)
        return ENOUGH.judge(choice == "wide", CITE, count=choice)

    return under(choices, told, TWO_WAYS)


# ─── Outcomes ────────────────────────────────────────────────────────────────────────────────────────────


def test_outcomes_go_from_holds_to_void_and_the_two_worst_stop_a_step():
    for better, worse in ((HOLDS, BREACH), (BREACH, UNKNOWN), (UNKNOWN, VOID)):
        assert worst([worse, better, worse]) is worst([better, worse]) is worse
    assert [outcome.stops for outcome in Outcome] == [False, False, True, True]


def test_nothing_wrong_holds():
    assert worst([]) is HOLDS


# ─── Rules ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("rule", "holds", "outcome", "words"),
    [
        (ENOUGH, True, HOLDS, "There are: 5."),
        (ENOUGH, False, VOID, "There are: 5."),
        (ENOUGH, None, UNKNOWN, "There are: 5."),
        (ASKED, True, HOLDS, "Given."),
        (ASKED, False, BREACH, "Given."),
        (ASKED, None, UNKNOWN, "Missing: 7."),
    ],
)
def test_a_rule_says_one_sentence_either_way_and_another_where_a_fact_is_missing(rule, holds, outcome, words):
    verdict = rule.judge(holds, CITE, count=5, key="7")
    assert (verdict.rule, verdict.outcome, verdict.text.en) == (rule.code, outcome, words)
    assert verdict.cites == (CITE,)
    assert verdict.stops is outcome.stops


@pytest.mark.parametrize(
    ("own", "part", "both"), [(True, False, VOID), (False, True, VOID), (True, True, HOLDS)]
)
def test_a_verdict_is_at_least_as_bad_as_its_parts(own, part, both):
    assert ENOUGH.judge(own, parts=(ENOUGH.judge(part, count=1),), count=2).outcome is both


def test_a_bundle_is_as_good_as_its_worst_part_and_cites_each_address_once():
    parts = [
        ENOUGH.judge(True, CITE, count=1),
        ASKED.judge(False, OTHER, CITE),
        ENOUGH.judge(True, CITE, count=2),
    ]
    verdict = bundle(ENOUGH, *parts, cites=(OTHER,), count=3)
    assert verdict.outcome is BREACH
    assert verdict.cites == (OTHER, CITE)
    assert verdict.text.en == "There are: 3."


def test_a_bundle_of_nothing_holds():
    assert bundle(ENOUGH, count=0).outcome is HOLDS


# ─── Sentences ───────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("fact", "ru", "en"),
    [
        (None, "не указано", "not given"),
        (True, "да", "yes"),
        (False, "нет", "no"),
        (date(2023, 9, 22), "22.09.2023", "2023-09-22"),
        (Text("член", "member"), "член", "member"),
        (CITE, "п. 1", "item 1"),
        ("слово", "слово", "слово"),
        (5, "5", "5"),
        (Fraction(5, 2), "5/2", "5/2"),
        ({"chair": "for", "deputy": None}, "chair — for и deputy — не указано", "chair — for, deputy — —"),
        ([True, 2], "да и 2", "yes, 2"),
        ((), "нет", "none"),
        ({}, "нет", "none"),
    ],
)
def test_a_sentence_shows_each_kind_of_fact_in_its_language(fact, ru, en):
    assert ENOUGH.judge(True, count=fact).text == Text(f"Есть: {ru}.", f"There are: {en}.")


@pytest.mark.parametrize(
    "words", ["{count}", "{}", "{0}", "{count.__class__}", "{{", "}", "%s", "{count!r:>99}"]
)
def test_a_fact_is_shown_as_it_is_and_never_as_a_template(words):
    verdict = ENOUGH.judge(True, count=words)
    assert verdict.text.en == f"There are: {words}."
    assert through_json(verdict).text == verdict.text
    assert through_json(through_json(verdict)) == verdict


# ─── A verdict is no yes and no no ───────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("ask", [bool, lambda v: not v, lambda v: v and 1, lambda v: [1 for _ in "a" if v]])
def test_a_verdict_refuses_to_be_true_or_false(ask):
    for holds in (True, False, None):
        with pytest.raises(TypeError, match=r"ask verdict\.outcome or verdict\.stops"):
            ask(ENOUGH.judge(holds, count=1))


def test_verdicts_are_equal_where_they_say_the_same():
    one, same = ENOUGH.judge(True, CITE, count=1), ENOUGH.judge(True, CITE, count=1)
    assert one == same
    assert hash(one) == hash(same)
    for other in (
        ENOUGH.judge(False, CITE, count=1),
        ENOUGH.judge(True, OTHER, count=1),
        one.as_json(),
        None,
    ):
        assert one != other


def test_a_verdict_shows_its_outcome_its_rule_and_its_sentence():
    assert repr(ENOUGH.judge(False, count=1)) == "<void test.enough: There are: 1.>"


def test_all_reasons_come_at_once_and_only_from_parts_without_parts():
    void, breach, fine = (ENOUGH.judge(False, count=1), ASKED.judge(False), ENOUGH.judge(True, count=2))
    inner = bundle(ENOUGH, void, fine, count=3)
    whole = bundle(ENOUGH, inner, breach, count=4)
    assert list(whole.walk()) == [whole, inner, void, fine, breach]
    assert whole.reasons(VOID, UNKNOWN) == (void,)
    assert whole.reasons(BREACH, VOID) == (void, breach)
    assert fine.reasons(VOID) == ()


# ─── Readings ────────────────────────────────────────────────────────────────────────────────────────────


def test_a_verdict_that_turns_on_a_reading_tells_what_the_other_choice_would_have_answered():
    verdict = read_two_ways()
    assert (verdict.reading.code, verdict.reading.choice) == ("T1", "wide")
    assert verdict.reading.otherwise == (
        Otherwise("narrow", VOID, Text("Есть: narrow.", "There are: narrow.")),
    )
    chosen = read_two_ways(T1="narrow")
    assert (chosen.outcome, chosen.reading.choice) == (VOID, "narrow")
    assert chosen.reading.otherwise[0].outcome is HOLDS


def test_a_choice_that_the_reading_does_not_have_is_an_error():
    with pytest.raises(ValueError, match="T1 has no choice 'coin'; choose one of: wide, narrow"):
        read_two_ways(T1="coin")


def test_a_reading_may_have_nothing_else_to_say():
    assert Applied("T1", "wide", ()).otherwise == ()


# ─── JSON, copies and pickles ────────────────────────────────────────────────────────────────────────────

FACTS = {
    "none": None,
    "yes": True,
    "day": date(2023, 9, 22),
    "share": Fraction(1, 2),
    "words": Text("слово", "word"),
    "cite": CITE,
    "votes": {"chair": ["for", 1]},
    "list": (Text("а", "a"), None),
}
NESTED = bundle(
    ENOUGH,
    read_two_ways(),
    bundle(ENOUGH, ASKED.judge(None, OTHER, key="{x}"), count="{count}"),
    count=1,
    **FACTS,
)


def test_a_verdict_with_parts_goes_to_json_and_back_equal():
    back = through_json(NESTED)
    assert back == NESTED
    assert hash(back) == hash(NESTED)
    assert [(v.text, v.outcome, v.cites) for v in back.walk()] == [
        (v.text, v.outcome, v.cites) for v in NESTED.walk()
    ]
    assert back.parts[0].reading.otherwise == NESTED.parts[0].reading.otherwise


@pytest.mark.parametrize("held", [2, ("one",), ["one"], {"name": "one"}, Fraction(1, 2)])
def test_facts_are_those_that_were_given_whatever_becomes_of_what_held_them(held):
    given = {"count": 1, "held": copy.deepcopy(held)}
    verdict = Verdict("test.given", Outcome.HOLDS, Text("Есть: {count}.", "There are: {count}."), given)
    told = verdict.facts
    given["count"] = 3
    if isinstance(held, list | dict):
        given["held"].clear()
    assert verdict.facts == told == {"count": 1, "held": held}
    assert pickle.loads(pickle.dumps(verdict)).facts == told  # noqa: S301
    with pytest.raises(TypeError):
        verdict.facts["count"] = 2


def test_facts_in_json_are_plain():
    assert {name: plain(fact) for name, fact in FACTS.items()} == {
        "none": None,
        "yes": True,
        "day": "2023-09-22",
        "share": "1/2",
        "words": {"ru": "слово", "en": "word"},
        "cite": {"act": "act", "address": "p1", "label": {"ru": "п. 1", "en": "item 1"}},
        "votes": {"chair": ["for", 1]},
        "list": [{"ru": "а", "en": "a"}, None],
    }


def test_a_verdict_is_taken_by_a_schema_as_it_is():
    assert TypeAdapter(Verdict).validate_python(NESTED) is NESTED


@pytest.mark.parametrize(
    "again",
    [copy.copy, copy.deepcopy, lambda verdict: pickle.loads(pickle.dumps(verdict))],  # noqa: S301  # our own
    ids=["copy", "deepcopy", "pickle"],
)
def test_a_verdict_is_copied_and_pickled_whole(again):
    assert again(NESTED) == NESTED


@pytest.mark.parametrize(
    "change",
    [
        {"outcome": "fine"},
        {"text": {"ru": "да"}},
        {"text": {"ru": 1, "en": "yes"}},
        {"text": "yes"},
        {"facts": 5},
        {"cites": [{"act": "act"}]},
        {"reading": {"code": "T1"}},
        {"parts": [{}]},
        {"parts": 5},
    ],
    ids=str,
)
def test_what_is_no_verdict_is_refused(change):
    wrong = ENOUGH.judge(True, CITE, count=1).as_json() | change
    with pytest.raises((KeyError, TypeError, ValueError)):
        Verdict.from_json(wrong)
    with pytest.raises(ValidationError):
        TypeAdapter(Verdict).validate_python(wrong)


@pytest.mark.parametrize("wrong", [None, 5, "verdict", [], {}])
def test_what_is_not_even_a_mapping_of_a_verdict_is_refused(wrong):
    with pytest.raises((KeyError, TypeError, ValueError)):
        Verdict.from_json(wrong)
    with pytest.raises(ValidationError):
        TypeAdapter(Verdict).validate_python(wrong)


DECREE = Act(
    id="decree-1",
    number="1",
    date=date(2023, 9, 22),
    title=Text("О заказе", "On the order"),
    label=ActLabel(ru="акт № 1", of="акта № 1", to="акту № 1", en="act No 1"),
)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Text, Text("{слово}", "{word}")),
        (Citation, DECREE.cite("app3.5.5")),
        (Act, DECREE),
        (Rule, ASKED),
        (Reading, TWO_WAYS),
        (Otherwise, Otherwise("narrow", VOID, Text("нет", "no"))),
        (Verdict, NESTED),
        (list[Verdict], [NESTED, read_two_ways()]),
        (Norm[Threshold], Norm[Threshold](value=Threshold(at_least="1/2", of="present"), basis=CITE)),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_every_value_of_the_ground_floor_goes_to_json_and_back_equal(kind, value):
    adapter = TypeAdapter(kind)
    assert adapter.validate_json(adapter.dump_json(value)) == value
    assert adapter.validate_python(adapter.dump_python(value, mode="json")) == value


def test_a_sentence_lists_what_its_parts_ask_for_where_it_asks_for_nothing_itself():
    rule = Rule("t.whole", Text("целое", "whole"), unknown=Text("укажите: {asks}", "give: {asks}"))
    part = Rule("t.part", Text("часть", "part")).judge(None, lacks=(DECISION,))
    verdict = rule.judge(None, parts=(part,))
    assert verdict.lacks == ()
    assert verdict.text.en == f"give: {DECISION.title.en} — from {DECISION.who.en}"
    assert Verdict.from_json(verdict.as_json()) == verdict
