"""The pages of the interface (api): every public name where docs/reference/public.md names it, for mkdocstrings.

`scripts/reference.py` writes the pages; the site fills them with signatures and docstrings when it is built.
"""

import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import law189

PUBLIC = Path(__file__).parent.parent / "docs" / "reference" / "public.md"
ROOMS = {
    "rules": "rules that answer",
    "workflows": "the six lifecycles",
    "casebook": "many cases",
    "audit": "judged as a whole",
    "report": "told and drawn",
    "office": "papers and workbooks",
}
"""Rooms with a page of their own; all others stand on the first page."""


def api_pages() -> Iterator[tuple[str, str]]:
    """The name and the text of each page."""
    modules = list(_public())
    own = [module for module in modules if _room(module) not in ROOMS]
    yield "api", "\n".join(_first(own)) + "\n"
    for room, said in ROOMS.items():
        lines = [
            f"# API: {said}\n",
            "Every public name of these modules; [the other pages](api.md) have the rest.\n",
        ]
        for module in modules:
            if _room(module) == room:
                lines += _of(module)
        yield f"api_{room}", "\n".join(lines) + "\n"


def _first(modules: list[ModuleType]) -> Iterator[str]:
    yield "# API\n"
    yield (
        "Every name that [may be built on](public.md), with its signature, its meaning, what it raises and its "
        "source in law. The first line of a docstring is in Russian where the law has a name for the thing.\n"
    )
    yield "\n".join(f"- [{said}](api_{room}.md)" for room, said in ROOMS.items()) + "\n"
    yield "## law189\n"
    for name in law189.__all__:
        found = getattr(law189, name)
        if isinstance(found, ModuleType):
            yield f"- `law189.{name}` is the module [`{found.__name__}`](api_workflows.md).\n"
        elif not name.startswith("__"):
            yield f"::: {found.__module__}.{found.__qualname__}\n    options: {{heading_level: 3}}\n"
    for module in modules:
        yield from _of(module)


def _of(module: ModuleType) -> Iterator[str]:
    """A module with every name of its `__all__`."""
    names = ", ".join(module.__all__)
    yield f"## {module.__name__}\n"
    options = f"{{members: [{names}], show_root_heading: false, heading_level: 2}}"
    yield f"::: {module.__name__}\n    options: {options}\n"


def _public() -> Iterator[ModuleType]:
    """Every module that the page of what is public names; `.*` stands for all that are in it."""
    table = PUBLIC.read_text(encoding="utf-8").partition("\n## Rooms to build on\n")[2].partition("\n## ")[0]
    for name in re.findall(r"^\| `(law189[\w.*]*)` \|", table, re.MULTILINE):
        package = import_module(name.removesuffix(".*"))
        yield package
        if name.endswith(".*"):
            for inner in pkgutil.iter_modules(package.__path__):
                yield import_module(f"{package.__name__}.{inner.name}")


def _room(module: ModuleType) -> str:
    return module.__name__.split(".")[1]
