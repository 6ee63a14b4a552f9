"""What is told of a value that is refused: how a list is written that was given as one text."""

import importlib
import pkgutil

import pytest

import law189
from law189.files.needed import FORMS
from law189.files.refused import worded
from law189.law import Entry


@pytest.mark.parametrize(
    ("said", "hint"),
    [
        ("certificate", '["certificate"]'),
        ("804200О.99.0.ББ52АЖ48000", '["804200О.99.0.ББ52АЖ48000"]'),
        (
            "804200О.99.0.ББ52АЖ48000, 804200О.99.0.ББ52АЕ11000",
            '["804200О.99.0.ББ52АЖ48000", "804200О.99.0.ББ52АЕ11000"]',
        ),
    ],
)
def test_a_list_that_is_one_text_is_shown_as_a_list(said, hint):
    assert worded("tuple_type", said, {}, "", quoted=True).ru.endswith(f"пишите {hint}")


@pytest.mark.parametrize(
    ("kind", "said", "told"),
    [
        ("model_type", '{"kind": "legal-entity"}', True),
        ("dict_type", ' {"a": 1}', True),
        ("tuple_type", '["enrolment"]', True),
        ("tuple_type", '{"a": 1}', False),
        ("model_type", "{a: 1}", False),
        ("model_type", "[" * 100_000, False),
    ],
)
def test_json_within_a_text_is_told_so(kind, said, told):
    assert ("JSON внутри текста; уберите кавычки" in worded(kind, said, {}, "", quoted=True).ru) is told


@pytest.mark.parametrize("said", ["дети", "все услуги 1 этапа", ""])
def test_words_are_no_list(said):
    assert "пишите" not in worded("tuple_type", said, {}, "", quoted=True).ru


def _patterns() -> set[str]:
    """Every pattern by which a text of an entry is refused."""
    for module in pkgutil.walk_packages(law189.__path__, "law189."):
        if not module.name.startswith(("law189.contrib", "law189.testing", "law189.cli.__main__")):
            importlib.import_module(module.name)
    found: set[str] = set()
    seen: set[int] = set()
    left: list[object] = [one.__pydantic_core_schema__ for one in _below(Entry)]
    while left:
        part = left.pop()
        if isinstance(part, dict) and id(part) not in seen:
            seen.add(id(part))
            if part.get("type") == "str" and isinstance(part.get("pattern"), str):
                found.add(part["pattern"])
            left += [value for key, value in part.items() if key != "json_schema_input_schema"]
        elif isinstance(part, list | tuple):
            left += part
    return found


def _below(kind: type[Entry]) -> set[type[Entry]]:
    return {kind, *(one for child in kind.__subclasses__() for one in _below(child))}


def test_every_form_that_a_text_needs_is_told_in_words() -> None:
    patterns = _patterns()
    assert len(patterns) > 10
    assert {one for one in patterns if one not in FORMS} == set()
    for pattern in patterns:
        told = worded("string_pattern_mismatch", "?!", {"pattern": pattern}, "")
        assert "^" not in f"{told.ru} {told.en}", pattern
