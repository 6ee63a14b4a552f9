"""Незаполненные значения (slots) и акты, которые их заполняют.

The law hands a term or a list to the municipality. Until its act is adopted the value is unknown and has no
default. `Adopted` is such an act as a profile records it, with the values it sets.

>>> Ground(id="no-places", title={"ru": "мест нет", "en": "no places"}).id
'no-places'
>>> Fill(slot="certificate.forming_term", cite=None)
Traceback (most recent call last):
    ...
pydantic_core._pydantic_core.ValidationError: 1 validation error for Fill
cite
  ...
"""

from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    StrictBool,
    StrictInt,
    ValidationInfo,
    model_validator,
)

from law189.files.offered import in_words
from law189.law import Act, Citation, Day, Description, Entry, Grade, Period, as_written, flaw
from law189.measures import Amount
from law189.profile.documents import LocalAct
from law189.profile.numerals import number
from law189.profile.terms import After, AfterMonths, Term
from law189.profile.words import slots as words
from law189.profile.words.common import Cited, Known, Titled
from law189.telling import shown

__all__ = ["Adopted", "Fill", "Ground", "OwnValue", "Slot"]

Word = Annotated[str, Field(pattern=r"^[a-z]+(-[a-z]+)*$")]


class Slot(Entry):
    """Незаполненное значение: its type, unit and bounds, who sets it, by which act, under what.

    A `term` is of any kind that an act may write; a `list` has entries with names of their own, or only those
    of `among` where the law's own words give them; an `amount` is a sum of roubles, a `number` any number, `yes_no`
    a yes or no. Bounds are of the days of a term, of the entries, or of the number. `needed` is false
    where nothing is asked until the act is adopted.
    """

    id: Annotated[str, Field(pattern=r"^[a-z]+\.[a-z_]+$"), words.SLOT_ID]
    what: Annotated[Description, words.WHAT]
    type: Annotated[Literal["term", "list", "amount", "number", "yes_no"], words.TYPE]
    unit: Annotated[Literal["days", "entries", "roubles", "units", "yes_no"], words.UNIT]
    at_least: Annotated[StrictInt, words.AT_LEAST] = 0
    at_most: Annotated[StrictInt | None, words.AT_MOST] = None
    among: Annotated[tuple[Word, ...], words.AMONG] = ()
    needed: Annotated[StrictBool, words.NEEDED] = True
    competent: Annotated[Description, words.COMPETENT]
    cite: Cited
    adopted_by: Annotated[LocalAct, words.ADOPTED_BY]
    grade: Known = Grade.ASSUMED


class Ground(Entry):
    """Запись перечня: an entry of a list that an act sets, such as a ground of refusal."""

    id: Annotated[Word, words.ENTRY_ID]
    title: Titled


def _slot(slot_id: str, info: ValidationInfo) -> str:
    """A slot of the federal layer, by its id."""
    slots = _slots(info)
    if slots and slot_id not in slots:
        hint = in_words(slot_id, {one: slot.what for one, slot in slots.items()})
        raise flaw(
            "unknown_slot",
            f"значение «{slot_id}» не отнесено к полномочиям органов местного самоуправления; {hint.ru}",
            f"the law hands down no value «{slot_id}»; {hint.en}",
        )
    return slot_id


def _slots(info: ValidationInfo) -> dict[str, Slot]:
    context: Any = info.context if isinstance(info.context, dict) else {}
    slots: dict[str, Slot] = context.get("slots", {})
    return slots


def _amending(info: ValidationInfo) -> tuple[str, ...]:
    """The ids of the acts that have amended the profile, which may set a value anew."""
    context: Any = info.context if isinstance(info.context, dict) else {}
    amending: tuple[str, ...] = context.get("amending", ())
    return amending


def _exact(value: object) -> object:
    found = None if value is None else number(value)
    if found is None and value is not None:
        raise flaw(
            "value_number",
            f"нужно число (дробное — «87,5»), а указано: {as_written(value).ru}",
            f"a number (a decimal such as 87.5) is needed, not {as_written(value).en}",
        )
    return found


_WrittenNumber = int | float | str | None


class _Value(Entry):
    """One value: a term, a list, a sum of roubles, a number, or a yes or no."""

    term: Annotated[Term | None, words.TERM] = None
    entries: Annotated[Annotated[tuple[Ground, ...], Field(min_length=1)] | None, words.ENTRIES] = None
    amount: Annotated[Amount | None, words.AMOUNT] = None
    number: Annotated[
        Annotated[Decimal | None, BeforeValidator(_exact, json_schema_input_type=_WrittenNumber)],
        words.VALUE_NUMBER,
    ] = None
    yes_no: Annotated[StrictBool | None, words.YES_NO] = None
    cite: Cited

    @property
    def type(self) -> str:
        """Which of the five it is, as a slot calls it."""
        return next(name for name, key in _KEYS.items() if getattr(self, key) is not None)

    @model_validator(mode="after")
    def _one(self) -> Self:
        if sum(getattr(self, key) is not None for key in _KEYS.values()) != 1:
            raise flaw(
                "fill_form",
                "укажите ровно одно из term (срок), entries (перечень), amount (сумма), number (число) и yes_no "
                "(да или нет)",
                "give exactly one of term, entries, amount, number and yes_no",
            )
        return self


