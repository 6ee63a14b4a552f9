"""The contract step by step: judged on the certificate, the register and the agreement that are put before it."""

import json
import re
from datetime import date, timedelta

import pytest
from cases_at_hand import (
    AROUND_THE_FIRST_DAY,
    BREACH,
    DISTRICT,
    FORMED_CERTIFICATE,
    FULL_TIME,
    FULL_TIME_BY_DIGIT,
    HOLDS,
    IN_NAVIGATOR,
    KEMEROVO,
    PROFILES,
    TECHNICAL,
    UNKNOWN,
    VOID,
    failing,
    hours,
    named,
    right,
    taking,
)
from filled import edited, filled
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from law189.cases.history import Decision, RecordAnnulled
from law189.errors import Refused
from law189.extracts import AgreementExtract, CertificateExtract, Recipient, RegisterExtract
from law189.law import Source
from law189.measures import Unit, Volume
from law189.profile.documents import Handed
from law189.profile.loader import load_profile
from law189.rules import RULES
from law189.verdict import Verdict
from law189.workflows import certificate as c
from law189.workflows.certificate import lifecycle as certificate
from law189.workflows.contract import (
    Amended,
    Answered,
    Complained,
    Concluded,
    Declined,
    Fulfilled,
    Moved,
    Offered,
    Resumed,
    Suspended,
    Terminated,
    extract,
)
from law189.workflows.contract import lifecycle as contract

INN, ANOTHER = "4205000009", "4205000016"
PAPER = {"form": "paper"}
DAY = "2024-02-02"
CHILD, FOURTEEN = Recipient(file="17", born="2014-05-01"), Recipient(file="17", born="2010-02-02")


offered = right(
    Offered,
    on="2024-02-01",
    by="provider",
    number="5",
    provider=INN,
    service=FULL_TIME,
    volume=hours(72),
    ends_on="2024-05-31",
    terms=("schedule", "place"),
)


shown = right(
    CertificateExtract,
    as_of=DAY,
    number="C-17",
    recipient=CHILD,
    services=(FULL_TIME,),
    nominal=hours(144),
    balance=hours(144),
    formed_on="2024-01-12",
    valid_until="2024-12-31",
)
"""The certificate, as the extract of the day shows it."""


entry = right(
    RegisterExtract, as_of=DAY, provider=INN, record="12", services=(FULL_TIME,), included_on="2023-10-01"
)


agreement = right(
    AgreementExtract,
    as_of=DAY,
    number="3",
    provider=INN,
    services=(FULL_TIME,),
    mode="provision",
    concluded_on="2023-12-27",
    ends_on="2024-12-31",
)


concluded = right(
    Concluded,
    on=DAY,
    by="representative",
    document=IN_NAVIGATOR,
    certificate=shown(),
    provider=entry(),
    agreement=agreement(),
)


def declined(by="representative", **facts):
    return Declined(**{"on": DAY, "by": by, **facts})


fulfilled = right(Fulfilled, on="2024-05-31", by="provider", act="акт № 9", rendered=hours(72))


terminated = right(Terminated, on="2024-03-02", by="representative", because="переезд", rendered=hours(20))


suspended = right(Suspended, on="2024-03-01", by="provider", reason="ремонт помещения")


ANY_SIDE = {"on": "2024-03-02", "by": "representative"}
CHANGES = (
    Amended(**ANY_SIDE, document=IN_NAVIGATOR, volume=hours(72), ends_on="2024-05-31", rendered=hours(0)),
    Moved(**ANY_SIDE, group="2"),
    suspended(),
    Resumed(**ANY_SIDE, reason="ремонт окончен"),
    Complained(**ANY_SIDE, matter="not-rendered", because="занятий не было"),
    Answered(on="2024-03-02", by="education", answer="занятия восстановлены"),
)


after = taking(contract, "5")
OFFERED = (offered(),)
CONCLUDED = (offered(), concluded())


# ─── Every transition taken ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("before", "event", "state"),
    [
        ((), offered(), "offered"),
        ((), offered(ends_on="2024-02-01"), "offered"),
        (OFFERED, declined(), "declined"),
        (OFFERED, declined("consumer", certificate=shown(recipient=FOURTEEN)), "declined"),
        (OFFERED, declined("provider"), "declined"),
        (OFFERED, concluded(), "concluded"),
        (OFFERED, concluded(certificate=shown(valid_until="2024-05-31")), "concluded"),
        (OFFERED, concluded(certificate=shown(balance=hours(72))), "concluded"),
        (OFFERED, concluded(certificate=shown(services=(TECHNICAL, FULL_TIME))), "concluded"),
        (OFFERED, concluded(provider=entry(excluded_on="2024-02-03")), "concluded"),
        (OFFERED, concluded(agreement=agreement(ends_on="2024-05-31")), "concluded"),
        (OFFERED, concluded(agreement=agreement(concluded_on=DAY, mode="reimbursement")), "concluded"),
        ((offered(terms=("place", "schedule", "price")),), concluded(), "concluded"),
        ((offered(ends_on=DAY),), concluded(), "concluded"),
        (CONCLUDED, fulfilled(), "fulfilled"),
        (CONCLUDED, fulfilled(rendered=hours(1)), "fulfilled"),
        (CONCLUDED, terminated(), "terminated"),
        (CONCLUDED, terminated(rendered=hours(0)), "terminated"),
    ],
)
def test_a_lawful_step_is_taken_and_holds(before, event, state):
    history = contract.advance(after(*before), event, KEMEROVO)
    assert history.state == state
    assert history.records[-1].verdict.outcome is HOLDS


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
@pytest.mark.parametrize("last", [fulfilled(), terminated()], ids=["fulfilled", "terminated"])
def test_the_whole_life_holds_under_both_decrees(profile, last):
    history = after(*CONCLUDED, last, profile=profile)
    assert {record.verdict.outcome for record in history.records} == {HOLDS}


@pytest.mark.parametrize("by", ["consumer", "representative", "provider"])
def test_a_termination_keeps_who_did_it_and_why(by):
    signed = concluded(certificate=shown(recipient=FOURTEEN))
    history = after(offered(), signed, terminated(by=by, because="переезд"))
    event = history.the(Terminated)
    assert (event.by, event.because) == (by, "переезд")


