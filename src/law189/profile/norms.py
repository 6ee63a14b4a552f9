"""Нормы записи (the norms of an entry): every one by its path, and the one at a path.

>>> from law189.profile.group import WorkingGroup
>>> owner_of("working_group.quorum", WorkingGroup) is WorkingGroup
True
>>> owner_of("working_group.qorum", WorkingGroup)
Traceback (most recent call last):
    ...
law189.law.act.UnknownProvision: a profile has no «working_group.qorum»; did you mean «working_group.quorum»?
"""

from collections.abc import Iterator
from typing import Any

from law189.files.wording import did_you_mean
from law189.law import Entry, Norm, UnknownProvision
from law189.profile.group import WorkingGroup

__all__ = ["GROUP", "norms_of", "owner_of"]

GROUP = "working_group"
"""The key under which the norms of the group stand."""


def owner_of(path: str, whole: type[Entry]) -> type[Entry]:
    """The entry that has the last key of the path: the group, or the `whole` edition.

    Raises `UnknownProvision` on a path that no profile has.
    """
    above, _, name = path.rpartition(".")
    owner = WorkingGroup if above == GROUP else whole
    if above not in ("", GROUP) or name not in owner.model_fields:
        known = [*whole.model_fields, *(f"{GROUP}.{one}" for one in WorkingGroup.model_fields)]
        raise UnknownProvision(f"a profile has no «{path}»; {did_you_mean(path, known).en}")
    return owner


def norms_of(entry: Entry, above: str = "") -> Iterator[tuple[str, "Norm[Any]"]]:
    """Every value of the entry that is a norm, by its path."""
    for name in type(entry).model_fields:
        value = getattr(entry, name)
        if isinstance(value, Norm):
            yield above + name, value
        elif isinstance(value, Entry):
            yield from norms_of(value, f"{above}{name}.")
