"""На чём стоит шаг (standing): whether the decree, and what of it a step rests on, is in force on the day.

A norm that does not hold on the day is told by itself (`force.norm`); what has no days of its own and is repealed
is not in the edition of the day. What ends on a day that is not recorded leaves the step UNKNOWN.

>>> from datetime import date
>>> from law189.profile.loader import load_profile
>>> from law189.workflows.order import lifecycle as order
>>> moment = Moment(date(2023, 10, 2), order.begin("1"), load_profile("kemerovo"))
>>> [one.rule for one in standing(moment, (), (), None, "order.drafted")]
['force.decree']
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from law189.cases.moment import Moment
from law189.kinds.asked import unasked
from law189.law import Citation, Norm
from law189.numbers import same_service
from law189.profile.documents import DocumentKind
from law189.profile.edition import Edition
from law189.rules.acts import force
from law189.rules.deadlines import lapses
from law189.verdict import Verdict

__all__ = ["InItsPlace", "Resting", "law_of", "resting", "standing"]

_standing, _lapsed, _holds = unasked(lapses.standing), unasked(lapses.lapsed), unasked(force.holds)
_ended, _norm = unasked(force.norm), unasked(Edition.norm)


class Resting(NamedTuple):
    """Норма, на которой стоит шаг; `lacking` tells why it decides nothing, None where it holds.

    `norm` is None where it is not said, and where the step goes by the norm of an earlier day, which held then.
    """

    norm: Norm[Any] | None
    lacking: Verdict | None


InItsPlace = Callable[[Moment[Any], str], Resting | None]
"""What governs the case in place of the norm at a path of the profile; None where that norm does."""


def resting(path: str, moment: Moment[Any], in_place: InItsPlace | None) -> Resting:
    """The norm at the path, or what governs the case in its place, and whether it holds on the day."""
    found = None if in_place is None else in_place(moment, path)
    if found is not None:
        return found
    edition, norm = moment.edition, _norm(moment.edition, path)
    if norm is not None:
        return Resting(norm, _ended(path, norm, moment.on))
    if edition.working_group is None and path.startswith("working_group."):
        return Resting(None, force.no_group(edition.whole))
    return Resting(None, force.silent(path, edition.title_of(path), edition.whole))


def standing(
    moment: Moment[Any],
    cites: Iterable[Citation],
    norms: Iterable[Norm[Any] | None],
    document: DocumentKind | None,
    step: str,
) -> Iterator[Verdict]:
    """Whether the decree, and each provision on which the step rests, is in force on the day.

    `cites` are the addresses of its basis where that is no norm, `norms` those on which it rests; they are asked
    where something of the decree may not hold by itself (`Edition.bounded`).
    """
    edition, on = moment.edition, moment.on
    held = [norm.basis for norm in norms if norm is not None and _holds(norm, on)] if edition.bounded else []
    yield from _standing(on, law_of(edition), (*cites, *held), edition.readings)
    if unknown := tuple(one for one in edition.lapses if one.of and one.in_force(on) is None):
        yield from _lapsed(on, tuple(_touched(moment, document, step)), unknown, edition.whole)


def law_of(edition: Edition) -> lapses.Standing:
    """What says whether the decree of the edition is in force."""
    return lapses.Standing(edition.act, edition.entry_into_force, edition.lapses, edition.covers_since)


def _touched(moment: Moment[Any], document: DocumentKind | None, step: str) -> Iterator[Citation]:
    """The addresses of what else of the edition the step comes under: services, forms, local conditions."""
    edition, services = moment.edition, moment.services
    asked = None if document is None else edition.form_of(document)
    found: list[Any] = [*edition.conditions_at(step, moment.on), *edition.parameters_of(services)]
    found += [one for one in edition.services if any(same_service(named, one.number) for named in services)]
    if asked is not None:
        found += [asked.rule, *asked.paper, *asked.systems]
    yield from (one.cite for one in found)