@pytest.mark.provision("novokuznetsk-277/app1.1")
def test_the_seventh_character_may_be_a_digit_in_any_of_the_papers():
    for field, extract_of in (("certificate", shown), ("provider", entry), ("agreement", agreement)):
        event = concluded(**{field: extract_of(services=(FULL_TIME_BY_DIGIT,))})
        said = contract.judge(after(*OFFERED), event, KEMEROVO)
        assert said.outcome is HOLDS
        (turned,) = [part for part in said.parts if part.reading is not None]
        assert (turned.rule, turned.reading.code) == ("services.among", "S1")
        by_letter = edited(KEMEROVO, {"readings": {"S1": "by_letter"}})
        strict = contract.judge(after(*OFFERED), event, by_letter)
        assert (strict.outcome, failing(strict)) == (VOID, {"services.among"})


def cited(verdict, rule):
    (part,) = [part for part in verdict.parts if part.rule == rule]
    return [cite.id for cite in part.cites]


@pytest.mark.provision("kemerovo-2993/app4.5.1", "kemerovo-2993/app4.5.2")
@pytest.mark.provision("novokuznetsk-277/app2.5.1", "novokuznetsk-277/app2.5.2")
@pytest.mark.parametrize(
    ("profile", "register", "agreements"),
    [
        (KEMEROVO, ["kemerovo-2993/app4.5.1"], ["kemerovo-2993/app4.5.2"]),
        (DISTRICT, ["novokuznetsk-277/app2.5.1"], ["novokuznetsk-277/app2.5.2"]),
        (edited(KEMEROVO, {"plan": ()}), [], []),
    ],
    ids=[*PROFILES, "no plan"],
)
def test_the_register_and_the_agreement_are_cited_to_their_items_of_the_plan(profile, register, agreements):
    verdict = contract.judge(after(*OFFERED), concluded(), profile)
    assert cited(verdict, "standing.included") == register
    assert cited(verdict, "standing.agreed") == agreements


# ─── What breaks a norm and is recorded all the same ─────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("before", "event", "rules"),
    [
        (OFFERED, concluded(document={"form": "electronic", "system": "eais"}), {"forms.system"}),
        (OFFERED, concluded(certificate=shown(valid_until="2024-05-30")), {"certificates.contract_within"}),
        (OFFERED, concluded(agreement=agreement(ends_on=DAY)), {"contracts.within_agreement"}),
    ],
)
def test_a_breach_is_recorded_and_the_contract_stands(before, event, rules):
    record = contract.advance(after(*before), event, KEMEROVO).records[-1]
    assert (record.state, record.verdict.outcome) == ("concluded", BREACH)
    assert failing(record.verdict) == rules


@pytest.mark.provision("kemerovo-2993/p3.1.3")
@pytest.mark.provision("kemerovo-2993/p3.3")
@pytest.mark.provision("novokuznetsk-277/p6.1.7")
@pytest.mark.provision("novokuznetsk-277/p6.3")
@pytest.mark.parametrize(
    ("profile", "form", "system"),
    [(KEMEROVO, "p3.1.3", "p3.3"), (DISTRICT, "p6.1.7", "p6.3.1")],
    ids=PROFILES,
)
def test_the_contract_is_electronic_and_comes_from_the_navigator(profile, form, system):
    history = after(*OFFERED, profile=profile)
    for document, outcome, rule, address in (
        (PAPER, VOID, "forms.form", form),
        ({"form": "electronic", "system": "electronic-budget"}, BREACH, "forms.system", system),
        ({"form": "electronic"}, UNKNOWN, "forms.system", system),
        (None, UNKNOWN, "forms.form", form),
    ):
        verdict = contract.judge(history, concluded(document=document), profile)
        assert (verdict.outcome, failing(verdict)) == (outcome, {rule})
        (said,) = verdict.reasons(outcome)
        assert said.cites[0].address == address


@pytest.mark.provision("kemerovo-2993/p5")
@pytest.mark.parametrize(
    ("on", "recorded", "outcomes"),
    [
        ("2023-12-29", True, (HOLDS, VOID)),
        ("2023-12-29", False, (VOID, VOID)),
        ("2024-01-09", True, (VOID, VOID)),
    ],
)
def test_paper_in_2023_is_kemerovos_alone_and_asks_for_a_record(on, recorded, outcomes):
    document = Handed(form="paper", impossibility="акт о сбое № 4" if recorded else None)
    for profile, outcome in zip(PROFILES.values(), outcomes, strict=True):
        event = concluded(
            on=on,
            document=document,
            certificate=shown(formed_on="2023-10-12", as_of=on),
            provider=entry(as_of=on),
            agreement=agreement(as_of=on),
        )
        verdict = contract.judge(after(offered(on="2023-12-28"), profile=profile), event, profile)
        assert verdict.outcome is outcome


# ─── Every transition refused, for each of its conditions ────────────────────────────────────────────────

EARLIER, LATER = "2024-02-01", "2024-02-05"


