"""The pages of the interface (api): every public name where docs/reference/public.md names it, for mkdocstrings.

`scripts/reference.py` writes the pages; the site fills them with signatures and docstrings when it is built.
"""

import ast
import pkgutil
import re
import runpy
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import FunctionType, ModuleType

import law189
from law189.law import Lang, Text

ROOT = Path(__file__).parent.parent
PUBLIC = ROOT / "docs" / "reference" / "public.md"
ROOMS = {
    "rules": Text("правила, которые отвечают", "rules that answer"),
    "workflows": Text("шесть жизненных циклов", "the six lifecycles"),
    "casebook": Text("много дел", "many cases"),
    "audit": Text("суждение о целом", "judged as a whole"),
    "report": Text("рассказы и рисунки", "told and drawn"),
    "office": Text("документы и книги Excel", "papers and workbooks"),
    "contrib": Text("внутри фреймворка", "inside a framework"),
}
"""Rooms with a page of their own; all others stand on the first page."""


TITLE = Text("Открытые имена", "API")
REST = Text(
    "Все открытые имена этих модулей; остальные — на [других страницах](api.ru.md).",
    "Every public name of these modules; [the other pages](api.md) have the rest.",
)
FIRST = Text(
    "Все имена, [на которых можно строить](public.ru.md): как их вызывают, что они значат, какую ошибку дают и "
    "на чём основаны. Пояснения стоят в самом коде и написаны по-английски; первая строка — по-русски, если у "
    "этого есть название в законе.",
    "Every name that [may be built on](public.md), with its signature, its meaning, what it raises and its "
    "source in law. The first line of a docstring is in Russian where the law has a name for the thing.",
)
MODULE = Text(
    "`law189.{}` — модуль [`{}`](api_workflows.ru.md).",
    "`law189.{}` is the module [`{}`](api_workflows.md).",
)


def api_pages(lang: Lang) -> Iterator[tuple[str, str]]:
    """The name and the text of each page."""
    modules = list(public_modules())
    own = [module for module in modules if _room(module) not in ROOMS]
    yield "api", "\n".join(_first(own, lang)) + "\n"
    for room, said in ROOMS.items():
        lines = [f"# {TITLE[lang]}: {said[lang]}\n", f"{REST[lang]}\n"]
        for module in modules:
            if _room(module) == room:
                lines += _of(module)
        yield f"api_{room}", "\n".join(lines) + "\n"


def _first(modules: list[ModuleType], lang: Lang) -> Iterator[str]:
    yield f"# {TITLE[lang]}\n"
    yield f"{FIRST[lang]}\n"
    ends = ".ru.md" if lang == "ru" else ".md"
    yield "\n".join(f"- [{said[lang]}](api_{room}{ends})" for room, said in ROOMS.items()) + "\n"
    yield "## law189\n"
    for name in getattr(law189, "__all__"):  # noqa: B009  # mypy reads the list, which has none
        found = getattr(law189, name)
        if isinstance(found, ModuleType):
            yield f"- {MODULE[lang].format(name, found.__name__)}\n"
        elif not name.startswith("__"):
            yield f"::: {found.__module__}.{found.__qualname__}\n    options: {{heading_level: 3}}\n"
    for module in modules:
        yield from _of(module)


def _of(module: ModuleType) -> Iterator[str]:
    """A module with every name of its `__all__`; what it has from elsewhere stands where it is made."""
    elsewhere = [name for name in module.__all__ if _is_hidden(module, name)]
    names = ", ".join(name for name in module.__all__ if name not in elsewhere)
    options = (
        f"{{members: [{names}], show_root_heading: false, show_root_toc_entry: false, heading_level: 2}}"
    )
    yield f"## {module.__name__}\n"
    yield f"::: {module.__name__}\n    options: {options}\n"
    yield from (f"::: {origin(module, name)}\n    options: {{heading_level: 3}}\n" for name in elsewhere)


def _is_hidden(module: ModuleType, name: str) -> bool:
    """Whether the name would not be shown under its module: imported into a file, or called as a file beside it."""
    package = getattr(module, "__path__", None)
    beside = {inner.name for inner in pkgutil.iter_modules(package)} if package else set()
    return name in beside if package else not origin(module, name).startswith(f"{module.__name__}.")


def origin(module: ModuleType, name: str) -> str:
    """The full name of what is made elsewhere, where it is made."""
    found = getattr(module, name)
    if isinstance(found, ModuleType):  # the file of that name was imported after what it is named by
        return f"{found.__name__}.{name}" if hasattr(found, name) else found.__name__
    if isinstance(found, type | FunctionType):
        return f"{found.__module__}.{found.__qualname__}"
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and name in {alias.asname or alias.name for alias in node.names}:
            return f"{node.module}.{name}"
    return f"{module.__name__}.{name}"


def public_modules() -> Iterator[ModuleType]:
    """Every module of the page of what is public; `.*` stands for all that are in it, `.**` for its rooms too."""
    runpy.run_path(str(ROOT / "conftest.py"))  # Django is set up before what is made of it is imported
    table = PUBLIC.read_text(encoding="utf-8").partition("\n## Rooms to build on\n")[2].partition("\n## ")[0]
    for name in re.findall(r"^\| `(law189[\w.*]*)` \|", table, re.MULTILINE):
        package = import_module(name.rstrip(".*"))
        yield package
        walk = pkgutil.walk_packages if name.endswith("**") else pkgutil.iter_modules
        for inner in walk(package.__path__ if name.endswith("*") else (), f"{package.__name__}."):
            module = import_module(inner.name)
            if hasattr(module, "__all__"):
                yield module


def _room(module: ModuleType) -> str:
    return module.__name__.split(".")[1]
