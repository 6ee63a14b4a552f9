"""The register of providers step by step: every transition taken, and refused for each of its conditions."""

from datetime import date
from functools import cache

import pytest
from cases_at_hand import (
    DISTRICT,
    FULL_TIME,
    FULL_TIME_BY_DIGIT,
    IN_NAVIGATOR,
    KEMEROVO,
    ON_PAPER_FOR_A_REASON,
    UNKNOWN,
    VOID,
    failing,
    named,
    right,
    taking,
)
from filled import acts, filled
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import ValidationError

from law189.cases.clause import Assumed
from law189.cases.history import Decision, RecordAnnulled
from law189.errors import Refused
from law189.extracts import Licence, Provider, RegisterExtract
from law189.profile.federal import shipped_data
from law189.profile.loader import load_profile
from law189.rules import deadlines, identifiers, providers
from law189.rules.acts import adoption
from law189.rules.orders import ways
from law189.rules.providers import eligibility
from law189.rules.step import forms, roles
from law189.verdict import Outcome, Rule
from law189.workflows.selection import (
    ApplicationRefused,
    Applied,
    Changed,
    Excluded,
    Included,
    Succeeded,
    Withdrawn,
    extract,
    provider_of,
    services_of,
)
from law189.workflows.selection import lifecycle as selection

SHIPPED = [load_profile("kemerovo"), load_profile("novokuznetsk_district")]
BOTH = pytest.mark.parametrize("profile", [KEMEROVO, DISTRICT], ids=["kemerovo", "district"])
TOURISM, STRANGE = "804200О.99.0.ББ52АЖ07000", "804200О.99.0.ББ52АЖ48001"
INN, OGRN = "4205000009", "1024200000000"
OTHER_INN, OTHER_OGRN = "4205000016", "1234200000011"
PERSON, OGRNIP = "420500000059", "304420500000013"


@cache
def changed(name, *, fills=True, plan=True, selections=True, body=True, licence=True, s1="one_service"):
    """The filled decree with something of it taken away, or with another reading S1."""
    data = {**shipped_data()["municipalities"][name], "adopted": list(acts()), "readings": {"S1": s1}}
    if not fills:
        data["adopted"] = [{**act, "fills": []} for act in data["adopted"]]
    if not plan:
        data["plan"] = [{**item, "milestone": None, "order_year": None} for item in data["plan"]]
    if not selections:
        data["selection"] = []
    if not licence:
        del data["licence"]
    if not body:
        del data["authorized_body"]
    return load_profile(data)


licence = right(Licence, number="17", issued_on="2020-02-03")


school = right(Provider, kind="legal-entity", inn=INN, ogrn=OGRN, licence=licence())


def applied(*services, on="2023-10-02", by="provider", document=IN_NAVIGATOR, **facts):
    services = services or (FULL_TIME,)
    return Applied(on=on, by=by, provider=school(**facts), services=services, document=document)


def included(on="2023-10-05", by="education", record="4205-1"):
    return Included(on=on, by=by, record=record)


def refused(ground="incomplete-application", on="2023-10-05", by="education"):
    return ApplicationRefused(on=on, by=by, ground=ground, because="в заявке нет приложения")


def withdrawn(by="provider"):
    return Withdrawn(on="2023-10-04", by=by)


def altered(*services, on="2024-02-01", by="provider", **facts):
    services = services or (FULL_TIME,)
    return Changed(on=on, by=by, provider=school(**facts), services=services, reason="новая лицензия")


def succeeded(on="2024-02-15", by="education", succession="передаточный акт № 1", **facts):
    facts = {"inn": OTHER_INN, "ogrn": OTHER_OGRN, **facts}
    return Succeeded(on=on, by=by, provider=school(**facts), succession=succession)


def excluded(ground="own-request", on="2024-03-01", by="education"):
    return Excluded(on=on, by=by, ground=ground, because="заявление исполнителя")


after = taking(selection, "17")
IN = (applied(), included())
PATHS = {
    "expected": (),
    "applied": (applied(),),
    "included": IN,
    "changed": (*IN, altered()),
    "succeeded": (*IN, succeeded()),
    "refused": (applied(), refused()),
    "excluded": (*IN, altered(), excluded()),
    "withdrawn": (applied(), withdrawn()),
}


