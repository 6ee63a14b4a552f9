"""Шаг на пробу (tried): what the book itself says against a step that is only thought of.

Of a step whose facts may all be left out, the book is asked as if it were taken: with the extracts that it takes
from its own cases, and beside all of them. What it says then and the case alone does not is known before the facts.
Where several cases may be meant, each of them is tried; as long as one of them lets the step be, nothing is said.

>>> from law189 import load_profile
>>> from law189.casebook.shelf import MemoryShelf
>>> from law189.workflows import contract
>>> case = contract.lifecycle.begin("17")
>>> against_it(MemoryShelf(), case, contract.Concluded, ("consumer",), load_profile("kemerovo"), date(2024, 1, 9))
()
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import product
from typing import Any

from law189.casebook.cycles import CYCLES
from law189.casebook.differing import written
from law189.casebook.extracted import ASKED, extract_of
from law189.casebook.line import Line
from law189.casebook.live import stands
from law189.casebook.shelf import Shelf
from law189.casebook.shown.meant import meant
from law189.casebook.taking import judged
from law189.cases.history import Event, History
from law189.extracts import CertificateExtract
from law189.facts import Frozen
from law189.kinds.asked import asked
from law189.law import Source
from law189.numbers import service_key
from law189.profile.parties import Party
from law189.profile.profile import Profile
from law189.verdict import Outcome, Verdict
from law189.workflows import certificate, contract

__all__ = ["against_it"]

MOST = 5
"""Of how many tries that are all refused the reasons are told."""
GIVEN = ("on", "by", "kind")


@asked
def against_it(
    shelf: Shelf,
    case: History[Any],
    event: type[Event],
    by: Sequence[str] | None,
    profile: Profile,
    on: date,
    certificates: Sequence[History[Any]] = (),
) -> tuple[Verdict, ...]:
    """What the book says against the step on the day, whoever of `by` takes it; nothing where a fact is needed.

    Where anybody may take it, `by` is None, and it is tried as the provider's. Told is what stops the one whom the
    least stops. `certificates` are those that may be meant by a contract which is not concluded yet.
    """
    if any(field.is_required() for name, field in event.model_fields.items() if name not in GIVEN):
        return ()
    found: list[dict[str, Verdict]] = []
    for who in (Party.PROVIDER.value,) if by is None else by:
        step = event.model_validate({"on": on, "by": who})
        line = Line(history=case.id, lifecycle=case.lifecycle, event=step)
        told = _stopped(shelf, case, line, profile, certificates)
        if not told:
            return ()
        found.append(told)
    return tuple(min(found, key=len, default={}).values())


def _stopped(
    shelf: Shelf, case: History[Any], line: Line, profile: Profile, certificates: Sequence[History[Any]]
) -> dict[str, Verdict]:
    """Each reason of the book that stops the step, whichever of its cases are meant; none where one lets it be."""
    told: dict[str, Verdict] = {}
    alone = CYCLES[case.lifecycle].judge(case, line.event, profile).reasons(Outcome.VOID)
    said = {one.rule for one in alone}
    for number, named in enumerate(_meant(shelf, case, line, certificates)):
        tried = line.model_copy(update={"refers_to": Frozen(named)})
        reasons = judged(shelf, tried, profile).verdict.reasons(Outcome.VOID)
        against = {repr(one): one for one in reasons if one.rule not in said}
        if not against:
            return {}
        told |= against if number < MOST else {}
    return told


def _meant(
    shelf: Shelf, case: History[Any], line: Line, certificates: Sequence[History[Any]]
) -> Iterator[dict[str, str]]:
    """By which numbers the step may name its cases, each fact with one of those that may be meant."""
    ways: list[Sequence[tuple[str, str] | None]] = []
    for name, source in ASKED.get(type(line.event), ()):
        found: Iterable[History[Any]] = meant(shelf, source, line, name, case).cases
        if source is Source.CERTIFICATE and isinstance(line.event, contract.Concluded):
            found = _giving(case, certificates, line.event.on)
        shown = (extract_of(source, one, line.event.on) for one in found)
        ways.append([(name, written(one)) for one in shown if one is not None] or [None])
    for way in product(*ways):
        yield dict(one for one in way if one is not None)


def _giving(case: History[Any], certificates: Iterable[History[Any]], on: date) -> Iterator[History[Any]]:
    """The certificates for the service that stand on the day, those first that are live and without a contract."""
    wanted = {service_key(one.service) for one in case.events(contract.Offered)}
    standing = sorted((one for one in certificates if stands(one, on)), key=lambda one: one.state != FREE)
    for one in standing:
        shown = extract_of(Source.CERTIFICATE, one, on)
        if isinstance(shown, CertificateExtract) and wanted <= {service_key(name) for name in shown.services}:
            yield one


FREE = certificate.State.FORMED
