"""Муниципальные акты (acts): whether what a step needs of them is adopted and a value set.

>>> from law189.profile.loader import load_profile
>>> value_unset("certificate.forming_term", load_profile("kemerovo").latest).outcome
<Outcome.UNKNOWN: 'unknown'>
"""

from datetime import date

from law189.profile.documents import LocalAct
from law189.profile.edition import Edition
from law189.rules.acts import adoption
from law189.verdict import Verdict

__all__ = ["act_adopted", "value_unset"]


def act_adopted(act: LocalAct, edition: Edition, on: date) -> Verdict | None:
    """Whether the act is in force on the day; None where neither the law nor the plan asks for it."""
    asked_by = edition.asked_by(act)
    return adoption.adopted(act, edition.adopted_on(act, on), *asked_by) if asked_by else None


def value_unset(slot_id: str, edition: Edition) -> Verdict:
    """That nothing fills the slot: UNKNOWN, with who sets it by which act."""
    slot = edition.federal.slot(slot_id)
    return adoption.value_set(slot, None, *edition.asked_by(slot.adopted_by))
