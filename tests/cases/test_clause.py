"""The heading of a step: who, which document, which acts and values, by when; read before the facts and after."""

from datetime import date
from enum import StrEnum
from typing import Literal

import pytest
from cases_at_hand import named
from filled import acts, filled

from law189.cases.clause import Assumed, Within
from law189.cases.history import Decision, Event
from law189.cases.lifecycle import Heading, Lifecycle
from law189.cases.moment import Moment
from law189.law import Text
from law189.profile.documents import DocumentKind, Handed, LocalAct
from law189.profile.federal import shipped_data
from law189.profile.loader import load_profile
from law189.profile.parties import Party
from law189.verdict import Outcome, Rule
from law189.workflows import LIFECYCLES

UNFILLED, FILLED = load_profile("kemerovo"), filled("kemerovo")
ARTICLE = "189-fz/art20.part1"
GROUNDS, TERM = "certificate.refusal_grounds", "certificate.forming_term"


class LampState(StrEnum):
    NONE = "none"
    DARK = "dark"
    LIT = "lit"


class Bought(Event):
    kind: Literal["bought"] = "bought"
    price: int = 0


class Lit(Event):
    kind: Literal["lit"] = "lit"
    document: Handed | None = None
    colour: str
    power: int = 60


class Switched(Event):
    kind: Literal["switched"] = "switched"


EVENING = Rule("lamp.evening", Text("День: {on}.", "The day: {on}."), missed=Outcome.BREACH)
COLOUR = Rule("lamp.colour", Text("Цвет: {colour}.", "Colour: {colour}."))
LAMP = Lifecycle("lamp", Text("лампа", "lamp"), LampState, LampState.NONE)
MANNERS = Assumed(Text("так принято", "a custom"))


@LAMP.on(
    Bought,
    Heading(
        title=Text("куплена", "bought"),
        source=LampState.NONE,
        target=LampState.DARK,
        basis=MANNERS,
        by=(Party.CONSUMER, Party.REPRESENTATIVE),
    ),
)
def buy(_):
    yield from ()


def not_a_holiday(case: Moment):
    """Nothing to say on the first of the month; a breach on the thirteenth."""
    return None if case.on.day == 1 else EVENING.judge(case.on.day != 13, case.edition.cite("p1"), on=case.on)


@LAMP.on(
    Lit,
    Heading(
        title=Text("зажжена", "lit"),
        source=LampState.DARK,
        target=LampState.LIT,
        basis=ARTICLE,
        by=(Party.AUTHORIZED_BODY, Party.PROVIDER),
        document=DocumentKind.CONTRACT,
        acts=(LocalAct.CERTIFICATE_FORMING, LocalAct.ELECTRONIC_AGREEMENT),
        values=(GROUNDS,),
        within=Within(TERM, since=lambda history: history.the(Bought).on),
        given=(not_a_holiday,),
        duty=Text("зажечь лампу", "light the lamp"),
    ),
)
def light(m):
    yield COLOUR.judge(m.event.colour != "black", m.edition.cite("p1"), colour=m.event.colour)


@LAMP.on(
    Switched,
    Heading(
        title=Text("выключена", "switched off"),
        source=(LampState.LIT, LampState.DARK),
        target=LampState.DARK,
        basis="control",
        by=(Party.AUTHORIZED_BODY,),
        duty=Text("беречь свет", "save light"),
    ),
)
def switch(_):
    yield from ()


NAVIGATOR = Handed(form="electronic", system="navigator")
BOUGHT_ON = date(2024, 1, 10)  # a Wednesday; five working days end on Wednesday the 17th
LAST_DAY = date(2024, 1, 17)


def dark(profile=FILLED, day=BOUGHT_ON):
    return LAMP.advance(LAMP.begin("1"), Bought(on=day, by="consumer"), profile)


def lit(day=LAST_DAY, by="education", document=NAVIGATOR, colour="white"):
    return Lit(on=day, by=by, document=document, colour=colour)


def failing(verdict):
    return {(part.rule, part.outcome.value) for part in verdict.parts if part.outcome is not Outcome.HOLDS}


# ─── Judged with the facts ───────────────────────────────────────────────────────────────────────────────


