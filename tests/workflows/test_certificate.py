"""The certificate step by step: every transition taken, refused for each condition, and its balance."""

import json
from datetime import date
from decimal import Decimal

import pytest
from cases_at_hand import (
    AROUND_THE_FIRST_DAY,
    BREACH,
    DISTRICT,
    FULL_TIME,
    FULL_TIME_BY_DIGIT,
    HOLDS,
    IN_NAVIGATOR,
    KEMEROVO,
    ON_PAPER_FOR_A_REASON,
    PROFILES,
    TECHNICAL,
    UNKNOWN,
    VOID,
    changed,
    failing,
    hours,
    named,
    right,
    taking,
)
from filled import acts, edited, filled
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size
from pydantic import ValidationError

from law189.cases.history import Decision, RecordAnnulled
from law189.errors import Conflict, Refused
from law189.extracts import ContractExtract, OrderExtract, Recipient
from law189.measures import Unit, Volume
from law189.profile.federal import shipped_data
from law189.profile.loader import load_profile
from law189.rules import RULES
from law189.verdict import Verdict
from law189.workflows.certificate import (
    Amended,
    Annulled,
    AppliedFor,
    ContractChanged,
    Contracted,
    ContractEnded,
    Expired,
    Formed,
    RecipientRefused,
    RecipientRegistered,
    Renewed,
    Resumed,
    Suspended,
    Used,
    Withdrawn,
    balance,
    extract,
)
from law189.workflows.certificate import lifecycle as certificate

PAPER = {"form": "paper"}


applied = right(
    AppliedFor,
    on="2024-01-10",
    by="representative",
    asks=("enrolment", "certificate"),
    document=IN_NAVIGATOR,
    recipient=Recipient(file="17", born="2014-05-01"),
    services=(FULL_TIME,),
)


registered = right(RecipientRegistered, on="2024-01-11", by="education", record="17")


refused = right(RecipientRefused, on="2024-01-11", by="education", ground="no-right", because="записей нет")


order = right(
    OrderExtract,
    as_of="2024-01-12",
    number="1",
    year=2024,
    status=1,
    services=(FULL_TIME, TECHNICAL),
    approved_on="2023-12-20",
    published_on="2023-12-25",
)


def formed(**facts):
    """The certificate is formed, on an extract of the order of that day."""
    step = {
        "on": "2024-01-12",
        "by": "education",
        "document": IN_NAVIGATOR,
        "number": "C-17",
        "nominal": hours(144),
        "valid_until": "2024-12-31",
    }
    step |= facts
    return Formed(**{"order": order(as_of=step["on"]), **step})


def agreed(day="2024-02-02", **facts):
    """The contract, as an extract of that day shows it."""
    step = {
        "as_of": day,
        "number": "5",
        "provider": "4205000009",
        "certificate": "C-17",
        "service": FULL_TIME,
        "volume": hours(72),
        "concluded_on": "2024-02-02",
    }
    return ContractExtract(**{**step, **facts})


def over(day="2024-03-02", rendered=20, **facts):
    rendered = hours(rendered) if isinstance(rendered, int | Decimal) else rendered
    return agreed(day, **{"ended_on": day, "rendered": rendered, **facts})


def contracted(contract=None, **facts):
    return Contracted(**{"on": "2024-02-02", "by": "provider", "contract": contract or agreed(), **facts})


def ended(contract=None, **facts):
    return ContractEnded(**{"on": "2024-03-02", "by": "provider", "contract": contract or over(), **facts})


def used(contract=None, **facts):
    contract = contract or over(rendered=144, volume=hours(144), fulfilled=True)
    return Used(**{"on": "2024-03-02", "by": "provider", "contract": contract, **facts})


annulled = right(Annulled, on="2024-04-01", by="education", reason="отказ получателя", ground="own-request")


expired = right(Expired, on="2025-01-01", by="education")


withdrawn = right(Withdrawn, on="2024-01-11", by="representative")


suspended = right(Suspended, on="2024-02-20", by="education", reason="проверка сведений")


resumed = right(Resumed, on="2024-03-01", by="education", reason="сведения подтверждены")


def amended(**facts):
    """The nominal and the last day are set anew, on an extract of the order of that day."""
    step = {
        "on": "2024-02-10",
        "by": "education",
        "document": IN_NAVIGATOR,
        "reason": "изменился объём средств",
    }
    step |= {"nominal": hours(100), "valid_until": "2024-11-30", **facts}
    return Amended(**{"order": order(as_of=step["on"]), **step})


def renewed(**facts):
    """The last day is moved on, on an extract of the order of that day."""
    step = {
        "on": "2024-02-10",
        "by": "education",
        "document": IN_NAVIGATOR,
        "reason": "программа продолжается",
    }
    step |= {"valid_until": "2025-02-09", **facts}
    return Renewed(**{"order": order(as_of=step["on"]), **step})


def contract_changed(contract=None, **facts):
    contract = contract or agreed("2024-02-15", volume=hours(80))
    return ContractChanged(**{"on": "2024-02-15", "by": "provider", "contract": contract, **facts})


after = taking(certificate, "17")
WHOLE = contracted(agreed(volume=hours(144)))
REGISTERED = (applied(), registered())
FORMED = (*REGISTERED, formed())
CONTRACTED = (*FORMED, contracted())


# ─── Every transition taken ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("before", "event", "state"),
    [
        ((), applied(), "applied"),
        ((), applied(services=(FULL_TIME_BY_DIGIT,)), "applied"),
        ((applied(),), registered(), "registered"),
        ((applied(),), refused(), "refused"),
        ((applied(),), refused(ground="limit-exhausted"), "refused"),
        (REGISTERED, formed(), "formed"),
        (REGISTERED, formed(valid_until="2025-01-11"), "formed"),
        (REGISTERED, formed(valid_until="2024-01-12"), "formed"),
        (REGISTERED, formed(nominal=hours("12", "hours-a-week")), "formed"),
        (REGISTERED, formed(nominal=hours("16729.85", "roubles")), "formed"),
        (REGISTERED, formed(order=order(services=(FULL_TIME_BY_DIGIT,))), "formed"),
        (REGISTERED, annulled(), "annulled"),
        (FORMED, contracted(), "contracted"),
        (FORMED, contracted(by="education"), "contracted"),
        (FORMED, contracted(agreed(service=FULL_TIME_BY_DIGIT)), "contracted"),
        (FORMED, contracted(agreed(concluded_on="2024-01-12")), "contracted"),
        (FORMED, WHOLE, "contracted"),
        (CONTRACTED, ended(), "formed"),
        (CONTRACTED, ended(by="education"), "formed"),
        (CONTRACTED, ended(over(rendered=0)), "formed"),
        (CONTRACTED, ended(over(rendered=72, fulfilled=True)), "formed"),
        ((*FORMED, WHOLE), used(), "used"),
        ((*FORMED, WHOLE), used(over(rendered=144, volume=hours(144))), "used"),
        (FORMED, annulled(), "annulled"),
        ((*CONTRACTED, ended()), annulled(), "annulled"),
        (FORMED, expired(), "expired"),
        ((*CONTRACTED, ended()), expired(on="2030-06-01"), "expired"),
    ],
)
def test_a_lawful_step_is_taken_and_holds(before, event, state):
    history = certificate.advance(after(*before), event, KEMEROVO)
    assert history.state == state
    assert history.records[-1].verdict.outcome is HOLDS


@pytest.mark.provision("kemerovo-2993/p3.1.2")
@pytest.mark.provision("novokuznetsk-277/p6.1.5")
@pytest.mark.provision("novokuznetsk-277/p6.1.6")
@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_the_whole_life_holds_under_both_decrees(profile):
    last = agreed("2024-03-05", number="6", concluded_on="2024-03-04", volume=hours(124))
    done = {"ended_on": "2024-05-31", "as_of": "2024-05-31", "rendered": hours(124), "fulfilled": True}
    history = after(
        applied(),
        registered(),
        formed(),
        contracted(),
        ended(),
        contracted(last, on="2024-03-05"),
        used(ContractExtract(**{**last.model_dump(), **done}), on="2024-05-31"),
        profile=profile,
    )
    assert history.state == "used"
    assert {record.verdict.outcome for record in history.records} == {HOLDS}
    assert balance(history) == hours(0)


