"""Места замечаний (places of findings): the line and the column of a file at which the decree is wrong.

A lint names an address of the decree. The entry of the profile that gave this address stands somewhere in the file;
an address that the profile does not write itself has the place of the first entry under it, or else of the act.

>>> from law189.files.nodes import tree_of
>>> from law189.lints.linter import lint
>>> from law189.profile.loader import load_profile
>>> kemerovo = load_profile("kemerovo")
>>> first = placed(lint(kemerovo)[:1], kemerovo.latest, tree_of({}))[0]
>>> first.key, first.line  # a shipped profile was never a file of yours
('plan[13].cite', None)
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from law189.files.nodes import Loc, Node, key_of
from law189.kinds import must_be
from law189.kinds.asked import asked
from law189.law import Citation, Entry
from law189.lints.linter import Finding
from law189.profile.edition import Edition

__all__ = ["Placed", "placed"]


class Placed(NamedTuple):
    """A finding, the key of the profile that it is about, and its line and column, counted from 1.

    The key is empty and the line None where the file has nothing to point at.
    """

    finding: Finding
    key: str
    line: int | None
    column: int | None


@asked
def placed(findings: Iterable[Finding], edition: Edition, tree: Node) -> tuple[Placed, ...]:
    """Each finding with its place; `tree` are the values that the edition was read from."""
    cited = list(_cited(must_be(edition, Edition), ()))
    return tuple(_place(finding, cited, tree, edition.act.id) for finding in findings)


def _place(finding: Finding, cited: list[tuple[Citation, Loc]], tree: Node, main: str) -> Placed:
    if finding.line is not None:  # a comment, which no value holds
        return Placed(finding, "", finding.line, 1)
    loc = _loc(finding.cite, cited, main)
    node, _ = tree.at(loc)
    line, column = (
        (node.line, node.column) if len(loc) > 1 else tree.keys.get("act", (node.line, node.column))
    )
    return Placed(finding, key_of(loc), line, column)


def _loc(cite: Citation, cited: list[tuple[Citation, Loc]], main: str) -> Loc:
    """Where the very citation stands, or else an equal one, or one within the address; the act where none does.

    Of another act as a whole than `main`, the decree itself, it is where the first of its provisions is cited.
    """
    for alike in (
        lambda one: one is cite,
        lambda one: one == cite,
        lambda one: one.id.startswith(f"{cite.id}."),
        lambda one: cite.address == "act" and one.act == cite.act != main,
    ):
        found = next((loc for one, loc in cited if alike(one)), None)
        if found is not None:
            return found
    return ("act",)


def _cited(entry: Entry, above: Loc) -> Iterator[tuple[Citation, Loc]]:
    """Every citation of the entry with the keys that a file writes it under."""
    for name in type(entry).model_fields:
        value = getattr(entry, name)
        key = "cite" if name == "basis" else name
        if isinstance(value, Citation):
            yield value, (*above, key)
        elif isinstance(value, Entry):
            yield from _cited(value, (*above, key))
        elif isinstance(value, tuple):
            for index, one in enumerate(value):
                if isinstance(one, Entry):
                    yield from _cited(one, (*above, key, index))