def test_a_heading_that_is_kept_holds_and_tells_every_part_with_its_address():
    verdict = LAMP.judge(dark(), lit(), FILLED)
    assert verdict.outcome is Outcome.HOLDS
    assert [part.rule for part in verdict.parts] == [
        "roles.acting",
        "forms.form",
        "forms.system",
        "adoption.act",
        "deadlines.within",
        "lamp.evening",
        "force.decree",
        "lamp.colour",
    ]
    assert all(part.cites for part in verdict.parts)
    assert [cite.id for cite in verdict.cites] == [ARTICLE]


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"by": "finance"}, {("roles.acting", "unknown")}),
        ({"by": "consumer"}, {("roles.acting", "void")}),
        ({"by": "authorized-body"}, {("roles.acting", "unknown")}),
        ({"by": "provider"}, set()),
        ({"document": None}, {("forms.form", "unknown")}),
        ({"document": Handed(form="paper")}, {("forms.form", "void")}),
        ({"document": Handed(form="electronic")}, {("forms.system", "unknown")}),
        ({"document": Handed(form="electronic", system="portal")}, {("forms.system", "breach")}),
        ({"day": "2024-01-18"}, {("deadlines.within", "breach")}),
        ({"day": "2024-01-13"}, {("lamp.evening", "breach")}),
        ({"day": "2024-01-09"}, {("lifecycle.order", "void")}),
        ({"colour": "black"}, {("lamp.colour", "void")}),
        (
            {"by": "nobody", "document": None, "day": "2024-02-13", "colour": "black"},
            {
                ("roles.acting", "unknown"),
                ("forms.form", "unknown"),
                ("deadlines.within", "breach"),
                ("lamp.evening", "breach"),
                ("lamp.colour", "void"),
            },
        ),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, dict) else "",
)
def test_each_part_of_the_heading_is_judged_and_all_reasons_come_at_once(changed, expected):
    assert failing(LAMP.judge(dark(), lit(**changed), FILLED)) == expected


def test_without_the_municipal_acts_the_step_is_unknown_and_says_which_are_missing():
    verdict = LAMP.judge(dark(UNFILLED), lit(), UNFILLED)
    assert verdict.outcome is Outcome.UNKNOWN
    unknown = [part for part in verdict.parts if part.outcome is Outcome.UNKNOWN]
    assert [part.rule for part in unknown] == ["adoption.act", "adoption.value", "adoption.value"]
    assert [part.facts.get("slot") for part in unknown] == [None, GROUNDS, TERM]
    assert UNFILLED.latest.federal.slot(TERM).competent.en in unknown[2].text.en
    assert {cite.act for part in unknown for cite in part.cites} == {"189-fz", "kemerovo-2993"}
    decision = Decision(by="head", on="2024-01-17", reason="свет нужен")
    assert LAMP.advance(dark(UNFILLED), lit(), UNFILLED, decision=decision).state == "lit"


def test_an_act_is_asked_for_only_where_the_law_or_the_plan_does():
    asked = {}
    for name in ("kemerovo", "novokuznetsk_district"):
        profile = load_profile(name)
        parts = LAMP.judge(dark(), lit(), profile).parts
        asked[name] = [part.facts["about"] for part in parts if part.rule == "adoption.act"]
    forming, electronic = LocalAct.CERTIFICATE_FORMING.text, LocalAct.ELECTRONIC_AGREEMENT.text
    assert asked == {"kemerovo": [forming], "novokuznetsk_district": [forming, electronic]}


@pytest.mark.parametrize(("since", "outcome"), [("2024-01-17", "holds"), ("2024-01-18", "unknown")])
def test_an_act_must_be_in_force_on_the_day_of_the_step(since, outcome):
    profile = filled("kemerovo", certificate_forming=since)
    verdict = LAMP.judge(dark(profile), lit(), profile)
    assert verdict.outcome.value == outcome


# ─── Who may act ─────────────────────────────────────────────────────────────────────────────────────────


def test_who_may_act_is_the_body_that_the_profile_names_and_the_parties_by_their_word():
    assert LAMP.clause("lit").who(FILLED.latest) == ("education", "provider")
    assert LAMP.clause("bought").who(FILLED.latest) == ("consumer", "representative")
    assert LAMP.clause("switched").who(FILLED.latest) == ("education",)


