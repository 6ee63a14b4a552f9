"""From which day a decree holds, and whether a norm of it holds on a day."""

from datetime import date, timedelta

import pytest
from cases_at_hand import changed
from hypothesis import given
from hypothesis import strategies as st

from law189.errors import FaultyInput
from law189.law import Citation, Day, Norm, Text
from law189.profile.loader import load_profile
from law189.profile.validity import ActPart, Start
from law189.readings import D7
from law189.rules.acts.beginnings import begun
from law189.rules.acts.force import covers, decree, in_force, norm, parts
from law189.rules.deadlines.first_days import first_day
from law189.verdict import Outcome, Verdict

DISTRICT = load_profile("novokuznetsk_district")
SAYS = DISTRICT.latest.entry_into_force
ACT = DISTRICT.act
CITE = DISTRICT.latest.cite("act")
ISSUED, PUBLISHED = date(2023, 9, 22), date(2023, 9, 29)
DAYS = st.dates(date(2015, 1, 1), date(2030, 12, 31))
HOLDS, BREACH, UNKNOWN, VOID = Outcome


def saying(value):
    return SAYS.model_copy(update={"value": value})


@given(
    DAYS, st.none() | DAYS, st.sampled_from([None, "on_signing", "on_publication", "day_after_publication"])
)
def test_a_step_before_the_day_of_the_decree_is_void_whatever_it_says_and_whatever_is_chosen(
    on, published, said
):
    says = None if said is None else saying(said)
    for choices in ({}, {"D5": "on_publication"}, {"D7": "unknown"}):
        verdict = decree(on, ISSUED, published, says, CITE, choices=choices)
        assert verdict.cites == (CITE,)
        if on < ISSUED:
            assert (verdict.outcome, verdict.reading) == (VOID, None)
            assert (verdict.facts["issued"], verdict.facts["on"]) == (ISSUED, on)
            published = published or ISSUED
            assert verdict.facts["since"] in (ISSUED, published, published + timedelta(1))
            assert verdict.facts["since"] >= ISSUED
        assert Verdict.from_json(verdict.as_json()) == verdict


@pytest.mark.provision("novokuznetsk-277/p11")
@pytest.mark.parametrize(
    ("said", "since"),
    [
        ("on_signing", ISSUED),
        ("on_publication", PUBLISHED),
        ("day_after_publication", PUBLISHED + timedelta(1)),
    ],
)
def test_before_a_recorded_day_of_entry_into_force_a_step_is_void_and_from_it_on_it_stands(said, since):
    for on, outcome in ((since - timedelta(1), VOID), (since, HOLDS), (since + timedelta(400), HOLDS)):
        verdict = decree(on, ISSUED, PUBLISHED, saying(said), CITE)
        assert (verdict.outcome, verdict.reading, verdict.facts["since"]) == (outcome, None, since)


@pytest.mark.provision("novokuznetsk-277/p11")
@pytest.mark.parametrize("said", ["on_publication", "day_after_publication"])
def test_where_the_publication_is_not_recorded_the_verdict_names_the_reading_on_which_it_rests(said):
    on = PUBLISHED
    for choice, outcome in (("act_date", HOLDS), ("unknown", UNKNOWN)):
        verdict = decree(on, ISSUED, None, saying(said), CITE, choices={"D7": choice})
        assert (verdict.outcome, verdict.reading.code, verdict.reading.choice) == (outcome, "D7", choice)
    assert decree(on, ISSUED, None, saying(said)).outcome is HOLDS
    assert "act.published_on" in verdict.text.en
    assert decree(ISSUED, ISSUED, None, saying("on_signing")).reading is None


STARTS = ("on_signing", "on_publication", "day_after_publication", Start(days_after_publication=10))
EITHER = [{"D7": choice} for choice in D7.choices]


