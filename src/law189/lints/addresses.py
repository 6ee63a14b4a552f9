"""Замечания об адресах (lints of addresses): an address that the decree, as the profile describes it, cannot have.

>>> from law189.profile.loader import load_profile
>>> list(address_that_cannot_be.find(load_profile("kemerovo").latest))
[]
"""

import re
from collections.abc import Iterator

from law189.law import Citation, Entry, Text
from law189.law.act import Numbering
from law189.law.address import root_of
from law189.lints.lint import Place, Severity, declared
from law189.profile.edition import Edition

__all__ = ["address_that_cannot_be", "annex_not_approved"]


@declared(
    "L-address",
    Severity.WARNING,
    Text("адрес, которого в постановлении не может быть", "an address that the decree cannot have"),
    Text(
        "Такого приложения или пункта нет: читатель ответа его не найдёт. Исправьте cite, а если он верен — "
        "approvals или numbering.",
        "There is no such annex or item: whoever reads the answer will not find it. Mend cite, or approvals or "
        "numbering where it is right.",
    ),
)
def address_that_cannot_be(edition: Edition) -> Iterator[Place]:
    """Citations of the decree in an annex after the last one, or in parts that its numbering does not have."""
    if not edition.approvals:
        return
    annexes = [one.annex for one in edition.approvals if one.document is None or one.annex is not None]
    seen: set[str] = set()
    for cite in _cites(edition):
        if cite.act != edition.act.id or cite.address in seen:
            continue
        seen.add(cite.address)
        why = _annex(cite.address, annexes) or _numbered(cite.address, edition.act.numbering)
        if why is not None:
            yield cite, why


@declared(
    "A26",
    Severity.NOTICE,
    Text("приложение, которого постановление не утверждает", "an annex that the decree does not approve"),
    Text(
        "На приложение ссылаются, а среди утверждённых его нет, хотя есть и предыдущие, и следующие. Если "
        "постановление его утверждает, впишите его в approvals; если нет — исправьте cite.",
        "The annex is cited, and is not among those approved, though some before it and after it are. Write it in "
        "approvals where the decree approves it; otherwise mend cite.",
    ),
)
def annex_not_approved(edition: Edition) -> Iterator[Place]:
    """Annexes that are cited and missing between those that the decree approves, each once.

    An annex before the first that is approved may be brought in by a provision of the text.
    """
    approved = {one.annex for one in edition.approvals if one.annex is not None}
    seen: set[int] = set()
    for cite in _cites(edition):
        found = re.fullmatch("app([0-9]+)", root_of(cite.address))
        if cite.act != edition.act.id or found is None:
            continue
        number = int(found[1])
        if approved and min(approved) < number < max(approved) and number not in approved | seen:
            seen.add(number)
            yield cite, Text(f"не утверждено: приложение {number}", f"not approved: annex {number}")


def _annex(address: str, annexes: list[int | None]) -> Text | None:
    """That the decree has no such annex: annexes are numbered from 1 without a gap, or have no number."""
    root = root_of(address)
    found = re.fullmatch("app([0-9]*)", root)
    numbers = [number for number in annexes if number is not None]
    if found is None or not annexes:
        return None
    if found[1] and numbers and int(found[1]) > max(numbers):
        return Text(f"последнее приложение: {max(numbers)}", f"the last annex: {max(numbers)}")
    if found[1] and not numbers:
        return Text(
            "приложение у постановления одно, без номера", "the decree has one annex, without a number"
        )
    if not found[1] and None not in annexes:
        return Text("у приложений есть номера", "the annexes have numbers")
    return None


def _numbered(address: str, numbering: Numbering) -> Text | None:
    """That the numbering has no such part: nothing stands within a paragraph, or within a row of a table."""
    root = root_of(address)
    if root and root in numbering.rows and len(address.split(".")) > 3:
        return Text("в строке таблицы номеров нет", "a row of a table has no numbers within")
    steps = address.split(".")
    for place in range(2, len(steps)):
        if ".".join(steps[: place - 1]) in numbering.paragraphs:
            return Text("в абзаце номеров нет", "a paragraph has no numbers within")
    return None


def _cites(value: object) -> Iterator[Citation]:
    """Every citation that the entry holds."""
    if isinstance(value, Citation):
        yield value
    elif isinstance(value, Entry):
        for name in type(value).model_fields:
            yield from _cites(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from _cites(one)
