"""Signs that nobody can see: one function says which, and every door refuses them alike."""

import json
import sys
import unicodedata
from datetime import date

import pytest
from pydantic import TypeAdapter, ValidationError

from law189.audit.meeting import MeetingRecord
from law189.errors import FaultyInput
from law189.files.disk import read_lines, read_one
from law189.files.nodes import check, tree_of
from law189.law import Text
from law189.law.signs import hidden, shown
from law189.measures import Volume
from law189.workflows.meeting import Convened, ItemVoted, Opened

NAMED = (
    "\x00\x07\x1b\x7f\x80\x85\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u180b\u180e\u200b\u200d\u200e\u2028\u2029\u202e"
    "\u2060\u2066\u2800\u3164\ufe0f\ufeff\uffa0\ufff9\ufffe\U0001d173\U000e0001\U000e0041\U000e0100\ud800"
)


def test_every_format_and_control_sign_of_unicode_is_hidden_but_line_breaks_and_tabs() -> None:
    signs = map(chr, range(sys.maxunicode + 1))
    seen = [
        f"U+{ord(sign):04X}"
        for sign in signs
        if unicodedata.category(sign) in ("Cf", "Cc", "Cs", "Zl", "Zp") and hidden(sign) is None
    ]
    assert seen == ["U+0009", "U+000A", "U+000D"]


@pytest.mark.parametrize("sign", NAMED, ids=lambda sign: f"{ord(sign):04X}")
def test_a_sign_is_found_where_it_stands_first_and_is_shown_written_out(sign: str) -> None:
    assert hidden(f"ква{sign}рум") == sign
    assert hidden(f"a{sign}b\x00") == sign
    assert shown(f"a{sign}b") == "a" + sign.encode("unicode_escape").decode() + "b"


def test_what_a_person_types_hides_nothing() -> None:
    for typed in ("№ 1 «Дружба» — ёлка", "5\u00a0000 руб.", "з🏙", "e\u0301", "строка\nи\tдругая\r\n"):
        assert hidden(typed) is None
    assert shown("№ 1 «Дружба»") == "№ 1 «Дружба»"
    assert shown("a\nb") == r"a\nb"


RECORD = {"profile": "kemerovo", "held_on": "2023-10-02", "present": ["chair"]}
ADAPTER: TypeAdapter[MeetingRecord] = TypeAdapter(MeetingRecord)


def spoilt(sign: str) -> dict[str, object]:
    return {**RECORD, "items": [{"question": f"пл{sign}ан", "votes": {}}]}


@pytest.mark.parametrize("sign", [sign for sign in NAMED if sign != "\ud800"], ids=lambda s: f"{ord(s):04X}")
def test_every_door_refuses_a_hidden_sign(sign: str, tmp_path) -> None:
    text = json.dumps(spoilt(sign), ensure_ascii=False)
    for name in ("m.yaml", "m.json", "m.jsonl"):
        for told in (text, json.dumps(spoilt(sign))):
            path = tmp_path / name
            path.write_text(told, encoding="utf-8")
            read = read_lines if name == "m.jsonl" else read_one
            try:
                ((_, answer),) = read(path, ADAPTER)
            except FaultyInput as error:
                answer = error
            assert isinstance(answer, FaultyInput), name
            assert f"U+{ord(sign):04X}" in answer.told("en")
    with pytest.raises(FaultyInput, match="invisible sign"):
        check(tree_of(spoilt(sign)), ADAPTER, "body", {}, [])
    with pytest.raises(ValidationError, match="invisible sign"):
        ADAPTER.validate_python(spoilt(sign))


@pytest.mark.parametrize(
    ("made", "place"),
    [
        (lambda s: Convened(on=date(2023, 9, 29), by=f"cha{s}ir", held_on=date(2023, 10, 2)), ("by",)),
        (lambda s: Opened(on=date(2023, 9, 29), by="chair", present=("chair", f"dep{s}uty")), ("present", 1)),
        (
            lambda s: ItemVoted(on=date(2023, 9, 29), by="chair", question="a", votes={f"cha{s}ir": "for"}),
            ("votes", "cha\u00adir"),
        ),
        (lambda s: Volume(amount=f"1{s}2", unit="roubles"), ("amount",)),
    ],
)
def test_python_refuses_a_hidden_sign_at_its_place(made, place) -> None:
    made("")
    with pytest.raises(ValidationError) as caught:
        made("\u00ad")
    assert [error["loc"] for error in caught.value.errors()] == [place]


def test_words_given_as_words_are_looked_at_too() -> None:
    from law189.law import Act, ActLabel

    label = ActLabel(ru="а", of="а", to="а", en="a")
    with pytest.raises(ValidationError, match=r"U\+200B"):
        Act(id="a-1", number="1", date=None, title=Text("а\u200b", "a"), label=label)
