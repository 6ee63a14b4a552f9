"""What every public function says of a value of another kind: what was given, what is needed, how to get it."""

import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache, partial
from importlib import import_module
from types import NoneType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import pytest
from test_public import FRONT_DOOR, ROOMS, modules

import law189
import law189.rules
from law189 import (
    Decision,
    Edition,
    Event,
    History,
    Law189Error,
    Lifecycle,
    MeetingRecord,
    Outcome,
    Profile,
    RecordAnnulled,
    Refused,
    Text,
    Verdict,
    WrongType,
    certificate,
    judge_record,
    load_profile,
    order,
)
from law189.audit.meeting import MeetingAnswer
from law189.audit.plan import ItemOnDay, done_by_item, plan_on
from law189.audit.replay import Replay
from law189.calendar import Calendar
from law189.casebook.book import Casebook
from law189.casebook.line import LINE, Line
from law189.casebook.postings import balances
from law189.casebook.registers import RegisterKind, register
from law189.cases.lifecycle import Attached
from law189.extracts import Provider
from law189.kinds import must_be
from law189.kinds.asked import asked, opened
from law189.kinds.kind import Among, Anything, Held, Kind, Listed, Mapped, OneOf
from law189.kinds.kind import Row as Several
from law189.measures import total
from law189.profile.federal import load_calendar
from law189.profile.terms import After
from law189.readings import READINGS
from law189.report.ics import duties_ics
from law189.rules.deadlines.periods import ends
from law189.rules.group.agenda import within
from law189.rules.quorum import quorum
from law189.rules.voting import decide

DAY = date(2024, 1, 9)
MOMENT = datetime(2024, 1, 9, 12)  # noqa: DTZ001  # its zone does not matter: it is no day
PROFILE = load_profile("kemerovo")
HISTORY = order.lifecycle.begin("17")
STEP = order.Approved(on=DAY, by="education")
FACTS = {"history": "1", "lifecycle": "order", "kind": "approved", "on": "2024-01-09", "by": "education"}
RECORD = MeetingRecord(profile="kemerovo", held_on=DAY, present=("chair",))


SCHOOL = Provider(kind="legal-entity", inn="4205000009")


class Row:
    status = None


RIGHT = {
    date: DAY,
    Profile: PROFILE,
    Edition: PROFILE.on(DAY),
    History: HISTORY,
    Event: STEP,
    Decision: Decision(by="head", on=DAY, reason="why"),
    MeetingRecord: RECORD,
    Lifecycle: order.lifecycle,
    Verdict: order.lifecycle.judge(HISTORY, STEP, PROFILE),
    MeetingAnswer: judge_record(RECORD, PROFILE),
    ItemOnDay: plan_on(PROFILE, DAY)[0],
    Line: LINE.validate_python(FACTS),
}
"""A right value of each kind that a public function is held to."""
WRONG = (
    None,
    "kemerovo",
    17,
    MOMENT,
    DAY,
    {"kind": "approved"},
    order.Approved,
    *RIGHT.values(),
)
OTHERS = {
    "lang": "ru", "kind": order.Approved, "working_days": 3, "calendar_days": 3, "moves": True, "indent": 0,
    "slot_id": "order.publication_term", "act": None, "number": 1, "obj": Row(), "state_attribute": "status",
    "reported": {}, "owed": (), "records": (), "allowed": (),
}  # fmt: skip
"""The other arguments, by their names."""
OF_KIND = {"profile": PROFILE, "history": HISTORY, "line": RIGHT[Line], "edition": PROFILE.on(DAY)}
OWNERS = {
    Profile: PROFILE,
    Edition: PROFILE.on(DAY),
    Calendar: load_calendar(),
    History: HISTORY,
    Lifecycle: order.lifecycle,
    Attached: order.lifecycle.attach(Row(), "status", HISTORY),
    Replay: Replay(PROFILE, "steps.jsonl"),
}
"""What the methods are asked of."""
PLAIN = ("law189.rules", "law189.testing")
"""Rules look at their arguments by their annotations (a walk below); what ships for testers draws its own."""


def made(kind: Kind) -> Any:
    """A value of that kind; nothing else of it matters, as nothing is asked of it."""
    match kind:
        case Anything():
            return lambda *_: None
        case OneOf():
            return None if NoneType in kind.plain else made(next(iter(kind.kinds)))
        case Listed():
            return [] if list in kind.classes else ()
        case Mapped():
            return {}
        case Several():
            return tuple(map(made, kind.kinds))
        case Among():
            return kind.values[0]
        case Held():
            return kind.classes[0].model_construct(value=made(kind.inner))
    return of_class(kind.classes[0])


