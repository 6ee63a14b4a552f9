"""Days as an address or an option may give them, and which of them are days."""

from law189.errors import FaultyInput
from law189.files.asked_day import read_day

WRITTEN = (
    "2024-01-09",
    "2024-02-29",
    "1900-01-01",
    "2100-12-31",
    "1899-12-31",
    "2101-01-01",
    "0001-01-01",
    "0024-03-01",
    "9999-12-31",
    "2023-02-29",
    "2024-13-01",
    "2024-1-9",
    "20240109",
    "2024-W02-2",
    "2024-01-09T00:00",
    "09.01.2024",
    "２０２４-01-09",
    "2024-01-09x",
    "1704758400",
    "завтра",
    "today",
    "-",
    "2024-01-09\x00",
)
FEW = WRITTEN[:4]
"""Those that are days; the others are refused at every door."""


def is_day(written):
    """Whether the one reader takes it for a day."""
    try:
        return bool(read_day(written, "on"))
    except FaultyInput:
        return False
