"""Загрузка профиля (loading a profile): a shipped name, a file or a mapping in; a checked Profile out.

All faults come at once, each with its place. Amendments at the end of the file become editions.

>>> load_profile("kemerovo").latest.working_group.quorum.basis.label.ru
'п. 5.5 прил. 3 к постановлению № 2993 от 22.09.2023'
>>> load_profile("kemerova")
Traceback (most recent call last):
    ...
law189.errors.ProfileError: kemerova: there is no such shipped profile; did you mean «kemerovo»?
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from importlib import resources
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from law189.errors import Fault, FaultyInput, ProfileError
from law189.files.disk import beside, read_file
from law189.files.given import Given, Source
from law189.files.nodes import Loc, Node, check, fault_at, in_order, tree_of
from law189.files.opened import EMPTY_NAME
from law189.files.wording import did_you_mean, word
from law189.kinds import must_be
from law189.kinds.asked import asked
from law189.law import Act, Text
from law189.law.text import in_russian
from law189.profile.amended import Amended, amended_by, place_of
from law189.profile.amendments import Amendment, apply
from law189.profile.checked import Check, own_act, taken, within
from law189.profile.edition import Edition
from law189.profile.federal import federal_acts, shipped_data
from law189.profile.layers import EXTENDS, LOOP, NO_FOLDER, layer_fault, merged, unread_layer, wrong_in
from law189.profile.naming import amending
from law189.profile.older import is_older
from law189.profile.profile import Profile

__all__ = ["load_given", "load_profile", "load_with_places", "shipped_profiles", "shipped_source"]

_AMENDMENT: TypeAdapter[Amendment] = TypeAdapter(Amendment)


def shipped_profiles() -> tuple[str, ...]:
    """The names of the profiles that come with the package."""
    return tuple(shipped_data()["municipalities"])


@asked
def shipped_source(name: str) -> str:
    """The YAML of a shipped profile, to copy and adapt. Raises `ProfileError` on another name."""
    if name not in shipped_profiles():
        raise ProfileError([_not_shipped(name)])
    file = resources.files("law189").joinpath(f"data/municipalities/{name}.yaml")
    return file.read_text(encoding="utf-8")


@asked
def load_profile(source: str | Path | Mapping[Any, Any]) -> Profile:
    """The profile of a shipped name, a `.yaml` or `.json` file, or a mapping.

    Raises `ProfileError` with every fault: unknown key, missing address, wrong type, impossible day,
    value out of range, unknown reference, doubled entry; or for a file that cannot be read at all.
    """
    return _loaded(source, places=False)[0]


def load_given(source: str | Given) -> Profile:
    """The profile of a shipped name, a file or a stream. Raises `ProfileError` as `load_profile` does."""
    return _loaded(source, places=False)[0]


def load_with_places(source: str | Path | Given | Mapping[str, Any]) -> tuple[Profile, Node]:
    """The profile, and the values of its last edition with the places at which a file or a stream has them.

    Nothing else has places. Raises `ProfileError` as `load_profile` does.
    """
    return _loaded(source, places=True)


def _loaded(source: str | Path | Given | Mapping[str, Any], *, places: bool) -> tuple[Profile, Node]:
    try:
        tree, file, path = _open(source, places=places)
        faults: list[Fault] = []
        loaded = _load(_extended(tree, file, path), file, faults)
        if faults and tree.line is None and path is not None:
            tree = read_file(path)  # JSON is read fast and without places; find them for the faults
            faults = []
            loaded = _load(_extended(tree, file, path), file, faults)
    except FaultyInput as error:
        raise ProfileError(error.faults) from None
    if faults or loaded is None:
        raise ProfileError(in_order([*_older(tree, file), *faults]))
    return loaded


def _open(source: str | Path | Given | Mapping[str, Any], *, places: bool) -> tuple[Node, str, Source | None]:
    """The values, what faults call their file, and what was read where something was."""
    if isinstance(source, Given):
        return read_file(source, places=places), str(source), source
    if isinstance(source, Mapping):
        return tree_of(source), "<mapping>", None
    path = Path(name := str(must_be(source, str, Path, Mapping)))
    if isinstance(source, str) and name in shipped_profiles():
        return tree_of(shipped_data()["municipalities"][name]), name, None
    if not name or (isinstance(source, str) and not path.suffix and not _exists(path)):
        raise FaultyInput([_not_shipped(name)])
    return read_file(path, places=places), name, path


def _not_shipped(name: str) -> Fault:
    hint = did_you_mean(name, shipped_profiles())
    words = Text(f"такого профиля в поставке нет; {hint.ru}", f"there is no such shipped profile; {hint.en}")
    return Fault(word(name) or "profile", None, None, "", words if name else EMPTY_NAME)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # such as a name that is too long
        return False


def _extended(tree: Node, file: str, path: Source | None) -> Node:
    """The profile on its layers, one beneath another. Raises `FaultyInput` where one cannot be used."""
    if not isinstance(tree.content, dict) or EXTENDS not in tree.content:
        return tree
    root = None if path is None else path.parent
    own = {path.resolve()} if isinstance(path, Path) else set()
    return merged(_layer(tree, file, root, root, own), tree)


def _layer(above: Node, file: str, root: Path | None, folder: Path | None, seen: set[Path]) -> Node:
    """The layer that a file extends, itself on the layers that it extends.

    A path is read from `folder` and may not lead out of `root`; both are None where what extends is no file.
    """
    layer: Node = above.content[EXTENDS]
    at: Loc = (EXTENDS,)
    if isinstance(layer.content, str):
        said: str = layer.content
        found = NO_FOLDER if root is None or folder is None else beside(root, folder, said)
        if found in seen:
            found = LOOP
        if isinstance(found, Text):
            raise FaultyInput([fault_at(above, file, (EXTENDS,), found)])
        above_file, file = file, str(Path(file).parent / said)
        seen, folder, at = {*seen, found}, found.parent, ()
        try:
            layer = read_file(found).of_file(file)
        except FaultyInput as error:
            raise FaultyInput(unread_layer(one, above, above_file, file) for one in error.faults) from None
    wrong = [layer_fault(layer, file, at, loc, words) for loc, words in wrong_in(layer)]
    if wrong:
        raise FaultyInput(wrong)
    return merged(_layer(layer, file, root, folder, seen), layer) if EXTENDS in layer.content else layer


def _load(tree: Node, file: str, faults: list[Fault]) -> tuple[Profile, Node] | None:
    """The profile and the values of its last edition; None with every fault added."""
    if not isinstance(tree.content, dict):
        words = Text(
            "профиль — это ключи со значениями; начните с profile: имя",
            "a profile is keys with values; begin with profile: name",
        )
        faults.append(Fault(file, tree.line, tree.column, "", words))
        return None
    base = Node(
        {k: v for k, v in tree.content.items() if k != "amendments"}, tree.line, tree.column, tree.keys
    )
    federal = federal_acts()
    acts = {**federal, **{name: act for name, act in amending(tree, file).items() if name not in federal}}
    first, told = Check(file, acts).of(base)
    faults.extend(told)
    own = own_act(base, file)
    faults.extend([] if own is None else taken(own, federal, base, file))
    taking = acts if own is None else acts | {own.id: own}
    amended = _Editions(base, Check(file, acts), taking, set(map(place_of, told)))
    for loc, node in _amendments(tree, file, faults):
        faults.extend(amended.by(loc, node))
    return None if first is None else (Profile(((date.min, first), *amended.editions)), amended.tree)


@dataclass
class _Editions:
    """Редакции: the editions that amendments make, one after another, and the values of the last.

    `taking` are the acts whose ids are taken, `told` the places of what is wrong and told already.
    """

    tree: Node
    check: Check
    taking: Mapping[str, Act]
    told: set[tuple[object, ...]]
    editions: list[tuple[date, Edition]] = field(default_factory=list)
    latest: date = date.min

    def by(self, loc: Loc, node: Node) -> Iterator[Fault]:
        """Make the edition of the amendment that stands at the place; what is wrong with it."""
        found: list[Fault] = []
        before, file = self.tree, self.check.file
        amendment: Amendment | None = check(node, _AMENDMENT, file, {}, found)
        if amendment is not None:
            self.tree = before.copy()
            found.extend(taken(amendment.act, self.taking, node, file))
            found.extend(_amend(self.tree, amendment, node, file, self.latest))
            self.latest = max(self.latest, amendment.since)
        if found or amendment is None:
            yield from within(found, loc)
            return
        self.check = amended_by(self.check, amendment, before, self.tree)
        edition, wrong = self.check.of(self.tree)
        new = [fault for fault in wrong if place_of(fault) not in self.told]
        self.told.update(map(place_of, wrong))
        yield from Amended(amendment, node, loc, before, self.tree, self.check).told(new)
        if edition is not None:
            self.editions.append((amendment.since, edition))


def _older(tree: Node, file: str) -> Iterator[Fault]:
    """That the file is of the older format, and how it is converted."""
    if is_older(tree.plain()):
        words = Text(
            "файл в формате версии 0.1; переведите его: law189 convert ФАЙЛ НОВЫЙ_ФАЙЛ",
            "the file has the format of version 0.1; convert it: law189 convert FILE NEW_FILE",
        )
        yield Fault(file, tree.line, tree.column, "", words)


def _amend(tree: Node, amendment: Amendment, node: Node, file: str, latest: date) -> Iterator[Fault]:
    """Change the tree in place; what cannot be changed is a fault."""
    if amendment.since < latest:
        words = Text(
            f"изменение с {in_russian(amendment.since)} стоит после изменения с {in_russian(latest)}; "
            "расположите по времени",
            f"the amendment since {amendment.since} stands after that since {latest}; put them in order of time",
        )
        yield fault_at(node, file, ("since",), words)
    for index, change in enumerate(amendment.changes):
        at = node.at(("changes", index))[0].content
        wrong = apply(tree, change, at.get("to"), at.get("cite"), amendment.changes)
        if wrong is not None:
            yield fault_at(node, file, ("changes", index, "at"), wrong)


def _amendments(tree: Node, file: str, faults: list[Fault]) -> Iterator[tuple[Loc, Node]]:
    listed = tree.content.get("amendments", Node([]))
    if not isinstance(listed.content, list):
        words = Text(
            "нужен список изменений (каждое с дефиса)", "a list of amendments (each after a dash) is needed"
        )
        faults.append(Fault(file, listed.line, listed.column, "amendments", words))
        return
    for index, node in enumerate(listed.content):
        yield ("amendments", index), node