def of_class(owner: type) -> Any:
    if owner is date:
        return DAY
    if issubclass(owner, Enum):
        return next(iter(owner))
    if owner in (int, float, str, bool, Decimal, bytes):
        return owner()
    if owner is type:
        return order.Approved
    if owner is Callable:
        return lambda *_: None
    if inspect.isabstract(owner) or getattr(owner, "_is_protocol", False):
        return type(owner.__name__, (owner,), dict.fromkeys(owner.__abstractmethods__))()
    return tuple.__new__(owner) if issubclass(owner, tuple) else owner.__new__(owner)


def kinds_of(hint: Any) -> tuple[type, ...]:
    """The kinds that an annotation names."""
    if isinstance(hint, TypeVar):
        return kinds_of(hint.__bound__)
    origin = get_origin(hint)
    if isinstance(origin, type) and origin.__name__ != "UnionType":
        return (origin,)
    if get_args(hint):
        return tuple(kind for one in get_args(hint) for kind in kinds_of(one))
    return (hint,) if isinstance(hint, type) else ()


def functions() -> Iterator[tuple[str, Any, Any]]:
    """Every public function and every public method of what the page names: its name, itself, the raw function."""
    rooms = [(law189, FRONT_DOOR), *((import_module(m.rstrip(".*")), names) for m, names in ROOMS)]
    rooms += [(import_module(f"law189.workflows.{one}"), ["extract"]) for one in CYCLES if one != "meeting"]
    seen = set()
    for room, names in rooms:
        for name in names:
            found = getattr(room, name, None) if re.fullmatch(r"\w+", name) else None
            if room.__name__.startswith(PLAIN) or found is None:
                continue
            if inspect.isfunction(found):
                yield f"{room.__name__}.{name}", found, found
            elif isinstance(found, type) and found in OWNERS and found not in seen:
                seen.add(found)
                yield from methods(found)


CYCLES = ("meeting", "order", "selection", "agreement", "certificate", "contract")


def methods(owner: type) -> Iterator[tuple[str, Any, Any]]:
    for base in owner.__mro__:
        if base.__module__.startswith("law189") and (base is owner or base.__name__ in ("Engine", "Table")):
            for name, raw in vars(base).items():
                if inspect.isfunction(raw) and not name.startswith("_"):
                    yield f"{owner.__name__}.{name}", partial(raw, OWNERS[owner]), raw
    if owner is Replay:
        yield "Replay", Replay, Replay.__init__


def right_for(key: str, raw: Any) -> Any:
    """A right value for an argument of the function."""
    kind = opened(inspect.unwrap(raw)).named[key]
    hint = get_type_hints(raw)[key]
    found = (RIGHT.get(one) for one in kinds_of(hint))
    likely = (*found, OTHERS.get(key), OF_KIND.get(key))
    fitting = [one for one in likely if one is not None and kind.wrong(one) is None]
    return fitting[0] if fitting else made(kind)


@cache
def doors() -> tuple[tuple[str, Any, str, tuple[type, ...], dict[str, Any]], ...]:
    """Each function with one argument that has a kind, the kinds it may have, and right values for the others."""
    found = []
    for name, call, raw in functions():
        hints = {key: kinds_of(hint) for key, hint in get_type_hints(raw).items() if key != "return"}
        needed = [p.name for p in inspect.signature(raw).parameters.values() if p.default is p.empty]
        hints = {
            key: tuple(Event if kind is RecordAnnulled else kind for kind in kinds)
            for key, kinds in hints.items()
        }
        right = {
            key: right_for(key, raw)
            for key in needed
            if key in opened(inspect.unwrap(raw)).named and key in hints
        }
        found += [
            (name, call, key, kinds, right)
            for key, kinds in hints.items()
            if any(kind in RIGHT for kind in kinds)
        ]
    return tuple(found)


def fits(value: object, kinds: tuple[type, ...]) -> bool:
    of_kind = any(isinstance(value, kind) for kind in kinds if kind is not Any)
    return of_kind and not (date in kinds and isinstance(value, datetime))


ASKED = [(*door, value) for door in doors() for value in WRONG if not fits(value, door[3])]


def drained(answer: object) -> object:
    """The answer; one that is told piece by piece is told to its end."""
    return list(answer) if isinstance(answer, Iterator) else answer