_KEYS = {"term": "term", "list": "entries", "amount": "amount", "number": "number", "yes_no": "yes_no"}


class OwnValue(_Value):
    """Своё значение: what the municipality has set beside the values of the law, with its words and its address."""

    id: Annotated[Word, words.OWN_ID]
    what: Annotated[Description, words.WHAT]


class Fill(_Value):
    """Заполненное значение: which slot, its value, and where the act says so."""

    slot: Annotated[str, AfterValidator(_slot), words.SLOT]

    @model_validator(mode="after")
    def _fits(self, info: ValidationInfo) -> Self:
        slot = _slots(info).get(self.slot)
        if slot is not None:
            self._within(slot)
        return self

    def _sizes(self) -> tuple[int | Decimal, ...]:
        """What bounds are laid on; a term by the calendar or by an event alone has no length."""
        match self.term:
            case After():
                return (self.term.days,)
            case AfterMonths():  # from the shortest to the longest that it can be
                return (self.term.months * 28, self.term.months * 31)
        if self.entries is not None:
            return (len(self.entries),)
        found = self.amount if self.amount is not None else self.number
        return () if found is None else (found,)

    def _within(self, slot: Slot) -> None:
        if slot.type != self.type:
            key = _KEYS[slot.type]
            raise flaw(
                "fill_type",
                f"значение {slot.id} задают ключом {key}: {slot.what.ru}",
                f"the value {slot.id} is given under {key}: {slot.what.en}",
            )
        for size in self._sizes():
            if size < slot.at_least or (slot.at_most is not None and size > slot.at_most):
                raise flaw(
                    "fill_range",
                    f"{slot.id}: {shown(size, 'ru')}; нужно не менее {slot.at_least}"
                    + ("" if slot.at_most is None else f" и не более {slot.at_most}"),
                    f"{slot.id}: {size}; at least {slot.at_least}"
                    + ("" if slot.at_most is None else f" and at most {slot.at_most}")
                    + " is needed",
                )
        ids = [entry.id for entry in self.entries or ()]
        strange = [name for name in ids if slot.among and name not in slot.among]
        if strange or len(set(ids)) < len(ids):
            known = ", ".join(slot.among) or "—"
            raise flaw(
                "fill_entries",
                f"{slot.id}: записи названы по одному разу, из: {known}; указано: {', '.join(ids)}",
                f"{slot.id}: each entry once, among: {known}; given: {', '.join(ids)}",
            )


class Adopted(Period):
    """Принятый акт: which of the promised acts it is, from which day it holds, which values it sets.

    `invented` marks an act made up for an example.
    """

    act: Annotated[Act, words.ACT]
    adopts: Annotated[tuple[LocalAct, ...], Field(min_length=1), words.ADOPTS]
    since: Annotated[Day, words.SINCE]  # pyright: ignore[reportIncompatibleVariableOverride]  # frozen
    until: Annotated[Day | None, words.UNTIL] = None
    invented: Annotated[StrictBool, words.INVENTED] = False
    fills: Annotated[tuple[Fill, ...], words.FILLS] = ()

    @model_validator(mode="after")
    def _whole(self, info: ValidationInfo) -> Self:
        slots = _slots(info)
        names = [fill.slot for fill in self.fills]
        for what, given in (("adopts", self.adopts), ("fills", names)):
            doubled = sorted({str(name) for name in given if given.count(name) > 1})
            if doubled:
                raise flaw(
                    "adopted_doubled",
                    f"{what}: названы не раз: {', '.join(doubled)}; оставьте по одному",
                    f"{what}: named more than once: {', '.join(doubled)}; keep one of each",
                )
        for fill in self.fills:
            if fill.cite.act not in (self.act.id, *_amending(info)):
                raise flaw(
                    "fill_cite",
                    f"значение {fill.slot} устанавливает акт «{self.act.id}», а адрес — в «{fill.cite.act}»; "
                    f"укажите cite вида {self.act.id}/p1",
                    f"the value {fill.slot} is set by the act «{self.act.id}», but its address is in "
                    f"«{fill.cite.act}»; give a cite such as {self.act.id}/p1",
                )
            slot = slots.get(fill.slot)
            if slot is not None and slot.adopted_by not in self.adopts:
                raise flaw(
                    "fill_act",
                    f"значение {slot.id} устанавливает акт «{slot.adopted_by}»; добавьте его в adopts "
                    "или перенесите значение",
                    f"the value {slot.id} is set by the act «{slot.adopted_by}»; add it to adopts or move it",
                )
        return self

    @property
    def day(self) -> date:
        """The day of the act; the first day on which it holds where the source names none."""
        return self.act.date or self.since

    @cached_property
    def cite(self) -> Citation:
        """The act as a whole."""
        return self.act.whole