@pytest.mark.parametrize(
    ("before", "event", "outcome", "rules"),
    [
        ((), offered(by="representative"), VOID, {"roles.acting"}),
        ((), offered(by="education"), VOID, {"roles.acting"}),
        ((), offered(volume=hours(0)), VOID, {"volumes.positive"}),
        ((), offered(ends_on="2024-01-31"), VOID, {"certificates.ahead"}),
        (OFFERED, declined("education"), VOID, {"roles.acting"}),
        (OFFERED, concluded(by="provider"), VOID, {"roles.acting"}),
        (OFFERED, concluded(by="education"), VOID, {"roles.acting"}),
        (OFFERED, concluded(by="consumer"), VOID, {"roles.of_age"}),
        ((offered(ends_on="2024-02-01"),), concluded(), VOID, {"certificates.not_over"}),
        # the certificate
        (OFFERED, concluded(certificate=None), UNKNOWN, {"standing.formed", "volumes.covered"}),
        (OFFERED, concluded(certificate=shown(as_of=EARLIER)), UNKNOWN, {"standing.formed"}),
        (OFFERED, concluded(certificate=shown(contract="4")), VOID, {"standing.formed"}),
        (OFFERED, concluded(certificate=shown(contract="4", as_of=EARLIER)), UNKNOWN, {"standing.formed"}),
        (OFFERED, concluded(certificate=shown(as_of=LATER)), UNKNOWN, {"standing.at_hand"}),
        (
            OFFERED,
            concluded(certificate=shown(formed_on=LATER, as_of=LATER)),
            VOID,
            {"standing.at_hand", "standing.formed"},
        ),
        (
            OFFERED,
            concluded(certificate=shown(valid_until="2024-02-01")),
            VOID,
            {"standing.formed", "certificates.contract_within"},
        ),
        (OFFERED, concluded(certificate=shown(ended_on=DAY)), VOID, {"standing.formed"}),
        (OFFERED, concluded(certificate=shown(ended_on=EARLIER, as_of=EARLIER)), VOID, {"standing.formed"}),
        (OFFERED, concluded(certificate=shown(services=(TECHNICAL,))), VOID, {"services.among"}),
        (OFFERED, concluded(certificate=shown(services=("804200",))), UNKNOWN, {"services.among"}),
        (OFFERED, concluded(certificate=shown(balance=hours("71.99"))), VOID, {"volumes.covered"}),
        (
            OFFERED,
            concluded(certificate=shown(nominal=hours(144, "roubles"), balance=hours(144, "roubles"))),
            VOID,
            {"volumes.covered"},
        ),
        # the register
        (OFFERED, concluded(provider=None), UNKNOWN, {"standing.included"}),
        (OFFERED, concluded(provider=entry(as_of=EARLIER)), UNKNOWN, {"standing.included"}),
        (OFFERED, concluded(provider=entry(provider=ANOTHER)), VOID, {"certificates.same_provider"}),
        (OFFERED, concluded(provider=entry(excluded_on=DAY)), VOID, {"standing.included"}),
        (
            OFFERED,
            concluded(provider=entry(excluded_on=EARLIER, as_of=EARLIER)),
            VOID,
            {"standing.included"},
        ),
        (OFFERED, concluded(provider=entry(as_of=LATER)), UNKNOWN, {"standing.at_hand"}),
        (
            OFFERED,
            concluded(provider=entry(included_on=LATER, as_of=LATER)),
            VOID,
            {"standing.at_hand", "standing.included"},
        ),
        (OFFERED, concluded(provider=entry(services=(TECHNICAL,))), VOID, {"services.among"}),
        # the agreement
        (OFFERED, concluded(agreement=None), UNKNOWN, {"standing.agreed"}),
        (OFFERED, concluded(agreement=agreement(as_of=EARLIER)), UNKNOWN, {"standing.agreed"}),
        (OFFERED, concluded(agreement=agreement(provider=ANOTHER)), VOID, {"standing.agreed"}),
        (OFFERED, concluded(agreement=agreement(ended_on=DAY)), VOID, {"standing.agreed"}),
        (
            OFFERED,
            concluded(agreement=agreement(ends_on=EARLIER)),
            VOID,
            {"standing.agreed", "contracts.within_agreement"},
        ),
        (
            OFFERED,
            concluded(agreement=agreement(concluded_on=LATER, as_of=LATER)),
            VOID,
            {"standing.at_hand", "standing.agreed"},
        ),
        (OFFERED, concluded(agreement=agreement(as_of=LATER)), UNKNOWN, {"standing.at_hand"}),
        (OFFERED, concluded(agreement=agreement(services=(TECHNICAL,))), VOID, {"services.among"}),
        # everything at once
        (
            OFFERED,
            concluded(certificate=None, provider=None, agreement=None, document=None),
            UNKNOWN,
            {
                "forms.form",
                "standing.formed",
                "volumes.covered",
                "standing.included",
                "standing.agreed",
            },
        ),
        ((offered(terms=()),), concluded(), VOID, {"certificates.contract_terms"}),
        ((offered(terms=("place",)),), concluded(), VOID, {"certificates.contract_terms"}),
        ((offered(volume=hours(145)),), concluded(), VOID, {"volumes.covered"}),
        (OFFERED, concluded(on="2024-01-31"), VOID, {"lifecycle.order", "standing.at_hand"}),
        (CONCLUDED, fulfilled(by="representative"), VOID, {"roles.acting"}),
        (CONCLUDED, fulfilled(rendered=hours(73)), VOID, {"volumes.rendered"}),
        (CONCLUDED, fulfilled(rendered=hours(0)), VOID, {"volumes.positive"}),
        (CONCLUDED, fulfilled(rendered=hours(72, "roubles")), VOID, {"volumes.rendered"}),
        (CONCLUDED, terminated(by="finance"), VOID, {"roles.acting"}),
        (CONCLUDED, terminated(by="education"), VOID, {"roles.acting"}),  # no party to the contract
        (CONCLUDED, terminated(rendered=hours(73)), VOID, {"volumes.rendered"}),
        (CONCLUDED, terminated(rendered=hours(0, "roubles")), VOID, {"volumes.rendered"}),
        (CONCLUDED, terminated(on="2024-02-01"), VOID, {"lifecycle.order"}),
    ],
)
def test_a_step_is_refused_for_each_of_its_conditions_and_nothing_moves(before, event, outcome, rules):
    history = after(*before)
    with pytest.raises(Refused) as caught:
        contract.advance(history, event, KEMEROVO)
    verdict = caught.value.verdict
    assert verdict.outcome is outcome
    assert failing(verdict) == rules
    assert history == after(*before)
    assert all(reason.text.ru and reason.text.en for reason in verdict.walk())


def test_an_extract_taken_after_the_step_is_named_with_both_days_and_an_office_may_confirm_it():
    event = concluded(agreement=agreement(as_of=LATER))
    (said,) = contract.judge(after(*OFFERED), event, KEMEROVO).reasons(UNKNOWN)
    assert said.facts == {
        "name": "agreement",
        "title": Source.AGREEMENT.text,
        "as_of": date.fromisoformat(LATER),
        "on": date.fromisoformat(DAY),
    }
    took = contract.advance(after(*OFFERED), event, KEMEROVO, decision=DECIDED)
    assert took.state == "concluded"