@pytest.mark.parametrize(
    ("call", "key", "kinds", "right", "value"),
    [door[1:] for door in ASKED],
    ids=[f"{door[0]}-{door[2]}-{type(door[5]).__name__}" for door in ASKED],
)
def test_a_value_of_another_kind_is_refused_in_plain_words(call, key, kinds, right, value):
    with pytest.raises(WrongType) as refused:
        drained(call(**right | {key: value}))
    assert isinstance(refused.value, TypeError)
    assert isinstance(refused.value, Law189Error)
    said = str(refused.value)
    kind = next(kind for kind in kinds if kind in RIGHT)
    assert f"({kind.__name__})" in said.partition(" is needed, not ")[0], said
    assert said.endswith(" gives one"), said


def test_the_walk_goes_through_many_functions():
    names = {name for name, *_ in doors()}
    assert {
        "Lifecycle.judge",
        "Lifecycle.advance",
        "Lifecycle.options",
        "Lifecycle.due",
        "Profile.on",
    } <= names
    assert {"law189.judge_record", "Attached.advance", "History.as_of", "Replay.take", "Replay"} <= names
    assert {f"law189.workflows.{one}.extract" for one in CYCLES if one != "meeting"} <= names
    assert len(names) > 35, sorted(names)


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (
            lambda: PROFILE.on(MOMENT),
            "a day (date) is needed, not the moment 2024-01-09 12:00:00; value.date() gives one",
        ),
        (
            lambda: PROFILE.on("2024-01-09"),
            'not the text «2024-01-09»; date.fromisoformat("2024-01-09") gives one',
        ),
        (
            lambda: judge_record(RECORD, "novokuznetsk_district"),
            'load_profile("novokuznetsk_district") gives one',
        ),
        (lambda: judge_record(RECORD, "my town.yaml"), 'load_profile("kemerovo") gives one'),
        (lambda: plan_on(PROFILE.on(DAY), DAY), "a profile (Profile) is needed, not Edition"),
        (lambda: plan_on(PROFILE, DAY, [1]), "a mapping (dict) is needed, not list"),
        (
            lambda: order.lifecycle.judge(HISTORY, FACTS, PROFILE),
            "not dict; lifecycle.events.validate_python(facts) gives one",
        ),
        (lambda: order.lifecycle.judge(HISTORY, order.Approved, PROFILE), "not the class Approved itself"),
        (lambda: order.lifecycle.judge({"id": "1"}, STEP, PROFILE), "lifecycle.load(data) gives one"),
        (lambda: order.lifecycle.options(HISTORY, None, DAY), "not nothing (None)"),
        (
            lambda: order.lifecycle.advance(HISTORY, STEP, PROFILE, expected_version="0"),
            "a whole number (int) is needed",
        ),
        (lambda: order.lifecycle.clause(17), "a text (str) is needed, not 17 (int)"),
        (lambda: order.lifecycle.begin(17), "id: text is needed, not 17"),
        (lambda: order.lifecycle.begin(None), "id: text is needed, but the value is empty"),
        (
            lambda: HISTORY.the("approved"),
            "the class of an event is needed, not the text «approved»; order.Approved gives one",
        ),
        (lambda: load_profile(17), "a shipped name, a path or a mapping is needed, not 17 (int)"),
        (lambda: load_profile(10**5000), "is needed, not int"),
        (lambda: must_be("x" * 1000, date), f"the text «{'x' * 40}…»"),
        (lambda: must_be("\x1b[31m", date), r"the text «\x1b[31m»"),
    ],
)
def test_the_words_say_what_was_given_and_how_to_get_what_is_needed(call, said):
    with pytest.raises(Law189Error, match=re.escape(said)):
        call()


def test_the_words_are_in_both_languages():
    with pytest.raises(WrongType) as refused:
        PROFILE.on(MOMENT)
    assert (
        refused.value.told("ru")
        == "day: нужно: день (date), а дано: момент времени 2024-01-09 12:00:00; его даёт value.date()"
    )
    assert refused.value.told("en") == str(refused.value)


def test_none_passes_where_it_may_and_the_value_comes_back():
    assert must_be(None, date, NoneType) is None
    assert must_be(FACTS, Mapping) is FACTS
    with pytest.raises(WrongType, match="a day"):
        must_be(17, date, NoneType)


# ─── Любое значение: nothing but an error of this library ───────────────────────────────────────────────────


ODD = (None, "x", 5, b"x", [], [1], {}, {"x": 1}, object(), "\x1b", date(1, 1, 1), DAY)


