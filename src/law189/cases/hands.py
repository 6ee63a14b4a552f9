"""Чьими руками (hands): whom the conditions of a step let take it, where its heading can list nobody.

>>> from datetime import date
>>> from law189.profile.loader import load_profile
>>> from law189.workflows.meeting import lifecycle
>>> moment = Moment(date(2023, 9, 29), lifecycle.begin("1"), load_profile("kemerovo"))
>>> lifecycle.clause("convened").hands.who(moment)
('chair', 'deputy')
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from law189.cases.moment import Moment
from law189.kinds.asked import made_asked
from law189.law import Text

__all__ = ["Hands"]


@made_asked
class Hands(NamedTuple):
    """Чьими руками: whom the conditions of a step let take it, where its heading lists nobody.

    `who` says it by the case, and of a state from which the step does not lead whom it may come to; None where
    anybody may. `told` says whatever the decree who that is.
    """

    who: Callable[[Moment[Any]], tuple[str, ...] | None]
    told: Text
