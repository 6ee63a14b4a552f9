"""Право (law): texts, acts, addresses and norms: values that carry an address, and the words they are made of."""

from law189.law.act import Act, ActLabel, Citation, Cite, Grade, UnknownProvision
from law189.law.entry import Day, Entry
from law189.law.norm import Norm, Period, in_order
from law189.law.text import Lang, Law189Error, Text, Vocabulary, flaw, hidden_sign

__all__ = [
    "Act",
    "ActLabel",
    "Citation",
    "Cite",
    "Day",
    "Entry",
    "Grade",
    "Lang",
    "Law189Error",
    "Norm",
    "Period",
    "Text",
    "UnknownProvision",
    "Vocabulary",
    "flaw",
    "hidden_sign",
    "in_order",
]