# ─── Every transition taken ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.provision("kemerovo-2993/app4.2.2", "novokuznetsk-277/app2.2.3", "novokuznetsk-277/p4")
@BOTH
@pytest.mark.parametrize(
    ("before", "event", "state"),
    [
        ((), applied(), "applied"),
        ((), applied(STRANGE, inn="1", ogrn=None, licence=None, school="art-school"), "applied"),
        ((), applied(kind="sole-proprietor", inn=PERSON, ogrn=OGRNIP), "applied"),
        ((applied(),), included(), "included"),
        ((applied(),), included(on="2023-10-09"), "included"),
        ((applied(FULL_TIME_BY_DIGIT),), included(), "included"),
        ((applied(licence=licence(ends_on="2023-10-05")),), included(), "included"),
        ((applied(licence=licence(issued_on="2023-10-05")),), included(), "included"),
        ((applied(kind="sole-proprietor", inn=PERSON, ogrn=OGRNIP),), included(), "included"),
        ((applied(kind="natural-person", inn=PERSON, ogrn=None),), included(), "included"),
        ((applied(),), refused(), "refused"),
        ((applied(licence=None),), refused("no-licence"), "refused"),
        ((applied(licence=licence(ends_on="2023-10-04")),), refused("no-licence"), "refused"),
        ((applied(licence=licence(issued_on="2023-10-06")),), refused("no-licence"), "refused"),
        ((applied(FULL_TIME, STRANGE),), refused("service-not-listed"), "refused"),
        ((applied(inn="4205000008"),), refused("wrong-identifiers"), "refused"),
        ((applied(ogrn=OGRNIP),), refused("wrong-identifiers"), "refused"),
        ((applied(),), withdrawn(), "withdrawn"),
        (IN, altered(), "included"),
        (IN, altered(by="education", inn="42 05 000009"), "included"),
        (IN, altered(FULL_TIME, by="education"), "included"),
        (IN, succeeded(), "included"),
        (IN, succeeded(inn="42 05 000016"), "included"),
        ((*IN, succeeded()), succeeded(on="2024-03-01", inn=INN, ogrn=OGRN), "included"),
        ((*IN, succeeded()), altered(on="2024-03-01", inn=OTHER_INN, ogrn=OTHER_OGRN), "included"),
        ((*IN, succeeded()), excluded(), "excluded"),
        (IN, excluded(), "excluded"),
        ((*IN, altered()), excluded("licence-lost"), "excluded"),
    ],
)
def test_a_lawful_step_is_taken_and_holds(profile, before, event, state):
    history = selection.advance(after(*before, profile=profile), event, profile)
    assert history.state == state
    assert history.records[-1].verdict.outcome is Outcome.HOLDS


@pytest.mark.provision("kemerovo-2993/p1")
def test_a_school_of_a_special_name_is_refused_in_kemerovo_and_included_in_the_district():
    for name in (
        "art-school",
        "Детская школа искусств",
        "ДЕТСКАЯ ШКОЛА ХУДОЖЕСТВЕННЫХ РЕМЁСЕЛ",
        "детская цирковая школа",
    ):
        event = applied(school=name)
        city, district = after(event), after(event, profile=DISTRICT)
        said = selection.judge(city, included(), KEMEROVO)
        assert (said.outcome, failing(said)) == (Outcome.VOID, {"eligibility.school"})
        ground = refused("excluded-school")
        assert selection.advance(city, ground, KEMEROVO).state == "refused"
        assert selection.advance(district, included(), DISTRICT).state == "included"
        assert selection.judge(district, ground, DISTRICT).outcome is Outcome.VOID


@pytest.mark.provision("novokuznetsk-277/app2.5.4")
def test_in_the_district_an_application_of_2024_breaks_nothing_though_the_plan_holds_the_selection_in_2023():
    verdict = selection.judge(selection.begin("17"), applied(on="2024-06-03"), DISTRICT)
    assert verdict.outcome is Outcome.HOLDS
    (said,) = (part for part in verdict.parts if part.rule == "eligibility.begun")
    assert [cite.address for cite in said.cites] == ["app2.5.4"]


@pytest.mark.parametrize(
    ("profile", "before", "event", "rules"),
    [
        (KEMEROVO, (applied(),), included(on="2023-10-10"), {"deadlines.within"}),
        (KEMEROVO, (applied(),), refused(on="2023-10-10"), {"deadlines.within"}),
        (
            DISTRICT,
            (),
            applied(document={"form": "electronic", "system": "electronic-budget"}),
            {"forms.system"},
        ),
    ],
    ids=["included late", "refused late", "another system"],
)
@pytest.mark.provision("novokuznetsk-277/p6.3")
def test_a_breach_is_recorded_and_the_case_goes_on(profile, before, event, rules):
    verdict = selection.advance(after(*before, profile=profile), event, profile).records[-1].verdict
    assert (verdict.outcome, failing(verdict)) == (Outcome.BREACH, rules)


# ─── Every transition refused, for each of its conditions ────────────────────────────────────────────────

