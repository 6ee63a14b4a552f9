"""Keys of the files that people write (keys): the pages of docs/reference that list them, made from the model.

`scripts/reference.py` writes the pages.
"""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from examples import declaring, examples
from pydantic import BaseModel

from law189.audit.indicators import Reported
from law189.audit.meeting import MeetingRecord
from law189.audit.plan import Done
from law189.casebook.line import Line, References
from law189.cases.history import Event
from law189.facts import Frozen
from law189.law import About, Citation, Entry, Lang, Norm, Text, Vocabulary, When, about
from law189.profile.amendments import Amendment
from law189.profile.edition import Edition
from law189.profile.words.edition import AMENDMENTS, EXTENDS
from law189.rules.voting import Vote


def profile_keys() -> Iterator[str]:
    """Every key of the file of a profile, in English: what stands under it, whether it is required."""
    yield "# Keys of a profile\n"
    yield (
        "A profile is a file of keys. The tables say what stands under a key and whether it is required. "
        "Under `ru` and `en` stand the same words in two languages. `law189.Profile.json_schema()` has all of "
        "this for a program. How to write the file says [the page for a municipality](../howto/municipality.md).\n"
    )
    extends = ("`extends`", EXTENDS, str, "")
    amendments = ("`amendments`", AMENDMENTS, tuple[Amendment, ...], "")
    yield from _keys(Edition, "en", extends, amendments)


RECORDS = Text(
    "Файлы для команд `meeting`, `replay`, `plan --done` и `indicators --reported`: запись о заседании "
    "(`MeetingRecord`), строка шага (`Line`), строка о сделанном (`Done`), о показателе (`Reported`). Для "
    "команд `minutes` и `agenda` в записи о заседании можно не указывать `present` и `votes`.",
    "The files for the commands `meeting`, `replay`, `plan --done` and `indicators --reported`: a recorded "
    "meeting (`MeetingRecord`), a line of a step (`Line`), of what was done (`Done`), of an indicator "
    "(`Reported`). For the commands `minutes` and `agenda` a recorded meeting may leave out `present` and "
    "`votes`.",
)


def record_keys(lang: Lang) -> Iterator[str]:
    """Every key of a recorded meeting, of a line of steps, of what was done and of what was reported."""
    yield f"# {Text('Ключи записей', 'Keys of records')[lang]}\n"
    yield f"{RECORDS[lang]}\n"
    for entry in (MeetingRecord, Line, Done, Reported):
        yield from _keys(entry, lang)


Key = tuple[str, About, Any, str]
"""A key of a file: its name, its words, its type, and whether it is required."""
KEYS = Text(
    "| ключ | что это | значение | обязателен |\n| --- | --- | --- | --- |",
    "| key | what it is | value | required |\n| --- | --- | --- | --- |",
)
CODES = Text("| слово | значение |\n| --- | --- |", "| code | meaning |\n| --- | --- |")
REQUIRED, FOR_A_STEP, OPTIONAL = Text("да", "yes"), Text("для ответа", "for the answer"), "—"
NULL = Text("; может быть `null`", "; may be `null`")
SUCH_AS, REST = Text("например: ", "such as "), Text("остальное", "the rest")


def _keys(entry: type[BaseModel], lang: Lang, *more: Key) -> Iterator[str]:
    """A table of the entry's keys, of those of every entry that stands in it, and of the codes in them."""
    entries, codes = {entry: None}, dict[type[Vocabulary], None]()
    for one in (waiting := [entry]):
        rows = [*_own(one, lang), *(more if one is entry else ())]
        yield f"## {one.__name__}\n"
        yield f"{_called_in(one, lang)}\n"
        yield KEYS[lang]
        for key, said, kind, required in rows:
            value = "<br>".join((_value(kind, lang), *_more(said, lang)))
            words = f"{said.title[lang]}. {said.help[lang]}"
            yield f"| {key} | {words} | {value} | {required or OPTIONAL} |"
            for within in _within(kind):
                if issubclass(within, Vocabulary):
                    codes.setdefault(within)
                elif within not in entries:
                    entries[within] = None
                    waiting.append(within)
        yield ""
    for code in codes:
        yield f"## {code.__name__}\n"
        yield CODES[lang]
        yield from (f"| `{member.value}` | {member.text[lang]} |" for member in code)
        yield ""


def _more(said: About, lang: Lang) -> Iterator[str]:
    """Where the value is taken from, what it counts, and what one looks like."""
    if said.source is not None:
        yield said.source.text[lang]
    if said.unit is not None:
        yield said.unit[lang]
    if said.example is not None:
        yield f"{SUCH_AS[lang]}`{said.example}`"


