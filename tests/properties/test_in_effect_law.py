"""What of a decree holds on a day: the law of a lapse, a suspension and a later beginning of every provision.

Laws: for every norm, entry and row of a profile that has an address, an end of that address, or of what it stands
within, leaves the edition as it was on the days before (and after a suspension). On its days a norm does not hold,
an entry is not there, a row is absent, or else `check` tells that it stays. A norm that ended so and one past its
own last day are answered alike by every clause of every lifecycle. A row of the plan is owed as without the end
where it was due before it, and not owed otherwise.
"""

from datetime import date, timedelta
from typing import NamedTuple

import pytest
from cases_at_hand import KEMEROVO, changed
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189 import load_profile
from law189.audit.indicators import indicators_on
from law189.audit.plan import plan_on
from law189.cases.moment import Moment
from law189.law import Citation, Entry, Grade, Norm, Period
from law189.lints.ends import nothing_ends
from law189.profile.effect import bearing, covers, staying
from law189.profile.federal import shipped_data
from law189.profile.profile import Profile
from law189.profile.validity import ActPart, Entering, Lapse
from law189.rules.deadlines import Status
from law189.verdict import Outcome
from law189.workflows import LIFECYCLES, certificate, selection

DAY, PAUSE = timedelta(1), timedelta(28)
FROM = date(2024, 2, 1)
NUMBER = "804200О.99.0.ББ52АЖ48000"

GROUP_MORE = {
    "presiding_by": {"value": "on_order", "cite": "app3.8.1"},
    "notice": {"value": {"days": 3, "unit": "working_days"}, "cite": "app3.8.2"},
    "ballot": {"value": "open", "cite": "app3.8.3"},
    "absentee": {"value": {"allowed": True}, "cite": "app3.8.4"},
    "proxies": {"value": "counted", "cite": "app3.8.5"},
    "opinions": {"value": "counted", "cite": "app3.8.6"},
    "conflict_of_interest": {"value": "abstains", "cite": "app3.8.7"},
    "subgroups": [
        {
            "id": "experts",
            "title": {"ru": "экспертная подгруппа", "en": "experts"},
            "seats": ["member-1", "member-2"],
            "quorum": {"value": {"at_least": "1/2"}, "cite": "app3.9.1"},
            "adoption": {"value": {"at_least": "1/2", "of": "present"}, "cite": "app3.9.2"},
            "decisions": {"value": {"force": "advisory"}, "cite": "app3.9.3"},
            "cite": "app3.9",
        }
    ],
}
CONDITION = {
    "id": "residence",
    "step": "certificate.applied_for",
    "asks": {"kind": "confirmed"},
    "title": {"ru": "живёт в городе", "en": "lives in the town"},
    "missing": "void",
    "cite": "p8",
}


def rich(**more) -> Profile:
    """Kemerovo with what it leaves out: every norm of the group, a parameter, a local condition."""
    group = {**_section("working_group"), **GROUP_MORE}
    ages = {"consumers": {"age_from": 5, "age_to": 17}, "cite": "p7"}
    return changed("kemerovo", working_group=group, conditions=[CONDITION], parameters=[ages], **more)


def _section(name):
    return shipped_data()["municipalities"]["kemerovo"][name]


RICH, DISTRICT = rich(), load_profile("novokuznetsk_district")
PROFILES = {"kemerovo": RICH, "novokuznetsk_district": DISTRICT}


def with_end(profile: Profile, **update) -> Profile:
    """The profile with another end or beginning of its provisions."""
    return Profile(tuple((since, one.model_copy(update=update)) for since, one in profile.editions))


def ended(profile, of, said=None, **facts):
    lapse = Lapse(of=(of,), cite=said or profile.act.cite("p1"), **(facts or {"repealed_on": FROM}))
    return with_end(profile, lapses=(lapse,))


def later(profile, of):
    parts = (ActPart(of=(of,), starts={"on_day": FROM + PAUSE}), ActPart(starts="on_signing"))
    says = Norm[Entering](value=parts, basis=profile.act.cite("p1"))
    return with_end(profile, entry_into_force=says)


# ─── Обход модели: у чего есть адрес ─────────────────────────────────────────────────────────────────────