EARLY = filled("kemerovo", provider_register="2023-08-01")
NO_ACT = filled("kemerovo", provider_register=None)
NO_FILL = changed("kemerovo", fills=False)
NO_ACT_LATER = filled("kemerovo", provider_register="2024-02-16")
DECREE_NEEDS = {"adoption.act", "adoption.value"}


@pytest.mark.provision("novokuznetsk-277/p3", "novokuznetsk-277/p6.1.3", "kemerovo-2993/app4.5.4")
@pytest.mark.parametrize(
    ("profile", "event", "outcome", "rules"),
    [
        (KEMEROVO, applied(by="education"), VOID, {"roles.acting"}),
        (KEMEROVO, applied(by="consumer"), VOID, {"roles.acting"}),
        (KEMEROVO, applied(on="2023-09-24"), UNKNOWN, {"adoption.act"}),
        (NO_ACT, applied(), UNKNOWN, {"adoption.act"}),
        (EARLY, applied(on="2023-08-31"), VOID, {"eligibility.begun", "force.decree"}),
        (changed("kemerovo", selections=False), applied(), UNKNOWN, {"force.silent"}),
        (DISTRICT, applied(on="2025-01-01"), VOID, {"ways.chosen"}),
        (DISTRICT, applied(document=None), UNKNOWN, {"forms.form"}),
        (DISTRICT, applied(document={"form": "electronic"}), UNKNOWN, {"forms.system"}),
        (DISTRICT, applied(document={"form": "paper"}), VOID, {"forms.form"}),
        (DISTRICT, applied(document=ON_PAPER_FOR_A_REASON), VOID, {"forms.form"}),
    ],
)
def test_an_application_is_refused_for_each_condition(profile, event, outcome, rules):
    with pytest.raises(Refused) as caught:
        selection.advance(selection.begin("17"), event, profile)
    assert (caught.value.verdict.outcome, failing(caught.value.verdict)) == (outcome, rules)


def test_kemerovo_asks_nothing_of_the_form_and_a_first_day_is_asked_only_where_the_plan_names_one():
    assert selection.judge(selection.begin("17"), applied(document=None), KEMEROVO).outcome is Outcome.HOLDS
    without = selection.judge(selection.begin("17"), applied(), changed("kemerovo", plan=False))
    assert "eligibility.begun" not in {part.rule for part in without.parts}


@pytest.mark.parametrize(
    ("profile", "event", "outcome", "rules"),
    [
        (KEMEROVO, included(by="provider"), VOID, {"roles.acting"}),
        (KEMEROVO, included(by="media-committee"), UNKNOWN, {"roles.acting"}),
        (changed("kemerovo", body=False), included(), UNKNOWN, {"roles.acting"}),
        (KEMEROVO, included(on="2023-10-01"), VOID, {"lifecycle.order"}),
        (NO_ACT, included(), UNKNOWN, DECREE_NEEDS),
        (SHIPPED[1], included(), UNKNOWN, DECREE_NEEDS),
        (NO_FILL, included(), UNKNOWN, {"adoption.value"}),
        (KEMEROVO, refused(by="provider"), VOID, {"roles.acting"}),
        (KEMEROVO, refused("dislike"), VOID, {"grounds.listed"}),
        (KEMEROVO, refused("own-request"), VOID, {"grounds.listed"}),
        (KEMEROVO, refused("no-licence"), VOID, {"eligibility.objected"}),
        (KEMEROVO, refused("excluded-school"), VOID, {"eligibility.objected"}),
        (KEMEROVO, refused("service-not-listed"), VOID, {"eligibility.objected"}),
        (KEMEROVO, refused("wrong-identifiers"), VOID, {"eligibility.objected"}),
        (NO_FILL, refused(), UNKNOWN, {"adoption.value"}),
        (NO_ACT, refused(), UNKNOWN, {"adoption.value"}),
        (KEMEROVO, withdrawn(by="education"), VOID, {"roles.acting"}),
    ],
)
def test_a_decision_is_refused_for_each_condition_and_nothing_moves(profile, event, outcome, rules):
    history = after(applied())
    with pytest.raises(Refused) as caught:
        selection.advance(history, event, profile)
    assert (caught.value.verdict.outcome, failing(caught.value.verdict)) == (outcome, rules)
    assert history == after(applied())


