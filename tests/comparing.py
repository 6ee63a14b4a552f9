"""Schemas compared: where one JSON Schema refuses what another accepts.

Only the words that the schemas of the library use are known (`KNOWN` and `NOTES`). Any other word must stand in
both alike, else it is told as a fault: a comparison that does not know a word says so instead of passing. What is
found may be more than what is wrong, never less. There is one exception: of `oneOf` it is not asked that no second
branch fits, for each of ours is told by a word of its own.

>>> refused({"type": "integer"}, {"type": ["integer", "null"]})
[]
>>> refused({"type": ["integer", "null"]}, {"type": "integer"})
['$: null is refused']
"""

from collections.abc import Iterator, Mapping
from typing import Any

from jsonschema import Draft202012Validator

__all__ = ["refused"]

Schema = Mapping[str, Any]
NOTES = {
    "$schema",
    "$id",
    "$defs",
    "title",
    "description",
    "default",
    "examples",
    "discriminator",
    "x-law189",
}
TYPES = ("null", "boolean", "integer", "number", "string", "array", "object")
LEAST = {"minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"}
MOST = {"maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"}
KNOWN = LEAST | MOST | {"type", "const", "enum", "properties", "required", "additionalProperties"}
KNOWN |= {"items", "prefixItems", "anyOf", "oneOf", "$ref"}
OF = {"minimum": "number", "exclusiveMinimum": "number", "maximum": "number", "exclusiveMaximum": "number"}
OF |= {"minLength": "string", "maxLength": "string", "pattern": "string", "format": "string"}
OF |= dict.fromkeys(("items", "prefixItems", "minItems", "maxItems"), "array")
OF |= dict.fromkeys(
    ("properties", "required", "additionalProperties", "minProperties", "maxProperties"), "object"
)
"""Which type of value a word is about; of another type it says nothing."""


def refused(old: Schema, new: Schema, *, but_keys: bool = False) -> list[str]:
    """Where `new` refuses a value that `old` accepts: the place, and what is wrong there.

    With `but_keys` `old` is an answer of today and `new` what was promised of it: a key that `new` does not know is
    no fault, and one that `old` does not have any more is.
    """
    return [f"{place}: {words}" for place, words in _Comparison(old, new, but_keys).faults(old, new, "$")]


class _Comparison:
    """Two whole schemas, whose parts refer to their `$defs`."""

    def __init__(self, old: Schema, new: Schema, but_keys: bool) -> None:
        self._old, self._new, self._but_keys = old, new, but_keys
        self._asked: set[tuple[int, int]] = set()

    def faults(self, old: Any, new: Any, place: str) -> list[tuple[str, str]]:
        """What is wrong at that place and below it; what stands within itself is not asked again."""
        old, new = _whole(old, self._old), _whole(new, self._new)
        pair = (id(old), id(new))
        if pair in self._asked:
            return []
        self._asked.add(pair)
        found = list(self._compare(old, new, place))
        self._asked.remove(pair)
        return found

    def _compare(self, old: Schema, new: Schema, place: str) -> Iterator[tuple[str, str]]:
        for branch in _branches(old, self._old):
            options = [option for option in _branches(new, self._new) if _may_meet(branch, option)]
            tried = [list(self._one(branch, option, place)) for option in options]
            if not tried:
                yield place, f"{_named(branch)} is refused"
            elif all(tried):
                yield from min(tried, key=len)

    def _one(self, old: Schema, new: Schema, place: str) -> Iterator[tuple[str, str]]:
        """What is wrong where neither has branches and both are of one type."""
        if "enum" in old or "const" in old:
            right = Draft202012Validator({**new, "$defs": self._new.get("$defs", {})})
            of_type = Draft202012Validator({"type": old["type"]})
            values = filter(of_type.is_valid, old["enum"] if "enum" in old else [old["const"]])
            yield from ((place, f"{value!r} is refused") for value in values if not right.is_valid(value))
            return
        for word in sorted(new.keys() - NOTES):
            about = OF.get(word, old["type"])
            if about == old["type"] or (about, old["type"]) == ("number", "integer"):
                yield from ((place, words) for words in _stricter(word, old, new))
        if old["type"] == "object":
            yield from self._object(old, new, place)
        if old["type"] == "array":
            yield from self._array(old, new, place)

    def _object(self, old: Schema, new: Schema, place: str) -> Iterator[tuple[str, str]]:
        for key in sorted({*new.get("required", ())} - {*old.get("required", ())}):
            yield f"{place}.{key}", "is required"
        were, are = old.get("properties", {}), new.get("properties", {})
        rest, other = new.get("additionalProperties", True), old.get("additionalProperties", True)
        for key, value in were.items():
            if key in are or rest is not False:
                yield from self.faults(value, are.get(key, rest), f"{place}.{key}")
            elif not self._but_keys and value is not False:
                yield f"{place}.{key}", "is no key"
        if other is False:
            if self._but_keys:
                yield from (
                    (f"{place}.{key}", "is written no more") for key in sorted(are.keys() - were.keys())
                )
            return
        for key in are.keys() - were.keys():
            yield from self.faults(other, are[key], f"{place}.{key}")
        if rest is not False:
            yield from self.faults(other, rest, f"{place}.*")
        elif not self._but_keys:
            yield f"{place}.*", "is no key"

    def _array(self, old: Schema, new: Schema, place: str) -> Iterator[tuple[str, str]]:
        first, now = old.get("prefixItems", []), new.get("prefixItems", [])
        for number in range(max(len(first), len(now))):
            was = first[number] if number < len(first) else old.get("items", True)
            if number < old.get("maxItems", number + 1):
                yield from self.faults(
                    was, now[number] if number < len(now) else new.get("items", True), f"{place}[{number}]"
                )
        if old.get("maxItems", len(first) + 1) > len(first):
            yield from self.faults(old.get("items", True), new.get("items", True), f"{place}[]")


