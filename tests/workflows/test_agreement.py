"""The agreement step by step: every transition taken, and refused for each of its conditions."""

import json
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

import pytest
from cases_at_hand import (
    DISTRICT,
    FULL_TIME,
    FULL_TIME_BY_DIGIT,
    IN_NAVIGATOR,
    KEMEROVO,
    ON_PAPER_FOR_A_REASON,
    changed,
    failing,
    named,
    right,
    taking,
)
from filled import acts, edited, filled
from pydantic import ValidationError

from law189.cases.history import Decision, RecordAnnulled
from law189.cases.lifecycle import Assumed
from law189.errors import Refused
from law189.profile.federal import shipped_data
from law189.profile.loader import load_profile
from law189.verdict import Outcome
from law189.workflows.agreement import (
    Amended,
    Completed,
    Concluded,
    Drafted,
    Lapsed,
    SignedByProvider,
    Terminated,
    extract,
    sums_of,
    total,
)
from law189.workflows.agreement import lifecycle as agreement
from law189.workflows.order import lifecycle as orders

PROFILES = pytest.mark.parametrize("profile", [DISTRICT, KEMEROVO], ids=["district", "kemerovo"])
OTHER = "804200О.99.0.ББ52АЖ72000"
INN = "4205000009"
DECIDED = Decision(by="head", on="2023-10-02", reason="акт готовится")


def entry(as_of="2023-10-02", **facts):
    return {
        "as_of": as_of,
        "provider": INN,
        "record": "12",
        "services": [FULL_TIME],
        "included_on": "2023-09-25",
        **facts,
    }


def order(year=2024, **facts):
    """The order of the year in which the longest of these agreements ends."""
    return {
        "as_of": "2023-10-02",
        "number": "1",
        "year": year,
        "status": 1,
        "services": [FULL_TIME_BY_DIGIT],
        "approved_on": "2023-09-26",
        "published_on": "2023-09-29",
        **facts,
    }


drafted = right(
    Drafted,
    on="2023-10-02",
    by="education",
    document=IN_NAVIGATOR,
    number="7",
    mode="provision",
    sums=[{"year": 2023, "roubles": "120000.50"}],
    provider=entry(),
    order=order(),
    services=[FULL_TIME],
    ends_on="2023-12-31",
)


signed = right(SignedByProvider, on="2023-10-03", by="provider", signature="qualified")


concluded = right(
    Concluded, on="2023-10-05", by="education", signature="qualified", provider=entry("2023-10-05")
)


amended = right(
    Amended,
    on="2023-11-01",
    by="education",
    document=IN_NAVIGATOR,
    number="7/1",
    sums=[{"year": 2023, "roubles": "130000.50"}, {"year": 2024, "roubles": "0.01"}],
    ends_on="2024-05-31",
    reason="спрос вырос",
    provider_signature="qualified",
    signature="qualified",
    provider=entry("2023-11-01"),
)


terminated = right(
    Terminated, on="2023-11-15", by="provider", ground="пункт 7.2 соглашения", because="лицензия отозвана"
)


def completed(on="2023-12-31", by="education"):
    return Completed(on=on, by=by)


after = taking(agreement, "7", DISTRICT)
DRAFTED = (drafted(),)
SIGNED = (*DRAFTED, signed())
CONCLUDED = (*SIGNED, concluded())
ON_PAPER = (drafted(document=ON_PAPER_FOR_A_REASON), signed(signature="handwritten"))


# ─── Every transition taken ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.provision(
    "novokuznetsk-277/p6.1.4",
    "novokuznetsk-277/p6.3",
    "novokuznetsk-277/p8.2",
    "novokuznetsk-277/app2.1.2",
    "novokuznetsk-277/app2.5.2",
)
@pytest.mark.parametrize(
    ("before", "event", "state"),
    [
        ((), drafted(), "drafted"),
        ((), drafted(mode="reimbursement"), "drafted"),
        ((), drafted(document=ON_PAPER_FOR_A_REASON), "drafted"),
        ((), drafted(ends_on="2023-10-02"), "drafted"),
        ((), drafted(provider=entry(excluded_on="2023-10-03")), "drafted"),
        ((), drafted(services=[FULL_TIME_BY_DIGIT]), "drafted"),
        (
            (),
            drafted(
                sums=[{"year": 2023, "roubles": "0.01"}, {"year": 2025, "roubles": 5}],
                ends_on="2025-01-01",
                order=order(year=2025),
            ),
            "drafted",
        ),
        (DRAFTED, signed(), "signed_by_provider"),
        ((drafted(document=ON_PAPER_FOR_A_REASON),), signed(signature="handwritten"), "signed_by_provider"),
        (SIGNED, concluded(), "concluded"),
        (SIGNED, concluded(on="2023-10-16", provider=entry("2023-10-16")), "concluded"),
        (ON_PAPER, concluded(signature="handwritten"), "concluded"),
        (CONCLUDED, amended(), "concluded"),
        (
            (*CONCLUDED, amended()),
            amended(number="7/2", on="2023-11-02", provider=entry("2023-11-02")),
            "concluded",
        ),
        (CONCLUDED, terminated(), "terminated"),
        (CONCLUDED, terminated(by="education"), "terminated"),
        (CONCLUDED, completed(), "completed"),
        (CONCLUDED, completed(on="2024-02-01"), "completed"),
        ((*CONCLUDED, amended()), completed(on="2024-05-31"), "completed"),
    ],
)
def test_a_lawful_step_is_taken_and_holds(before, event, state):
    history = agreement.advance(after(*before), event, DISTRICT)
    assert history.state == state
    assert history.records[-1].verdict.outcome is Outcome.HOLDS


@pytest.mark.provision(
    "kemerovo-2993/app4.1.2", "kemerovo-2993/app4.2.4", "kemerovo-2993/app4.2.5", "kemerovo-2993/app4.5.2"
)
@pytest.mark.parametrize(
    ("document", "signature"),
    [
        (IN_NAVIGATOR, "qualified"),
        ({"form": "electronic"}, "qualified"),
        ({"form": "paper"}, "handwritten"),
        (None, "qualified"),
        (None, "handwritten"),
    ],
)
def test_kemerovo_asks_nothing_of_the_form_and_the_signatures_fit_it(document, signature):
    history = after(
        drafted(document=document),
        signed(signature=signature),
        concluded(signature=signature),
        amended(document=document, provider_signature=signature, signature=signature),
        completed(on="2024-05-31"),
        profile=KEMEROVO,
    )
    assert history.state == "completed"
    assert {record.verdict.outcome for record in history.records} == {Outcome.HOLDS}


@pytest.mark.provision("kemerovo-2993/app4.1.2")
@pytest.mark.parametrize(("first", "second"), [("qualified", "handwritten"), ("handwritten", "qualified")])
def test_where_nothing_tells_the_form_the_first_signature_does_and_the_second_must_fit(first, second):
    before = after(drafted(document=None), signed(signature=first), profile=KEMEROVO)
    verdict = agreement.judge(before, concluded(signature=second), KEMEROVO)
    assert (verdict.outcome, failing(verdict)) == (Outcome.VOID, {"roles.signature"})


@pytest.mark.provision("kemerovo-2993/app4.1.2")
@pytest.mark.parametrize("step", [signed, concluded, amended])
@pytest.mark.parametrize("signature", ["electronic", "qualified", "handwritten", None])
def test_which_electronic_signature_is_enough_is_asked_where_no_provision_names_it(step, signature):
    """Nothing is void for want of a kind that no provision asks for: without a provision a person decides."""
    facts = {"provider_signature": signature} if step is amended else {}
    before = {signed: DRAFTED, concluded: SIGNED, amended: (*SIGNED, concluded())}[step]
    for profile, cited in ((KEMEROVO, False), (DISTRICT, True)):
        verdict = agreement.judge(
            after(*before, profile=profile), step(signature=signature, **facts), profile
        )
        told = {part.rule: part for part in verdict.walk() if part.rule.startswith("roles.signature")}
        wanted = {"electronic": ("void" if cited else "unknown"), "qualified": "holds", "handwritten": "void"}
        assert {one.outcome.value for one in told.values()} == {wanted.get(signature, "unknown")}
        assert all(bool(one.cites) is cited for one in told.values())
        kind = "roles.signature_kind" if signature == "electronic" and not cited else "roles.signature"
        assert set(told) == {kind}