@pytest.mark.parametrize(
    ("step", "by", "expected"),
    [
        (lit, "education", {("roles.acting", "unknown")}),
        (lit, "provider", set()),
        (Switched, "education", {("roles.acting", "unknown")}),
    ],
    ids=["the body among others", "another party", "the body alone"],
)
def test_where_no_body_is_named_its_step_is_unknown_and_not_refused_for_good(step, by, expected):
    file = {**shipped_data()["municipalities"]["kemerovo"], "adopted": list(acts())}
    nameless = load_profile({key: value for key, value in file.items() if key != "authorized_body"})
    event = lit(by=by) if step is lit else Switched(on=LAST_DAY, by=by)
    assert failing(LAMP.judge(dark(), event, nameless)) == expected


def test_an_option_of_a_body_that_nobody_names_is_not_offered_as_permitted():
    file = {**shipped_data()["municipalities"]["kemerovo"], "adopted": list(acts())}
    nameless = load_profile({key: value for key, value in file.items() if key != "authorized_body"})
    offered = {one.kind: one for one in LAMP.options(dark(), nameless, LAST_DAY)}
    assert offered["switched"].by == ()
    assert ("roles.acting", "unknown") in failing(offered["switched"].verdict)
    assert offered["lit"].by == ("provider",)
    assert failing(offered["lit"].verdict) == set()


def test_the_same_step_from_another_state_has_its_own_actors():
    """What was remembered of one clause says nothing of another clause of the same kind."""
    two = Lifecycle("two", Text("две", "two"), LampState, LampState.NONE)
    heading = {"title": Text("т", "t"), "target": LampState.LIT, "basis": ARTICLE}
    wide, narrow = (Party.AUTHORIZED_BODY, Party.PROVIDER), (Party.AUTHORIZED_BODY,)
    two.on(Switched, Heading(**heading, source=LampState.NONE, by=wide))(lambda _: iter(()))
    two.on(Switched, Heading(**heading, source=LampState.LIT, by=narrow))(lambda _: iter(()))
    by_provider = Switched(on=LAST_DAY, by="provider")
    history = two.advance(two.begin("1"), by_provider, FILLED)
    assert failing(two.judge(history, by_provider, FILLED)) == {("roles.acting", "void")}


def test_a_body_in_force_on_the_day_of_the_step_acts():
    seen = LAMP.judge(dark(), lit(by="finance"), FILLED).parts[0]
    assert seen.facts["allowed"] == ("education", "provider")
    assert [cite.id for cite in seen.cites] == ["kemerovo-2993/app4.4"]


# ─── Before the facts: options ───────────────────────────────────────────────────────────────────────────


def option(kind, history, profile=FILLED, on=LAST_DAY):
    return {found.kind: found for found in LAMP.options(history, profile, on)}[kind]


def test_options_list_every_kind_with_who_the_document_and_the_facts_it_needs():
    found = LAMP.options(dark(), FILLED, LAST_DAY)
    assert [(o.kind, o.by, o.document, named(o.needs), o.target) for o in found] == [
        ("bought", ("consumer", "representative"), None, ("on", "by"), "dark"),
        ("lit", ("education", "provider"), DocumentKind.CONTRACT, ("on", "by", "document", "colour"), "lit"),
        ("switched", ("education",), None, ("on", "by"), "dark"),
        (
            "record_annulled",
            ("consumer", "representative"),
            None,
            ("on", "by", "record", "reason"),
            "",
        ),
    ]
    assert [o.verdict.outcome.value for o in found] == ["void", "holds", "holds", "holds"]


@pytest.mark.parametrize(
    ("profile", "on", "expected"),
    [
        (FILLED, LAST_DAY, set()),
        (FILLED, date(2024, 1, 18), {("deadlines.within", "breach")}),
        (FILLED, date(2024, 1, 9), {("lifecycle.state", "void")}),
        (FILLED, date(2024, 1, 13), {("lamp.evening", "breach")}),
        (UNFILLED, LAST_DAY, {("adoption.act", "unknown"), ("adoption.value", "unknown")}),
        (
            UNFILLED,
            date(2024, 2, 13),
            {
                ("adoption.act", "unknown"),
                ("adoption.value", "unknown"),
                ("lamp.evening", "breach"),
            },
        ),
    ],
    ids=["kept", "late", "before the last step", "given", "no acts", "all at once"],
)
def test_an_option_tells_all_that_is_known_against_it_before_the_facts(profile, on, expected):
    found = option("lit", dark(), profile, on)
    assert failing(found.verdict) == expected
    assert found.verdict.stops == any(outcome in {"void", "unknown"} for _, outcome in expected)


