"""Слова об отказе (refused): why a value or a key is refused, what is needed and what to write, in both languages.

>>> worded("int_type", "12 000", {}, "").ru
'нужно целое число без кавычек, а указано: «12 000»; без пробелов: пишите 12000'
>>> unknown_key("кворум", ["quorum", "seats"], {"кворум": None}).ru
'такого ключа нет; ключи пишут латиницей: «quorum»'
"""

import json
import re
from collections.abc import Mapping, Sequence

from law189.files.addressed import in_file, numbering_of, several
from law189.files.coded import holders_of, keys_of
from law189.files.formed import formed
from law189.files.hint import Choice, Hint, Told, write
from law189.files.meant import meant
from law189.files.needed import LIST_QUOTED, NEEDED, WORDS
from law189.files.offered import code_for
from law189.files.parted import fell_apart
from law189.files.shapes import shape, told_so
from law189.files.wording import did_you_mean, missing, word
from law189.law import Lang, Text, as_written

__all__ = ["joined", "refused", "unknown_key", "worded"]

LANGS: tuple[Lang, ...] = ("ru", "en")
_HOLDERS = 3  # the most keys told to hold a misplaced one


def unknown_key(said: str, known: Sequence[str], beside: Mapping[str, object]) -> Text:
    """That there is no such key, and which was meant; `beside` are the values of the other keys, in their order."""
    before = ([*beside][[*beside].index(said) - 1]) if said in beside else ""
    of_a_text = before in LANGS and beside.get(said) is None
    if of_a_text or (" " in said and "ru" in beside):  # a comma within braces has parted a text
        return Text(
            "такого ключа нет: текст с запятой внутри скобок возьмите в кавычки",
            "there is no such key: put a text with a comma in quotes within braces",
        )
    if ":" in said and beside.get(said) is None:
        return Text(
            "такого ключа нет: после двоеточия нужен пробел; добавьте его",
            "there is no such key: a space is needed after the colon; add it",
        )
    if (apart := fell_apart({**beside, said: None} if said.isdigit() else beside, said)) is not None:
        return apart
    if meant_keys := keys_of(said, known):
        return _in_latin([f"«{one}»" for one in meant_keys])
    holders = holders_of(said, known)
    if 0 < len(holders) <= _HOLDERS:
        names = ", ".join(holders)
        return Text(
            f"такого ключа здесь нет, он стоит внутри {names}; проверьте отступ",
            f"there is no such key here, it stands within {names}; check the indent",
        )
    hint = did_you_mean(said, known)
    return Text(f"такого ключа нет; {hint.ru}", f"there is no such key; {hint.en}")


def _in_latin(keys: list[str]) -> Text:
    """Which keys are meant by a Russian word."""
    return Text(
        f"такого ключа нет; ключи пишут латиницей: {' или '.join(keys)}",
        f"there is no such key; keys are written in Latin letters: {' or '.join(keys)}",
    )


def worded(kind: str, value: object, facts: Mapping[str, object], said: str, *, quoted: bool = False) -> Text:
    """What is wrong with one value, and what to write.

    It is told by pydantic's `kind` and `facts`; `said` is pydantic's own sentence. `quoted` says that it stands in
    JSON or in a program.
    """
    return joined(*refused(kind, value, facts, said, quoted=quoted), quoted=quoted)


def joined(told: Text, hint: Text | None, *, quoted: bool = False) -> Text:
    """What is wrong, and what to write."""
    if quoted and isinstance(hint, Hint | Choice):
        hint = hint.in_json()
    if hint is None:
        return Told(told.ru, told.en, told)
    return Told(f"{told.ru}; {hint.ru}", f"{told.en}; {hint.en}", told, hint)


def refused(
    kind: str, value: object, facts: Mapping[str, object], said: str, *, quoted: bool = False
) -> tuple[Text, Text | None]:
    """What is wrong with one value, and what to write where that can be told, as `worded` joins them."""
    code = str(facts["code"]) if kind == "law189" else kind
    if isinstance(value, list) and code in _OF_ONE:
        return (_ONE_QUOTED if quoted else _ONE), None
    told = _worded(kind, value, facts, said, quoted=quoted)
    if _is_json(kind, value):
        return told, _WITHIN_A_TEXT
    address = _address(code, value)
    hint = (
        told_so(facts)
        or meant(code, value)
        or address
        or shape(code, facts.get("class_name"), value)
        or _listed(kind, value)
        or _code(kind, value, facts)
    )
    hint = hint or _in_quotes(kind, value)
    if address is not None:  # says more than how addresses look at large
        told = Text(told.ru.rpartition("; ")[0], told.en.rpartition("; ")[0])
    return told, hint


def _is_json(kind: str, value: object) -> bool:
    """Whether keys or a list are needed, and stand within a text as JSON."""
    if kind not in ("model_type", "model_attributes_type", "dict_type", "dataclass_type", "tuple_type"):
        return False
    if not isinstance(value, str) or not value.lstrip().startswith(("{", "[")):
        return False
    try:
        return isinstance(json.loads(value), list if kind == "tuple_type" else dict)
    except (ValueError, RecursionError):
        return False


_WITHIN_A_TEXT = Text(
    "это JSON внутри текста; уберите кавычки вокруг него",
    "this is JSON within a text; take off the quotes around it",
)
_OF_ONE = {
    "day_form", "day_of_year", "share_form", "amount", "indicator_value", "string_type", "int_type", "bool_type",
    "enum", "literal_error",
}  # fmt: skip
"""Why a value is refused that must be one and no list."""
_ONE = Text(
    "нужно одно значение, а указан список; оставьте одно, без скобок и дефиса",
    "one value is needed, not a list; keep one, without brackets and a hyphen",
)
_ONE_QUOTED = Text(
    "нужно одно значение, а указан список; оставьте одно, без скобок",
    "one value is needed, not a list; keep one, without brackets",
)