LEFT = frozenset(
    f"law189.{name}" if name.islower() else name
    for name in [
        "Edition.act_of",
        "Edition.adopted_on",
        "Edition.asked_by",
        "Edition.basis",
        "Edition.cite",
        "Edition.due_by",
        "Edition.fill_on",
        "Edition.filled_on",
        "Edition.form_of",
        "Edition.milestone",
        "Edition.model_post_init",
        "Edition.norm",
        "Edition.parameters_of",
        "History.as_of",
        "Lifecycle.advance",
        "Lifecycle.attach",
        "Lifecycle.dump_record",
        "Lifecycle.entitled",
        "Lifecycle.happened",
        "Lifecycle.load_records",
        "Lifecycle.on",
        "Lifecycle.resting",
        "Lifecycle.standing",
        "Lifecycle.supposed",
        "Replay.read",
        "audit.batches.audit_batches",
        "audit.bulk.audit",
        "audit.bulk.read_steps",
        "audit.columns.findings_batch",
        "audit.compared.compared",
        "audit.compared.counted",
        "audit.indicators.indicators_on",
        "audit.parts.audit_parts",
        "audit.plan.plan_on",
        "audit.sources.files_of",
        "audit.sources.is_address",
        "casebook.ledger.ledger",
        "casebook.milestones.done_by_cases",
        "casebook.milestones.events_by_cases",
        "casebook.milestones.reached",
        "casebook.registers.register",
        "casebook.report.report_of",
        "casebook.taking.judged",
        "casebook.taking.take",
        "lints.linter.lint",
        "lints.places.placed",
        "office.papers.document.as_text",
        "office.workbook.book.read_workbook",
        "office.workbook.from_tables.read_tables",
        "report.audited.audit_page",
        "report.audited.comparison_page",
        "report.checked.checked",
        "report.checked.faulty",
        "report.executed.report_book",
        "report.executed.report_lines",
        "report.executed.report_page",
        "report.executed.report_tables",
        "report.findings.tell_difference",
        "report.findings.tell_differences",
        "report.findings.tell_finding",
        "report.findings.tell_summary",
        "report.ics.duties_ics",
        "report.ics.plan_ics",
        "report.indicated.indicator_book",
        "report.indicated.indicator_page",
        "report.indicated.indicator_table",
        "report.junit.as_junit",
        "report.ledger.ledger_book",
        "report.ledger.ledger_drawing",
        "report.ledger.ledger_lines",
        "report.ledger.ledger_page",
        "report.ledger.ledger_tables",
        "report.paged.as_csv",
        "report.paged.as_lines",
        "report.paged.as_page",
        "report.paged.html_section",
        "report.paged.html_table",
        "report.planned.plan_book",
        "report.planned.plan_drawing",
        "report.planned.plan_page",
        "report.planned.plan_table",
        "report.reasons.html_reasons",
        "report.registers.register_drawing",
        "report.registers.register_html",
        "report.registers.register_page",
        "report.registers.register_table",
        "report.sarif.as_sarif",
        "report.sheet.sheet",
        "report.text.sections",
        "report.text.tell",
        "casebook.tallies.tallied",
        "contrib.django.forms.step_form",
        "office.tables.as_xlsx",
        "workflows.agreement.extract",
        "workflows.certificate.extract",
        "workflows.contract.extract",
        "workflows.order.extract",
        "workflows.selection.extract",
    ]
)
"""What takes what other functions have made, which stands empty here; the walk by annotations sees it."""


def every_argument() -> Iterator[tuple[str, Any, str, dict[str, Any]]]:
    """Each function, one of its arguments, and right values for those that it needs beside."""
    for name, call, raw in functions():
        if name in LEFT:
            continue
        params = inspect.signature(raw).parameters
        hints = {key: kinds_of(hint) for key, hint in get_type_hints(raw).items() if key != "return"}
        right = {
            key: right_for(key, raw)
            for key in hints
            if params[key].default is inspect.Parameter.empty and key in opened(inspect.unwrap(raw)).named
        }
        for key in hints:
            if params[key].kind in (params[key].POSITIONAL_OR_KEYWORD, params[key].KEYWORD_ONLY):
                yield name, call, key, right


EVERY = list(every_argument())


@pytest.mark.parametrize(("name", "call", "key", "right"), EVERY, ids=[f"{one[0]}-{one[2]}" for one in EVERY])
def test_no_value_leads_to_an_error_that_is_not_of_this_library(name, call, key, right):
    for value in ODD:
        try:
            drained(call(**right | {key: value}))
        except Law189Error:
            continue
        except Exception as error:  # noqa: BLE001  # which is what is looked for
            pytest.fail(f"{name}({key}={value!r}): {type(error).__name__}: {error}")