def test_a_contract_is_terminated_up_to_its_last_day_and_a_later_termination_is_a_breach_that_ends_it():
    history = after(*CONCLUDED)
    last = history.the(Offered).ends_on
    for late in (0, 1, 30):
        done = contract.advance(history, terminated(on=last + timedelta(late)), KEMEROVO)
        verdict = done.records[-1].verdict
        assert (done.state, verdict.outcome) == ("terminated", BREACH if late else HOLDS)
        assert failing(verdict) == ({"contracts.terminated_in_time"} if late else set())
        assert [part.facts["late"] for part in verdict.walk() if "late" in part.facts] == [late]


@pytest.mark.parametrize("kind", ["fulfilled", "terminated"])
def test_options_tell_ahead_that_the_last_day_of_the_contract_is_past(kind):
    history = after(*CONCLUDED)
    last = history.the(Offered).ends_on
    for on, outcome in ((last, HOLDS), (last + timedelta(1), BREACH)):
        (told,) = [option for option in contract.options(history, KEMEROVO, on) if option.kind == kind]
        assert told.verdict.outcome is outcome


ALL = (offered(), declined(), concluded(), *CHANGES, fulfilled(), terminated())
IN_STATE = {
    "expected": ((), {"offered"}),
    "offered": (OFFERED, {"declined", "concluded"}),
    "declined": ((*OFFERED, declined()), set()),
    "concluded": (
        CONCLUDED,
        {"amended", "moved", "suspended", "complained", "answered", "fulfilled", "terminated"},
    ),
    "suspended": ((*CONCLUDED, suspended()), {"resumed", "complained", "answered", "terminated"}),
    "fulfilled": ((*CONCLUDED, fulfilled()), {"complained", "answered"}),
    "terminated": ((*CONCLUDED, terminated()), {"complained", "answered"}),
}


@pytest.mark.parametrize(("before", "possible"), IN_STATE.values(), ids=IN_STATE)
def test_in_each_state_every_other_step_is_refused_by_the_state_alone(before, possible):
    history = after(*before)
    for event in ALL:
        by_state = contract.judge(history, event, KEMEROVO).rule == "lifecycle.state"
        assert by_state is (event.kind not in possible)


@given(st.decimals(0, 200, places=2), st.decimals(0, 144, places=2), st.sampled_from(Unit))
def test_a_contract_takes_no_more_than_the_balance_and_in_its_unit(asked, left, unit):
    history = contract.begin("5")
    event = offered(volume=Volume(amount=asked, unit=unit))
    assert contract.judge(history, event, KEMEROVO).stops is (asked == 0)
    if asked:
        history = contract.advance(history, event, KEMEROVO)
        verdict = contract.judge(history, concluded(certificate=shown(balance=hours(left))), KEMEROVO)
        assert verdict.stops is not (unit is Unit.PERSON_HOURS and asked <= left)


@pytest.mark.parametrize(
    ("born", "outcome"),
    [("2010-02-03", VOID), ("2010-02-02", HOLDS), ("2024-02-03", VOID)],
    ids=["13 years 364 days", "14th birthday", "not born yet"],
)
def test_the_holder_concludes_alone_from_the_fourteenth_birthday(born, outcome):
    event = concluded(by="consumer", certificate=shown(recipient=Recipient(file="17", born=born)))
    assert contract.judge(after(*OFFERED), event, KEMEROVO).outcome is outcome


# ─── Mandatory terms ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.provision("kemerovo-2993/app4.2.6")
@pytest.mark.provision("novokuznetsk-277/app2.2.9")
@pytest.mark.parametrize(
    ("name", "item"), [("kemerovo", "app4.2.6"), ("novokuznetsk_district", "app2.2.9")], ids=PROFILES
)
def test_mandatory_terms_are_asked_only_from_the_day_of_their_act(name, item):
    profile = filled(name, contract_terms="2024-10-01")
    for on, outcome in (("2024-09-30", HOLDS), ("2024-10-01", VOID)):
        event = concluded(
            on=on, certificate=shown(as_of=on), provider=entry(as_of=on), agreement=agreement(as_of=on)
        )
        offer = offered(on="2024-09-01", ends_on="2024-12-01", terms=("schedule",))
        verdict = contract.judge(after(offer, profile=profile), event, profile)
        assert verdict.outcome is outcome
        kept = [part for part in verdict.parts if part.rule == "certificates.contract_terms"]
        assert [item in [cite.address for cite in part.cites] for part in kept] == [True] * (outcome is VOID)
        assert all("не включены: place." in part.text.ru for part in kept)


def test_mandatory_terms_are_asked_at_the_offer_already():
    profile, begun = filled("kemerovo"), contract.begin("5")
    (option,) = (one for one in contract.options(begun, profile, offered().on) if one.kind == "offered")
    (asked,) = (fact for fact in option.needs if fact.name == "terms")
    assert asked.why.ru == "акт установил обязательные условия договора"
    assert [one.value for one in asked.choices] == ["schedule", "place"]
    verdict = contract.judge(begun, offered(terms=("place",)), profile)
    (said,) = (part for part in verdict.parts if part.rule == "contracts.terms_offered")
    assert (verdict.outcome, said.outcome) == (BREACH, BREACH)
    assert "в предложении нет: schedule" in said.text.ru
    assert contract.judge(begun, offered(), profile).outcome is HOLDS
    whole = contract.judge(after(offered(terms=())), concluded(), profile)
    (late,) = (part for part in whole.parts if part.rule == "certificates.contract_terms")
    assert late.cure.ru == "Отклоните предложение; исполнитель предложит договор заново, с этими условиями."
    (without,) = (
        one
        for one in contract.options(begun, load_profile("kemerovo"), offered().on)
        if one.kind == "offered"
    )
    assert "terms" not in [fact.name for fact in without.needs]


def test_the_shipped_decrees_have_adopted_nothing_and_a_contract_needs_none_of_it():
    for name in PROFILES:
        verdict = contract.judge(after(offered(terms=())), concluded(), load_profile(name))
        assert verdict.outcome is HOLDS


