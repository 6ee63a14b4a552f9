"""Переписанный файл (rewritten): a YAML or JSON file with some of its values changed, and its comments kept.

>>> print(rewritten("agenda: {value: none} # повестка", lambda file: file["agenda"].update(value="nobody")))
agenda: {value: nobody} # повестка
<BLANKLINE>
"""

import io
import json
from collections.abc import Callable
from typing import Any

from ruamel.yaml import YAML

__all__ = ["rewritten"]

WIDE = 10_000
"""No line is folded that was not folded before."""


def rewritten(text: str, change: Callable[[Any], object], *, is_json: bool = False) -> str:
    """The text after `change` was given its values and has changed them in place.

    The text is one that was read without a fault of YAML or JSON.
    """
    if is_json:
        values = json.loads(text)
        change(values)
        return json.dumps(values, ensure_ascii=False, indent=2) + "\n"
    yaml = YAML(typ="rt")
    yaml.preserve_quotes, yaml.width = True, WIDE
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.representer.add_representer(type(None), _null)
    values = yaml.load(text)
    change(values)
    out = io.StringIO()
    yaml.dump(values, out)
    return out.getvalue()


def _null(representer: Any, _: None) -> Any:
    """Nothing is written as the word for it, and not as a blank."""
    return representer.represent_scalar("tag:yaml.org,2002:null", "null")
