"""Верные шаги (right steps), one file for each lifecycle; imported, they stand in `RIGHT`.

>>> sorted(RIGHT)
['agreement', 'certificate', 'contract', 'meeting', 'order', 'selection']
>>> RIGHT["certificates"]
Traceback (most recent call last):
    ...
KeyError: 'certificates'
"""

from law189.testing.cases import RIGHT, Right, begins, right_step
from law189.testing.steps import agreement, certificate, contract, meeting, order, selection

__all__ = [
    "RIGHT",
    "Right",
    "agreement",
    "begins",
    "certificate",
    "contract",
    "meeting",
    "order",
    "right_step",
    "selection",
]
