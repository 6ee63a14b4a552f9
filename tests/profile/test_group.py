"""Seats, shares and thresholds, and how the working group names its seats."""

import copy
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from law189.errors import ProfileError
from law189.law import Citation, Text
from law189.profile.federal import shipped_data
from law189.profile.group import Minutes, Role, Seat, Share, Threshold, WorkingGroup
from law189.profile.loader import load_profile, shipped_source

CITE = Citation("act", "p1", Text("п. 1", "item 1"))
OFFICE = Text("директор", "director")
KEMEROVO = load_profile("kemerovo").latest.working_group
DISTRICT = load_profile("novokuznetsk_district").latest.working_group
SHARE = TypeAdapter(Share)


# ─── Shares ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("written", "share"),
    [("1/2", Fraction(1, 2)), ("2 / 3", Fraction(2, 3)), ("1/1", Fraction(1)), (Fraction(3, 5),) * 2],
)
def test_a_share_is_an_exact_fraction(written, share):
    assert SHARE.validate_python(written) == share


@pytest.mark.parametrize(
    "written",
    [0.5, 1, "0.5", "50%", "half", "1/0", "-1/2", "1/2/3", "", None, True, "1/1000000000", ["1", "2"], "{x}"],
)
def test_what_is_no_fraction_is_no_share(written):
    with pytest.raises(ValidationError, match="a share written as a fraction such as 1/2 or 2/3 is needed"):
        SHARE.validate_python(written)


@pytest.mark.parametrize("written", ["0/2", "3/2", Fraction(-1, 2)])
def test_a_share_is_more_than_nothing_and_at_most_the_whole(written):
    with pytest.raises(ValidationError, match="is out of range; give more than 0 and at most 1"):
        SHARE.validate_python(written)


def test_a_share_goes_to_json_and_back():
    assert SHARE.dump_json(Fraction(2, 3)) == b'"2/3"'
    assert SHARE.validate_json('"2/3"') == Fraction(2, 3)


# ─── Thresholds ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "facts",
    [{}, {"at_least": "1/2", "more_than": "1/2"}, {"at_least": "1/2", "persons": 5}],
    ids=["neither", "both", "and-persons"],
)
def test_a_threshold_is_exactly_one_of_at_least_more_than_and_persons(facts):
    with pytest.raises(ValidationError, match="give exactly one of at_least, more_than and persons"):
        Threshold(**facts)


def test_more_than_the_whole_can_never_be_reached_and_is_refused():
    with pytest.raises(ValidationError, match="there is no more than the whole"):
        Threshold(more_than="1/1")
    assert Threshold(at_least="1/1").people(5) == 5


shares = st.fractions(min_value=Fraction(1, 12), max_value=Fraction(11, 12), max_denominator=12)


@given(shares, st.integers(0, 100))
def test_at_least_a_share_is_the_fewest_people_that_are_no_fewer(share, whole):
    threshold = Threshold(at_least=share)
    people = threshold.people(whole)
    assert people >= share * whole > people - 1
    assert threshold.needed(whole) == share * whole
    broken = people != share * whole
    assert threshold.counted(whole) == (people - broken, broken)
    assert threshold.people(whole, round_down=True) == people - broken


@given(shares, st.integers(0, 100))
def test_more_than_a_share_is_the_fewest_people_that_are_more(share, whole):
    threshold = Threshold(more_than=share)
    people = threshold.people(whole)
    assert people > share * whole >= people - 1
    assert threshold.needed(whole) == people == threshold.people(whole, round_down=True)
    assert threshold.counted(whole) == (people, False)


# ─── Seats ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("seat", "role"), [("chair", "chair"), ("deputy", "deputy"), ("member-12", "member")]
)
def test_a_seat_has_the_role_that_its_id_says(seat, role):
    assert Seat(id=seat, role=role, office=OFFICE, cite=CITE).role is Role(role)


