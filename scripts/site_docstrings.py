r"""Docstrings on the site (site docstrings): their examples stand in blocks of code, as in the source.

A docstring is written for whoever reads the source. In Markdown a line of `>>>` would be a quotation.

>>> print(fenced("It adds.\n\n>>> 1 + 1\n2\n\nNo more."))
It adds.
<BLANKLINE>
```python
>>> 1 + 1
2
```
<BLANKLINE>
No more.
"""

from itertools import groupby
from typing import Any

import griffe


class Docstrings(griffe.Extension):
    """Puts the examples of every docstring into blocks of code."""

    def on_instance(self, *, obj: Any, **_: Any) -> None:
        """Change the docstring of an object that was read."""
        if obj.docstring is not None:
            obj.docstring.value = fenced(obj.docstring.value)


def fenced(docstring: str) -> str:
    """The docstring with each example in a fenced block; an example goes on to the next blank line."""
    told = []
    for example, lines in groupby(_marked(docstring.splitlines()), key=lambda pair: pair[0]):
        block = [line for _, line in lines]
        told += ["```python", *block, "```"] if example else block
    return "\n".join(told)


def _marked(lines: list[str]) -> list[tuple[bool, str]]:
    inside, marked = False, []
    for line in lines:
        inside = bool(line.strip()) and (inside or line.lstrip().startswith(">>> "))
        marked.append((inside, line))
    return marked
