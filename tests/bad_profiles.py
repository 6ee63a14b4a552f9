"""Bad profiles: an invented decree without faults, what was changed in it, and the faults that must be told.

tests/profiles/small.yaml is the decree. Each entry of tests/profiles/bad/*.yaml has one kind of fault:

- `with`: what stands after the decree: `adopted` (adopted.yaml) or `amended` (amended.yaml);
- `change`: words that stand in it once, and what is written instead;
- `append`: what is written after its end;
- `text`: what the whole file is, instead of all that;
- `encoding`: how it is saved, UTF-8 by default; `indent`: how JSON is indented;
- `ru`, `en`: the faults, each as `line:column key: words`. Words that end in «…» may go on.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import places
from ruamel.yaml import YAML

from law189.files.disk import read_file

SMALL = places.PROFILES / "small.yaml"


class Bad(NamedTuple):
    """One bad profile: its name, its file as bytes, and the faults that it must have, by language."""

    name: str
    suffix: str
    data: bytes
    faults: dict[str, list[str]]

    def saved(self, folder: Path) -> Path:
        path = folder / f"{self.name}{self.suffix}"
        path.write_bytes(self.data)
        return path


def small() -> dict[str, Any]:
    """The invented profile as a plain mapping of one's own."""
    plain: dict[str, Any] = read_file(SMALL).plain()
    return plain


def changed(text: str, *changes: tuple[str, str]) -> str:
    """The text with some words changed; each stands in it once."""
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def bad_profiles() -> Iterator[Bad]:
    for path in sorted((places.PROFILES / "bad").glob("*.yaml")):
        suffix = ".json" if path.stem == "json" else ".yaml"
        for name, entry in YAML(typ="safe", pure=True).load(path).items():
            text = entry["text"] if "text" in entry else changed(_base(entry, suffix), *_changes(entry))
            data = (text + entry.get("append", "")).encode(entry.get("encoding", "utf-8"))
            yield Bad(name, suffix, data, {lang: entry[lang] for lang in ("ru", "en")})


def _base(entry: dict[str, Any], suffix: str) -> str:
    if suffix == ".json":
        return json.dumps(small(), ensure_ascii=False, indent=entry.get("indent", " ")) + "\n"
    files = [SMALL, *(places.PROFILES / f"{name}.yaml" for name in [entry.get("with")] if name)]
    return "".join(file.read_text(encoding="utf-8") for file in files)


def _changes(entry: dict[str, Any]) -> list[tuple[str, str]]:
    return list(entry.get("change", {}).items())