# ─── What is unknown an office may decide ────────────────────────────────────────────────────────────────

DECIDED = Decision(by="education", on=DAY, reason="выписка придёт позже")


def test_an_office_may_let_a_contract_be_concluded_on_an_old_extract_and_the_verdict_is_kept():
    event = concluded(agreement=agreement(as_of=EARLIER))
    history = contract.advance(after(*OFFERED), event, KEMEROVO, decision=DECIDED)
    record = history.records[-1]
    assert (history.state, record.decision, record.verdict.outcome) == ("concluded", DECIDED, UNKNOWN)
    back = contract.load(json.loads(json.dumps(contract.dump(history))))
    assert (back, back.records[-1].decision) == (history, DECIDED)


def test_a_contract_without_a_certificate_may_be_decided_and_takes_no_certificate():
    history = contract.advance(after(*OFFERED), concluded(certificate=None), KEMEROVO, decision=DECIDED)
    shown_later = extract(history, date(2024, 2, 2))
    assert shown_later.certificate is None
    step = c.Contracted(on=DAY, by="provider", contract=shown_later)
    assert certificate.judge(certificate_formed(), step, KEMEROVO).outcome is VOID


@pytest.mark.parametrize(
    "event",
    [
        concluded(certificate=shown(contract="4")),
        concluded(document=PAPER, agreement=None),
        concluded(by="provider", certificate=None),
    ],
)
def test_what_is_void_nobody_can_decide_away(event):
    with pytest.raises(Refused) as caught:
        contract.advance(after(*OFFERED), event, KEMEROVO, decision=DECIDED)
    assert caught.value.verdict.outcome is VOID


# ─── A change of provider: one story over both lifecycles ────────────────────────────────────────────────


def certificate_formed(profile=KEMEROVO):
    history = certificate.begin("17")
    for event in FORMED_CERTIFICATE:
        history = certificate.advance(history, event, profile)
    return history


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_a_change_of_provider_is_one_termination_and_one_new_contract(profile):
    held = certificate_formed(profile)

    def conclude(number, inn, day, volume):
        papers = {
            "certificate": c.extract(held, date.fromisoformat(day)),
            "provider": entry(as_of=day, provider=inn),
            "agreement": agreement(as_of=day, provider=inn),
        }
        history = contract.begin(number)
        offer = offered(on=day, number=number, provider=inn, volume=volume)
        for event in (offer, concluded(on=day, **papers)):
            history = contract.advance(history, event, profile)
        return history

    first = conclude("5", INN, "2024-02-02", hours(144))
    step = c.Contracted(on="2024-02-02", by="provider", contract=extract(first, date(2024, 2, 2)))
    held = certificate.advance(held, step, profile)
    assert c.balance(held) == hours(0)

    # while the first contract runs, the certificate says so, and no second one is concluded
    with pytest.raises(Refused) as caught:
        conclude("6", ANOTHER, "2024-03-01", hours(10))
    assert failing(caught.value.verdict) == {"standing.formed"}

    first = contract.advance(first, terminated(rendered=hours(20)), profile)
    # the certificate is still held until the end of the contract is entered in it
    with pytest.raises(Refused):
        conclude("6", ANOTHER, "2024-03-02", hours(10))
    ended = c.ContractEnded(on="2024-03-02", by="provider", contract=extract(first, date(2024, 3, 2)))
    held = certificate.advance(held, ended, profile)
    assert c.balance(held) == hours(124)

    second = conclude("6", ANOTHER, "2024-03-02", hours(124))
    step = c.Contracted(on="2024-03-02", by="provider", contract=extract(second, date(2024, 3, 2)))
    held = certificate.advance(held, step, profile)
    # the first contract cannot give back its part a second time
    with pytest.raises(Refused) as caught:
        certificate.advance(held, ended, profile)
    assert "certificates.contract_ended" in failing(caught.value.verdict)

    second = contract.advance(second, fulfilled(rendered=hours(124)), profile)
    last = c.Used(on="2024-05-31", by="education", contract=extract(second, date(2024, 5, 31)))
    held = certificate.advance(held, last, profile)
    assert (first.state, second.state, held.state) == ("terminated", "fulfilled", "used")
    assert c.balance(held) == hours(0)
    assert {r.verdict.outcome for h in (first, second, held) for r in h.records} == {HOLDS}


# ─── Extracts, duties, JSON, the table ───────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("events", "as_of", "expected"),
    [
        (CONCLUDED, "2024-02-02", (None, None, False)),
        (CONCLUDED, "2024-06-02", (None, None, False)),
        ((*CONCLUDED, fulfilled()), "2024-05-31", ("2024-05-31", 72, True)),
        ((*CONCLUDED, fulfilled()), "2024-05-30", (None, None, False)),
        ((*CONCLUDED, terminated()), "2024-03-02", ("2024-03-02", 20, False)),
        ((*CONCLUDED, terminated()), "2024-03-01", (None, None, False)),
    ],
)
def test_an_extract_shows_the_contract_as_it_stood_on_its_day(events, as_of, expected):
    found = extract(after(*events), date.fromisoformat(as_of))
    ended_on, rendered, done = expected
    assert found.ended_on == (None if ended_on is None else date.fromisoformat(ended_on))
    assert found.rendered == (None if rendered is None else hours(rendered))
    assert found.fulfilled is done
    assert (found.number, found.provider, found.certificate) == ("5", INN, "C-17")
    assert (found.service, found.volume, found.concluded_on) == (FULL_TIME, hours(72), date(2024, 2, 2))


@pytest.mark.parametrize(
    ("events", "as_of"),
    [
        ((), DAY),
        (OFFERED, DAY),
        ((*OFFERED, declined()), DAY),
        (CONCLUDED, EARLIER),
        (CONCLUDED, "2020-01-01"),
    ],
)
def test_there_is_no_extract_of_a_contract_that_was_not_concluded_by_the_day(events, as_of):
    with pytest.raises(LookupError):
        extract(after(*events), date.fromisoformat(as_of))


