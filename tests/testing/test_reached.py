"""Right steps follow every norm that a profile may set: each step that it permits is reached, and holds.

Where a step cannot be taken under a norm, the norm is named here; `check_cases` says it of a state by itself.
"""

import copy
import warnings

import places
import pytest
import yaml
from hypothesis import HealthCheck, Phase, find, settings
from hypothesis.errors import NoSuchExample

from law189.profile.loader import load_profile, shipped_source
from law189.testing import RIGHT, NotReached, check_cases
from law189.testing.reached import unreached, walk
from law189.testing.walk import ways
from law189.verdict import Outcome
from law189.workflows import LIFECYCLES, certificate, meeting

CYCLES = {cycle.name: cycle for cycle in LIFECYCLES}
ACTS = yaml.safe_load((places.ROOT / "examples/adopted_acts.yaml").read_text(encoding="utf-8"))
BASE = yaml.safe_load(shipped_source("kemerovo")) | ACTS
WALKS = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
NAMED = {"ru": "условие", "en": "condition"}
POLL = {"allowed": True, "quorum": {"at_least": "2/3", "of": "polled"}}
KEPT = {"signed_by": "presiding", "copies_to": "members"}
DAYS = {"days": 3, "unit": "working_days"}
GONE = (
    ("complete", "copies_sent"),  # a diligent office sends every copy at once, and nobody is left
    ("contracted", "contracted"),  # a certificate of one service is held by one contract
)


def seat(seat_id, **more):
    return {"id": seat_id, "role": seat_id.rstrip("-0123456789"), "cite": "app2", "office": NAMED, **more}


def grouped(*, seats=None, secretary=None, **norms):
    """The profile with these norms of the group; polls are allowed unless they say otherwise."""
    profile = copy.deepcopy(BASE)
    group = profile["working_group"]
    for name, value in {"absentee": POLL, **norms}.items():
        group[name] = {"value": value, "cite": "app3.5.7"}
    group |= {} if seats is None else {"seats": seats}
    group |= {} if secretary is None else {"secretary": {"cite": "app3.5.7"}}
    return profile


def kept(secretary=None, **more):
    return grouped(secretary=secretary, minutes={**KEPT, **more})


def with_parameters(**said):
    return {**BASE, "parameters": [{**said, "cite": "p1"}]}


def asking(step, missing="void", **asks):
    condition = {"id": "c", "step": step, "asks": asks, "title": NAMED, "missing": missing, "cite": "p1"}
    return {**BASE, "conditions": [condition]}


def paying(mode):
    profile = copy.deepcopy(BASE)
    fills = [fill for act in profile["adopted"] for fill in act.get("fills", ())]
    (modes,) = [fill for fill in fills if fill["slot"] == "agreement.modes"]
    modes["entries"] = [{"id": mode, "title": NAMED}]
    return profile