def _needed(said: About, lang: Lang) -> str:
    """Whether, or when, what may be left out is needed all the same."""
    if isinstance(said.needed, When):
        return f"{Text('если', 'where')[lang]} {said.needed.text[lang]}"
    return FOR_A_STEP[lang] if said.needed else ""


def _own(entry: type[BaseModel], lang: Lang) -> Iterator[Key]:
    """The keys of the entry, as a file writes them."""
    assert issubclass(entry, Entry)
    for key, (name, field) in zip(entry.known_keys(), entry.model_fields.items(), strict=True):
        said = about(entry, name)
        assert said is not None, f"{entry.__name__}.{name} says nothing of itself"
        required = REQUIRED[lang] if field.is_required() else _needed(said, lang)
        if field.is_required() and NoneType in get_args(field.annotation):
            required += NULL[lang]
        shown = REST[lang] if field.annotation is Event else f"`{key}`"
        yield shown, said, field.annotation, required


def _bare(kind: Any) -> tuple[Any, tuple[Any, ...]]:
    """The type without its marks and without None, and what it is made of; a norm is made of its value."""
    origin, args = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _bare(args[0])
    if origin in (Union, UnionType):
        members = tuple(arg for arg in args if arg is not NoneType)
        return _bare(members[0]) if len(members) == 1 else (Union, members)
    if isinstance(kind, type) and issubclass(kind, Norm) and kind is not Norm:
        return Norm, kind.__pydantic_generic_metadata__["args"]
    return origin or kind, args


def _within(kind: Any) -> Iterator[Any]:
    """Every entry and every list of codes that the type names; the facts of an event have their own page."""
    kind, args = _bare(kind)
    if isinstance(kind, type) and issubclass(kind, Entry | Vocabulary) and kind is not Event:
        yield kind
    if kind is not Literal:
        for arg in args:
            yield from _within(arg)


SIMPLE = {
    Text: Text("`ru`, `en`", "`ru`, `en`"),
    Citation: Text("адрес", "address"),
    date: Text("`ГГГГ-ММ-ДД`", "`YYYY-MM-DD`"),
    str: Text("текст", "text"),
    int: Text("целое число", "whole number"),
    bool: Text("`true`, `false`", "`true`, `false`"),
    Decimal: Text("число", "number"),
    Fraction: Text("доля, `1/2`", "share, `1/2`"),
    Any: Text("любое", "any"),
    Event: Text("[факты](facts.ru.md)", "[facts](facts.md)"),
}
MAPPINGS: dict[Any, Text] = {
    Frozen[str, str]: Text(
        "`код: выбор`, [толкования](readings.ru.md)", "`code: choice`, [readings](readings.md)"
    ),
    References: Text(
        "`факт: номер`, [факты](facts.ru.md), в которых выписка",
        "`fact: number`, [facts](facts.md) that are extracts",
    ),
    tuple[str, str]: Text("`место: место`", "`seat: seat`"),
    tuple[str, Vote]: Text("`место: голос`, [Vote](#vote)", "`seat: vote`, [Vote](#vote)"),
}
"""What the keys and the values of each kind of mapping are."""
FROZEN: Any = Frozen  # its kinds of keys and values are known only from the model
AS_KEY, LIST = Text("что сказано о ключе", "as the key says"), Text("список: ", "list: ")


def _value(kind: Any, lang: Lang) -> str:
    """What stands under a key."""
    kind, args = _bare(kind)
    if kind in SIMPLE:
        return SIMPLE[kind][lang]
    if kind is Frozen:
        return MAPPINGS[FROZEN[args]][lang]
    if isinstance(kind, TypeVar):
        return AS_KEY[lang]
    if kind is Literal:
        return ", ".join(f"`{code}`" for code in args)
    if kind is Union:
        return ", ".join(_value(arg, lang) for arg in args)
    if kind is tuple:
        pairs = get_origin(args[0]) is tuple
        return MAPPINGS[args[0]][lang] if pairs else f"{LIST[lang]}{_value(args[0], lang)}"
    if kind is Norm:
        return f"[Norm](#norm): {_value(args[0], lang)}" if args else _value(Any, lang)
    assert isinstance(kind, type), kind
    assert issubclass(kind, Entry | Vocabulary), kind
    return f"[{kind.__name__}](#{kind.__name__.lower()})"


# ─── Страница по-русски: слова и пример у каждого ключа ──────────────────────────────────────────────────

