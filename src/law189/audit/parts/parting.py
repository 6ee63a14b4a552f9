"""Части (parting): which histories name one another, so that a file too large for memory is audited part by part.

A certificate and its contracts name one another by number, and certificates of one consumer by its file; such cases
stand in one part, whatever its number, and so do those whose numbers only look the same. Orders, entries of the
register and agreements are few, and every other case may look at them: they stand in the core, which every part
sees. A meeting is named by no other case.

    core    orders, entries of the register, agreements: judged once, shown to every part as it stood at each line
    part 1  certificates with their contracts, by number and by consumer; meetings
    part 2  …
    sums    shares of orders, certificates of a term, what contracts give and rendered: added up over all parts in
            the order of their lines, from what each step of a part has added (`law189.casebook.shelf.apart`)

Which histories go together is found with numbers on disk, so that memory does not grow with them.
"""

from array import array
from collections.abc import Callable, Iterator
from hashlib import blake2b
from pathlib import Path

from law189.audit.lines.not_read import NotRead
from law189.casebook.extracted import ASKED
from law189.casebook.keys import BY, GIVEN, By, Key, alike, number
from law189.casebook.line import Line
from law189.cases.history import Event
from law189.law import Source
from law189.workflows import agreement, certificate, order, selection

__all__ = ["CORE", "Companions", "keys_named", "node_of"]

CORE = 0
"""The node with which everything of the core goes."""
HELD = 4096
"""So many pairs of a history and a node are held in memory; the others wait on the disk."""
IN_CORE = frozenset(cycle.lifecycle.name for cycle in (order, selection, agreement))
TOGETHER = {Source.CERTIFICATE: By.CERTIFICATE, Source.CONTRACT: By.CONTRACT}


def keys_named(line: Line) -> Iterator[Key]:
    """The numbers by which the case of the line is found, or names another one, where both stand in one part."""
    event = line.event
    for key in _given(event):
        look = alike(*key)
        yield key
        if look is not None:
            yield look
    for name, source in ASKED.get(type(event), ()):
        if source in TOGETHER:
            handed, named = getattr(event, name), line.refers_to.get(name)
            if handed is not None:
                yield number(BY[source], handed.number)
            if named is not None:
                look = alike(BY[source], named)
                yield number(BY[source], named)
                if look is not None:
                    yield look


def _given(event: Event) -> Iterator[Key]:
    """The numbers that the step gives its case."""
    given = GIVEN.get(type(event))
    if given is not None:
        by, fact = given
        yield number(by, getattr(event, fact))
    if isinstance(event, certificate.AppliedFor):
        yield number(By.CONSUMER, event.recipient.file)


def nodes_of(line: Line | NotRead) -> Iterator[int]:
    """The nodes with which the history of the line goes."""
    if line.lifecycle in IN_CORE:
        yield CORE
        return
    for key in _of_unread(line) if isinstance(line, NotRead) else keys_named(line):
        yield node_of(f"{key.by.value} {key.value}")


def _of_unread(line: NotRead) -> Iterator[Key]:
    return iter(() if line.key is None else (line.key,))


def node_of(words: str) -> int:
    """A number for the words, never that of the core; that two words have one harms nothing, they go together."""
    return int.from_bytes(blake2b(words.encode(errors="surrogatepass"), digest_size=8).digest()) or 1


class Companions:
    """Кто с кем вместе: pairs of a history and a node on disk, in buckets; each history gets the least label.

    A label goes from a history to its nodes and from a node to its histories until nothing changes. Files are made
    in the folder; the caller removes it.
    """

    def __init__(self, folder: Path, buckets: int) -> None:
        self._folder, self._buckets = folder, buckets
        self._by_node = _Triples(folder / "nodes", buckets)

    def add(self, history: int, line: Line | NotRead) -> None:
        """Note the nodes that a line of the history names."""
        for node in nodes_of(line):
            self._by_node.put(node, history, CORE if node == CORE else history)

    def labels(self) -> Callable[[int], dict[int, int]]:
        """The label of every history that names a node, by the bucket of its number; others are alone."""
        changed, by_node, turn = True, self._by_node, 0
        while True:
            by_history = _Triples(self._folder / f"histories{turn}", self._buckets)
            changed = by_node.least_into(by_history)
            by_node.remove()
            by_node = _Triples(self._folder / f"nodes{turn}", self._buckets)
            changed = by_history.least_into(by_node) or changed
            if not changed:
                by_node.remove()
                return lambda bucket: by_history.least(bucket)[0]
            by_history.remove()
            turn += 1


class _Triples:
    """Three numbers each on disk, in buckets by the first: of what, with what, and the label."""

    def __init__(self, path: Path, buckets: int) -> None:
        self._most = 3 * max(1, HELD // buckets)
        self._path, self._held = path, [array("Q") for _ in range(buckets)]
        self._seen: list[set[tuple[int, int]]] = [set() for _ in range(buckets)]

    def put(self, of: int, other: int, label: int) -> None:
        bucket = of % len(self._held)
        held, seen = self._held[bucket], self._seen[bucket]
        if (of, other) in seen:
            return
        seen.add((of, other))
        held.extend((of, other, label))
        if len(held) >= self._most:
            with self._file(bucket).open("ab") as file:
                held.tofile(file)
            del held[:]
            seen.clear()

    def least(self, bucket: int) -> tuple[dict[int, int], "array[int]"]:
        """The least label of each number of the bucket, and all triples of it."""
        found, file = array("Q"), self._file(bucket)
        if file.exists():
            found.frombytes(file.read_bytes())
        found.extend(self._held[bucket])
        labels: dict[int, int] = {}
        for at in range(0, len(found), 3):
            of, label = found[at], found[at + 2]
            if labels.get(of, label) >= label:
                labels[of] = label
        return labels, found

    def least_into(self, turned: "_Triples") -> bool:
        """Give every pair the least label of its first number, the other way round; whether any label changed."""
        changed = False
        for bucket in range(len(self._held)):
            labels, found = self.least(bucket)
            for at in range(0, len(found), 3):
                label = labels[found[at]]
                changed = changed or label != found[at + 2]
                turned.put(found[at + 1], found[at], label)
        return changed

    def remove(self) -> None:
        for bucket in range(len(self._held)):
            self._file(bucket).unlink(missing_ok=True)

    def _file(self, bucket: int) -> Path:
        return self._path.with_name(f"{self._path.name}.{bucket}")
