"""Срок под заголовком (termed): the term that a cell says together with the heading above it.

>>> term_under("01.07.2024", Said(end="не позднее")), term_under("до 1 июля", Said(year=2025))
({'kind': 'not_later', 'day': '2024-07-01'}, {'kind': 'before', 'day': '2025-07-01'})
>>> term_under("до 1 июля", Said(yearly=True)), term_under("2024 год", Said(end="до")) is None
({'kind': 'yearly', 'end': 'before', 'day': '07-01'}, True)
"""

import re
from datetime import date, timedelta
from typing import Any

from law189.office.workbook.said import Said
from law189.profile.term_words import plain_words, term_of

__all__ = ["month_of", "term_under"]

_ENDS = {"до": "before", "по": "by", "не позднее": "not_later"}
_HAS_AN_END = re.compile("(?:ежегодно,? )?(?:в срок )?(?:до|по|не позднее|с|в|за|через) .*")


def term_under(words: str, above: Said) -> dict[str, Any] | None:
    """The term of the words under what its heading says; None where they are none, or say otherwise than it."""
    term = term_of(words)
    if term is not None and _says(term, above):
        return term
    plain = plain_words(words)
    whole = plain if above.end is None or _HAS_AN_END.fullmatch(plain) else f"{above.end} {plain}"
    if above.yearly and "ежегодно" not in plain:
        whole = f"ежегодно {whole}"
    if above.year is not None and not re.search(r"20\d\d", plain):
        whole += f".{above.year}" if re.fullmatch(r".*\d\d?\.\d\d?", plain) else f" {above.year} года"
    term = term_of(whole) if plain else None
    return term if term is not None and _says(term, above) else None


def _says(term: dict[str, Any], above: Said) -> bool:
    """Whether the term says all that stands above it."""
    ends = above.end is None or _ENDS[above.end] in (term["kind"], term.get("end"))
    yearly = (
        not above.yearly or term["kind"] == "yearly" or (term["kind"], term.get("per")) == ("regular", "year")
    )
    years = {found for value in term.values() for found in re.findall(r"\b20\d\d\b", str(value))}
    return ends and yearly and (above.year is None or years == {str(above.year)})


def month_of(words: str) -> tuple[int, int | None] | None:
    """The year and the month that end with the term, the month None where it is a whole year; else None.

    >>> month_of("31.12.2024"), month_of("до 01.01.2025"), month_of("2024 год"), month_of("до 15.10.2024")
    ((2024, 12), (2024, 12), (2024, None), None)
    """
    term = term_of(words) or {}
    kind = term.get("kind")
    if kind in ("year", "month"):
        return None if "then_yearly_before" in term else (term["year"], term.get("month"))
    if kind not in ("on", "by", "not_later", "before") or term.keys() != {"kind", "day"}:
        return None
    after = date.fromisoformat(term["day"]) + timedelta(days=kind != "before")
    last = after - timedelta(days=1)
    return (last.year, last.month) if after.day == 1 else None
