"""Ошибки изменённой редакции (amended): what is wrong since an amendment is told of it, with what to add to it.

A line that was right in the edition before stays right there: what is to be mended is the amendment, which took out
something that is still named.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from law189.errors import Fault
from law189.files.hint import entry
from law189.files.nodes import FAULTS, Loc, Node, fault_at, key_of
from law189.law import Text
from law189.law.text import in_russian
from law189.profile.amendments import Amendment, Change, apply, inner_of, is_cited, names_of
from law189.profile.checked import Check
from law189.profile.entries import REFERRED, ids, listed
from law189.profile.references import Gone

__all__ = ["Amended", "amended_by", "place_of"]

Step = tuple[Node, int | str, Node]
"""What holds a value, under which key or number, and the value."""
EMPTY_IS_ALL = ("services", "numbers")
"""The lists of services that stand for all services where they are empty."""


def place_of(fault: Fault) -> tuple[object, ...]:
    """Where a fault stands: in the file, or where it has no place there by its key."""
    return (fault.key,) if fault.line is None else (fault.file, fault.line, fault.column)


def _said(fault: Fault) -> tuple[object, ...]:
    return (*place_of(fault), fault.text)


def amended_by(check: Check, amendment: Amendment, before: Node, after: Node) -> Check:
    """What checks the edition of the amendment, which was checked so before it."""
    gone = _still_gone(check.gone, before, after, _since(amendment))
    return replace(check, by=(*check.by, (amendment.since, amendment.act)), gone=gone)


def _still_gone(gone: Gone, before: Node, after: Node, since: Text) -> Gone:
    """What is gone from the lists after an amendment: what it took out, and what went earlier and is not back."""
    found: dict[str, dict[Any, Text]] = {}
    for what in (*REFERRED, "acts", "approvals"):
        held = _named(after, what)
        known = {**dict.fromkeys(_named(before, what), since), **gone.get(what, {})}
        found[what] = {one: told for one, told in known.items() if one not in held}
    return found


def _since(amendment: Amendment) -> Text:
    """Since when the amendment holds, and its act."""
    act, since = amendment.act.whole.label, amendment.since
    return Text(f"с {in_russian(since)} ({act.ru})", f"since {since.isoformat()} ({act.en})")


def _named(tree: Node, what: str) -> set[Any]:
    """What the entries of a list are referred to by."""
    if what == "acts":
        return {
            name for one in ("acts", "adopted") for _, node in listed(tree, one) for name in names_of(node)
        }
    return set(ids(tree, what))


@dataclass(frozen=True)
class Amended:
    """Изменённая редакция: an amendment, where it stands, the values before and after it, and what checks them."""

    amendment: Amendment
    node: Node
    loc: Loc
    before: Node
    after: Node
    check: Check

    def told(self, found: Sequence[Fault]) -> Iterator[Fault]:
        """Each fault of the edition: of the amendment where a value that it did not bring is wrong since it."""
        brought = list(self._brought())
        own = [one for one in found if not self._is_brought(one, brought) and one.key]
        yield from (one for one in found if one not in own)
        if own:
            yield from self._mended(own)

    def _brought(self) -> Iterator[Node]:
        """The values of the edition that the amendment wrote."""
        for change in self.amendment.changes:
            if change.do == "repeal":
                continue
            steps = list(_along(self.after, change.at))
            if len(steps) < len(change.at):
                continue
            held = steps[-1][2]
            given = change.to
            yield from [held] if change.do == "set" else [one for one in held.content if one.plain() == given]
            if change.cite is not None:
                yield from (up.content["cite"] for up, _, _ in steps if is_cited(up))

    def _is_brought(self, fault: Fault, brought: Iterable[Node]) -> bool:
        path = [node for _, _, node in _at(self.after, fault.key)]
        return any(node is one for node in path for one in brought)

    # ─── Что добавить к изменению ────────────────────────────────────────────────────────────────────────

    def _mended(self, faults: list[Fault]) -> Iterator[Fault]:
        """The faults with their cures, and those that come to light only when these are mended."""
        tree, left, known = self.after.copy(), faults, set(map(_said, faults))
        told: list[_Told] = []
        while left:
            told += _cured(self.check, tree, left)
            left = [one for one in self.check.of(tree)[1] if one.key and _said(one) not in known][:FAULTS]
            known.update(map(_said, left))
        at = self._culprits({one.key for one in faults})
        cures = [one.cure for one in told if one.cure is not None]
        for one in told:
            culprit = at.get(one.fault.key, at[faults[0].key])
            yield self._words(one, _widest(one.cure, cures), culprit)

    def _culprits(self, keys: set[str]) -> dict[str, int | None]:
        """Which change makes each key wrong: that without which it is not; None where several do."""
        changes = self.amendment.changes
        if len(changes) == 1:
            return dict.fromkeys(keys, 0)
        found: dict[str, int | None] = {}
        for index in range(len(changes)):
            kept = [one for place, one in enumerate(changes) if place != index]
            tree = self.before.copy()
            if all(apply(tree, one, beside=changes) is None for one in kept):
                found = {**dict.fromkeys(keys - self.check.wrong(tree), index), **found}
        return {key: found.get(key) for key in keys}

    def _words(self, told: "_Told", cure: Change | None, culprit: int | None) -> Fault:
        """The fault as one of the amendment: in which edition what is wrong, why, and what to do."""
        fault, since = told.fault, _since(self.amendment)
        where = _where(told.tree, fault.key)
        why = Text(fault.text.ru.removesuffix(f" {since.ru}"), fault.text.en.removesuffix(f" {since.en}"))
        line = Text("") if fault.line is None else Text(f" (строка {fault.line})", f" (line {fault.line})")
        added, kept = self._added(cure), self._kept(culprit)
        words = Text(
            f"в редакции {since.ru} неверно {where}{line.ru}: {why.ru}; {added.ru}укажите там другое (do: set) "
            f"{kept.ru}",
            f"in the edition {since.en} {where}{line.en} is wrong: {why.en}; {added.en}set another value there "
            f"(do: set) {kept.en}",
        )
        at: Loc = () if culprit is None else ("changes", culprit, "at")
        placed = fault_at(self.node, self.check.file, at, words)
        return Fault(placed.file, placed.line, placed.column, key_of((*self.loc, *at)), words)

    def _added(self, cure: Change | None) -> Text:
        """That the change is to be added, as the file writes one; nothing where none is known."""
        if cure is None:
            return Text("")
        hint = entry(cure.model_dump(exclude_unset=True, mode="json"))
        said = hint.in_json() if self.node.quoted else hint
        return Text(
            f"добавьте в это изменение {said.ru.removeprefix('пишите ')}, ",
            f"add to this amendment {said.en.removeprefix('write ')}, ",
        )

    def _kept(self, culprit: int | None) -> Text:
        """That the amendment itself may be other: without the repeal that makes it wrong, where that is one."""
        change = None if culprit is None else self.amendment.changes[culprit]
        if change is None or change.do != "repeal":
            return Text("или исправьте само изменение", "or mend the amendment itself")
        path = ", ".join(change.at)
        return Text(f"или не исключайте {path}", f"or do not repeal {path}")


@dataclass(frozen=True)
class _Told:
    """A fault, the values in which it is named, and what mends it; None where no repeal does."""

    fault: Fault
    tree: Node
    cure: Change | None


def _cured(check: Check, tree: Node, faults: list[Fault]) -> list[_Told]:
    """Each of the faults with what mends it; the values are mended in place, the last of a list first."""
    found: list[_Told] = []
    left = list(faults)
    while left:
        fault, stands = left.pop(), tree.copy()
        cure = _cure(check, tree, fault.key)
        found.append(_Told(fault, stands, cure))
        if cure is not None:
            wrong = check.wrong(tree)
            found += [_Told(one, stands, cure) for one in left if one.key not in wrong]
            left = [one for one in left if one.key in wrong]
    return sorted(found, key=lambda told: faults.index(told.fault))


def _widest(cure: Change | None, cures: Iterable[Change]) -> Change | None:
    """Of the repeals that take out what this one does the one that takes out most: with it this one is done."""
    if cure is None:
        return None
    return min((one for one in cures if one.at == cure.at[: len(one.at)]), key=lambda one: len(one.at))


def _cure(check: Check, tree: Node, key: str) -> Change | None:
    """The least repeal that mends what is wrong at the key and makes nothing wrong beside it, done in place."""
    known = check.wrong(tree)
    steps = list(_at(tree, key))
    for depth in range(len(steps), 0, -1):
        change = _repeal(tree, steps[:depth])
        if change is None:
            continue
        tried = tree.copy()
        if apply(tried, change) is not None:
            continue
        gone, above = (key_of(step for _, step, _ in steps[:end]) for end in (depth, depth - 1))
        wrong = check.wrong(tried)
        if key not in wrong and not (wrong - known) & {gone, above}:
            tree.content = tried.content
            return change
    return None


def _repeal(tree: Node, steps: list[Step]) -> Change | None:
    """The change that takes out the last of the steps; None where it may not go or has no name of its own."""
    at = _names(steps)
    if at is None or not _may_go(*steps[-1]):
        return None
    if apply(tree.copy(), change := Change(do="repeal", at=at)) is None:
        return change
    holder = next((up for up, _, _ in reversed(steps) if is_cited(up)), None)
    return None if holder is None else Change(do="repeal", at=at, cite=str(holder.content["cite"].content))


def _may_go(holder: Node, step: int | str, node: Node) -> bool:
    """Whether the file may be left without it and say no more than it did: no whole list, nor the last of one."""
    if isinstance(step, int):
        return isinstance(node.content, dict) or len(holder.content) > 1
    if isinstance(node.content, list):
        return step not in EMPTY_IS_ALL and all(not isinstance(one.content, dict) for one in node.content)
    return not isinstance(node.content, dict) or is_cited(node)


def _where(tree: Node, key: str) -> str:
    """The place as an amendment names it: by the names of the entries, down to what has one; else its key."""
    steps = list(_at(tree, key))
    while steps and isinstance(steps[-1][1], int) and not isinstance(steps[-1][2].content, dict):
        steps.pop()
    named = _names(steps)
    return ", ".join(named) if named else key


def _names(steps: list[Step]) -> tuple[str, ...] | None:
    """The path of an amendment to the last of the steps; None where an entry has no name of its own."""
    found: list[str] = []
    for holder, step, node in steps:
        if isinstance(step, str):
            found.append(step)
            continue
        name = next((one for one in names_of(node) if inner_of(holder, one) is node), None)
        if name is None:
            return None
        found.append(name)
    return tuple(found)


def _along(tree: Node, at: Sequence[str]) -> Iterator[Step]:
    """The steps of the path of a change, as far as it leads."""
    node = tree
    for step in at:
        inner = inner_of(node, step)
        if not isinstance(inner, Node):
            return
        yield node, step, inner
        node = inner


def _at(tree: Node, key: str) -> Iterator[Step]:
    """The steps to the value of that key, such as `plan[0].term`, as far as it leads."""
    node = tree
    loc: Loc = ()
    while True:
        step = next((one for one in _steps(node) if _begins(key, key_of((*loc, one)))), None)
        if step is None:
            return
        inner = node.content[step]
        yield node, step, inner
        node, loc = inner, (*loc, step)


def _steps(node: Node) -> Iterable[int | str]:
    if isinstance(node.content, dict):
        return tuple(node.content)
    return range(len(node.content)) if isinstance(node.content, list) else ()


def _begins(key: str, above: str) -> bool:
    return key == above or key.startswith((f"{above}.", f"{above}["))
