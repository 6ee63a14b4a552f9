"""Листы (sheets): which sheets a workbook of a profile has, and which column of a sheet holds which key.

Nothing here names a key of a profile but one, `extends`: a layer stands in its cell whole. Sheets, headings and the
words of drop-downs come from the JSON Schema of a profile, and so from what its fields say of themselves.

>>> [form.title for form in forms()][:4]
['Постановление', 'Утверждённые документы', 'Правовые основания', 'Утверждённые приложения']
>>> seats = next(form for form in forms() if form.at == ("working_group", "seats"))
>>> [(column.key, column.title) for column in seats.columns][:3]
[('id', 'имя места'), ('role', 'роль'), ('office.ru', 'должность')]
>>> seats.columns[1].leaf.words["deputy"]
'заместитель председателя'
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from law189.law import About, Vocabulary
from law189.office.workbook.columns import Column, Form, Leaf, Path
from law189.profile.profile import Profile
from law189.readings import READINGS
from law189.report.values import code_in_words

__all__ = ["arranged", "forms", "order_of_keys"]

_Schema = Mapping[str, Any]


@cache
def forms() -> tuple[Form, ...]:
    """The sheets of every workbook, in order: the decree, then what the profile lists."""
    schema = Profile.json_schema()
    found = _Walk(schema["$defs"])
    return tuple(found.sheets(schema))


@cache
def order_of_keys() -> Mapping[Path, int]:
    """The paths of all keys, each with its place among those beside it: the order of keys in a file."""
    schema = Profile.json_schema()
    top = [key for key in schema["properties"] if key not in ("extends", "amendments")]
    paths: list[Path] = [(key,) for key in (*top[:1], "extends", *top[1:], "amendments")]
    group = _Walk(schema["$defs"]).resolved(schema["properties"]["working_group"])
    paths += [("working_group", key) for key in group["properties"]]
    for form in forms():
        for column in form.columns:
            whole = (*form.at, *column.path) if form.is_list else column.path
            paths += [whole[:length] for length in range(1, len(whole) + 1)]
    return {path: number for number, path in enumerate(dict.fromkeys(paths))}


def arranged(value: Any, path: tuple[str, ...] = ()) -> Any:
    """The values with the keys of each entry in the order of a profile."""
    if isinstance(value, list):
        return [arranged(one, path) for one in value]
    if not isinstance(value, dict):
        return value
    places = order_of_keys()
    keys = sorted(value, key=lambda key: places.get((*path, key), len(places)))
    return {key: arranged(value[key], (*path, key)) for key in keys}


class _Walk:
    """The schema read from its top to the cells."""

    def __init__(self, defs: _Schema) -> None:
        self.defs = defs
        self.lists: list[tuple[Path, str, _Schema]] = []

    def sheets(self, schema: _Schema) -> Iterator[Form]:
        """The sheet of single values, then each list and the group where it stands among them."""
        own = {key: one for key, one in schema["properties"].items() if key != "working_group"}
        single = _nulls(self.columns({"properties": own, "required": schema["required"]}, (), "", "", None))
        yield Form(_named("постановление"), (), False, single)
        lists, self.lists = self.lists, []
        group = self.resolved(schema["properties"]["working_group"])
        rows = _nulls(self.columns(group, ("working_group",), "", "", None))
        inside = self.lists
        for path, title, item in lists:
            if path == ("stages",):
                yield Form(_named(_title(group)), (), False, rows)
                yield from (self.of_list(*one) for one in inside)
            yield self.of_list(path, title, item)

    def of_list(self, path: Path, title: str, item: _Schema) -> Form:
        """The sheet of a list of entries."""
        return Form(_named(title), path, True, _nulls(self.columns(item, (), "", "", None, nested=True)))

    def resolved(self, schema: _Schema) -> dict[str, Any]:
        """The schema with what it refers to, and without the choice of nothing: `null` says that there was one."""
        found = dict(schema)
        if "$ref" in found:
            name = found.pop("$ref").rpartition("/")[2]
            found = {**self.defs[name], "ref": name, **found}
        variants = found.get("anyOf") or found.get("oneOf") or []
        some = [one for one in variants if one.get("type") != "null"]
        if len(some) < len(variants):
            found["null"] = True
        if len(some) == 1:
            within = self.resolved(some[0])
            found = {**within, **{key: one for key, one in found.items() if key not in ("anyOf", "oneOf")}}
        elif some:
            found["variants"] = [self.resolved(one) for one in some]
        return found

    def columns(
        self,
        schema: _Schema,
        above: Path,
        title: str,
        told: str,
        null_at: Path | None,
        *,
        nested: bool = False,
        needed: bool = True,
    ) -> Iterator[Column]:
        """The columns of an entry; lists of entries are kept for sheets of their own, unless it is `nested`."""
        required = schema.get("required", ())
        norm = str(schema.get("ref", "")).startswith("Norm_")
        for key, one in schema["properties"].items():
            found = self.resolved(one)
            path, own = (*above, key), _title(found)
            if norm and key == "value":
                found["description"] = told
            whole = title if norm and key == "value" else ": ".join(word for word in (title, own) if word)
            if above[-1:] == ("readings",):
                whole = f"{key}. {READINGS[key].question.ru}"
            helped = str(found.get("description", "")) if own else told
            yield from self.cells(
                found, path, whole or key, helped, null_at, needed and key in required, nested=nested
            )

    def cells(
        self,
        found: dict[str, Any],
        path: Path,
        title: str,
        told: str,
        null_at: Path | None,
        required: bool,
        *,
        nested: bool,
    ) -> Iterator[Column]:
        """The columns of one key: one of a plain value, several of an entry."""
        null_at = path if found.get("null") else null_at
        item = self.resolved(found["items"]) if "items" in found else None
        if item is not None and "properties" in item and not nested and found.get("type") == "array":
            self.lists.append((path, title, item))
            return
        if found.get("properties", {}).keys() == {"ru", "en"}:
            yield Column((*path, "ru"), title, told, _TEXT, null_at, required)
            yield Column((*path, "en"), f"{title} (по-английски)", told, _TEXT, None, False)
            return
        if "properties" in found:
            yield from self.columns(found, path, title, told, null_at, nested=nested, needed=required)
            return
        leaf = self.leaf(found, path)
        inside = [one for one in found.get("variants", ()) if "properties" in one]
        if not inside or leaf.told is not None or path == ("extends",):
            yield Column(path, title, told, leaf, null_at, required)
            return
        if plain := [one for one in found["variants"] if "properties" not in one]:
            yield Column(path, title, told, self.leaf({**found, "variants": plain}, path), null_at, False)
        yield from self.columns(
            _together(inside), path, title, told, None if plain else null_at, nested=nested, needed=required
        )

    def leaf(self, found: _Schema, path: Path) -> Leaf:
        """What a cell of that key may hold."""
        variants = found.get("variants") or [found]
        refs = {one.get("ref") for one in variants}
        items = [self.resolved(one["items"]) for one in variants if "items" in one]
        told = "term" if {"Year", "AsNeeded"} <= refs else "quantity" if "Range" in refs else None
        if items and items[0].get("ref") == "IndicatorValue":
            told = "values"
        words: dict[str, str] = {}
        for one in variants:
            words |= self.words({**found, **one} if one is not found else found, path)
        kinds = {str(one.get("type", "string" if _codes(one) else "any")) for one in variants}
        return Leaf(
            frozenset(kinds),
            words if len(set(words.values())) == len(words) else {code: code for code in words},
            any(one.get("format") == "date" for one in variants),
            self.leaf({"description": found.get("description", ""), **items[0]}, path) if items else None,
            found.get("x-law189", {}).get("choices", {}).get("from"),
            told,
        )

    def words(self, found: _Schema, path: Path) -> dict[str, str]:
        """The Russian words of each code; the code itself where nothing tells them."""
        codes = _codes(found)
        if path[:-1] == ("readings",):
            return {code: words.ru for code, words in READINGS[path[-1]].choices.items()}
        for kind in _vocabularies().get(str(found.get("ref")), ()):
            if {one.value for one in kind} == set(codes):
                return {one.value: one.text.ru for one in kind}
        said = About.of(_title(found), "", str(found.get("description", "")), "")
        spoken = found.get("spoken", {})
        return {code: spoken.get(code) or code_in_words(code, said, "ru") or code for code in codes}


_TEXT = Leaf(frozenset({"string"}))


def _codes(found: _Schema) -> list[str]:
    """The codes of which a value is one; none where it may be any text."""
    listed = found.get("enum") or ([found["const"]] if "const" in found else [])
    return [one for one in listed if isinstance(one, str)]


def _title(found: _Schema) -> str:
    """What the key says that it is; nothing where it says nothing in Russian."""
    return str(found.get("x-law189", {}).get("title", {}).get("ru", ""))


def _nulls(columns: Iterator[Column]) -> tuple[Column, ...]:
    """The columns; where an entry as a whole may be `null`, the first of its cells says it, and no other."""
    found: list[Column] = []
    said: set[Path] = set()
    for column in columns:
        whole = column.null_at is not None and column.null_at != column.path
        found.append(replace(column, null_at=None) if whole and column.null_at in said else column)
        said |= {column.null_at} if column.null_at is not None else set()
    return tuple(found)


def _together(variants: list[dict[str, Any]]) -> dict[str, Any]:
    """Entries of several kinds as one that has the keys of each; what kinds there are stands under `kind`."""
    keys: dict[str, Any] = {}
    for one in variants:
        for key, said in one["properties"].items():
            if key == "kind" and "const" in said:
                known = keys.setdefault(key, {**said, "enum": [], "spoken": {}})
                known.pop("const", None)
                known["enum"].append(said["const"])
                known["spoken"][said["const"]] = _kind_in_words(str(one.get("description", "")))
            else:
                keys.setdefault(key, said)
    needed = [key for key in keys if all(key in one.get("required", ()) for one in variants)]
    return {"properties": keys, "required": needed}


def _kind_in_words(described: str) -> str:
    """The Russian name with which the description of a kind begins, in small letters."""
    name = described.partition(":")[0].strip(" .«»")
    return name[:1].lower() + name[1:] if re.fullmatch(r"[А-Яа-яЁё ]{2,40}", name) else ""


@cache
def _vocabularies() -> Mapping[str, tuple[type[Vocabulary], ...]]:
    """Every closed list of codes by the name of its class."""
    found: dict[str, tuple[type[Vocabulary], ...]] = {}
    ahead: list[type[Vocabulary]] = [Vocabulary]
    while ahead:
        for kind in ahead.pop().__subclasses__():
            ahead.append(kind)
            found[kind.__name__] = (*found.get(kind.__name__, ()), kind)
    return found


def _named(title: str) -> str:
    """The title of a sheet: at most 31 signs, and none that Excel refuses."""
    words = re.sub(r"[\[\]:*?/\\]", " ", title.rpartition(": ")[2]).strip()
    return words[:1].upper() + words[1:31]