def _address(code: str, value: object) -> Text | None:
    """How the file writes an address that is written as in a document."""
    if code != "address_form" or not isinstance(value, str):
        return None
    act, stroke, within = value.rpartition("/")
    if several(value):
        return Text("нужен один адрес", "one address is needed")
    found = in_file(within)
    if found is None:
        return None
    ru = en = ""
    if (numbering := numbering_of(within, found)) is not None:
        key, item = numbering
        ru = f"в act.numbering впишите {key}: [{item}], иначе это пункт {found.removeprefix('p')}; "
        en = f"put {key}: [{item}] in act.numbering, or it is item {found.removeprefix('p')}; "
    return write(f"{act}{stroke}{found}", f"{act}{stroke}{found}", ru, en)


def _listed(kind: str, value: object) -> Hint | None:
    """How a list is written that is given as one text."""
    if kind != "tuple_type" or not isinstance(value, str):
        return None
    entries = _parted(value)
    if not entries or not all(_ENTRY.fullmatch(one) for one in entries):
        return None
    said = [one if _WORD.fullmatch(one) else json.dumps(one, ensure_ascii=False) for one in entries]
    return write(f"[{', '.join(said)}]", entries)


_ENTRY = re.compile(r"[a-z0-9_.-]+|(?=[^\s]*[0-9])[\w./-]+")
"""A code, or a number with letters of any alphabet in it."""
_WORD = re.compile(r"(?!(?:true|false|null|nan|undefined)$)[a-z][a-z0-9_.-]*")
"""What YAML reads as a text without quotes, and neither as a number nor as a value of another kind."""


def _in_quotes(kind: str, value: object) -> Hint | Text | None:
    """How a number is written that is a text."""
    if kind != "string_type" or not isinstance(value, int | float) or isinstance(value, bool):
        return None
    told = word(repr(value))
    if re.fullmatch("[0-9]{6,}[.]0", told):  # a table gives a number such a tail
        told = told.removesuffix(".0")
    return write(f'"{told}"', told, "возьмите в кавычки: ", "put it in quotes: ")


def _worded(kind: str, value: object, facts: Mapping[str, object], said: str, *, quoted: bool) -> Text:
    if kind == "law189":
        return Text(_short(str(facts["ru"])), _short(str(facts["en"])))
    if kind == "dataclass_type" and facts.get("class_name") == "Citation":
        return _NO_ADDRESS if value is None else _ONE_ADDRESS
    if kind == "union_tag_not_found":
        return missing("kind")
    if kind in NEEDED:
        return _needed(kind, value, quoted=quoted)
    if kind in _OF_CODES:
        given = _given(value, facts)
        shown = Text(f"«{word(given)}»") if isinstance(given, str) else as_written(given)
        if given is not None and not isinstance(given, str):
            shown = Text(f"«{shown.ru}»", f"«{shown.en}»")
        return Text(f"нет такого значения: {shown.ru}", f"there is no such value: {shown.en}")
    if kind == "string_pattern_mismatch":
        return formed(str(facts["pattern"]), str(value))
    words = WORDS.get(kind, Text("неверное значение {input}: {said}", "a wrong value {input}: {said}"))
    given_ru, given_en = as_written(value).ru, as_written(value).en
    return Text(
        words.ru.format_map({**facts, "input": given_ru, "said": said}),
        words.en.format_map({**facts, "input": given_en, "said": said}),
    )


_OF_CODES = ("literal_error", "enum", "union_tag_invalid")


def _given(value: object, facts: Mapping[str, object]) -> object:
    """The value that is no code."""
    given = facts.get("tag", value)
    blank = given == "None" and isinstance(value, Mapping) and value.get("kind", given) is None
    return None if blank else given


def _code(kind: str, value: object, facts: Mapping[str, object]) -> Text | None:
    """Which code is written where one is needed."""
    if kind not in _OF_CODES:
        return None
    known = re.findall(r"'([^']+)'", str(facts.get("expected") or facts["expected_tags"]))
    return code_for(_given(value, facts), known)


_NO_ADDRESS = Text(
    "адрес пуст; впишите адрес нормы, например p3.1 или app3.5.5",
    "the address is empty; write one, such as p3.1 or app3.5.5",
)
_ONE_ADDRESS = Text(
    "нужен один адрес нормы текстом, например p3.1 или app3.5.5",
    "one address is needed, as text, such as p3.1 or app3.5.5",
)


def _short(words: str) -> str:
    """The beginning and the end: what is wrong and what to do, where a value between them is long."""
    return words if len(words) <= 800 else f"{words[:450]} … {words[-300:]}"


def _needed(kind: str, value: object, *, quoted: bool) -> Text:
    needed = LIST_QUOTED if quoted and kind == "tuple_type" else NEEDED[kind]
    if value is None:
        return Text(f"{needed.ru}, а значение пустое", f"{needed.en}, but the value is empty")
    shown = as_written(value)
    return Text(f"{needed.ru}, а указано: {shown.ru}", f"{needed.en}, not {shown.en}")


def _parted(said: str) -> list[str]:
    """The entries of a list that is written as one text: parted by commas, or keys by points."""
    path = re.fullmatch(r"[a-z_]{2,}(\.[a-z_]{2,})+", said)
    return [one for one in re.split(r"\." if path else r"[,;]\s*", said) if one]
