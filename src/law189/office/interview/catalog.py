"""Опрос (catalog): the questions about a decree, in the order in which one reads it.

What is not asked (`tests/office/test_interview.py` lists it, with the reason) `law189 new --blank` shows.

>>> [one.key for one in ROOT.parts][:4]
['title', 'profile', 'act', 'acts']
"""

from collections.abc import Mapping
from typing import Any

from law189.extracts import Way
from law189.law import About, Act, Entry
from law189.office.interview.catalog_acts import ADOPTED, kinds_of_act, published_asked
from law189.office.interview.catalog_changes import amendments
from law189.office.interview.catalog_cited import ACTS, APPROVALS, PUBLICATION
from law189.office.interview.catalog_conditions import CONDITIONS
from law189.office.interview.catalog_group import GROUP
from law189.office.interview.catalog_plan import GOALS, INDICATORS, PLAN, STAGES
from law189.office.interview.catalog_seldom import (
    ALIASES,
    BLANKS,
    FACTOR_ANALYSIS,
    LAPSES,
    MENTIONS,
    READINGS,
    VALUES,
)
from law189.office.interview.catalog_services import PARAMETERS, listed
from law189.office.interview.questions import AT, Ask, Block, Several, graded, norm, said_of
from law189.office.interview.spoken import (
    GRADES,
    Address,
    Choice,
    Choices,
    Day,
    Word,
    Words,
    of_entries,
    of_vocabulary,
)
from law189.office.interview.spoken_ends import DayOrEvent, paper_end
from law189.office.interview.spoken_terms import Force
from law189.profile.documents import (
    Asks,
    Condition,
    DocumentKind,
    DocumentRule,
    Form,
    InformationSystem,
    PaperRule,
)
from law189.profile.edition import Edition
from law189.profile.parties import Body
from law189.profile.services import ExcludedProvider, Selection, Service

__all__ = ["ROOT"]

_TITLE = {"ru": "?"}


def _words(entry: type[Entry], key: str, *, needed: bool = False) -> Ask:
    return Ask(key, said_of(entry, key), Words(), stand=_TITLE if needed else None)


def _excluded(value: Any, entries: list[Any]) -> Mapping[str, Any]:
    """A kind of organisation under an id that nobody has to think of."""
    taken = {one.get("id") for one in entries if isinstance(one, dict)}
    number = next(n for n in range(1, len(taken) + 2) if f"kind-{n}" not in taken)
    return {"id": f"kind-{number}", "name": value}


_PAPER_ENDS = About.of(
    "до какого дня или события",
    "until which day or event",
    "Последний день бумаги или событие, до которого она допускается, словами постановления.",
    "The last day of paper, or the event until which it is allowed, in the words of the decree.",
)

_ACT = Block(
    "act",
    said_of(Edition, "act"),
    (
        Ask("kind", said_of(Act, "kind"), Choice(of=kinds_of_act)),
        Ask("number", said_of(Act, "number"), Word()),
        Ask("date", said_of(Act, "date"), Day()),
        _words(Act, "title"),
        published_asked(),
    ),
    stand={},
)
_BODIES = Several(
    "bodies",
    said_of(Edition, "bodies"),
    (Ask("id", said_of(Body, "id"), Word()), _words(Body, "title", needed=True), AT),
)
_AUTHORIZED = norm(Edition, "authorized_body", Choice(of=of_entries("bodies")), graded(GRADES))
_SERVICES = Several(
    "services",
    said_of(Edition, "services"),
    (
        Ask("number", said_of(Service, "number"), Word()),
        _words(Service, "title", needed=True),
        _words(Service, "direction"),
        _words(Service, "attendance"),
        AT,
    ),
)
_EXCLUDED = Several(
    "excluded_providers",
    said_of(Edition, "excluded_providers"),
    (Ask("name", said_of(ExcludedProvider, "name"), Words(), also=_excluded), AT),
)
_SELECTION = Several(
    "selection",
    said_of(Edition, "selection"),
    (
        Ask("way", said_of(Selection, "way"), Choice(of=of_vocabulary(list(Way)[1:]))),
        Ask("since", said_of(Selection, "since"), Day()),
        Ask("until", said_of(Selection, "until"), Day()),
        Ask("numbers", said_of(Selection, "numbers"), Choices(of=listed)),
        AT,
        Ask("grade", said_of(Selection, "grade"), GRADES),
    ),
)
_DOCUMENTS = Several(
    "documents",
    said_of(Edition, "documents"),
    (
        Ask("kind", said_of(DocumentRule, "kind"), Choice(of=of_vocabulary(DocumentKind))),
        Ask("form", said_of(DocumentRule, "form"), Choice(of=of_vocabulary(Form)), stand="electronic"),
        Ask("asks", said_of(DocumentRule, "asks"), Choices(of=of_vocabulary(Asks))),
        _words(DocumentRule, "title", needed=True),
        AT,
    ),
)
_PAPER = Several(
    "paper",
    said_of(Edition, "paper"),
    (
        Ask("documents", said_of(PaperRule, "documents"), Choices(of=of_vocabulary(DocumentKind))),
        Ask("since", said_of(PaperRule, "since"), Day(), stand="1900-01-01"),
        Ask("until", _PAPER_ENDS, DayOrEvent(), stand="2100-12-31", also=paper_end),
        Ask("ended_on", said_of(PaperRule, "ended_on"), Day(), rival="until"),
        Ask(
            "condition",
            said_of(PaperRule, "condition"),
            Choice(of=of_vocabulary(Condition)),
            stand=Condition.UNCONDITIONAL.value,
        ),
        AT,
    ),
)
_SYSTEMS = Several(
    "systems",
    said_of(Edition, "systems"),
    (
        Ask("id", said_of(InformationSystem, "id"), Word()),
        _words(InformationSystem, "title", needed=True),
        AT,
        Ask("forms", said_of(InformationSystem, "forms"), Choices(of=of_vocabulary(DocumentKind))),
        _words(InformationSystem, "forms_others"),
        Ask("forms_cite", said_of(InformationSystem, "forms_cite"), Address(), stand="act"),
    ),
)
ROOT: Block = Block(
    "",
    said_of(Edition, "act"),
    (
        Ask("title", said_of(Edition, "title"), Words(), stand=_TITLE),
        Ask("profile", said_of(Edition, "profile"), Word(), stand="x"),
        _ACT,
        ACTS,
        APPROVALS,
        norm(Edition, "entry_into_force", Force()),
        norm(Edition, "covers_since", Day()),
        norm(Edition, "direction", Words()),
        _BODIES,
        _AUTHORIZED,
        _SERVICES,
        _EXCLUDED,
        norm(Edition, "licence", Words()),
        PARAMETERS,
        _SELECTION,
        _DOCUMENTS,
        _PAPER,
        _SYSTEMS,
        PUBLICATION,
        LAPSES,
        norm(Edition, "control", Words()),
        GROUP,
        STAGES,
        PLAN,
        GOALS,
        INDICATORS,
        FACTOR_ANALYSIS,
        CONDITIONS,
        ADOPTED,
        VALUES,
        MENTIONS,
        ALIASES,
        BLANKS,
        READINGS,
        amendments(lambda: ROOT),
    ),
)
"""Every question, in the order of a decree."""
