"""Строки реестров (rows of the registers): what a register says of a provider and of a recipient, and what changed.

>>> RegisterKind.PROVIDERS.text.ru
'реестр исполнителей услуг'
"""

from datetime import date
from typing import Any, NamedTuple

from law189.casebook.known import Made
from law189.extracts import ProviderKind, Sector
from law189.law import Citation, Vocabulary
from law189.measures import Volume
from law189.verdict import plain
from law189.workflows import agreement, certificate, contract, selection

__all__ = [
    "ProviderRow",
    "RecipientRow",
    "Register",
    "RegisterDifference",
    "RegisterKind",
    "Row",
    "RowChange",
]


class RegisterKind(Vocabulary):
    """Какой реестр."""

    PROVIDERS = "providers", "реестр исполнителей услуг", "register of providers"
    RECIPIENTS = (
        "recipients",
        "реестр получателей социального сертификата",
        "register of recipients of the social certificate",
    )

    @property
    def lifecycles(self) -> tuple[str, ...]:
        """Of which lifecycles the cases are that make the register.

        >>> RegisterKind.PROVIDERS.lifecycles
        ('selection', 'agreement')
        """
        of = {
            RegisterKind.PROVIDERS: (selection, agreement),
            RegisterKind.RECIPIENTS: (certificate, contract),
        }
        return tuple(one.lifecycle.name for one in of[self])


class ProviderRow(NamedTuple):
    """Запись об исполнителе; `excluded_on` is the first day outside the register.

    `changed_on` is the day of the latest change of the record; `sector` is None where nobody told it. The agreement
    is the latest that was concluded with that INN, among the cases given, and of those that run on the day where
    one does; `agreement_ended_on` is the day on which
    it was terminated or completed. `made_by` are the records of the case after the application, then the conclusion
    of the agreement.
    """

    record: str
    included_on: date
    changed_on: date | None
    excluded_on: date | None
    inn: str
    ogrn: str | None
    kind: ProviderKind
    sector: Sector | None
    services: tuple[str, ...]
    agreement: str | None
    agreement_on: date | None
    agreement_ended_on: date | None
    cites: tuple[Citation, ...]
    history: str
    made_by: tuple[Made, ...]

    @property
    def entered(self) -> bool:
        """Whether the record is in the register: the provider is not excluded."""
        return self.excluded_on is None

    @property
    def held(self) -> bool:
        """Whether the record gives a right on the day: the provider is in the register."""
        return self.entered

    def as_json(self) -> dict[str, Any]:
        """The row as plain JSON values."""
        return _as_json(self)


class RecipientRow(NamedTuple):
    """Запись о получателе; `file` is the number of the file that holds the name.

    The certificate is that of the same case; `ended_on` is the day on which it was used up, annulled or expired;
    used up also by the cases of its contracts, where its own does not tell of them; `suspended_on` the day since
    which it is suspended. `live` says whether it gives a right on the day of the register, its last day included: a
    suspended one gives none until it is resumed. No step takes a recipient out of the register: the record stays,
    and the certificate ends.
    """

    record: str
    included_on: date
    file: str
    born: date
    categories: tuple[str, ...]
    services: tuple[str, ...]
    certificate: str | None
    nominal: Volume | None
    formed_on: date | None
    valid_until: date | None
    suspended_on: date | None
    ended_on: date | None
    live: bool
    cites: tuple[Citation, ...]
    history: str
    made_by: tuple[Made, ...]

    @property
    def entered(self) -> bool:
        """Whether the record is in the register: always, once it was made."""
        return True

    @property
    def held(self) -> bool:
        """Whether the record gives a right on the day: its certificate is live."""
        return self.live

    def as_json(self) -> dict[str, Any]:
        """The row as plain JSON values."""
        return _as_json(self)


Row = ProviderRow | RecipientRow


class Register(NamedTuple):
    """Реестр на день: its rows in the order of inclusion, those excluded by then among them."""

    kind: RegisterKind
    on: date
    rows: tuple[Row, ...]

    def as_json(self) -> dict[str, Any]:
        """The register as plain JSON values."""
        rows = [row.as_json() for row in self.rows]
        return {"register": self.kind.value, "on": self.on.isoformat(), "rows": rows}


class RowChange(NamedTuple):
    """Изменение записи: the row on the earlier day and on the later one, and the names of what differs."""

    before: Row
    after: Row
    changed: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """The change as plain JSON values."""
        told = {"before": self.before.as_json(), "after": self.after.as_json()}
        return {**told, "changed": list(self.changed)}


class RegisterDifference(NamedTuple):
    """Что изменилось между двумя днями: rows added, changed, and gone by exclusion or because made in error.

    A row that was added and excluded between the days is both added and gone.
    """

    kind: RegisterKind
    since: date
    on: date
    added: tuple[Row, ...]
    changed: tuple[RowChange, ...]
    gone: tuple[Row, ...]

    def as_json(self) -> dict[str, Any]:
        """The difference as plain JSON values."""
        days = {"since": self.since.isoformat(), "on": self.on.isoformat()}
        parts = {
            name: [one.as_json() for one in getattr(self, name)] for name in ("added", "changed", "gone")
        }
        return {"register": self.kind.value, **days, **parts}


def _as_json(row: Row) -> dict[str, Any]:
    told = {name: _plain(value) for name, value in row._asdict().items() if name != "made_by"}
    return {**told, "made_by": [one.as_json() for one in row.made_by]}


def _plain(value: Any) -> Any:
    match value:
        case Volume():
            return value.model_dump(mode="json")
        case Vocabulary():
            return value.value
        case _:
            return plain(value)