@pytest.mark.provision("novokuznetsk-277/p11")
@pytest.mark.parametrize("choices", EITHER, ids=str)
@given(st.integers(-40, 40), st.sampled_from(STARTS), st.booleans())
def test_an_act_is_in_force_on_no_day_that_no_publication_could_make_so(choices, days, start, part):
    """Published on its own day or on any later one: on a day before each of these beginnings it does not hold."""
    on = ISSUED + timedelta(days)
    soonest = min(begun(start, ISSUED, ISSUED + timedelta(late)) for late in range(90))
    if part:
        late = ActPart(of=(CITE,), starts=start)
        (told,) = parts(on, [CITE], ISSUED, None, saying((late,)), choices)
    else:
        told = decree(on, ISSUED, None, saying(start), CITE, choices=choices)
    asked = in_force(on, ISSUED, None, saying(start), CITE, choices=choices)
    if on < soonest:
        assert (told.outcome, told.facts["since"], told.reading) == (VOID, soonest, None)
        assert (asked.outcome, asked.facts["since"]) == (VOID, soonest)
    else:
        assert told.outcome is (UNKNOWN if choices["D7"] == "unknown" and start != "on_signing" else HOLDS)
        assert asked.outcome is (HOLDS if start == "on_signing" else UNKNOWN)
    assert first_day(ACT, saying(start), choices) == soonest


@pytest.mark.parametrize("start", STARTS, ids=str)
def test_a_part_of_a_decree_is_not_there_on_a_day_before_any_publication_could_let_it_hold(start):
    written = start if isinstance(start, str) else {"days_after_publication": start.days}
    said = {"value": [{"starts": "on_signing"}, {"of": ["app1.7"], "starts": written}], "cite": "p7"}
    town = changed("kemerovo", entry_into_force=said)
    first = begun(start, ISSUED, ISSUED)
    assert [len(town.on(first + timedelta(days)).services) for days in (-1, 0)] == [6, 7]


@pytest.mark.parametrize(
    ("on", "signing", "publication"),
    [
        (ISSUED - timedelta(1), VOID, VOID),
        (ISSUED, HOLDS, VOID),
        (PUBLISHED - timedelta(1), HOLDS, VOID),
        (PUBLISHED, HOLDS, HOLDS),
    ],
)
def test_a_decree_that_is_silent_holds_from_signing_or_from_publication_by_reading_d5(
    on, signing, publication
):
    for choice, outcome in (("on_signing", signing), ("on_publication", publication)):
        verdict = decree(on, ISSUED, PUBLISHED, None, CITE, choices={"D5": choice})
        assert verdict.outcome is outcome
        turned = ("D5", choice) if signing is not publication else None
        assert (verdict.reading and (verdict.reading.code, verdict.reading.choice)) == turned


@pytest.mark.parametrize(
    ("choices", "outcome", "code"),
    [
        ({}, HOLDS, None),
        ({"D7": "unknown"}, HOLDS, "D5"),
        ({"D5": "on_publication"}, HOLDS, "D7"),
        ({"D5": "on_publication", "D7": "unknown"}, UNKNOWN, "D7"),
    ],
)
def test_a_silent_decree_without_a_recorded_publication_names_the_reading_that_decides(
    choices, outcome, code
):
    verdict = decree(PUBLISHED, ISSUED, None, None, CITE, choices=choices)
    assert (verdict.outcome, verdict.reading and verdict.reading.code) == (outcome, code)


def test_a_decree_is_not_in_force_before_its_own_day_even_if_a_publication_is_recorded_earlier():
    early = ISSUED - timedelta(5)
    for said in ("on_publication", "day_after_publication"):
        verdict = decree(ISSUED, ISSUED, early, saying(said))
        assert (verdict.outcome, verdict.facts["since"]) == (HOLDS, ISSUED)
        assert decree(early + timedelta(1), ISSUED, early, saying(said)).outcome is VOID