@pytest.mark.parametrize(
    "seat",
    [
        "member",
        "member-0",
        "member-01",
        "Chair",
        "chair-1",
        "co-chair",
        "secretary-1",
        "mayor",
        "",
        "member-{x}",
    ],
)
def test_a_seat_has_an_id_of_the_composition(seat):
    with pytest.raises(ValidationError, match="should match pattern"):
        Seat(id=seat, role="member", office=OFFICE, cite=CITE)


def test_a_seat_whose_role_contradicts_its_id_is_refused():
    with pytest.raises(ValidationError, match="the seat chair does not fit the role member"):
        Seat(id="chair", role="member", office=OFFICE, cite=CITE)


def test_seats_are_offices_and_never_persons():
    for group in (KEMEROVO, DISTRICT):
        for seat in group.seats:
            assert not any(word.endswith(("ович", "евич", "овна", "евна")) for word in seat.office.ru.split())


# ─── The group ───────────────────────────────────────────────────────────────────────────────────────────


def changed(group, **norms):
    """The group read again from its own values, some of them changed."""
    values = {name: getattr(group, name) for name in WorkingGroup.model_fields}
    norms = {name: values[name].model_copy(update={"value": value}) for name, value in norms.items()}
    return values | norms


def test_a_group_read_again_from_its_own_values_is_the_same():
    assert WorkingGroup.model_validate(changed(DISTRICT)) == DISTRICT


def test_a_quorum_is_a_share_of_the_members():
    of_present = Threshold(at_least="1/2", of="present")
    with pytest.raises(ValidationError, match="a quorum is counted of the members"):
        WorkingGroup.model_validate(changed(KEMEROVO, quorum=of_present))


def test_who_presides_by_office_must_have_a_seat():
    with pytest.raises(
        ValidationError, match="the chair presides, and the composition has no seat with the role chair"
    ):
        WorkingGroup.model_validate(changed(KEMEROVO) | {"seats": KEMEROVO.seats[1:]})


def test_there_is_one_chair():
    with pytest.raises(ValidationError, match="with the role chair in the composition: 2; one is needed"):
        WorkingGroup.model_validate(changed(KEMEROVO) | {"seats": (*KEMEROVO.seats, KEMEROVO.seats[0])})


def test_a_group_may_have_no_deputy_where_none_presides():
    seats = tuple(seat for seat in KEMEROVO.seats if seat.role is not Role.DEPUTY)
    group = WorkingGroup.model_validate(changed(KEMEROVO, presiding=(Role.CHAIR,)) | {"seats": seats})
    assert group.seat("deputy") is None


def test_the_address_of_who_drafts_the_minutes_needs_who_that_is():
    with pytest.raises(ValidationError, match="add drafted_by"):
        Minutes(drafted_by_cite=CITE)
    assert Minutes(drafted_by="secretary").drafted_by_cite is None


@pytest.mark.parametrize(
    ("seat", "ru"),
    [
        ("chair", "руководитель"),
        ("deputy", "заместитель руководителя"),
        ("secretary", "секретарь"),
        ("member-3", "юрист управления образования"),
        ("member-9", "член группы 9"),
        ("co-chair-2", "сопредседатель 2"),
        ("deputy-1", "заместитель председателя 1"),
        ("mayor", "mayor"),
        ("chair-2", "chair-2"),
        ("{x}", "{x}"),
        ("", ""),
    ],
)
def test_a_sentence_names_a_seat_as_the_regulation_does_and_anything_else_as_it_is(seat, ru):
    assert DISTRICT.named(seat) == Text(ru, seat)


def test_nobody_has_no_name():
    assert KEMEROVO.named(None) is None


def test_a_seat_is_found_by_its_id():
    assert KEMEROVO.seat("member-8").office.en.startswith("deputy head of the finance department")
    assert KEMEROVO.seat("member-9") is None