def sourced(value, path=()):
    """Every entry with an address of its own, by the keys above it."""
    if isinstance(value, Entry):
        cite = getattr(value, "basis", None) or getattr(value, "cite", None)
        if isinstance(cite, Citation) and path:
            yield path, value, cite
        for name in type(value).model_fields:
            yield from sourced(getattr(value, name), (*path, name))
    elif isinstance(value, tuple) and not isinstance(value, str):
        for one in value:
            yield from sourced(one, path)


class Sourced(NamedTuple):
    """What has an address: the keys above it, and itself."""

    path: tuple[str, ...]
    entry: Entry
    cite: Citation


def of_decree(profile):
    edition = profile.latest
    left = ("entry_into_force", "lapses", "covers_since", "acts", "adopted")
    for path, entry, cite in sourced(edition):
        if path[0] not in left and cite.act == edition.act.id and cite != edition.whole:
            yield pytest.param(
                profile, Sourced(path, entry, cite), id=f"{edition.profile}-{'.'.join(path)}-{cite.address}"
            )


EVERY = [param for profile in PROFILES.values() for param in of_decree(profile)]
EVERYTHING = pytest.mark.parametrize(("profile", "one"), EVERY)


def at(edition, path):
    """The values at the path, of every entry of a list on the way."""
    found = [edition]
    for name in path:
        found = [getattr(one, name) for one in found if one is not None]
        found = [one for value in found for one in (value if isinstance(value, tuple) else (value,))]
    return found


def cite_of(entry):
    return getattr(entry, "basis", None) or entry.cite


def said(edition):
    """All that an edition says but its ends and its entry into force."""
    names = type(edition).model_fields.keys() - {"lapses", "entry_into_force"}
    return {name: getattr(edition, name) for name in names}


def above(cite, profile):
    """The address and each one it stands within."""
    address = cite.address
    while address:
        yield profile.act.cite(address)
        address = address.rpartition(".")[0]


def gone_or_told(profile, path, cite, of, on):
    edition = profile.on(on)
    left = [one for one in at(edition, path) if cite_of(one) == cite]
    if left and all(isinstance(one, Period) for one in left):
        return not any(one.in_force(on) for one in left)
    if not left or (edition.absent(cite) is not None and path[0] in ("plan", "indicators")):
        return True
    return path[0] in ONLY_SAID or of in [place for place, _ in nothing_ends.places(profile)]


ONLY_SAID = ("stages", "goals", "aliases", "mentions", "blanks", "approvals")
"""What heads, names or describes other entries, and decides nothing by itself."""


@EVERYTHING
def test_on_its_days_it_is_gone_or_told_and_on_others_all_is_as_it_was(profile, one):
    last = FROM + PAUSE
    for of in above(one.cite, profile):
        pause = {"suspended": {"since": FROM, "until": last}}
        for made, inside, outside in (
            (ended(profile, of), (FROM, last), (FROM - DAY,)),
            (ended(profile, of, expires_on=FROM - DAY), (FROM,), (FROM - DAY,)),
            (ended(profile, of, **pause), (FROM, last), (FROM - DAY, last + DAY)),
            (later(profile, of), (FROM, last - DAY), (last,)),
        ):
            for on in inside:
                assert gone_or_told(made, one.path, one.cite, of, on), (of.address, on)
            for on in outside:
                assert said(made.on(on)) == said(profile.on(on))
                assert made.on(on).absent(one.cite) is None


@EVERYTHING
def test_an_end_of_its_own_address_bears_on_it_or_check_tells_that_it_stays(profile, one):
    entry, cite = one.entry, one.cite
    made = ended(profile, cite)
    told = cite in [place for place, _ in nothing_ends.places(made)]
    edition = made.on(FROM)
    rows = any(edition.absent(row.cite) for row in (*edition.plan, *edition.indicators))
    over = isinstance(entry, Period) and not entry.in_force(FROM)
    assert told or rows or over or said(edition) != said(profile.on(FROM))


def of_its_own(norm):
    """Whether nothing else of the profile stands at the address of the norm, above it or within it."""
    cites = [*bearing(RICH.latest), *staying(RICH.latest)]
    return sum(covers(norm.basis, one) or covers(one, norm.basis) for one in cites) == 1


GROUP_NORMS = [
    (path, norm)
    for path, norm in RICH.latest.norms
    if path.startswith("working_group.") and path.count(".") == 1 and of_its_own(norm)
]


