"""Print the largest modules and functions of the package, by lines.

`python scripts/sizes.py` prints ten of each; `python scripts/sizes.py 30` prints thirty.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

PACKAGE = Path(__file__).parent.parent / "src" / "law189"


class Size(NamedTuple):
    """How many lines a module or a function has, and what it is called."""

    lines: int
    name: str


def modules(package: Path = PACKAGE) -> list[Size]:
    """Every module by its path within the package, the largest first."""
    found = (
        Size(len(path.read_text(encoding="utf-8").splitlines()), path.relative_to(package).as_posix())
        for path in package.rglob("*.py")
    )
    return sorted(found, key=lambda size: (-size.lines, size.name))


def functions(package: Path = PACKAGE) -> list[Size]:
    """Every function and method, its docstring included and its decorators not, the largest first."""
    found = (
        Size(lines, f"{path.relative_to(package).as_posix()}:{name}")
        for path in package.rglob("*.py")
        for name, lines in _functions(ast.parse(path.read_text(encoding="utf-8")))
    )
    return sorted(found, key=lambda size: (-size.lines, size.name))


def _functions(node: ast.AST, within: str = "") -> Iterator[tuple[str, int]]:
    for inner in ast.iter_child_nodes(node):
        name = within
        if isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            name = f"{within}.{inner.name}".lstrip(".")
            if not isinstance(inner, ast.ClassDef):
                assert inner.end_lineno is not None
                yield name, inner.end_lineno - inner.lineno + 1
        yield from _functions(inner, name)


def main() -> int:
    """Print the largest of each."""
    most = int(sys.argv[1]) if sys.argv[1:] else 10
    for title, found in (("modules", modules()), ("functions", functions())):
        print(f"{title}:")
        for size in found[:most]:
            print(f"{size.lines:5} {size.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