# ─── What breaks a norm and is recorded all the same ─────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("before", "event", "rules"),
    [
        ((), applied(asks=("certificate",)), {"certificates.one_application"}),
        ((), applied(asks=()), {"certificates.one_application"}),
        ((), applied(document={"form": "electronic", "system": "eais"}), {"forms.system"}),
        ((applied(),), registered(on="2024-01-16"), {"deadlines.within"}),
        ((applied(),), refused(on="2024-01-16"), {"deadlines.within"}),
        (REGISTERED, formed(on="2024-01-19"), {"deadlines.within"}),
        (
            REGISTERED,
            formed(document={"form": "electronic", "system": "electronic-budget"}),
            {"forms.system"},
        ),
    ],
)
def test_a_breach_is_recorded_and_the_case_goes_on(before, event, rules):
    record = certificate.advance(after(*before), event, KEMEROVO).records[-1]
    assert record.verdict.outcome is BREACH
    assert failing(record.verdict) == rules


@pytest.mark.provision("kemerovo-2993/p3.3")
@pytest.mark.provision("novokuznetsk-277/p6.3")
@pytest.mark.parametrize(
    ("profile", "address"), [(KEMEROVO, "p3.3"), (DISTRICT, "p6.3.1")], ids=["kemerovo", "district"]
)
def test_a_wrong_system_is_a_finding_by_the_item_on_the_navigator(profile, address):
    wrong = {"form": "electronic", "system": "eais"}
    for before, event in (((), applied(document=wrong)), (REGISTERED, formed(document=wrong))):
        verdict = certificate.judge(after(*before, profile=profile), event, profile)
        (said,) = verdict.reasons(BREACH)
        assert (said.rule, [cite.address for cite in said.cites]) == ("forms.system", [address])


# ─── Every transition refused, for each of its conditions ────────────────────────────────────────────────

AFTER_RETURN = (*CONTRACTED, ended())
ANOTHER_CONTRACT = {"certificates.contract_ended", "contracts.same_contract"}
NEXT = {"number": "6", "as_of": "2024-03-05", "concluded_on": "2024-03-05"}


@pytest.mark.parametrize(
    ("before", "event", "outcome", "rules"),
    [
        ((), applied(by="education"), VOID, {"roles.acting"}),
        ((), applied(by="provider"), VOID, {"roles.acting"}),
        ((), applied(document=None), UNKNOWN, {"forms.form"}),
        ((), applied(document=PAPER), VOID, {"forms.form"}),
        ((), applied(document=ON_PAPER_FOR_A_REASON), VOID, {"forms.form"}),
        ((), applied(document={"form": "electronic"}), UNKNOWN, {"forms.system"}),
        ((), applied(by="consumer"), VOID, {"roles.of_age"}),
        ((), applied(services=("804200О.99.0.ББ52АЖ48001",)), VOID, {"eligibility.listed"}),
        ((), applied(services=("804200",)), UNKNOWN, {"eligibility.listed"}),
        ((applied(),), registered(by="provider"), VOID, {"roles.acting"}),
        ((applied(),), registered(by="finance"), UNKNOWN, {"roles.acting"}),
        ((applied(),), registered(on="2024-01-09"), VOID, {"lifecycle.order"}),
        ((applied(),), refused(by="representative"), VOID, {"roles.acting"}),
        ((applied(),), refused(ground="dislike"), VOID, {"grounds.listed"}),
        (REGISTERED, formed(by="provider"), VOID, {"roles.acting"}),
        (REGISTERED, formed(document=None), UNKNOWN, {"forms.form"}),
        (REGISTERED, formed(document=PAPER), VOID, {"forms.form"}),
        (REGISTERED, formed(document={"form": "electronic"}), UNKNOWN, {"forms.system"}),
        (REGISTERED, formed(nominal=hours(0)), VOID, {"volumes.positive"}),
        (REGISTERED, formed(order=None), UNKNOWN, {"standing.ordered"}),
        (REGISTERED, formed(order=order(as_of="2024-01-11")), UNKNOWN, {"standing.ordered"}),
        (
            REGISTERED,
            formed(order=order(published_on=None, as_of="2024-01-11")),
            UNKNOWN,
            {"standing.ordered"},
        ),
        (
            REGISTERED,
            formed(order=order(status=2, approved_on="2024-01-05")),
            VOID,
            {"standing.ordered"},
        ),
        (
            REGISTERED,
            formed(order=order(published_on=None, as_of="2024-01-12")),
            VOID,
            {"standing.ordered"},
        ),
        (REGISTERED, formed(order=order(year=2023)), UNKNOWN, {"standing.order_year"}),
        (REGISTERED, formed(order=order(services=(TECHNICAL,))), VOID, {"services.among"}),
        (REGISTERED, formed(order=order(services=())), VOID, {"services.among"}),
        (REGISTERED, formed(order=order(services=("804200",))), UNKNOWN, {"services.among"}),
        (REGISTERED, formed(valid_until="2025-01-12"), VOID, {"certificates.valid_within"}),
        (REGISTERED, formed(valid_until="2024-01-11"), VOID, {"certificates.ahead"}),
        (
            REGISTERED,
            formed(on="2024-01-10", order=order(as_of="2024-01-10")),
            VOID,
            {"lifecycle.order", "certificates.registered"},
        ),
        (REGISTERED, annulled(by="provider"), VOID, {"roles.acting"}),
        (FORMED, contracted(by="representative"), VOID, {"roles.acting"}),
        (FORMED, contracted(agreed(certificate="C-18")), VOID, {"certificates.of_certificate"}),
        (FORMED, contracted(agreed(certificate=None)), VOID, {"certificates.of_certificate"}),
        (FORMED, contracted(agreed(concluded_on="2024-01-11")), VOID, {"certificates.of_certificate"}),
        (FORMED, contracted(agreed(concluded_on="2024-02-03")), VOID, {"certificates.of_certificate"}),
        (FORMED, contracted(agreed(service=TECHNICAL)), VOID, {"services.among"}),
        (FORMED, contracted(agreed(service="804200")), UNKNOWN, {"services.among"}),
        (FORMED, contracted(agreed(volume=hours(0))), VOID, {"volumes.positive"}),
        (FORMED, contracted(agreed(volume=hours("144.01"))), VOID, {"volumes.covered"}),
        (FORMED, contracted(agreed(volume=hours(1, "roubles"))), VOID, {"volumes.covered"}),
        (
            AFTER_RETURN,
            contracted(agreed(volume=hours(125), **NEXT), on="2024-03-05"),
            VOID,
            {"volumes.covered"},
        ),
        (
            AFTER_RETURN,
            contracted(agreed(**{**NEXT, "concluded_on": "2024-03-01"}), on="2024-03-05"),
            VOID,
            {"certificates.of_certificate"},
        ),
        (CONTRACTED, ended(by="representative"), VOID, {"roles.acting"}),
        (CONTRACTED, ended(agreed("2024-03-02")), VOID, {"certificates.contract_ended"}),
        (CONTRACTED, ended(over(number="6")), VOID, ANOTHER_CONTRACT),
        (CONTRACTED, ended(over(provider="4205000016")), VOID, ANOTHER_CONTRACT),
        (CONTRACTED, ended(over(certificate="C-18")), VOID, ANOTHER_CONTRACT),
        (CONTRACTED, ended(over("2024-03-03")), VOID, {"certificates.contract_ended", "standing.at_hand"}),
        (CONTRACTED, ended(over(rendered=None)), UNKNOWN, {"certificates.contract_ended"}),
        (CONTRACTED, ended(over(rendered=73)), VOID, {"volumes.rendered"}),
        (CONTRACTED, ended(over(rendered=hours(20, "roubles"))), VOID, {"volumes.rendered"}),
        ((*FORMED, WHOLE), ended(over(rendered=144, volume=hours(144))), VOID, {"certificates.returned"}),
        ((*FORMED, WHOLE), used(by="consumer"), VOID, {"roles.acting"}),
        (
            (*FORMED, WHOLE),
            used(over(rendered=143, volume=hours(144), fulfilled=True)),
            VOID,
            {"certificates.spent"},
        ),
        (
            CONTRACTED,
            used(over(rendered=72, fulfilled=True)),
            VOID,
            {"certificates.spent", "certificates.all_held"},
        ),
        (CONTRACTED, used(over(rendered=73)), VOID, {"volumes.rendered", "certificates.all_held"}),
        (
            CONTRACTED,
            used(over(rendered=72, number="6")),
            VOID,
            {*ANOTHER_CONTRACT, "certificates.spent", "certificates.all_held"},
        ),
        (
            (*FORMED, WHOLE),
            used(over(rendered=None, volume=hours(144))),
            UNKNOWN,
            {"certificates.contract_ended"},
        ),
        (FORMED, annulled(by="representative"), VOID, {"roles.acting"}),
        (FORMED, expired(by="provider"), VOID, {"roles.acting"}),
        (FORMED, expired(on="2024-12-31"), VOID, {"certificates.expired"}),
    ],
)
def test_a_step_is_refused_for_each_of_its_conditions_and_nothing_moves(before, event, outcome, rules):
    history = after(*before)
    with pytest.raises(Refused) as caught:
        certificate.advance(history, event, KEMEROVO)
    verdict = caught.value.verdict
    assert verdict.outcome is outcome
    assert failing(verdict) == rules
    assert history == after(*before)
    assert all(reason.text.ru and reason.text.en for reason in verdict.walk())