@given(
    st.sampled_from(GROUP_NORMS),
    st.integers(-40, 40),
    st.one_of(st.none(), st.integers(0, 60)),
    st.sampled_from(("repealed_on", "suspended", "begins")),
    st.booleans(),
)
def test_check_looks_at_the_edition_of_the_days_of_an_end(one, days, length, way, moved):
    """The norm has another address from FROM: an end of the old one is of something in the days before it only."""
    path, norm = one
    name, new = path.rpartition(".")[2], RICH.act.cite("app9.1")
    group = RICH.latest.working_group.model_copy(update={name: norm.model_copy(update={"basis": new})})
    amended = RICH.latest.model_copy(update={"working_group": group})
    two = Profile(((date.min, RICH.latest), (FROM, amended)))
    of, since = new if moved else norm.basis, FROM + days * DAY
    last = since + length * DAY if way == "suspended" and length is not None else None
    if way == "begins":
        parts = (ActPart(of=(of,), starts={"on_day": since}), ActPart(starts="on_signing"))
        made = with_end(two, entry_into_force=Norm[Entering](value=parts, basis=two.act.cite("p1")))
        was_there = moved is False or since >= FROM
    else:
        facts = {"suspended": {"since": since, "until": last}} if way == "suspended" else {way: since}
        made = ended(two, of, **facts)
        was_there = (last is None or last + DAY >= FROM) if moved else since - DAY < FROM
    assert (of not in [place for place, _ in nothing_ends.places(made)]) is was_there


@pytest.mark.parametrize(("day", "told"), [(FROM - DAY, True), (FROM, False), (FROM + DAY, True)])
def test_check_tells_of_whom_an_end_leaves_until_an_amendment_takes_them_out(day, told):
    of = RICH.latest.working_group.subgroups[0].cite
    group = RICH.latest.working_group.model_copy(update={"subgroups": ()})
    amended = RICH.latest.model_copy(update={"working_group": group})
    made = ended(Profile(((date.min, RICH.latest), (FROM, amended))), of, repealed_on=day)
    found = [place for place, _ in nothing_ends.places(made)]
    assert (of in found) is told


def test_check_tells_of_no_norm_on_which_a_step_rests_that_nothing_follows():
    for clause in (one for lifecycle in LIFECYCLES for one in lifecycle.clauses):
        own = clause.basis if isinstance(clause.basis, str) and "/" not in clause.basis else None
        for path in (*((own,) if own else ()), *clause.norms, *clause.if_said):
            norm = RICH.latest.norm(path)
            assert norm is None or norm.basis in set(bearing(RICH.latest)), path


def test_a_day_that_is_not_recorded_takes_nothing_out_and_leaves_the_step_unknown():
    cite = RICH.act.cite("app1.7")
    made = ended(RICH, cite, repealed_on=None)
    assert said(made.on(FROM)) == said(RICH.on(FROM))


# ─── Норма прекращена и норма после своего последнего дня ────────────────────────────────────────────────


NORMS = [(path, norm) for path, norm in RICH.latest.norms if path not in ("entry_into_force", "covers_since")]


def past(path):
    """The profile whose norm at the path ends by its own word."""
    edition = RICH.latest
    *above_it, name = path.split(".")
    owner = edition.working_group if above_it else edition
    update = {name: getattr(owner, name).model_copy(update={"until": FROM - DAY})}
    if above_it:
        update = {"working_group": owner.model_copy(update=update)}
    return with_end(RICH, **update)


def headings(profile, on):
    """What every clause of every lifecycle says of a step before its facts."""
    found = {}
    for lifecycle in LIFECYCLES:
        history = lifecycle.begin("1")
        for clause in lifecycle.clauses:
            try:
                told = list(clause.heading(Moment(on, history, profile)))
            except LookupError as error:
                told = type(error).__name__
            else:
                told = [(part.rule, part.outcome, part.text.ru) for one in told for part in one.walk()]
            found[clause.code] = told
    return found


@pytest.mark.parametrize(("path", "norm"), NORMS, ids=[path for path, _ in NORMS])
def test_a_norm_that_ended_and_one_past_its_last_day_are_answered_alike(path, norm):
    if path.count(".") > 1 or [one.basis for _, one in NORMS].count(norm.basis) > 1:
        return
    alone = [one for _, _, one in sourced(RICH.latest) if covers(norm.basis, one)]
    one, other = past(path), ended(RICH, norm.basis)
    if len(alone) == 1:
        assert headings(one, FROM) == headings(other, FROM)
    assert headings(other, FROM - DAY) == headings(RICH, FROM - DAY)


