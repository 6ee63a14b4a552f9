"""Толкования (readings): the places where the text can be read two ways, and how an answer names them.

>>> V3.default, [*READINGS][:2]
('no_decision', ['D1', 'D2'])
"""

from law189.readings.days import D1, D2, D3, D4, D5, D6, D7, D8, D9, D10, D11
from law189.readings.listed import NO_CHOICES, READINGS, Choices, Chosen, check_choices
from law189.readings.meetings import Q1, Q2, Q3, Q4, V1, V2, V3
from law189.readings.providers import P1
from law189.readings.reading import Otherwise, Outcome, Reading, outcome, said, under, worst
from law189.readings.services import S1

__all__ = [
    "D1",
    "D2",
    "D3",
    "D4",
    "D5",
    "D6",
    "D7",
    "D8",
    "D9",
    "D10",
    "D11",
    "NO_CHOICES",
    "P1",
    "Q1",
    "Q2",
    "Q3",
    "Q4",
    "READINGS",
    "S1",
    "V1",
    "V2",
    "V3",
    "Choices",
    "Chosen",
    "Otherwise",
    "Outcome",
    "Reading",
    "check_choices",
    "outcome",
    "said",
    "under",
    "worst",
]