ALL = (
    applied(),
    withdrawn(),
    registered(),
    refused(),
    formed(),
    amended(),
    renewed(),
    contracted(),
    contract_changed(),
    ended(),
    used(),
    suspended(),
    resumed(),
    annulled(),
    expired(),
)
IN_STATE = {
    "expected": ((), {"applied_for"}),
    "applied": ((applied(),), {"withdrawn", "recipient_registered", "recipient_refused"}),
    "withdrawn": ((applied(), withdrawn()), set()),
    "registered": (REGISTERED, {"formed", "annulled"}),
    "refused": ((applied(), refused()), set()),
    "formed": (FORMED, {"amended", "renewed", "contracted", "suspended", "annulled", "expired"}),
    "contracted": (
        CONTRACTED,
        {"amended", "renewed", "contracted", "contract_changed", "contract_ended", "used", "suspended"},
    ),
    "suspended": ((*FORMED, suspended()), {"resumed", "annulled", "expired"}),
    "suspended_contracted": (
        (*CONTRACTED, suspended()),
        {"contract_changed", "contract_ended", "used", "resumed"},
    ),
    "used": ((*FORMED, WHOLE, used()), set()),
    "annulled": ((*FORMED, annulled()), set()),
    "expired": ((*FORMED, expired()), set()),
}


@pytest.mark.parametrize(("before", "possible"), IN_STATE.values(), ids=IN_STATE)
def test_in_each_state_every_other_step_is_refused_by_the_state_alone(before, possible):
    history = after(*before)
    for event in ALL:
        by_state = certificate.judge(history, event, KEMEROVO).rule == "lifecycle.state"
        assert by_state is (event.kind not in possible)


def test_a_second_contract_on_its_service_while_one_runs_is_refused_and_so_is_annulment_and_expiry():
    history = after(*CONTRACTED)
    second = contracted(agreed(number="6", volume=hours(1)), on="2024-02-03")
    taken = {"contracts.service_free", "contracts.some_free"}
    for event, rules in (
        (second, taken),
        (annulled(), {"lifecycle.state"}),
        (expired(), {"lifecycle.state"}),
    ):
        with pytest.raises(Refused) as caught:
            certificate.advance(history, event, KEMEROVO)
        assert (caught.value.verdict.outcome, failing(caught.value.verdict)) == (VOID, rules)


# ─── Paper in 2023 ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.provision("kemerovo-2993/p5")
@pytest.mark.parametrize(
    ("on", "document", "rules"),
    [
        ("2023-10-02", ON_PAPER_FOR_A_REASON, set()),
        ("2023-12-29", ON_PAPER_FOR_A_REASON, set()),
        ("2023-10-02", PAPER, {"forms.paper"}),
        ("2024-01-09", ON_PAPER_FOR_A_REASON, {"forms.form"}),
        ("2024-01-09", PAPER, {"forms.form"}),
    ],
)
def test_kemerovo_takes_paper_in_2023_alone_and_only_where_impossibility_is_recorded(on, document, rules):
    asked = certificate.judge(certificate.begin("17"), applied(on=on, document=document), KEMEROVO)
    before = after(applied(on="2023-09-28"), registered(on="2023-09-29"))
    early = order(approved_on="2023-09-25", published_on="2023-09-27", as_of=on)
    made = formed(on=on, document=document, valid_until="2024-06-30", order=early)
    given = certificate.judge(before, made, KEMEROVO)
    assert failing(asked) == rules
    assert failing(given) - {"deadlines.within"} == rules
    assert (asked.outcome is VOID) is bool(rules)


@pytest.mark.parametrize("document", [PAPER, ON_PAPER_FOR_A_REASON])
def test_the_district_takes_no_paper_even_in_2023(document):
    verdict = certificate.judge(
        certificate.begin("17"), applied(on="2023-10-02", document=document), DISTRICT
    )
    assert (verdict.outcome, failing(verdict)) == (VOID, {"forms.form"})


# ─── The order and the way on the day ────────────────────────────────────────────────────────────────────


@pytest.mark.provision("novokuznetsk-277/p3")
@pytest.mark.parametrize(
    ("on", "district"), [("2024-12-28", HOLDS), ("2025-01-09", VOID)], ids=["in 2024", "in 2025"]
)
def test_the_district_forms_certificates_in_2023_and_2024_alone(on, district):
    steps = (applied(on="2024-12-26"), registered(on="2024-12-27"))
    event = formed(on=on, valid_until="2025-05-31", order=order(year=2025, as_of=on))
    for profile, outcome in ((DISTRICT, district), (KEMEROVO, HOLDS)):
        verdict = certificate.judge(after(*steps, profile=profile), event, profile)
        assert (verdict.outcome, failing(verdict) - {"deadlines.within"}) == (
            outcome,
            {"ways.chosen"} if outcome is VOID else set(),
        )
    (option,) = [
        one
        for one in certificate.options(after(*steps, profile=DISTRICT), DISTRICT, date.fromisoformat(on))
        if one.kind == "formed"
    ]
    assert ("ways.chosen" in failing(option.verdict)) is (district is VOID)


@pytest.mark.provision("kemerovo-2993/app4.4", "novokuznetsk-277/app2.4.1")
@pytest.mark.parametrize(
    ("profile", "cites"),
    [
        (KEMEROVO, ["kemerovo-2993/app4.4"]),
        (DISTRICT, ["novokuznetsk-277/app2.4.1"]),
        (edited(KEMEROVO, {"plan": ()}), []),
    ],
    ids=[*PROFILES, "no plan"],
)
def test_the_order_is_cited_to_its_item_of_the_plan(profile, cites):
    verdict = certificate.judge(after(*REGISTERED), formed(), profile)
    for rule in ("standing.ordered", "standing.order_year"):
        (part,) = [part for part in verdict.parts if part.rule == rule]
        assert (part.outcome, [cite.id for cite in part.cites]) == (HOLDS, cites)


# ─── Who applies: the birthday ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("born", "on", "outcome"),
    [
        ("2010-01-11", "2024-01-10", VOID),
        ("2010-01-10", "2024-01-10", HOLDS),
        ("2010-01-09", "2024-01-10", HOLDS),
        ("2012-02-29", "2026-02-27", VOID),
        ("2012-02-29", "2026-02-28", HOLDS),
        ("1956-02-29", "2024-01-10", HOLDS),
    ],
    ids=[
        "13 years 364 days",
        "14th birthday",
        "a day past",
        "29 February, the day before",
        "28 February",
        "adult",
    ],
)
def test_a_child_acts_alone_from_the_fourteenth_birthday(born, on, outcome):
    for by, expected in (("consumer", outcome), ("representative", HOLDS)):
        event = applied(by=by, on=on, recipient=Recipient(file="17", born=born))
        verdict = certificate.judge(certificate.begin("17"), event, KEMEROVO)
        assert verdict.outcome is expected
        assert failing(verdict) == (set() if expected is HOLDS else {"roles.of_age"})


