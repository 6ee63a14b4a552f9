"""The layouts: both say the same sentences, a document always makes the same bytes, hostile words stay words."""

import pickle
import re
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size
from papers import of_docx, of_page, paper, town

from law189 import WrongType, load_profile
from law189.office.papers.document import (
    BLANK,
    Box,
    Document,
    Heading,
    Line,
    Note,
    Numbered,
    Point,
    Signature,
    Table,
    Title,
    as_text,
)
from law189.office.papers.docx import as_docx
from law189.office.papers.marked import unchanged, unchanged_page
from law189.office.papers.pages import as_page

CITY = town("city")
HOSTILE = [
    "<b>жирно</b> & \"кавычки\" 'апостроф'",
    "]]><script>alert(1)</script><!-- -->",
    "знак\x07\x1b[31m\x00конец",
    "две\nстроки\tи\r\nтри\u2028четыре",
    "справа\u202eналево עברית",
    "🙂 👩\u200d👩\u200d👧",
    "\ud800 \ufffe \U0001ffff",
    "слово " * 2000,
    "безпробелов" * 500,
    "{x} %s ______",
    "",
]
WORDS = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=40))
BLOCKS = st.one_of(
    st.builds(Title, st.lists(WORDS, min_size=1, max_size=4).map(tuple)),
    st.builds(Heading, WORDS),
    st.builds(Line, WORDS, WORDS),
    st.builds(Note, WORDS),
    st.builds(Numbered, st.lists(WORDS, max_size=3).map(tuple)),
    st.lists(st.tuples(WORDS, WORDS), max_size=3).map(lambda rows: Table(("а", "б"), (40, 60), tuple(rows))),
    st.builds(
        Box, WORDS, st.lists(st.builds(Point, WORDS, st.lists(WORDS, max_size=2).map(tuple))).map(tuple)
    ),
    st.builds(Signature, WORDS, st.just("подпись"), st.just("имя")),
)
DOCUMENTS = st.builds(Document, st.sampled_from(["ru", "en"]), WORDS, st.lists(BLOCKS, max_size=4).map(tuple))


def said(sentences):
    """Sentences as a reader compares them: those that say nothing left out, spaces at the ends dropped."""
    return [words.strip() for words in sentences if words.strip()]


@settings(max_examples=size(20, 60))
@given(DOCUMENTS)
def test_both_layouts_say_the_same_whatever_the_words(made):
    assert said(of_page(made)) == said(made.sentences)
    assert said(of_docx(made)) == said(made.sentences)


@settings(max_examples=size(20, 60))
@given(DOCUMENTS)
def test_a_page_is_xml_too_and_runs_nothing(made):
    page = as_page(made)
    root = ET.fromstring(re.sub("^.*\n.*\n", "", page))  # noqa: S314  # our own page
    tags = {element.tag for element in root.iter()}
    assert tags <= {
        *("html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "b", "div"),
        *("table", "colgroup", "col", "thead", "tbody", "tr", "th", "td"),
    }
    assert "://" not in re.sub("<body>.*", "", page, flags=re.DOTALL)
    assert all(not name.startswith("on") for element in root.iter() for name in element.attrib)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_of_a_record_stay_words(words):
    made = Document("ru", words, (Heading(words), Table(("а",), (100,), ((words,),))))
    for told in (of_page(made), of_docx(made)):
        assert said(told) == said(made.sentences)
    for sign in "\x00\x07\x1b\u202e\u200d\ufffe\n\t":
        assert sign not in "".join(made.sentences)


def test_a_question_of_a_record_reaches_both_layouts_as_it_is():
    question = "<i>План</i> & 🙂 עברית " + "очень " * 800
    made = paper(CITY, {"held_on": "2024-02-05", "present": [], "items": [{"question": question}]})
    words = f"1. {question}".strip()
    assert words in said(of_page(made))
    assert words in said(of_docx(made))


# ─── Одни и те же байты ──────────────────────────────────────────────────────────────────────────────────

PAPER = Document("ru", "Протокол", (Title(("ПРОТОКОЛ",)), Table(("а", "б"), (40, 60), (("1", BLANK),))))


def test_the_same_document_makes_the_same_bytes_and_names_no_day_and_no_program(monkeypatch):
    first = as_docx(PAPER)
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    monkeypatch.setattr("time.localtime", lambda *_: (2031, 5, 6, 7, 8, 9, 0, 0, 0))
    assert as_docx(PAPER) == first
    assert as_page(PAPER) == as_page(pickle.loads(pickle.dumps(PAPER)))  # noqa: S301  # our own
    with ZipFile(BytesIO(first)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        names = parts.namelist()
        assert not [name for name in names if "thumbnail" in name or "app.xml" in name]
        everything = b"".join(parts.read(name) for name in names)
    assert b"Macintosh" not in everything
    assert b"python-docx" not in everything
    assert not re.search(rb"dcterms:(created|modified)>", everything)


def test_a_docx_says_what_it_is_and_is_an_a4_page_in_the_language_of_its_words():
    made = docx.Document(BytesIO(as_docx(PAPER)))
    assert (made.core_properties.title, made.core_properties.author) == ("Протокол", "law189")
    assert made.core_properties.language == "ru-RU"
    assert (round(made.sections[0].page_width.mm), round(made.sections[0].page_height.mm)) == (210, 297)
    assert made.paragraphs[0].style.name == "Heading 1"
    widths = [cell.width for cell in made.tables[0].rows[0].cells]
    assert round(widths[1] / widths[0], 2) == 1.5


def test_a_docx_that_a_program_has_saved_again_is_no_longer_ours():
    data = as_docx(PAPER)
    assert unchanged(data)
    docx.Document(BytesIO(data)).save(again := BytesIO())
    assert not unchanged(again.getvalue())
    assert docx.Document(again).paragraphs[0].text == "ПРОТОКОЛ"


@pytest.mark.parametrize("place", [0, 20, 1000, -200, -70, -1])
def test_one_changed_sign_makes_a_file_another_persons(place):
    for data, ours in ((as_docx(PAPER), unchanged), (as_page(PAPER).encode(), unchanged_page)):
        assert ours(data)
        changed = bytearray(data)
        changed[place] ^= 1
        assert not ours(bytes(changed))


def test_what_is_no_document_is_refused():
    for lay_out in (as_docx, as_page):
        with pytest.raises(WrongType):
            lay_out("протокол")


# ─── Текст и JSON ────────────────────────────────────────────────────────────────────────────────────────


def test_text_and_json_say_every_sentence():
    made = paper(load_profile("kemerovo"), {"held_on": "2023-10-02", "present": ["chair"], "items": []})
    text = "\n".join(as_text(made))
    assert all(words in text for words in made.sentences)
    told = made.as_json()
    assert [words for part in told["parts"] for words in part["says"]] == list(made.sentences)
    assert told["to_check"] == len(made.points) > 0