# ─── Late is a breach, and the agreement stands ──────────────────────────────────────────────────────────


@pytest.mark.provision("novokuznetsk-277/app2.5.2")
def test_concluding_after_the_term_of_the_act_is_a_breach():
    late = concluded(on="2023-10-18", provider=entry("2023-10-18"))
    verdict = after(*SIGNED, late).records[-1].verdict
    (reason,) = verdict.reasons(Outcome.BREACH)
    assert (reason.rule, reason.facts["last_day"]) == ("deadlines.within", date(2023, 10, 17))
    assert reason.cites[0].id == "189-fz/art22.part2"


@pytest.mark.provision("kemerovo-2993/app4.5.2")
def test_in_kemerovo_the_term_for_2023_ended_before_the_decree_and_makes_no_agreement_late():
    history = after(drafted(order=order(year=2023)), signed(), concluded(), profile=KEMEROVO)
    verdict = history.records[-1].verdict
    (told,) = [part for part in verdict.parts if part.rule == "orders.term_before_act"]
    assert (history.state, verdict.outcome, told.outcome) == ("concluded", Outcome.HOLDS, Outcome.HOLDS)
    assert [cite.id for cite in told.cites] == ["kemerovo-2993/app4.5.2"]
    assert (told.facts["last_day"], told.facts["issued"]) == (date(2023, 8, 31), date(2023, 9, 22))


@pytest.mark.provision("novokuznetsk-277/app2.5.2")
def test_the_districts_term_is_the_year_2023_and_binds_the_order_of_that_year_only():
    # that an order of 2023 pays into 2024 is for an office to decide
    step = {
        "ends_on": "2024-12-31",
        "on": "2023-12-28",
        "provider": entry("2023-12-28"),
        "sums": [{"year": 2024, "roubles": "120000.50"}],
    }
    for year, day, outcome in (
        (2023, "2023-12-31", Outcome.HOLDS),
        (2023, "2024-01-09", Outcome.BREACH),
        (2024, "2024-01-09", Outcome.HOLDS),
    ):
        draft = drafted(**step, order=order(year=year, as_of="2023-12-28"))
        before = after(draft, signed(on="2023-12-29"), decision=DECIDED)
        end = concluded(on=day, provider=entry(day))
        verdict = agreement.judge(before, end, DISTRICT)
        assert verdict.outcome is outcome
        cited = [
            (part.outcome, part.reading and part.reading.code)
            for part in verdict.parts
            if "novokuznetsk-277/app2.5.2" in [cite.id for cite in part.cites] and part.rule != "roles.acting"
        ]
        # by reading D2 the term that ends on a Sunday would end on 9 January
        expected = {Outcome.BREACH: [(Outcome.BREACH, "D2")], Outcome.HOLDS: [(Outcome.HOLDS, None)]}
        assert cited == (expected[outcome] if year == 2023 else [])


def test_without_an_order_or_a_plan_item_no_term_of_the_plan_is_asked():
    before = after(drafted(order=None), signed(), profile=KEMEROVO, decision=DECIDED)
    assert agreement.judge(before, concluded(), KEMEROVO).outcome is Outcome.HOLDS
    plan = [
        {
            name: value
            for name, value in item.items()
            if name != "order_year" and (name, value) != ("milestone", "agreements")
        }
        for item in shipped_data()["municipalities"]["kemerovo"]["plan"]
    ]
    silent = changed("kemerovo", plan=plan)
    assert agreement.judge(after(*SIGNED, profile=silent), concluded(), silent).outcome is Outcome.HOLDS


# ─── Every transition refused, for each of its conditions ────────────────────────────────────────────────