SAYS_SOMETHING = r"\S"
"""A text of nothing but blanks was taken once and said nothing; it is refused on purpose."""


def _stricter(word: str, old: Schema, new: Schema) -> Iterator[str]:
    """What is wrong where `new` is stricter than `old` in that word; those of objects and lists are asked apart."""
    if new.get("pattern") == SAYS_SOMETHING and word in ("pattern", "minLength"):
        return
    if word in ("enum", "const"):
        yield f"only {_named(new)} is taken"
    elif word in LEAST | MOST:
        sign = 1 if word in LEAST else -1
        if word not in old or sign * old[word] < sign * new[word]:
            yield f"{word} {new[word]} is asked, not {old.get(word)}"
    elif word not in KNOWN and new[word] != old.get(word):
        yield f"{word} {new[word]!r} is asked, not {old.get(word)!r}"


def _whole(schema: Any, root: Schema) -> Any:
    """The schema that this one refers to, itself where it refers to none; True and False as schemas."""
    if isinstance(schema, bool):
        return EVERYTHING if schema else NOTHING
    while "$ref" in schema:
        beside = schema.keys() - NOTES - {"$ref"}
        assert not beside, f"beside a reference stands {beside}"
        schema = root["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    return schema


EVERYTHING: Schema = {"type": list(TYPES)}
NOTHING: Schema = {"anyOf": []}


def _branches(schema: Schema, root: Schema) -> Iterator[Schema]:
    """The schema without alternatives and with one type, once for each of its alternatives."""
    schema = _whole(schema, root)
    for word in ("anyOf", "oneOf"):
        if word in schema:
            beside = {key: value for key, value in schema.items() if key not in NOTES | {word}}
            for branch in schema[word]:
                for one in _branches(branch, root):
                    assert not beside.keys() & one.keys() - {"type"}, "a word stands both beside and within"
                    yield {**beside, **one} if beside else one
            return
    types = schema.get("type")
    if types is None:
        values = schema.get("enum", [schema["const"]] if "const" in schema else None)
        types = list(TYPES) if values is None else sorted({_type_of(value) for value in values})
    if isinstance(types, str):
        yield schema if "type" in schema else {**schema, "type": types}
        return
    for name in types:
        if not (name == "integer" and "number" in types):
            yield {**schema, "type": name}


def _type_of(value: object) -> str:
    return next(name for name in TYPES if Draft202012Validator({"type": name}).is_valid(value))


def _may_meet(old: Schema, new: Schema) -> bool:
    """Whether one value may be of both: of one type and, where a key tells what it is, with one word there."""
    if new["type"] != old["type"] and (old["type"], new["type"]) != ("integer", "number"):
        return False
    were, are = old.get("properties", {}), new.get("properties", {})
    return all(
        were[key]["const"] == are[key]["const"]
        for key in were.keys() & are.keys()
        if all(isinstance(one[key], dict) and "const" in one[key] for one in (were, are))
    )


def _named(schema: Schema) -> str:
    """How a fault names the branch: by its values, its word, or its type."""
    if "enum" in schema:
        return f"one of {schema['enum']}"
    if "const" in schema:
        return repr(schema["const"])
    told = {key: one["const"] for key, one in schema.get("properties", {}).items() if "const" in one}
    return f"{schema['type']} {told}" if told else str(schema["type"])
