"""The social order step by step: every transition taken, and refused for each of its conditions."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from cases_at_hand import (
    DISTRICT,
    FULL_TIME,
    FULL_TIME_BY_DIGIT,
    KEMEROVO,
    PROFILES,
    TECHNICAL,
    UNKNOWN,
    VOID,
    changed,
    failing,
    named,
    right,
    taking,
)
from filled import acts, filled
from pydantic import ValidationError

from law189.cases.history import Decision, RecordAnnulled
from law189.errors import Refused
from law189.profile.federal import shipped_data
from law189.profile.loader import load_profile
from law189.profile.plan import Milestone
from law189.verdict import Outcome
from law189.workflows.order import (
    AdviceAttached,
    Amended,
    Approved,
    Cancelled,
    Closed,
    Drafted,
    Published,
    ReportFormed,
    ReportPublished,
    extract,
    lines_of,
)
from law189.workflows.order import lifecycle as order

ELECTRONIC, PAPER = {"form": "electronic"}, {"form": "paper"}


def line(service=FULL_TIME, total=100, unit="person-hours", **ways):
    ways = ways or {"municipal_task": 60, "certificate": 40}
    parts = [{"way": way.replace("_", "-"), "amount": amount} for way, amount in ways.items()]
    return {"service": service, "unit": unit, "total": total, "parts": parts}


TASK_ONLY = line(municipal_task=100)
BY_COMPETITION = line(municipal_task=60, competition=40)


def drafted(*lines, **facts):
    lines = lines or (line(),)
    step = {"on": "2023-09-26", "by": "education", "number": "1", "year": 2024, "lines": lines}
    return Drafted(**{**step, **facts})


def advised(adopted=True):
    advice = {"as_of": "2023-09-27", "held_on": "2023-09-26", "question": "О заказе", "adopted": adopted}
    return AdviceAttached(on="2023-09-27", by="chair", advice=advice)


approved = right(Approved, on="2023-09-28", by="education", document=PAPER, enabling_act="решение № 5")


published = right(Published, on="2023-09-29", by="education", place="budget-portal", evidence="запись 17")


def amended(*lines, **facts):
    step = {
        "on": "2024-03-01",
        "by": "education",
        "status": 2,
        "lines": lines or (line(),),
        "reason": "спрос",
    }
    return Amended(**{**step, "document": ELECTRONIC, "enabling_act": "решение № 5", **facts})


def reported(*achieved, **facts):
    achieved = achieved or ({"service": FULL_TIME, "unit": "person-hours", "amount": "99.5"},)
    step = {"on": "2025-01-20", "by": "education", "document": ELECTRONIC, "achieved": achieved}
    return ReportFormed(**{**step, **facts})


report_published = right(
    ReportPublished, on="2025-01-24", by="education", place="budget-portal", evidence="запись 18"
)


closed = right(Closed, on="2025-02-03", by="education")


after = taking(order, "2024")
DRAFTED = (drafted(),)
APPROVED = (*DRAFTED, approved())
PUBLISHED = (*APPROVED, published())
REPORTED = (*PUBLISHED, reported())
REPORT_PUBLISHED = (*REPORTED, report_published())
CLOSED = (*REPORT_PUBLISHED, closed())
PATH = CLOSED

# ─── Every transition taken ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.provision(
    "kemerovo-2993/app4.4",
    "kemerovo-2993/app4.2.1",
    "kemerovo-2993/p4",
    "novokuznetsk-277/p2",
    "novokuznetsk-277/p6.1.1",
    "novokuznetsk-277/p6.1.2",
    "novokuznetsk-277/p7",
    "novokuznetsk-277/p8.1",
    "novokuznetsk-277/app2.2.1",
    "novokuznetsk-277/app2.4.1",
)
@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_the_order_goes_from_its_draft_to_its_report_and_every_step_holds(profile):
    history = after(*PATH, profile=profile)
    states = ["drafted", "approved", "published", "reported", "report_published", "closed"]
    assert [record.state for record in history.records] == states
    assert {record.verdict.outcome for record in history.records} == {Outcome.HOLDS}


@pytest.mark.parametrize(
    ("before", "event", "state"),
    [
        ((), drafted(line(), line(TECHNICAL, 30, "hours-a-week", certificate=30)), "drafted"),
        ((), drafted(line(FULL_TIME_BY_DIGIT)), "drafted"),
        ((), drafted(line(municipal_task=100, competition=0)), "drafted"),
        (DRAFTED, approved(document=None), "approved"),
        (DRAFTED, approved(document=ELECTRONIC), "approved"),
        ((drafted(TASK_ONLY),), approved(enabling_act=None), "approved"),
        ((drafted(line(municipal_task=100, competition=0, certificate=0)),), approved(), "approved"),
        (DRAFTED, approved(on="2023-12-31"), "approved"),
        (APPROVED, amended(), "approved"),
        (PUBLISHED, amended(), "approved"),
        ((*PUBLISHED, amended()), amended(on="2024-04-01", status=3), "approved"),
        ((*PUBLISHED, amended(TASK_ONLY)), amended(TASK_ONLY, status=3, enabling_act=None), "approved"),
        ((*PUBLISHED, amended()), published(on="2024-03-04"), "published"),
        (PUBLISHED, reported(on="2024-12-31"), "reported"),
        (
            PUBLISHED,
            reported({"service": FULL_TIME_BY_DIGIT, "unit": "person-hours", "amount": 0}),
            "reported",
        ),
        (PUBLISHED, reported(document=None), "reported"),
    ],
)
def test_a_lawful_step_is_taken_and_holds(before, event, state):
    history = order.advance(after(*before), event, KEMEROVO)
    assert history.state == state
    assert history.records[-1].verdict.outcome is Outcome.HOLDS


@pytest.mark.provision("kemerovo-2993/app3.1.3", "novokuznetsk-277/app4.1.4")
@pytest.mark.parametrize("adopted", [True, False, None])
@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_advice_moves_nothing_and_decides_nothing_whatever_it_says(profile, adopted):
    before = after(drafted(), profile=profile)
    history = order.advance(before, advised(adopted), profile)
    verdict = history.records[-1].verdict
    assert (history.state, verdict.outcome) == ("drafted", Outcome.HOLDS)
    (advice,) = [part for part in verdict.parts if "adopted" in part.facts]
    assert advice.facts["adopted"] is adopted
    assert advice.cites == (profile.latest.working_group.decisions.basis,)
    with_it = order.judge(history, approved(), profile)
    assert with_it == order.judge(before, approved(), profile)


@pytest.mark.provision("novokuznetsk-277/p3")
@pytest.mark.parametrize(
    ("on", "year", "lines", "outcome"),
    [
        ("2024-12-31", 2024, (), Outcome.HOLDS),
        ("2024-12-31", 2025, (), Outcome.VOID),
        ("2024-12-31", 2025, (TASK_ONLY,), Outcome.HOLDS),
        ("2025-01-01", 2026, (), Outcome.VOID),
        ("2025-01-01", 2026, (TASK_ONLY,), Outcome.HOLDS),
    ],
)
def test_a_draft_gives_a_share_to_a_way_that_is_chosen_on_its_day_and_for_the_year_of_the_order(
    on, year, lines, outcome
):
    verdict = order.judge(order.begin("1"), drafted(*lines, on=on, year=year), DISTRICT)
    assert verdict.outcome is outcome
    assert failing(verdict) == (set() if outcome is Outcome.HOLDS else {"ways.chosen"})


DECIDED = Decision(by="head", on="2023-09-26", reason="иначе нельзя")


# ─── What breaks a norm is recorded ──────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("before", "event", "rules"),
    [
        (DRAFTED, approved(on="2024-01-01"), {"deadlines.within"}),
        ((drafted(year=2023),), approved(on="2023-10-02"), {"deadlines.within"}),
        (APPROVED, published(on="2024-01-09"), {"deadlines.within"}),
        (APPROVED, published(place="own-site"), {"publication.place"}),
        (APPROVED, published(place="press"), {"publication.place"}),
        ((*APPROVED, amended(on="2024-01-10")), published(on="2024-01-12"), {"deadlines.within"}),
        (PUBLISHED, reported(on="2024-12-30"), {"orders.year_over"}),
        (
            PUBLISHED,
            reported({"service": FULL_TIME_BY_DIGIT, "unit": "person-hours", "amount": 1500}),
            {"volumes.executed"},
        ),
        (PUBLISHED, reported(on="2025-03-03"), {"deadlines.within"}),
        (REPORTED, report_published(on="2025-01-28"), {"deadlines.within"}),
        (REPORTED, report_published(place="own-site"), {"publication.place"}),
    ],
)
def test_a_breach_is_recorded_and_the_order_goes_on(before, event, rules):
    verdict = order.advance(after(*before), event, KEMEROVO).records[-1].verdict
    assert verdict.outcome is Outcome.BREACH
    assert failing(verdict) == rules


@pytest.mark.provision("novokuznetsk-277/p8.1", "novokuznetsk-277/p6.1.1")
@pytest.mark.parametrize(
    ("on", "document", "outcome", "rules"),
    [
        ("2023-12-29", PAPER, Outcome.HOLDS, set()),
        ("2023-12-29", ELECTRONIC, Outcome.BREACH, {"forms.yet_on_paper"}),
        ("2024-12-20", ELECTRONIC, Outcome.HOLDS, set()),
        ("2024-12-20", PAPER, Outcome.VOID, {"forms.form"}),
        ("2024-12-20", None, Outcome.UNKNOWN, {"forms.form"}),
    ],
)
def test_the_districts_order_is_on_paper_in_2023_and_electronic_after(on, document, outcome, rules):
    year = int(on[:4]) + 1
    before = after(drafted(TASK_ONLY, year=year), profile=DISTRICT)
    verdict = order.judge(before, approved(on=on, document=document), DISTRICT)
    assert (verdict.outcome, failing(verdict)) == (outcome, rules)


# ─── Every transition refused, for each of its conditions ────────────────────────────────────────────────

NO_FORMING = filled("kemerovo", order_forming=None)
LATE_FORMING = filled("kemerovo", order_forming="2023-09-27")
NO_BUDGET = filled("novokuznetsk_district", budget_amendment=None)
NOWHERE = changed("kemerovo", publication=[])
SYSTEMS = [
    {**system, "forms": ["social-order", "order-report"]} if system["id"] == "navigator" else system
    for system in shipped_data()["municipalities"]["novokuznetsk_district"]["systems"]
]
FORMED = changed("novokuznetsk_district", systems=SYSTEMS)
BY_EAIS = {**ELECTRONIC, "system": "eais"}


@pytest.mark.parametrize(
    ("profile", "before", "event", "outcome", "rules"),
    [
        # drafted
        (KEMEROVO, (), drafted(by="media-committee"), UNKNOWN, {"roles.acting"}),
        (NO_FORMING, (), drafted(), UNKNOWN, {"adoption.act"}),
        (LATE_FORMING, (), drafted(), UNKNOWN, {"adoption.act"}),
        (KEMEROVO, (), drafted(line("804200О.99.0.ББ52АЖ48001")), VOID, {"eligibility.listed"}),
        (DISTRICT, (), drafted(line(TECHNICAL)), VOID, {"eligibility.listed"}),
        (KEMEROVO, (), drafted(line("кружок")), UNKNOWN, {"eligibility.listed"}),
        (KEMEROVO, (), drafted(line(), line(FULL_TIME_BY_DIGIT)), VOID, {"volumes.once"}),
        (KEMEROVO, (), drafted(line(total=101)), VOID, {"volumes.shares"}),
        (KEMEROVO, (), drafted(line(total="99.99")), VOID, {"volumes.shares"}),
        (KEMEROVO, (), drafted(line(total=0, municipal_task=0)), VOID, {"volumes.positive"}),
        (
            KEMEROVO,
            (),
            drafted(line("кружок", 7), line("кружок"), by="chair"),
            VOID,
            {"roles.acting", "eligibility.listed", "volumes.shares", "volumes.once"},
        ),
        (KEMEROVO, (), drafted(BY_COMPETITION), VOID, {"ways.chosen"}),
        (DISTRICT, (), drafted(BY_COMPETITION), VOID, {"ways.chosen"}),
        (DISTRICT, (), drafted(on="2025-01-01", year=2025), VOID, {"ways.chosen"}),
        # approved
        (KEMEROVO, DRAFTED, approved(by="media-committee"), UNKNOWN, {"roles.acting"}),
        (KEMEROVO, DRAFTED, approved(by="chair"), UNKNOWN, {"roles.acting"}),
        (DISTRICT, DRAFTED, approved(by="finance"), VOID, {"roles.acting"}),
        (DISTRICT, DRAFTED, approved(document=None), UNKNOWN, {"forms.form"}),
        (KEMEROVO, DRAFTED, approved(enabling_act=None), UNKNOWN, {"ways.enabled"}),
        (NO_BUDGET, DRAFTED, approved(), UNKNOWN, {"adoption.act"}),
        (
            DISTRICT,
            (),
            drafted(on="2024-12-20", year=2025),
            VOID,
            {"ways.chosen"},
        ),
        (
            DISTRICT,
            DRAFTED,
            approved(on="2025-01-01", document=ELECTRONIC),
            VOID,
            {"ways.chosen", "orders.in_year", "deadlines.within"},
        ),
        # the year of the order is over
        (KEMEROVO, (), drafted(year=2022), UNKNOWN, {"orders.in_year"}),
        (KEMEROVO, (drafted(year=2024),), drafted(year=2022), UNKNOWN, {"orders.in_year"}),
        (KEMEROVO, DRAFTED, approved(on="2023-09-25"), VOID, {"lifecycle.order"}),
        # published
        (KEMEROVO, APPROVED, published(by="media-committee"), UNKNOWN, {"roles.acting"}),
        (NOWHERE, APPROVED, published(), UNKNOWN, {"publication.place"}),
        # amended
        (KEMEROVO, APPROVED, amended(by="chair"), UNKNOWN, {"roles.acting"}),
        (DISTRICT, APPROVED, amended(document=PAPER), VOID, {"forms.form"}),
        (DISTRICT, APPROVED, amended(document=None), UNKNOWN, {"forms.form"}),
        (KEMEROVO, APPROVED, amended(line("кружок")), UNKNOWN, {"eligibility.listed"}),
        (KEMEROVO, APPROVED, amended(line(), line()), VOID, {"volumes.once"}),
        (KEMEROVO, APPROVED, amended(line(total=0, certificate=0)), VOID, {"volumes.positive"}),
        (KEMEROVO, APPROVED, amended(line(total=101)), VOID, {"volumes.shares"}),
        (KEMEROVO, APPROVED, amended(enabling_act=None), UNKNOWN, {"ways.enabled"}),
        (KEMEROVO, APPROVED, amended(BY_COMPETITION), VOID, {"ways.chosen"}),
        (DISTRICT, APPROVED, amended(on="2025-01-09"), UNKNOWN, {"orders.in_year"}),
        (NO_BUDGET, (drafted(TASK_ONLY), approved()), amended(), UNKNOWN, {"adoption.act"}),
        # report formed
        (KEMEROVO, PUBLISHED, reported(by="chair"), UNKNOWN, {"roles.acting"}),
        (DISTRICT, PUBLISHED, reported(document=PAPER), VOID, {"forms.form"}),
        (DISTRICT, PUBLISHED, reported(document=None), UNKNOWN, {"forms.form"}),
        (
            KEMEROVO,
            PUBLISHED,
            reported({"service": TECHNICAL, "unit": "person-hours", "amount": 1}),
            VOID,
            {"volumes.reported"},
        ),
        (
            KEMEROVO,
            PUBLISHED,
            reported({"service": FULL_TIME, "unit": "roubles", "amount": 1}),
            VOID,
            {"volumes.reported"},
        ),
        # report published
        (KEMEROVO, REPORTED, report_published(by="chair"), UNKNOWN, {"roles.acting"}),
        # closed
        (KEMEROVO, REPORT_PUBLISHED, closed(by="chair"), UNKNOWN, {"roles.acting"}),
    ],
)
def test_a_step_is_refused_for_each_of_its_conditions_and_nothing_moves(
    profile, before, event, outcome, rules
):
    history = after(*before, profile=profile)
    with pytest.raises(Refused) as caught:
        order.advance(history, event, profile)
    verdict = caught.value.verdict
    assert verdict.outcome is outcome
    assert failing(verdict) == rules
    assert history == after(*before, profile=profile)


@pytest.mark.provision("kemerovo-2993/app4.2.1", "novokuznetsk-277/app2.2.1")
@pytest.mark.parametrize(
    ("before", "event", "rules"),
    [
        ((), drafted(), {"adoption.act"}),
        (DRAFTED, approved(), {"adoption.act"}),
        (APPROVED, amended(on="2023-10-02", document=PAPER), {"adoption.act"}),
        (PUBLISHED, reported(), {"adoption.act", "adoption.value"}),
        (REPORTED, report_published(), {"adoption.value"}),
    ],
)
@pytest.mark.parametrize("name", PROFILES)
def test_without_the_act_on_forming_orders_a_step_is_unknown_and_names_the_item_that_promises_it(
    name, before, event, rules
):
    profile = filled(name, order_forming=None)
    history = after(*before, profile=PROFILES[name])
    verdict = order.judge(history, event, profile)
    assert (verdict.outcome, failing(verdict)) == (Outcome.UNKNOWN, rules)
    promised = {"kemerovo": "app4.2.1", "novokuznetsk_district": "app2.2.1"}[name]
    for missing in verdict.reasons(Outcome.UNKNOWN):
        assert promised in [cite.address for cite in missing.cites]


def test_what_is_unknown_somebody_may_decide_and_what_is_void_nobody():
    decision = Decision(by="head of the city", on="2023-09-28", reason="акт готовится")
    history = order.advance(after(drafted()), approved(enabling_act=None), KEMEROVO, decision=decision)
    assert history.records[-1].decision == decision
    with pytest.raises(Refused):
        order.advance(after(drafted()), approved(by="provider"), KEMEROVO, decision=decision)


@pytest.mark.parametrize(("document", "outcome"), [(BY_EAIS, Outcome.BREACH), (ELECTRONIC, Outcome.UNKNOWN)])
@pytest.mark.parametrize(
    ("before", "event"),
    [
        ((drafted(),), lambda document: approved(on="2024-12-20", document=document)),
        (APPROVED, lambda document: amended(document=document)),
        (PUBLISHED, lambda document: reported(document=document)),
    ],
    ids=["approved", "amended", "report formed"],
)
def test_where_a_decree_names_a_system_for_the_document_another_one_is_a_finding(
    before, event, document, outcome
):
    verdict = order.judge(after(*before, profile=FORMED), event(document), FORMED)
    systems = [part for part in verdict.parts if part.rule == "forms.system"]
    assert [part.outcome for part in systems] == [outcome]


@pytest.mark.parametrize(("before", "status"), [(APPROVED, 1), (APPROVED, 3), ((*APPROVED, amended()), 2)])
def test_an_amendment_with_a_wrong_status_number_is_a_finding_and_stands(before, status):
    history = order.advance(after(*before), amended(status=status), KEMEROVO)
    verdict = history.records[-1].verdict
    assert (verdict.outcome, failing(verdict)) == (Outcome.BREACH, {"orders.status"})
    assert (history.state, extract(history, date(2024, 3, 3)).status) == ("approved", status)


ALL = (
    drafted(),
    advised(),
    approved(),
    published(),
    amended(),
    reported(),
    report_published(),
    closed(),
)


@pytest.mark.parametrize(
    ("before", "possible"),
    [
        ((), {"drafted"}),
        (DRAFTED, {"drafted", "advice_attached", "approved"}),
        (APPROVED, {"published", "amended"}),
        (PUBLISHED, {"amended", "report_formed"}),
        (REPORTED, {"report_published"}),
        (REPORT_PUBLISHED, {"closed"}),
        (CLOSED, set()),
    ],
    ids=["planned", "drafted", "approved", "published", "reported", "report published", "closed"],
)
def test_in_each_state_every_other_step_is_refused_by_the_state_alone(before, possible):
    history = after(*before)
    for event in ALL:
        by_state = order.judge(history, event, KEMEROVO).rule == "lifecycle.state"
        assert by_state is (event.kind not in possible)


# ─── What a step says ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.provision("novokuznetsk-277/p3", "novokuznetsk-277/app2.2.2")
def test_a_certificate_share_cites_the_choice_the_enabling_act_and_the_budget_that_the_plan_promises():
    verdict = order.judge(after(drafted(), profile=DISTRICT), approved(), DISTRICT)
    parts = {part.rule: [cite.id for cite in part.cites] for part in verdict.parts}
    assert parts["ways.chosen"] == ["novokuznetsk-277/p3", "189-fz/art9.part2.item1"]
    assert parts["ways.enabled"] == ["189-fz/art19.part2"]
    budget = [
        part for part in verdict.parts if part.facts.get("about") and "бюджет" in part.facts["about"].ru
    ]
    assert [part.cites[0].id for part in budget] == ["novokuznetsk-277/app2.2.2"]


def test_kemerovo_promises_no_budget_amendment_so_none_is_asked():
    verdict = order.judge(after(drafted()), approved(), KEMEROVO)
    assert [part.rule for part in verdict.parts].count("adoption.act") == 1


def test_an_order_by_municipal_task_alone_asks_for_no_choice_no_act_and_no_budget():
    before = after(drafted(TASK_ONLY), profile=NO_BUDGET)
    verdict = order.judge(before, approved(enabling_act=None), NO_BUDGET)
    assert verdict.outcome is Outcome.HOLDS
    assert not {part.rule for part in verdict.parts} & {"ways.chosen", "ways.enabled"}


def test_a_certificate_for_a_later_year_is_judged_by_the_edition_of_that_year():
    shipped = shipped_data()["municipalities"]["novokuznetsk_district"]
    title = {"ru": "О продлении", "en": "On going on"}
    label = dict.fromkeys(("ru", "of", "to", "en"), "вымышленное постановление № 9")
    longer = {"way": "certificate", "since": "2023-01-01", "cite": "invented-more/p1"}
    amendment = {
        "act": {"id": "invented-more", "number": "9", "date": "2024-12-01", "title": title, "label": label},
        "since": "2025-01-01",
        "changes": [{"do": "set", "at": ["selection", "p3"], "to": longer}],
    }
    profile = load_profile({**shipped, "adopted": list(acts()), "amendments": [amendment]})
    before = after(drafted(year=2025), profile=profile)
    event = approved(on="2024-12-20", document=ELECTRONIC)
    assert order.judge(before, event, profile).outcome is Outcome.HOLDS
    assert order.judge(before, event, DISTRICT).outcome is Outcome.VOID


@pytest.mark.provision("kemerovo-2993/app4.4", "novokuznetsk-277/app2.4.1")
@pytest.mark.parametrize(
    ("profile", "year", "last_day"),
    [
        (KEMEROVO, 2022, None),
        (KEMEROVO, 2023, date(2023, 9, 30)),
        (KEMEROVO, 2024, date(2023, 12, 31)),
        (KEMEROVO, 2026, date(2025, 12, 31)),
        (DISTRICT, 2022, None),
        (DISTRICT, 2023, date(2023, 12, 31)),
        (DISTRICT, 2024, date(2023, 12, 31)),
        (DISTRICT, 2025, date(2024, 12, 31)),
        (changed("kemerovo", plan=[]), 2024, None),
    ],
)
def test_the_plan_gives_each_year_of_the_order_its_term_for_approving_and_publishing(profile, year, last_day):
    before = after(drafted(TASK_ONLY, year=year), profile=profile, decision=DECIDED)
    done = order.advance(before, approved(), profile, decision=DECIDED)
    steps = ((before, approved()), (done, published()))
    for history, event in steps:
        terms = [p for p in order.judge(history, event, profile).parts if p.rule == "deadlines.within"]
        assert [term.facts["last_day"] for term in terms] == ([] if last_day is None else [last_day])
        assert all(term.cites == (profile.latest.milestone(Milestone.ORDER).cite,) for term in terms)


@pytest.mark.parametrize("on", ["2024-12-31", "2025-01-01", "2026-06-01"])
def test_no_step_on_the_order_of_a_finished_year_is_better_than_amending_it(on):
    """A walk over the steps that make or change an order; what is approved is published, and reported on, later."""
    steps = {
        "drafted": ((), drafted(TASK_ONLY, on=on)),
        "approved": ((drafted(TASK_ONLY),), approved(on=on)),
        "amended": ((drafted(TASK_ONLY), approved()), amended(TASK_ONLY, on=on, enabling_act=None)),
        "cancelled": (
            (drafted(TASK_ONLY), approved()),
            Cancelled(on=on, by="education", reason="?", begun=False),
        ),
    }
    later = {"published", "period_reported", "report_formed", "report_published", "closed", "advice_attached"}
    assert {*steps, *later} == set(order.kinds)
    for before, event in steps.values():
        failed = failing(order.judge(after(*before), event, KEMEROVO))
        assert ("orders.in_year" in failed) is (on > "2024-12-31")


def test_an_approval_on_the_very_day_turns_on_reading_d1_and_says_so():
    before = after(drafted(year=2023))
    (term,) = order.judge(before, approved(on="2023-10-01"), KEMEROVO).reasons(Outcome.BREACH)
    assert (term.reading.code, term.reading.choice) == ("D1", "excluded")
    assert [(other.choice, other.outcome) for other in term.reading.otherwise] == [
        ("included", Outcome.HOLDS)
    ]
    included = changed("kemerovo", readings={"D1": "included"})
    verdict = order.judge(after(drafted(year=2023), profile=included), approved(on="2023-10-01"), included)
    assert verdict.outcome is Outcome.HOLDS


def test_an_order_published_again_after_an_amendment_has_no_term_of_the_plan():
    before = after(*PUBLISHED, amended())
    verdict = order.judge(before, published(on="2024-03-04"), KEMEROVO)
    assert "deadlines.within" not in {part.rule for part in verdict.parts}


@pytest.mark.provision("kemerovo-2993/p4", "novokuznetsk-277/p7")
@pytest.mark.parametrize(
    ("profile", "address"), [(KEMEROVO, "kemerovo-2993/p4"), (DISTRICT, "novokuznetsk-277/p7")]
)
def test_publication_cites_the_decree_and_the_ministrys_order(profile, address):
    for before, event in ((APPROVED, published()), (REPORTED, report_published())):
        verdict = order.judge(after(*before, profile=profile), event, profile)
        (place,) = [part for part in verdict.parts if part.rule == "publication.place"]
        assert [cite.id for cite in place.cites] == [address, "minfin-243n/act"]


def test_every_clause_is_cited_or_assumed_and_so_is_every_verdict_of_the_path():
    for clause in order.clauses:
        cited = clause.cites(KEMEROVO.latest)
        assert bool(cited) is isinstance(clause.basis, str)
    assumed = [clause.kind for clause in order.clauses if not clause.cites(DISTRICT.latest)]
    assert assumed == ["cancelled", "closed"]
    known = {"volumes.positive", "volumes.once", "volumes.reported", "volumes.executed"}
    known |= {"orders.status", "orders.year_over", "orders.in_year"}
    for record in after(*APPROVED, amended(), published(on="2024-03-04"), *REPORT_PUBLISHED[3:]).records:
        for said in record.verdict.parts:
            assert said.cites or said.rule in known


def test_what_is_known_before_the_facts_is_shown_as_an_option():
    (option,) = [
        one
        for one in order.options(after(drafted(), profile=DISTRICT), DISTRICT, date(2025, 1, 9))
        if one.kind == "approved"
    ]
    assert failing(option.verdict) == {"ways.chosen", "deadlines.within", "orders.in_year"}
    assert named(option.needs) == ("on", "by", "document", "enabling_act")
    assert option.by == ("education",)


def test_open_duties_follow_the_state_and_the_reports_have_last_days():
    kinds, days = [], []
    for place in range(len(PATH) + 1):
        duties = order.due(after(*PATH[:place]), KEMEROVO, date(2025, 3, 3))
        kinds.append([duty.kind for duty in duties if duty.which is None])
        days += [(duty.last_day, duty.overdue) for duty in duties if duty.last_day]
        assert all(duty.cites for duty in duties)
    assert kinds == [[], ["approved"], ["published"], ["report_formed"], ["report_published"], [], []]
    assert days == [
        (date(2023, 12, 31), True),
        (date(2023, 12, 31), True),
        (date(2025, 2, 19), True),
        (date(2025, 1, 27), True),
    ]


@pytest.mark.parametrize(
    "make",
    [
        lambda: drafted(year=24),
        lambda: Drafted(on="2023-09-26", by="education", number="1", year=2024, lines=()),
        lambda: drafted(number=""),
        lambda: published(place="town-hall"),
        lambda: published(evidence=""),
        lambda: amended(reason=""),
        lambda: reported({"service": FULL_TIME, "unit": "person-hours", "amount": 0.5}),
        lambda: ReportFormed(on="2025-01-20", by="education", achieved=()),
        lambda: approved(enabling_act=""),
    ],
)
def test_an_event_that_is_no_fact_of_its_kind_cannot_be_made(make):
    with pytest.raises(ValidationError):
        make()


# ─── History, JSON, extract ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_a_history_goes_to_json_and_back_unchanged(profile):
    facts = {"on": "2024-03-01", "status": 2}
    path = (drafted(), advised(None), *PUBLISHED[1:], amended(**facts), published(on="2024-03-04"))
    history = after(*path, *CLOSED[3:], profile=profile)
    again = order.load(order.dump(history))
    assert again == history
    assert order.dump(again) == order.dump(history)


def test_the_extract_of_each_state_shows_the_last_approval_and_whether_it_is_published():
    path = (drafted(), approved(), published(), amended(TASK_ONLY), published(on="2024-03-04"))
    path = (*path, amended(on="2024-05-02", status=3), published(on="2024-05-03"), *CLOSED[3:])
    seen = []
    for place in range(2, len(path) + 1):
        shown = extract(after(*path[:place]), date(2025, 3, 3))
        days = (shown.approved_on.isoformat(), shown.published_on and shown.published_on.isoformat())
        seen.append((shown.status, bool(shown.services), *days))
    assert seen == [
        (1, True, "2023-09-28", None),
        (1, True, "2023-09-28", "2023-09-29"),
        (2, False, "2024-03-01", None),
        (2, False, "2024-03-01", "2024-03-04"),
        (3, True, "2024-05-02", None),
        *[(3, True, "2024-05-02", "2024-05-03")] * 4,
    ]


def test_an_extract_names_the_order_and_its_services_by_certificate_only():
    lines = (line(), line(TECHNICAL, municipal_task=100, certificate=0))
    shown = extract(after(drafted(*lines), approved()), date(2023, 10, 2))
    assert (shown.number, shown.year, shown.as_of) == ("1", 2024, date(2023, 10, 2))
    assert shown.services == (FULL_TIME,)


def test_an_extract_of_an_earlier_day_knows_nothing_of_what_came_later():
    history = after(*PUBLISHED, amended(TASK_ONLY), published(on="2024-03-04"))
    then = extract(history, date(2024, 2, 29))
    assert (then.status, then.services, then.published_on) == (1, (FULL_TIME,), date(2023, 9, 29))
    between = extract(history, date(2024, 3, 3))
    assert (between.status, between.published_on) == (2, None)


@pytest.mark.parametrize(
    ("events", "as_of"),
    [((), date(2024, 1, 9)), (DRAFTED, date(2024, 1, 9)), (PUBLISHED, date(2023, 9, 27))],
    ids=["planned", "drafted", "before the approval"],
)
def test_there_is_no_extract_of_an_order_that_is_not_approved(events, as_of):
    with pytest.raises(LookupError, match=r"the order 2024 was not approved by 20|nothing has happened in "):
        extract(after(*events), as_of)


def test_an_amendment_rests_on_the_approval_and_not_on_the_publication_before_it():
    error = RecordAnnulled(on="2024-03-05", by="education", record=3, reason="не размещали")
    amended_once = after(*PUBLISHED, amended())
    undone = order.advance(amended_once, error, KEMEROVO)
    assert (undone.state, lines_of(undone)) == ("approved", lines_of(amended_once))
    assert undone.records[-1].verdict.outcome is Outcome.HOLDS
    again = order.advance(amended_once, published(on="2024-03-04"), KEMEROVO)  # judged as the second one
    verdict = order.judge(again, error, KEMEROVO)
    assert [said.facts["resting"] for said in verdict.reasons(Outcome.VOID)] == [(5,)]
    approval = error.model_copy(update={"record": 2})
    verdict = order.judge(undone, approval, KEMEROVO)
    assert [said.facts["resting"] for said in verdict.reasons(Outcome.VOID)] == [(4,)]


def test_an_annulled_amendment_leaves_the_order_as_it_was():
    history = after(*PUBLISHED, amended(TASK_ONLY))
    annulment = RecordAnnulled(on="2024-03-05", by="education", record=4, reason="ошибка")
    history = order.advance(history, annulment, KEMEROVO)
    shown = extract(history, date(2024, 3, 6))
    assert (history.state, shown.status, shown.published_on) == ("published", 1, date(2023, 9, 29))
    assert order.judge(history, amended(on="2024-03-06"), KEMEROVO).outcome is Outcome.HOLDS


@pytest.mark.parametrize("later", [(), (approved(),), (approved(), published())])
def test_advice_decides_nothing_so_a_record_of_it_is_taken_back_whatever_was_done_since(later):
    before = after(*DRAFTED, advised(), *later)
    error = RecordAnnulled(on="2024-03-05", by="chair", record=2, reason="не того заказа")
    without = order.advance(before, error, KEMEROVO)
    assert (without.state, without.records[-1].verdict.outcome) == (before.state, Outcome.HOLDS)
    draft = order.judge(before, error.model_copy(update={"record": 1, "by": "education"}), KEMEROVO)
    rests = (*range(2, len(before.records) + 1),)
    assert [said.facts["resting"] for said in draft.reasons(Outcome.VOID)] == [rests]


def test_the_lines_of_an_order_are_those_last_drafted_or_amended():
    with pytest.raises(LookupError, match="Drafted"):
        lines_of(order.begin("2024"))
    lines = [lines_of(after(*events)) for events in (DRAFTED, APPROVED, (*APPROVED, amended(TASK_ONLY)))]
    assert [len(one[0].parts) for one in lines] == [2, 2, 1]
    assert lines[0][0].total == Decimal(100)


def test_the_shipped_decrees_have_adopted_nothing_so_no_order_can_be_drafted_yet():
    for name in PROFILES:
        assert order.judge(order.begin("2024"), drafted(), load_profile(name)).outcome is Outcome.UNKNOWN


def test_the_table_and_the_machine_agree():
    for before, event in pairwise(PATH):
        source, clause = after(*PATH[: PATH.index(before) + 1]).state, order.clause(event.kind)
        assert source in clause.source
        assert order.machine.get_transitions(event.kind, source)[0].dest == clause.target


# ─── Boundary days of the way and of the report ──────────────────────────────────────────────────────────


def with_way(**days):
    """The district's decree, its way chosen on other days."""
    (selection,) = shipped_data()["municipalities"]["novokuznetsk_district"]["selection"]
    return changed("novokuznetsk_district", selection=[{**selection, **days}])