@pytest.mark.parametrize(
    ("by", "born", "outcome"),
    [
        ("representative", "2024-01-11", VOID),
        ("consumer", "2024-01-11", VOID),
        ("representative", "2024-01-10", HOLDS),
        ("consumer", "2024-01-10", VOID),
    ],
)
def test_nobody_applies_for_a_recipient_who_is_not_born_yet(by, born, outcome):
    event = applied(by=by, recipient=Recipient(file="17", born=born))
    verdict = certificate.judge(certificate.begin("17"), event, KEMEROVO)
    assert verdict.outcome is outcome
    assert failing(verdict) == (set() if outcome is HOLDS else {"roles.of_age"})


# ─── A single certificate for two services ───────────────────────────────────────────────────────────────


@pytest.mark.provision("novokuznetsk-277/app2.2.7")
@pytest.mark.parametrize(
    ("name", "cites"),
    [
        ("kemerovo", ["189-fz/art20.part9"]),
        ("novokuznetsk_district", ["189-fz/art20.part9", "novokuznetsk-277/app2.2.7"]),
    ],
)
def test_a_single_certificate_needs_its_act_which_the_law_asks_for_in_either_decree(name, cites):
    profile = filled(name, single_certificate="2024-10-01")
    both = tuple(service.number for service in profile.latest.services)[:2]
    both = both if len(both) > 1 else (FULL_TIME, TECHNICAL)
    for on, outcome in (("2024-09-30", UNKNOWN), ("2024-10-01", HOLDS)):
        verdict = certificate.judge(certificate.begin("17"), applied(on=on, services=both), profile)
        (said,) = [part for part in verdict.parts if part.rule == "adoption.act"]
        assert said.outcome is outcome
        assert [cite.id for cite in said.cites][: len(cites)] == cites
        assert "о едином сертификате" in said.text.ru
    one = certificate.judge(certificate.begin("17"), applied(on="2024-09-30"), profile)
    assert "adoption.act" not in {part.rule for part in one.parts}


def test_the_district_lists_one_service_so_a_second_one_is_refused_there():
    event = applied(services=(FULL_TIME, TECHNICAL))
    verdict = certificate.judge(certificate.begin("17"), event, DISTRICT)
    assert (verdict.outcome, failing(verdict)) == (VOID, {"eligibility.listed"})


def test_one_service_written_in_two_ways_is_named_twice_and_is_no_single_certificate():
    profile = filled("kemerovo", single_certificate=None)
    event = applied(services=(FULL_TIME, FULL_TIME_BY_DIGIT))
    verdict = certificate.judge(certificate.begin("17"), event, profile)
    assert (verdict.outcome, failing(verdict)) == (VOID, {"services.once"})


def test_an_application_for_two_that_an_office_let_through_meets_the_same_question_to_the_end():
    profile = filled("kemerovo", single_certificate=None)
    by_office = Decision(by="education", on="2024-01-10", reason="акт готовится")
    history = certificate.advance(
        certificate.begin("17"), applied(services=(FULL_TIME, TECHNICAL)), profile, decision=by_office
    )
    for event in (registered(), formed()):
        verdict = certificate.judge(history, event, profile)
        assert (verdict.outcome, failing(verdict)) == (UNKNOWN, {"adoption.act"})
        history = certificate.advance(history, event, profile, decision=by_office)


# ─── Terms that a slot sets ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("before", "event", "last", "late"),
    [
        ((applied(on="2023-12-28"),), registered, "2024-01-10", "2024-01-11"),
        ((applied(on="2023-12-28"),), refused, "2024-01-10", "2024-01-11"),
        ((applied(on="2023-12-31"),), registered, "2024-01-11", "2024-01-12"),
        ((applied(on="2024-01-05"),), registered, "2024-01-11", "2024-01-12"),
        (
            (applied(on="2023-12-27"), registered(on="2023-12-28")),
            formed,
            "2024-01-12",
            "2024-01-13",
        ),
        ((applied(on="2024-01-10"), registered(on="2024-01-11")), formed, "2024-01-18", "2024-01-19"),
    ],
)
def test_a_term_holds_on_its_last_working_day_and_is_broken_on_the_next(before, event, last, late):
    history = after(*before)
    for on, outcome in ((last, HOLDS), (late, BREACH)):
        verdict = certificate.judge(history, event(on=on), KEMEROVO)
        (term,) = [part for part in verdict.parts if part.rule == "deadlines.within"]
        assert verdict.outcome is term.outcome is outcome
        assert term.facts["last_day"] == date.fromisoformat(last)
        assert term.cites[0].id == "189-fz/art20.part1"


def test_what_is_owed_is_overdue_from_the_day_after_the_last_one():
    history = after(applied(on="2023-12-28"))
    for on, overdue in ((date(2024, 1, 10), False), (date(2024, 1, 11), True)):
        (duty,) = certificate.due(history, KEMEROVO, on)
        assert (duty.last_day, duty.overdue) == (date(2024, 1, 10), overdue)
    assert certificate.due(after(*FORMED), KEMEROVO, date(2024, 6, 1)) == ()


@pytest.mark.provision("kemerovo-2993/app4.2.3")
@pytest.mark.provision("novokuznetsk-277/app2.2.4")
@pytest.mark.parametrize(
    ("name", "item"), [("kemerovo", "app4.2.3"), ("novokuznetsk_district", "app2.2.4")], ids=PROFILES
)
def test_without_the_act_on_certificates_each_of_its_steps_is_unknown(name, item):
    shipped = load_profile(name)
    filled_up = PROFILES[name]
    for before, event, rules in (
        ((applied(),), registered(), {"adoption.act", "adoption.value"}),
        ((applied(),), refused(), {"adoption.value"}),
        (REGISTERED, formed(), {"adoption.act", "adoption.value"}),
    ):
        history = after(*before, profile=filled_up)
        verdict = certificate.judge(history, event, shipped)
        assert (verdict.outcome, failing(verdict)) == (UNKNOWN, rules)
        for said in verdict.reasons(UNKNOWN):
            assert "189-fz/art20.part1" in [cite.id for cite in said.cites]
            assert item in [cite.address for cite in said.cites]


@pytest.mark.parametrize(
    ("reading", "before", "event", "rule"),
    [
        ({"D3": "same_day"}, (applied(),), registered(on="2024-01-15"), "deadlines.within"),
        ({"D3": "same_day"}, REGISTERED, formed(valid_until="2025-01-11"), "certificates.valid_within"),
        ({"S1": "by_letter"}, (), applied(services=(FULL_TIME_BY_DIGIT,)), "eligibility.listed"),
        (
            {"S1": "by_letter"},
            REGISTERED,
            formed(order=order(services=(FULL_TIME_BY_DIGIT,))),
            "services.among",
        ),
        ({"S1": "by_letter"}, FORMED, contracted(agreed(service=FULL_TIME_BY_DIGIT)), "services.among"),
    ],
)
def test_an_answer_that_turns_on_a_reading_follows_the_profiles_choice_and_names_it(
    reading, before, event, rule
):
    strict = edited(KEMEROVO, {"readings": reading})
    history = after(*before)
    said, other = certificate.judge(history, event, KEMEROVO), certificate.judge(history, event, strict)
    assert (said.outcome, failing(said)) == (HOLDS, set())
    assert (other.outcome.value, failing(other)) == (
        "breach" if rule == "deadlines.within" else "void",
        {rule},
    )
    for verdict in (said, other):
        assert set(reading) == {part.reading.code for part in verdict.walk() if part.reading is not None}


def without(slot):
    """Kemerovo with its acts, one of which leaves the slot empty."""
    every = [{**one, "fills": [fill for fill in one["fills"] if fill["slot"] != slot]} for one in acts()]
    return load_profile({**shipped_data()["municipalities"]["kemerovo"], "adopted": every})


@pytest.mark.parametrize(
    ("slot", "before", "event"),
    [
        ("certificate.registration_term", (applied(),), registered()),
        ("certificate.registration_term", (applied(),), refused()),
        ("certificate.refusal_grounds", (applied(),), refused()),
        ("certificate.forming_term", REGISTERED, formed()),
        ("certificate.validity_term", REGISTERED, formed()),
    ],
)
def test_a_value_that_the_act_leaves_empty_is_named(slot, before, event):
    verdict = certificate.judge(after(*before), event, without(slot))
    assert verdict.outcome is UNKNOWN
    (said,) = verdict.reasons(UNKNOWN)
    assert (said.rule, said.facts["slot"]) == ("adoption.value", slot)


