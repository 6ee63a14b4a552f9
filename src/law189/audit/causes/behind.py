"""За чем стоит (behind): the line without force because of which a later step of the case is not possible.

A step that a case would not allow without its void steps either is a first cause, whatever else was done in the
case without force.

>>> from law189 import load_profile
>>> from law189.workflows.certificate import Expired, lifecycle
>>> NOTHING_NOTED = Noted({}, {}, load_profile("kemerovo"), {})
>>> behind_step(lifecycle.begin("17"), Expired(on="2025-01-09", by="education"), NOTHING_NOTED) is None
True
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from law189.audit.causes.because import first_needed, led_to, possible_without, without
from law189.audit.causes.reasons import against
from law189.audit.causes.rested import Noted, Suspect, void_in
from law189.casebook.cycles import CYCLES
from law189.casebook.shelf import Shelf
from law189.casebook.shown.linked import links
from law189.casebook.taking import Taken
from law189.cases.history import Event, History, RecordAnnulled
from law189.profile.profile import Profile
from law189.verdict import Verdict

__all__ = ["behind_contract", "behind_linked", "behind_step"]


def behind_step(history: History[Any], event: Event, noted: Noted) -> int | None:
    """The void line of the case without which the step would follow, or which was to lead to where it does."""

    def follows(left_out: Sequence[Suspect]) -> bool:
        state = noted.as_if(history, _places(left_out)).state
        return (state, type(event)) in CYCLES[history.lifecycle].lookup

    needed = first_needed(void_in(history, noted.made.get(history.id, {})), follows)
    return led_to(history, noted.stopped.get(history.id, ()), event) if needed is None else needed.line


def behind_linked(shelf: Shelf, taken: Taken, reason: Verdict, noted: Noted) -> int | None:
    """The void line without which the linked step of another case would not be refused for that reason.

    It is of the case of the step, which would not have come so far, or of the other case. `shelf` is that before
    the step.
    """
    own = taken.history.id
    before = shelf.case(own) or CYCLES[taken.history.lifecycle].begin(own)
    for of in (before, *_linked(shelf, before, taken)):
        suspects = void_in(of, noted.made.get(of.id, {}))

        def vanishes(left_out: Sequence[Suspect], of: History[Any] = of) -> bool:
            cut = without(of, _places(left_out))
            if of is before:
                return (cut.state, type(taken.event)) not in CYCLES[of.lifecycle].lookup
            return reason.rule not in _rules(shelf, before, taken, cut, noted.profile)

        needed = first_needed(suspects, vanishes)
        if needed is not None:
            return needed.line
    return None


def _linked(shelf: Shelf, before: History[Any], taken: Taken) -> Iterator[History[Any]]:
    """The other cases of which a step is linked with this one; an annulment names records, and is not asked."""
    if not isinstance(taken.event, RecordAnnulled):
        yield from (link.history for link in links(shelf, before, taken.history, taken.event))


def _rules(
    shelf: Shelf, before: History[Any], taken: Taken, cut: History[Any], profile: Profile
) -> Iterator[str]:
    """The rules that refuse the linked step in the other case as it would be."""
    for link in links(shelf, before, taken.history, taken.event):
        if link.history.id == cut.id:
            _, verdict = CYCLES[cut.lifecycle].supposed(cut, link.event, profile)
            yield from (one.rule for one in against(verdict))


def _places(suspects: Iterable[Suspect]) -> set[int]:
    return {one.place for one in suspects}


def behind_contract(taken: Taken, linked: Mapping[int, int], void: Collection[int]) -> int | None:
    """The first void line of a contract without which the step of its certificate would be possible.

    `linked` are the records that the lines of other cases made in it, with the line of each, and `void` the lines
    without force.
    """
    made, history = sorted(linked.items()), taken.history
    lines = [pair for pair in made if pair[1] in void and pair[0] <= history.version]
    possible = lines and possible_without(history, [record - 1 for record, _ in lines], taken.event)
    return lines[0][1] if possible else None