@pytest.mark.parametrize(("until", "rules"), [("2025-01-01", set()), ("2024-12-31", {"ways.chosen"})])
def test_the_way_of_a_coming_year_must_be_chosen_on_its_first_day_and_no_later(until, rules):
    profile = with_way(until=until)
    history = after(drafted(year=2025), profile=with_way(until="2025-01-01"))
    event = approved(on="2024-12-20", document=ELECTRONIC)
    assert failing(order.judge(history, event, profile)) & {"ways.chosen"} == rules
    assert failing(order.judge(order.begin("1"), drafted(year=2025), profile)) & {"ways.chosen"} == rules


def test_the_way_of_a_running_year_is_judged_on_the_day_alone():
    profile = with_way(since="2023-06-01")
    history = after(drafted(year=2023), profile=profile)
    assert "ways.chosen" not in failing(order.judge(history, approved(), profile))


def test_the_report_is_owed_from_the_last_day_of_the_year():
    filled_acts = [
        {
            **act,
            "fills": [
                {**fill, "term": {"kind": "after", "days": 30, "unit": "calendar_days"}}
                if fill["slot"] == "order.report_term"
                else fill
                for fill in act["fills"]
            ],
        }
        for act in acts()
    ]
    profile = changed("kemerovo", adopted=filled_acts)
    duties = {
        duty.kind: duty for duty in order.due(after(*PUBLISHED, profile=profile), profile, date(2025, 1, 30))
    }
    assert (duties["report_formed"].last_day, duties["report_formed"].overdue) == (date(2025, 1, 30), False)