@pytest.mark.provision(
    "novokuznetsk-277/p6.1.4", "novokuznetsk-277/p8.2", "novokuznetsk-277/p6.3", "novokuznetsk-277/app2.1.2"
)
@pytest.mark.parametrize(
    ("before", "event", "outcome", "rules"),
    [
        # the draft
        ((), drafted(by="finance"), Outcome.VOID, {"roles.acting"}),
        ((), drafted(by="provider"), Outcome.VOID, {"roles.acting"}),
        ((), drafted(document=None), Outcome.UNKNOWN, {"forms.form"}),
        ((), drafted(document={"form": "paper"}), Outcome.VOID, {"forms.paper"}),
        ((), drafted(document={"form": "electronic"}), Outcome.UNKNOWN, {"forms.system"}),
        ((), drafted(provider=None), Outcome.UNKNOWN, {"standing.included"}),
        ((), drafted(provider=entry("2023-10-03")), Outcome.UNKNOWN, {"standing.at_hand"}),
        ((), drafted(order=order(as_of="2023-10-03")), Outcome.UNKNOWN, {"standing.at_hand"}),
        ((), drafted(provider=entry("2023-10-01")), Outcome.UNKNOWN, {"standing.included"}),
        ((), drafted(provider=entry(excluded_on="2023-10-02")), Outcome.VOID, {"standing.included"}),
        ((), drafted(provider=entry(included_on="2023-10-03")), Outcome.VOID, {"standing.included"}),
        ((), drafted(order=None), Outcome.UNKNOWN, {"standing.ordered"}),
        ((), drafted(order=order(published_on=None)), Outcome.VOID, {"standing.ordered"}),
        ((), drafted(order=order(published_on="2023-10-03")), Outcome.VOID, {"standing.ordered"}),
        (
            (),
            drafted(order=order(year=2022)),
            Outcome.UNKNOWN,
            {"standing.order_year", "funding.term_of_order"},
        ),
        ((), drafted(provider=entry(services=[OTHER])), Outcome.VOID, {"services.among"}),
        ((), drafted(order=order(services=[OTHER])), Outcome.VOID, {"services.among"}),
        ((), drafted(order=order(services=[])), Outcome.VOID, {"services.among"}),
        ((), drafted(services=[FULL_TIME, OTHER]), Outcome.VOID, {"services.among", "eligibility.listed"}),
        ((), drafted(ends_on="2023-10-01"), Outcome.VOID, {"funding.runs"}),
        ((), drafted(sums=[{"year": 2023, "roubles": 0}]), Outcome.VOID, {"funding.positive"}),
        ((), drafted(sums=[{"year": 2023, "roubles": 1}] * 2), Outcome.VOID, {"funding.once"}),
        ((), drafted(sums=[{"year": 2022, "roubles": 1}]), Outcome.VOID, {"funding.years"}),
        ((), drafted(sums=[{"year": 2024, "roubles": 1}]), Outcome.VOID, {"funding.years"}),
        # the provider's signature
        (DRAFTED, signed(by="education"), Outcome.VOID, {"roles.acting"}),
        (DRAFTED, signed(signature=None), Outcome.UNKNOWN, {"roles.signature"}),
        (DRAFTED, signed(signature="electronic"), Outcome.VOID, {"roles.signature"}),
        (DRAFTED, signed(signature="handwritten"), Outcome.VOID, {"roles.signature"}),
        ((drafted(document=ON_PAPER_FOR_A_REASON),), signed(), Outcome.VOID, {"roles.signature"}),
        (DRAFTED, signed(on="2023-10-01"), Outcome.VOID, {"lifecycle.order"}),
        # the conclusion
        (SIGNED, concluded(by="provider"), Outcome.VOID, {"roles.acting"}),
        (SIGNED, concluded(signature=None), Outcome.UNKNOWN, {"roles.signature"}),
        (SIGNED, concluded(signature="handwritten"), Outcome.VOID, {"roles.signature"}),
        (ON_PAPER, concluded(), Outcome.VOID, {"roles.signature"}),
        (SIGNED, concluded(provider=None), Outcome.UNKNOWN, {"standing.included"}),
        (SIGNED, concluded(provider=entry("2023-11-16")), Outcome.UNKNOWN, {"standing.at_hand"}),
        (SIGNED, concluded(provider=entry()), Outcome.UNKNOWN, {"standing.included"}),
        (
            SIGNED,
            concluded(provider=entry("2023-10-05", excluded_on="2023-10-05")),
            Outcome.VOID,
            {"standing.included"},
        ),
        (
            SIGNED,
            concluded(provider=entry("2023-10-05", provider="4205000016")),
            Outcome.VOID,
            {"funding.provider"},
        ),
        (
            (drafted(ends_on="2023-10-04"), signed()),
            concluded(),
            Outcome.VOID,
            {"funding.runs"},
        ),
        # the amendment
        (CONCLUDED, amended(by="provider"), Outcome.VOID, {"roles.acting"}),
        (
            CONCLUDED,
            amended(
                document=ON_PAPER_FOR_A_REASON,
                provider_signature="handwritten",
                signature="handwritten",
                on="2024-01-09",
            ),
            Outcome.VOID,
            {"forms.form", "funding.runs", "standing.included"},
        ),
        (CONCLUDED, amended(document={"form": "paper"}), Outcome.VOID, {"forms.paper", "roles.signature"}),
        (CONCLUDED, amended(document=None), Outcome.UNKNOWN, {"forms.form"}),
        (CONCLUDED, amended(provider_signature=None), Outcome.UNKNOWN, {"roles.signature"}),
        (CONCLUDED, amended(provider_signature="electronic"), Outcome.VOID, {"roles.signature"}),
        (CONCLUDED, amended(signature=None), Outcome.UNKNOWN, {"roles.signature"}),
        (CONCLUDED, amended(signature="handwritten"), Outcome.VOID, {"roles.signature"}),
        (CONCLUDED, amended(provider=None), Outcome.UNKNOWN, {"standing.included"}),
        (
            CONCLUDED,
            amended(provider=entry("2023-11-01", excluded_on="2023-10-20")),
            Outcome.VOID,
            {"standing.included"},
        ),
        (
            CONCLUDED,
            amended(provider=entry("2023-11-01", provider="4205000016")),
            Outcome.VOID,
            {"funding.provider"},
        ),
        (CONCLUDED, amended(ends_on="2023-10-31"), Outcome.VOID, {"funding.runs", "funding.years"}),
        (CONCLUDED, amended(ends_on="2023-12-31"), Outcome.VOID, {"funding.years"}),
        (CONCLUDED, amended(sums=[{"year": 2022, "roubles": 1}]), Outcome.VOID, {"funding.years"}),
        (CONCLUDED, amended(sums=[{"year": 2023, "roubles": 0}]), Outcome.VOID, {"funding.positive"}),
        (CONCLUDED, amended(sums=[{"year": 2023, "roubles": 1}] * 2), Outcome.VOID, {"funding.once"}),
        (
            CONCLUDED,
            amended(on="2024-01-09", provider=entry("2024-01-09")),
            Outcome.VOID,
            {"funding.runs"},
        ),
        # the end
        (CONCLUDED, terminated(by="consumer"), Outcome.VOID, {"roles.acting"}),
        (CONCLUDED, completed(by="provider"), Outcome.VOID, {"roles.acting"}),
        (CONCLUDED, completed(on="2023-12-30"), Outcome.VOID, {"funding.run_out"}),
        ((*CONCLUDED, amended()), completed(), Outcome.VOID, {"funding.run_out"}),
    ],
)
def test_a_step_is_refused_for_each_of_its_conditions_and_nothing_moves(before, event, outcome, rules):
    history = after(*before)
    with pytest.raises(Refused) as caught:
        agreement.advance(history, event, DISTRICT)
    verdict = caught.value.verdict
    assert (verdict.outcome, failing(verdict)) == (outcome, rules)
    assert history == after(*before)


@PROFILES
@pytest.mark.parametrize(
    ("facts", "outcome", "rules"),
    [
        ({"by": "provider"}, Outcome.VOID, {"roles.acting"}),
        ({"provider": None}, Outcome.UNKNOWN, {"standing.included"}),
        ({"order": None}, Outcome.UNKNOWN, {"standing.ordered"}),
        ({"services": [OTHER]}, Outcome.VOID, {"services.among", "eligibility.listed"}),
        ({"ends_on": "2023-10-01"}, Outcome.VOID, {"funding.runs"}),
    ],
)
def test_both_decrees_refuse_a_draft_alike(profile, facts, outcome, rules):
    verdict = agreement.judge(agreement.begin("7"), drafted(**facts), profile)
    assert (verdict.outcome, failing(verdict)) == (outcome, rules)


@pytest.mark.provision("novokuznetsk-277/p8.2")
@pytest.mark.parametrize("document", [{"form": "paper"}, ON_PAPER_FOR_A_REASON])
def test_in_the_district_there_is_no_paper_after_2023_whatever_is_recorded(document):
    facts = {"on": "2024-01-09", "ends_on": "2024-12-31", "provider": entry("2024-01-09")}
    facts |= {"sums": [{"year": 2024, "roubles": 1}], "order": order(year=2024, as_of="2024-01-09")}
    verdict = agreement.judge(agreement.begin("7"), drafted(**facts, document=document), DISTRICT)
    assert (verdict.outcome, failing(verdict)) == (Outcome.VOID, {"forms.form"})


@pytest.mark.provision("novokuznetsk-277/p6.3")
def test_a_draft_from_another_system_is_a_breach_and_stands():
    history = after(drafted(document={"form": "electronic", "system": "eais"}))
    assert history.state == "drafted"
    assert failing(history.records[-1].verdict) == {"forms.system"}


# ─── The way, the order and the provisions that ask for them ─────────────────────────────────────────────


@pytest.mark.provision("novokuznetsk-277/p3")
@pytest.mark.parametrize(
    ("on", "district"), [("2024-12-28", Outcome.HOLDS), ("2025-01-09", Outcome.VOID)], ids=["2024", "2025"]
)
def test_the_district_drafts_agreements_in_2023_and_2024_alone(on, district):
    event = drafted(
        on=on,
        ends_on="2025-12-31",
        provider=entry(on),
        order=order(year=2025, as_of=on),
        sums=[{"year": 2025, "roubles": 1}],
    )
    for profile, outcome in ((DISTRICT, district), (KEMEROVO, Outcome.HOLDS)):
        verdict = agreement.judge(agreement.begin("7"), event, profile)
        assert (verdict.outcome, failing(verdict)) == (
            outcome,
            {"ways.chosen"} if outcome is Outcome.VOID else set(),
        )
    (option,) = agreement.options(agreement.begin("7"), DISTRICT, date.fromisoformat(on))[:1]
    assert (option.kind, "ways.chosen" in failing(option.verdict)) == ("drafted", district is Outcome.VOID)


@pytest.mark.provision("kemerovo-2993/app4.5.2", "novokuznetsk-277/app2.5.2")
@pytest.mark.parametrize(
    ("profile", "cites"),
    [
        (KEMEROVO, ["kemerovo-2993/app4.5.2"]),
        (DISTRICT, ["novokuznetsk-277/app2.5.2"]),
        (edited(KEMEROVO, {"plan": ()}), []),
    ],
    ids=["kemerovo", "district", "no plan"],
)
def test_the_order_of_an_agreement_is_cited_to_the_item_on_agreements(profile, cites):
    verdict = agreement.judge(agreement.begin("7"), drafted(), profile)
    for rule in ("standing.ordered", "standing.order_year"):
        (part,) = [part for part in verdict.parts if part.rule == rule]
        assert (part.outcome, [cite.id for cite in part.cites]) == (Outcome.HOLDS, cites)