UNFIT = [
    ({"licence": None}, {"eligibility.licensed"}),
    ({"licence": licence(ends_on="2023-10-04")}, {"eligibility.licensed"}),
    ({"licence": licence(issued_on="2023-10-06")}, {"eligibility.licensed"}),
    ({"inn": "4205000008"}, {"identifiers.inn"}),
    ({"inn": PERSON}, {"identifiers.inn"}),
    ({"inn": "42050000090"}, {"identifiers.inn"}),
    ({"ogrn": "1024200000001"}, {"identifiers.ogrn"}),
    ({"ogrn": "7194205000019"}, {"identifiers.ogrn"}),
    ({"ogrn": OGRNIP}, {"identifiers.ogrn"}),
    ({"kind": "sole-proprietor"}, {"identifiers.inn", "identifiers.ogrn"}),
    ({"kind": "sole-proprietor", "inn": PERSON}, {"identifiers.ogrn"}),
    ({"kind": "natural-person", "inn": PERSON}, {"identifiers.ogrn"}),
]


@pytest.mark.provision("kemerovo-2993/app4.5.1", "novokuznetsk-277/app2.5.1")
@BOTH
@pytest.mark.parametrize(("facts", "rules"), UNFIT)
def test_what_is_wrong_with_the_applicant_makes_inclusion_and_the_same_change_void(profile, facts, rules):
    said = selection.judge(after(applied(**facts), profile=profile), included(), profile)
    assert (said.outcome, failing(said)) == (Outcome.VOID, rules)
    said = selection.judge(after(*IN, profile=profile), altered(on="2023-10-05", **facts), profile)
    assert said.outcome is Outcome.VOID
    assert failing(said) - {"identifiers.same_provider"} == rules


@BOTH
def test_a_missing_ogrn_waits_for_a_person_to_decide(profile):
    history = after(applied(ogrn=None), profile=profile)
    for event in (included(), refused("wrong-identifiers")):
        assert selection.judge(history, event, profile).outcome is Outcome.UNKNOWN
    decision = Decision(by="head of department", on="2023-10-05", reason="номер сверен по ЕГРЮЛ")
    assert selection.advance(history, included(), profile, decision=decision).state == "included"


@pytest.mark.parametrize(
    ("profile", "event", "outcome", "rules"),
    [
        (KEMEROVO, altered(by="consumer"), VOID, {"roles.acting"}),
        (KEMEROVO, altered(on="2023-10-04"), VOID, {"lifecycle.order"}),
        (KEMEROVO, altered(inn="4205000023"), VOID, {"identifiers.same_provider"}),
        (KEMEROVO, altered(school="music-school"), VOID, {"eligibility.school"}),
        (KEMEROVO, altered(FULL_TIME, STRANGE), VOID, {"eligibility.listed", "providers.widened"}),
        (KEMEROVO, altered(FULL_TIME, TOURISM), UNKNOWN, {"providers.widened"}),
        (KEMEROVO, altered(TOURISM), UNKNOWN, {"providers.widened"}),
        (KEMEROVO, succeeded(by="provider"), VOID, {"roles.acting"}),
        (KEMEROVO, succeeded(on="2023-10-04"), VOID, {"lifecycle.order"}),
        (KEMEROVO, succeeded(succession=None), UNKNOWN, {"providers.succession"}),
        (KEMEROVO, succeeded(inn=INN), VOID, {"providers.succession"}),
        (KEMEROVO, succeeded(inn="42 05 000009"), VOID, {"providers.succession"}),
        (KEMEROVO, succeeded(ogrn=OGRN), VOID, {"providers.succession"}),
        (KEMEROVO, succeeded(ogrn=None), UNKNOWN, {"identifiers.ogrn"}),
        (KEMEROVO, succeeded(ogrn=OGRN, succession=None), VOID, {"providers.succession"}),
        (
            KEMEROVO,
            succeeded(kind="sole-proprietor", inn=PERSON, ogrn=OGRNIP),
            VOID,
            {"providers.succession"},
        ),
        (KEMEROVO, succeeded(licence=None), VOID, {"eligibility.licensed"}),
        (KEMEROVO, succeeded(school="music-school"), VOID, {"eligibility.school"}),
        (KEMEROVO, succeeded(inn="4205000008"), VOID, {"identifiers.inn"}),
        (NO_ACT_LATER, succeeded(), UNKNOWN, {"adoption.act"}),
        (DISTRICT, succeeded(on="2025-01-09"), VOID, {"ways.chosen"}),
        (KEMEROVO, altered(ogrn=None), UNKNOWN, {"identifiers.ogrn"}),
        (KEMEROVO, altered(ogrn=OTHER_OGRN), UNKNOWN, {"reconciliation.told_alike"}),
        (KEMEROVO, altered(ogrn=OGRN[:-1] + "1"), VOID, {"identifiers.ogrn"}),
        (KEMEROVO, excluded(by="provider"), VOID, {"roles.acting"}),
        (KEMEROVO, excluded("dislike"), VOID, {"grounds.listed"}),
        (KEMEROVO, excluded("false-data"), VOID, {"grounds.listed"}),
        (KEMEROVO, excluded("no-licence"), VOID, {"grounds.listed", "eligibility.objected"}),
        (NO_FILL, excluded(), UNKNOWN, {"adoption.value"}),
    ],
)
def test_an_entry_is_neither_changed_nor_closed_against_a_condition(profile, event, outcome, rules):
    history = after(*IN, profile=DISTRICT if profile is DISTRICT else KEMEROVO)
    with pytest.raises(Refused) as caught:
        selection.advance(history, event, profile)
    assert (caught.value.verdict.outcome, failing(caught.value.verdict)) == (outcome, rules)
    assert history == after(*IN, profile=DISTRICT if profile is DISTRICT else KEMEROVO)


