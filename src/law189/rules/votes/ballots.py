"""Записанные голоса (ballots): the votes on a question as a file holds them, by seat or in order of recording."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Annotated, Any, cast

from pydantic import BeforeValidator, ValidationError, WithJsonSchema
from pydantic_core import InitErrorDetails

from law189.law import About, Text, as_written, flaw
from law189.rules.voting import Vote

__all__ = ["Ballots", "Held", "Voiced"]


def _ballots(value: object) -> tuple[tuple[str, Vote], ...]:
    """Votes by seat (`{chair: for}`) or as a list of `{seat, vote}`, in the order of recording.

    Everything that is wrong with them is told, each at its own place.
    """
    if not isinstance(value, Mapping | list | tuple):
        said = as_written(value)
        raise flaw(
            "ballots_form",
            f"голоса записывают как место: голос (for, against, abstain), а указано: {said.ru}",
            f"votes are written as seat: vote (for, against, abstain), not {said.en}",
        )
    wrong: list[InitErrorDetails] = []
    found, whole = [], cast(Any, value)
    for loc, entry in _entries(value):
        if entry is None:
            wrong.append(_no_vote(loc, whole[loc[0]]))
            continue
        seat, vote = entry
        if not isinstance(seat, str):
            said = as_written(seat)
            ru = f"место записывают словом, например member-1, а указано: {said.ru}"
            en = f"a seat is written as a word such as member-1, not {said.en}"
            wrong.append(_wrong("vote_seat", loc, seat, ru, en))
        elif not isinstance(vote, str) or vote not in _VOTES:
            said, hint = as_written(vote), _by_seat(vote) or _hint(vote)
            ru = f"голос — for, against или abstain, а указано: {said.ru}{hint.ru}"
            en = f"a vote is for, against or abstain, not {said.en}{hint.en}"
            wrong.append(_wrong("vote_value", _at(value, loc), vote, ru, en))
        else:
            found.append((seat, Vote(vote)))
    if wrong:
        raise ValidationError.from_exception_data("votes", wrong)
    return tuple(found)


Loc = tuple[int | str, ...]


def _entries(value: Any) -> Iterator[tuple[Loc, tuple[object, object] | None]]:
    """Each seat with its vote, and where it stands; None for what is no vote."""
    if isinstance(value, Mapping):
        yield from (((str(seat),), (seat, vote)) for seat, vote in value.items())
        return
    for place, entry in enumerate(value):
        if isinstance(entry, Mapping) and set(entry) == {"seat", "vote"}:
            yield (place,), (entry["seat"], entry["vote"])
        elif isinstance(entry, list | tuple) and len(entry) == 2:
            yield (place,), (entry[0], entry[1])
        else:
            yield (place,), None


def _at(value: Any, loc: Loc) -> Loc:
    """Where the vote itself stands."""
    if isinstance(value, Mapping):
        return loc
    return (*loc, "vote" if isinstance(value[loc[0]], Mapping) else 1)


def _no_vote(loc: Loc, given: object) -> InitErrorDetails:
    """What is said of an entry that names no seat and its vote."""
    said = as_written(given)
    ru = f"голоса записывают как место: голос, например chair: for, а указано: {said.ru}"
    return _wrong(
        "ballot_form", loc, None, ru, f"votes are written as seat: vote, such as chair: for, not {said.en}"
    )


def _wrong(code: str, loc: Loc, given: object, ru: str, en: str) -> InitErrorDetails:
    return InitErrorDetails(type=flaw(code, ru, en), loc=loc, input=given)


def _by_seat(vote: object) -> Text | None:
    """That votes are given by seat, for one that is given as a number or as the list of those who cast it."""
    if type(vote) is int:
        return Text(
            "; голоса пишут по местам, например chair: for, а не числом",
            "; votes are given by seat, such as chair: for, and not as a number",
        )
    if isinstance(vote, list | tuple):
        return Text(
            "; сначала место, потом его голос, например member-1: for, по строке на каждое место",
            "; the seat stands first, then its vote, such as member-1: for, a line for each seat",
        )
    return None


def _hint(vote: object) -> Text:
    """What to write for a vote that is said in other words; nothing where nobody can tell."""
    said = str(vote).strip(" «»\"'.").casefold() if isinstance(vote, str | bool) else ""
    if said in _AWAY:
        return _NOT_THERE
    meant = next((code for code, words in _SPOKEN.items() if said in words), None)
    if meant is None:
        near = get_close_matches(said, sorted(_VOTES), n=1, cutoff=0.6)
        meant = Vote(near[0]) if near else None
    return Text("", "") if meant is None else Text(f"; пишите {meant}", f"; write {meant}")


_AWAY = ("absent", "away", "absence", "отсутствовал", "отсутствовала", "отсутствует", "отсутствие")
"""Words of whoever was not there: no vote, and no misspelling of one."""
_NOT_THERE = Text(
    "; того, кто отсутствовал, в голоса не вписывают",
    "; whoever was absent is not put among the votes",
)
_SPOKEN = {
    Vote.FOR: ("за", "да", "yes", "true", "on", "in favour", "pro", "голосовал за", "голосовала за", "+"),
    Vote.AGAINST: (
        "против",
        "нет",
        "no",
        "false",
        "off",
        "contra",
        "голосовал против",
        "голосовала против",
        "-",
    ),
    Vote.ABSTAIN: ("воздержался", "воздержалась", "воздержались", "воздержаться", "abstained", "abstention"),
}
"""What people call a vote."""
_VOTES = frozenset(vote.value for vote in Vote)
_ONE_SEAT = {"type": "string"}
_ONE_VOTE = {"enum": sorted(_VOTES)}
_SEAT = About.of("место", "seat", "Чей это голос.", "Whose vote it is.").in_schema()
_VOTE = About.of("голос", "vote", "Код голоса.", "The code of the vote.").in_schema()
_WRITTEN = {
    "anyOf": [
        {"type": "object", "additionalProperties": _ONE_VOTE},
        {
            "type": "array",
            "items": {
                "anyOf": [
                    {
                        "type": "object",
                        "properties": {"seat": _ONE_SEAT | _SEAT, "vote": _ONE_VOTE | _VOTE},
                        "required": ["seat", "vote"],
                        "additionalProperties": False,
                    },
                    {
                        "type": "array",
                        "prefixItems": [_ONE_SEAT, _ONE_VOTE],
                        "minItems": 2,
                        "maxItems": 2,
                    },
                ]
            },
        },
    ]
}
_WrittenBallots = Annotated[dict[str, str], WithJsonSchema(_WRITTEN)]
Ballots = Annotated[
    tuple[tuple[str, Vote], ...], BeforeValidator(_ballots, json_schema_input_type=_WrittenBallots)
]
"""Votes in the order of recording; in a file `{chair: for}` or a list of `{seat, vote}`."""


def _held(value: object) -> object:
    """Pairs of an absent seat and the seat that votes for it, as `{member-4: chair}`; as pairs they come back."""
    pairs = list(value.items()) if isinstance(value, Mapping) else value
    if not isinstance(pairs, list | tuple) or not all(_pair(one) for one in pairs):
        said = as_written(value)
        raise flaw(
            "proxies_form",
            f"доверенности записывают как отсутствующее место: присутствующее место, а указано: {said.ru}",
            f"proxies are written as absent seat: present seat, not {said.en}",
        )
    return tuple(dict(pairs).items())


def _pair(one: object) -> bool:
    """Whether it is two words."""
    return isinstance(one, list | tuple) and len(one) == 2 and all(isinstance(seat, str) for seat in one)


def _voiced(value: object) -> object:
    """One opinion of each seat, as `{member-5: for}`; of two of one seat the last."""
    return tuple(dict(_ballots(value)).items())


_TWO_SEATS = {"type": "array", "prefixItems": [{"type": "string"}] * 2, "minItems": 2, "maxItems": 2}
_WRITTEN_PAIRS = {
    "anyOf": [
        {"type": "object", "additionalProperties": {"type": "string"}},
        {"type": "array", "items": _TWO_SEATS},
    ]
}
_WrittenPairs = Annotated[dict[str, str], WithJsonSchema(_WRITTEN_PAIRS)]
Held = Annotated[tuple[tuple[str, str], ...], BeforeValidator(_held, json_schema_input_type=_WrittenPairs)]
"""Proxies as pairs of an absent seat and the seat that votes for it; in a file `{member-4: chair}`."""
Voiced = Annotated[
    tuple[tuple[str, Vote], ...], BeforeValidator(_voiced, json_schema_input_type=_WrittenBallots)
]
"""Written opinions, one of each seat; in a file `{member-5: for}`."""