@PROFILES
def test_of_the_money_only_the_way_of_paying_is_cited_to_the_law(profile):
    for before, event in (((), drafted()), (CONCLUDED, amended())):
        parts = agreement.judge(after(*before, profile=profile), event, profile).parts
        cited = {part.rule for part in parts if "189-fz/art22.part2" in [cite.id for cite in part.cites]}
        rules = {part.rule for part in parts}
        assert {"funding.once", "funding.positive", "funding.years"} <= rules - cited
        assert ("funding.mode" in cited) is (event.kind == "drafted")


# ─── Acts that the plan promises ─────────────────────────────────────────────────────────────────────────


@cache
def without(name, act):
    return filled(name, **{act: None})


@pytest.mark.provision(
    "kemerovo-2993/app4.2.4",
    "kemerovo-2993/app4.2.5",
    "novokuznetsk-277/app2.2.5",
    "novokuznetsk-277/app2.2.6",
    "novokuznetsk-277/app2.2.8",
)
@pytest.mark.parametrize(
    ("name", "act", "before", "event", "rules", "cites"),
    [
        (
            "kemerovo",
            "subsidy",
            (),
            drafted(),
            {"adoption.act", "adoption.value"},
            {"189-fz/art22.part2", "kemerovo-2993/app4.2.4"},
        ),
        (
            "kemerovo",
            "standard_agreement",
            (),
            drafted(),
            {"adoption.act"},
            {"kemerovo-2993/app4.2.2", "kemerovo-2993/app4.2.5"},
        ),
        ("kemerovo", "electronic_agreement", DRAFTED, signed(), set(), set()),
        (
            "kemerovo",
            "subsidy",
            SIGNED,
            concluded(),
            {"adoption.act", "adoption.value"},
            {"189-fz/art22.part2", "kemerovo-2993/app4.2.4"},
        ),
        (
            "novokuznetsk_district",
            "subsidy",
            (),
            drafted(),
            {"adoption.act", "adoption.value"},
            {"189-fz/art22.part2", "novokuznetsk-277/app2.2.6"},
        ),
        (
            "novokuznetsk_district",
            "standard_agreement",
            (),
            drafted(),
            {"adoption.act"},
            {"novokuznetsk-277/app2.2.8"},
        ),
        (
            "novokuznetsk_district",
            "electronic_agreement",
            DRAFTED,
            signed(),
            {"adoption.act"},
            {"novokuznetsk-277/app2.2.5"},
        ),
        (
            "novokuznetsk_district",
            "electronic_agreement",
            (drafted(document=ON_PAPER_FOR_A_REASON),),
            signed(signature="handwritten"),
            set(),
            set(),
        ),
        (
            "novokuznetsk_district",
            "electronic_agreement",
            CONCLUDED,
            amended(),
            {"adoption.act"},
            {"novokuznetsk-277/app2.2.5"},
        ),
        (
            "novokuznetsk_district",
            "electronic_agreement",
            CONCLUDED,
            amended(
                document=ON_PAPER_FOR_A_REASON, provider_signature="handwritten", signature="handwritten"
            ),
            set(),
            set(),
        ),
        (
            "novokuznetsk_district",
            "subsidy",
            SIGNED,
            concluded(),
            {"adoption.act", "adoption.value"},
            {"189-fz/art22.part2", "novokuznetsk-277/app2.2.6"},
        ),
    ],
)
def test_a_step_without_an_act_that_is_asked_for_is_unknown_and_the_plan_item_is_cited(
    name, act, before, event, rules, cites
):
    lacking = without(name, act)
    verdict = agreement.judge(after(*before, profile=filled(name)), event, lacking)
    assert verdict.outcome is (Outcome.UNKNOWN if rules else Outcome.HOLDS)
    reasons = verdict.reasons(Outcome.UNKNOWN)
    assert {reason.rule for reason in reasons} == rules
    assert {cite.id for reason in reasons for cite in reason.cites} == cites


@pytest.mark.provision("novokuznetsk-277/app2.2.5")
def test_the_districts_qualified_signature_is_cited_to_the_act_that_its_plan_promises():
    for before, event, cites in (
        (DRAFTED, signed(), ["novokuznetsk-277/app2.2.5"]),
        (SIGNED, concluded(), ["novokuznetsk-277/app2.2.5"]),
        (
            ON_PAPER,
            concluded(signature="handwritten"),
            ["novokuznetsk-277/p6.1.4", "novokuznetsk-277/p8.2"],
        ),
    ):
        parts = agreement.judge(after(*before), event, DISTRICT).parts
        (part,) = [part for part in parts if part.rule == "roles.signature"]
        assert [cite.id for cite in part.cites] == cites


@PROFILES
def test_the_shipped_decrees_have_adopted_nothing_and_a_named_office_may_decide(profile):
    shipped = load_profile(profile.name)
    with pytest.raises(Refused) as caught:
        after(drafted(), profile=shipped)
    assert failing(caught.value.verdict) == {"adoption.act", "adoption.value"}
    history = after(drafted(), signed(), concluded(), profile=shipped, decision=DECIDED)
    assert history.state == "concluded"


@pytest.mark.provision("kemerovo-2993/app4.2.4", "novokuznetsk-277/app2.2.6")
@PROFILES
@pytest.mark.parametrize("only", ["provision", "reimbursement"])
def test_a_way_of_paying_that_the_act_does_not_have_is_void(profile, only):
    adopted = list(acts())
    for act in adopted:
        for fill in act["fills"]:
            if fill["slot"] == "agreement.modes":
                fill["entries"] = [one for one in fill["entries"] if one["id"] == only]
    one_way = changed(profile.name, adopted=adopted)
    for mode in ("provision", "reimbursement"):
        verdict = agreement.judge(agreement.begin("7"), drafted(mode=mode), one_way)
        assert failing(verdict) == (set() if mode == only else {"funding.mode"})
        assert verdict.outcome is (Outcome.HOLDS if mode == only else Outcome.VOID)
        (part,) = [part for part in verdict.parts if part.rule == "funding.mode"]
        assert part.cites[0].id == "189-fz/art22.part2"
        assert part.cites[1].act.startswith("invented-")


def test_by_the_letter_the_districts_digit_and_kemerovos_letter_are_two_services():
    by_letter = changed("novokuznetsk_district", readings={"S1": "by_letter"})
    verdict = agreement.judge(agreement.begin("7"), drafted(), by_letter)
    assert (verdict.outcome, failing(verdict)) == (Outcome.VOID, {"services.among", "eligibility.listed"})
    assert agreement.judge(agreement.begin("7"), drafted(), DISTRICT).outcome is Outcome.HOLDS


# ─── Where an extract was missing and an office decided ──────────────────────────────────────────────────


def test_a_draft_without_a_provider_is_decided_and_the_conclusion_names_it():
    before = after(drafted(provider=None), signed(), decision=DECIDED)
    verdict = agreement.judge(before, concluded(), DISTRICT)
    assert (verdict.outcome, failing(verdict)) == (Outcome.UNKNOWN, {"funding.provider"})
    history = agreement.advance(before, concluded(), DISTRICT, decision=DECIDED)
    assert extract(history, date(2023, 10, 5)).provider == INN
    again = amended(provider=entry("2023-11-01", provider="4205000016"))
    assert failing(agreement.judge(history, again, DISTRICT)) == {"funding.provider"}


def test_an_agreement_whose_provider_nobody_showed_has_no_extract():
    history = after(drafted(provider=None), signed(), concluded(provider=None), decision=DECIDED)
    with pytest.raises(LookupError, match="agreement 7: no register extract names its provider"):
        extract(history, date(2023, 10, 5))


