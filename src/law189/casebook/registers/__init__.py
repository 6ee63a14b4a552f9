"""Реестры (registers): who renders services under certificates, and who receives them, on a day.

The register of providers comes from selections and agreements, that of recipients from certificates and from the
contracts that use them up. A row says by
which provision it is kept, and which records made it. Names, addresses and contacts are in no case, so no register
here has them.

>>> from datetime import date
>>> from law189.profile.loader import load_profile
>>> kemerovo = load_profile("kemerovo")
>>> empty = register(RegisterKind.PROVIDERS, (), kemerovo, date(2024, 1, 15))
>>> empty.rows, empty.as_json()["register"]
((), 'providers')
>>> difference(empty, empty)
Traceback (most recent call last):
    ...
law189.law.text.WrongValue: the days are 2024-01-15 and 2024-01-15; the second must be later
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from law189.casebook.cycles import CYCLES
from law189.casebook.extracted import extract_of
from law189.casebook.known import Known, Made, on_day
from law189.casebook.live import is_live, used_up
from law189.casebook.registers.rows import (
    ProviderRow,
    RecipientRow,
    Register,
    RegisterDifference,
    RegisterKind,
    Row,
    RowChange,
)
from law189.cases.history import History
from law189.extracts import AgreementExtract, RegisterExtract
from law189.kinds import must_be
from law189.kinds.asked import asked
from law189.law import Source, WrongValue
from law189.numbers import compact
from law189.profile.edition import Edition
from law189.profile.profile import Profile
from law189.workflows import agreement, certificate, selection
from law189.workflows.certificate.table import ENDED

__all__ = [
    "ProviderRow",
    "RecipientRow",
    "Register",
    "RegisterDifference",
    "RegisterKind",
    "RowChange",
    "difference",
    "register",
]


# ─── Реестр на день ──────────────────────────────────────────────────────────────────────────────────────


@asked
def register(kind: RegisterKind, histories: Iterable[History[Any]], profile: Profile, on: date) -> Register:
    """The register as it stood at the end of the day, by the cases given; those of other lifecycles add nothing.

    Raises `Law189Error` on a case of a lifecycle that the library has not.
    """
    edition = must_be(profile, Profile).on(must_be(on, date))
    own = must_be(kind, RegisterKind).lifecycles
    known = [on_day(one, on) for one in histories if one.lifecycle in own or one.lifecycle not in CYCLES]
    rows = list(ROWS[kind](known, edition, on))
    return Register(kind, on, tuple(sorted(rows, key=lambda row: (row.included_on, row.record, row.history))))


def _providers(known: Sequence[Known], edition: Edition, on: date) -> Iterator[ProviderRow]:
    agreed_with: dict[str, list[tuple[AgreementExtract, Made]]] = {}
    for pair in _agreements(known, on):
        agreed_with.setdefault(compact(pair[0].provider), []).append(pair)
    clause = selection.lifecycle.clause("included")
    for case in known:
        history = case.history
        included = [number for number, event in case.events if isinstance(event, selection.Included)]
        if not included:
            continue
        shown, told = extract_of(Source.REGISTER, history, on), selection.provider_of(history)
        if not isinstance(shown, RegisterExtract):
            continue
        later = [(number, event) for number, event in case.events if number >= included[-1]]
        changed = [event.on for _, event in later[1:] if not isinstance(event, selection.Excluded)]
        found = agreed_with.get(compact(told.inn), [])
        running = [pair for pair in found if pair[0].ended_on is None and pair[0].ends_on >= on]
        agreed, at = next(reversed(running or found), (None, None))
        yield ProviderRow(
            record=shown.record,
            included_on=shown.included_on,
            changed_on=changed[-1] if changed else None,
            excluded_on=shown.excluded_on,
            inn=told.inn,
            ogrn=told.ogrn,
            kind=told.kind,
            sector=told.known_sector,
            services=shown.services,
            agreement=None if agreed is None else agreed.number,
            agreement_on=None if agreed is None else agreed.concluded_on,
            agreement_ended_on=None if agreed is None else agreed.ended_on,
            cites=clause.cites(edition),
            history=history.id,
            made_by=(*(Made(history.id, number) for number, _ in later), *(() if at is None else (at,))),
        )


def _agreements(known: Sequence[Known], on: date) -> Iterator[tuple[AgreementExtract, Made]]:
    """What each agreement that names its provider shows on the day, and its conclusion; the latest last."""
    found: list[tuple[AgreementExtract, Made]] = []
    for case in known:
        concluded = [number for number, event in case.events if isinstance(event, agreement.Concluded)]
        shown = extract_of(Source.AGREEMENT, case.history, on) if concluded else None
        if isinstance(shown, AgreementExtract):
            found.append((shown, Made(case.history.id, concluded[-1])))
    yield from sorted(found, key=lambda pair: pair[0].concluded_on)


def _recipients(known: Sequence[Known], edition: Edition, on: date) -> Iterator[RecipientRow]:
    cites = certificate.lifecycle.clause("recipient_registered").cites(edition)
    used = used_up(known)
    for case in known:
        history = case.history
        events = case.events
        entered = [pair for pair in events if isinstance(pair[1], certificate.RecipientRegistered)]
        if not entered:
            continue
        number, event = entered[-1]
        asked = history.the(certificate.AppliedFor)
        formed = any(isinstance(told, certificate.Formed) for _, told in events)
        held = certificate.holding_of(history) if formed else None
        over = history.state in ENDED  # also one that was annulled before it was formed
        spent = used.get(history.id)
        yield RecipientRow(
            record=event.record,
            included_on=event.on,
            file=asked.recipient.file,
            born=asked.recipient.born,
            categories=asked.recipient.categories or (),
            services=asked.services,
            certificate=None if held is None else held.number,
            nominal=None if held is None else held.nominal,
            formed_on=None if held is None else held.formed_on,
            valid_until=None if held is None else held.valid_until,
            suspended_on=None if held is None else held.suspended_on,
            ended_on=history.last_day if over else None if spent is None else spent.on,
            live=spent is None and is_live(history, on),
            cites=cites,
            history=history.id,
            made_by=(
                *(Made(history.id, one) for one, _ in events if one >= number),
                *(() if spent is None else (spent.made_by,)),
            ),
        )


ROWS: Mapping[RegisterKind, Callable[[Sequence[Known], Edition, date], Iterator[Row]]] = {
    RegisterKind.PROVIDERS: _providers,
    RegisterKind.RECIPIENTS: _recipients,
}
"""Where the rows of each register come from."""


# ─── Разница между двумя днями ───────────────────────────────────────────────────────────────────────────


@asked
def difference(before: Register, after: Register) -> RegisterDifference:
    """What has changed from one day to a later one; a row is the same where its case is the same.

    Raises `WrongValue` where the registers are of two kinds, or the second day is not the later one.
    """
    if must_be(before, Register).kind is not must_be(after, Register).kind:
        raise WrongValue(f"a {before.kind.text.en} and a {after.kind.text.en} have no difference")
    if before.on >= after.on:
        raise WrongValue(f"the days are {before.on} and {after.on}; the second must be later")
    old, new = ({row.history: row for row in one.rows} for one in (before, after))
    both = [(old[one], row) for one, row in new.items() if one in old]
    went = [row for one, row in new.items() if not row.entered and (one not in old or old[one].entered)]
    return RegisterDifference(
        before.kind,
        before.on,
        after.on,
        added=tuple(row for one, row in new.items() if one not in old),
        changed=tuple(
            RowChange(was, now, names)
            for was, now in both
            if now not in went and (names := _changed(was, now))
        ),
        gone=(*(row for one, row in old.items() if one not in new), *went),
    )


BESIDE = ("cites", "made_by")
"""What may differ while the record of the register says the same."""


def _changed(was: Row, now: Row) -> tuple[str, ...]:
    """The names of what differs between two rows of one case."""
    later = now._asdict()
    return tuple(name for name, value in was._asdict().items() if name not in BESIDE and value != later[name])
