"""Имя строки таблицы (called): how a row of the plan or of the indicators is called, whatever its address becomes.

A row is called by the address that it had first: `app4.4` in the decree itself, `decree-77/p1.2` in another act. An
amendment that gives it another address leaves it its name.

>>> called("app4.1.ж", "town"), called("town/app4.4", "town"), called("town-2/p1.4", "town")
('app4.1.zh', 'app4.4', 'town-2/p1.4')
>>> called("п. 4 прил. 4", "town")
'app4.4'
"""

from collections.abc import Iterable
from typing import Annotated, Protocol, TypeVar

from pydantic import AfterValidator, Field, ValidationInfo

from law189.files.addressed import in_file
from law189.law import Citation
from law189.law.address import normal

__all__ = ["Called", "RowId", "called", "found_by"]


class Called(Protocol):
    """A row with its name and its address."""

    @property
    def id(self) -> str:
        """Its name."""
        ...

    @property
    def cite(self) -> Citation:
        """Its present address."""
        ...


R = TypeVar("R", bound=Called)


def called(said: str, main: str | None) -> str:
    """The name that the address is, `main` being the id of the decree itself; what is no address, as it is."""
    act, stroke, within = said.strip().rpartition("/")
    address = normal(within) or normal(in_file(within) or "")
    if address is None:
        return said
    return address if act in ("", main) else f"{act}{stroke}{address}"


def _row_id(given: str, info: ValidationInfo) -> str:
    """The name that the file gives the row, or else its address."""
    cite, context = info.data.get("cite"), info.context
    main = context.get("main") if isinstance(context, dict) else None
    if given or not isinstance(cite, Citation):
        return called(given, main)
    return cite.address if main in (None, cite.act) else cite.id


RowId = Annotated[
    Annotated[str, Field(pattern=r"^([a-z0-9-]+/)?[a-z0-9а-яё_.-]*$")],
    AfterValidator(_row_id),
    Field(validate_default=True),
]
"""The name of a row, which stands after its `cite` among the fields."""


def found_by(said: str, rows: Iterable[R], main: str, others: Iterable[R] = ()) -> R | None:
    """The row of that name; else the only one that has that address, or had it among `others`. None without one.

    `others` are the rows of other editions.
    """
    many, name = tuple(rows), called(said, main)
    named = [one for one in many if one.id == name]
    placed = named or [one for one in many if name in (called(one.cite.id, main), one.cite.address)]
    if not placed:
        before = {one.id for one in others if called(one.cite.id, main) == name}
        placed = [one for one in many if one.id in before]
    return placed[0] if len(placed) == 1 else None