def test_a_termination_recorded_in_error_is_annulled_and_the_contract_runs_again():
    error = RecordAnnulled(on="2024-03-05", by="representative", record=3, reason="ошибка оператора")
    history = contract.advance(after(*CONCLUDED, terminated()), error, KEMEROVO)
    assert history.state == "concluded"
    assert extract(history, date(2024, 3, 5)).ended_on is None
    done = contract.advance(history, fulfilled(), KEMEROVO)
    assert extract(done, date(2024, 5, 31)).rendered == hours(72)


def test_what_is_owed_to_an_offer_has_no_last_day_and_the_act_is_owed_by_the_end_of_the_contract():
    (duty,) = contract.due(after(*OFFERED), KEMEROVO, date(2024, 6, 1))
    assert (duty.kind, duty.last_day, duty.overdue) == ("concluded", None, False)
    for on, overdue in ((date(2024, 5, 31), False), (date(2024, 6, 1), True)):
        (duty,) = contract.due(after(*CONCLUDED), KEMEROVO, on)
        assert (duty.kind, duty.last_day, duty.overdue) == ("fulfilled", date(2024, 5, 31), overdue)


def test_options_name_who_may_act_and_what_is_needed():
    found = {option.kind: option for option in contract.options(after(*OFFERED), KEMEROVO, date(2024, 2, 2))}
    possible = {kind for kind, option in found.items() if not option.verdict.stops}
    assert possible == {"declined", "concluded", "record_annulled"}
    assert found["concluded"].by == ("consumer", "representative")
    assert named(found["concluded"].needs) == ("on", "by", "document", "certificate", "provider", "agreement")
    assert found["terminated"].by == ("consumer", "representative", "provider")


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
@pytest.mark.parametrize("events", [events for events, _ in IN_STATE.values()], ids=IN_STATE)
def test_a_history_goes_to_json_and_back_unchanged(events, profile):
    history = after(*events, profile=profile)
    assert contract.load(json.loads(json.dumps(contract.dump(history)))) == history
    for record in history.records:
        assert Verdict.from_json(record.verdict.as_json()) == record.verdict


def test_every_clause_is_assumed_but_the_complaint_which_the_law_names():
    for clause in contract.clauses:
        if clause.kind in ("complained", "answered"):
            assert [cite.id for cite in clause.cites(KEMEROVO.latest)] == ["189-fz/art3.item5"]
        else:
            assert clause.cites(KEMEROVO.latest) == ()
            assert re.search("не прочитана|молчат", clause.basis.why.ru)
    rules = {rule.code: rule for rule in RULES}
    for record in after(*CONCLUDED, fulfilled()).records:
        assert all(part.cites or rules[part.rule].assumed for part in record.verdict.parts)


def test_the_table_and_the_machine_agree():
    assert {(state, event.model_fields["kind"].default) for state, event in contract.lookup} == {
        (source, clause.kind) for clause in contract.clauses for source in clause.source
    }
    assert {kind for _, possible in IN_STATE.values() for kind in possible} == set(contract.kinds)


@pytest.mark.parametrize(
    "make",
    [
        lambda: offered(number=""),
        lambda: offered(volume={"amount": 72.5, "unit": "person-hours"}),
        lambda: offered(ends_on="31.05.2024"),
        lambda: terminated(because=""),
        lambda: fulfilled(act=""),
        lambda: shown(balance=hours(145)),
        lambda: shown(balance=hours(1, "roubles")),
    ],
    ids=[
        "no number",
        "a float",
        "a day as people write",
        "no reason",
        "no act",
        "over the nominal",
        "another unit",
    ],
)
def test_a_fact_that_cannot_be_is_refused_when_it_is_made(make):
    with pytest.raises(ValidationError):
        make()


# ─── Age is asked wherever a consumer acts alone ─────────────────────────────────────────────────────────

DAY_BEFORE, BIRTHDAY = Recipient(file="17", born="2010-02-03"), FOURTEEN
UNBORN = Recipient(file="17", born="2024-02-03")


@pytest.mark.parametrize(
    ("by", "certificate_shown", "outcome"),
    [
        ("consumer", shown(recipient=BIRTHDAY), HOLDS),
        ("consumer", shown(recipient=DAY_BEFORE), VOID),
        ("consumer", shown(), VOID),
        ("consumer", None, UNKNOWN),
        ("representative", shown(), HOLDS),
        ("representative", None, HOLDS),
        ("representative", shown(recipient=UNBORN), VOID),
        ("provider", None, HOLDS),
        ("provider", shown(), HOLDS),
    ],
)
def test_a_consumer_declines_alone_from_the_fourteenth_birthday_as_the_certificate_shows(
    by, certificate_shown, outcome
):
    verdict = contract.judge(after(*OFFERED), declined(by, certificate=certificate_shown), KEMEROVO)
    assert (verdict.outcome, failing(verdict)) == (outcome, set() if outcome is HOLDS else {"roles.of_age"})


@pytest.mark.parametrize(
    ("by", "certificate_shown", "asked"),
    [
        ("consumer", shown(), True),
        ("consumer", None, True),
        ("representative", shown(), True),
        ("representative", None, False),
        ("provider", shown(), False),
        ("provider", None, False),
    ],
)
def test_the_age_is_no_matter_of_the_provider_nor_of_a_representative_who_shows_no_certificate(
    by, certificate_shown, asked
):
    verdict = contract.judge(after(*OFFERED), declined(by, certificate=certificate_shown), KEMEROVO)
    assert ("roles.of_age" in {part.rule for part in verdict.walk()}) is asked


@pytest.mark.parametrize(
    ("born", "on", "consumer"),
    [
        ("2014-05-01", "2024-03-02", VOID),
        ("2010-03-03", "2024-03-02", VOID),
        ("2010-03-03", "2024-03-03", HOLDS),
        ("2010-02-02", "2024-03-02", HOLDS),
    ],
    ids=["a child of nine", "the day before fourteen", "fourteen since the conclusion", "fourteen"],
)
def test_a_consumer_terminates_alone_by_the_certificate_of_the_conclusion(born, on, consumer):
    before = after(offered(), concluded(certificate=shown(recipient=Recipient(file="17", born=born))))
    for by, outcome in (("consumer", consumer), ("representative", HOLDS), ("provider", HOLDS)):
        verdict = contract.judge(before, terminated(on=on, by=by), KEMEROVO)
        assert (verdict.outcome, failing(verdict)) == (
            outcome,
            set() if outcome is HOLDS else {"roles.of_age"},
        )


