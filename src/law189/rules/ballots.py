"""Записанные голоса (ballots): the votes on a question as a file holds them, by seat or in order of recording."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from law189.files.wording import did_you_mean
from law189.law import flaw
from law189.rules.voting import Vote

__all__ = ["Ballots", "Held", "Voiced"]


def _ballots(value: object) -> tuple[tuple[str, Vote], ...]:
    """Votes by seat (`{chair: for}`) or as a list of `{seat, vote}`, in the order of recording."""
    pairs: list[tuple[object, object]] = []
    if isinstance(value, Mapping):
        pairs = list(value.items())
    elif isinstance(value, list | tuple):
        for entry in value:
            if isinstance(entry, Mapping) and set(entry) == {"seat", "vote"}:
                pairs.append((entry["seat"], entry["vote"]))
            elif isinstance(entry, list | tuple) and len(entry) == 2:
                pairs.append((entry[0], entry[1]))
            else:
                raise flaw(
                    "ballot_form",
                    f"голос записывают как seat и vote, а указано: {entry!r}",
                    f"a vote is written as seat and vote, not {entry!r}",
                )
    else:
        raise flaw(
            "ballots_form",
            f"голоса записывают как место: голос (for, against, abstain), а указано: {value!r}",
            f"votes are written as seat: vote (for, against, abstain), not {value!r}",
        )
    for seat, vote in pairs:
        if not isinstance(seat, str):
            raise flaw(
                "vote_seat",
                f"место записывают словом, например member-1, а указано: {seat!r}",
                f"a seat is written as a word such as member-1, not {seat!r}",
            )
        if not isinstance(vote, str) or vote not in _VOTES:
            hint = did_you_mean(str(vote), [known.value for known in Vote])
            raise flaw(
                "vote_value",
                f"голос места «{seat}» — {vote!r}; нужно for, against или abstain; {hint.ru}",
                f"the vote of «{seat}» is {vote!r}; for, against or abstain is needed; {hint.en}",
            )
    return tuple((str(seat), Vote(str(vote))) for seat, vote in pairs)


_VOTES = frozenset(vote.value for vote in Vote)
_ONE_VOTE = {"enum": sorted(_VOTES)}
_WRITTEN = {
    "anyOf": [
        {"type": "object", "additionalProperties": _ONE_VOTE},
        {
            "type": "array",
            "items": {
                "anyOf": [
                    {
                        "type": "object",
                        "properties": {"seat": {"type": "string"}, "vote": _ONE_VOTE},
                        "required": ["seat", "vote"],
                        "additionalProperties": False,
                    },
                    {
                        "type": "array",
                        "prefixItems": [{"type": "string"}, _ONE_VOTE],
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
        raise flaw(
            "proxies_form",
            f"доверенности записывают как отсутствующее место: присутствующее место, а указано: {value!r}",
            f"proxies are written as absent seat: present seat, not {value!r}",
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
