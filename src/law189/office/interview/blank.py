"""Бланк (blank): the whole profile as a commented skeleton: each section with its keys, their words and an example.

What stands behind two signs `##` is said of the keys; take one sign `#` and the space after it away from the
rest, and it is read. The keys and their words come from the JSON Schema of a profile, so that none is missing.

>>> lines = blank("ru", "").splitlines()
>>> next(line for line in lines if line.startswith("## title "))
'## title — муниципальное образование (обязателен). Как муниципальное образование называют в ответах.'
>>> next(line for line in lines if line.startswith("# title"))
'# title: {ru: Город Примерск}'
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from law189.law import Lang, Text, Vocabulary
from law189.office.interview.examples import EXAMPLES
from law189.office.interview.heads import schema_line
from law189.profile.profile import Profile

__all__ = ["blank"]

_HOW = (
    Text(
        "Бланк профиля. Строки с ## — пояснения. Чтобы строка с одним # читалась, уберите # и пробел после него.",
        "The skeleton of a profile. Lines with ## explain. Take # and the space after it away, and a line is read.",
    ),
    Text(
        "Примеры выдуманы: замените их тем, что сказано в постановлении. Чего в нём нет, того не пишите.",
        "The examples are invented: write what the decree says in their place. Leave out what it does not say.",
    ),
)
_NEEDED = Text(" (обязателен)", " (required)")
_ONE_OF = Text("Одно из", "One of")
_KEYS_AS = Text("Ключи те же, что у", "The keys are those of")
_NORM = "Norm_"


def blank(lang: Lang, schema: str) -> str:
    """The skeleton, with the address of its JSON Schema at the top where there is one."""
    lines = [schema_line(schema)] if schema else []
    lines += [f"## {words[lang]}" for words in _HOW]
    whole, told = _schema(), _Told(lang)
    for key, part in whole["properties"].items():
        lines += ["", *told.of(key, part, whole, ())]
        lines += [f"# {line}" for line in EXAMPLES[key].strip("\n").splitlines()]
    return "\n".join(lines) + "\n"


@cache
def _schema() -> Mapping[str, Any]:
    return Profile.json_schema()


class _Told:
    """What is said of the keys: those of an entry that has been told before are named by where that was."""

    def __init__(self, lang: Lang) -> None:
        self.lang: Lang = lang
        self._where: dict[str, str] = {}

    def of(
        self, key: str, part: Mapping[str, Any], above: Mapping[str, Any], path: tuple[str, ...]
    ) -> Iterator[str]:
        """The line of a key, and those of the keys under it."""
        own = (*path, key)
        inner = list(self._inner(part, own))
        seen = [*dict.fromkeys(".".join(where) for where, _, _ in inner if isinstance(where, tuple))]
        yield f"## {'  ' * len(path)}{key}{self._words(key, part, above)}{self._as(seen)}"
        told: set[str] = set()
        for where, name, entry in inner:
            for one, value in {} if where is not None else entry.get("properties", {}).items():
                if one not in told and (not name.startswith(_NORM) or one in ("value", *self._first(name))):
                    told.add(one)
                    yield from self.of(one, _of_any(one, value, inner), entry, own)

    def _inner(
        self, part: Mapping[str, Any], own: tuple[str, ...]
    ) -> Iterator[tuple[Any, str, Mapping[str, Any]]]:
        """Each entry that the value may be, and where it was told before, if it was."""
        for name, entry in _entries(part):
            before = self._where.get(name)
            self._where.setdefault(name, ".".join(own))
            yield (before,) if before is not None and name else None, name, entry

    def _first(self, name: str) -> tuple[str, ...]:
        """The keys that all norms share, for the first norm alone."""
        first = next(one for one in self._where if one.startswith(_NORM)) == name
        return tuple(_schema()["$defs"][name]["properties"]) if first else ()

    def _as(self, seen: list[str]) -> str:
        return f" {_KEYS_AS[self.lang]}: {', '.join(seen)}." if seen else ""

    def _words(self, key: str, part: Mapping[str, Any], above: Mapping[str, Any]) -> str:
        """The title, whether it is required, what it is and which words it may be."""
        lang, words = self.lang, part.get("x-law189", {})
        title, told = (words.get(what, {}).get(lang, "") for what in ("title", "description"))
        needed = _NEEDED[lang] if key in above.get("required", ()) else ""
        allowed = "; ".join(dict.fromkeys(_allowed(part, lang)))
        choice = f" {_ONE_OF[lang]}: {allowed}." if allowed else ""
        return f"{' — ' * bool(title)}{title}{needed}{'. ' * bool(told)}{told}{choice}"


def _of_any(
    key: str, value: Mapping[str, Any], inner: Sequence[tuple[Any, str, Mapping[str, Any]]]
) -> Mapping[str, Any]:
    """The value of a key by which entries are told apart: the words of them all, and not of one alone."""
    if "const" not in value:
        return value
    found = [entry["properties"][key] for _, _, entry in inner if key in entry.get("properties", {})]
    return {**{name: said for name, said in value.items() if name != "const"}, "anyOf": found}


def _parts(part: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """What a value may be, each with its name where it has one."""
    if "$ref" in part:
        name = str(part["$ref"]).rpartition("/")[2]
        yield name, _schema()["$defs"][name]
    for one in (*part.get("anyOf", ()), *part.get("oneOf", ()), part.get("items", {})):
        yield from _parts(one) if one else ()
    yield "", part


def _entries(part: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The entries with keys of their own that a value may be; words are no entry."""
    return ((name, one) for name, one in _parts(part) if "properties" in one and name != "Text")


def _allowed(part: Mapping[str, Any], lang: Lang) -> Iterator[str]:
    """The words that a value may be, each with its meaning where it has one."""
    for name, one in _parts(part):
        codes = one.get("enum", [one["const"]] if "const" in one else [])
        words = _meanings(name, codes)
        for code in codes:
            yield f"{code} ({words[code][lang]})" if code in words else str(code)


def _meanings(name: str, codes: Sequence[str]) -> Mapping[str, Text]:
    """The words of the codes, where a vocabulary of that name has just these."""
    found = (
        {member.value: member.text for member in one}
        for one in Vocabulary.__subclasses__()
        if one.__name__ == name
    )
    return next((words for words in found if list(words) == list(codes)), {})
