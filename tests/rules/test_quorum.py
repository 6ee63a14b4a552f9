"""Who counts as present, who presides, and whether there is a quorum."""

from fractions import Fraction
from typing import NamedTuple

import pytest

from law189.profile.group import Role, Threshold
from law189.profile.loader import load_profile
from law189.rules.group.attendance import attendance, present_of
from law189.rules.group.presiding import leading, presiding
from law189.rules.quorum import CannotBe, members_of, people, quorum
from law189.verdict import Outcome, Verdict

KEMEROVO = load_profile("kemerovo").latest.working_group
DISTRICT = load_profile("novokuznetsk_district").latest.working_group
COMPOSITION = pytest.mark.provision("kemerovo-2993/app3.5.1", "novokuznetsk-277/p5")
PRESIDING = pytest.mark.provision("kemerovo-2993/app3.5.2", "novokuznetsk-277/app4.5.1")
QUORUM = pytest.mark.provision("kemerovo-2993/app3.5.5", "novokuznetsk-277/app4.5.6")
HALF = Threshold(at_least=Fraction(1, 2))
TWO_THIRDS = Threshold(at_least=Fraction(2, 3))
MORE_THAN_HALF = Threshold(more_than=Fraction(1, 2))


def norm(value):
    """Kemerovo's quorum with another value, as another municipality's file would give it."""
    return KEMEROVO.quorum.model_copy(update={"value": value})


class Counted(NamedTuple):
    present: frozenset[str]
    verdict: Verdict


class Led(NamedTuple):
    seat: str | None
    verdict: Verdict


def counted(entries, group=KEMEROVO, **more):
    present = present_of(entries, group.by_id, more.get("vacant", ()))
    return Counted(present, attendance(entries, group.by_id, group.basis("composition"), **more))


def refusals(verdict):
    return [(part.facts["seat"], part.facts["reason"].en) for part in verdict.reasons(Outcome.BREACH)]


def otherwise(verdict):
    """What the other choices of the reading would have answered."""
    return {other.choice: other.outcome for other in verdict.reading.otherwise}


# ─── Attendance ──────────────────────────────────────────────────────────────────────────────────────────


@COMPOSITION
def test_seats_of_the_composition_count_as_present():
    here = counted(["member-8", "chair"])
    assert here.present == {"chair", "member-8"}
    assert here.verdict.outcome is Outcome.HOLDS
    assert here.verdict.facts == {"present": 2, "refused": 0}


def test_nobody_present_is_no_breach_of_the_record():
    assert counted([]).verdict.outcome is Outcome.HOLDS


@pytest.mark.parametrize(
    ("entries", "vacant", "seat", "reason"),
    [
        (["chair", "chair"], (), "chair", "the seat is entered a second time"),
        (["chair", "member-9"], (), "member-9", "the composition has no such seat"),
        (["chair", "secretary"], (), "secretary", "the composition has no such seat"),
        (["chair", "deputy"], ("deputy",), "deputy", "the seat is vacant"),
        (["chair"], ("member-9",), "member-9", "the composition has no such seat"),
    ],
    ids=["doubled", "unknown", "no secretary in Kemerovo", "vacant", "an unknown seat given as vacant"],
)
def test_an_entry_that_cannot_be_counted_is_a_breach_that_names_it(entries, vacant, seat, reason):
    here = counted(entries, vacant=vacant)
    assert here.present == {"chair"}
    assert here.verdict.outcome is Outcome.BREACH
    assert here.verdict.facts["refused"] == 1
    assert refusals(here.verdict) == [(seat, reason)]


def test_every_entry_that_cannot_be_counted_is_named_at_once():
    here = counted(["chair", "chair", "mayor", "deputy"], vacant=["deputy"])
    assert [seat for seat, _ in refusals(here.verdict)] == ["chair", "mayor", "deputy"]


def test_a_doubled_seat_cites_its_place_in_the_composition():
    (doubled,) = counted(["chair", "chair"], DISTRICT).verdict.parts
    assert doubled.cites[0].address == "app4.5.2"


def test_an_invited_role_attends_without_being_counted():
    here = counted(["secretary", "chair"], DISTRICT, invited=["secretary"])
    assert here.present == {"chair"}
    assert here.verdict.outcome is Outcome.HOLDS
    assert [part.rule for part in here.verdict.parts] == ["quorum.invited"]


# ─── Who presides ────────────────────────────────────────────────────────────────────────────────────────


def led(present, group=KEMEROVO, order=None, **more):
    facts = (present, group.by_id, order or group.presiding)
    return Led(leading(*facts, **more), presiding(*facts, **more))


@PRESIDING
def test_the_chair_presides_where_present():
    said = led({"chair", "deputy"})
    assert said.seat == "chair"
    assert said.verdict.outcome is Outcome.HOLDS
    assert said.verdict.reading is None
    assert said.verdict.facts["who"] == KEMEROVO.seat("chair").office


