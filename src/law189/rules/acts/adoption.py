"""Принятие актов (adoption): whether an act that the law or the plan asks for is adopted, and what it sets.

Until the act is adopted nobody knows what it will say: the step that needs it is UNKNOWN, and the verdict
names the act, the body that adopts it and the item of the plan that promises it.

>>> from law189.profile.federal import load_federal
>>> missing = value_set(load_federal().slot("certificate.forming_term"), None)
>>> missing.outcome, "certificate.forming_term" in missing.text.en
(<Outcome.UNKNOWN: 'unknown'>, True)
>>> from law189.profile.slots import Ground
>>> slot = load_federal().slot("certificate.refusal_grounds")
>>> fill = Fill(slot=slot.id, entries=(Ground(id="no-right", title=Text("нет права", "no right")),), cite=slot.cite)
>>> [grounded(ground, "—", slot, fill).outcome.value for ground in ("no-right", "dislike")]
['holds', 'void']
>>> adopted(LocalAct.SUBSIDY, None).outcome
<Outcome.UNKNOWN: 'unknown'>
"""

from law189.kinds.asked import asked
from law189.law import Citation, Text
from law189.profile.documents import LocalAct
from law189.profile.slots import Adopted, Fill, Slot
from law189.rules import asking
from law189.verdict import Ask, Rule, Verdict

__all__ = ["adopted", "grounded", "named", "value_set"]

ADOPTED = Rule(
    "adoption.act",
    Text(
        "Акт {about} принят: {act}, действует с {since}.", "The act {about} is adopted: {act}, from {since}."
    ),
    unknown=Text(
        "Акт {about} на день шага в профиле не указан. Если акт не принят, примите его; если "
        "принят, укажите в профиле: {asks}.",
        "The act {about} is not in the profile for that day. If it is not adopted, adopt it; if "
        "it is, give in the profile: {asks}.",
    ),
    assumed=Text(
        "Без предусмотренного акта шаг не ничтожен: неизвестно, что предпишет акт.",
        "Without the promised act a step is not void: what the act will ask is unknown.",
    ),
)
VALUE = Rule(
    "adoption.value",
    Text("Установлено: {what} ({slot}).", "{what} ({slot}): set."),
    unknown=Text(
        "Не установлено: {asks} актом {about}. Примите акт и внесите значение в профиль.",
        "Not set: {asks} in the act {about}. Adopt the act and record the value in the profile.",
    ),
    assumed=ADOPTED.assumed,
)


@asked
def adopted(act: LocalAct, found: Adopted | None, *asked_by: Citation) -> Verdict:
    """Whether the act is in force (`found`); `asked_by` are the provisions that ask for it. UNKNOWN if not."""
    if found is None:
        return ADOPTED.judge(None, *asked_by, lacks=(asking.act(act),), about=act.text)
    return ADOPTED.judge(
        True,
        *asked_by,
        found.cite,
        about=act.text,
        act=found.cite,
        since=found.since,
        invented=found.invented,
    )


@asked
def value_set(slot: Slot, fill: Fill | None, *promised: Citation) -> Verdict:
    """Whether the value is set; `promised` is where the plan promises the act that sets it. UNKNOWN if not."""
    if fill is not None:
        return VALUE.judge(True, slot.cite, fill.cite, what=slot.what, slot=slot.id)
    return VALUE.judge(
        None,
        *dict.fromkeys((slot.cite, *promised)),
        lacks=(Ask(f"slot {slot.id}", slot.what, slot.competent),),
        what=slot.what,
        slot=slot.id,
        competent=slot.competent,
        about=slot.adopted_by.text,
    )


# ─── Основание из перечня, который задаёт акт ────────────────────────────────────────────────────────────

GROUNDED = Rule(
    "grounds.listed",
    Text(
        "Основание: {ground} ({because}); перечень оснований: {listed}.",
        "The ground: {ground} ({because}); the list: {listed}.",
    ),
    cure=Text("Назовите основание из перечня.", "Name a ground of the list."),
    assumed=Text(
        "Отказ или исключение не по перечню не имеет силы.",
        "A refusal or an exclusion outside the list has no effect.",
    ),
)


NAMED = Rule(
    "grounds.named",
    Text("Основание названо: {ground}.", "The ground is named: {ground}."),
    unknown=Text(
        "Основание не названо; акт установил перечень оснований: {listed}; укажите: {asks}.",
        "The ground is not named; the act sets a list of grounds: {listed}; give: {asks}.",
    ),
    assumed=Text(
        "Где акт установил перечень, без основания из него неизвестно, законен ли шаг.",
        "Where the act sets a list, whether the step is lawful is not known without a ground of it.",
    ),
    asks=(asking.GROUND,),
)


@asked
def named(ground: str | None, because: str, slot: Slot, fill: Fill) -> Verdict:
    """The same of a ground that may be left out where no act lists the grounds; UNKNOWN where it is left out."""
    if ground is None:
        listed = [entry.title for entry in fill.entries or ()]
        return NAMED.judge(None, slot.cite, fill.cite, ground=None, listed=listed)
    return grounded(ground, because, slot, fill)


@asked
def grounded(ground: str, because: str, slot: Slot, fill: Fill) -> Verdict:
    """Whether the ground is in the list that fills the slot; VOID where it is not."""
    listed = {entry.id: entry.title for entry in fill.entries or ()}
    return GROUNDED.judge(
        ground in listed,
        slot.cite,
        fill.cite,
        ground=listed.get(ground, ground),
        because=because,
        listed=listed,
    )
