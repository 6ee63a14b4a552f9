"""Как запись сохранена (kept): what its file says of a record besides what is recorded.

>>> Kept(form=2, law189="0.1.0") == NOT_KEPT
True
"""

from typing import NamedTuple

__all__ = ["NOT_KEPT", "Kept"]


class Kept(NamedTuple):
    """Как запись сохранена: the form that held it, the version that judged, its hash and the one before it.

    `form` is None where it was not saved yet. It says nothing of what is recorded, so records that differ in it
    only are equal.
    """

    form: int | None = None
    law189: str | None = None
    before: str | None = None
    hash: str | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Kept)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(Kept)


NOT_KEPT = Kept()
"""A record that was not saved yet."""
