"""Every rule lives in the room of rules, and one list holds them all."""

import ast
import inspect
import pkgutil
from importlib import import_module

import places

import law189
from law189 import rules
from law189.rules import RULES
from law189.verdict import Rule

SRC = places.ROOT / "src" / "law189"


def test_the_list_holds_every_rule_that_exists_in_any_module():
    found = set()
    for module in pkgutil.walk_packages(law189.__path__, "law189."):
        if not module.name.endswith("__main__"):
            found |= {id(v) for v in vars(import_module(module.name)).values() if isinstance(v, Rule)}
    assert found == {id(rule) for rule in RULES}


def test_a_rule_is_made_in_the_room_of_rules_only():
    makers = set()
    for path in SRC.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Rule":
                makers.add(path.relative_to(SRC).parts[0])
    assert makers == {"rules"}


def test_no_two_rules_have_one_code():
    assert len({rule.code for rule in RULES}) == len(RULES)


def test_each_module_of_the_room_says_what_it_holds():
    for module in pkgutil.walk_packages(rules.__path__, "law189.rules."):
        assert inspect.getdoc(import_module(module.name))