def test_what_a_group_works_out_is_no_part_of_it():
    read_again = WorkingGroup.model_validate(changed(DISTRICT))
    before = read_again.model_dump(mode="json")
    assert DISTRICT.named("chair") == read_again.named("chair")
    assert list(read_again.by_id) == [seat.id for seat in read_again.seats]
    assert read_again.business["plan-measures"].kind == "plan-measures"
    assert read_again.model_dump(mode="json") == before
    assert read_again == WorkingGroup.model_validate(changed(DISTRICT))


@pytest.mark.parametrize("deep", [False, True])
def test_a_group_with_other_values_works_everything_out_anew(deep):
    assert "member-3" in DISTRICT.by_id
    assert DISTRICT.business
    assert DISTRICT.named("chair").ru == "руководитель"
    other = {"head": OFFICE, "seats": DISTRICT.seats[:-1], "tasks": (), "powers": (), "functions": ()}
    smaller = DISTRICT.model_copy(update=other, deep=deep)
    assert "member-3" not in smaller.by_id
    assert smaller.seat("member-3") is None
    assert not smaller.business
    assert smaller.named("chair").ru == OFFICE.ru


def test_a_secretary_sits_on_a_seat_of_the_composition():
    file = copy.deepcopy(shipped_data()["municipalities"]["novokuznetsk_district"])
    file["working_group"]["secretary"]["seat"] = "member-9"
    with pytest.raises(ProfileError, match="the composition has no seat member-9 of the secretary"):
        load_profile(file)


@pytest.mark.parametrize(
    ("was", "now", "key"),
    [
        ("quorum: {value: {at_least: 1/2, of: members}", "of: present", "working_group.quorum.value.of"),
        ("adoption: {value: {at_least: 1/2, of: present}", "of: polled", "working_group.adoption.value.of"),
    ],
)
def test_a_wrong_whole_is_told_at_its_own_place(was, now, key, tmp_path):
    text = shipped_source("kemerovo")
    assert was in text
    wrong = was[: was.index("of: ")] + now + "}"
    (file := tmp_path / "my.yaml").write_text(text.replace(was, wrong), encoding="utf-8")
    with pytest.raises(ProfileError) as caught:
        load_profile(file)
    (fault,) = caught.value.faults
    line = text[: text.index(was)].count("\n") + 1
    assert (fault.line, fault.key) == (line, key)


@pytest.mark.parametrize(
    ("norms", "lacks"),
    [
        (
            {"agenda": "chair"},
            "the chair approves the agenda, and the composition has no seat with the role chair",
        ),
        ({"casting_vote": "chair"}, "at equal votes the chair decides, and the composition has no seat"),
        ({"casting_vote": "deputy"}, "at equal votes the deputy decides, and the composition has no seat"),
        (
            {"minutes": {"approved_by": "chair"}},
            "the chair approves the minutes, and the composition has no seat",
        ),
        (
            {"minutes": {"signed_by": ["presiding", "secretary"]}},
            "the secretary signs the minutes, and neither",
        ),
        ({"presiding": ["co-chair", "deputy"]}, "the deputy presides, and the composition has no seat"),
    ],
)
def test_a_norm_that_names_a_role_needs_somebody_of_that_role(norms, lacks):
    seats = [{"id": f"co-chair-{one}", "role": "co-chair", "cite": "p1"} for one in (1, 2)]
    said = {"presiding": ["co-chair"]} | norms
    group = {"seats": seats, **{key: {"value": value, "cite": "p2"} for key, value in said.items()}}
    with pytest.raises(ProfileError, match=lacks):
        load_profile({**shipped_data()["municipalities"]["kemerovo"], "working_group": group})


def test_the_vote_that_decides_is_of_a_seat_that_votes():
    seats = [
        {"id": "chair", "role": "chair", "votes": False, "cite": "p1"},
        {"id": "member-1", "role": "member", "cite": "p1"},
    ]
    group = {"seats": seats, "casting_vote": {"value": "chair", "cite": "p2"}}
    with pytest.raises(ProfileError, match="no seat with the role chair and a vote"):
        load_profile({**shipped_data()["municipalities"]["kemerovo"], "working_group": group})
