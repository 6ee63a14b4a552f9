"""Опрос о рабочей группе (the questions about the working group): its seats, then its regulation."""

import re
from collections.abc import Mapping
from typing import Any

from law189.law import Entry, Text
from law189.office.interview.questions import AT, Ask, Block, Mode, Several, norm, said_of
from law189.office.interview.spoken import (
    Choice,
    Choices,
    Offered,
    Values,
    Word,
    Words,
    YesNo,
    of_vocabulary,
)
from law189.office.interview.spoken_shares import Threshold
from law189.office.interview.spoken_terms import Frequency, InDays
from law189.profile.edition import Edition
from law189.profile.group import WorkingGroup
from law189.profile.regulation import (
    Absentee,
    AgendaApprover,
    Ballot,
    CastingVote,
    Force,
    Leading,
    Minutes,
    OnConflict,
    Permission,
)
from law189.profile.regulation_words import ballot_of, casting_of
from law189.profile.seats import AgendaKind, Role, Seat, Secretary
from law189.profile.subgroups import Invited, Subgroup
from law189.profile.thresholds import Whole

__all__ = ["GROUP"]

_TITLE = {"ru": "?"}
_ONE_OF_A_KIND = (Role.CHAIR, Role.SECRETARY)


def _of(*offered: tuple[Any, str, str]) -> Choice:
    found: Offered = tuple((value, Text(ru, en)) for value, ru, en in offered)
    return Choice(of=lambda _values: found)


# ─── Состав ──────────────────────────────────────────────────────────────────────────────────────────────


def _seat(role: Any, entries: list[Any]) -> Mapping[str, Any]:
    """A seat of the role under the next free id: `chair`, `deputy`, `deputy-2`, `member-1`."""
    taken = {one.get("id") for one in entries if isinstance(one, dict)}
    bare = role in (*_ONE_OF_A_KIND, Role.DEPUTY) and (role not in taken or role in _ONE_OF_A_KIND)
    numbers = (f"{role}-{n}" for n in range(1 + (role == Role.DEPUTY), len(taken) + 3))
    return {"id": role if bare else next(one for one in numbers if one not in taken), "role": role}


def _every_role(seats: Any) -> list[Any]:
    """The seats so far, and one of each role that has none yet: the composition is not told to its end."""
    told = list(seats or ())
    roles = {one.get("role") for one in told if isinstance(one, dict)}
    free = [role for role in Role if role.value not in roles]
    more = [_seat(role.value, told) for role in free]
    return [*told, *({**one, "cite": "act"} for one in more)]


def _is_secretary(entry: Mapping[str, Any]) -> bool:
    return entry.get("role") == Role.SECRETARY


def _seats(values: Values) -> Offered:
    """The seats of the composition by their ids, each with its office."""
    group = values.get("working_group")
    seats = group.get("seats") if isinstance(group, dict) else None
    found = [one for one in seats or () if isinstance(one, dict) and isinstance(one.get("id"), str)]
    return tuple((one["id"], Text(_office(one))) for one in found)


def _office(seat: Mapping[str, Any]) -> str:
    office = seat.get("office")
    ru = office.get("ru") if isinstance(office, dict) else None
    return str(ru or re.sub("-([0-9]+)$", r" \1", str(seat["id"])))


_SEATS = Several(
    "seats",
    said_of(WorkingGroup, "seats"),
    (
        Ask("role", said_of(Seat, "role"), Choice(of=of_vocabulary(Role)), also=_seat),
        Ask("office", said_of(Seat, "office"), Words()),
        Ask("votes", said_of(Seat, "votes"), YesNo(), when=_is_secretary),
        Ask("alternate", said_of(Seat, "alternate"), Words()),
        AT,
    ),
    stand=_every_role,
)


def _kinds(entry: type[Entry], key: str) -> Several:
    """A list of tasks, powers, functions or duties."""
    return Several(
        key,
        said_of(entry, key),
        (
            Ask("kind", said_of(AgendaKind, "kind"), Word()),
            Ask("title", said_of(AgendaKind, "title"), Words(), stand=_TITLE),
            AT,
        ),
    )


# ─── Положение ───────────────────────────────────────────────────────────────────────────────────────────

_CAST = (Whole.PRESENT, Whole.VOTES, Whole.MEMBERS, Whole.LIST)
_PRESIDING = ("presiding", "председательствующий", "who presides")
_PRESENT = ("present", "все присутствующие члены", "every member present")
_COPIES = _of(
    ("members", "членам группы", "the members"),
    ("authorized", "уполномоченному органу", "the authorised body"),
    ("concerned", "заинтересованным", "whoever is concerned"),
    ("nobody", "никому", "nobody"),
)
_SECRETARY = ("secretary", "секретарь", "the secretary")
_FORCES = tuple(({"force": one.value}, one.text.ru, one.text.en) for one in Force)


def _minutes(key: str, reader: Any) -> Ask:
    return Ask(key, said_of(Minutes, key), reader)