@pytest.mark.provision("novokuznetsk-277/p6.1.4")
def test_in_the_district_a_draft_whose_form_is_not_recorded_is_taken_as_electronic():
    before = after(drafted(document=None), decision=DECIDED)
    assert agreement.judge(before, signed(), DISTRICT).outcome is Outcome.HOLDS
    assert failing(agreement.judge(before, signed(signature="handwritten"), DISTRICT)) == {"roles.signature"}


# ─── What the engine tells of it ─────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("before", "ends_on"), [(CONCLUDED, "2023-12-31"), ((*CONCLUDED, amended()), "2024-05-31")]
)
@pytest.mark.parametrize("by", ["education", "provider"])
def test_an_agreement_is_ended_early_up_to_its_last_day_and_a_later_termination_is_a_breach(
    before, ends_on, by
):
    last = date.fromisoformat(ends_on)
    history = after(*before)
    for on, outcome, rules in (
        (last, Outcome.HOLDS, set()),
        (last + timedelta(1), Outcome.BREACH, {"funding.still_runs"}),
    ):
        told = {option.kind: option.verdict for option in agreement.options(history, KEMEROVO, on)}
        assert (told["terminated"].outcome, failing(told["terminated"])) == (outcome, rules)
        done = agreement.advance(history, terminated(on=on, by=by), KEMEROVO)
        verdict = done.records[-1].verdict
        assert (done.state, verdict.outcome, failing(verdict)) == ("terminated", outcome, rules)


PAYING = {"act_drawn", "claimed", "advance_paid", "claim_paid"}
DEBT = {"act_drawn", "claimed", "claim_paid"}
LEFT = {"remainder_kept", "remainder_returned"}
ALL = (drafted(), signed(), concluded(), amended(), terminated(), completed())


@pytest.mark.parametrize(
    ("before", "possible"),
    [
        ((), {"drafted"}),
        (DRAFTED, {"signed_by_provider", "lapsed"}),
        (SIGNED, {"concluded"}),
        (CONCLUDED, {"amended", "terminated", "completed"} | PAYING | LEFT),
        ((*CONCLUDED, terminated()), LEFT | DEBT),
        ((*CONCLUDED, completed()), LEFT | DEBT),
        ((*DRAFTED, Lapsed(on="2023-10-12", by="education", because="молчание")), set()),
    ],
    ids=["expected", "drafted", "signed by the provider", "concluded", "terminated", "completed", "lapsed"],
)
def test_in_each_state_every_other_step_is_refused_by_the_state_alone(before, possible):
    history = after(*before)
    for event in ALL:
        by_state = agreement.judge(history, event, DISTRICT).rule == "lifecycle.state"
        assert by_state is (event.kind not in possible)
    *steps, annulment = agreement.options(history, DISTRICT, date(2024, 6, 1))
    for option in steps:
        assert (option.kind in possible) is ("lifecycle.state" not in failing(option.verdict))
    assert annulment.kind == "record_annulled"
    assert failing(annulment.verdict) == (set() if before else {"lifecycle.annulled"})


def test_options_tell_beforehand_what_acts_terms_and_values_are_against_a_step():
    shipped = load_profile("novokuznetsk_district")
    options = {one.kind: one for one in agreement.options(agreement.begin("7"), shipped, date(2023, 10, 2))}
    assert failing(options["drafted"].verdict) == {"adoption.act", "adoption.value"}
    assert options["drafted"].by == ("education",)
    lacking = without("novokuznetsk_district", "electronic_agreement")
    options = {one.kind: one for one in agreement.options(after(*DRAFTED), lacking, date(2023, 10, 3))}
    assert failing(options["signed_by_provider"].verdict) == {"adoption.act"}
    options = {one.kind: one for one in agreement.options(after(*CONCLUDED), DISTRICT, date(2023, 12, 1))}
    assert failing(options["completed"].verdict) == {"funding.run_out"}
    assert options["terminated"].verdict.outcome is Outcome.HOLDS
    assert options["terminated"].by == ("education", "provider")


def test_the_duty_to_conclude_has_the_last_day_that_the_act_sets():
    (duty,) = agreement.due(after(*SIGNED), DISTRICT, date(2023, 10, 18))
    assert (duty.kind, duty.last_day, duty.overdue) == ("concluded", date(2023, 10, 17), True)
    assert [cite.id for cite in duty.cites] == ["189-fz/art22.part2", "invented-3/p3"]


def test_nobody_is_late_to_conclude_before_the_provider_has_signed():
    """The body can conclude from the provider's signature on, so its term runs from there."""
    waited = (*DRAFTED, signed(on="2023-10-13"))
    assert agreement.due(after(*waited), DISTRICT, date(2023, 10, 13))[0].last_day == date(2023, 10, 27)
    late = concluded(on="2023-10-27", provider=entry("2023-10-27"))
    assert "deadlines.within" not in failing(agreement.judge(after(*waited), late, DISTRICT))


def test_every_step_cites_a_provision_or_says_that_it_is_assumed():
    for clause in agreement.clauses:
        for profile in (DISTRICT, KEMEROVO):
            assert bool(clause.cites(profile.latest)) is not isinstance(clause.basis, Assumed)
    assumed = {clause.kind for clause in agreement.clauses if isinstance(clause.basis, Assumed)}
    assert assumed == {
        *("signed_by_provider", "lapsed", "act_drawn", "claimed", "amended", "terminated", "completed"),
        "remainder_returned",
    }


@PROFILES
def test_a_history_goes_to_json_and_back(profile):
    annulled = RecordAnnulled(on="2023-11-02", by="education", record=4, reason="описка")
    for end in (terminated(), completed(on="2023-12-31"), annulled):
        middle = () if end.kind == "completed" else (amended(),)
        history = after(*CONCLUDED, *middle, end, profile=profile)
        dumped = json.loads(json.dumps(agreement.dump(history)))
        assert agreement.load(dumped) == history


# ─── What the agreement shows ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("events", "as_of", "ends_on", "ended_on"),
    [
        (CONCLUDED, "2023-10-05", "2023-12-31", None),
        ((*CONCLUDED, amended()), "2023-11-01", "2024-05-31", None),
        ((*CONCLUDED, amended()), "2023-10-31", "2023-12-31", None),
        ((*CONCLUDED, terminated()), "2023-11-15", "2023-12-31", "2023-11-15"),
        ((*CONCLUDED, terminated()), "2023-11-14", "2023-12-31", None),
        ((*CONCLUDED, completed()), "2024-06-01", "2023-12-31", "2023-12-31"),
        (
            (
                *CONCLUDED,
                amended(),
                RecordAnnulled(on="2023-11-02", by="education", record=4, reason="описка"),
            ),
            "2023-11-02",
            "2023-12-31",
            None,
        ),
    ],
)
def test_an_extract_shows_the_agreement_as_it_was_on_the_day(events, as_of, ends_on, ended_on):
    shown = extract(after(*events), date.fromisoformat(as_of))
    assert shown.model_dump(mode="json") == {
        "as_of": as_of,
        "number": "7",
        "provider": INN,
        "services": [FULL_TIME],
        "mode": "provision",
        "concluded_on": "2023-10-05",
        "ends_on": ends_on,
        "ended_on": ended_on,
    }


@pytest.mark.parametrize(
    ("events", "as_of", "state"),
    [
        ((), "2023-10-05", "expected"),
        (DRAFTED, "2023-10-05", "drafted"),
        (SIGNED, "2023-10-05", "signed_by_provider"),
        (CONCLUDED, "2023-10-04", "concluded"),
    ],
)
def test_before_the_conclusion_there_is_no_extract_and_the_words_say_so(events, as_of, state):
    with pytest.raises(LookupError, match=rf"agreement 7: not concluded by {as_of} \(state: {state}\)"):
        extract(after(*events), date.fromisoformat(as_of))


