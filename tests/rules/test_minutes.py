"""Who drafted and signed the minutes, when, and who got copies."""

from datetime import date

import pytest
from groups import asked, parts, profile

from law189.profile.group import Minutes
from law189.profile.loader import load_profile
from law189.rules.minutes import drafted, signed
from law189.rules.minutes.copies import copied
from law189.verdict import Outcome

KEMEROVO = load_profile("kemerovo").latest.working_group
DISTRICT = load_profile("novokuznetsk_district").latest.working_group
MINUTES = pytest.mark.provision("kemerovo-2993/app3.5.7", "novokuznetsk-277/app4.5.10")
SECRETARY = pytest.mark.provision("novokuznetsk-277/app4.5.8")
MEMBERS = [seat.id for seat in DISTRICT.seats]
BEFORE, HELD_ON, AFTER = date(2023, 10, 1), date(2023, 10, 2), date(2023, 10, 3)


# ─── Drafting ────────────────────────────────────────────────────────────────────────────────────────────


@SECRETARY
@pytest.mark.parametrize(
    ("by", "outcome"),
    [("secretary", Outcome.HOLDS), ("member-1", Outcome.BREACH), (None, Outcome.UNKNOWN)],
)
def test_in_the_district_the_secretary_keeps_the_minutes(by, outcome):
    verdict = drafted(by, DISTRICT)
    assert verdict.outcome is outcome
    assert verdict.cites == (DISTRICT.minutes.value.drafted_by_cite,)


def test_a_secretary_who_is_a_member_may_keep_the_minutes_under_either_name():
    secretary = DISTRICT.secretary.model_copy(update={"seat": "member-3"})
    group = DISTRICT.model_copy(update={"secretary": secretary})
    for by, outcome in (
        ("secretary", Outcome.HOLDS),
        ("member-3", Outcome.HOLDS),
        ("member-1", Outcome.BREACH),
    ):
        assert drafted(by, group).outcome is outcome
    assert drafted(None, group).outcome is Outcome.UNKNOWN


def test_where_the_regulation_does_not_tell_of_the_secretary_elsewhere_the_secretary_keeps_the_minutes_still():
    group = DISTRICT.model_copy(update={"secretary": None})
    for by, outcome in (("secretary", Outcome.HOLDS), ("member-1", Outcome.BREACH), (None, Outcome.UNKNOWN)):
        assert drafted(by, group).outcome is outcome


def test_in_kemerovo_the_regulation_names_nobody_to_keep_the_minutes():
    assert drafted("member-1", KEMEROVO) is None
    assert drafted(None, KEMEROVO) is None


# ─── Signing ─────────────────────────────────────────────────────────────────────────────────────────────


@MINUTES
@pytest.mark.parametrize(
    ("by", "presiding", "outcome"),
    [
        ("chair", "chair", Outcome.HOLDS),
        ("deputy", "deputy", Outcome.HOLDS),
        ("deputy", "chair", Outcome.VOID),
        ("chair", "deputy", Outcome.VOID),
        ("member-1", None, Outcome.VOID),
        ("mayor", "chair", Outcome.VOID),
        (None, "chair", Outcome.UNKNOWN),
        (None, None, Outcome.UNKNOWN),
    ],
)
@pytest.mark.parametrize("group", [KEMEROVO, DISTRICT], ids=["kemerovo", "district"])
def test_whoever_presided_signs_the_minutes(by, presiding, outcome, group):
    verdict = signed(by, AFTER, presiding, HELD_ON, group)
    assert verdict.parts[0].rule == "minutes.signer"
    assert verdict.outcome is verdict.parts[0].outcome is outcome
    assert verdict.cites == (group.minutes.basis,)


@pytest.mark.parametrize(
    ("on", "outcome"),
    [(AFTER, Outcome.HOLDS), (HELD_ON, Outcome.HOLDS), (BEFORE, Outcome.VOID), (None, Outcome.UNKNOWN)],
    ids=["after the meeting", "on its day", "before it", "not recorded"],
)
def test_minutes_are_not_signed_before_the_meeting(on, outcome):
    verdict = signed("chair", on, "chair", HELD_ON, KEMEROVO)
    assert verdict.parts[1].rule == "minutes.after_meeting"
    assert verdict.outcome is verdict.parts[1].outcome is outcome


def test_sentences_name_seats_as_the_regulation_does():
    said = signed("deputy", AFTER, "chair", HELD_ON, DISTRICT).parts[0].text
    assert said.ru.endswith("подписал: заместитель руководителя; председательствующий: руководитель.")
    assert said.en.endswith("signed by: deputy, presided: chair.")


# ─── Copies ──────────────────────────────────────────────────────────────────────────────────────────────


@MINUTES
def test_copies_go_to_every_member():
    verdict = copied(MEMBERS, MEMBERS, DISTRICT)
    assert verdict.outcome is Outcome.HOLDS
    assert verdict.facts == {"missing": []}


def test_members_without_a_copy_are_named_in_a_breach():
    verdict = copied(MEMBERS[1:-1], MEMBERS, DISTRICT)
    assert verdict.outcome is Outcome.BREACH
    assert [missing.en for missing in verdict.facts["missing"]] == ["chair", "member-3"]


def test_copies_to_others_as_well_do_no_harm():
    assert copied([*reversed(MEMBERS), "mayor", "chair"], MEMBERS, DISTRICT).outcome is Outcome.HOLDS


def test_copies_that_are_not_recorded_are_unknown_and_not_missing():
    assert copied(None, MEMBERS, DISTRICT).outcome is Outcome.UNKNOWN
    assert copied([], MEMBERS, DISTRICT).outcome is Outcome.BREACH


def test_a_municipality_that_sends_no_copies_owes_none():
    minutes = KEMEROVO.minutes.model_copy(update={"value": Minutes(copies_to="nobody")})
    group = KEMEROVO.model_copy(update={"minutes": minutes})
    assert copied(None, MEMBERS, group).outcome is Outcome.HOLDS


# ─── Signed by every member present ──────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("hands", "outcome"),
    [
        (("chair", "deputy", "member-1"), Outcome.HOLDS),
        (("chair", "deputy"), Outcome.VOID),
        ("chair", Outcome.VOID),
        (None, Outcome.UNKNOWN),
    ],
)
def test_minutes_that_every_member_present_signs(hands, outcome):
    town = profile(minutes={"signed_by": "present"})
    record = {"signed_on": "2024-03-12"} | ({} if hands is None else {"signed_by": hands})
    [verdict] = parts(asked(town, minutes=record).minutes, "minutes.present_signers")
    assert verdict.outcome is outcome
    if outcome is Outcome.VOID:
        assert "член группы 1" in verdict.text.ru
        assert verdict.cure.ru == "Дайте протокол на подпись остальным присутствовавшим."


def test_whoever_was_absent_need_not_sign():
    kept = {"signed_by": ["present", "secretary"], "drafted_by": "secretary"}
    town = profile(minutes=kept, other={"secretary": {"cite": "app2.5"}})
    record = {"signed_by": ["chair", "deputy", "secretary"], "signed_on": "2024-03-12"}
    answer = asked(town, present=("chair", "deputy"), minutes=record)
    assert [one.outcome for one in parts(answer.minutes, "minutes.present_signers")] == [Outcome.HOLDS]
    assert [one.outcome for one in parts(answer.minutes, "minutes.secretary_signer")] == [Outcome.HOLDS]
