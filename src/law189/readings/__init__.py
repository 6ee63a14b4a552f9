"""Толкования (readings): the places where the text can be read two ways, and how an answer names them.

>>> V3.default, sorted(READINGS)[:2]
('no_decision', ['D1', 'D2'])
"""

from law189.readings.listed import *  # noqa: F403  # the list of readings, whose names are its own list
from law189.readings.listed import __all__ as _listed
from law189.readings.reading import Otherwise, Outcome, Reading, outcome, said, under, worst

__all__ = [*_listed, "Otherwise", "Outcome", "Reading", "outcome", "said", "under", "worst"]  # noqa: PLE0604
