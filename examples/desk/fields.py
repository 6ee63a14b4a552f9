"""Поля формы (fields): a form made of the description of facts, and what was filled in read back.

A field knows no fact by name. Its name in the form is its path in the event (`document.system`,
`lines[0].service`), which is also how a fault and a verdict name what they ask for.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from starlette.exceptions import HTTPException

from law189.casebook.extracted import EXTRACTS
from law189.cases.fact import Described, Shape

__all__ = ["MOST_ROWS", "Field", "Sent", "fields_of", "number_of", "one_more", "value_of"]

Sent = Mapping[str, Sequence[str]]
"""What a browser sends: the values of each name."""
ROWS = "rows "
"""Before the path of a list of groups: how many rows the form shows."""
MOST_ROWS = 50
"""How many rows a list has at most."""
REFERS = "refers_to."
"""Before the name of an extract: by which number the book finds the case that it is of."""


@dataclass(slots=True)
class Field:
    """Поле: its path, the fact that it asks for, what stands in it, and what was said against it."""

    path: str
    fact: Described
    values: tuple[str, ...] = ()
    fields: tuple["Field", ...] = ()
    rows: tuple[tuple["Field", ...], ...] = ()
    number: "str | None" = None
    errors: list[str] = field(default_factory=list)

    @property
    def id(self) -> str:
        """Its id on the page."""
        return "f-" + re.sub(r"[^\w]+", "-", self.path)

    @property
    def value(self) -> str:
        """The one value that stands in it."""
        return self.values[0] if self.values else ""

    @property
    def control(self) -> str:
        """What the page asks with."""
        shape = self.fact.shape
        if self.number is not None:
            return "extract"
        if shape is Shape.GROUP:
            return "rows" if self.fact.many else "group"
        if shape is Shape.MAPPING:
            return "mapping"
        if shape is Shape.CHOICE and self.fact.choices:
            return "ticks" if self.fact.many else "choice"
        return "lines" if self.fact.many else {Shape.DAY: "day", Shape.YES_NO: "yes-no"}.get(shape, "text")

    @property
    def inner(self) -> Iterator["Field"]:
        """The field itself and every field within it."""
        yield self
        for one in (*self.fields, *(one for row in self.rows for one in row)):
            yield from one.inner

    def of(self, choice: str) -> str:
        """What stands in it for one of its choices, where a value is given for each."""
        return next(
            (one.removeprefix(f"{choice} ") for one in self.values if one.startswith(f"{choice} ")), ""
        )


def fields_of(facts: Iterable[Described], sent: Sent, within: str = "") -> tuple[Field, ...]:
    """A field for each fact, with what was sent for it; what has one choice only is chosen already."""
    return tuple(_field(fact, f"{within}{fact.name}", sent) for fact in facts if _askable(fact))


def rows_of(sent: Sent, path: str) -> int:
    """How many rows the list has in the form; one where the form does not say."""
    return min(max(1, number_of(sent, f"{ROWS}{path}", 1)), MOST_ROWS)


def one_more(sent: Sent, path: str) -> tuple[dict[str, Sequence[str]], bool]:
    """What was sent, with one more row in the list; and whether the list has as many already as it may have."""
    rows = rows_of(sent, path)
    return {**sent, f"{ROWS}{path}": (str(rows + 1),)}, rows == MOST_ROWS


def number_of(sent: Sent, name: str, otherwise: int) -> int:
    """The whole number that a hidden field holds; the other one where the form has no such field.

    400 where it holds something else.
    """
    if name not in sent:
        return otherwise
    told = sent[name][0]
    if not re.fullmatch("[0-9]{1,9}", told):
        raise HTTPException(400, f"В поле формы «{name}» не целое число. Откройте страницу шага заново.")
    return int(told)


def _askable(fact: Described) -> bool:
    """Whether a form can ask for it: a value for each needs to know for what, and which."""
    return fact.shape is not Shape.MAPPING or bool(fact.choices and fact.values)


def _field(fact: Described, path: str, sent: Sent) -> Field:
    if fact.shape is Shape.GROUP and fact.many:
        count = rows_of(sent, path)
        rows = (fields_of(fact.fields, sent, f"{path}[{number}].") for number in range(count))
        return Field(path, fact, rows=tuple(rows))
    if fact.shape is Shape.GROUP:
        number = None
        if fact.source in EXTRACTS and "." not in path:
            number = next(iter(sent.get(f"{REFERS}{path}", ())), "")
        return Field(path, fact, fields=fields_of(fact.fields, sent, f"{path}."), number=number)
    if fact.shape is Shape.MAPPING:
        given = ((one.value, sent.get(f"{path}.{one.value}", ("",))[0]) for one in fact.choices)
        return Field(path, fact, tuple(f"{name} {value}" for name, value in given if value))
    alone = fact.choices[0].value if len(fact.choices) == 1 and fact.why is not None else ""
    return Field(path, fact, tuple(sent.get(path, (alone,) if alone else ())))


# ─── Что записали в форму ────────────────────────────────────────────────────────────────────────────────


def value_of(one: Field) -> Any:
    """What stands in the field as a file writes it; None where nothing does."""
    match one.control:
        case "rows":
            return [row for row in map(_group, one.rows) if row] or None
        case "group" | "extract":
            return _group(one.fields) or None
        case "mapping":
            told = dict(value.split(" ", 1) for value in one.values)
            return told if told or one.fact.why is not None else None
        case "ticks":
            return [value for value in one.values if value] or None
        case "lines":
            words = (line.strip() for value in one.values for line in value.splitlines())
            return [line for line in words if line] or None
        case _:
            return _one(one.value.strip(), one.fact.shape)


def _group(fields: Iterable[Field]) -> dict[str, Any]:
    told = ((one.fact.name, value_of(one)) for one in fields)
    return {name: value for name, value in told if value is not None}


def _one(words: str, shape: Shape) -> Any:
    """A single value; what is no number stays words, and the library says what is wrong with them."""
    if not words:
        return None
    if shape is Shape.YES_NO:
        return {"yes": True, "no": False}.get(words, words)
    plain = re.sub(r"[\s ]", "", words)
    if shape is Shape.WHOLE and re.fullmatch(r"-?[0-9]{1,18}", plain):
        return int(plain)
    if shape is Shape.AMOUNT and re.fullmatch(r"-?[0-9]+[.,]?[0-9]*", plain):
        return plain.replace(",", ".")
    return words
