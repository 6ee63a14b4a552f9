"""Break every rule and every workflow on purpose, one small change at a time, and count what the tests notice.

`python benchmarks/mutation.py` (needs `pip install cosmic-ray`) mutates each module of `rules/` and `workflows/`
in copies of the tree, runs the tests that answer for it, then on what survived those of the lifecycles that use it
and all tests of both rooms, and prints the score and the survivors. Name modules to try only those: `rules.quorum
workflows.order`; `EVERY=5` tries every fifth change. A change that keeps the tests running past their time is told
apart and does not count as noticed. Before a module is changed, two things are asked of its tests: that they pass
as it is, and that they notice a line that raises; so the copy is what they import.
"""

import os
import re
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from enum import Enum, auto
from pathlib import Path
from queue import Queue
from tempfile import mkdtemp
from typing import NamedTuple

from cosmic_ray.ast import ast_nodes, get_ast_from_path
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

ROOT = Path(__file__).parent.parent
ROOMS = ("rules", "workflows")
SKIPPED = ("VariableReplacer", "VariableInserter", "ExceptionReplacer")
"""Operators that need a choice of names."""
NEAREST = {
    "Comparison": (
        "Eq_NotEq",
        "NotEq_Eq",
        "Lt_LtE",
        "LtE_Lt",
        "Gt_GtE",
        "GtE_Gt",
        "Is_IsNot",
        "IsNot_Is",
        "In_NotIn",
    ),
    "Binary": ("Add_Sub", "Sub_Add", "Mul_Div", "Div_Mul", "FloorDiv_Mul", "Mod_Mul", "BitAnd_BitOr"),
}
"""Of each operator only its nearest neighbour, which is hardest to notice; `X | None` is left as it is."""
OWN_SECONDS, ALL_SECONDS = 120, 1200
"""How long the tests of one module may take, and those of both rooms."""
LIFECYCLES = ("agreement", "certificate", "contract", "meeting", "order", "selection")
WORKERS = os.cpu_count() or 1
NO_PLUGINS = "HYPOTHESIS_NO_PLUGINS"


UNCHANGED, DEADLY = "", "raise"
"""Two operators of this file: no change at all, and a last line that raises."""


class Outcome(Enum):
    """What the tests said of a change."""

    NOTICED = auto()
    SURVIVED = auto()
    OUT_OF_TIME = auto()


class Mutant(NamedTuple):
    """One change: the module, the operator, which of the places it fits, and the line of that place."""

    module: str
    operator: str
    occurrence: int = 0
    line: int = 0

    def __str__(self) -> str:
        text = (ROOT / path_of(self.module)).read_text(encoding="utf-8").splitlines()[self.line - 1].strip()
        return f"line {self.line}, {self.operator.removeprefix('core/')} {self.occurrence}: {text}"


def modules(named: list[str]) -> Iterator[str]:
    """The modules to mutate, such as `rules.quorum`."""
    library = ROOT / "src/law189"
    paths = [path for room in ROOMS for path in sorted((library / room).rglob("*.py"))]
    found = [".".join(path.relative_to(library).with_suffix("").parts) for path in paths]
    yield from (name for name in found if not name.endswith("__init__") and (not named or name in named))


def path_of(module: str) -> str:
    """The module's file within the tree."""
    return f"src/law189/{module.replace('.', '/')}.py"


def mutants(module: str) -> Iterator[Mutant]:
    """Every change that the operators can make to the module."""
    nodes = list(ast_nodes(get_ast_from_path(ROOT / path_of(module))))
    lines = (ROOT / path_of(module)).read_text(encoding="utf-8").splitlines()
    for name in operator_names():
        if _telling(name):
            operator = get_operator(name)()
            places = (place for node in nodes for place in operator.mutation_positions(node))
            for number, ((line, column), _) in enumerate(places):
                if lines[line - 1][column : column + 2] != "*,":  # the mark of keyword-only facts
                    yield Mutant(module, name, number, line)


def _telling(operator: str) -> bool:
    """Whether the operator makes a change worth trying."""
    for what, nearest in NEAREST.items():
        if f"Replace{what}Operator_" in operator:
            return operator.endswith(tuple(f"Operator_{pair}" for pair in nearest))
    return not any(word in operator for word in SKIPPED)


def own_tests(module: str) -> list[str]:
    """The tests that answer for the module first: those with its name or that import it, else of its lifecycles."""
    room, name, *_ = module.split(".")
    tests = ROOT / "tests"
    files = {*(tests / room).glob(f"test_{name}*.py"), *importing(module, tests / "rules")}
    return [
        *(sorted(str(path.relative_to(ROOT)) for path in files) or lifecycle_tests(module)),
        path_of(module),
    ]


def lifecycle_tests(module: str) -> list[str]:
    """The tests of the lifecycles that use the module."""
    users = [*users_of(module), Path(path_of(module))]
    lives = {life for path in users for life in LIFECYCLES if life in path.parts or path.stem == life}
    files = {path for life in lives for path in (ROOT / "tests/workflows").glob(f"test_{life}*.py")}
    return sorted(str(path.relative_to(ROOT)) for path in files)


def users_of(module: str) -> list[Path]:
    """The files of the two rooms that import the module, and those that import such rules in turn."""
    found = [path for room in ROOMS for path in importing(module, ROOT / "src/law189" / room)]
    rules = [path.stem for path in found if path.parent.name == "rules" and path.stem != "__init__"]
    return found + [further for rule in rules for further in users_of(f"rules.{rule}")]