def test_these_are_among_what_is_walked():
    walked = {name for name, *_ in EVERY}
    assert {
        "law189.audit.plan.done_by_item",
        "law189.audit.indicators.reported_by_id",
        "law189.casebook.postings.balances",
        "law189.audit.schemas.schema_of",
        "law189.audit.provisions.provision",
        "law189.readings.check_choices",
        "Profile.on",
        "Lifecycle.load",
    } <= walked, sorted(walked)
    assert len(walked) > 40


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: done_by_item("x"), "a list (list) is needed, not the text «x»"),
        (lambda: done_by_item([1]), "a record of what is done (Done) is needed, not 1 (int)"),
        (lambda: Casebook(None), "a profile (Profile) is needed"),
        (lambda: Casebook("x"), "a profile (Profile) is needed"),
        (lambda: Casebook(PROFILE, "x"), "a shelf (MemoryShelf) is needed"),
        (lambda: order.lifecycle.load(None), "a mapping (dict) is needed"),
        (lambda: order.lifecycle.load([]), "a mapping (dict) is needed, not list"),
        (lambda: order.lifecycle.load('{"schema": 2}'), "json.loads(text) gives one"),
        (
            lambda: order.lifecycle.load({"schema": "2", "lifecycle": "order"}),
            "without quotes is needed, not '2'; write 2",
        ),
        (
            lambda: order.lifecycle.options(certificate.lifecycle.begin("1"), PROFILE, DAY),
            "is of another lifecycle",
        ),
        (
            lambda: order.lifecycle.due(certificate.lifecycle.begin("1"), PROFILE, DAY),
            "is of another lifecycle",
        ),
        (lambda: order.lifecycle.begin("\x1b"), "the invisible sign U+001B"),
        (lambda: PROFILE.on(date(1, 1, 1)), "is an empty date"),
        (lambda: PROFILE.on(date(9999, 12, 31)), "is a date without end"),
        (lambda: Text("а", "a")["de"], "it is told in ru or en, not 'de'"),
    ],
)
def test_what_is_wrong_is_said_in_the_words_of_this_library(call, said):
    with pytest.raises(Law189Error, match=re.escape(said)):
        call()


def test_another_lifecycle_is_refused_by_a_verdict_as_a_step_of_it_is():
    other = certificate.lifecycle.begin("1")
    with pytest.raises(Refused) as asked:
        order.lifecycle.options(other, PROFILE, DAY)
    with pytest.raises(Refused) as taken:
        order.lifecycle.advance(other, STEP, PROFILE)
    assert asked.value.verdict == taken.value.verdict
    for lang in ("ru", "en"):
        assert asked.value.told(lang)
    with pytest.raises(ValueError, match="it is told in ru or en"):
        asked.value.told("de")


# ─── Правила: a rule looks at its arguments by its own annotations ──────────────────────────────────────────

LOOKED_AT = (None, "x", 5, True, 5.0, Decimal(5), b"x", [1], {"x": 1}, object(), MOMENT, [("chair", 1)])


def public() -> Iterator[tuple[str, Any]]:
    """Every public function, and every public method of a public class, of the modules that the page names.

    A name counts wherever its function or class stands, and a method from whatever class it comes. A framework may
    be absent, what ships for testers draws its own, the engine is walked above, and what rules are made of does not
    look, as the page says.
    """
    for named, _ in ROOMS:
        if named.startswith(("law189.contrib", "law189.testing", "law189.cases")):
            continue
        for room in modules(named):
            for name in () if room.__name__.startswith(NOT_ASKED) else room.__all__:
                found = getattr(room, name)
                if not getattr(found, "__module__", "").startswith("law189") or name in HELPERS:
                    continue
                short = f"{room.__name__.removeprefix('law189.')}.{name}"
                if inspect.isfunction(found):
                    yield short, found
                elif isinstance(found, type) and not getattr(found, "_is_protocol", False):
                    yield from ((f"{short}.{key}", call) for key, call in of_class_and_above(found))
    for owner in (Profile, Edition):
        yield from ((f"{owner.__name__}.{key}", call) for key, call in of_class_and_above(owner))


NOT_ASKED = ("law189.rules.asking", "law189.verdict", "law189.readings")
"""The rooms that rules are made of."""
HELPERS = ("in_time", "lines_of", "finding_cells")
"""Helpers of `audit.bulk` and `report.audited` beside the names of the page."""


