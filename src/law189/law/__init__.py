"""Право (law): texts, acts, addresses and norms: values that carry an address, and the words they are made of."""

from law189.law.about import About, Source, When, about
from law189.law.act import Act, ActLabel, Citation, Cite, Grade, Level, Published, UnknownProvision
from law189.law.entry import Day, Description, Entry, Words
from law189.law.norm import Norm, Period, in_order
from law189.law.text import Lang, Law189Error, Text, Vocabulary, WrongValue, as_written, flaw, hidden_sign

__all__ = [
    "About",
    "Act",
    "ActLabel",
    "Citation",
    "Cite",
    "Day",
    "Description",
    "Entry",
    "Grade",
    "Lang",
    "Law189Error",
    "Level",
    "Norm",
    "Period",
    "Published",
    "Source",
    "Text",
    "UnknownProvision",
    "Vocabulary",
    "When",
    "Words",
    "WrongValue",
    "about",
    "as_written",
    "flaw",
    "hidden_sign",
    "in_order",
]
