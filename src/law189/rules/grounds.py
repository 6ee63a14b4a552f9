"""Основания (grounds): a refusal or an exclusion needs a ground from the list that the act sets.

>>> from law189.profile.federal import load_federal
>>> from law189.profile.slots import Ground
>>> slot = load_federal().slot("certificate.refusal_grounds")
>>> fill = Fill(slot=slot.id, entries=(Ground(id="no-right", title=Text("нет права", "no right")),), cite=slot.cite)
>>> [grounded(ground, "—", slot, fill).outcome.value for ground in ("no-right", "dislike")]
['holds', 'void']
"""

from law189.law import Text
from law189.profile.slots import Fill, Slot
from law189.verdict import Rule, Verdict

__all__ = ["grounded"]

GROUNDED = Rule(
    "grounds.listed",
    Text(
        "Основание: {ground} ({because}); перечень: {listed}.",
        "The ground: {ground} ({because}); the list: {listed}.",
    ),
    assumed=Text(
        "Отказ или исключение не по перечню не имеет силы.",
        "A refusal or an exclusion outside the list has no effect.",
    ),
)


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