# ─── План и показатели ───────────────────────────────────────────────────────────────────────────────────


@settings(max_examples=size(40, 1000))
@given(st.sampled_from(RICH.latest.plan), st.dates(date(2023, 9, 23), date(2025, 3, 1)), st.integers(0, 400))
def test_a_row_is_owed_where_it_was_due_before_the_end(row, day, after):
    on = day + after * DAY
    plain = {one.item.id: one for one in plan_on(RICH, on)}[row.id]
    for of in (row.cite, RICH.act.cite("app4")):
        for made in (ended(RICH, of, repealed_on=day), with_end(RICH, lapses=(repeal(day),))):
            found = {one.item.id: one for one in plan_on(made, on)}[row.id]
            if (plain.due is not None and plain.due < day) or plain.status in (Status.DONE, Status.UNKNOWN):
                assert (found.status, found.due, found.verdict) == (plain.status, plain.due, plain.verdict)
            else:
                assert (found.status, found.verdict.outcome) == (Status.NOT_IN_FORCE, Outcome.HOLDS)
                assert made.latest.lapses[0].cite in found.verdict.cites


def test_a_row_whose_end_has_no_recorded_day_is_not_known_to_be_owed():
    on, cite = date(2025, 2, 1), RICH.act.cite
    for made in (ended(RICH, cite("app4.6.1"), repealed_on=None), with_end(RICH, lapses=(repeal(None),))):
        found = next(one for one in plan_on(made, on) if one.item.id == "app4.6.1")
        assert (found.status, found.verdict.outcome) == (Status.UNKNOWN, Outcome.UNKNOWN)
        assert [ask.path for ask in found.verdict.asks] == ["profile.lapses"]
    assert told_of(ended(RICH, cite("app5.2.1"), repealed_on=None), on) is Outcome.UNKNOWN


def test_an_adopted_act_that_ended_is_not_in_force_and_sets_nothing():
    edition = RICH.latest
    act = next(one for one in edition.adopted if one.fills and one.since < FROM)
    made = ended(RICH, act.cite).on(FROM)
    assert all(made.adopted_on(one, FROM) != act for one in act.adopts)
    assert all(one.act.id != act.act.id or not one.in_force(FROM) for one in made.adopted)


def repeal(day):
    return Lapse(repealed_on=day, cite=RICH.act.cite("p1"))


def told_of(profile, on, value=False):
    rows = indicators_on(profile, {"app5.2.1": value}, on)
    return next(one.verdict.outcome for one in rows if one.indicator.id == "app5.2.1")


def test_an_indicator_is_not_measured_where_its_row_ended_before_its_targets_time():
    on = date(2025, 2, 1)
    assert told_of(RICH, on) is Outcome.BREACH
    for made in (ended(RICH, RICH.act.cite("app5.2.1")), with_end(RICH, lapses=(repeal(FROM),))):
        assert told_of(made, on) is Outcome.HOLDS
    assert (
        told_of(ended(RICH, RICH.act.cite("app5.2.1"), repealed_on=date(2025, 1, 15)), on) is Outcome.BREACH
    )


# ─── По одному случаю каждого рода ───────────────────────────────────────────────────────────────────────


def applied(profile, on, *, form="electronic", local=None, born="2014-05-01"):
    """What the application of a child for a certificate is answered."""
    paper = {"form": "electronic", "system": "navigator"} if form == "electronic" else {"form": "paper"}
    event = certificate.AppliedFor(
        on=on,
        by="representative",
        document=paper,
        recipient={"file": "17", "born": born},
        services=(NUMBER,),
        asks=("enrolment", "certificate"),
        local={"residence": True} if local is None else local,
    )
    cycle = certificate.lifecycle
    return cycle.judge(cycle.begin("1"), event, profile)


