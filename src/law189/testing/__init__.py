"""Проверки в поставке (tests that ship): strategies and laws for a profile of one's own (extra `testing`).

>>> from law189.loader import load_profile
>>> from law189.testing import check_laws
>>> check_laws(load_profile("kemerovo"), examples=5)
"""

from law189.testing.laws import LAWS, check_laws
from law189.testing.strategies import choices, meeting_records

__all__ = ["LAWS", "check_laws", "choices", "meeting_records"]
