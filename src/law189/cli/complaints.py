"""Жалобы (complaints): what is wrong with the lines of a file, told aside while they are read."""

from law189.cli.console import complain
from law189.errors import FaultyInput
from law189.files.nodes import FAULTS, capped
from law189.law import Lang

__all__ = ["Complaints"]


class Complaints:
    """Жалобы: faults told aside as they come, as many as a person mends at once, and how many more there are."""

    def __init__(self, lang: Lang) -> None:
        self._lang: Lang = lang
        self._count, self._file = 0, ""

    def tell(self, error: FaultyInput) -> None:
        """Tell the faults, or count them."""
        for fault in error.faults:
            self._count, self._file = self._count + 1, fault.file
            if self._count <= FAULTS:
                complain([fault.told(self._lang)])

    def end(self) -> None:
        """Say how many more there were."""
        left = capped([], self._file, self._count)
        complain(fault.told(self._lang) for fault in left)
