"""The law of equal verdicts: two are equal exactly where they say the same, however they are held."""

import copy
import json
import pickle
from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st
from night import size
from stories import STORIES

from law189.facts import frozen, marks, plain, same
from law189.law import Citation, Text
from law189.readings.reading import Applied, Otherwise
from law189.verdict import Ask, Outcome, Verdict, worst

law = settings(max_examples=size(500, 8000))


class Words(Text):
    """Words of somebody's own class: they say what words say."""


NEAR = (
    (True, 1, "1", Decimal(1), Decimal("1.0"), Decimal("1E+0"), Fraction(1)),
    (False, 0, None, Fraction(1, 2), (), {}),
    ("2024-01-10", date(2024, 1, 10)),
    (Text("а", "a"), Text("а"), Words("а", "a"), {"ru": "а", "en": "a"}),
    ({"a": 1, "b": 1}, {"b": 1, "a": 1}, {"a": 1, "b": True}),
    ({"a": Decimal(1)}, {"a": Decimal("1.0")}, {"a": 1}),
    ([1, True], [True, True], [Decimal(1), True], [[1], True]),
    (
        Citation("act", "p1", Text("п. 1", "item 1")),
        {"act": "act", "address": "p1", "label": {"ru": "п. 1", "en": "item 1"}},
    ),
)
"""Facts that are easily taken for one another."""
PAIRS = st.sampled_from(NEAR).flatmap(lambda near: st.tuples(st.sampled_from(near), st.sampled_from(near)))
FACTS = PAIRS.map(lambda pair: pair[0])
TEMPLATES = st.sampled_from(
    [
        *(Text("Да.", "Yes."), Text("Да: {n}.", "Yes: {n}."), Words("Да: {n}.", "Yes: {n}.")),
        *(Text("Да: 1.", "Yes: 1."), Text("{{Да}}", "{{Yes}}"), Text("Дайте: {asks}.", "Give: {asks}.")),
        Text("По постановлению: {n}.", "By the decree: {n}."),
    ]
)
CITES = st.sampled_from(
    [
        *((), (Citation("act", "p1", Text("п. 1 постановления", "item 1 of the decree")),)),
        (Citation("act", "p1", Text("п. 1 распоряжения", "item 1 of the order")),),
    ]
)
ASKS = st.sampled_from(
    [(), (Ask("decision", Text("решение", "a decision")),), (Ask("slot a.b", Text("срок", "a term")),)]
)
RULES, OUTCOMES = st.sampled_from(["any.rule", "other.rule"]), st.sampled_from(Outcome)
CURES = st.sampled_from([None, Text("Исправьте.", "Mend it.")])


READINGS = st.builds(
    Applied,
    st.sampled_from(["T1", "T2"]),
    st.sampled_from("ab"),
    st.sampled_from(
        [
            (),
            (("a", Verdict("any.rule", Outcome.HOLDS, Text("Да: {n}.", "Yes: {n}."), {"n": 1})),),
            (("a", Otherwise("a", Outcome.HOLDS, Text("Да: 1.", "Yes: 1."))),),
            (("a", Otherwise("a", Outcome.VOID, Text("Да: 1.", "Yes: 1."))),),
        ]
    ),
)
EACH = {
    "rule": RULES,
    "outcome": OUTCOMES,
    "template": TEMPLATES,
    "facts": FACTS.map(lambda fact: {"n": fact, "asks": "1"}),
    "cites": CITES,
    "reading": st.none() | READINGS,
    "asks": ASKS,
    "cure": CURES,
}


@st.composite
def verdicts(draw, depth=0):
    """A verdict of few values, with parts."""
    held = {name: draw(values) for name, values in EACH.items()}
    parts = tuple(draw(st.lists(verdicts(depth + 1), max_size=2))) if depth < 2 else ()
    held["outcome"] = worst([held["outcome"], *[part.outcome for part in parts]])
    return Verdict(**held, parts=parts)


def told(verdict):
    """The same verdict as JSON brings it back: its sentence has the facts in place already."""
    reading = verdict.reading and Applied(
        verdict.reading.code,
        verdict.reading.choice,
        tuple((o.choice, Otherwise(o.choice, o.outcome, o.text)) for o in verdict.reading.otherwise),
    )
    words = Text(*[one.replace("{", "{{").replace("}", "}}") for one in (verdict.text.ru, verdict.text.en)])
    parts = tuple([told(part) for part in verdict.parts])
    return Verdict(
        verdict.rule, verdict.outcome, words, verdict.facts, verdict.cites, reading, parts, verdict.asks
    )


def pickled(verdict):
    return pickle.loads(pickle.dumps(verdict))  # noqa: S301  # written here


@st.composite
def two(draw):
    """Two verdicts of which one is the other, held otherwise and changed in one thing, or in the facts a little."""
    one, how = draw(verdicts()), draw(st.sampled_from([copy.copy, copy.deepcopy, pickled, told]))
    name = draw(st.sampled_from(["near", "parts", *EACH]))
    if name == "near":
        here, there = [{**one.facts, "n": fact} for fact in draw(PAIRS)]
        return one._but(facts=here), how(one)._but(facts=there)
    values = st.just(tuple(map(how, one.parts))) | verdicts().map(lambda part: (part,))
    return one, how(one)._but(**{name: draw(EACH.get(name, values))})


def said(verdict):
    """All that a verdict says, without what can be done about it."""
    found = verdict.as_json()
    found.pop("cure", None)
    return found | {"parts": [said(part) for part in verdict.parts]}


@law
@given(two())
def test_verdicts_are_equal_exactly_where_they_say_the_same(pair):
    one, other = pair
    assert (one == other) is (said(one) == said(other))
    assert (other == one) is (one == other) is not (one != other)
    assert one != other or hash(one) == hash(other)


@law
@given(verdicts())
def test_a_verdict_equals_itself_however_it_is_held(verdict):
    assert verdict == copy.deepcopy(verdict) == pickled(verdict) == told(verdict)


def test_a_verdict_of_every_step_comes_back_from_json_equal_and_is_no_other():
    for story in STORIES.values():
        steps = [record.verdict for record in story.told().records]
        back = [Verdict.from_json(json.loads(json.dumps(one.as_json()))) for one in steps]
        for place, one in enumerate(steps):
            assert [one == other for other in back] == [said(one) == said(other) for other in back]
            assert one == back[place]


@law
@given(PAIRS)
def test_facts_that_are_held_the_same_are_the_same_in_json_and_in_words(pair):
    one, other = map(frozen, pair)
    if same(one, other):
        assert json.dumps([plain(one), marks(one)]) == json.dumps([plain(other), marks(other)])
        assert repr(one) == repr(other)
    assert same(one, copy.deepcopy(one))
    assert same(one, other) is same(other, one)