@PRESIDING
def test_the_deputy_acts_where_the_chair_is_absent():
    said = led({"deputy", "member-1"})
    assert said.seat == "deputy"
    assert said.verdict.facts == {"chair": False, "deputy": True, "who": KEMEROVO.seat("deputy").office}


def test_by_default_nobody_presides_where_both_are_absent_and_q3_says_what_an_election_would_do():
    said = led({"member-1"}, elected="member-1")
    assert said.seat is None
    assert said.verdict.outcome is Outcome.VOID
    assert (said.verdict.reading.code, said.verdict.reading.choice) == ("Q3", "cannot_be_held")
    assert otherwise(said.verdict) == {"elected": Outcome.HOLDS}
    assert said.verdict.text.en.endswith("presiding: nobody.")


@pytest.mark.parametrize(
    ("elected", "seat", "outcome"),
    [
        ("member-1", "member-1", Outcome.HOLDS),
        ("member-2", None, Outcome.VOID),
        ("mayor", None, Outcome.VOID),
        (None, None, Outcome.UNKNOWN),
    ],
    ids=["one of those present", "an absent member", "no member", "not recorded"],
)
def test_under_q3_elected_those_present_elect_one_of_themselves(elected, seat, outcome):
    said = led({"member-1"}, elected=elected, choices={"Q3": "elected"})
    assert said.seat == seat
    assert said.verdict.outcome is outcome
    assert otherwise(said.verdict) == {"cannot_be_held": Outcome.VOID}
    if seat is not None:
        assert said.verdict.text.en.endswith(f"presiding: {seat}.")


def test_an_election_that_is_not_recorded_says_what_to_record():
    verdict = led({"member-1"}, choices={"Q3": "elected"}).verdict
    assert verdict.text.en.endswith(
        "give: elected to preside (elected) — from the secretary, or whoever presided."
    )
    assert [ask.path for ask in verdict.asks] == ["event.elected"]


def test_an_election_moves_nobody_who_presides_by_office():
    said = led({"deputy", "member-1"}, elected="member-1", choices={"Q3": "elected"})
    assert said.seat == "deputy"


def test_a_municipality_without_an_acting_deputy_says_so_in_its_order():
    order = KEMEROVO.presiding.model_copy(update={"value": (Role.CHAIR,)})
    said = led({"deputy", "member-1"}, order=order)
    assert said.seat is None
    assert said.verdict.facts["deputy"] is True


def test_of_several_seats_of_a_role_the_first_present_in_the_list_presides():
    order = KEMEROVO.presiding.model_copy(update={"value": (Role.CHAIR, Role.MEMBER, Role.DEPUTY)})
    assert led({"deputy", "member-3", "member-2"}, order=order).seat == "member-2"


# ─── The quorum ──────────────────────────────────────────────────────────────────────────────────────────


@QUORUM
@pytest.mark.parametrize(("group", "enough"), [(KEMEROVO, 5), (DISTRICT, 3)])
def test_the_quorum_is_at_least_half_of_the_members(group, enough):
    seats = len(group.seats)
    for present in range(seats + 1):
        verdict = quorum(present, seats, group.quorum)
        assert verdict.outcome is (Outcome.HOLDS if present >= enough else Outcome.VOID)
        assert verdict.facts == {"present": present, "members": seats, "needed": enough}
        assert verdict.cites == (group.quorum.basis,)


def test_a_whole_share_turns_on_no_reading():
    assert quorum(5, 10, KEMEROVO.quorum).reading is None


def test_q1_says_whether_half_of_five_is_three_or_two():
    exact = quorum(2, 5, DISTRICT.quorum)
    assert exact.outcome is Outcome.VOID
    assert exact.reading.code == "Q1"
    assert otherwise(exact) == {"round_down": Outcome.HOLDS}
    rounded = quorum(2, 5, DISTRICT.quorum, choices={"Q1": "round_down"})
    assert rounded.outcome is Outcome.HOLDS
    assert otherwise(rounded) == {"exact": Outcome.VOID}
    assert rounded.facts["needed"] == 2


def test_q2_says_whether_vacant_seats_are_members():
    filled = quorum(4, 10, KEMEROVO.quorum, vacant=2)
    assert filled.outcome is Outcome.HOLDS
    assert filled.facts["members"] == 8
    assert filled.reading.code == "Q2"
    assert otherwise(filled) == {"member": Outcome.VOID}
    whole = quorum(4, 10, KEMEROVO.quorum, vacant=2, choices={"Q2": "member"})
    assert whole.outcome is Outcome.VOID
    assert otherwise(whole) == {"not_member": Outcome.HOLDS}