def test_the_sums_are_the_latest_and_their_total_is_exact():
    with pytest.raises(LookupError, match="Drafted"):
        sums_of(agreement.begin("7"))
    assert total(after(*DRAFTED)) == Decimal("120000.50")
    history = after(*CONCLUDED, amended())
    assert [one.year for one in sums_of(history)] == [2023, 2024]
    assert total(history) == Decimal("130000.51")
    later = amended(
        number="7/2", on="2023-11-02", provider=entry("2023-11-02"), sums=[{"year": 2024, "roubles": 7}]
    )
    twice = after(*CONCLUDED, amended(), later)
    assert (len(sums_of(twice)), total(twice)) == (1, Decimal(7))
    assert extract(twice, date(2023, 11, 3)).ends_on == later.ends_on


@pytest.mark.parametrize(
    "facts",
    [
        {"sums": [{"year": 2023, "roubles": 0.5}]},
        {"sums": [{"year": 2023, "roubles": "0.001"}]},
        {"sums": []},
        {"mode": "loan"},
        {"services": []},
        {"number": ""},
        {"rate": 5},
    ],
    ids=[
        "a float",
        "less than a kopeck",
        "no sum",
        "no such mode",
        "no service",
        "no number",
        "a foreign fact",
    ],
)
def test_a_draft_that_is_no_draft_cannot_be_made(facts):
    with pytest.raises(ValidationError):
        drafted(**facts)


def test_an_amendment_cannot_change_the_way_of_paying():
    with pytest.raises(ValidationError, match="mode"):
        amended(mode="reimbursement")


# ─── What was true when it was drafted is asked again later ──────────────────────────────────────────────


@PROFILES
@pytest.mark.parametrize(
    ("services", "outcome"),
    [
        ([FULL_TIME], Outcome.HOLDS),
        ([OTHER, FULL_TIME], Outcome.HOLDS),
        ([FULL_TIME_BY_DIGIT], Outcome.HOLDS),
        ([OTHER], Outcome.VOID),
        (["804200"], Outcome.UNKNOWN),
    ],
    ids=["the service", "and another one", "the digit", "another one", "one that does not read"],
)
def test_the_register_has_the_services_of_the_agreement_at_its_conclusion_and_at_each_change(
    profile, services, outcome
):
    for before, event, day in ((SIGNED, concluded, "2023-10-05"), (CONCLUDED, amended, "2023-11-01")):
        step = event(provider=entry(day, services=services))
        verdict = agreement.judge(after(*before, profile=profile), step, profile)
        assert verdict.outcome is outcome
        assert failing(verdict) == (set() if outcome is Outcome.HOLDS else {"services.among"})
        (asked,) = [part for part in verdict.parts if part.rule == "services.among"]
        assert (asked.facts["service"], asked.outcome) == (FULL_TIME, outcome)


def test_each_service_of_the_agreement_is_asked_of_the_register():
    other = KEMEROVO.latest.services[0].number
    both = [FULL_TIME, other]
    draft = drafted(services=both, provider=entry(services=both), order=order(services=both))
    before = after(draft, signed(), profile=KEMEROVO)
    for services, outcomes in (
        (both, [Outcome.HOLDS, Outcome.HOLDS]),
        ([other], [Outcome.VOID, Outcome.HOLDS]),
    ):
        step = concluded(provider=entry("2023-10-05", services=services))
        parts = [p for p in agreement.judge(before, step, KEMEROVO).parts if p.rule == "services.among"]
        assert [part.outcome for part in parts] == outcomes


@pytest.mark.provision("novokuznetsk-277/p3")
@pytest.mark.parametrize(
    ("on", "district"), [("2024-12-30", Outcome.HOLDS), ("2025-01-09", Outcome.VOID)], ids=["2024", "2025"]
)
def test_the_way_is_still_chosen_when_the_agreement_is_signed_and_concluded(on, district):
    year = {"sums": [{"year": 2025, "roubles": 1000}], "ends_on": "2025-12-31"}
    year |= {"order": order(year=2025, as_of="2024-12-27"), "provider": entry("2024-12-27")}
    draft, signature = drafted(on="2024-12-27", **year), signed(on="2024-12-28")
    conclusion = concluded(on=on, provider=entry(on))
    for before, event in (((draft,), signed(on=on)), ((draft, signature), conclusion)):
        for profile, outcome in ((DISTRICT, district), (KEMEROVO, Outcome.HOLDS)):
            verdict = agreement.judge(after(*before, profile=profile), event, profile)
            void = outcome is Outcome.VOID
            assert (verdict.outcome, failing(verdict)) == (outcome, {"ways.chosen"} if void else set())
        found = agreement.options(after(*before), DISTRICT, event.on)
        (option,) = [one for one in found if one.kind == event.kind]
        assert ("ways.chosen" in failing(option.verdict)) is (district is Outcome.VOID)


@pytest.mark.provision("novokuznetsk-277/app2.2.5")
@pytest.mark.parametrize(
    ("since", "first", "second"),
    [
        ("2023-10-03", Outcome.HOLDS, Outcome.HOLDS),
        ("2023-10-05", Outcome.UNKNOWN, Outcome.HOLDS),
        ("2023-10-06", Outcome.UNKNOWN, Outcome.UNKNOWN),
    ],
)
def test_the_act_on_electronic_agreements_is_asked_on_the_day_of_each_signature(since, first, second):
    late = filled("novokuznetsk_district", electronic_agreement=since)
    for before, event, outcome in ((DRAFTED, signed(), first), (SIGNED, concluded(), second)):
        verdict = agreement.judge(after(*before), event, late)
        holds = outcome is Outcome.HOLDS
        assert (verdict.outcome, failing(verdict)) == (outcome, set() if holds else {"adoption.act"})
    on_paper = agreement.judge(after(*ON_PAPER), concluded(signature="handwritten"), late)
    assert on_paper.outcome is Outcome.HOLDS


# ─── The agreement ends with the year of its order ───────────────────────────────────────────────────────


@PROFILES
@pytest.mark.parametrize(
    ("ends_on", "year", "outcome"),
    [
        ("2023-12-31", 2023, Outcome.HOLDS),
        ("2024-01-01", 2023, Outcome.UNKNOWN),
        ("2024-12-31", 2024, Outcome.HOLDS),
        ("2026-12-31", 2024, Outcome.UNKNOWN),
        ("2026-12-31", 2026, Outcome.HOLDS),
    ],
)
def test_whether_an_agreement_may_outlast_the_year_of_its_order_is_for_an_office_to_decide(
    profile, ends_on, year, outcome
):
    ordered = order(year=year)
    before = after(drafted(order=ordered), signed(), concluded(), profile=profile)
    for history, event in (
        (agreement.begin("7"), drafted(ends_on=ends_on, order=ordered)),
        (before, amended(ends_on=ends_on, sums=[{"year": 2023, "roubles": 1}])),
    ):
        verdict = agreement.judge(history, event, profile)
        holds = outcome is Outcome.HOLDS
        assert (verdict.outcome, failing(verdict)) == (outcome, set() if holds else {"funding.term_of_order"})
        (asked,) = [part for part in verdict.parts if part.rule == "funding.term_of_order"]
        assert [cite.id for cite in asked.cites] == ["budget-code/art78.4.item3"]
        assert agreement.advance(history, event, profile, decision=DECIDED).state in ("drafted", "concluded")


@PROFILES
@pytest.mark.parametrize(
    ("ends_on", "asks"), [("2024-06-30", False), ("2024-03-31", False), ("2024-07-01", True)]
)
def test_a_term_beyond_the_year_of_the_order_is_decided_once_and_again_only_where_it_is_longer(
    profile, ends_on, asks
):
    long = drafted(ends_on="2024-06-30", order=order(year=2023))
    before = after(long, signed(), concluded(), profile=profile, decision=DECIDED)
    verdict = agreement.judge(before, amended(ends_on=ends_on, sums=[{"year": 2023, "roubles": 1}]), profile)
    assert failing(verdict) == ({"funding.term_of_order"} if asks else set())
    (told,) = [part for part in verdict.parts if part.rule == "funding.term_of_order"]
    assert (told.facts["decided"] is None) is asks


