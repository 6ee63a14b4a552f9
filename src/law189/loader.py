"""Загрузка профиля (loading a profile): a shipped name, a file or a mapping in; a checked Profile out.

All faults come at once, each with its place. Amendments at the end of the file become editions.

>>> load_profile("kemerovo").working_group.quorum.basis.label.ru
'п. 5.5 прил. 3 к постановлению № 2993 от 22.09.2023'
>>> load_profile("kemerova")
Traceback (most recent call last):
    ...
law189.errors.ProfileError: kemerova: there is no such shipped profile; did you mean «kemerovo»?
"""

import copy
import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from pydantic import TypeAdapter

from law189.amendments import Amendment, apply, names_of
from law189.errors import Fault, FaultyInput, ProfileError
from law189.federal import federal_acts, shipped_data
from law189.law import Act, ActLabel, Citation, Text, UnknownProvision, flaw
from law189.profile import Profile
from law189.reader import SIZE, Loc, Node, check, did_you_mean, fault_at, stop, tree_of

__all__ = ["load_profile", "read_file", "read_lines", "read_one", "shipped_profiles"]

T = TypeVar("T")


_PROFILE: TypeAdapter[Profile] = TypeAdapter(Profile)
_ACT: TypeAdapter[Act] = TypeAdapter(Act)
_AMENDMENT: TypeAdapter[Amendment] = TypeAdapter(Amendment)


def shipped_profiles() -> tuple[str, ...]:
    """The names of the profiles that come with the package."""
    return tuple(shipped_data()["municipalities"])


def load_profile(source: str | Path | Mapping[str, Any]) -> Profile:
    """The profile of a shipped name, a `.yaml` or `.json` file, or a mapping.

    Raises `ProfileError` with every fault: unknown key, missing address, wrong type, impossible day,
    value out of range, unknown reference, doubled entry; or for a file that cannot be read at all.
    """
    try:
        tree, file = _open(source)
    except FaultyInput as error:
        raise ProfileError(error.faults) from None
    faults: list[Fault] = []
    profile = _load(tree, file, faults)
    if faults and tree.line is None and isinstance(source, str | Path) and file != source:
        tree = read_file(Path(file))  # JSON is read fast and without places; find them for the faults
        faults = []
        profile = _load(tree, file, faults)
    if faults or profile is None:
        raise ProfileError(faults)
    return profile


def read_file(path: Path, *, places: bool = True) -> Node:
    """The values of a YAML or JSON file. Raises `FaultyInput` where it cannot be read."""
    from law189.parser import read_bytes, read_tree  # slow to import, and shipped profiles do not need it

    file = str(path)
    try:
        with path.open("rb") as opened:
            data = opened.read(SIZE + 1)
    except OSError as error:
        _unopened(file, error)
    text = read_bytes(data, file)
    if not places and path.suffix == ".json":
        try:
            return tree_of(json.loads(text, object_pairs_hook=_once))
        except (ValueError, RecursionError):
            pass  # the slow reader says where and why
    return read_tree(text, file)


def read_one(path: Path, adapter: TypeAdapter[T]) -> Iterator[tuple[int, T | FaultyInput]]:
    """The one value of a YAML or JSON file, with its line, or what is wrong with it.

    Raises `FaultyInput` where the file cannot be read at all.
    """
    faults: list[Fault] = []
    tree = read_file(path)
    value = check(tree, adapter, str(path), {}, faults)
    yield tree.line or 1, FaultyInput(faults) if faults else value


def read_lines(path: Path, adapter: TypeAdapter[T]) -> Iterator[tuple[int, T | FaultyInput]]:
    """Each line of a JSON Lines file, with its number, or what is wrong with it; empty lines are skipped.

    Raises `FaultyInput` where the file does not open.
    """
    try:
        opened = path.open("rb")
    except OSError as error:
        _unopened(str(path), error)
    with opened:
        for number, data in enumerate(iter(lambda: opened.readline(SIZE + 1), b""), start=1):
            if data.strip():
                yield number, _line(data, number, str(path), adapter)


def _line(data: bytes, number: int, file: str, adapter: TypeAdapter[T]) -> T | FaultyInput:
    from law189.parser import read_bytes, read_tree  # slow to import

    faults: list[Fault] = []
    try:
        text = read_bytes(data, file)
        try:
            tree = tree_of(json.loads(text, object_pairs_hook=_once))
            value: T | None = check(tree, adapter, file, {}, faults)
            if value is not None:
                return value
            faults.clear()
        except (ValueError, RecursionError, FaultyInput):
            pass  # the slow reader says where and why
        value = check(read_tree(text, file), adapter, file, {}, faults)
        if value is not None:
            return value
    except FaultyInput as error:
        faults = list(error.faults)
    return FaultyInput(Fault(f.file, number, f.column, f.key, f.text) for f in faults)


def _unopened(file: str, error: OSError) -> NoReturn:
    reason = error.strerror or str(error)
    stop(
        file,
        f"файл не открывается ({reason}); проверьте имя и права",
        f"the file does not open ({reason}); check its name and permissions",
    )


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key is given twice")
    return found