def test_an_act_may_list_a_ground_of_the_decree_and_then_the_entry_must_bear_it_out():
    listing = []
    for act in acts():
        fills = [
            {**fill, "entries": [{"id": "no-licence", "title": {"ru": "нет лицензии", "en": "no licence"}}]}
            if fill["slot"] == "selection.exclusion_grounds"
            else fill
            for fill in act["fills"]
        ]
        listing.append({**act, "fills": fills})
    profile = load_profile({**shipped_data()["municipalities"]["kemerovo"], "adopted": listing})
    history = after(applied(licence=licence(ends_on="2024-02-29")), included(), profile=profile)
    early = selection.judge(history, excluded("no-licence", on="2024-02-29"), profile)
    assert (early.outcome, failing(early)) == (Outcome.VOID, {"eligibility.objected"})
    assert selection.advance(history, excluded("no-licence"), profile).state == "excluded"
    renewed = selection.advance(history, altered(), profile)
    assert selection.judge(renewed, excluded("no-licence"), profile).outcome is Outcome.VOID


@BOTH
def test_under_reading_s1_the_sign_alone_makes_no_other_service_and_by_letter_it_does(profile):
    name = profile.name
    own = next(s.number for s in profile.latest.services if s.number.endswith("ББ52АЖ48000"))
    other = FULL_TIME_BY_DIGIT if own == FULL_TIME else FULL_TIME
    by_letter = changed(name, s1="by_letter")
    for number, chosen, outcome in (
        (own, profile, Outcome.HOLDS),
        (other, profile, Outcome.HOLDS),
        (own, by_letter, Outcome.HOLDS),
        (other, by_letter, Outcome.VOID),
    ):
        said = selection.judge(after(applied(number), profile=chosen), included(), chosen)
        assert said.outcome is outcome
    assert (
        selection.advance(after(applied(other)), refused("service-not-listed"), by_letter).state == "refused"
    )


@BOTH
@pytest.mark.parametrize("path", PATHS)
def test_in_each_state_every_other_step_is_refused_by_the_state_alone(profile, path):
    possible = {
        "expected": {"applied"},
        "applied": {"included", "application_refused", "withdrawn"},
        "included": {"changed", "succeeded", "excluded"},
    }
    history = after(*PATHS[path], profile=profile)
    for event in (applied(), included(), refused(), withdrawn(), altered(), succeeded(), excluded()):
        by_state = selection.judge(history, event, profile).rule == "lifecycle.state"
        assert by_state is (event.kind not in possible.get(history.state, set()))


# ─── What is owed, what is possible, what is cited ───────────────────────────────────────────────────────


@BOTH
def test_a_decision_is_owed_until_the_last_day_of_the_acts_term(profile):
    history = after(applied(), profile=profile)
    (duty,) = selection.due(history, profile, date(2023, 10, 9))
    assert (duty.kind, duty.last_day, duty.overdue) == ("included", date(2023, 10, 9), False)
    assert selection.due(history, profile, date(2023, 10, 10))[0].overdue
    assert selection.due(history, NO_FILL, date(2023, 10, 10))[0].last_day is None
    for path in ("expected", "included", "refused", "excluded", "withdrawn"):
        assert selection.due(after(*PATHS[path]), profile, date(2024, 4, 1)) == ()


def test_options_show_what_is_against_inclusion_before_anybody_decides():
    history = after(applied(licence=None))
    options = {option.kind: option for option in selection.options(history, KEMEROVO, date(2023, 10, 5))}
    assert failing(options["included"].verdict) == {"eligibility.licensed"}
    assert options["application_refused"].verdict.outcome is Outcome.HOLDS
    assert named(options["application_refused"].needs) == ("on", "by", "ground", "because")
    (first,) = (
        o for o in selection.options(selection.begin("17"), EARLY, date(2023, 8, 31)) if o.kind == "applied"
    )
    assert failing(first.verdict) == {"eligibility.begun", "force.decree"}
    assert "document" not in named(first.needs)  # the decree says nothing of its form