RUSSIAN = {
    Text: "слова под `ru` (и под `en`, если нужны английские)",
    Citation: "адрес",
    date: "день, `ГГГГ-ММ-ДД`",
    str: "текст",
    int: "целое число",
    bool: "`true` (да) или `false` (нет)",
    Decimal: "число",
    Fraction: "обыкновенная дробь",
    Any: "любое значение",
}


def profile_keys_ru() -> Iterator[str]:
    """Every key of the file of a profile in Russian: what it is, what may stand under it, and an example."""
    yield "# Ключи профиля с примерами\n"
    yield (
        "Здесь все ключи файла: что под ними пишут, какие слова допустимы и как это выглядит. Примеры взяты из "
        "профилей, которые читаются без ошибок; от списка показана первая запись, от записи — обязательное. "
        "Ключ, отмеченный «да», обязателен, остальные можно не писать. С чего начать, сказано на странице "
        "[для муниципалитета](../howto/municipality.ru.md).\n"
    )
    shown, entries, codes = examples(), {Edition: None}, dict[type[Vocabulary], None]()
    for entry in (waiting := [Edition]):
        yield f"## {called(entry)} ({entry.__name__})\n"
        yield "| ключ | что это | что пишут | обязателен | пример |\n| --- | --- | --- | --- | --- |"
        for key, name, said, kind, required in _rows(entry):
            text = shown[declaring(entry, name), key].replace("|", "\\|")
            words = f"{said.title.ru}. {said.help.ru}"
            told = "<br>".join((_russian(kind), *_source(said)))
            yield f"| `{key}` | {words} | {told} | {'да' if required else '—'} | `{text}` |"
            for within in _within(kind):
                if issubclass(within, Vocabulary):
                    codes.setdefault(within)
                elif within not in entries:
                    entries[within] = None
                    waiting.append(within)
        yield ""
    for code in codes:
        yield f"## {called(code)} ({code.__name__})\n"
        yield CODES.ru
        yield from (f"| `{member.value}` | {member.text.ru} |" for member in code)
        yield ""


def _rows(entry: type[Entry]) -> Iterator[tuple[str, str, About, Any, bool]]:
    """Each key with the name of its field, its words, its type, and whether it is required."""
    for key, (name, field) in zip(entry.known_keys(), entry.model_fields.items(), strict=True):
        said = about(entry, name)
        assert said is not None, f"{entry.__name__}.{name} says nothing of itself"
        yield key, name, said, field.annotation, field.is_required()
    if entry is Edition:
        yield "extends", "extends", EXTENDS, str, False
        yield "amendments", "amendments", AMENDMENTS, tuple[Amendment, ...], False


def _called_in(entry: type[BaseModel], lang: Lang) -> str:
    """What the entry is, in one language: a docstring has the Russian words first, then what they mean."""
    first = (entry.__doc__ or "").strip().splitlines()[0]
    if lang == "ru":
        return f"{re.split('[:.;(]', first, maxsplit=1)[0].strip()}."
    meaning = first.partition(": ")[2] or first
    return meaning[:1].upper() + meaning[1:]


def called(entry: type[Entry | Vocabulary]) -> str:
    """What the entry is, in Russian: how the words of its class begin."""
    return re.split("[:.;(]", (entry.__doc__ or "").strip(), maxsplit=1)[0].strip()


def _source(said: About) -> Iterator[str]:
    if said.source is not None:
        yield f"откуда: {said.source.text.ru}"
    if said.unit is not None:
        yield said.unit.ru


def _russian(kind: Any) -> str:
    """What stands under a key, with every word that is allowed."""
    kind, args = _bare(kind)
    if kind in RUSSIAN:
        return RUSSIAN[kind]
    if kind is Frozen:
        return MAPPINGS[FROZEN[args]].ru
    if isinstance(kind, TypeVar):
        return "что сказано о ключе"
    if kind is Literal:
        return ", ".join(f"`{code}`" for code in args)
    if kind is Union:
        return " или ".join(dict.fromkeys(_russian(arg) for arg in args))
    if kind is tuple:
        return f"список: {_russian(args[0])}"
    if kind is Norm:
        return f"[значение с адресом](#{_anchor(Norm)}): {_russian(args[0])}"
    assert isinstance(kind, type), kind
    if issubclass(kind, Vocabulary):
        return "; ".join(f"`{member.value}` — {member.text.ru}" for member in kind)
    assert issubclass(kind, Entry), kind
    return f"[{called(kind)}](#{_anchor(kind)})"


def _anchor(entry: type[Entry]) -> str:
    """The anchor of its heading, as the site and the code host make it."""
    words = re.sub(r"[^\w\s-]", "", f"{called(entry)} ({entry.__name__})").strip().lower()
    return re.sub(r"[\s-]+", "-", words)