def test_of_a_contract_without_a_certificate_nobody_knows_whether_the_consumer_ends_it_alone():
    before = contract.advance(after(*OFFERED), concluded(certificate=None), KEMEROVO, decision=DECIDED)
    for by, outcome in (("consumer", UNKNOWN), ("representative", HOLDS), ("provider", HOLDS)):
        assert contract.judge(before, terminated(by=by), KEMEROVO).outcome is outcome


# ─── The way on the day ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.provision("novokuznetsk-277/p3")
@pytest.mark.parametrize(("on", "district"), [("2024-12-28", HOLDS), ("2025-01-09", VOID)])
def test_a_contract_is_concluded_while_the_way_is_chosen(on, district):
    papers = {
        "certificate": shown(as_of=on, valid_until="2025-12-31"),
        "provider": entry(as_of=on),
        "agreement": agreement(as_of=on, ends_on="2025-12-31"),
    }
    offer = offered(on="2024-12-27", ends_on="2025-05-31")
    for profile, outcome in ((DISTRICT, district), (KEMEROVO, HOLDS)):
        before = after(offer, profile=profile)
        verdict = contract.judge(before, concluded(on=on, **papers), profile)
        rules = {"ways.chosen"} if outcome is VOID else set()
        assert (verdict.outcome, failing(verdict)) == (outcome, rules)
        found = contract.options(before, profile, date.fromisoformat(on))
        (option,) = [one for one in found if one.kind == "concluded"]
        assert ("ways.chosen" in failing(option.verdict)) is (outcome is VOID)


# ─── Last days ───────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("last_day", "outcome"), [("2024-12-31", HOLDS), ("2024-05-31", HOLDS), ("2024-05-30", BREACH)]
)
def test_a_contract_longer_than_the_agreement_that_pays_for_it_is_a_breach(last_day, outcome):
    event = concluded(agreement=agreement(ends_on=last_day))
    record = contract.advance(after(*OFFERED), event, KEMEROVO).records[-1]
    rules = set() if outcome is HOLDS else {"contracts.within_agreement"}
    assert (record.state, record.verdict.outcome) == ("concluded", outcome)
    assert failing(record.verdict) == rules
    assert cited(record.verdict, "contracts.within_agreement") == ["kemerovo-2993/app4.5.2"]


@pytest.mark.parametrize(
    ("on", "outcome", "late"),
    [("2024-05-31", HOLDS, 0), ("2024-06-01", BREACH, 1), ("2026-05-31", BREACH, 730)],
    ids=["its last day", "the day after", "two years late"],
)
def test_a_contract_fulfilled_after_its_last_day_is_a_breach_as_the_duty_was_overdue(on, outcome, late):
    before = after(*CONCLUDED)
    history = contract.advance(before, fulfilled(on=on), KEMEROVO)
    verdict = history.records[-1].verdict
    (told,) = [part for part in verdict.parts if part.rule == "contracts.fulfilled_in_time"]
    assert (history.state, verdict.outcome, told.outcome) == ("fulfilled", outcome, outcome)
    assert (told.facts["ends_on"], told.facts["late"]) == (date(2024, 5, 31), late)
    (duty,) = contract.due(before, KEMEROVO, date.fromisoformat(on))
    assert duty.overdue is (outcome is BREACH)


def test_an_offer_whose_last_day_is_past_is_void_before_any_fact_and_may_still_be_declined():
    before = after(offered(ends_on="2024-02-01"))
    for on, outcome in ((date(2024, 2, 1), HOLDS), (date(2024, 2, 2), VOID)):
        found = {option.kind: option.verdict for option in contract.options(before, KEMEROVO, on)}
        rules = {"certificates.not_over"} if outcome is VOID else set()
        assert (found["concluded"].outcome, failing(found["concluded"])) == (outcome, rules)
        assert found["declined"].outcome is HOLDS


# ─── A single certificate held by another contract ───────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("taken", "balance", "outcome", "rules"),
    [
        ((TECHNICAL,), 72, HOLDS, set()),
        ((TECHNICAL,), 71, VOID, {"volumes.covered"}),
        ((FULL_TIME,), 72, VOID, {"standing.formed"}),
        ((FULL_TIME_BY_DIGIT,), 72, VOID, {"standing.formed"}),
        ((), 72, VOID, {"standing.formed"}),
    ],
    ids=["another service", "not enough is left", "the same", "the same by digit", "not told of which"],
)
def test_a_certificate_held_on_another_service_is_free_for_this_one_while_its_balance_covers_it(
    taken, balance, outcome, rules
):
    held = shown(services=(FULL_TIME, TECHNICAL), contract="4", taken=taken, balance=hours(balance))
    verdict = contract.judge(after(*OFFERED), concluded(certificate=held), KEMEROVO)
    assert (verdict.outcome, failing(verdict)) == (outcome, rules)


# ─── A record made in error: by whom, and what rests on it ───────────────────────────────────────────────


def annulment(record, by, on="2024-06-03"):
    return RecordAnnulled(on=on, by=by, record=record, reason="ошибка оператора")