# ─── What is unknown an office may decide ────────────────────────────────────────────────────────────────

DECIDED = Decision(by="education", on="2024-01-11", reason="акт на согласовании")


def test_an_office_may_decide_what_is_unknown_and_the_verdict_is_kept():
    shipped = load_profile("kemerovo")
    history = certificate.advance(after(applied()), registered(), shipped, decision=DECIDED)
    record = history.records[-1]
    assert (history.state, record.decision, record.verdict.outcome) == ("registered", DECIDED, UNKNOWN)
    assert certificate.load(json.loads(json.dumps(certificate.dump(history)))).records[-1].decision == DECIDED


@pytest.mark.parametrize(
    ("before", "event"),
    [
        ((), applied(by="consumer")),
        (REGISTERED, formed(valid_until="2024-01-11")),
        (FORMED, contracted(agreed(volume=hours(145)))),
        (FORMED, expired(on="2024-12-31")),
        (CONTRACTED, contracted()),
    ],
)
def test_what_is_void_nobody_can_decide_away(before, event):
    for profile in (KEMEROVO, load_profile("kemerovo")):
        with pytest.raises(Refused) as caught:
            certificate.advance(after(*before), event, profile, decision=DECIDED)
        assert caught.value.verdict.outcome is VOID


def test_a_certificate_whose_act_sets_no_validity_is_still_not_formed_into_the_past():
    verdict = certificate.judge(
        after(*REGISTERED), formed(valid_until="2024-01-11"), without("certificate.validity_term")
    )
    assert (verdict.outcome, failing(verdict)) == (VOID, {"adoption.value", "certificates.ahead"})


def test_a_contract_that_an_office_let_end_without_figures_returns_nothing():
    unknown = ended(over(rendered=None))
    history = certificate.advance(after(*CONTRACTED), unknown, KEMEROVO, decision=DECIDED)
    assert (history.state, balance(history)) == ("formed", hours(72))


def test_the_version_expected_guards_against_a_step_taken_meanwhile():
    with pytest.raises(Conflict):
        certificate.advance(after(applied()), registered(), KEMEROVO, expected_version=0)
    assert certificate.advance(after(applied()), registered(), KEMEROVO, expected_version=1).version == 2


# ─── Contracts that are told late ────────────────────────────────────────────────────────────────────────


def test_a_contract_of_the_last_day_is_entered_later_by_decision_and_one_of_the_day_after_is_not():
    late = {"certificates.still_valid"}
    for concluded_on, on, outcome, rules in (
        ("2024-12-31", "2024-12-31", HOLDS, set()),
        ("2024-12-31", "2025-01-09", UNKNOWN, late),
        ("2025-01-01", "2025-01-09", VOID, {*late, "certificates.of_certificate"}),
    ):
        event = contracted(agreed(on, concluded_on=concluded_on), on=on)
        verdict = certificate.judge(after(*FORMED), event, KEMEROVO)
        assert (verdict.outcome, failing(verdict)) == (outcome, rules)


def test_a_new_contract_is_not_older_than_the_end_of_the_one_before():
    back = after(*CONTRACTED, ended(over("2024-03-02"), on="2024-03-10"))
    for concluded_on, outcome in (("2024-03-01", VOID), ("2024-03-02", HOLDS)):
        new = agreed("2024-03-11", number="6", concluded_on=concluded_on)
        assert certificate.judge(back, contracted(new, on="2024-03-11"), KEMEROVO).outcome is outcome


def test_a_contract_that_outlasts_the_certificate_ends_after_its_last_day_and_then_it_expires():
    history = after(*CONTRACTED, ended(over("2025-02-01"), on="2025-02-01"))
    assert balance(history) == hours(124)
    new = agreed("2025-02-02", number="6", concluded_on="2025-02-02")
    assert certificate.judge(history, contracted(new, on="2025-02-02"), KEMEROVO).outcome is VOID
    assert certificate.advance(history, expired(on="2025-02-02"), KEMEROVO).state == "expired"


# ─── The balance ─────────────────────────────────────────────────────────────────────────────────────────

AMOUNT = st.decimals(0, 50, places=2)
STEPS = st.lists(
    st.tuples(st.sampled_from(["contracted", "ended", "used"]), AMOUNT, st.sampled_from(Unit), st.booleans()),
    max_size=14,
)


@settings(max_examples=size(40, 150))
@given(STEPS, st.sampled_from(Unit), st.decimals("0.01", 100, places=2))
def test_the_balance_is_the_nominal_less_rendered_and_held_and_never_leaves_its_bounds(steps, unit, nominal):
    history = after(*REGISTERED, formed(nominal=Volume(amount=nominal, unit=unit), valid_until="2024-12-31"))
    held, rendered, number = None, Decimal(0), 0
    for step, amount, other, same in steps:
        volume = Volume(amount=amount, unit=unit if same else other)
        day = "2024-02-02"
        if step == "contracted":
            contract = agreed(day, number=str(number), volume=volume)
            event, lawful = contracted(contract), held is None and 0 < amount <= nominal - rendered
        else:
            whole = Volume(amount=held or 1, unit=unit)
            contract = over(day, number=str(number), volume=whole, rendered=volume, fulfilled=same)
            left = None if held is None else nominal - rendered - amount
            event = (ended if step == "ended" else used)(contract, on=day)
            lawful = held is not None and amount <= held and (left > 0 if step == "ended" else left == 0)
        lawful = lawful and volume.unit is unit and history.state in ("formed", "contracted")
        verdict = certificate.judge(history, event, KEMEROVO)
        assert (not verdict.stops) is lawful
        if lawful:
            history = certificate.advance(history, event, KEMEROVO)
            if step == "contracted":
                held = amount
            else:
                held, rendered, number = None, rendered + amount, number + 1
        assert balance(history) == Volume(amount=nominal - rendered - (held or 0), unit=unit)
        assert 0 <= balance(history).amount <= nominal
        assert extract(history, date(2024, 2, 2)).balance == balance(history)


@pytest.mark.parametrize("unit", list(Unit))
def test_a_contract_in_another_unit_than_the_nominal_is_refused_in_every_unit(unit):
    history = after(*REGISTERED, formed(nominal=hours(100, unit)))
    for other in Unit:
        verdict = certificate.judge(history, contracted(agreed(volume=hours(1, other))), KEMEROVO)
        assert failing(verdict) == (set() if other is unit else {"volumes.covered"})


def test_the_unspent_part_returns_whether_the_contract_was_fulfilled_or_not():
    for fulfilled in (True, False):
        history = after(*CONTRACTED)
        assert balance(history) == hours(72)
        history = certificate.advance(history, ended(over(rendered=20, fulfilled=fulfilled)), KEMEROVO)
        assert (history.state, balance(history)) == ("formed", hours(124))


def test_there_is_no_balance_before_the_certificate_is_formed():
    with pytest.raises(LookupError, match="Formed"):
        balance(after(*REGISTERED))


# ─── A record made in error ──────────────────────────────────────────────────────────────────────────────


def annulment(record, on="2024-03-05", by="education"):
    return RecordAnnulled(on=on, by=by, record=record, reason="ошибка оператора")


def test_a_return_recorded_in_error_is_annulled_and_the_contract_holds_its_part_again():
    history = certificate.advance(after(*CONTRACTED, ended()), annulment(5, by="provider"), KEMEROVO)
    assert (history.state, balance(history)) == ("contracted", hours(72))
    again = certificate.advance(history, ended(over(rendered=30)), KEMEROVO)
    assert balance(again) == hours(114)
    assert extract(again, date(2024, 3, 2)).balance == hours(114)


def test_a_record_that_later_ones_stand_on_cannot_be_annulled_first():
    history = after(*CONTRACTED)
    for record, outcome in ((1, VOID), (2, VOID), (3, VOID), (4, HOLDS), (5, VOID)):
        assert certificate.judge(history, annulment(record, by="provider"), KEMEROVO).outcome is outcome


def test_an_expiry_recorded_in_error_is_annulled_and_a_contract_told_late_is_entered():
    history = certificate.advance(after(*FORMED, expired()), annulment(4, "2025-01-09"), KEMEROVO)
    late = contracted(agreed("2025-01-09", concluded_on="2024-12-31"), on="2025-01-09")
    assert certificate.advance(history, late, KEMEROVO, decision=DECIDED).state == "contracted"