def test_an_option_from_another_state_says_so_and_nothing_else():
    verdict = option("lit", LAMP.begin("1"), UNFILLED).verdict
    assert [part.rule for part in verdict.parts] == ["lifecycle.state"]
    assert verdict.parts[0].facts["sources"] == ("dark",)


@pytest.mark.parametrize("profile", [FILLED, UNFILLED], ids=["filled", "unfilled"])
@pytest.mark.parametrize("on", [BOUGHT_ON, LAST_DAY, date(2024, 2, 13), date(2030, 1, 1)])
def test_what_an_option_knows_the_judge_says_too_and_never_less(profile, on):
    known = failing(option("lit", dark(), profile, on).verdict)
    judged = failing(LAMP.judge(dark(), lit(day=on), profile))
    assert known == judged


# ─── Duties and terms ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("on", "overdue"),
    [(BOUGHT_ON, False), (LAST_DAY, False), (date(2024, 1, 18), True), (date(2100, 12, 31), True)],
)
def test_a_term_set_by_an_act_gives_the_last_day_and_the_day_after_is_overdue(on, overdue):
    duty = LAMP.due(dark(), FILLED, on)[0]
    assert (duty.kind, duty.last_day, duty.overdue) == ("lit", LAST_DAY, overdue)
    assert duty.title.en == "light the lamp"
    assert [cite.id for cite in duty.cites] == [ARTICLE, "invented-4/p4"]


def test_a_term_that_nobody_has_set_has_no_last_day_and_is_never_overdue():
    for on in (LAST_DAY, date(2100, 12, 31)):
        duty = LAMP.due(dark(), UNFILLED, on)[0]
        assert (duty.last_day, duty.overdue) == (None, False)


def test_a_duty_without_a_term_has_no_last_day():
    (duty,) = [duty for duty in LAMP.due(dark(), FILLED, LAST_DAY) if duty.kind == "switched"]
    assert (duty.last_day, duty.overdue) == (None, False)
    assert duty.cites == (FILLED.latest.control.basis,)


def test_a_year_that_the_calendar_does_not_know_gives_no_last_day_and_judges_unknown():
    far = dark(day=date(2040, 1, 10))
    assert LAMP.due(far, FILLED, date(2041, 1, 1))[0].last_day is None
    assert LAMP.judge(far, lit(day="2040-01-11"), FILLED).outcome is Outcome.HOLDS
    verdict = LAMP.judge(far, lit(day="2040-03-11"), FILLED)
    assert failing(verdict) == {("deadlines.within", "unknown")}


@pytest.mark.parametrize("day", [date(1900, 1, 1), date(2100, 12, 31)], ids=["the first", "the last"])
@pytest.mark.parametrize("profile", [FILLED, UNFILLED], ids=["filled", "unfilled"])
def test_the_first_and_the_last_day_there_are_raise_nothing(day, profile):
    history = dark(day=max(day, date(2023, 9, 22)))  # no step is older than its decree
    LAMP.judge(history, lit(day=day), profile)
    LAMP.options(history, profile, day)
    LAMP.due(history, profile, day)


# ─── Every clause that ships ─────────────────────────────────────────────────────────────────────────────

SHIPPED = [(cycle, clause) for cycle in LIFECYCLES for clause in cycle.clauses]


@pytest.mark.parametrize(
    "profile", [UNFILLED, load_profile("novokuznetsk_district")], ids=["city", "district"]
)
@pytest.mark.parametrize(("cycle", "clause"), SHIPPED, ids=[clause.code for _, clause in SHIPPED])
def test_every_clause_cites_or_is_assumed_and_its_heading_can_be_read_in_every_decree(cycle, clause, profile):
    assert bool(clause.cites(profile.latest)) != isinstance(clause.basis, Assumed)
    assert clause.title.ru
    assert clause.title.en
    who = clause.who(profile.latest)
    assert who is None or (who and Party.AUTHORIZED_BODY not in who)
    for slot in (*clause.values, *([clause.within.slot] if clause.within else [])):
        assert profile.latest.federal.slot(slot).id == slot
    assert clause.within is None or profile.latest.federal.slot(clause.within.slot).type == "term"
    assert {clause.target, *clause.source} <= {state.value for state in cycle.states}