RULES = {
    rule.code: rule
    for module in (adoption, deadlines, eligibility, forms, identifiers, providers, roles, ways)
    for rule in vars(module).values()
    if isinstance(rule, Rule)
}


@BOTH
@pytest.mark.parametrize("path", PATHS)
def test_every_verdict_cites_a_provision_or_says_what_is_assumed(profile, path):
    for record in after(*PATHS[path], profile=profile).records:
        for part in record.verdict.parts:
            for said in part.walk():
                assert said.cites or RULES[said.rule].assumed, said


@pytest.mark.provision("kemerovo-2993/app4.5.1", "novokuznetsk-277/app2.5.1")
@pytest.mark.parametrize(
    ("profile", "cited"),
    [(KEMEROVO, [["app4.5.1"]]), (DISTRICT, [["app2.5.1"]]), (changed("kemerovo", licence=False), [])],
)
def test_the_licence_is_asked_for_where_the_decree_asks_for_it(profile, cited):
    verdict = selection.judge(after(applied(), profile=profile), included(), profile)
    said = [part for part in verdict.walk() if part.rule == "eligibility.licensed"]
    assert [[cite.address for cite in part.cites] for part in said] == cited


def test_every_clause_has_a_citation_or_the_mark_assumed():
    for clause in selection.clauses:
        for profile in (KEMEROVO, DISTRICT):
            assert clause.cites(profile.latest) or isinstance(clause.basis, Assumed)
    assert {c.kind for c in selection.clauses if isinstance(c.basis, Assumed)} == {
        "changed",
        "succeeded",
        "withdrawn",
    }


def test_the_shipped_decrees_have_not_adopted_the_act_of_the_register():
    for profile in SHIPPED:
        verdict = selection.judge(selection.begin("17"), applied(), profile)
        assert (verdict.outcome, failing(verdict)) == (Outcome.UNKNOWN, {"adoption.act"})
        (part,) = verdict.reasons(Outcome.UNKNOWN)
        assert [c.address for c in part.cites] in (["art9.part16", "app4.2.2"], ["art9.part16", "app2.2.3"])


# ─── History, extract, provider ──────────────────────────────────────────────────────────────────────────


@BOTH
@pytest.mark.parametrize("path", PATHS)
def test_a_history_goes_to_json_and_back(profile, path):
    history = after(*PATHS[path], profile=profile)
    assert selection.load(selection.dump(history)) == history


@pytest.mark.parametrize("path", ["expected", "applied", "refused", "withdrawn"])
def test_there_is_no_extract_where_the_provider_was_never_included(path):
    with pytest.raises(LookupError, match="selection 17: not in the register by 2024-04-01"):
        extract(after(*PATHS[path]), date(2024, 4, 1))


def test_an_extract_shows_the_entry_as_it_stood_on_its_day():
    history = after(applied(FULL_TIME, TOURISM), included(), altered(FULL_TIME), excluded())
    with pytest.raises(LookupError, match="by 2023-10-04"):
        extract(history, date(2023, 10, 4))
    entry = {"provider": INN, "record": "4205-1", "included_on": "2023-10-05"}
    for as_of, services, left in (
        ("2023-10-05", (FULL_TIME, TOURISM), None),
        ("2024-01-31", (FULL_TIME, TOURISM), None),
        ("2024-02-01", (FULL_TIME,), None),
        ("2024-02-29", (FULL_TIME,), None),
        ("2024-03-01", (FULL_TIME,), "2024-03-01"),
    ):
        expected = RegisterExtract(as_of=as_of, services=services, excluded_on=left, **entry)
        assert extract(history, date.fromisoformat(as_of)) == expected


def test_an_extract_names_the_provider_by_the_inn_without_its_spaces():
    assert extract(after(applied(inn="42 05 000009"), included()), date(2023, 10, 5)).provider == INN


def test_the_provider_is_the_one_last_applied_for_or_changed():
    assert provider_of(after(applied())) == school()
    renewed = licence(number="18", issued_on="2024-01-15")
    assert provider_of(after(*IN, altered(licence=renewed))).licence == renewed
    with pytest.raises(LookupError, match="nobody has applied yet"):
        provider_of(selection.begin("17"))


def test_the_services_are_those_last_applied_for_or_changed():
    assert services_of(after(applied(FULL_TIME, TOURISM))) == (FULL_TIME, TOURISM)
    assert services_of(after(*IN, altered(TOURISM, by="education"))) == (TOURISM,)
    with pytest.raises(LookupError, match="nobody has applied yet"):
        services_of(selection.begin("17"))


def test_an_annulled_change_no_longer_counts():
    history = after(*IN, altered(TOURISM, by="education"))
    annulment = RecordAnnulled(on="2024-02-02", by="education", record=3, reason="внесено по ошибке")
    history = selection.advance(history, annulment, KEMEROVO)
    assert extract(history, date(2024, 2, 3)).services == (FULL_TIME,)