def of_class_and_above(owner: type) -> Iterator[tuple[str, Any]]:
    """The public methods of a class, as an object of it has them, and how one is made; an entry checks itself."""
    for key in dir(owner):
        call = inspect.unwrap(inspect.getattr_static(owner, key))
        ours = inspect.isfunction(call) and call.__module__.startswith("law189")
        if ours and not key.startswith(("_", "model_")) and not abstract(call):
            yield key, getattr(owner, key)
    if "__init__" in vars(owner) and not is_dataclass(owner) and not issubclass(owner, Exception):
        yield "__init__", vars(owner)["__init__"]


def abstract(call: Any) -> bool:
    """Whether a store of one's own writes it."""
    return getattr(call, "__isabstractmethod__", False)


def takes(call: Any) -> bool:
    """Whether it is given anything but its own object."""
    return bool({*inspect.signature(call).parameters} - {"self"})


PUBLIC = {name: call for name, call in public() if takes(call)}
ASKED_AT = {name: call for name, call in PUBLIC.items() if hasattr(call, "__wrapped__")}
ARGUMENTS = [
    (name, call, key, {one: made(kind) for one, kind in named.items()}, kind)
    for name, call in ASKED_AT.items()
    for named in [opened(inspect.unwrap(call)).named]
    for key, kind in named.items()
]


@pytest.mark.parametrize(
    ("call", "key", "right", "kind"),
    [one[1:] for one in ARGUMENTS],
    ids=[f"{one[0]}-{one[2]}" for one in ARGUMENTS],
)
def test_an_argument_of_another_kind_is_refused(call, key, right, kind):
    for value in LOOKED_AT:
        if kind.wrong(value) is not None:
            with pytest.raises(WrongType, match=f"^{key}"):
                call(**right | {key: value})


def test_every_public_function_is_asked_at_the_door_and_no_argument_goes_by_unseen():
    assert len(ASKED_AT) > 500
    assert {
        "rules.quorum.quorum",
        "rules.voting.decide",
        "audit.plan.plan_on",
        "Edition.norm",
    } <= ASKED_AT.keys()
    assert PUBLIC.keys() - ASKED_AT.keys() == set()
    unseen = {f"{name}-{key}" for name, _, key, _, kind in ARGUMENTS if isinstance(kind, Anything)}
    assert {one for one in unseen if not one.endswith("-self")} == ANY


class NotRead:
    """Values that a function gets before anybody has read them; `read` says whether one was asked for."""

    def __init__(self, *values: object) -> None:
        self.values = values
        self.read = False

    def __iter__(self) -> Iterator[object]:
        self.read = True
        yield from self.values


def wrong_for(kind: Kind) -> object:
    """A value that the kind refuses."""
    return next(value for value in LOOKED_AT if kind.wrong(value) is not None)


def late_of(kind: Kind) -> Listed | None:
    """The list among the kinds of an argument that may be read only as it is asked for."""
    return next(
        (one for one in getattr(kind, "kinds", (kind,)) if isinstance(one, Listed) and one.late), None
    )


LATE = [(*one[:4], listed) for one in ARGUMENTS if (listed := late_of(one[4])) is not None]


@pytest.mark.parametrize("held", [lambda values: values, iter], ids=["anew", "once"])
@pytest.mark.parametrize(
    ("call", "key", "right", "kind"), [one[1:] for one in LATE], ids=[f"{one[0]}-{one[2]}" for one in LATE]
)
def test_what_is_read_one_by_one_is_looked_at_as_it_is_read(call, key, right, kind, held):
    """Of a function that read it nothing else comes than the refusal of the value, by its place."""
    values = NotRead(wrong_for(kind.each))
    try:
        drained(call(**right | {key: held(values)}))
    except WrongType as refused:
        if values.read:
            assert str(refused).startswith(f"{key}[0]")  # noqa: PT017  # it may be refused or not be read
    except Exception:  # noqa: BLE001  # what is empty beside it may be refused first
        assert not values.read
    else:
        assert not values.read


def test_many_functions_read_one_by_one():
    assert len(LATE) > 60
    refused = 0
    for _, call, key, right, kind in LATE:
        with suppress(Exception):
            drained(call(**right | {key: NotRead()}))
        values = NotRead(wrong_for(kind.each))
        with suppress(Exception):
            drained(call(**right | {key: values}))
        refused += values.read
    assert refused > 40, refused


READ_AS_NEEDED = {"rules.deadlines.crediting.credited-ends", "rules.deadlines.bound.passed_over-ends"}
"""What says that it reads no more than it needs: the last days of a term without end never end."""
NEEDED = [one for one in LATE if f"{one[0]}-{one[2]}" not in READ_AS_NEEDED]


