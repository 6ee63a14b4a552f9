"""Опрос об изменениях (the questions about amendments): since when, by which act, and what each change is.

What is changed is chosen among what the file says so far; the new value of a norm is asked as the norm itself was.

>>> from law189.office.interview.catalog import ROOT
>>> told = {"working_group": {"quorum": {"value": {"at_least": "1/2", "of": "members"}, "cite": "p3"}}}
>>> [(place, words.ru) for place, words in places(ROOT, told, "set")]
[(('working_group', 'quorum', 'value'), 'рабочая группа: кворум')]
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from law189.errors import FaultyInput
from law189.files.nodes import Loc, tree_of
from law189.files.parser import read_tree
from law189.law import Text
from law189.office.interview.catalog_acts import act_asked, id_at
from law189.office.interview.examples import EXAMPLES
from law189.office.interview.questions import Ask, Block, Question, Several, at_path, said_of
from law189.office.interview.spoken import Address, Choice, Day, Misread, Offered, Reader, Values
from law189.profile.amendments import Amendment, Change, apply, names_of
from law189.profile.words.edition import AMENDMENTS

__all__ = ["amendments", "places"]

_HARMLESS = {"do": "set", "at": ["title"], "to": {"ru": "?"}}
"""A change that any profile takes, in the place of one that is not told to its end."""
_DO: Offered = (
    ("set", Text("изменить значение", "change a value")),
    ("add", Text("дополнить перечень записью", "add an entry to a list")),
    ("repeal", Text("исключить запись или норму", "repeal an entry or a norm")),
)


# ─── Место ───────────────────────────────────────────────────────────────────────────────────────────────


def places(root: Block, values: Values, do: str) -> Offered:
    """What of the file may be changed so, each with its path and words."""
    return tuple(_places(root.parts, values, do, (), ()))


def _places(
    parts: tuple[Question, ...], values: Any, do: str, above: tuple[str, ...], titles: tuple[Text, ...]
) -> Iterator[tuple[Any, Text]]:
    for part in parts:
        found = values.get(part.key) if isinstance(values, Mapping) else None
        if found is None or part.key in ("amendments", "profile", "act", "acts", "adopted"):
            continue
        own, named = (*above, part.key), (*titles, part.about.title)
        if isinstance(part, Ask):
            continue
        if isinstance(part, Several):
            yield from _in_list(found, do, own, named)
        elif part.parts[0].key == "value":
            place = {"set": (*own, "value"), "repeal": own}.get(do)
            yield from () if place is None else ((place, _words(named)),)
        else:
            yield from _places(part.parts, found, do, own, named)


def _in_list(
    found: Any, do: str, own: tuple[str, ...], titles: tuple[Text, ...]
) -> Iterator[tuple[Any, Text]]:
    if do == "add":
        yield own, _words(titles)
    if do != "repeal" or not isinstance(found, list):
        return
    known = [names_of(tree_of(entry)) for entry in found]
    for names, entry in zip(known, found, strict=True):
        name = next((one for one in names if sum(one in each for each in known) == 1), None)
        if name is not None:
            yield (*own, name), _words((*titles, Text(_called(entry, name))))


def _called(entry: Any, name: str) -> str:
    """What the entry is called: its title, or its name in the file."""
    for key in ("title", "office", "name", "what"):
        told = entry.get(key) if isinstance(entry, dict) else None
        if isinstance(told, dict) and isinstance(told.get("ru"), str):
            return str(told["ru"])
    return name


def _words(titles: tuple[Text, ...]) -> Text:
    return Text(": ".join(one.ru for one in titles), ": ".join(one.en for one in titles))


_PLACE_HINT = Text(
    "или ключи через запятую, например: services, app1.1, title",
    "or keys with commas between them, such as services, app1.1, title",
)


@dataclass(frozen=True)
class _Place(Choice):
    """Место изменения: one of those offered, or its keys with commas between them."""

    hint: Text | None = _PLACE_HINT

    def read(self, said: str, values: Values) -> Any:
        """The path as a list of keys. Raises `Misread` on what is neither."""
        try:
            found = super().read(said, values)
        except Misread:
            if "," not in said:
                raise
            found = tuple(one.strip() for one in said.split(","))
        return [found] if isinstance(found, str) else list(found)


# ─── Новое значение ──────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class _Written(Reader):
    """Значение, как его пишет файл."""

    def read(self, said: str, values: Values) -> Any:  # noqa: ARG002  # as every reader has it
        """The plain value; words that no YAML reads, as they are."""
        try:
            return read_tree(f"to: {said}", "").plain()["to"]
        except FaultyInput:
            return said


@dataclass(frozen=True)
class _NotYet(Reader):
    """Новое значение, пока не сказано, чего: nothing is taken, as nobody knows how it is read."""

    def read(self, said: str, values: Values) -> Any:  # noqa: ARG002  # as every reader has it
        """Nothing. Raises `Misread` always."""
        raise Misread(
            Text(
                "не сказано, что изменяется; сначала ответьте об этом, а этот вопрос оставьте («позже»)",
                "it is not told yet what is changed; answer that first and leave this question («later»)",
            )
        )


_AS_IN_A_FILE = Text("значение, как его пишет файл", "the value as a file has it")


def _question_at(root: Block, at: Any) -> Question | None:
    """The question about what stands at the path of a change; names of entries are passed over."""
    found: Question | None = root
    steps = list(at) if isinstance(at, list | tuple) else []
    while steps and found is not None:
        parts = () if isinstance(found, Ask) else found.parts
        step = steps.pop(0)
        found = next((one for one in parts if one.key == step), None)
        if isinstance(found, Several) and steps:
            steps.pop(0)
    return found


def _new_value(root: Callable[[], Block]) -> Callable[[Values, Loc], Reader]:
    def reader(values: Values, path: Loc) -> Reader:
        change = at_path(values, path[:-1])
        at = change.get("at") if isinstance(change, dict) else None
        if at is None:
            return _NotYet()
        question = _question_at(root(), at)
        if isinstance(question, Ask) and isinstance(change, dict) and change.get("do") == "set":
            return question.reads(values, path)
        section = at[0] if isinstance(at, list) and at else ""
        example = EXAMPLES.get(str(section), "")
        entry = next((line.strip("- ") for line in example.splitlines() if "- {" in line), "")
        more = f": {entry}" if entry and isinstance(question, Several) else ""
        return _Written(Text(f"{_AS_IN_A_FILE.ru}{more}", f"{_AS_IN_A_FILE.en}{more}"))

    return reader


def _is_changed(keys: Mapping[str, Any]) -> bool:
    return keys.get("do") in ("set", "add")


def _is_set(keys: Mapping[str, Any]) -> bool:
    return keys.get("do") == "set"


# ─── Адрес ───────────────────────────────────────────────────────────────────────────────────────────────

_NEW_CITE_HINT = Text(
    "адрес в новой редакции, например: п. 5.5 прил. 3; или: п. 1.1 изменяющего акта",
    "the address in the text as amended: app3.5.5; or: p1.1 of the amending act",
)
_OF_AMENDING = (" изменяющего акта", " изменяющего постановления", " of the amending act")


@dataclass(frozen=True)
class _NewAddress(Address):
    """Адрес изменённой нормы: in the text as amended, or in the amending act."""

    hint: Text | None = _NEW_CITE_HINT
    act: str | None = None

    def read(self, said: str, values: Values) -> Any:
        """The address as a file writes it. Raises `Misread` while the amending act has no number."""
        for ending in _OF_AMENDING:
            if said.casefold().endswith(ending):
                if self.act is None:
                    raise Misread(
                        Text(
                            "номер изменяющего акта ещё не назван; сначала ответьте о нём",
                            "the number of the amending act is not told yet; answer that first",
                        )
                    )
                return f"{self.act}/{Address().read(said[: -len(ending)], values)}"
        return Address().read(said, values)


def _address_needed(values: Values, path: Loc) -> str | None:
    """The whole decree, where the changed norm must have an address; None where it has none of its own."""
    change = at_path(values, path[:-1])
    if not isinstance(change, dict) or not {"do", "at", "to"} <= set(change):
        return None
    whole = {key: value for key, value in values.items() if key != "amendments"}
    made = Change.model_construct(
        _fields_set={"do", "at", "to"},
        do=change["do"],
        at=tuple(map(str, change["at"])),
        to=change["to"],
        cite="act",
    )
    return None if apply(tree_of(whole), made) is not None else "act"


def _changed_at(root: Callable[[], Block]) -> Ask:
    """The question where the change is made."""

    def reader(values: Values, path: Loc) -> Reader:
        do = str((at_path(values, path[:-1]) or {}).get("do"))
        return _Place(of=lambda told: places(root(), told, do))

    return Ask("at", said_of(Change, "at"), _Place(), instead=(_HARMLESS,), at=reader)


def _changes(root: Callable[[], Block]) -> Several:
    """The questions about the changes that one act makes."""
    return Several(
        "changes",
        said_of(Amendment, "changes"),
        (
            Ask("do", said_of(Change, "do"), Choice(of=lambda _values: _DO)),
            _changed_at(root),
            Ask(
                "to",
                said_of(Change, "to"),
                _Written(),
                when=_is_changed,
                instead=(_HARMLESS,),
                at=_new_value(root),
            ),
            Ask(
                "cite",
                said_of(Change, "cite"),
                _NewAddress(),
                stand=_address_needed,
                when=_is_set,
                at=lambda values, path: _NewAddress(act=id_at(values, path)),
            ),
        ),
        stand=lambda told: list(told or (_HARMLESS,)),
    )


def amendments(root: Callable[[], Block]) -> Several:
    """The questions about amendments; an entry begins with the day from which it holds."""
    since = Ask("since", said_of(Amendment, "since"), Day())
    return Several("amendments", AMENDMENTS, (since, act_asked(said_of(Amendment, "act")), _changes(root)))