@given(st.text("0123456789 \u00a0-", min_size=1), st.text("0123456789", min_size=1))
def test_no_string_given_for_a_number_breaks_a_step(inn, ogrn):
    assume(any(sign.isdigit() for sign in inn))
    history = after(applied(inn=inn, ogrn=ogrn))
    for event in (included(), refused("wrong-identifiers")):
        assert selection.judge(history, event, KEMEROVO).text.en
    whole = selection.judge(history, included(), KEMEROVO)
    assert all(part.text.ru for part in whole.walk())


@pytest.mark.parametrize(
    "make",
    [
        lambda: Applied(on="2023-10-02", by="provider", provider=school(), services=()),
        lambda: applied(kind="branch"),
        lambda: included(record=""),
        lambda: refused(ground=""),
        lambda: Excluded(on="2024-03-01", by="education", ground="own-request"),
        lambda: altered(name="Иванов"),
    ],
    ids=["no services", "no such kind", "no record", "no ground", "no because", "a personal name"],
)
def test_an_event_that_is_no_fact_of_its_kind_cannot_be_made(make):
    with pytest.raises(ValidationError):
        make()


def test_the_drawing_shows_every_way_through_the_case():
    drawn = selection.mermaid("en")
    assert "included --> included: register entry changed" in drawn
    assert {f"{state} --> [*]" in drawn for state in ("refused", "excluded", "withdrawn")} == {True}


# ─── What the decree itself gives as a ground, and what an act must list ─────────────────────────────────


@pytest.mark.parametrize(("ground", "asks_the_list"), [("no-licence", False), ("wrong-identifiers", True)])
def test_numbers_are_a_ground_only_where_the_act_lists_it_and_a_licence_is_one_by_the_decree(
    ground, asks_the_list
):
    unlisted = changed("kemerovo", fills=False)
    history = after(applied(licence=None, inn="4205000008"), profile=unlisted)
    found = failing(selection.judge(history, refused(ground), unlisted))
    assert "adoption.value" in found  # the term of the decision is not set either
    said = selection.judge(history, refused(ground), unlisted)
    slots = {part.facts["slot"] for part in said.walk() if part.rule == "adoption.value"}
    assert ("selection.refusal_grounds" in slots) is asks_the_list
    assert "eligibility.objected" in {part.rule for part in said.walk()}


def test_no_provider_enters_the_district_register_when_the_years_of_the_way_are_over():
    history = after(applied(on="2024-12-27"), profile=DISTRICT)
    assert failing(selection.judge(history, included(on="2024-12-28"), DISTRICT)) == set()
    assert failing(selection.judge(history, included(on="2025-01-09"), DISTRICT)) == {"ways.chosen"}


# ─── A successor, wider services, the end of a licence, a proprietor who teaches alone ───────────────────


def test_the_record_goes_on_under_the_successors_number_and_its_day_stays():
    history = after(applied(FULL_TIME, TOURISM), included(), succeeded(), excluded())
    before, then = extract(history, date(2024, 2, 14)), extract(history, date(2024, 2, 15))
    assert (before.provider, then.provider) == (INN, OTHER_INN)
    assert (before.before, then.before) == ((), (INN,))
    same = {"as_of": then.as_of, "provider": then.provider, "before": then.before}
    assert before.model_copy(update=same) == then
    assert provider_of(history).ogrn == OTHER_OGRN


def test_an_annulled_succession_gives_the_entry_back():
    history = after(*IN, succeeded())
    annulment = RecordAnnulled(on="2024-02-16", by="education", record=3, reason="не то лицо")
    history = selection.advance(history, annulment, KEMEROVO)
    assert extract(history, date(2024, 2, 17)).provider == INN


@BOTH
def test_a_provider_widens_its_services_by_a_decision_only_and_the_body_by_itself(profile):
    own = next(s.number for s in profile.latest.services if s.number.endswith("ББ52АЖ48000"))
    listed = [s.number for s in profile.latest.services if s.number != own]
    if not listed:
        return
    history = after(applied(own), included(), profile=profile)
    wider = altered(own, listed[0])
    said = selection.judge(history, wider, profile)
    assert said.outcome is Outcome.UNKNOWN
    assert [ask.path for ask in said.asks] == ["decision"]
    decision = Decision(by="head of department", on="2024-02-01", reason="решение о включении услуги")
    taken = selection.advance(history, wider, profile, decision=decision)
    assert extract(taken, date(2024, 2, 1)).services == (own, listed[0])
    by_body = altered(own, listed[0], by=profile.latest.authorized_body.value)
    assert selection.advance(history, by_body, profile).records[-1].verdict.outcome is Outcome.HOLDS
    narrower = altered(own, on="2024-02-02")
    assert selection.judge(taken, narrower, profile).outcome is Outcome.HOLDS