# ─── Extracts, options, JSON, the table ──────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("events", "as_of", "expected"),
    [
        (FORMED, "2024-01-12", (144, None, None)),
        (CONTRACTED, "2024-02-02", (72, "5", None)),
        (CONTRACTED, "2024-02-01", (144, None, None)),
        ((*CONTRACTED, ended()), "2024-03-02", (124, None, None)),
        ((*CONTRACTED, ended()), "2024-03-01", (72, "5", None)),
        ((*FORMED, WHOLE, used()), "2024-03-02", (0, None, "2024-03-02")),
        ((*FORMED, WHOLE, used()), "2025-03-02", (0, None, "2024-03-02")),
        ((*FORMED, WHOLE, used()), "2024-03-01", (0, "5", None)),
        ((*FORMED, annulled()), "2024-04-01", (144, None, "2024-04-01")),
        ((*FORMED, annulled()), "2024-03-31", (144, None, None)),
        ((*FORMED, expired()), "2025-01-01", (144, None, "2025-01-01")),
    ],
)
def test_an_extract_shows_the_certificate_as_it_stood_on_its_day(events, as_of, expected):
    shown = extract(after(*events), date.fromisoformat(as_of))
    amount, contract, ended_on = expected
    assert (shown.balance, shown.contract) == (hours(amount), contract)
    assert shown.ended_on == (None if ended_on is None else date.fromisoformat(ended_on))
    assert (shown.number, shown.recipient.file, shown.services) == ("C-17", "17", (FULL_TIME,))
    assert (shown.nominal, shown.formed_on, shown.valid_until) == (
        hours(144),
        date(2024, 1, 12),
        date(2024, 12, 31),
    )


@pytest.mark.parametrize(
    ("events", "as_of"),
    [
        ((), "2024-01-10"),
        ((applied(),), "2024-01-10"),
        (REGISTERED, "2024-01-11"),
        ((applied(), refused()), "2024-01-11"),
        ((*REGISTERED, annulled()), "2024-04-01"),
        (FORMED, "2024-01-11"),
        (FORMED, "2023-01-11"),
    ],
)
def test_there_is_no_extract_of_a_certificate_that_was_not_formed_by_the_day(events, as_of):
    with pytest.raises(LookupError):
        extract(after(*events), date.fromisoformat(as_of))


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
@pytest.mark.parametrize(("events", "_possible"), IN_STATE.values(), ids=IN_STATE)
def test_a_history_goes_to_json_and_back_unchanged(events, _possible, profile):
    history = after(*events, profile=profile)
    back = certificate.load(json.loads(json.dumps(certificate.dump(history))))
    assert back == history
    assert certificate.options(back, profile, date(2025, 1, 1)) == certificate.options(
        history, profile, date(2025, 1, 1)
    )


def test_options_tell_before_the_facts_what_may_be_done():
    history = after(*FORMED)
    for on, possible in (
        (
            date(2024, 12, 31),
            {"amended", "renewed", "contracted", "suspended", "annulled", "record_annulled"},
        ),
        (date(2025, 1, 1), {"annulled", "expired", "record_annulled"}),
        (date(2024, 1, 11), {"formed", "annulled", "record_annulled"}),  # registered on that day
        (date(2024, 1, 9), {"applied_for"}),
    ):
        found = certificate.options(history, KEMEROVO, on)
        assert {option.kind for option in found if not option.verdict.stops} == possible
    (form,) = [
        o for o in certificate.options(after(*REGISTERED), KEMEROVO, date(2024, 1, 12)) if o.kind == "formed"
    ]
    assert named(form.needs) == ("on", "by", "document", "number", "nominal", "valid_until", "order")


def test_every_clause_is_cited_or_assumed_and_so_is_every_verdict_of_the_path():
    for profile in PROFILES.values():
        for clause in certificate.clauses:
            cites = clause.cites(profile.latest)
            assert cites or clause.basis.why.ru
            assert all(cite.id == "189-fz/art20.part1" for cite in cites)
    rules = {rule.code: rule for rule in RULES}
    path = (
        *CONTRACTED,
        ended(),
        contracted(agreed("2024-03-05", number="6", concluded_on="2024-03-05"), on="2024-03-05"),
    )
    for profile in PROFILES.values():
        for record in after(*path, profile=profile).records:
            assert all(
                part.cites or rules[part.rule].assumed
                for part in record.verdict.walk()
                if part is not record.verdict
            )


def test_the_table_and_the_machine_agree():
    assert {(state, event.model_fields["kind"].default) for state, event in certificate.lookup} == {
        (source, clause.kind) for clause in certificate.clauses for source in clause.source
    }
    assert {kind for _, possible in IN_STATE.values() for kind in possible} == set(certificate.kinds)


@pytest.mark.parametrize(
    "make",
    [
        lambda: applied(services=()),
        lambda: applied(asks=("money",)),
        lambda: applied(recipient={"file": "17", "born": "2014-05-01", "name": "кто-то"}),
        lambda: formed(nominal={"amount": 1.5, "unit": "roubles"}),
        lambda: formed(nominal={"amount": -1, "unit": "roubles"}),
        lambda: formed(nominal={"amount": "0.001", "unit": "roubles"}),
        lambda: formed(valid_until="31.12.2024"),
        lambda: formed(number=""),
        lambda: annulled(reason=""),
    ],
    ids=[
        "no service",
        "foreign wish",
        "a name",
        "a float",
        "negative",
        "mills",
        "a day as people write",
        "no number",
        "no reason",
    ],
)
def test_an_event_that_is_no_fact_of_its_kind_cannot_be_made(make):
    with pytest.raises(ValidationError):
        make()


def test_every_verdict_of_a_path_goes_to_json_and_back():
    for record in after(*FORMED, WHOLE, used()).records:
        assert Verdict.from_json(record.verdict.as_json()) == record.verdict


# ─── Where the law says so ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("profile", "asked", "entered"),
    [
        (KEMEROVO, ["kemerovo-2993/p3.1.1"], ["kemerovo-2993/app4.5.3"]),
        (DISTRICT, ["novokuznetsk-277/p6.1.5"], ["novokuznetsk-277/app2.5.3"]),
    ],
    ids=["kemerovo", "district"],
)
def test_the_one_application_and_the_register_are_cited_where_the_decree_asks_for_them(
    profile, asked, entered
):
    def cites(verdict, rule):
        return [cite.id for part in verdict.parts if part.rule == rule for cite in part.cites]

    before = after(applied(), registered(), profile=profile)
    assert cites(before.records[0].verdict, "certificates.one_application") == asked
    assert cites(certificate.judge(before, formed(), profile), "certificates.registered") == entered


@pytest.mark.parametrize("left_out", ["kind", "asks"])
def test_a_decree_that_asks_for_no_one_application_takes_one_for_the_certificate_alone(left_out):
    """П. 3.1.1 of Kemerovo asks for both at once; without that form, or without that word of it, nothing does."""
    first, *others = shipped_data()["municipalities"]["kemerovo"]["documents"]
    assert first["kind"] == "consumer-application"
    own = [{key: value for key, value in first.items() if key != "asks"}] if left_out == "asks" else []
    alone = applied(asks=("certificate",))
    assert failing(certificate.judge(after(), alone, KEMEROVO)) == {"certificates.one_application"}
    verdict = certificate.judge(after(), alone, changed("kemerovo", documents=[*own, *others]))
    assert verdict.outcome is HOLDS
    assert "certificates.one_application" not in {part.rule for part in verdict.walk()}


# ─── What was true of the application is asked again ─────────────────────────────────────────────────────


def only(*numbers):
    """Kemerovo with these services alone in its list."""
    listed = shipped_data()["municipalities"]["kemerovo"]["services"]
    return changed("kemerovo", services=[one for one in listed if one["number"] in numbers])


@pytest.mark.parametrize(
    ("before", "event"),
    [((applied(),), registered()), (REGISTERED, formed())],
    ids=["registered", "formed"],
)
def test_a_service_taken_out_of_the_list_since_the_application_is_void_at_each_later_step(before, event):
    history = after(*before)
    for profile, outcome in ((only(FULL_TIME, TECHNICAL), HOLDS), (only(TECHNICAL), VOID)):
        verdict = certificate.judge(history, event, profile)
        rules = {"eligibility.listed"} if outcome is VOID else set()
        assert (verdict.outcome, failing(verdict)) == (outcome, rules)