def test_a_decree_without_a_day_is_unknown_until_the_day_is_written_or_a_publication_tells_it():
    verdict = decree(ISSUED, None, None, None)
    assert (verdict.outcome, verdict.facts["missing"]) == (UNKNOWN, "act.date")
    published = decree(PUBLISHED, None, PUBLISHED, saying("on_publication"))
    assert (published.outcome, published.facts["since"]) == (HOLDS, PUBLISHED)
    assert decree(ISSUED, None, PUBLISHED, saying("on_publication")).outcome is VOID
    assert decree(ISSUED, None, None, saying("on_publication")).outcome is UNKNOWN


@pytest.mark.parametrize(
    ("since", "until", "on", "holds"),
    [
        (None, None, "2030-01-01", True),
        (None, "2023-12-31", "2023-12-31", True),
        (None, "2023-12-31", "2024-01-01", False),
        ("2024-01-01", None, "2024-01-01", True),
        ("2024-01-01", None, "2023-12-31", False),
    ],
)
def test_a_norm_whose_days_are_past_or_to_come_decides_nothing(since, until, on, holds):
    found = Norm[int](value=2, basis=CITE, since=since, until=until)
    verdict = norm("working_group.quorum", found, date.fromisoformat(on))
    assert (verdict is None) is holds
    if verdict is not None:
        assert (verdict.outcome, verdict.cites) == (UNKNOWN, (CITE,))
        assert "working_group.quorum" in verdict.text.ru
        assert "working_group.quorum" in verdict.text.en


# ─── An act by its own word ────────────────────────────────────────────────────────────────────────────────────

ITEM = Citation("a-decree", "app1.1", Text("п. 1.1", "item 1.1"))


def says(word):
    return Norm[str](value=word, basis=ITEM)


@pytest.mark.parametrize(
    ("word", "since"),
    [("on_signing", "2023-09-22"), ("on_publication", "2023-09-29"), ("day_after_publication", "2023-09-30")],
)
def test_an_act_is_in_force_from_the_day_that_it_names(word, since):
    day = date.fromisoformat(since)
    for on, outcome in ((day - timedelta(1), Outcome.VOID), (day, Outcome.HOLDS), (date.max, Outcome.HOLDS)):
        verdict = in_force(on, ISSUED, PUBLISHED, says(word), ITEM)
        assert (verdict.outcome, verdict.facts["since"], verdict.reading) == (outcome, day, None)
        assert verdict.cites == (ITEM,)


@pytest.mark.parametrize(
    ("word", "signed_on", "missing"),
    [
        ("on_publication", ISSUED, "act.published_on"),
        ("day_after_publication", ISSUED, "act.published_on"),
        ("on_signing", None, "act.date"),
    ],
)
def test_where_the_day_is_not_known_the_answer_says_what_to_give(word, signed_on, missing):
    verdict = in_force(PUBLISHED, signed_on, None, says(word))
    assert verdict.outcome is Outcome.UNKNOWN
    assert verdict.facts["missing"] == missing
    assert [ask.path for ask in verdict.asks] == [f"profile.{missing}"]
    assert f" ({missing}) — вносит тот, кто ведёт профиль" in verdict.text.ru
    assert f" ({missing}) — from whoever maintains the profile" in verdict.text.en


def test_an_act_that_is_silent_is_in_force_from_its_signing_and_the_other_reading_is_told():
    verdict = in_force(date(2023, 9, 25), ISSUED, PUBLISHED, None)
    assert verdict.outcome is Outcome.HOLDS
    assert verdict.reading is not None
    assert (verdict.reading.code, verdict.reading.choice) == ("D5", "on_signing")
    (other,) = verdict.reading.otherwise
    assert (other.choice, other.outcome) == ("on_publication", Outcome.VOID)
    assert "in force from 2023-09-29" in other.text.en


def test_an_act_that_is_silent_may_be_read_from_its_publication():
    verdict = in_force(PUBLISHED, ISSUED, None, None, choices={"D5": "on_publication"})
    assert verdict.outcome is Outcome.UNKNOWN
    assert verdict.reading is not None
    (other,) = verdict.reading.otherwise
    assert (other.choice, other.outcome) == ("on_signing", Outcome.HOLDS)