def test_the_same_service_written_with_another_sign_widens_nothing_but_by_letter():
    history = after(*IN)
    event = altered(FULL_TIME_BY_DIGIT)
    assert "providers.widened" not in failing(selection.judge(history, event, KEMEROVO))
    by_letter = changed("kemerovo", s1="by_letter")
    assert "providers.widened" in failing(selection.judge(history, event, by_letter))


@BOTH
def test_the_end_of_a_licence_is_a_duty_to_exclude_for_which_nobody_sets_a_term(profile):
    history = after(applied(licence=licence(ends_on="2024-02-29")), included(), profile=profile)
    assert selection.due(history, profile, date(2024, 2, 29)) == ()
    for on in (date(2024, 3, 1), date(2024, 9, 1)):
        (duty,) = selection.due(history, profile, on)
        assert (duty.kind, duty.last_day, duty.overdue) == ("excluded", None, False)
    renewed = selection.advance(history, altered(on="2024-02-20"), profile)
    assert selection.due(renewed, profile, date(2024, 3, 1)) == ()
    assert selection.due(selection.advance(history, excluded(), profile), profile, date(2024, 3, 2)) == ()


def test_there_is_no_such_duty_where_the_decree_asks_for_no_licence():
    profile = changed("kemerovo", licence=False)
    history = after(applied(licence=licence(ends_on="2024-02-29")), included(), profile=profile)
    assert selection.due(history, profile, date(2024, 3, 1)) == ()


@cache
def unlicensed():
    """The filled decree under which a proprietor who teaches alone needs no licence (reading P1)."""
    return load_profile(
        {
            **shipped_data()["municipalities"]["kemerovo"],
            "adopted": list(acts()),
            "readings": {"P1": "not_needed"},
        }
    )


def proprietor(alone, **facts):
    return applied(kind="sole-proprietor", inn=PERSON, ogrn=OGRNIP, alone=alone, **facts)


OVER = licence(ends_on="2023-10-04")


@pytest.mark.parametrize("held", [None, OVER], ids=["none", "over"])
@pytest.mark.parametrize(
    ("alone", "needed", "not_needed"),
    [
        (True, Outcome.VOID, Outcome.HOLDS),
        (None, Outcome.VOID, Outcome.UNKNOWN),
        (False, Outcome.VOID, Outcome.VOID),
    ],
)
def test_whether_a_proprietor_who_teaches_alone_needs_a_licence_is_a_reading(held, alone, needed, not_needed):
    for profile, outcome in ((KEMEROVO, needed), (unlicensed(), not_needed)):
        history = after(proprietor(alone, licence=held), profile=profile)
        said = selection.judge(history, included(), profile)
        assert said.outcome is outcome
        told = [part.reading for part in said.walk() if part.reading is not None]
        assert [one.code for one in told] == ["P1"] * (needed is not not_needed)
        if told:
            other = not_needed if profile is KEMEROVO else needed
            assert [one.outcome for one in told[0].otherwise] == [other]
        assert ("event.provider.alone" in [a.path for a in said.asks]) is False
        wanted = ["case.provider.alone"] if outcome is Outcome.UNKNOWN else []
        assert [ask.path for ask in said.asks] == wanted
        ground = selection.judge(history, refused("no-licence"), profile).outcome
        assert (
            ground
            is {
                Outcome.VOID: Outcome.HOLDS,
                Outcome.HOLDS: Outcome.VOID,
                Outcome.UNKNOWN: Outcome.UNKNOWN,
            }[outcome]
        )


def test_the_reading_touches_nobody_else():
    for event in (
        proprietor(True, licence=licence()),
        applied(licence=None),
        applied(licence=None, alone=True),
    ):
        one, other = (
            selection.judge(after(event, profile=profile), included(), profile)
            for profile in (KEMEROVO, unlicensed())
        )
        assert one.outcome is other.outcome
        assert all(part.reading is None for part in one.walk())


def test_a_licence_that_nobody_needs_ends_without_a_duty():
    event = proprietor(True, licence=licence(ends_on="2024-02-29"))
    for profile, duties in ((KEMEROVO, ["excluded"]), (unlicensed(), [])):
        history = after(event, included(), profile=profile)
        assert [duty.kind for duty in selection.due(history, profile, date(2024, 3, 1))] == duties


def test_a_provider_of_whom_it_is_not_said_is_written_as_before():
    assert "alone" not in school().model_dump()
    assert school(alone=False).model_dump()["alone"] is False