@pytest.mark.provision("novokuznetsk-277/p3")
@pytest.mark.parametrize(("on", "district"), [("2024-12-28", HOLDS), ("2025-01-09", VOID)])
def test_the_district_registers_recipients_while_the_way_is_chosen(on, district):
    for profile, outcome in ((DISTRICT, district), (KEMEROVO, HOLDS)):
        history = after(applied(on="2024-12-27"), profile=profile)
        verdict = certificate.judge(history, registered(on=on), profile)
        rules = {"ways.chosen"} if outcome is VOID else set()
        assert (verdict.outcome, failing(verdict) - {"deadlines.within"}) == (outcome, rules)


@pytest.mark.parametrize(
    ("since", "outcomes"),
    [
        ("2024-01-10", (HOLDS, HOLDS, HOLDS)),
        ("2024-01-11", (UNKNOWN, HOLDS, HOLDS)),
        ("2024-01-12", (UNKNOWN, UNKNOWN, HOLDS)),
        ("2024-01-13", (UNKNOWN, UNKNOWN, UNKNOWN)),
    ],
)
def test_the_act_on_single_certificates_is_asked_on_the_day_of_each_step(since, outcomes):
    profile = filled("kemerovo", single_certificate=since)
    history, by_office = (
        certificate.begin("17"),
        Decision(by="head", on="2024-01-10", reason="акт готовится"),
    )
    steps = (applied(services=(FULL_TIME, TECHNICAL)), registered(), formed())
    for event, outcome in zip(steps, outcomes, strict=True):
        verdict = certificate.judge(history, event, profile)
        rules = set() if outcome is HOLDS else {"adoption.act"}
        assert (verdict.outcome, failing(verdict)) == (outcome, rules)
        history = certificate.advance(history, event, profile, decision=by_office)


# ─── An order may be amended after its extract ───────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ({"as_of": "2024-01-12"}, HOLDS),
        ({"as_of": "2024-01-11"}, UNKNOWN),
        ({"as_of": "2024-01-04"}, UNKNOWN),
        ({"as_of": "2024-01-12", "status": 2, "approved_on": "2024-01-05"}, VOID),
        (
            {"as_of": "2024-01-12", "status": 2, "approved_on": "2024-01-05", "published_on": "2024-01-12"},
            HOLDS,
        ),
    ],
    ids=["of the day", "of the day before", "of before", "amended, not published", "published again"],
)
def test_a_certificate_is_formed_on_the_order_as_it_stands_on_the_day(facts, outcome):
    verdict = certificate.judge(after(*REGISTERED), formed(order=order(**facts)), KEMEROVO)
    assert (verdict.outcome, failing(verdict)) == (
        outcome,
        set() if outcome is HOLDS else {"standing.ordered"},
    )


# ─── A term that began under one act and was changed by another ──────────────────────────────────────────


def with_later(since, days, **keys):
    """Kemerovo where an act of that day changes the term of forming, of five working days before."""
    later = {
        "act": {**next(acts())["act"], "id": "newer", "number": "newer", "date": since},
        "adopts": ["certificate-forming"],
        "since": since,
        "invented": True,
        "fills": [
            {
                "slot": "certificate.forming_term",
                "cite": "newer/p1",
                "term": {"kind": "after", "days": days, "unit": "working_days"},
            }
        ],
    }
    return changed("kemerovo", adopted=[*acts(), later], **keys)


def formed_in_time(profile, on):
    history = after(*REGISTERED, profile=profile)
    verdict = certificate.judge(history, formed(on=on), profile)
    (term,) = [part for part in verdict.parts if part.rule == "deadlines.within"]
    assert verdict.outcome is term.outcome
    return term


@pytest.mark.parametrize(
    ("days", "on", "as_begun", "as_changed"),
    [(1, "2024-01-17", HOLDS, BREACH), (9, "2024-01-19", BREACH, HOLDS)],
    ids=["in time by the first act alone", "in time by the new act alone"],
)
def test_a_term_is_of_the_act_under_which_it_began_and_the_reading_is_named(days, on, as_begun, as_changed):
    for choice, outcome in (("as_begun", as_begun), ("as_changed", as_changed)):
        term = formed_in_time(with_later("2024-01-12", days, readings={"D6": choice}), on)
        assert (term.outcome, term.reading.code, term.reading.choice) == (outcome, "D6", choice)


@pytest.mark.parametrize(
    ("since", "days", "on", "outcome"),
    [
        ("2024-01-11", 1, "2024-01-17", BREACH),
        ("2024-01-12", 1, "2024-01-19", BREACH),
        ("2024-01-18", 1, "2024-01-17", HOLDS),
        ("2024-01-12", 9, "2024-01-17", HOLDS),
    ],
    ids=["begun under the new act", "late by both", "the new act is later than the step", "in time by both"],
)
def test_a_term_on_which_both_acts_agree_turns_on_neither(since, days, on, outcome):
    term = formed_in_time(with_later(since, days), on)
    assert (term.outcome, term.reading) == (outcome, None)


@pytest.mark.parametrize(
    ("choice", "last_day"),
    [("as_begun", "2024-01-18"), ("as_changed", "2024-01-15")],
)
def test_the_duty_has_the_last_day_of_the_act_that_the_reading_takes_and_none_before_that_act(
    choice, last_day
):
    profile = with_later("2024-01-15", 1, readings={"D6": choice})
    (duty,) = certificate.due(after(*REGISTERED, profile=profile), profile, date(2024, 1, 15))
    assert duty.last_day == date.fromisoformat(last_day)


# ─── A single certificate: contracts on its services run at once ─────────────────────────────────────────

BOTH = (applied(services=(FULL_TIME, TECHNICAL)), registered(), formed())
FIRST = contracted()
SECOND_OF = {"number": "6", "service": TECHNICAL, "concluded_on": "2024-02-03", "provider": "4205000016"}


def second(day="2024-02-03", **facts):
    return agreed(day, **{**SECOND_OF, **facts})


SECOND = contracted(second(), on="2024-02-03")


@pytest.mark.parametrize(
    ("contract", "outcome", "rules"),
    [
        (second(), HOLDS, set()),
        (second(volume=hours("72.01")), VOID, {"volumes.covered"}),
        (second(service=FULL_TIME), VOID, {"contracts.service_free"}),
        (second(service=FULL_TIME_BY_DIGIT), VOID, {"contracts.service_free"}),
        (second(concluded_on="2024-01-11"), VOID, {"certificates.of_certificate"}),
    ],
    ids=["another service", "over the balance", "the same service", "the same by digit", "before forming"],
)
def test_a_second_service_is_begun_while_the_first_runs_and_the_balance_covers_it(contract, outcome, rules):
    history = after(*BOTH, FIRST)
    verdict = certificate.judge(history, contracted(contract, on="2024-02-03"), KEMEROVO)
    assert (verdict.outcome, failing(verdict)) == (outcome, rules)


def test_while_both_services_are_held_no_third_contract_is_recorded():
    history = after(*BOTH, FIRST, contracted(second(volume=hours(10)), on="2024-02-03"))
    third = second(number="7", volume=hours(1))
    verdict = certificate.judge(history, contracted(third, on="2024-02-03"), KEMEROVO)
    assert (verdict.outcome, failing(verdict)) == (VOID, {"contracts.service_free", "contracts.some_free"})


def test_a_contract_that_ends_returns_its_rest_and_the_other_runs_on():
    history = after(*BOTH, FIRST, SECOND)
    assert (history.state, balance(history)) == ("contracted", hours(0))
    shown = extract(history, date(2024, 2, 3))
    assert (shown.contract, shown.taken) == ("6", (FULL_TIME, TECHNICAL))
    history = certificate.advance(history, ended(over(rendered=20)), KEMEROVO)
    assert (history.state, balance(history)) == ("contracted", hours(52))
    shown = extract(history, date(2024, 3, 2))
    assert (shown.contract, shown.taken) == ("6", (TECHNICAL,))
    done = second("2024-03-03", ended_on="2024-03-03", rendered=hours(72))
    history = certificate.advance(history, ended(done, on="2024-03-03"), KEMEROVO)
    assert (history.state, balance(history)) == ("formed", hours(52))
    shown = extract(history, date(2024, 3, 3))
    assert (shown.contract, shown.taken) == (None, ())
    assert {record.verdict.outcome for record in history.records} == {HOLDS}
    assert certificate.load(json.loads(json.dumps(certificate.dump(history)))) == history