@pytest.mark.parametrize(
    ("above", "below", "within"),
    [
        ("p3", "p3", True),
        ("p3", "p3.1", True),
        ("p3.1", "p3", False),
        ("p3", "p31", False),
        ("act", "p3.1", True),
        ("p3", "act", False),
    ],
)
def test_a_provision_has_what_stands_within_it_and_an_act_all_of_its_own(above, below, within):
    def of(act, address):
        return Citation(act, address, Text(address, address))

    assert covers(of("town-5", above), of("town-5", below)) is within
    assert not covers(of("town-5", above), of("town-6", below))


@pytest.mark.parametrize(("after", "held"), [(-1, False), (0, True), (1, True)])
def test_a_norm_holds_from_the_very_day_on_which_it_is_recorded_as_published(after, held):
    found = Norm[str](value="x", basis=CITE, published=PUBLISHED)
    told = norm("working_group.quorum", found, PUBLISHED + timedelta(after))
    assert (told is None) is held
    assert told is None or (told.outcome, told.facts["since"]) == (UNKNOWN, PUBLISHED)


def test_a_part_that_begins_later_names_the_first_of_its_provisions_on_which_the_step_rests():
    address = {name: Citation("town-5", name, Text(name, name)) for name in ("p3", "p4", "p4.1", "p5")}
    late = ActPart(of=(address["p3"], address["p4"], address["p5"]), starts="on_publication")
    rests = [address["p5"], address["p4.1"], CITE]
    (told,) = parts(ISSUED, rests, ISSUED, PUBLISHED, saying((late,)))
    assert (told.rule, told.outcome, told.facts["part"]) == ("force.part", VOID, address["p4"])
    assert told.cites == (address["p4"], SAYS.basis)
    assert list(parts(ISSUED, [CITE], ISSUED, PUBLISHED, saying((late,)))) == []


# ─── Отношения, возникшие раньше ─────────────────────────────────────────────────────────────────────────

COVERED = Norm[Day](value=date(2023, 1, 1), basis=CITE)


@given(DAYS, st.sampled_from(["on_signing", "on_publication", "day_after_publication"]))
def test_a_step_since_the_day_from_which_the_decree_covers_relations_is_under_it(on, said):
    verdict = decree(on, ISSUED, PUBLISHED, saying(said), CITE, covered=COVERED)
    plain = decree(on, ISSUED, PUBLISHED, saying(said), CITE)
    assert verdict.outcome is (HOLDS if on >= COVERED.value else VOID)
    assert (verdict.rule == "force.relations") is (plain.outcome is VOID and on >= COVERED.value)
    if verdict.rule != "force.relations":
        assert verdict == plain


def test_what_a_decree_covers_is_not_known_while_its_publication_is_not():
    verdict = decree(date(2023, 3, 1), ISSUED, None, saying("on_publication"), CITE, covered=COVERED)
    assert verdict.outcome is not VOID
    unknown = {"D7": "unknown"}
    verdict = decree(
        date(2023, 3, 1), ISSUED, None, saying("on_publication"), CITE, covered=COVERED, choices=unknown
    )
    assert verdict.outcome is UNKNOWN


@pytest.mark.parametrize(
    ("said", "where"),
    [
        ({"value": {"on_day": "2023-01-01"}}, "entry_into_force.value"),
        ({"value": [{"starts": {"on_day": "2023-01-01"}}]}, "entry_into_force.value"),
        ({"value": "on_publication", "since": "2023-01-01"}, "entry_into_force.since"),
    ],
)
def test_a_beginning_before_the_day_of_the_decree_is_refused_and_says_what_to_write(said, where):
    with pytest.raises(FaultyInput) as error:
        changed("kemerovo", entry_into_force={**said, "cite": "p7"})
    (fault,) = error.value.faults
    assert (fault.key, "covers_since" in fault.text.ru) == (where, True)
