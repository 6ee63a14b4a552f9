"""Поле формы (asked): one described fact as a field of a form, and its value as a file would hold it.

What a fact is called, whether it is needed and why, and which choices it has, its description says
(`law189.cases.fact.Described`). Here is only which field of Django asks for it.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from django import forms

from law189.cases.fact import REQUIRED, Choice, Described, Shape
from law189.law import Lang, Text
from law189.rules.voting import Vote

__all__ = ["Asked", "asked_of"]

NOTHING = ("", "—")
YES_NO = (("yes", Text("да", "yes")), ("no", Text("нет", "no")))
NEEDED = Text("Нужно: {}.", "Needed: {}.")
EACH = Text("Каждое значение на своей строке.", "Each value on a line of its own.")


class Asked(NamedTuple):
    """Что спрашивает поле: where the value goes in the event, and the field that asks for it."""

    path: tuple[str | int, ...]
    field: forms.Field
    lines: bool = False

    @property
    def name(self) -> str:
        """The name of the field in the form: the path, its steps joined by two underscores."""
        return "__".join(map(str, self.path))

    def value(self, said: Any) -> Any:
        """The value as a file holds it; None where nothing was said."""
        if self.lines:
            return [line.strip() for line in str(said).splitlines() if line.strip()] or None
        return None if said in ("", None, []) else said


def asked_of(
    facts: Sequence[Described], schemas: Mapping[str, Any], lang: Lang, rows: int, more: int = 0
) -> Iterator[Asked]:
    """The fields that ask for the facts; `rows` is how many entries at least a list of groups has room for.

    A list each of whose entries chooses among so many, as an order does among the services, has room for each;
    `more` entries are added to each list.
    `schemas` are the JSON Schemas of the facts by name: where a value stands for each key, they say which.
    """
    for fact in facts:
        pairs = _pairs(schemas.get(fact.name, {}))
        if pairs is not None and fact.choices:
            yield from _for_each(fact, pairs, lang)
        else:
            yield from _asked(fact, (fact.name,), lang, (rows, more), needed=True)


def _asked(
    fact: Described,
    path: tuple[str | int, ...],
    lang: Lang,
    rows: tuple[int, int],
    *,
    needed: bool,
    within: str = "",
) -> Iterator[Asked]:
    """The fields of one fact; those of a group are named by the group too."""
    title = f"{within}{fact.title[lang]}"
    if fact.shape is not Shape.GROUP:
        required = needed and fact.why is REQUIRED
        yield Asked(path, *_field(fact, title, lang, required=required))
        return
    inner = needed and fact.why is REQUIRED
    places: Sequence[tuple[str | int, ...]] = [(n,) for n in range(_room(fact, *rows))] if fact.many else [()]
    for place in places:
        number = f" {int(place[0]) + 1}" if place else ""
        for one in fact.fields:
            must = inner and place in ((), (0,))
            where = (*path, *place, one.name)
            yield from _asked(one, where, lang, rows, needed=must, within=f"{title}{number}: ")


def _room(fact: Described, rows: int, more: int) -> int:
    """How many entries the list has room for."""
    choices = [len(one.choices) for one in fact.fields if one.why is REQUIRED and not one.many]
    return max(rows, *choices) + more if choices else rows + more


def _field(fact: Described, title: str, lang: Lang, *, required: bool) -> tuple[forms.Field, bool]:
    """The field of a fact that is no group, and whether its values stand one on a line."""
    why = "" if fact.why is None else NEEDED[lang].format(fact.why[lang])
    unit = "" if fact.unit is None else f"{fact.unit[lang]}."
    told = {
        "label": title[:1].upper() + title[1:],
        "help_text": " ".join(one for one in (fact.help[lang], unit, why) if one),
        "required": required,
    }
    choices = _words(fact.choices, lang)
    lines = fact.many and not choices
    if lines:
        told["help_text"] = f"{told['help_text']} {EACH[lang]}".strip()
        return forms.CharField(widget=forms.Textarea(attrs={"rows": 3}), **told), True
    if fact.many:
        widget = forms.CheckboxSelectMultiple
        return forms.MultipleChoiceField(choices=choices, widget=widget, **told), False
    if choices:
        return forms.ChoiceField(choices=[NOTHING, *choices], **told), False
    match fact.shape:
        case Shape.DAY:
            day = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
            formats = ["%Y-%m-%d", "%d.%m.%Y"]
            return forms.DateField(widget=day, input_formats=formats, **told), False
        case Shape.WHOLE:
            return forms.IntegerField(**told), False
        case Shape.AMOUNT:
            return forms.DecimalField(**told), False
        case Shape.YES_NO:
            answers = [NOTHING, *((value, words[lang]) for value, words in YES_NO)]
            return forms.TypedChoiceField(choices=answers, coerce=_yes, empty_value=None, **told), False
        case _:
            return forms.CharField(**told), False


def _yes(said: str) -> bool:
    return said == "yes"


def _words(choices: Sequence[Choice], lang: Lang) -> list[tuple[str, str]]:
    return [(one.value, one.title[lang]) for one in choices]


# ─── Значение для каждого ────────────────────────────────────────────────────────────────────────────────


def _pairs(schema: Mapping[str, Any]) -> tuple[str, ...] | None:
    """The values that may stand for a key, where the fact has a value for each; empty where any key may."""
    first: Mapping[str, Any] = next(iter(schema.get("anyOf", ())), {})
    if first.get("type") != "object" or "additionalProperties" not in first:
        return None
    return tuple(first["additionalProperties"].get("enum", ()))


def _for_each(fact: Described, values: tuple[str, ...], lang: Lang) -> Iterator[Asked]:
    """A choice for each key, such as the vote of each seat."""
    said = [(one.value, one.text[lang]) for one in Vote if one.value in values]
    among = said or _words(fact.choices, lang)
    for key in fact.choices:
        label = f"{fact.title[lang]}: {key.title[lang]}"
        field = forms.ChoiceField(
            choices=[NOTHING, *among],
            required=False,
            label=label[:1].upper() + label[1:],
            help_text=fact.help[lang],
        )
        yield Asked((fact.name, key.value), field)