def test_a_longer_term_that_an_amendment_decided_is_remembered_and_one_that_was_shortened_is_not():
    before = after(drafted(order=order(year=2023)), signed(), concluded(), profile=DISTRICT)
    one = {"sums": [{"year": 2023, "roubles": 1}], "number": "1"}
    longer = agreement.advance(before, amended(**one, ends_on="2024-06-30"), DISTRICT, decision=DECIDED)
    again = amended(**one | {"number": "2"}, ends_on="2024-06-30")
    assert failing(agreement.judge(longer, again, DISTRICT)) == set()
    shorter = agreement.advance(longer, amended(**one | {"number": "2"}, ends_on="2024-01-31"), DISTRICT)
    asked = amended(**one | {"number": "3"}, ends_on="2024-06-30")
    assert failing(agreement.judge(shorter, asked, DISTRICT)) == {"funding.term_of_order"}


def test_of_an_agreement_without_an_order_no_year_is_asked():
    before = after(drafted(order=None), signed(), concluded(), decision=DECIDED)
    verdict = agreement.judge(before, amended(), DISTRICT)
    assert "funding.term_of_order" not in {part.rule for part in verdict.parts}


# ─── One of its services left the list ───────────────────────────────────────────────────────────────────


SECOND = "804200О.99.0.ББ52АЕ11000"


def two_services(*left, in_register=(FULL_TIME, SECOND), **facts):
    """An agreement on two services that is amended when these are in the list of the decree."""
    shipped = shipped_data()["municipalities"]["kemerovo"]
    gone = {FULL_TIME, SECOND} - {*left}
    listed = [one for one in shipped["services"] if one["number"] not in gone]
    both, now = changed("kemerovo"), changed("kemerovo", services=listed)
    names = [FULL_TIME, SECOND]
    history = after(
        drafted(services=names, provider=entry(services=names), order=order(services=names)), signed(),
        concluded(provider=entry("2023-10-05", services=names)), profile=both,
    )  # fmt: skip
    asked = amended(provider=entry("2023-11-01", services=list(in_register)), **facts)
    return history, asked, now


LESS = {"sums": [{"year": 2023, "roubles": "100000.00"}], "ends_on": "2023-12-31"}


@pytest.mark.parametrize(
    ("left", "facts", "outcome", "rules"),
    [
        ((FULL_TIME, SECOND), {}, Outcome.HOLDS, set()),
        ((FULL_TIME,), {}, Outcome.UNKNOWN, {"agreements.some_listed"}),
        ((SECOND,), {}, Outcome.UNKNOWN, {"agreements.some_listed"}),
        ((), {}, Outcome.VOID, {"eligibility.listed"}),
        ((FULL_TIME,), LESS, Outcome.HOLDS, set()),
        ((), LESS, Outcome.HOLDS, set()),
        ((FULL_TIME,), {"in_register": (FULL_TIME,)}, Outcome.UNKNOWN, {"agreements.some_listed"}),
        (
            (FULL_TIME,),
            {"in_register": (SECOND,)},
            Outcome.VOID,
            {"agreements.some_listed", "services.among"},
        ),
        ((FULL_TIME, SECOND), {"in_register": (FULL_TIME,)}, Outcome.VOID, {"services.among"}),
    ],
)
def test_of_two_services_one_of_which_left_the_list_the_other_is_paid_more_by_a_decision(
    left, facts, outcome, rules
):
    """The sums of an agreement are not by service: whether more is paid for the one that left nobody has said."""
    history, asked, profile = two_services(*left, **facts)
    verdict = agreement.judge(history, asked, profile)
    assert (verdict.outcome, failing(verdict)) == (outcome, rules)
    if outcome is Outcome.UNKNOWN:
        (told,) = [one for one in verdict.parts if one.rule == "agreements.some_listed"]
        assert (told.facts["kept"], told.facts["gone"]) == (left, tuple({FULL_TIME, SECOND} - {*left}))
        assert agreement.advance(history, asked, profile, decision=DECIDED).state == "concluded"


# ─── The decree holds from its day ───────────────────────────────────────────────────────────────────────


def early(on):
    """A draft of that day with the papers of that day."""
    return drafted(
        on=on,
        provider=entry(on, included_on="2023-09-01"),
        order=order(as_of=on, approved_on="2023-09-01", published_on="2023-09-01"),
    )


@pytest.mark.provision("novokuznetsk-277/p11")
@pytest.mark.parametrize(
    ("name", "first", "reading"),
    [("kemerovo", date(2023, 9, 22), None), ("novokuznetsk_district", date(2023, 9, 23), "D7")],
    ids=["kemerovo", "district"],
)
def test_a_draft_before_the_decree_holds_is_void_and_one_of_its_first_day_names_what_it_rests_on(
    name, first, reading
):
    profile = filled(name, **dict.fromkeys(("standard_agreement", "subsidy"), "2023-09-01"))
    for on, outcome in (
        ("2015-09-22", Outcome.VOID),
        ((first - timedelta(days=1)).isoformat(), Outcome.VOID),
        (first.isoformat(), Outcome.HOLDS),
    ):
        verdict = agreement.judge(agreement.begin("7"), early(on), profile)
        (force,) = [part for part in verdict.parts if part.rule == "force.decree"]
        assert (force.outcome, force.facts["issued"]) == (outcome, date(2023, 9, 22))
        assert ("force.decree" in failing(verdict)) is (outcome is Outcome.VOID)
        named = reading if outcome is Outcome.HOLDS else None
        assert (force.reading and force.reading.code) == named


@pytest.mark.provision("novokuznetsk-277/p11")
def test_in_the_district_a_recorded_publication_brings_the_decree_into_force_on_the_next_day():
    act = {**shipped_data()["municipalities"]["novokuznetsk_district"]["act"], "published_on": "2023-10-01"}
    dated = changed("novokuznetsk_district", act=act)
    for on, outcome in (("2023-10-01", Outcome.VOID), ("2023-10-02", Outcome.HOLDS)):
        verdict = agreement.judge(agreement.begin("7"), early(on), dated)
        void = outcome is Outcome.VOID
        assert (verdict.outcome, failing(verdict)) == (outcome, {"force.decree"} if void else set())


# ─── A record made in error: by whom, and what rests on it ───────────────────────────────────────────────


def annulment(record, by, on="2023-11-02"):
    return RecordAnnulled(on=on, by=by, record=record, reason="описка")


@pytest.mark.parametrize(
    ("before", "by", "outcome"),
    [
        (DRAFTED, "education", Outcome.HOLDS),
        (DRAFTED, "provider", Outcome.VOID),
        (DRAFTED, "consumer", Outcome.VOID),
        (DRAFTED, "finance", Outcome.UNKNOWN),
        (DRAFTED, "дворник", Outcome.UNKNOWN),
        (SIGNED, "provider", Outcome.HOLDS),
        (SIGNED, "education", Outcome.UNKNOWN),
        (SIGNED, "representative", Outcome.VOID),
        (CONCLUDED, "education", Outcome.HOLDS),
        (CONCLUDED, "provider", Outcome.VOID),
        ((*CONCLUDED, amended()), "provider", Outcome.VOID),
        ((*CONCLUDED, terminated(on="2023-11-01")), "provider", Outcome.HOLDS),
        ((*CONCLUDED, terminated(on="2023-11-01")), "education", Outcome.UNKNOWN),
        ((*CONCLUDED, terminated(on="2023-11-01", by="education")), "education", Outcome.HOLDS),
        ((*CONCLUDED, terminated(on="2023-11-01", by="education")), "provider", Outcome.VOID),
        ((*CONCLUDED, terminated(on="2023-11-01")), "consumer", Outcome.VOID),
    ],
)
def test_the_last_record_is_called_an_error_by_who_may_take_the_step_or_by_an_office_that_decides(
    before, by, outcome
):
    history = after(*before)
    event = annulment(len(before), by)
    verdict = agreement.judge(history, event, DISTRICT)
    holds = outcome is Outcome.HOLDS
    assert (verdict.outcome, failing(verdict)) == (outcome, set() if holds else {"lifecycle.annuller"})
    if outcome is Outcome.VOID:
        with pytest.raises(Refused):
            agreement.advance(history, event, DISTRICT, decision=DECIDED)
    else:
        decision = None if holds else DECIDED
        back = agreement.advance(history, event, DISTRICT, decision=decision)
        assert back.state == after(*before[:-1]).state
        assert back.records[-1].decision == decision