def _open(source: str | Path | Mapping[str, Any]) -> tuple[Node, str]:
    if isinstance(source, Mapping):
        return tree_of(source), "<mapping>"
    if not isinstance(source, str | Path):
        raise TypeError(f"a profile is a shipped name, a path or a mapping, not {type(source).__name__}")
    name = str(source)
    if isinstance(source, str) and name in shipped_profiles():
        return tree_of(shipped_data()["municipalities"][name]), name
    if isinstance(source, str) and not Path(name).suffix and not Path(name).exists():
        hint = did_you_mean(name, shipped_profiles())
        stop(
            name,
            f"такого профиля в поставке нет; {hint.ru}",
            f"there is no such shipped profile; {hint.en}",
        )
    return read_file(Path(name), places=False), name


def _load(tree: Node, file: str, faults: list[Fault]) -> Profile | None:
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
    acts = dict(federal_acts())
    profile = _check(base, file, acts, faults)
    editions: list[tuple[date, Profile]] = []
    amended = copy.deepcopy(base)
    for loc, node in _amendments(tree, file, faults):
        amendment = check(node, _AMENDMENT, file, {}, found := [])
        faults.extend(_within(found, loc))
        if amendment is None:
            continue
        acts[amendment.act.id] = amendment.act
        found = []
        if editions and amendment.since < editions[-1][0]:
            words = Text(
                f"изменение с {amendment.since} стоит после более позднего; расположите по времени",
                f"the amendment since {amendment.since} stands after a later one; put them in order of time",
            )
            found.append(fault_at(node, file, ("since",), words))
        for index, change in enumerate(amendment.changes):
            wrong = apply(amended, change, node.at(("changes", index, "to"))[0])
            if wrong is not None:
                place = fault_at(node, file, ("changes", index, "at"), wrong)
                found.append(place)
        faults.extend(_within(found, loc))
        if not found and (edition := _check(amended, file, acts, faults)) is not None:
            editions.append((amendment.since, edition))
        amended = copy.deepcopy(amended)
    return profile and profile.with_editions(tuple(editions))


def _amendments(tree: Node, file: str, faults: list[Fault]) -> Iterator[tuple[Loc, Node]]:
    listed = tree.content.get("amendments", Node([]))
    if not isinstance(listed.content, list):
        words = Text("нужен список изменений", "a list of amendments is needed")
        faults.append(Fault(file, listed.line, listed.column, "amendments", words))
        return
    for index, node in enumerate(listed.content):
        yield ("amendments", index), node


def _within(found: list[Fault], loc: Loc) -> Iterator[Fault]:
    for fault in found:
        key = f"{loc[0]}[{loc[1]}]" + (f".{fault.key}" if fault.key else "")
        yield Fault(fault.file, fault.line, fault.column, key, fault.text)


def _check(tree: Node, file: str, acts: dict[str, Act], faults: list[Fault]) -> Profile | None:
    """The checked edition, or None with all its faults added."""
    found: list[Fault] = []
    own = check(tree.content.get("act", Node(None)), _ACT, file, {}, [])
    main = own or _UNREADABLE
    known = {**acts, main.id: main}

    def cite(address: str) -> Citation:
        act, _, within = address.rpartition("/")
        if act and act not in known:
            hint = did_you_mean(act, known)
            raise flaw(
                "unknown_act",
                f"акт «{act}» не известен; {hint.ru}",
                f"the act «{act}» is not known; {hint.en}",
            )
        try:
            return known[act or main.id].cite(within)
        except UnknownProvision:
            raise flaw(
                "address_form",
                f"адрес «{address}» не той формы; пишите как p3.1, app3.5.5 или art20.part1",
                f"the address «{address}» has a wrong form; write it like p3.1, app3.5.5 or art20.part1",
            ) from None

    context = {
        "cite": cite,
        "acts": known,
        **{what: _ids(tree, what) for what in ("bodies", "stages", "goals")},
    }
    profile: Profile | None = check(tree, _PROFILE, file, context, found)
    found.extend(_doubled(tree, file))
    faults.extend(fault for fault in found if fault not in faults)
    return None if found else profile


_UNREADABLE = Act(
    id="act",
    number="?",
    date=date.min,
    title=Text("?", "?"),
    label=ActLabel(ru="акт", of="акта", to="акту", en="the act"),
)
_LISTS: tuple[Loc, ...] = (
    ("acts",),
    ("bodies",),
    ("services",),
    ("excluded_schools",),
    ("documents",),
    ("systems",),
    ("stages",),
    ("plan",),
    ("goals",),
    ("indicators",),
    ("working_group", "seats"),
    ("working_group", "tasks"),
    ("working_group", "powers"),
    ("working_group", "functions"),
)


def _ids(tree: Node, what: str) -> list[Any]:
    listed = tree.content.get(what, Node([])).content
    entries = listed if isinstance(listed, list) else []
    return [e.content["id"].content for e in entries if isinstance(e.content, dict) and "id" in e.content]


def _doubled(tree: Node, file: str) -> Iterator[Fault]:
    """An entry that a list has twice under one name."""
    for path in _LISTS:
        listed, found = tree.at(path)
        if found != path or not isinstance(listed.content, list):
            continue
        seen: set[str] = set()
        for index, entry in enumerate(listed.content):
            name = next(names_of(entry), None)
            if name in seen:
                words = Text(
                    f"«{name}» указано дважды; оставьте одну запись",
                    f"«{name}» is listed twice; keep one entry",
                )
                yield fault_at(tree, file, (*path, index), words)
            elif name is not None:
                seen.add(name)