FOUR = [seat(one) for one in ("deputy", "member-1", "member-2", "member-3")]
MEMBERS = [seat("deputy"), seat("member-1"), seat("member-2")]
CERTIFIED = ("certificate", "contract")
UNDER = {
    "ages of small children": (with_parameters(consumers={"age_from": 3, "age_to": 7}), CERTIFIED),
    "one age": (with_parameters(consumers={"age_from": 5, "age_to": 6}), CERTIFIED),
    "grown-ups": (with_parameters(consumers={"age_from": 60}), CERTIFIED),
    "a category": (with_parameters(consumers={"categories": [{"id": "a", "title": NAMED}]}), CERTIFIED),
    "a category left out": (
        with_parameters(consumers={"excluded": [{"id": "a", "title": NAMED}]}),
        CERTIFIED,
    ),
    "a nominal": (
        with_parameters(nominals=[{"volume": {"amount": "7.5", "unit": "hours-a-week"}}]),
        CERTIFIED,
    ),
    "nominals of categories": (
        with_parameters(
            nominals=[
                {"category": "a", "volume": {"amount": 3, "unit": "services"}},
                {"volume": {"amount": "0.5", "unit": "services"}},
            ]
        ),
        ("certificate",),
    ),
    "a period": (with_parameters(periods=[{"since": "2025-03-01", "until": "2026-05-31"}]), ("contract",)),
    "confirmed": (asking("certificate.applied_for", kind="confirmed"), ("certificate",)),
    "at most": (asking("contract.offered", kind="at_most", amount=3), ("contract",)),
    "not earlier": (asking("selection.applied", kind="not_earlier", day="2030-01-01"), ("selection",)),
    "a term kept": (
        asking("order.published", kind="term_kept", days=1, unit="calendar_days"),
        ("order",),
    ),
    "no licence": ({name: value for name, value in BASE.items() if name != "licence"}, ("selection",)),
    "provision": (paying("provision"), ("agreement", "contract")),
    "reimbursement": (paying("reimbursement"), ("agreement", "contract")),
    "all present sign": (kept(signed_by=["present"]), ("meeting",)),
    "presiding and present sign": (kept(signed_by=["presiding", "present"]), ("meeting",)),
    "the secretary signs": (kept(signed_by=["secretary"], secretary=True), ("meeting",)),
    "the secretary drafts": (kept(drafted_by="secretary", secretary=True), ("meeting",)),
    "presiding drafts": (kept(drafted_by="presiding"), ("meeting",)),
    "the chair approves": (kept(approved_by="chair"), ("meeting",)),
    "copies to the body": (kept(copies_to=["members", "authorized"]), ("meeting",)),
    "copies to the concerned": (kept(copies_to="concerned"), ("meeting",)),
    "terms": (kept(drafted_within=DAYS, signed_within=DAYS, sent_within=DAYS), ("meeting",)),
    "dissents": (kept(dissents="attached"), ("meeting",)),
    "led on order": (grouped(presiding_by="on_order"), ("meeting",)),
    "led in turn": (grouped(presiding_by="in_turn"), ("meeting",)),
    "secret": (grouped(ballot="secret"), ("meeting",)),
    "open": (grouped(ballot="open"), ("meeting",)),
    "the chair's agenda": (grouped(agenda="chair"), ("meeting",)),
    "nobody's agenda": (grouped(agenda="nobody"), ("meeting",)),
    "seven": (grouped(quorum={"persons": 7, "of": "members"}), ("meeting",)),
    "all of those in office": (grouped(quorum={"at_least": "1/1", "of": "filled"}), ("meeting",)),
    "a notice": (grouped(notice={**DAYS, "materials": True}), ("meeting",)),
    "a deputy presides": (grouped(presiding=["deputy"]), ("meeting",)),
    "no chair": (grouped(seats=FOUR, presiding=["deputy"]), ("meeting",)),
    "a chair without a vote": (grouped(seats=[seat("chair", votes=False), *MEMBERS]), ("meeting",)),
    "one seat": (grouped(seats=[seat("chair")], presiding=["chair"]), ("meeting",)),
}
IMPOSSIBLE = {
    "reimbursement": {
        ("concluded", "advance_paid")
    },  # an advance is paid where funds are provided beforehand
}
SILENT = {
    "contract": {"answered"},  # no act of the profile sets the term
    "agreement": {"lapsed"},
    "order": {"period_reported"},
}


def reached(cycle, profile, way):
    """Whether right events lead to the step and it holds; to one on which the acts are silent, at all."""
    enough = {Outcome.HOLDS, *([Outcome.UNKNOWN] if way.kind in SILENT.get(cycle.name, ()) else [])}

    def holds(walked):
        return walked.arrived and walked.verdict.outcome in enough

    try:
        return bool(find(walk(cycle, profile, RIGHT[cycle.name], way), holds, settings=WALKS))
    except NoSuchExample:
        return False


@pytest.mark.parametrize(("name", "cycle"), [(name, one) for name, said in UNDER.items() for one in said[1]])
def test_every_step_that_the_profile_permits_is_reached_by_right_events_and_holds(name, cycle):
    profile, lifecycle = load_profile(UNDER[name][0]), CYCLES[cycle]
    tried = [way for way in ways(lifecycle) if (way.source, way.kind) not in GONE]
    missing = {(way.source, way.kind) for way in tried if not reached(lifecycle, profile, way)}
    assert missing == (IMPOSSIBLE.get(name, set()) if cycle == "agreement" else set())


@pytest.mark.parametrize(
    "profile",
    [*sorted((places.ROOT / "tests/profiles/towns").glob("*.yaml"))],
    ids=lambda file: file.stem,
)
def test_every_state_is_reached_in_every_town_or_it_is_said_what_stops(profile):
    town = load_profile(profile)
    for cycle in LIFECYCLES:
        stopped = unreached(cycle, town, RIGHT[cycle.name], [str(state) for state in cycle.states])
        void = "Way of execution: social certificate" if profile.stem == "south" else None
        assert all(void is not None and void in why for why in stopped.values()), stopped


def test_what_cannot_be_reached_is_told_loudly_and_why():
    forbidden = load_profile(grouped(absentee={"allowed": False}))
    with pytest.warns(
        NotReached, match=r"no right step leads to: polling \(.*a poll in writing is not allowed"
    ):
        check_cases(forbidden, lifecycles=[meeting.lifecycle], examples=5, steps=2)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        served = load_profile(UNDER["ages of small children"][0])
        check_cases(served, lifecycles=[certificate.lifecycle], examples=5, steps=2)
