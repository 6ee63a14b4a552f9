"""Кто вправе по нормам (by norms): whoever the norms of the decree let take a step, where no heading can list them.

>>> from datetime import date
>>> from law189.profile.loader import load_profile
>>> from law189.workflows.meeting import Convened, lifecycle
>>> kemerovo, history = load_profile("kemerovo"), lifecycle.begin("1")
>>> step = Convened(on="2023-09-29", by="member-1", held_on="2023-10-02")
>>> [told] = acting(lifecycle.clause("convened").by_norms, Moment(step.on, history, kemerovo, step))
>>> told.outcome.value, told.reading.code
('void', 'Q3')
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from law189.cases.moment import Moment
from law189.kinds.asked import made_asked
from law189.law import Citation, Text
from law189.profile.edition import Edition
from law189.readings import Q3, under
from law189.rules import roles
from law189.verdict import Verdict

__all__ = ["ByNorms", "Hands", "acting"]

ByNorms = Callable[[Edition, Any, Mapping[str, str]], tuple[str, ...] | None]
"""Who may act by the edition, of a step (None before its facts), under the readings; None where anybody may."""


@made_asked
class Hands(NamedTuple):
    """Чьими руками: whom the conditions of a step let take it, where its heading lists nobody.

    `who` says it by the case, and of a state from which the step does not lead whom it may come to; None where
    anybody may. `told` says whatever the decree who that is.
    """

    who: Callable[[Moment[Any]], tuple[str, ...] | None]
    told: Text


def acting(
    by_norms: ByNorms, moment: Moment[Any], *cites: Citation, of: Edition | None = None
) -> Iterator[Verdict]:
    """Whether the norms let who took the step: told where they do not, and where that turns on reading Q3.

    They are those of the edition `of`, where it is not that of the step.
    """
    edition, event = of or moment.edition, moment.event
    read = {**edition.readings, **getattr(event, "readings", {})}
    let = {one: by_norms(edition, event, {**read, Q3.code: one}) for one in Q3.choices}
    if all(one is None or event.by in one for one in let.values()):
        return

    def told(choices: Mapping[str, str]) -> Verdict:
        allowed = let[Q3.chosen(choices)] or ()
        return roles.acting(event.by, allowed, *cites, titles=edition.titles)

    yield under(read, told, Q3)
