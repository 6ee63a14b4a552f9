"""What is told of a value that is refused: how a list is written that was given as one text."""

import pytest

from law189.files.refused import worded


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


@pytest.mark.parametrize("said", ["дети", "все услуги 1 этапа", ""])
def test_words_are_no_list(said):
    assert "пишите" not in worded("tuple_type", said, {}, "", quoted=True).ru