def test_a_record_on_which_later_ones_rest_is_not_taken_out_and_they_are_named():
    second = amended(on="2023-11-02", number="7/2", provider=entry("2023-11-02"))
    history = after(*CONCLUDED, amended(), second)
    for record, by, resting in (
        (1, "education", (2, 3, 4, 5)),
        (2, "provider", (3, 4, 5)),
        (3, "education", (4, 5)),
        (4, "education", (5,)),
    ):
        with pytest.raises(Refused) as caught:
            agreement.advance(history, annulment(record, by), DISTRICT)
        verdict = caught.value.verdict
        assert (verdict.outcome, failing(verdict)) == (Outcome.VOID, {"lifecycle.left_standing"})
        (said,) = verdict.reasons(Outcome.VOID)
        assert said.facts["resting"] == resting
    history = agreement.advance(history, annulment(5, "education"), DISTRICT)
    history = agreement.advance(history, annulment(4, "education"), DISTRICT)
    assert (history.state, extract(history, date(2023, 11, 2)).ends_on) == ("concluded", date(2023, 12, 31))


@pytest.mark.parametrize(("record", "standing"), [(4, False), (6, False), (3, True)])
def test_only_a_record_that_stands_is_annulled(record, standing):
    history = after(*CONCLUDED, amended(), annulment(4, "education"))
    verdict = agreement.judge(history, annulment(record, "education"), DISTRICT)
    assert verdict.outcome is (Outcome.HOLDS if standing else Outcome.VOID)
    assert failing(verdict) == (set() if standing else {"lifecycle.annulled"})


def test_options_tell_who_may_call_the_last_record_an_error():
    for before, by in ((DRAFTED, ("education",)), (SIGNED, ("provider",)), ((), ())):
        *_, option = agreement.options(after(*before), DISTRICT, date(2023, 11, 2))
        assert (option.kind, option.by) == ("record_annulled", by)
        assert named(option.needs) == ("on", "by", "record", "reason")


# ─── Who decides, and of which case ──────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("by", "on", "taken"),
    [
        ("head", "2023-10-02", True),
        ("head", "2023-09-28", True),
        ("head", "2023-10-03", False),
        ("head", "2029-10-02", False),
        ("provider", "2023-10-02", False),
        ("consumer", "2023-10-02", False),
        ("representative", "2023-10-02", False),
    ],
)
def test_an_office_decides_by_the_day_of_the_step_and_no_party_to_the_case_does(by, on, taken):
    decision = Decision(by=by, on=on, reason="выписка придёт позже")
    history = agreement.begin("7")
    if taken:
        assert after(drafted(order=None), decision=decision).records[-1].decision == decision
        return
    with pytest.raises(Refused) as caught:
        agreement.advance(history, drafted(order=None), DISTRICT, decision=decision)
    verdict = caught.value.verdict
    assert verdict.outcome is Outcome.VOID
    assert failing(verdict) == {"standing.ordered", "lifecycle.decided"}


def test_a_history_of_another_lifecycle_takes_no_step_of_an_agreement():
    for event in (drafted(), annulment(1, "education")):
        verdict = agreement.judge(orders.begin("7"), event, DISTRICT)
        assert (verdict.outcome, failing(verdict)) == (Outcome.VOID, {"lifecycle.another"})
    with pytest.raises(Refused) as refused:
        agreement.options(orders.begin("7"), DISTRICT, date(2023, 10, 2))
    assert failing(refused.value.verdict) == {"lifecycle.another"}


def test_options_and_duties_of_a_day_know_nothing_of_later_days():
    history = after(*CONCLUDED, terminated())
    for on, state, duties in (
        (date(2023, 10, 2), "drafted", ["signed_by_provider"]),
        (date(2023, 10, 4), "signed_by_provider", ["concluded"]),
        (date(2023, 11, 14), "concluded", ["completed"]),
        (date(2023, 11, 15), "terminated", []),
    ):
        assert agreement.known_on(history, on).state == state
        assert [duty.kind for duty in agreement.due(history, DISTRICT, on)] == duties
        for option in agreement.options(history, DISTRICT, on):
            assert "lifecycle.order" not in failing(option.verdict)


SUCCESSOR = "4205000016"


def test_a_record_that_passed_to_a_successor_is_a_question_once_the_agreement_is_concluded():
    """An agreement in force may have passed on with it; a draft is of the provider with whom it was drawn up."""
    passed = {"provider": SUCCESSOR, "before": [INN]}
    change = amended(provider=entry("2023-11-01", **passed))
    verdict = agreement.judge(after(*CONCLUDED), change, DISTRICT)
    assert (verdict.outcome, failing(verdict)) == (Outcome.UNKNOWN, {"successors.begun_before"})
    assert "decision" in {ask.path for ask in verdict.asks}
    signing = concluded(provider=entry("2023-10-05", **passed))
    assert failing(agreement.judge(after(*SIGNED), signing, DISTRICT)) == {"funding.provider"}


# ─── За какие годы платит соглашение, которое начинается с заключения ───────────────────────────────────────


@pytest.mark.parametrize(
    ("years", "on", "outcome"),
    [
        ((2023, 2024), "2023-12-29", Outcome.HOLDS),
        ((2023, 2024), "2024-01-12", Outcome.VOID),  # in 2023 it never ran
        ((2023,), "2024-01-12", Outcome.VOID),
        ((2024,), "2024-01-12", Outcome.HOLDS),
    ],
)
def test_an_agreement_pays_for_the_years_in_which_it_runs_from_its_conclusion(years, on, outcome):
    shown = entry("2023-12-20")
    sums = [{"year": year, "roubles": "100"} for year in years]
    draft = drafted(on="2023-12-20", provider=shown, ends_on="2024-12-31", sums=sums)
    history = after(draft, signed(on="2023-12-21"), decision=DECIDED)
    told = [
        one
        for one in agreement.judge(history, concluded(on=on, provider=entry(on)), DISTRICT).parts
        if one.rule == "funding.years"
    ]
    assert [one.outcome for one in told] == [outcome]


def test_an_amendment_gives_no_sum_for_a_year_before_the_conclusion():
    shown, sums = entry("2023-12-20"), [{"year": 2024, "roubles": "100"}]
    draft = drafted(on="2023-12-20", provider=shown, ends_on="2024-12-31", sums=sums)
    made = concluded(on="2024-01-12", provider=entry("2024-01-12"))
    history = after(draft, signed(on="2023-12-21"), made, decision=DECIDED)
    more = [*sums, {"year": 2023, "roubles": "500"}]
    step = amended(on="2024-02-01", provider=entry("2024-02-01"), ends_on="2024-12-31", sums=more)
    (told,) = [one for one in agreement.judge(history, step, DISTRICT).parts if one.rule == "funding.years"]
    assert (told.outcome, told.facts["first"], told.facts["outside"]) == (Outcome.VOID, 2024, (2023,))
