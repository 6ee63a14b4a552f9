"""Факт шага (fact): what a step must be given, told so that a form can be made of it.

A field says of itself what it is (`law189.law.About`). Here that is read at a moment: which facts the step needs
then and why, and of which choices. A fact without which the step is UNKNOWN is needed too.

>>> from typing import Annotated
>>> from law189.cases.history import Event
>>> class Signed(Event):
...     kind: str = "signed"
...     signature: Annotated[str | None, About.of("подпись", "signature", "Чем.", "How.", needed=True)] = None
...     remark: str | None = None
>>> [fact.name for fact in needs(Signed, None)]
['on', 'by', 'signature']
>>> needs(Signed, None)[2].why.en
'without it the step is unknown'
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from law189.cases.history import Event
from law189.facts import plain
from law189.law import About, Entry, Source, Text, Vocabulary, When, about
from law189.law.fixed import fixed
from law189.profile.documents import Asked, DocumentKind
from law189.profile.parties import Party

__all__ = ["REQUIRED", "Choice", "Described", "Shape", "described", "facts_of", "needs"]


class Shape(Vocabulary):
    """Вид значения: what a form asks with."""

    TEXT = "text", "текст", "text"
    DAY = "day", "день", "day"
    WHOLE = "whole", "целое число", "whole number"
    AMOUNT = "amount", "точное число", "exact number"
    YES_NO = "yes-no", "да или нет", "yes or no"
    CHOICE = "choice", "выбор из списка", "choice from a list"
    GROUP = "group", "несколько значений", "several values"
    MAPPING = "mapping", "значение для каждого", "a value for each"


@fixed
@dataclass(frozen=True, slots=True)
class Choice:
    """Вариант: the value as a file holds it, and its words."""

    value: str
    title: Text

    def as_json(self) -> dict[str, Any]:
        """The choice as plain JSON values."""
        return {"value": self.value, "title": plain(self.title)}


@fixed
@dataclass(frozen=True, slots=True)
class Described:
    """Описанный факт: a field of an event, of an extract or of what stands in one, as a form asks for it.

    `why` says why it must be given, None where it may be left out; `when` says in words on what that depends.
    `choices` are those of the moment and `source` says where they come from; of a source that is an extract there
    are none: another case gives it. `many` is True where any number of values may be given. `fields` are those of
    a group.
    """

    name: str
    title: Text
    help: Text
    shape: Shape
    why: Text | None
    when: Text | None = None
    many: bool = False
    choices: tuple[Choice, ...] = ()
    source: Source | None = None
    unit: Text | None = None
    example: str | None = None
    fields: tuple["Described", ...] = ()
    values: tuple[Choice, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The fact as plain JSON values."""
        return {
            "name": self.name,
            "title": plain(self.title),
            "help": plain(self.help),
            "shape": self.shape.value,
            "why": self.why and plain(self.why),
            "when": self.when and plain(self.when),
            "many": self.many,
            "choices": [one.as_json() for one in self.choices],
            "source": self.source and self.source.value,
            "unit": self.unit and plain(self.unit),
            "example": self.example,
            "fields": [field.as_json() for field in self.fields],
            "values": [one.as_json() for one in self.values],
        }


REQUIRED = Text("без него событие не читается", "without it the event cannot be read")
UNKNOWN = Text("без него шаг остаётся неизвестным", "without it the step is unknown")
NO_HELP = Text("", "")
SYSTEM = Text("постановление называет систему", "the decree names the system")
DOCUMENT = Text("этим шагом сдают документ", "this step hands in a document")


def facts_of(entry: type[BaseModel], moment: Any = None) -> tuple[Described, ...]:
    """Every fact that the entry may hold, in the order of declaration, except its fixed `kind`.

    `moment` is the moment of a step, where there is one: it gives the choices of the day.
    """
    fields = entry.model_fields.items()
    return tuple(_fact(entry, name, field, moment) for name, field in fields if name != "kind")


def described(entry: type[BaseModel]) -> Iterator[tuple[str, Described, type[BaseModel] | None]]:
    """Each field with its description, and the type of what stands in it where that is a group."""
    for name, field in entry.model_fields.items():
        if name != "kind":
            fact = _fact(entry, name, field, None)
            yield name, fact, _inner(field.annotation)[0] if fact.shape is Shape.GROUP else None


def needs(
    event: type[Event],
    moment: Any,
    *,
    document: DocumentKind | None = None,
    by: tuple[str, ...] | None = None,
) -> tuple[Described, ...]:
    """The facts that a step of the kind needs at that moment, in the order of declaration.

    Without a moment only what is always needed. `document` is what the step hands in where its form is
    asked for, and `by` are those who may take it, None where anybody may.
    """
    told = (_asked(fact, moment, document, by) for fact in facts_of(event, moment))
    return tuple(fact for fact in told if fact.why is not None)


def _asked(
    fact: Described, moment: Any, document: DocumentKind | None, by: tuple[str, ...] | None
) -> Described:
    """The fact as the heading of the step asks for it: the document it hands in, and who may act."""
    if fact.name == "document" and document is not None:
        asked = None if moment is None else moment.edition.form_of(document)
        fields = fact.fields if asked is None else tuple(_formed(one, asked) for one in fact.fields)
        return replace(fact, why=fact.why or DOCUMENT, when=None, fields=fields)
    if fact.name == "by" and by is not None:
        known = {choice.value: choice for choice in fact.choices}
        return replace(fact, choices=tuple(known.get(who, Choice(str(who), Text(who, who))) for who in by))
    return fact