def whole(value: Any) -> Any:
    """The value; one that stands empty here, but of which something is asked first, as it is in the library."""
    return {Profile: PROFILE, Edition: PROFILE.on(DAY), Calendar: load_calendar()}.get(type(value), value)


@pytest.mark.parametrize("before", [0, 1, 2])
@pytest.mark.parametrize(
    ("call", "key", "right", "kind"),
    [one[1:] for one in NEEDED],
    ids=[f"{one[0]}-{one[2]}" for one in NEEDED],
)
def test_nothing_is_answered_before_all_that_is_handed_in_was_read(call, key, right, kind, before):
    """Whether or not the answer needs it: as a list with a wrong value, it is refused."""
    values = NotRead(*[made(kind.each)] * before, wrong_for(kind.each))
    others = {one: whole(value) for one, value in right.items()}
    with pytest.raises(Exception):  # noqa: B017, PT011  # what stands empty beside it may be refused first
        drained(call(**others | {key: iter(values)}))


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: balances(iter([5])), "of[0]: a posting (Posting) is needed, not 5 (int)"),
        (lambda: balances([5]), "of[0]: a posting (Posting) is needed, not 5 (int)"),
        (lambda: balances(5), "of: a list (list) is needed, not 5 (int)"),
        (
            lambda: register(RegisterKind.RECIPIENTS, iter([HISTORY, 5]), PROFILE, DAY),
            "histories[1]: a history (History) is needed, not 5 (int)",
        ),
        (
            lambda: total(iter([Decimal(1), "2"])),
            "amounts[1]: an exact number (Decimal) is needed, not the text",
        ),
        (
            lambda: duties_ics(PROFILE, DAY, iter([(HISTORY, iter([5]))])),
            "owed[0][1][0]: Duty is needed, not 5 (int)",
        ),
        (lambda: SCHOOL.contradicts("x"), "other: Provider is needed, not the text «x»"),
    ],
)
def test_the_refusal_names_the_place(call, said):
    with pytest.raises(WrongType, match=re.escape(said)):
        drained(call())


def test_the_values_of_the_front_door_take_what_they_say():
    """They stand below what looks at arguments, and look themselves."""
    quorum_norm, act = GROUP.quorum, PROFILE.latest.act
    for value in ODD:
        if value != DAY and not isinstance(value, date):
            with pytest.raises(Law189Error, match=r"^day: a day"):
                quorum_norm.in_force(value)
        with pytest.raises(Law189Error):
            act.cite(value)
        with pytest.raises(Law189Error):
            Text("а", "a")[value]
        assert Outcome.worded(value) == value
    with pytest.raises(Law189Error, match=r"^day: a day"):
        quorum_norm.in_force(MOMENT)


def test_what_is_read_one_by_one_is_not_read_before_it_is_asked_for():
    @asked
    def first(values: Iterable[int]) -> int:
        return next(iter(values))

    assert first(iter([1, "2"])) == 1
    assert first(NotRead(1, "2")) == 1
    with pytest.raises(WrongType, match=re.escape("values[0]: a whole number (int) is needed")):
        first(values=iter(["2"]))


# ─── Выбор толкований: a choice names a reading and an answer that exist ─────────────────────────────────────

CHOOSING = [one for one in ARGUMENTS if one[2] in ("choices", "readings")]


@pytest.mark.parametrize(
    ("choices", "said"),
    [
        ({"V9": "casting_vote"}, "choices['V9']: there is no such reading; there are: D1, D2"),
        (
            {"D1": "included", "V1": "coin"},
            "choices['V1']: there is no such choice: «coin»; choose one of: casting_vote, threshold",
        ),
        ({"V1": 5}, "choices['V1']: "),
    ],
)
def test_a_choice_that_is_none_is_refused_by_every_rule_that_takes_one(choices, said):
    assert len(CHOOSING) > 50
    for name, call, key, right, _ in CHOOSING:
        with pytest.raises(WrongType) as refused:
            call(**right | {key: choices})
        assert str(refused.value).startswith(said.replace("choices", key, 1)), name


def test_a_choice_of_a_reading_that_the_rule_does_not_have_passes():
    """A profile hands every rule all that it chose."""
    chosen = {code: reading.default for code, reading in READINGS.items()}
    for _, _, _, _, kind in CHOOSING:
        assert kind.wrong(chosen) is None
        assert kind.wrong(PROFILE.on(DAY).readings) is None


def of_a_case() -> Iterator[tuple[str, Any]]:
    """What a workflow shows of a history, wherever in its room it stands."""
    for room in modules("law189.workflows.*"):
        for name in room.__all__:
            found = getattr(room, name)
            if inspect.isfunction(found) and "history" in inspect.signature(found).parameters:
                yield f"{room.__name__}.{name}", found