_MINUTES = Block(
    "minutes",
    said_of(WorkingGroup, "minutes"),
    (
        Block(
            "value",
            said_of(WorkingGroup, "minutes"),
            (
                _minutes("drafted_by", _of(_SECRETARY, _PRESIDING)),
                _minutes("drafted_within", InDays(since="meeting")),
                _minutes("signed_by", Choices(of=_of(_PRESIDING, _SECRETARY, _PRESENT).of, alone=True)),
                _minutes("signed_within", InDays(since="meeting")),
                _minutes("approved_by", _of(("chair", Role.CHAIR.text.ru, Role.CHAIR.text.en))),
                _minutes(
                    "copies_to",
                    Choices(of=_COPIES.of, alone=True),
                ),
                _minutes("sent_within", InDays(since="signing")),
                _minutes("dissents", _of(("attached", "прилагаются", "attached"))),
            ),
            stand={},
        ),
        AT,
    ),
    Mode.GATE,
)


def _absentee(key: str, reader: Any, *, stand: Any = None) -> Ask:
    return Ask(key, said_of(Absentee, key), reader, stand=stand)


_ABSENTEE = Block(
    "absentee",
    said_of(WorkingGroup, "absentee"),
    (
        Block(
            "value",
            said_of(WorkingGroup, "absentee"),
            (
                _absentee("allowed", YesNo(), stand=True),
                _absentee("quorum", Threshold(wholes=(Whole.MEMBERS, Whole.LIST, Whole.POLLED))),
                _absentee("adoption", Threshold(wholes=(Whole.POLLED, Whole.ANSWERED, Whole.MEMBERS))),
            ),
            stand={},
        ),
        AT,
    ),
    Mode.GATE,
)
_SECRETARY_OF = Block(
    "secretary",
    said_of(WorkingGroup, "secretary"),
    (
        Ask("seat", said_of(Secretary, "seat"), Choice(of=_seats)),
        _kinds(Secretary, "duties"),
        AT,
    ),
    Mode.GATE,
)


def _heads(values: Values) -> Offered:
    """The seats of the composition, then whom the subgroups invite."""
    group = values.get("working_group")
    subgroups = group.get("subgroups") if isinstance(group, dict) else None
    found = [one for each in subgroups or () if isinstance(each, dict) for one in each.get("invited") or ()]
    named = [one for one in found if isinstance(one, dict) and isinstance(one.get("id"), str)]
    return (*_seats(values), *((one["id"], Text(_office(one))) for one in named))


_SUBGROUPS = Several(
    "subgroups",
    said_of(WorkingGroup, "subgroups"),
    (
        Ask("id", said_of(Subgroup, "id"), Word()),
        Ask("title", said_of(Subgroup, "title"), Words(), stand=_TITLE),
        Ask("seats", said_of(Subgroup, "seats"), Choices(of=_seats)),
        Several(
            "invited",
            said_of(Subgroup, "invited"),
            (
                Ask("id", said_of(Invited, "id"), Word()),
                Ask("office", said_of(Invited, "office"), Words(), stand=_TITLE),
                Ask("votes", said_of(Invited, "votes"), YesNo()),
                AT,
            ),
        ),
        Ask("head", said_of(Subgroup, "head"), Choice(of=_heads)),
        _kinds(Subgroup, "tasks"),
        norm(Subgroup, "quorum", Threshold(asked="quorum")),
        norm(Subgroup, "adoption", Threshold(wholes=_CAST, asked="adoption")),
        norm(Subgroup, "decisions", _of(*_FORCES)),
        AT,
    ),
)


def _norm(key: str, reader: Any) -> Block:
    return norm(WorkingGroup, key, reader)


GROUP = Block(
    "working_group",
    said_of(Edition, "working_group"),
    (
        Ask("head", said_of(WorkingGroup, "head"), Words()),
        _norm("status", Words()),
        _norm("purpose", Words()),
        _norm("sources", Words()),
        _norm("decisions", _of(*_FORCES)),
        _SEATS,
        _kinds(WorkingGroup, "tasks"),
        _kinds(WorkingGroup, "powers"),
        _kinds(WorkingGroup, "functions"),
        _norm("composition", Words()),
        _norm("presiding", Choices(of=of_vocabulary(Role))),
        _norm("presiding_by", Choice(of=of_vocabulary(Leading))),
        _kinds(WorkingGroup, "presiding_duties"),
        _norm("agenda", Choice(of=of_vocabulary(AgendaApprover))),
        _norm("meetings", Frequency()),
        _norm("notice", InDays(materials=True)),
        _norm("quorum", Threshold(asked="quorum")),
        _norm("adoption", Threshold(wholes=_CAST, asked="adoption")),
        _norm("casting_vote", Choice(of=of_vocabulary(CastingVote), worded=casting_of)),
        _norm("ballot", Choice(of=of_vocabulary(Ballot), worded=ballot_of)),
        _ABSENTEE,
        _norm("proxies", Choice(of=of_vocabulary(Permission))),
        _norm("opinions", Choice(of=of_vocabulary(Permission))),
        _norm("invited", YesNo()),
        _norm("conflict_of_interest", Choice(of=of_vocabulary(OnConflict))),
        _MINUTES,
        _SECRETARY_OF,
        _SUBGROUPS,
    ),
    Mode.GATE,
)
"""The questions about the working group."""