def test_a_certificate_is_used_up_when_the_last_of_its_contracts_ends():
    history = after(*BOTH, FIRST, SECOND)
    whole = over(rendered=72, fulfilled=True)
    early = certificate.judge(history, used(whole), KEMEROVO)
    assert (early.outcome, failing(early)) == (VOID, {"contracts.last_one"})
    # nothing is left of the first, and the second runs on
    history = certificate.advance(history, ended(whole), KEMEROVO)
    assert history.state == "contracted"
    last = second("2024-03-03", ended_on="2024-03-03", rendered=hours(72))
    history = certificate.advance(history, used(last, on="2024-03-03"), KEMEROVO)
    assert (history.state, balance(history)) == ("used", hours(0))


def test_an_end_is_compared_with_the_contract_of_its_number():
    history = after(*BOTH, FIRST, SECOND)
    for facts, outcome in (({}, HOLDS), ({"service": FULL_TIME}, VOID), ({"provider": "4205000009"}, VOID)):
        end = second("2024-03-02", ended_on="2024-03-02", rendered=hours(20), **facts)
        assert certificate.judge(history, ended(end), KEMEROVO).outcome is outcome


# ─── An extract agrees with what the case recorded ───────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("facts", "outcome", "rules"),
    [
        ({}, HOLDS, set()),
        ({"service": FULL_TIME_BY_DIGIT}, HOLDS, set()),
        ({"volume": hours(80)}, VOID, {"contracts.same_contract"}),
        ({"volume": hours(72, "roubles")}, VOID, {"contracts.same_contract"}),
        ({"service": TECHNICAL}, VOID, {"contracts.same_contract"}),
        ({"concluded_on": "2024-02-01"}, VOID, {"contracts.same_contract"}),
        ({"provider": "4205000016"}, VOID, ANOTHER_CONTRACT),
        ({"service": "804200"}, UNKNOWN, {"contracts.same_contract"}),
    ],
    ids=[
        "the same",
        "by digit",
        "volume",
        "unit",
        "service",
        "day",
        "provider",
        "a number that does not read",
    ],
)
def test_the_extract_at_the_end_shows_the_contract_that_held_the_certificate(facts, outcome, rules):
    for rendered, step in ((20, ended), (72, used)):
        start = FORMED if step is ended else (*REGISTERED, formed(nominal=hours(72)))
        verdict = certificate.judge(
            after(*start, contracted()), step(over(rendered=rendered, **facts)), KEMEROVO
        )
        assert (verdict.outcome, failing(verdict)) == (outcome, rules)


@pytest.mark.parametrize(
    ("rendered", "outcome"),
    [(hours(0), HOLDS), (hours(72), HOLDS), (hours("72.01"), VOID), (hours(1, "roubles"), VOID)],
)
def test_what_was_rendered_is_compared_with_the_volume_of_the_contract(rendered, outcome):
    verdict = certificate.judge(after(*CONTRACTED), ended(over(rendered=rendered)), KEMEROVO)
    rules = set() if outcome is HOLDS else {"volumes.rendered"}
    assert (verdict.outcome, failing(verdict)) == (outcome, rules)


# ─── After the last day ──────────────────────────────────────────────────────────────────────────────────


def test_options_do_not_promise_a_contract_under_a_certificate_past_its_last_day():
    history = after(*FORMED)
    for on, outcome in ((date(2024, 12, 31), HOLDS), (date(2025, 1, 1), UNKNOWN)):
        found = {option.kind: option.verdict for option in certificate.options(history, KEMEROVO, on)}
        rules = set() if outcome is HOLDS else {"certificates.still_valid"}
        assert (found["contracted"].outcome, failing(found["contracted"])) == (outcome, rules)


# ─── Annulment: by whom, and what rests on the record ────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("before", "by", "outcome"),
    [
        ((applied(),), "representative", HOLDS),
        ((applied(),), "provider", VOID),
        ((applied(),), "education", UNKNOWN),
        ((applied(), refused()), "education", HOLDS),
        ((applied(), refused()), "representative", VOID),
        (FORMED, "education", HOLDS),
        (FORMED, "finance", UNKNOWN),
        (FORMED, "provider", VOID),
        (CONTRACTED, "provider", HOLDS),
        (CONTRACTED, "education", UNKNOWN),
        ((*FORMED, contracted(by="education")), "education", HOLDS),
        ((*FORMED, contracted(by="education")), "provider", VOID),
        (CONTRACTED, "consumer", VOID),
        ((*FORMED, expired()), "education", HOLDS),
        ((*FORMED, expired()), "дворник", UNKNOWN),
    ],
)
def test_the_last_record_is_called_an_error_by_who_may_take_its_step_or_by_an_office_that_decides(
    before, by, outcome
):
    history = after(*before)
    event = RecordAnnulled(on="2025-01-09", by=by, record=len(before), reason="ошибка оператора")
    verdict = certificate.judge(history, event, KEMEROVO)
    rules = set() if outcome is HOLDS else {"lifecycle.annuller"}
    assert (verdict.outcome, failing(verdict)) == (outcome, rules)
    *_, option = certificate.options(history, KEMEROVO, date(2025, 1, 9))
    assert (by in option.by) is (outcome is HOLDS)
    if outcome is not VOID:
        back = certificate.advance(history, event, KEMEROVO, decision=None if outcome is HOLDS else DECIDED)
        assert back.state == after(*before[:-1]).state


def test_who_is_not_old_enough_to_apply_is_not_old_enough_to_annul_the_application():
    withdrawn = Withdrawn(on="2024-01-10", by="representative")
    for before in ((applied(),), (applied(), withdrawn)):
        for on, rules in (("2025-01-09", {"roles.of_age"}), ("2032-01-09", set())):
            event = RecordAnnulled(on=on, by="consumer", record=len(before), reason="ошибка")
            assert failing(certificate.judge(after(*before), event, KEMEROVO)) == rules


def test_what_rests_on_a_record_keeps_it_from_being_taken_out_and_is_named():
    history = after(*CONTRACTED)
    for record, by, resting in (
        (1, "representative", (2, 3, 4)),
        (2, "education", (3, 4)),
        (3, "education", (4,)),
    ):
        event = RecordAnnulled(on="2024-03-05", by=by, record=record, reason="ошибка оператора")
        verdict = certificate.judge(history, event, KEMEROVO)
        assert (verdict.outcome, failing(verdict)) == (VOID, {"lifecycle.left_standing"})
        (said,) = verdict.reasons(VOID)
        assert said.facts["resting"] == resting


# ─── Who decides ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("by", "on", "taken"),
    [
        ("education", "2024-01-12", True),
        ("education", "2024-01-13", False),
        ("education", "2030-01-12", False),
        ("representative", "2024-01-12", False),
        ("исполнитель", "2024-01-12", False),
    ],
)
def test_who_decides_decides_by_the_day_of_the_step_and_is_no_party_to_the_case(by, on, taken):
    decision = Decision(by=by, on=on, reason="выписка придёт позже")
    before, event = after(*REGISTERED), formed(order=None)
    if taken:
        assert certificate.advance(before, event, KEMEROVO, decision=decision).state == "formed"
        return
    with pytest.raises(Refused) as caught:
        certificate.advance(before, event, KEMEROVO, decision=decision)
    assert failing(caught.value.verdict) == {"standing.ordered", "lifecycle.decided"}


@AROUND_THE_FIRST_DAY
def test_nobody_applies_under_a_decree_before_it_holds(name, on, outcome):
    verdict = certificate.judge(certificate.begin("17"), applied(on=on), PROFILES[name])
    assert verdict.outcome is outcome
    assert ("force.decree" in failing(verdict)) is (outcome is VOID)
    assert failing(verdict) <= {"force.decree", "ways.chosen"}  # the district chose the way from 2023 on


def test_an_application_names_what_it_asks_for_once():
    facts = {**applied().model_dump(mode="json"), "asks": ["certificate", "enrolment", "certificate"]}
    with pytest.raises(ValidationError, match="named more than once: certificate"):
        AppliedFor.model_validate(facts)
