"""Нормы обоих постановлений (the provisions of both decrees), and what carries each of them.

What carries a provision is found, not listed by hand: the keys of the profile that cite it, the rules whose
verdicts cite it when the shipped profiles are asked, the clauses based on it, the lints that report it.

>>> quorum = next(p for p in list_provisions() if p.id == "kemerovo-2993/app3.5.5")
>>> "quorum.present" in quorum.carried_by, "meeting.opened" in quorum.carried_by
(True, True)
>>> provision("kemerovo-2993/app3.55")
Traceback (most recent call last):
    ...
law189.law.act.UnknownProvision: no provision kemerovo-2993/app3.55; did you mean «kemerovo-2993/app3.5.5»?
"""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from law189.audit.demo import MEETINGS
from law189.audit.indicators import indicators_on
from law189.audit.meeting import judge_record
from law189.audit.plan import plan_on
from law189.files.wording import did_you_mean
from law189.kinds import must_be
from law189.kinds.asked import asked
from law189.law import Citation, Entry, Text, UnknownProvision
from law189.lints.lints import LINTS
from law189.profile.federal import shipped_data
from law189.profile.loader import load_profile, shipped_profiles
from law189.profile.profile import Profile
from law189.rules.acts.force import in_force
from law189.rules.identifiers import same_service
from law189.verdict import Verdict
from law189.workflows import LIFECYCLES

__all__ = ["Provision", "list_provisions", "provision"]


class Provision(NamedTuple):
    """One provision: its id, its label, what it holds, what carries it.

    `not_modelled` says why nothing carries it; None where something does.
    """

    id: str
    label: Text
    kind: str
    summary: Text
    carried_by: tuple[str, ...]
    not_modelled: str | None

    def as_json(self) -> dict[str, Any]:
        """The provision as plain JSON values."""
        return {
            "id": self.id,
            "carried_by": list(self.carried_by),
            "not_modelled": self.not_modelled,
        }


@cache
def list_provisions() -> tuple[Provision, ...]:
    """Every provision of both decrees, in the order of the list."""
    data = shipped_data()
    profiles = {profile.act.id: profile for profile in map(load_profile, shipped_profiles())}
    carriers: dict[str, dict[str, None]] = {}
    for profile in profiles.values():
        for name, cite in _carriers(profile):
            carriers.setdefault(cite.id, {})[name] = None
    found = []
    for row in data["provisions"]:
        under = [names for cited, names in carriers.items() if _within(cited, row["id"])]
        carried = tuple(sorted({name for names in under for name in names}))
        profile = profiles[row["document"]]
        found.append(
            Provision(
                row["id"],
                profile.latest.cite(row["locator"]).label,
                row["kind"],
                Text(row["summary_ru"], row["summary"]),
                carried,
                row["not_modelled"] or None,
            )
        )
    return tuple(found)


@asked
def provision(provision_id: str) -> Provision:
    """The provision of that id. Raises `UnknownProvision` where the list has none."""
    must_be(provision_id, str)
    for found in list_provisions():
        if found.id == provision_id:
            return found
    hint = did_you_mean(provision_id, [found.id for found in list_provisions()])
    raise UnknownProvision(f"no provision {provision_id}; {hint.en}")


def _within(cited: str, provision_id: str) -> bool:
    return cited == provision_id or cited.startswith(provision_id + ".")


def _carriers(profile: Profile) -> Iterator[tuple[str, Citation]]:
    """What in the library names an address of the profile's decree, and which address."""
    edition = profile.latest
    yield from _keys(edition, "")
    for verdict in _asked(profile):
        for part in verdict.walk():
            yield from ((part.rule, cite) for cite in part.cites)
    for cycle in LIFECYCLES:
        for clause in cycle.clauses:
            yield from ((clause.code, cite) for cite in clause.cites(edition))
    for lint in LINTS:
        yield from ((f"lint {lint.code}", cite) for cite, _ in lint.places(profile))


def _keys(entry: Entry, above: str) -> Iterator[tuple[str, Citation]]:
    for name in type(entry).model_fields:
        value = getattr(entry, name)
        if isinstance(value, Citation):
            yield f"profile {above.removesuffix('.') or name}", value
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, Entry):
                yield from _keys(inner, f"{above}{name}.")


def _asked(profile: Profile) -> Iterator[Verdict]:
    """The questions that the shipped profile can answer about itself."""
    for _, record in MEETINGS:
        if record.profile == profile.name:
            yield from judge_record(record, profile).verdicts
    edition, day = profile.latest, profile.act.date or date.max
    yield from (item.verdict for item in plan_on(profile, day))
    yield from (judged.verdict for judged in indicators_on(profile, {}, day))
    force = edition.entry_into_force
    if force is not None:
        yield in_force(day, profile.act.date, profile.act.published_on, force, force.basis)
    for service in edition.services:
        yield same_service(service.number, service.number, service.cite)
