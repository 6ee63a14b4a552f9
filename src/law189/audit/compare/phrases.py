"""Фразы о значениях (phrases): what a value of a profile says in one sentence, and silence as «молчит».

>>> from law189.profile.loader import load_profile
>>> from law189.audit.compare.meaning import Side
>>> kemerovo = load_profile("kemerovo").latest
>>> side = Side(kemerovo, {})
>>> worded(kemerovo.working_group.quorum, side).ru, worded(None, side).ru
('не менее 1/2 от числа членов группы', 'молчит')
>>> name_of(kemerovo.documents[0], side).ru
'заявление потребителя о получении сертификата'
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from law189.audit.compare.meaning import ORDERED, Side, meaningful, meant, written
from law189.extracts import Way
from law189.law import Citation, Entry, Grade, Lang, Norm, Text, Vocabulary, about
from law189.profile.group import Threshold
from law189.profile.indicators import Goal, IndicatorValue
from law189.profile.parties import headed_in
from law189.profile.plan import PlanItem, Stage
from law189.profile.slots import Fill
from law189.telling import act_named, joined, shown

__all__ = ["SILENT", "in_one", "its_own", "name_of", "title_of", "worded"]

SILENT = Text("молчит", "silent")
ASSUMED = Text("взято по смыслу", "taken from the sense")
CODES = MappingProxyType(
    {
        "presiding": Text("председательствующий", "the presiding officer"),
        "chair": Text("председатель", "the chair"),
        "co-chair": Text("сопредседатель", "a co-chair"),
        "deputy": Text("заместитель председателя", "the deputy"),
        "member": Text("член группы", "a member"),
        "secretary": Text("секретарь", "the secretary"),
        "none": Text("никто", "nobody"),
        "nobody": Text("никто", "nobody"),
        "as_needed": Text("по мере необходимости", "as needed"),
        "list": Text("по списку", "on the list"),
        "filled": Text("замещённых мест", "filled seats"),
        "open": Text("открытое", "open"),
        "secret": Text("тайное", "secret"),
        "forbidden": Text("запрещено", "forbidden"),
        "allowed": Text("допускается", "allowed"),
        "counted": Text("учитывается", "counted"),
        "members": Text("члены группы", "members"),
        "present": Text("все присутствующие", "all those present"),
        "authorized": Text("уполномоченный орган", "the authorised body"),
        "concerned": Text("заинтересованные", "whoever is concerned"),
        "attached": Text("прилагают к протоколу", "attached to the minutes"),
        "tbd": Text("будет определено", "to be determined"),
        "void": Text("не имеет силы", "void"),
        "breach": Text("нарушение", "a breach"),
        "decree": Text("постановление", "the decree"),
        "law-documents": Text("документы по закону", "documents of the law"),
        "day_after_publication": Text("со дня после опубликования", "the day after publication"),
        "on_publication": Text("со дня опубликования", "on publication"),
        "on_signing": Text("со дня подписания", "on signing"),
        **{way.value: way.text for way in Way},
    }
)
"""The codes that no vocabulary has words for; a code that is not here is told as it is."""


def worded(value: Any, side: Side, name: str = "") -> Text:
    """The value in words; `name` is the field that holds it."""
    match value:
        case None:
            return SILENT
        case Text() | Vocabulary():
            return value if isinstance(value, Text) else its_own(value.text, side)
        case Threshold():
            return value.told
        case IndicatorValue():
            return _quantity(value, side)
        case Norm():
            return _norm(value, side, name)
        case Entry():
            return _entry(value, side)
        case tuple():
            return _several(value, side, name)
        case Citation():
            return value.label
        case str() if not isinstance(value, StrEnum):
            return _called(value, side)
    return Text(shown(value, "ru"), shown(value, "en"))


def _called(value: str, side: Side) -> Text:
    known = side.edition.titles.get(value)
    if known is not None or value not in CODES:
        return known or Text(value)
    return its_own(CODES[value], side)


def _several(values: Iterable[Any], side: Side, name: str) -> Text:
    kept = tuple(values)
    if name not in ORDERED:
        kept = tuple(sorted(kept, key=lambda one: written(meant(one, side, name))))
    told = [worded(one, side, name) for one in kept]
    return Text(joined((one.ru for one in told), "ru"), joined((one.en for one in told), "en"))


def _quantity(value: IndicatorValue, side: Side) -> Text:
    told = worded(value.value, side)
    if value.year is None:
        return Text(f"{told.ru}, год не указан", f"{told.en}, no year given")
    if value.month is None:
        return Text(f"{told.ru}, на {value.year}", f"{told.en}, for {value.year}")
    return Text(
        f"{told.ru}, на {value.month:02}.{value.year}", f"{told.en}, for {value.year}-{value.month:02}"
    )


def _norm(norm: Norm[Any], side: Side, name: str) -> Text:
    told, days = worded(norm.value, side, name), norm.days
    if days is not None:
        told = Text(f"{told.ru} {days.ru}", f"{told.en} {days.en}")
    if norm.grade is Grade.ASSUMED:
        told = Text(f"{told.ru} ({ASSUMED.ru})", f"{told.en} ({ASSUMED.en})")
    return told


def _entry(entry: Entry, side: Side) -> Text:
    """An entry by its own words where it has some, else by its name and what its fields say."""
    if in_one(entry):
        own: Text = entry.text  # type: ignore[attr-defined]  # `in_one` has looked
        return own
    parts, name = list(_fields(entry, side)), name_of(entry, side)
    if not parts:
        return name or Text("указано", "given")
    return Text(
        *("; ".join(([name[lang]] if name else []) + [part[lang] for part in parts]) for lang in _LANGS)
    )


_LANGS: tuple[Lang, Lang] = ("ru", "en")


def _fields(entry: Entry, side: Side) -> Iterator[Text]:
    """Every field that says more than its default, with its title."""
    kind = type(entry)
    for name in meaningful(kind):
        value = getattr(entry, name)
        if name in _NAMING or value is None or value == () or value == kind.model_fields[name].default:
            continue
        title, told = title_of(kind, name, side), worded(side_value(side, name, value), side, name)
        yield Text(f"{title.ru}: {told.ru}", f"{title.en}: {told.en}")


def side_value(side: Side, name: str, value: Any) -> Any:
    """The title of the stage or goal that a number names; any other value as it is."""
    headings: Mapping[str, tuple[Stage | Goal, ...]]
    headings = {"stage": side.edition.stages, "goal": side.edition.goals}
    listed = headings.get(name, ())
    return next((one.title for one in listed if one.id == value), value)


_NAMING = ("kind", "number", "name", "id", "role")


def in_one(entry: Entry) -> bool:
    """Whether the entry is told in its own words as one value: a term, a question, a volume."""
    own = isinstance(getattr(type(entry), "text", None), property)
    return own and ("kind" in type(entry).model_fields or "unit" in type(entry).model_fields)


def title_of(kind: type[Entry], name: str, *sides: Side) -> Text:
    """What the field is called."""
    said = about(kind, name)
    return its_own(said.title, *sides) if said is not None else Text(name)


def its_own(words: Text, *sides: Side) -> Text:
    """The words of the library, with those of the act: what it calls who leads the group, and what it is.

    Of two sides that say it otherwise both are told, in the order of the words.
    """
    own = [(headed_in(words, side.edition.working_group), side.edition.whole) for side in sides]
    told = [act_named(one, (whole,)) for one, whole in own]
    return Text(*(" / ".join(sorted({one[lang] for one in told})) for lang in _LANGS))


def name_of(entry: Entry, side: Side) -> Text | None:
    """What an entry of a list is called; None where it has no name. A filled slot is called as the law has it."""
    if isinstance(entry, Fill):  # its `number` is a value
        slots = (one.what for one in side.edition.federal.slots if one.id == entry.slot)
        return next(slots, Text(entry.slot))
    kind = getattr(entry, "kind", None)
    if isinstance(kind, Vocabulary):
        return kind.text
    for name in ("number", "title", "name", "what", "way", "slot", "category", "step", "id"):
        value = getattr(entry, name, None)
        if value is not None and not (name == "id" and not isinstance(value, str)):
            return worded(value, side)
    if isinstance(entry, PlanItem):
        return entry.title
    act = getattr(entry, "act", None)
    return act.title if act is not None else None