@pytest.mark.parametrize("value", [one for one in LOOKED_AT if one is not None], ids=repr)
def test_what_a_workflow_shows_is_shown_of_a_history_alone(value):
    shown = dict(of_a_case())
    assert {"law189.workflows.certificate.balance", "law189.workflows.agreement.account_of"} <= shown.keys()
    for call in shown.values():
        rest = [DAY] if "as_of" in inspect.signature(call).parameters else []
        with pytest.raises(WrongType):
            call(value, *rest)


ANY = {
    *("rules.reconciliation.extract_agrees-handed", "rules.reconciliation.extract_agrees-held"),
    *("rules.acts.beginnings.begun-start", "rules.acts.beginnings.days_after-start"),
    *("rules.group.sitting.Sitting.ways-recorded", "casebook.rows.compact_json-value"),
    *(f"casebook.taking.{one}-shelf" for one in ("apart", "judged", "take", "undone")),
    *(f"casebook.book.{one}-shelf" for one in ("options", "options_on")),
    "casebook.shelf.held-shelf",
    *(f"casebook.dependants.{one}-shelf" for one in ("dependants", "of_case")),
    "casebook.shelf.changed_balances-shelf",
    *(
        "rules.deadlines.counting.moved_two_ways-term",
        "rules.votes.polls.Poll.ways-recorded",
        "office.tables.Sheets.__init__-out",
    ),
}
"""Facts of any kind, terms that have days, a file to write to, and shelves: whatever answers as a shelf does."""


GROUP = PROFILE.latest.working_group
TERM = After(kind="after", days=3, unit="working_days")


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: quorum("5", 10, GROUP.quorum), "present: a whole number (int) is needed, not the text «5»"),
        (
            lambda: quorum(None, 10, GROUP.quorum),
            "present: a whole number (int) is needed, not nothing (None)",
        ),
        (lambda: quorum(5.0, 10, GROUP.quorum), "present: a whole number (int) is needed, not 5.0 (float)"),
        (lambda: quorum(True, 10, GROUP.quorum), "present: a whole number (int) is needed, not True (bool)"),
        (
            lambda: quorum(Decimal(5), 10, GROUP.quorum),
            "present: a whole number (int) is needed, not 5 (Decimal)",
        ),
        (lambda: quorum(5, 10, None), "threshold: a norm (Norm) is needed, not nothing (None)"),
        (lambda: quorum(5, 10, GROUP.quorum.value), "threshold: a norm (Norm) is needed, not Threshold"),
        (
            lambda: quorum(5, 10, GROUP.casting_vote),
            "threshold.value: a threshold (Threshold) is needed, not",
        ),
        (lambda: quorum(-1, 10, GROUP.quorum), "-1 present and 0 vacant of 10 seats cannot be"),
        (
            lambda: decide([("chair", "for")], "chair", "chair", 1, GROUP.adoption, GROUP.casting_vote),
            "present: a list (list) is needed, not the text «chair»",
        ),
        (
            lambda: decide({"chair": "for"}, ["chair"], "chair", 1, GROUP.adoption, GROUP.casting_vote),
            "ballots[0]: a row (str, str) is needed, not the text «chair»",
        ),
        (
            lambda: decide([("chair", "за")], ["chair"], "chair", 1, GROUP.adoption, GROUP.casting_vote),
            "«за» is no vote; possible: for, against, abstain",
        ),
        (
            lambda: within("plan-measures", None),
            "group: a working group (WorkingGroup) is needed, not nothing",
        ),
        (lambda: ends(TERM, "2024-01-01", load_calendar()), "event: a day (date) is needed, not the text"),
        (lambda: ends(TERM, MOMENT, load_calendar()), "event: a day (date) is needed, not the moment"),
        (lambda: load_calendar().with_regional(["2024-01-01"]), "a day (date) is needed, not the text"),
    ],
)
def test_a_rule_says_which_argument_is_of_another_kind(call, said):
    with pytest.raises(Law189Error, match=re.escape(said)):
        call()


def test_a_right_argument_passes_whatever_holds_it():
    class Whole(int):
        pass

    assert quorum(Whole(5), 10, GROUP.quorum).outcome.value == "holds"
    assert quorum(present=5, seats=10, threshold=GROUP.quorum, vacant=0).outcome.value == "holds"
    cast = decide(iter([("chair", "for")]), {"chair"}, "chair", 1, GROUP.adoption, GROUP.casting_vote)
    assert cast.adopted is True
