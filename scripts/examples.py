"""Examples of keys: for each key of a profile the shortest that a profile of the project has, as a file writes it.

A list is shown by its first entry, an entry by the keys that it must have: the rest stands in its own table.
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from ruamel.yaml import YAML

from law189.law import Entry, about
from law189.profile.loader import load_profile
from law189.profile.profile import Profile

PROJECT = Path(__file__).parent.parent
PROFILES = (
    *sorted((PROJECT / "src/law189/data/municipalities").glob("*.yaml")),
    *sorted((PROJECT / "tests/profiles/towns").glob("*.yaml")),
)
SMALL = tuple(PROJECT / "tests/profiles" / f"{name}.yaml" for name in ("small", "adopted", "amended"))
"""A profile, the acts that its municipality adopted, and the decrees that changed it: each in a file of its own."""
LAYER = ("extends", "amendments")
"""Keys of a file that are read before the edition is, so that no entry of it holds them."""

Key = tuple[str, str]
"""The class that declares a key and the key, such as `("Seat", "role")`."""


def examples() -> dict[Key, str]:
    """`key: value` of every key that some profile has, on one line of YAML."""
    found: dict[Key, str] = {}
    small = {key: value for path in SMALL for key, value in _read(path).items()}
    for written, profile in (
        *((_read(path), load_profile(str(path))) for path in PROFILES),
        (small, load_profile(small)),
    ):
        for key, line in _of_profile(written, profile):
            if key not in found or len(line) < len(found[key]):
                found[key] = line
    return found


def _read(path: Path) -> dict[str, Any]:
    values: dict[str, Any] = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    return values


def _of_profile(written: Mapping[str, Any], profile: Profile) -> Iterator[tuple[Key, str]]:
    yield from _of_entry(profile.first, written)
    for key in LAYER:
        if key in written:
            yield ("Edition", key), _line(key, _first(written[key]))
    for amendment in written.get("amendments", ()):
        for called, values in (("Amendment", amendment), *(("Change", one) for one in amendment["changes"])):
            yield from (((called, key), _line(key, _first(value))) for key, value in values.items())


def _of_entry(entry: Entry, written: Mapping[str, Any]) -> Iterator[tuple[Key, str]]:
    """Every key of the entry that is written, and of those within it."""
    for key, name in _names(entry):
        if key not in written:
            continue
        value = getattr(entry, name)
        said = about(type(entry), name)
        assert said is not None, f"{type(entry).__name__}.{name} says nothing of itself"
        yield (declaring(type(entry), name), key), _line(key, _short(value, written[key]))
        yield from _within(value, written[key])


def _within(value: object, written: object) -> Iterator[tuple[Key, str]]:
    if isinstance(value, Entry) and isinstance(written, Mapping):
        yield from _of_entry(value, written)
    elif isinstance(value, tuple) and isinstance(written, list):
        for one, text in zip(value, written, strict=True):
            yield from _within(one, text)


def _names(entry: Entry) -> Iterator[tuple[str, str]]:
    """The keys of a file beside the names of their fields."""
    yield from zip(type(entry).known_keys(), type(entry).model_fields, strict=True)


def declaring(entry: type[BaseModel], name: str) -> str:
    """The name of the class that declares the field: entries that share it share its example."""
    declared = (one for one in entry.__mro__ if name in vars(one).get("__annotations__", {}))
    return next(declared, entry).__name__.partition("[")[0]


def _short(value: object, written: Any) -> Any:
    """What is written, cut down to what must be there."""
    if isinstance(value, Entry) and isinstance(written, Mapping):
        fields = type(value).model_fields
        needed = [(key, name) for key, name in _names(value) if key in written and fields[name].is_required()]
        kept = needed or [(key, name) for key, name in _names(value) if key in written][:1]
        return {key: _short(getattr(value, name), written[key]) for key, name in kept}
    if isinstance(value, tuple) and isinstance(written, list):
        return [_short(value[0], written[0])] if value else []
    return _russian(written)


def _russian(written: Any) -> Any:
    """Words without their English."""
    return {"ru": written["ru"]} if isinstance(written, Mapping) and {"ru", "en"} == set(written) else written


def _first(written: Any) -> Any:
    """The first of a list, or the value itself."""
    return written[:1] if isinstance(written, Sequence) and not isinstance(written, str) else written


def _line(key: str, value: object) -> str:
    """The key with its value on one line of YAML."""
    return f"{key}: {_flow(value)}"


def _flow(value: object) -> str:
    """The value on one line; every mapping stands in braces, that of one key too."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(one) for one in value) + "]"
    yaml = YAML()
    yaml.default_flow_style, yaml.width, yaml.allow_unicode = True, 10_000, True
    out = io.StringIO()
    yaml.dump([value], out)
    return out.getvalue().strip().removeprefix("[").removesuffix("]")
