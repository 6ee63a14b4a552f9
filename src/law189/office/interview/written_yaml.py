"""Значение в YAML (written): a plain value on one line, as a person would write it.

>>> written({"value": {"more_than": "1/2", "of": "list"}, "cite": "p3"})
'{value: {more_than: 1/2, of: list}, cite: p3}'
>>> written("12"), written("Кружки, секции"), written(None), written(True)
('"12"', '"Кружки, секции"', 'null', 'true')
"""

import json
import re
from typing import Any

from law189.errors import FaultyInput
from law189.files.parser import read_tree

__all__ = ["written"]

_BARE = re.compile(r"[\w(«][\w\s().«»/№+–—;!?%-]*")
"""Words that no YAML takes for anything but words; what they would be read as is looked at too."""


def written(value: Any) -> str:
    """The value in the flow form of YAML."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {written(one)}' for key, one in value.items())}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(written, value))}]"
    if isinstance(value, str):
        return value if _is_bare(value) else json.dumps(value, ensure_ascii=False)
    return json.dumps(value)


def _is_bare(said: str) -> bool:
    if not _BARE.fullmatch(said) or said != said.strip() or "  " in said or not said.isprintable():
        return False
    try:
        return bool(read_tree(f"{{a: {said}}}", "").plain() == {"a": said})
    except FaultyInput:
        return False
