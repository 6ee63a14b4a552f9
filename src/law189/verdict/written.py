"""Запись вывода (written): a verdict as JSON holds it, read back, or refused with what is wrong in it.

>>> from law189.verdict import Verdict
>>> read_verdict({"rule": "example.quorum"}, Verdict)
Traceback (most recent call last):
    ...
law189.verdict.written.NotAVerdict: not a verdict: keys cites, facts, outcome, parts, reading, rule, text are \
needed, not keys with values
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from law189.facts import read
from law189.law import Citation, Law189Error, Text, as_written
from law189.readings import READINGS, Otherwise, Outcome, worst
from law189.readings.reading import Applied, Said, answered
from law189.verdict.ask import Ask, gathered

__all__ = ["NotAVerdict", "asks_of", "known_choices", "read_verdict"]

V = TypeVar("V", bound=Said)
_DEEPEST = 32
_KEYS = {"rule", "outcome", "text", "facts", "cites", "reading", "parts"}


class NotAVerdict(Law189Error, ValueError):
    """What was read is no verdict; `words` say why in both languages."""

    def __init__(self, ru: str, en: str) -> None:
        super().__init__(f"not a verdict: {en}")
        self.words = Text(f"не вывод: {ru}", f"not a verdict: {en}")

    def __reduce__(self) -> tuple[Any, ...]:
        ru, en = (words.partition(": ")[2] for words in (self.words.ru, self.words.en))
        return type(self), (ru, en)


def read_verdict(data: Any, made: Callable[..., V], depth: int = 0) -> V:
    """The verdict that JSON holds, `made` of its rule, outcome, sentence, facts, cites, reading, parts and asks.

    `depth` says within how many others it stands. Raises `NotAVerdict` on what is no verdict.
    """
    if depth > _DEEPEST:
        raise NotAVerdict(f"частей одна в другой больше {_DEEPEST}", f"parts within parts beyond {_DEEPEST}")
    found = _mapping(data, _KEYS, "types", "asks", "cure")
    words, cites = _text(found["text"]), [_fact(cite) for cite in _list(found["cites"])]
    if not all(isinstance(cite, Citation) for cite in cites):
        raise NotAVerdict("в cites не адрес", "there is something else than an address in cites")
    parts = tuple(read_verdict(part, made, depth + 1) for part in _list(found["parts"]))
    outcome = _outcome(found["outcome"])
    if worst([outcome, *(part.outcome for part in parts)]) is not outcome:
        raise NotAVerdict(
            f"исход {outcome} лучше исхода одной из частей", f"the outcome {outcome} is better than a part's"
        )
    facts = _fact(_mapping(found["facts"], None), [["mapping"], *_list(found.get("types", []))])
    template = Text(*(said.replace("{", "{{").replace("}", "}}") for said in (words.ru, words.en)))
    reading = None if found["reading"] is None else _reading(found["reading"])
    asks = asks_of(found.get("asks", []))
    if asks and outcome is not Outcome.UNKNOWN:
        raise NotAVerdict(f"исход {outcome} ничего не просит", f"the outcome {outcome} asks for nothing")
    cure = _text(found["cure"]) if "cure" in found else None
    return made(_word(found["rule"]), outcome, template, facts, tuple(cites), reading, parts, asks, cure)


def asks_of(data: Any) -> tuple[Ask, ...]:
    """What JSON says to give. Raises `NotAVerdict` on a path of no known form."""
    said = [_mapping(one, {"path", "title", "who"}) for one in _list(data)]
    try:
        asks = [
            Ask(_word(one["path"]), _text(one["title"]), None if one["who"] is None else _text(one["who"]))
            for one in said
        ]
    except ValueError as error:
        raise (
            error if isinstance(error, NotAVerdict) else NotAVerdict(f"asks: {error}", f"asks: {error}")
        ) from None
    return gathered(asks)


def _fact(data: Any, marked: Any = ()) -> Any:
    try:
        return read(data, marked)
    except (ValueError, TypeError) as error:
        raise NotAVerdict(f"факты: {error}", f"facts: {error}") from None


def _reading(data: Any) -> Applied:
    """The reading that JSON holds. Raises `NotAVerdict` where it or a choice does not exist."""
    found = _mapping(data, {"code", "choice", "otherwise"})
    code, choice = _word(found["code"]), _word(found["choice"])
    said = [_mapping(other, {"choice", "outcome", "text"}) for other in _list(found["otherwise"])]
    others = [Otherwise(_word(o["choice"]), _outcome(o["outcome"]), _text(o["text"])) for o in said]
    known_choices(code, [choice, *(other.choice for other in others)])
    return answered(code, choice, tuple(others))


def known_choices(code: str, choices: list[str]) -> None:
    """Raises `NotAVerdict` where the reading does not have one of the choices, or one is named twice."""
    known = READINGS[code].choices if code in READINGS else choices
    wrong = [one for one in choices if one not in known]
    if wrong or len(set(choices)) < len(choices):
        raise NotAVerdict(
            f"у толкования {code} нет такого выбора или он назван дважды: {', '.join(choices)}",
            f"the reading {code} has no such choice, or it is named twice: {', '.join(choices)}",
        )


def _mapping(data: Any, keys: set[str] | None, *more: str) -> Mapping[str, Any]:
    given = set(data) if isinstance(data, Mapping) else None
    if given is None or (keys is not None and not keys <= given <= keys | set(more)):
        wanted = "" if keys is None else f" {', '.join(sorted(keys))}"
        raise NotAVerdict(
            f"нужны ключи{wanted}, а не {as_written(data).ru}",
            f"keys{wanted} are needed, not {as_written(data).en}",
        )
    return data  # type: ignore[no-any-return]  # a mapping, as was asked


def _list(data: Any) -> list[Any]:
    if not isinstance(data, list | tuple):
        raise NotAVerdict(
            f"нужен список, а не {as_written(data).ru}", f"a list is needed, not {as_written(data).en}"
        )
    return list(data)


def _word(data: Any) -> str:
    if not isinstance(data, str) or not data:
        raise NotAVerdict(
            f"нужно слово, а не {as_written(data).ru}", f"a word is needed, not {as_written(data).en}"
        )
    return data


def _text(data: Any) -> Text:
    words = _mapping(data, {"ru", "en"})
    return Text(_word(words["ru"]), _word(words["en"]))


def _outcome(data: Any) -> Outcome:
    if data not in [one.value for one in Outcome]:
        raise NotAVerdict(
            f"{as_written(data).ru} — не исход", f"{as_written(data).en} is not a valid outcome"
        )
    return Outcome(data)
