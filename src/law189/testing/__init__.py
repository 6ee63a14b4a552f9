"""Проверки в поставке (tests that ship): laws, machines and what they draw, for a profile of one's own.

The extra `testing` brings what they need.

>>> from law189.profile.loader import load_profile
>>> from law189.testing import check_cases, check_laws
>>> from law189.workflows.contract import lifecycle as contract
>>> check_laws(load_profile("kemerovo"), examples=5)
>>> seen = check_cases(load_profile("kemerovo"), lifecycles=[contract], examples=5, steps=3)
>>> seen["contract", "expected"] > 0
True
"""

from law189.testing import steps
from law189.testing.cases import RIGHT, Right, begins, right_step
from law189.testing.laws import LAWS, check_laws
from law189.testing.machines import CaseMachine, case_machine, check_cases
from law189.testing.spoils import spoilt
from law189.testing.strategies import choices, meeting_records

__all__ = [
    "LAWS",
    "RIGHT",
    "CaseMachine",
    "Right",
    "begins",
    "case_machine",
    "check_cases",
    "check_laws",
    "choices",
    "meeting_records",
    "right_step",
    "spoilt",
    "steps",
]