def importing(module: str, room: Path) -> list[Path]:
    """The files of a room that import the module, by its name or a name in it."""
    above, _, name = module.rpartition(".")
    named = rf"from law189\.{above} import ([^\n(]*|\([^)]*)\b{name}\b|from law189\.{above}\.{name} import"
    told = re.compile(named)
    return [path for path in sorted(room.rglob("*.py")) if told.search(path.read_text(encoding="utf-8"))]


def all_tests(_: str) -> list[str]:
    """The tests of both rooms, and of what stands on them."""
    return [
        "tests/rules",
        "tests/workflows",
        "tests/audit",
        "tests/cases",
        "tests/test_kinds.py",
        "tests/test_oracle.py",
        "tests/properties/test_group_oracle.py",
    ]


def outcome(mutant: Mutant, tree: Path, tests: list[str], seconds: int) -> Outcome:
    """What the tests say of the change, in a child of this process that has the slow imports already."""
    target = tree / path_of(mutant.module)
    kept = target.read_text(encoding="utf-8")
    child = os.fork()
    if child == 0:
        _run(mutant, target, tree, tests)
    try:
        return _ended(child, seconds)
    finally:
        target.write_text(kept, encoding="utf-8")


def _ended(child: int, seconds: int) -> Outcome:
    """What the child's exit code says; it is stopped where it takes too long."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return Outcome.NOTICED if os.waitstatus_to_exitcode(status) else Outcome.SURVIVED
        time.sleep(0.02)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return Outcome.OUT_OF_TIME


def _run(mutant: Mutant, target: Path, tree: Path, tests: list[str]) -> None:
    import pytest
    from hypothesis import entry_points, settings

    settings.register_profile("mutation", max_examples=25, database=None, derandomize=True)
    settings.load_profile("mutation")

    code = 1
    try:
        if mutant.operator:
            target.write_text(_changed(mutant, target.read_text(encoding="utf-8")), encoding="utf-8")
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
        os.chdir(tree)
        sys.dont_write_bytecode = True
        sys.path[:0] = [str(tree / "src")]
        del os.environ[NO_PLUGINS]
        entry_points.run()
        code = int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-o", "filterwarnings=", *tests]))
    finally:
        os._exit(code)


def _changed(mutant: Mutant, source: str) -> str:
    if mutant.operator == DEADLY:
        return source + "\nraise SystemError\n"
    return str(mutate_code(source, get_operator(mutant.operator)(), mutant.occurrence))


Tests = Callable[[str], list[str]]


def tried(
    found: list[Mutant], trees: "Queue[Path]", tests: Tests, seconds: int = OWN_SECONDS
) -> list[tuple[Mutant, Outcome]]:
    """What the tests say of every mutant."""

    def one(mutant: Mutant) -> Outcome:
        tree = trees.get()
        try:
            return outcome(mutant, tree, tests(mutant.module), seconds)
        finally:
            trees.put(tree)

    with ThreadPoolExecutor(WORKERS) as pool:
        return list(zip(found, pool.map(one, found), strict=True))


def unnoticed(found: list[Mutant], trees: "Queue[Path]") -> list[tuple[Mutant, Outcome]]:
    """The mutants that neither their own tests nor those of both rooms notice in their time."""
    first = tried(found, trees, own_tests)
    slow = [(mutant, said) for mutant, said in first if said is Outcome.OUT_OF_TIME]
    survivors = [mutant for mutant, said in first if said is Outcome.SURVIVED]
    for tests in (lifecycle_tests, all_tests):
        tried_again = tried(survivors, trees, tests, ALL_SECONDS)
        slow += [(mutant, said) for mutant, said in tried_again if said is Outcome.OUT_OF_TIME]
        survivors = [mutant for mutant, said in tried_again if said is Outcome.SURVIVED]
    return slow + [(mutant, Outcome.SURVIVED) for mutant in survivors]


def unfit(module: str, trees: "Queue[Path]") -> str | None:
    """Why the module's own tests cannot measure it, if so."""
    (_, as_it_is), (_, broken) = tried([Mutant(module, UNCHANGED), Mutant(module, DEADLY)], trees, own_tests)
    if as_it_is is not Outcome.SURVIVED:
        return "its own tests fail without any change"
    if broken is not Outcome.NOTICED:
        return "its own tests pass where the module raises: they do not import the copy"
    return None


def main(named: list[str]) -> int:
    """Print the score of every module, the whole score, and what was not noticed with its lines."""
    os.environ[NO_PLUGINS] = "1"  # else Hypothesis imports the installed package before a copy is in the path
    import hypothesis
    import pydantic
    import pytest
    import transitions

    assert all((hypothesis, pydantic, pytest, transitions)), "imported once, before the children are born"
    trees: Queue[Path] = Queue()
    for _ in range(WORKERS):
        tree = Path(mkdtemp(prefix="mutation-")) / "tree"
        shutil.copytree(
            ROOT, tree, ignore=shutil.ignore_patterns(".git", ".venv", "*.pyc", ".*_cache", "site")
        )
        trees.put(tree)
    total, alive = 0, 0
    every = int(os.environ.get("EVERY", "1"))
    for module in modules(named):
        if why := unfit(module, trees):
            print(f"{module:24} {why}")
            return 1
        found = list(mutants(module))[::every]
        left = unnoticed(found, trees)
        total += len(found)
        alive += len(left)
        print(f"{module:24} mutants: {len(found):4}, not noticed: {len(left):3}", flush=True)
        for mutant, said in left:
            print(f"    {said.name.lower().replace('_', ' ')}: {mutant}", flush=True)
    print(f"score: {100 * (total - alive) / max(total, 1):.1f} % of {total} mutants")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