# ─── Рекомендация подгруппы ──────────────────────────────────────────────────────────────────────────────

EXPERTS = {
    "id": "experts",
    "title": {"ru": "эксперты", "en": "experts"},
    "seats": ["member-1"],
    "cite": "app3.2.1",
}
SAID_OF_EXPERTS = {"value": {"force": "advisory"}, "cite": "app3.2.2"}


def with_experts(**more):
    """Kemerovo, whose group has a subgroup of experts."""
    group = shipped_data()["municipalities"]["kemerovo"]["working_group"]
    return changed("kemerovo", working_group={**group, "subgroups": [{**EXPERTS, **more}]})


def of_experts(named="experts", on="2023-12-01"):
    shown = {"as_of": on, "held_on": on, "question": "О заказе", "adopted": True, "subgroup": named}
    return AdviceAttached(on=on, by="chair", advice=shown)


@pytest.mark.parametrize(
    ("more", "named", "outcome", "failed"),
    [
        ({"decisions": SAID_OF_EXPERTS}, "experts", Outcome.HOLDS, set()),
        ({}, "experts", Outcome.VOID, {"subgroups.advised"}),
        ({}, "lawyers", Outcome.UNKNOWN, {"subgroups.named"}),
        (
            {"decisions": {**SAID_OF_EXPERTS, "until": "2023-11-30"}},
            "experts",
            Outcome.UNKNOWN,
            {"force.norm"},
        ),
        ({}, None, Outcome.HOLDS, set()),
    ],
    ids=["may advise", "only prepares", "not named", "no longer", "the group"],
)
def test_advice_of_a_subgroup_does_not_pass_as_that_of_the_group(more, named, outcome, failed):
    profile = with_experts(**more)
    before = after(drafted(on="2023-11-20"), profile=profile)
    verdict = order.judge(before, of_experts(named), profile)
    assert verdict.outcome is outcome
    assert {
        part.rule for part in verdict.walk() if not part.parts and part.outcome is not Outcome.HOLDS
    } == failed
    if outcome is Outcome.VOID:
        assert "вынесите вопрос на заседание группы" in verdict.text.ru or any(
            "вынесите вопрос на заседание группы" in part.text.ru for part in verdict.walk()
        )
    if "decisions" in more and outcome is Outcome.HOLDS:
        (advice,) = [part for part in verdict.parts if "adopted" in part.facts]
        assert [cite.address for cite in advice.cites] == ["app3.2.2"]


def test_an_extract_of_the_whole_group_is_written_as_it_was():
    assert "subgroup" not in of_experts(None).advice.model_dump(mode="json")
    assert of_experts().advice.model_dump(mode="json")["subgroup"] == "experts"


def test_advice_where_the_decree_sets_up_no_group_waits_for_the_act_that_does():
    profile = changed("kemerovo", working_group=None)
    verdict = order.judge(after(drafted(), profile=profile), advised(), profile)
    assert (verdict.outcome, failing(verdict)) == (UNKNOWN, {"force.no_group"})
    assert [ask.path for part in verdict.parts for ask in part.asks] == ["profile.working_group"]