@pytest.mark.parametrize(
    ("before", "by", "outcome"),
    [
        (OFFERED, "provider", HOLDS),
        ((*OFFERED, declined()), "provider", VOID),
        ((*OFFERED, declined(by="provider", certificate=None)), "provider", HOLDS),
        ((*OFFERED, declined(by="provider", certificate=None)), "representative", VOID),
        (OFFERED, "representative", VOID),
        (OFFERED, "education", UNKNOWN),
        (CONCLUDED, "representative", HOLDS),
        (CONCLUDED, "provider", VOID),
        (CONCLUDED, "education", UNKNOWN),
        ((*CONCLUDED, fulfilled()), "provider", HOLDS),
        ((*CONCLUDED, fulfilled()), "representative", VOID),
        ((*CONCLUDED, terminated()), "provider", VOID),
        ((*CONCLUDED, terminated()), "representative", HOLDS),
        ((*CONCLUDED, terminated(by="provider")), "provider", HOLDS),
        ((*CONCLUDED, terminated(by="provider")), "representative", VOID),
        ((*CONCLUDED, suspended()), "representative", VOID),
        ((*CONCLUDED, terminated()), "дворник", UNKNOWN),
    ],
)
def test_the_last_record_is_called_an_error_by_a_party_that_may_take_the_step_or_by_an_office(
    before, by, outcome
):
    history = after(*before)
    verdict = contract.judge(history, annulment(len(before), by), KEMEROVO)
    assert (verdict.outcome, failing(verdict)) == (
        outcome,
        set() if outcome is HOLDS else {"lifecycle.annuller"},
    )
    *_, option = contract.options(history, KEMEROVO, date(2024, 6, 3))
    assert (by in option.by) is (outcome is HOLDS)
    if outcome is UNKNOWN:
        back = contract.advance(history, annulment(len(before), by), KEMEROVO, decision=DECIDED)
        assert back.state == after(*before[:-1]).state


@pytest.mark.parametrize(
    ("event", "rules"),
    [
        (terminated(), {"roles.of_age"}),
        (Moved(**ANY_SIDE, group="2"), {"roles.of_age"}),
        (Suspended(**ANY_SIDE, reason="болезнь"), {"roles.of_age"}),
        (Complained(**ANY_SIDE, matter="not-rendered", because="акт"), {"roles.of_age"}),
        (terminated(by="provider"), {"lifecycle.annuller"}),
    ],
)
def test_who_is_not_old_enough_for_a_step_is_not_old_enough_to_annul_it(event, rules):
    for before, number in (((*CONCLUDED, event), 3), (CONCLUDED, 2)):
        verdict = contract.judge(after(*before), annulment(number, "consumer"), KEMEROVO)
        assert (verdict.outcome, failing(verdict)) == (VOID, rules if number == 3 else {"roles.of_age"})
    grown = after(*OFFERED, concluded(certificate=shown(recipient=FOURTEEN)), event)
    verdict = contract.judge(grown, annulment(3, "consumer"), KEMEROVO)
    assert failing(verdict) == rules - {"roles.of_age"}


def test_who_annuls_a_refusal_of_which_the_age_is_not_known_is_asked_of_the_case():
    history = after(*OFFERED, declined(certificate=None))
    verdict = contract.judge(history, annulment(2, "consumer"), KEMEROVO)
    assert (verdict.outcome, failing(verdict)) == (UNKNOWN, {"roles.of_age"})
    assert [ask.path for ask in verdict.asks] == ["case.certificate"]
    undone = contract.advance(history, annulment(2, "representative"), KEMEROVO)
    again = contract.judge(undone, annulment(3, "consumer"), KEMEROVO)
    assert failing(again) == {"roles.of_age"}
    assert contract.advance(undone, annulment(3, "representative"), KEMEROVO).state == "declined"


@pytest.mark.parametrize(("record", "by", "resting"), [(1, "provider", (2, 3)), (2, "representative", (3,))])
def test_neither_an_offer_nor_a_conclusion_is_taken_out_from_under_what_rests_on_it(record, by, resting):
    history = after(*CONCLUDED, terminated())
    with pytest.raises(Refused) as caught:
        contract.advance(history, annulment(record, by), KEMEROVO)
    assert failing(caught.value.verdict) == {"lifecycle.left_standing"}
    (said,) = caught.value.verdict.reasons(VOID)
    assert said.facts["resting"] == resting


# ─── The decree holds from its day ───────────────────────────────────────────────────────────────────────


@AROUND_THE_FIRST_DAY
def test_no_contract_is_offered_under_a_decree_before_it_holds(name, on, outcome):
    verdict = contract.judge(contract.begin("5"), offered(on=on), PROFILES[name])
    assert verdict.outcome is outcome
    assert ("force.decree" in failing(verdict)) is (outcome is VOID)
    assert failing(verdict) <= {"force.decree", "ways.chosen"}  # the district chose the way from 2023 on


# ─── Who decides ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("by", "on", "taken"),
    [
        ("education", DAY, True),
        ("education", "2024-02-03", False),
        ("provider", DAY, False),
        ("representative", DAY, False),
        ("Consumer ", DAY, False),
    ],
)
def test_a_decision_is_of_an_office_and_not_later_than_the_conclusion(by, on, taken):
    decision = Decision(by=by, on=on, reason="выписка придёт позже")
    if taken:
        assert after(offered(), concluded(agreement=None), decision=decision).state == "concluded"
        return
    with pytest.raises(Refused) as caught:
        after(offered(), concluded(agreement=None), decision=decision)
    assert failing(caught.value.verdict) == {"standing.agreed", "lifecycle.decided"}


# ─── Запись исполнителя перешла к правопреемнику ─────────────────────────────────────────────────────────


def passed_to(inn):
    """The record of the provider as it is of a successor."""
    return entry(provider=inn, before=(INN,))


def test_an_agreement_begun_before_the_record_passed_on_is_asked_of_a_person():
    """The successor offers the contract, and the agreement is still with who held the record before."""
    offer = offered(provider=ANOTHER)
    verdict = contract.judge(after(offer), concluded(provider=passed_to(ANOTHER)), KEMEROVO)
    assert (verdict.outcome, failing(verdict)) == (UNKNOWN, {"successors.begun_before"})


def test_a_contract_begun_before_the_record_passed_on_is_asked_of_a_person():
    history = after(offered(), concluded())
    more = Amended(
        on="2024-03-01",
        by="representative",
        document=IN_NAVIGATOR,
        rendered=hours(0),
        volume=hours(80),
        ends_on="2024-05-31",
        certificate=shown(as_of="2024-03-01", balance=hours(72), contract="5"),
        provider=passed_to(ANOTHER).model_copy(update={"as_of": date(2024, 3, 1)}),
        agreement=agreement(as_of="2024-03-01"),
    )
    verdict = contract.judge(history, more, KEMEROVO)
    assert verdict.outcome is UNKNOWN
    assert "successors.begun_before" in failing(verdict)
