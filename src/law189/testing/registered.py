"""Точка входа Hypothesis (its entry point): `st.from_type(AppliedFor)` works without a word more.

Hypothesis calls `register` while it is imported, so nothing else is imported here: what is drawn is loaded at the
first question for a type of this library.

>>> from hypothesis import find, settings, strategies as st
>>> from law189.workflows.contract import Declined
>>> register()
>>> find(st.from_type(Declined), lambda event: event.on.year > 2020, settings=settings(database=None)).kind
'declined'
>>> _drawn_from(int) is None
True
"""

import sys
from typing import Any

__all__ = ["register"]


def register() -> None:
    """Tell Hypothesis from what it draws events, extracts, lines and records of files; again does no harm."""
    from hypothesis.strategies._internal import types

    lazily = getattr(types, "_global_extra_lookup", None)
    if isinstance(lazily, dict):  # asked when it meets a type it does not know, once the module is there
        lazily["law189.law.entry"] = _drawn_from
    else:
        _register_each()


def _drawn_from(kind: Any) -> Any:
    """What is drawn of the type; None where it is none of a case."""
    entry = sys.modules["law189.law.entry"].Entry
    if not (isinstance(kind, type) and issubclass(kind, entry)):
        return None
    from law189.testing import typed

    return typed.drawn_from(kind) if typed.is_of_a_case(kind) else None


def _register_each() -> None:
    """For a Hypothesis that takes no question: load every type of this library and register it by itself."""
    from hypothesis import strategies as st

    from law189.audit.indicators import Reported
    from law189.audit.plan import Done
    from law189.law import Entry
    from law189.office.papers.planned import PlannedRecord
    from law189.testing.typed import drawn_from, is_of_a_case
    from law189.workflows import LIFECYCLES

    _ = LIFECYCLES, Reported, Done, PlannedRecord  # a class is known once it is imported
    ahead: list[Any] = [Entry]
    while ahead:
        kind = ahead.pop()
        ahead += kind.__subclasses__()
        if is_of_a_case(kind):
            st.register_type_strategy(kind, drawn_from)