def test_what_a_certificate_is_asked_for_by():
    cite = RICH.act.cite
    assert applied(RICH, FROM).outcome is Outcome.HOLDS
    assert applied(ended(RICH, cite("app1.7")), FROM).outcome is Outcome.VOID
    assert applied(ended(RICH, cite("app1.7")), FROM - DAY).outcome is Outcome.HOLDS
    assert applied(ended(RICH, cite("app1.7"), repealed_on=None), FROM).outcome is Outcome.UNKNOWN
    assert applied(later(RICH, cite("app1.7")), FROM).outcome is Outcome.VOID
    assert applied(later(RICH, cite("app1.7")), FROM + PAUSE).outcome is Outcome.HOLDS
    assert applied(RICH, FROM, form="paper").outcome is Outcome.VOID
    assert applied(ended(RICH, cite("p3.1.1")), FROM, form="paper").outcome is Outcome.HOLDS
    assert applied(RICH, FROM, local={"residence": False}).outcome is Outcome.VOID
    assert applied(ended(RICH, cite("p8")), FROM, local={}).outcome is Outcome.HOLDS
    assert applied(RICH, FROM, born="2000-01-01").outcome is Outcome.VOID
    assert applied(ended(RICH, cite("p7")), FROM, born="2000-01-01").outcome is Outcome.HOLDS


def test_the_answer_on_a_service_that_ended_cites_what_ended_it():
    made = ended(RICH, RICH.act.cite("app1.7"), said=RICH.act.cite("p4"))
    assert RICH.act.cite("p4") in {cite for part in applied(made, FROM).walk() for cite in part.cites}


def test_paper_is_not_let_in_while_what_lets_it_in_is_suspended():
    pause = {"suspended": {"since": date(2023, 11, 1), "until": date(2023, 11, 30)}}
    made = ended(RICH, RICH.act.cite("p5"), **pause)
    for on in (date(2023, 10, 31), date(2023, 11, 1), date(2023, 11, 30), date(2023, 12, 1)):
        inside = date(2023, 11, 1) <= on <= date(2023, 11, 30)
        told = applied(made, on, form="paper").outcome
        assert told is (Outcome.VOID if inside else applied(RICH, on, form="paper").outcome)


@pytest.mark.parametrize(
    "licence", [None, {"number": "17", "issued_on": "2020-02-03"}], ids=["without", "with"]
)
def test_a_licence_is_not_asked_by_a_norm_that_does_not_hold(licence):
    cycle = selection.lifecycle
    provider = {"kind": "legal-entity", "inn": "4205000009", "ogrn": "1024200000000"}
    event = selection.Applied(
        on=FROM - PAUSE,
        by="provider",
        provider=provider if licence is None else {**provider, "licence": licence},
        services=(NUMBER,),
        document={"form": "electronic", "system": "navigator"},
    )
    plain = with_end(KEMEROVO)
    history = cycle.advance(cycle.begin("1"), event, plain)
    included = selection.Included(on=FROM, by="education", record="1")
    norm = KEMEROVO.latest.licence.model_copy(update={"until": FROM - DAY})
    for made in (ended(KEMEROVO, KEMEROVO.latest.licence.basis), with_end(KEMEROVO, licence=norm)):
        verdict = cycle.judge(history, included, made)
        assert verdict.outcome is Outcome.UNKNOWN
        assert [one.rule for one in verdict.reasons(Outcome.UNKNOWN)] == ["force.norm"]


def test_another_body_is_not_refused_by_a_norm_that_does_not_hold():
    history = certificate.lifecycle.begin("1")
    applied_for = certificate.AppliedFor(
        on=FROM - DAY,
        by="representative",
        document={"form": "electronic", "system": "navigator"},
        recipient={"file": "17", "born": "2014-05-01"},
        services=(NUMBER,),
        asks=("enrolment", "certificate"),
        local={"residence": True},
    )
    history = certificate.lifecycle.advance(history, applied_for, RICH)
    said_so = RICH.latest.authorized_body.model_copy(update={"grade": Grade.FULL_TEXT})
    plain = with_end(RICH, authorized_body=said_so)
    made = ended(plain, said_so.basis)
    for by, before, after in (
        ("education", Outcome.HOLDS, Outcome.UNKNOWN),
        ("finance", Outcome.VOID, Outcome.UNKNOWN),
        ("provider", Outcome.VOID, Outcome.VOID),
    ):
        entered = certificate.RecipientRegistered(on=FROM, by=by, record="17")
        assert certificate.lifecycle.judge(history, entered, plain).outcome is before
        assert certificate.lifecycle.judge(history, entered, made).outcome is after