def test_where_seats_are_vacant_the_verdict_names_the_reading_it_turns_on():
    # four of nine: vacant or not, five are needed; rounded down, four would do
    turned_on_q1 = quorum(4, 10, KEMEROVO.quorum, vacant=1)
    assert turned_on_q1.reading.code == "Q1"
    assert otherwise(turned_on_q1) == {"round_down": Outcome.HOLDS}
    # two of four in the district: enough of the filled seats, too few of all
    assert quorum(2, 5, DISTRICT.quorum, vacant=1).reading.code == "Q2"
    # four of seven: a broken share, but what decides is that of ten it would be five
    turned_on_q2 = quorum(4, 10, KEMEROVO.quorum, vacant=3)
    assert turned_on_q2.reading.code == "Q2"
    assert otherwise(turned_on_q2) == {"member": Outcome.VOID}


def test_vacant_seats_are_named_even_where_they_change_nothing():
    assert quorum(10, 10, KEMEROVO.quorum, vacant=2).reading.code == "Q2"


def test_nobody_present_is_never_a_quorum():
    assert quorum(0, 10, KEMEROVO.quorum, vacant=10).outcome is Outcome.VOID
    assert quorum(0, 1, KEMEROVO.quorum, choices={"Q1": "round_down"}).outcome is Outcome.VOID


@pytest.mark.parametrize(("present", "vacant"), [(11, 0), (-1, 0), (5, 11), (5, -1)])
def test_numbers_that_cannot_be_are_an_error_and_no_verdict(present, vacant):
    with pytest.raises(
        CannotBe, match=f"{present} present and {vacant} vacant of 10 seats cannot be"
    ) as told:
        quorum(present, 10, KEMEROVO.quorum, vacant=vacant)
    assert told.value.told("ru") == f"не бывает: присутствуют {present}, вакантно {vacant}, всего мест 10"


@pytest.mark.parametrize(
    ("threshold", "members", "needed", "rounded_down"),
    [
        (HALF, 10, 5, 5),
        (HALF, 5, 3, 2),
        (TWO_THIRDS, 9, 6, 6),
        (TWO_THIRDS, 10, 7, 6),
        (MORE_THAN_HALF, 10, 6, 6),
        (MORE_THAN_HALF, 5, 3, 3),
        (Threshold(at_least=Fraction(1)), 5, 5, 5),
    ],
    ids=str,
)
def test_a_share_of_people_is_counted_in_whole_people(threshold, members, needed, rounded_down):
    assert people(threshold, members) == needed
    assert people(threshold, members, {"Q1": "round_down"}) == rounded_down


def test_one_is_enough_where_there_is_one_member():
    assert quorum(1, 2, KEMEROVO.quorum).outcome is Outcome.HOLDS
    assert quorum(1, 2, KEMEROVO.quorum).facts["needed"] == 1


def test_a_municipality_may_need_two_thirds():
    assert quorum(6, 10, norm(TWO_THIRDS)).outcome is Outcome.VOID
    assert quorum(7, 10, norm(TWO_THIRDS)).outcome is Outcome.HOLDS


def test_a_municipality_may_need_more_than_half_and_then_no_share_is_broken():
    assert quorum(5, 10, norm(MORE_THAN_HALF)).outcome is Outcome.VOID
    assert quorum(3, 5, norm(MORE_THAN_HALF)).outcome is Outcome.HOLDS
    assert quorum(3, 5, norm(MORE_THAN_HALF)).reading is None


def test_a_municipality_may_choose_its_readings_once_for_all_meetings():
    assert members_of(10, 2, {"Q2": "member"}) == 10
    assert members_of(10, 2) == 8


def test_a_verdict_stays_as_it_was_when_the_choices_are_changed_later():
    choices = {"Q2": "not_member"}
    verdict = quorum(4, 10, KEMEROVO.quorum, vacant=2, choices=choices)
    before = verdict.as_json()
    choices["Q2"] = "member"
    choices["Q1"] = "round_down"
    assert verdict.as_json() == before


# ─── «Не менее 5 членов» ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("present", "seats"), [(5, 10), (4, 10), (5, 30), (4, 30), (5, 5), (3, 3)])
def test_a_quorum_of_a_number_of_members_does_not_grow_with_the_group(present, seats):
    verdict = quorum(present, seats, norm(Threshold(persons=5)))
    assert verdict.outcome is (Outcome.HOLDS if present >= 5 else Outcome.VOID)
    assert verdict.facts["needed"] == 5
    assert verdict.reading is None, "nothing of a number can be read in two ways"


def test_vacant_seats_do_not_change_a_number_of_members():
    for vacant in range(4):
        verdict = quorum(5, 10, norm(Threshold(persons=5)), vacant=vacant)
        assert (verdict.outcome, verdict.facts["needed"]) == (Outcome.HOLDS, 5)