def _formed(field: Described, asked: Asked) -> Described:
    """A field of a document as the decree asks for it: its form first, and one of the systems that form it."""
    if field.name == "form":
        return replace(
            field, choices=tuple(sorted(field.choices, key=lambda one: one.value != asked.rule.form))
        )
    if field.source is not Source.SYSTEMS or not asked.systems:
        return field
    return replace(field, why=SYSTEM, choices=tuple(Choice(one.id, one.title) for one in asked.systems))


def _fact(entry: type[BaseModel], name: str, field: FieldInfo, moment: Any) -> Described:
    said = about(entry, name) or About(Text(name, name), NO_HELP)
    paired = _paired(field.annotation)
    inner, many = (paired[0], False) if paired else _inner(field.annotation)
    shape = Shape.MAPPING if paired else _shape(inner, said)
    choices = tuple(_choices(inner, said, moment))
    return Described(
        name,
        said.title,
        said.help,
        shape,
        _why(field, said, moment),
        said.needed.text if isinstance(said.needed, When) else None,
        many,
        choices,
        said.source,
        said.unit,
        said.example,
        facts_of(inner, moment) if shape is Shape.GROUP else (),
        _values(paired[1], choices) if paired else (),
    )


def _why(field: FieldInfo, said: About, moment: Any) -> Text | None:
    """Why the fact must be given; None where it may be left out."""
    if field.is_required():
        return REQUIRED
    if said.needed is False:
        return None
    if isinstance(said.needed, When):
        return said.needed.text if moment is not None and said.needed.holds(moment) else None
    return UNKNOWN


# ─── Вид значения и варианты ─────────────────────────────────────────────────────────────────────────────


def _inner(annotation: Any) -> tuple[Any, bool]:
    """The type of one value, and whether there may be many of them."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _inner(args[0])
    if origin in (Union, UnionType):
        return _inner(next(arg for arg in args if arg is not NoneType))
    if origin is tuple:
        return _inner(args[0])[0], True
    return annotation, False


def _paired(annotation: Any) -> tuple[Any, Any] | None:
    """The types of the two of each pair, where a value is given for each; None where it is not."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is tuple and len(args) == 2 and args[1] is not ...:
        return args[0], args[1]
    return _paired(args[0]) if origin in (Annotated, tuple) else None


def _values(kind: Any, choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """What may be given for each: the members of a vocabulary, else one of the same choices."""
    if isinstance(kind, type) and issubclass(kind, Vocabulary):
        return tuple(Choice(member.value, member.text) for member in kind)
    return choices


def _shape(inner: Any, said: About) -> Shape:
    kind = get_origin(inner) or inner
    if isinstance(kind, type):
        for one, shape in _SHAPES:
            if issubclass(kind, one):
                return shape
    return Shape.TEXT if said.source is None else Shape.CHOICE


_SHAPES: tuple[tuple[type, Shape], ...] = (
    (Vocabulary, Shape.CHOICE),
    (Entry, Shape.GROUP),
    (bool, Shape.YES_NO),
    (int, Shape.WHOLE),
    (Decimal, Shape.AMOUNT),
    (date, Shape.DAY),
    (Mapping, Shape.MAPPING),
)


def _choices(inner: Any, said: About, moment: Any) -> Iterator[Choice]:
    """The members of a vocabulary, those that an act lists of them, or the entries of a list of the edition."""
    slot = said.slot
    listed = () if moment is None or slot is None else tuple(_entries(slot, moment))
    if isinstance(inner, type) and issubclass(inner, Vocabulary):
        members = (Choice(member.value, member.text) for member in inner)
        allowed = {one.value for one in listed}
        yield from (one for one in members if not allowed or one.value in allowed)
    elif slot is not None:
        yield from listed
    elif said.source is not None and moment is not None:
        yield from _listed(said.source, moment)


def _entries(slot: str, moment: Any) -> Iterator[Choice]:
    """What the act in force on the day lists under the slot."""
    fill = moment.edition.fill_on(slot, moment.on)
    yield from (Choice(one.id, one.title) for one in (() if fill is None else fill.entries or ()))


def _listed(source: Source, moment: Any) -> Iterator[Choice]:
    """The choices that the edition of the moment holds; none of another case's extract."""
    edition = moment.edition
    group = edition.working_group
    match source:
        case Source.SERVICES:
            yield from (Choice(one.number, one.title) for one in edition.services)
        case Source.SYSTEMS:
            yield from (Choice(one.id, one.title) for one in edition.systems)
        case Source.SEATS:
            seats = () if group is None else group.seats
            yield from (Choice(one.id, one.office or edition.titles[one.id]) for one in seats)
            subgroups = () if group is None else group.subgroups
            yield from (Choice(one.id, one.office) for each in subgroups for one in each.invited)
        case Source.BUSINESS:
            business = {} if group is None else group.business
            yield from (Choice(kind, one.title) for kind, one in business.items())
        case Source.SCHOOLS:
            yield from (Choice(one.name.ru, one.name) for one in edition.excluded_providers)
        case Source.ACTORS:
            yield from (Choice(name, title) for name, title in edition.titles.items())
            yield from (Choice(one.value, one.text) for one in Party if one is not Party.AUTHORIZED_BODY)
