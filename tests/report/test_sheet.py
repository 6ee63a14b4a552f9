"""The sheet: nothing of a profile is left out, everything stands at its address, and all of it is text.

Law: whatever a profile holds (a title, a word, a number, a day, another address) stands in a row of its own
address, in words of the language; `missing` walks over the dump of the profile and knows nothing of how a sheet
is made.
"""

import pickle
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from html.parser import HTMLParser
from types import SimpleNamespace
from typing import Annotated, Any, Literal, get_args, get_origin
from xml.etree import ElementTree as ET

import places
import pytest
from bad_profiles import small
from filled import acts
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from law189 import Profile, WrongType, load_profile, shipped_profiles
from law189.law import Entry, Lang, Norm, Text, Vocabulary, about, hidden_sign
from law189.law.signs import hidden
from law189.lints.linter import lint
from law189.profile.counted import Occasion
from law189.profile.dated import Month, Months
from law189.profile.edition import Edition
from law189.profile.parties import headed_in
from law189.report.entries import order_of
from law189.report.html import as_html
from law189.report.page import escaped
from law189.report.sheet import sheet
from law189.report.values import Worded, code_in_words, codes_of
from law189.telling import shown

LANGUAGES: tuple[Lang, ...] = ("ru", "en")


def words(ru: str, en: str = "") -> dict[str, str]:
    return {"ru": ru, "en": en or ru}


MORE: dict[str, Any] = {
    "licence": {"value": words("образовательная лицензия", "a licence to teach"), "cite": "p11"},
    "entry_into_force": {"value": "day_after_publication", "cite": "p12", "published": "2023-09-05"},
    "lapses": [
        {"of": ["app1.2"], "repealed_on": "2025-04-07", "cite": "p21"},
        {
            "of": ["app2.6", "app2.7"],
            "suspended": {"since": "2025-06-11", "until": "2025-07-12"},
            "cite": "p22",
        },
        {"expires_on": None, "cite": "p23"},
    ],
    "values": [
        {"id": "visits", "what": words("число посещений", "visits"), "number": "7,25", "cite": "p24.ж"},
        {
            "id": "waiting",
            "what": words("срок ожидания", "time of waiting"),
            "term": {
                "kind": "after_months",
                "months": 11,
                "event": {"kind": "other", "what": words("подачи жалобы", "a complaint")},
            },
            "cite": "p25",
        },
    ],
    "excluded_providers": [{"id": "choir", "name": words("хоровая школа", "choir school"), "cite": "p13"}],
    "parameters": [
        {
            "services": ["101"],
            "body": "education",
            "consumers": {
                "age_from": 5,
                "age_to": 17,
                "categories": [{"id": "needy", "title": words("нуждающиеся", "the needy")}],
                "excluded": [{"id": "adults", "title": words("взрослые", "adults")}],
            },
            "nominals": [{"category": "needy", "volume": {"amount": "72.50", "unit": "person-hours"}}],
            "normatives": [{"roubles": "1200.75", "unit": "hours-a-week"}],
            "certificates": 41,
            "limits": [{"certificates": 43, "since": "2024-01-09", "until": "2024-05-31"}],
            "periods": [{"since": "2024-09-02", "until": "2025-05-23"}],
            "duration": words("девять месяцев", "nine months"),
            "place": words("школа", "the school"),
            "cite": "p14",
        }
    ],
    "conditions": [
        {
            "id": "papers",
            "step": "certificate.applied_for",
            "asks": {"kind": "at_most", "amount": "3.5", "counted": words("программ", "programmes")},
            "title": words("программы", "programmes"),
            "missing": "void",
            "since": "2024-02-03",
            "cite": "p15",
        },
        {
            "id": "kinds",
            "step": "certificate.applied_for",
            "asks": {
                "kind": "one_of",
                "values": [{"id": "town", "title": words("городские", "of the town")}],
            },
            "title": words("вид", "kind"),
            "missing": "breach",
            "cite": "p16",
        },
    ],
    "mentions": [{"name": words("комитет", "the committee"), "body": None, "cite": "p17"}],
    "aliases": [
        {"name": words("глава", "head"), "name_cite": "p18", "also": words("мэр", "mayor"), "cite": "p19"}
    ],
    "blanks": [{"what": words("номер не указан", "the number is left out"), "cite": "app9"}],
    "factor_analysis": {
        "value": {"before": "2023-10-01", "method": words("методология", "the method")},
        "cite": "p20",
        "grade": "assumed",
    },
}
MOVES = {"kind": "after", "days": 6, "unit": "calendar_days", "moves": True}
PARTS: dict[str, Any] = {
    "approvals": [
        *(
            {"annex": number, "what": words(f"часть {number}", f"part {number}"), "cite": "p1"}
            for number in (1, 3)
        ),
        {
            "id": "reg",
            "document": {"ru": "Положение"},
            "what": words("положение о рабочей группе", "regulation of the group"),
            "cite": "p1",
        },
    ],
    "entry_into_force": {
        "value": [
            {"of": ["app3", "reg.2"], "starts": {"days_after_publication": 11}},
            {"of": ["app1"], "starts": {"on_day": "2024-01-09"}},
            {"starts": "on_signing"},
        ],
        "cite": "sec2.1",
    },
    "licence": {"value": words("лицензия", "a licence"), "cite": "p2.ж"},
    "control": {"value": words("глава", "the head"), "cite": "reg.2"},
    "mentions": [{"name": words("комитет", "the committee"), "body": None, "cite": "app5.tab2.row3"}],
    "blanks": [{"what": words("номер не указан", "no number"), "cite": "app5.note1"}],
}
"""A decree with sections, letters, tables, notes and a document of its own, which begins to hold part by part."""


@cache
def profile(name: str) -> Profile:
    """One of the profiles that the law is tried on."""
    if name in shipped_profiles():
        return load_profile(name)
    if name in TOWNS:
        return load_profile(places.PROFILES / "towns" / f"{name}.yaml")
    plain = small()
    if name in ("amended", "adopted"):
        plain |= YAML(typ="safe", pure=True).load(places.PROFILES / f"{name}.yaml")
    if name == "full":
        plain |= MORE | {"adopted": list(acts())}
        plain["adopted"][0]["fills"][0]["term"] = MOVES
    if name == "parts":
        plain |= PARTS
    return load_profile(plain)


TOWNS = sorted(path.stem for path in (places.PROFILES / "towns").glob("*.yaml"))
NAMES = [*shipped_profiles(), *TOWNS, "small", "amended", "adopted", "full", "parts"]


def page_of(name: str, lang: Lang) -> str:
    found = profile(name)
    return as_html(sheet(found, found.latest, lint(found), lang))


class Rows(HTMLParser):
    """What a reader sees: the elements, every attribute, and each row as its first cell and all its words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.rows: list[tuple[str, str]] = []
        self.facts: list[tuple[str, str]] = []
        self.words: list[str] = []
        self._row: list[list[str]] | None = None
        self._lint = False
        self._style = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        self._style = tag == "style"
        if tag == "tr":
            self._row, self._lint = [], "lint" in (dict(attrs).get("class") or "")
        elif tag in ("td", "th") and self._row is not None:
            self._row.append([])

    def handle_endtag(self, tag: str) -> None:
        if tag == "tr" and self._row is not None:
            cells = [" ".join("".join(cell).split()) for cell in self._row] or [""]
            self.rows.append((cells[0], " ".join(cells)))
            self.facts += [] if self._lint else [self.rows[-1]]
            self._row = None

    def handle_data(self, data: str) -> None:
        self.words += [] if self._style else [data]
        if self._row:
            self._row[-1].append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def at(self, label: str, rows: list[tuple[str, str]] | None = None) -> str:
        """All that stands in the rows of the address."""
        rows, label = self.rows if rows is None else rows, " ".join(label.split())
        heads = {head for head, _ in rows if head and (label == head or label.startswith(f"{head} "))}
        longest = max(heads, key=len, default=None)
        return " ".join(row for head, row in rows if head == longest)


def acts_only(page: str) -> str:
    """The page up to where it tells of editions, readings, lints."""
    found = re.search("<h2>(?:Редакции и изменения|Editions and amendments)</h2>", page)
    assert found is not None
    return page[: found.start()]


# ─── The law ─────────────────────────────────────────────────────────────────────────────────────────────


def leaves(node: Any, cite: Any, key: str) -> Iterator[tuple[Any, str, Any]]:
    """Every value of a dump with the address of the entry that it stands in, and its key."""
    if isinstance(node, dict):
        if node.keys() == {"ru", "en"}:
            yield cite, key, Text(**node)
            return
        if node.keys() == {"act", "address", "label"}:
            yield cite, key, SimpleNamespace(**node)
            return
        if (whole := in_one(node)) is not None:
            yield cite, key, whole
            return
        own = node.get("cite") or node.get("basis")
        if "adopts" in node and "act" in node:
            own = {"act": node["act"]["id"], "address": "act", "label": node["act"]["label"]}
        for name, one in node.items():
            if (name, cite) != ("readings", None):
                yield from leaves(one, own or cite, name)
    elif isinstance(node, list | tuple):
        for one in node:
            yield from leaves(one, cite, key)
    else:
        yield cite, key, node


def in_one(node: dict[str, Any]) -> Text | None:
    """An event as it stands after «после» and «до», months by their names; None of what is told by its parts."""
    if node.keys() == Occasion.model_fields.keys():
        return Occasion(**node).of
    if node.keys() == Month.model_fields.keys() and node["kind"] == "month":
        return Month(**node).text
    if node.keys() == Months.model_fields.keys():
        return Months(**node).text
    return None


def titles(node: Any) -> Iterator[tuple[Any, Text]]:
    """What each id of a dump is called."""
    if isinstance(node, dict):
        named = next(
            (Text(**one) for one in node.values() if isinstance(one, dict) and one.keys() == {"ru", "en"}),
            None,
        )
        if named is not None and (one := node.get("id", node.get("kind"))) is not None:
            yield one, named
        for one in node.values():
            yield from titles(one)
    elif isinstance(node, list | tuple):
        for one in node:
            yield from titles(one)


def told(value: Any, key: str, lang: Lang) -> str | None:
    """How a value stands in a sentence; None where the text of its entry says it in its own way."""
    match value:
        case None | False | "full_text":
            return None
        case True:
            return None if key in ("as_needed", "after_reported") else shown(True, lang)
        case Vocabulary():
            return value.text[lang]
        case Text() | date() | Decimal() | int():
            return shown(value, lang)
        case str() if key in ("then_yearly_before", "day") and lang == "ru":  # a day of the year
            return ".".join(reversed(value.split("-")))
    return str(value)


def missing(edition: Edition, page: str, lang: Lang) -> list[tuple[str, str, str]]:
    """What of the edition does not stand in the rows of its address: the address, the key, the words."""
    seen, dump = Rows(acts_only(page)), edition.model_dump(mode="python")
    called: dict[Any, list[Text]] = {}
    for one, title in titles(dump):
        called.setdefault(one, []).append(title)
    called |= {slot.id: [slot.what] for slot in edition.federal.slots}
    called |= {ref.id: [edition.cite(f"{ref.id}/act").label] for ref in edition.acts}
    codes = codes_below(Edition)
    found = []
    for cite, key, value in leaves(dump, None, ""):
        label = (cite or {"label": {"ru": edition.cite("act").label.ru, "en": edition.cite("act").label.en}})[
            "label"
        ]
        row = seen.at(label[lang], seen.facts)
        if isinstance(value, SimpleNamespace):
            sought = [value.label[lang]] if value.label != label else [row or "no row"]
        elif isinstance(value, str) and not isinstance(value, Enum) and value in codes:
            listed = [
                (name, said)
                for name, said in codes[value]
                if not marks(name, value) and key in (name, "value")
            ]
            sought = [code_in_words(value, said, lang) or value for _, said in listed]
        else:
            one = told(value, key, lang)
            if one is not None and isinstance(value, Vocabulary):
                one = headed_in(value.text, edition.working_group)[lang]
            sought = [] if one is None else [one]
            if isinstance(value, str) and not isinstance(value, Enum):
                sought += [title[lang] for title in called.get(value, [])]
        sought = [" ".join(one.split()) for one in sought]
        if sought and not any(one in row for one in sought):
            found.append((label[lang], key, sought[0]))
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_everything_that_a_profile_holds_stands_at_its_address(name: str, lang: Lang) -> None:
    assert missing(profile(name).latest, page_of(name, lang), lang) == []


@pytest.mark.parametrize("name", ["kemerovo", "full"])
def test_the_law_finds_whatever_is_left_out(name: str) -> None:
    """Every row of a fact that is taken out of the page is missed, unless another of its address says the same."""
    page, latest = page_of(name, "ru"), profile(name).latest
    facts, tried = acts_only(page), 0
    rows = re.findall(r"<tr(?: class=\"[a-z ]+\")?><th scope=\"row\">.*?</tr>", facts)
    for row in [one for one in rows if "lint" not in one][:: max(1, len(rows) // 30)]:
        main = re.search(r'<span class="main">(.*?)</span>', row)
        head = row[: row.index("</th>")].rpartition(">")[2]
        others = " ".join(one for one in rows if f">{head}</th>" in one and one is not row)
        if main is not None and main[1] not in others:
            tried += 1
            assert missing(latest, facts.replace(row, "<tr></tr>", 1) + page[len(facts) :], "ru"), row
    assert tried > 15


# ─── Codes in words ──────────────────────────────────────────────────────────────────────────────────────


def codes_below(
    kind: Any, said: Any = None, name: str = "", seen: set[Any] | None = None
) -> dict[str, list[Any]]:
    """Every code that a field of the model lists itself, with the name of the field and what it says."""
    seen = set() if seen is None else seen
    found: dict[str, list[Any]] = {}
    if isinstance(kind, type) and issubclass(kind, Entry):
        if kind in seen:
            return {}
        seen.add(kind)
        for field, info in kind.model_fields.items():
            own = about(kind, field)
            inner = (said, name) if field == "value" and issubclass(kind, Norm) else (own, field)
            for code, where in codes_below(info.annotation, *inner, seen).items():
                found.setdefault(code, []).extend(where)
        return found
    if get_origin(kind) is Literal:
        return {code: [(name, said)] for code in get_args(kind) if type(code) is str}
    for one in get_args(kind)[: 1 if get_origin(kind) is Annotated else None]:
        for code, where in codes_below(one, said, name, seen).items():
            found.setdefault(code, []).extend(where)
    return found


def marks(name: str, code: str) -> bool:
    """Whether a code is the word that tells one kind of entry from another; a kind of act is a Russian word."""
    return name == "kind" and code.isascii()


CODES = [
    (code, name, said)
    for code, where in codes_below(Edition).items()
    for name, said in where
    if not marks(name, code)
]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("code", "name", "said"), CODES, ids=[f"{name}-{code}" for code, name, _ in CODES])
def test_every_code_that_a_field_lists_has_words(code: str, name: str, said: Any, lang: Lang) -> None:
    found = code_in_words(code, said, lang)
    assert found, f"write the words of «{code}» beside it in the help of «{name}»"
    assert code not in re.findall(r"[a-z_-]+", found) or lang == "en"
    assert found == code or lang == "en" or code.isascii()
    assert bool(re.search("[а-яё]", found)) is (lang == "ru")


def test_the_walk_meets_the_codes_of_a_profile() -> None:
    assert {
        ("as_needed", "meetings"),
        ("nobody", "copies_to"),
        ("tbd", "value"),
        ("void", "missing"),
        ("указ", "kind"),
    } <= {(code, name) for code, name, _ in CODES}
    assert codes_of(Literal["a"] | None) == {"a"}


def test_a_russian_sheet_shows_no_code_without_its_words() -> None:
    page = Rows(re.sub("<code>.*?</code>", "", page_of("full", "ru")))
    codes = {code for code in codes_below(Edition) if code.isascii()}
    bare = {code for code in codes if re.search(rf"(?<![\w.(-]){code}(?![\w.)-])", page.text)}
    assert bare <= {"decree", "of", "quarter"}, bare  # the last is told as the decree names it, «quarter»


# ─── Order, lints, readings, silence, editions ───────────────────────────────────────────────────────────


@given(
    st.permutations(
        ["act", "title", "preamble", "p1", "p2", "p2.1", "p2.10", "p10", "app1", "app2.1", "app10"]
    )
)
def test_addresses_stand_in_the_order_of_a_decree(mixed: list[str]) -> None:
    ordered = ["act", "title", "preamble", "p1", "p2", "p2.1", "p2.10", "p10", "app1", "app2.1", "app10"]
    assert sorted(mixed, key=order_of) == ordered


WRITTEN = [
    *(
        "act",
        "title",
        "preamble",
        "sec1.2",
        "sec2",
        "p1",
        "p2",
        "p2.1",
        "p2.e",
        "p2.yo",
        "p2.zh",
        "p2.z",
        "p3",
    ),
    *(
        "app",
        "app.1",
        "app.2.a",
        "app.sec1",
        "app.tab2",
        "app.tab2.row3",
        "app.tab10",
        "app.note1",
        "reg",
        "reg.2",
    ),
]


@given(st.permutations(WRITTEN))
def test_sections_letters_tables_notes_and_documents_have_their_place(mixed: list[str]) -> None:
    assert sorted(mixed, key=order_of) == WRITTEN


def test_each_part_of_a_decree_has_a_heading() -> None:
    for lang, heads in (
        (
            "ru",
            [
                "Преамбула и пункты",
                "Приложение 1",
                "Приложение 2",
                "Приложение 3",
                "Приложение 4",
                "Приложение 5",
            ],
        ),
        ("en", ["Preamble and items", "Annex 1", "Annex 2", "Annex 3", "Annex 4", "Annex 5"]),
    ):
        found = profile("parts")
        sections = sheet(found, found.latest, (), lang).sections  # type: ignore[arg-type]  # one of the two
        assert [one.title for one in sections][1:7] == heads
        document = sections[7]
        assert (document.title, document.subtitle) == {
            "ru": ("Положение", "положение о рабочей группе"),
            "en": ("Regulation", "regulation of the group"),
        }[lang]
        assert [fact.address for fact in document.facts] == {
            "ru": ["п. 2 Положения"],
            "en": ["item 2 of Regulation"],
        }[lang]


def test_a_beginning_part_by_part_is_told_in_words() -> None:
    row = Rows(page_of("parts", "ru")).at("п. 1 разд. II постановления № 1")
    assert "1) какая часть: прил. 3 к постановлению № 1; п. 2 Положения (постановление № 1); когда" in row
    assert "дней после опубликования: 11; 2) какая часть: прил. 1" in row
    assert "с названного дня: 09.01.2024" in row
    assert "в день подписания" in row


@given(st.lists(st.sampled_from(["p", "app", "art", "sec", "note", "a", "б", "1", "20", "."])).map("".join))
def test_any_two_addresses_can_be_put_in_order(address: str) -> None:
    assert sorted([address, "p1", "app2.3", "act", "p1.a", "p1.1"], key=order_of)


@pytest.mark.parametrize("name", shipped_profiles())
def test_facts_stand_in_the_order_of_the_decree(name: str) -> None:
    latest = profile(name).latest
    for section in sheet(profile(name), latest, (), "ru").sections:
        places_ = [order_of(fact.cite.address) for fact in section.facts]
        assert places_ == sorted(places_)
    own = [one for one in sheet(profile(name), latest, (), "ru").facts if one.cite.act == latest.act.id]
    assert [order_of(one.cite.address) for one in own] == sorted(order_of(one.cite.address) for one in own)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_what_the_linter_finds_stands_at_its_address(name: str, lang: Lang) -> None:
    seen, found = Rows(page_of(name, lang)), lint(profile(name))
    assert found
    for finding in found:
        row = seen.at(finding.cite.label[lang])
        assert finding.code in row
        assert " ".join(finding.text[lang].split()) in row


def test_what_is_allowed_is_no_lint_of_the_sheet() -> None:
    found = profile("kemerovo")
    assert (
        " A2 "
        not in Rows(
            as_html(sheet(found, found.latest, [f for f in lint(found) if f.code != "A2"], "ru"))
        ).text
    )
    assert " A2 " in Rows(page_of("kemerovo", "ru")).text


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["kemerovo", "small"])
def test_every_reading_is_told_with_its_choice_and_the_others(name: str, lang: Lang) -> None:
    from law189 import readings

    rows, edition = dict(Rows(page_of(name, lang)).rows), profile(name).latest
    for code, reading in readings.READINGS.items():
        assert all(" ".join(choice[lang].split()) in rows[code] for choice in reading.choices.values())
        assert " ".join(reading.question[lang].split()) in rows[code]
        by = {"ru": "выбрано в профиле", "en": "chosen in the profile"}[lang]
        assert (by in rows[code]) is (code in edition.readings)


@pytest.mark.parametrize("name", NAMES)
def test_every_key_left_out_is_told_by_its_title(name: str) -> None:
    edition = profile(name).latest
    silent = {title for one in sheet(profile(name), edition, (), "ru").silent for title in one.titles}
    group = edition.working_group
    for entry in (edition, group, None if group is None else group.secretary):
        if entry is None:
            continue
        for key, field in type(entry).model_fields.items():
            said = about(type(entry), key)
            assert said is not None
            if not field.is_required() and getattr(entry, key) in (None, ()):
                assert said.title.ru in silent, key
    top = next((one.titles for one in sheet(profile(name), edition, (), "ru").silent if not one.within), ())
    for key in Edition.model_fields:
        if getattr(edition, key) not in (None, ()):
            said = about(Edition, key)
            assert said is not None
            assert said.title.ru not in top


def test_what_is_assumed_is_told_with_its_address() -> None:
    page = Rows(page_of("full", "ru")).text
    after = page[page.rindex("Что принято, а не прочитано") : page.rindex("О чём в профиле не сказано")]
    assert "п. 20" in after
    assert "принято библиотекой" in after


AMENDMENT = {
    "act": {
        "id": "small-3",
        "number": "3",
        "date": "2024-05-02",
        "title": words("О втором изменении", "On a second amendment"),
        "label": {
            "ru": "постановление № 3",
            "of": "постановления № 3",
            "to": "постановлению № 3",
            "en": "decree No 3",
        },
    },
    "since": "2024-06-01",
    "changes": [
        {
            "do": "set",
            "at": ["services", "app1.1", "title"],
            "to": words("кружок робототехники", "robotics club"),
            "cite": "app1.1",
        },
        {"do": "repeal", "at": ["services", "app1.2"]},
        {
            "do": "add",
            "at": ["bodies"],
            "to": {"id": "culture", "title": words("управление культуры"), "cite": "small-3/p2"},
        },
        {"do": "set", "at": ["control", "cite"], "to": "small-3/p3"},
        {"do": "set", "at": ["readings", "Q2"], "to": "member"},
    ],
}


NAME = "наименование услуги"


def amended() -> Profile:
    plain = small() | YAML(typ="safe", pure=True).load(places.PROFILES / "amended.yaml")
    return load_profile({**plain, "amendments": [*plain["amendments"], AMENDMENT]})


def test_each_amendment_is_told_with_what_it_changed_side_by_side() -> None:
    found = amended()
    first, second, third = sheet(found, found.latest, (), "ru").editions
    assert (first.since, first.changes, first.here) == (None, (), False)
    own, later = "п. 7 прил. 2 к постановлению № 1", "п. 1 постановления № 2"
    assert [(one.title, one.old, one.new) for one in second.changes] == [
        ("кворум", (("не менее", "1/2"), ("адрес", own)), (("не менее", "2/3"), ("адрес", later)))
    ]
    assert (third.since, third.act, third.here) == (date(2024, 6, 1), "постановление № 3", True)
    changes = {(one.title, one.address): (dict(one.old), dict(one.new)) for one in third.changes}
    assert changes["перечень услуг", "п. 1 прил. 1"] == (
        {NAME: "кружок"},
        {NAME: "кружок робототехники"},
    )
    repealed, nothing = changes["перечень услуг", "п. 2 прил. 1"]
    assert (repealed[NAME], nothing) == ("секция", {})
    assert changes["органы", "п. 2 постановления № 3"][1]["наименование"] == "управление культуры"
    moved = changes["контроль", "п. 3 постановления № 3"]
    assert moved == ({"адрес": "п. 9 постановления № 1"}, {"адрес": "п. 3 постановления № 3"})
    assert any(title.endswith("Q2") for title, _ in changes)
    assert len(third.changes) == 5
    seen = Rows(as_html(sheet(found, found.latest, (), "ru")))
    row = next(row for head, row in seen.rows if "кружок робототехники" in row and f"{NAME}: кружок " in row)
    assert row.index("кружок") < row.index("кружок робототехники")


def test_an_entry_taken_out_changes_no_other_of_its_list() -> None:
    paper = small()["paper"][0]
    twice = [{**paper, "cite": "p6.1"}, paper, {**paper, "documents": ["certificate"]}]
    change = {**AMENDMENT, "changes": [{"do": "repeal", "at": ["paper", "p6.1"]}]}
    found = load_profile(small() | {"paper": twice, "amendments": [change]})
    (one,) = sheet(found, found.latest, (), "ru").editions[-1].changes
    assert (one.title, one.address, one.new) == ("документы на бумаге", "п. 6.1", ())


def test_an_entry_that_an_amendment_moves_is_one_entry_and_not_two() -> None:
    changes = [
        {
            "do": "set",
            "at": ["services", "app1.1", "title"],
            "to": words("хор", "choir"),
            "cite": "small-3/p1",
        },
        {"do": "set", "at": ["indicators", "app5.1.1", "target", "value"], "to": 120, "cite": "small-3/p2"},
    ]
    found = load_profile(small() | {"amendments": [{**AMENDMENT, "changes": changes}]})
    told_ = {
        one.title: (dict(one.old), dict(one.new))
        for one in sheet(found, found.latest, (), "ru").editions[1].changes
    }
    assert told_ == {
        "перечень услуг": (
            {NAME: "кружок", "адрес": "п. 1 прил. 1 к постановлению № 1"},
            {NAME: "хор", "адрес": "п. 1 постановления № 3"},
        ),
        "показатели эффективности": (
            {
                "целевой ориентир": "100; год значения: 2024; месяц значения: 12",
                "адрес": "п. 1.1 прил. 5 к постановлению № 1",
            },
            {
                "целевой ориентир": "120; год значения: 2024; месяц значения: 12",
                "адрес": "п. 2 постановления № 3",
            },
        ),
    }


def test_an_edition_knows_the_acts_that_made_it() -> None:
    found = amended()
    assert [[act.id for _, act in edition.amended_by] for _, edition in found.editions] == [
        [],
        ["small-2"],
        ["small-2", "small-3"],
    ]
    assert found.latest.amended == (date(2024, 3, 1), date(2024, 6, 1))


def test_the_sheet_of_an_earlier_edition_tells_that_edition() -> None:
    found = amended()
    page = Rows(as_html(sheet(found, found.first, (), "ru")))
    assert "секция" in page.at("п. 2 прил. 1 к постановлению № 1")
    assert [one.here for one in sheet(found, found.first, (), "ru").editions] == [True, False, False]


def test_an_edition_of_another_profile_and_another_language_are_refused() -> None:
    kemerovo, other = profile("kemerovo"), profile("novokuznetsk_district")
    with pytest.raises(ValueError, match="none of this profile"):
        sheet(kemerovo, other.latest, (), "ru")
    with pytest.raises(ValueError, match="ru or en"):
        sheet(kemerovo, kemerovo.latest, (), "de")  # type: ignore[arg-type]  # on purpose
    with pytest.raises(WrongType):
        as_html("kemerovo")  # type: ignore[arg-type]  # on purpose
    again = pickle.loads(pickle.dumps(kemerovo.latest))  # noqa: S301  # our own
    assert [one.here for one in sheet(kemerovo, again, (), "ru").editions] == [True]


# ─── Everything is text ──────────────────────────────────────────────────────────────────────────────────

HOSTILE = (
    "</title></style></td></table><script>alert(1)</script><img src=//x.example/ onerror='a()'>"
    '" onmouseover="b() & ]]> <!--'
)


def everywhere(node: Any) -> Any:
    """The same values with hostile words after every word that people read."""
    if isinstance(node, dict):
        if node.keys() >= {"ru"} and set(node) <= {"ru", "en", "of", "to"}:
            return {lang: f"{text}\n{HOSTILE}\t{lang}" for lang, text in node.items()}
        return {key: everywhere(one) for key, one in node.items()}
    return [everywhere(one) for one in node] if isinstance(node, list) else node


@pytest.mark.parametrize("lang", LANGUAGES)
def test_hostile_words_stay_text_wherever_they_stand(lang: Lang) -> None:
    plain = everywhere(small() | MORE | {"adopted": list(acts())})
    found = load_profile({**plain, "amendments": [everywhere(AMENDMENT)]})
    page = as_html(sheet(found, found.latest, lint(found), lang))
    seen = Rows(page)
    assert set(seen.tags) <= set(Rows(page_of("amended", lang)).tags) | set(Rows(page_of("full", lang)).tags)
    assert {name for name, _ in seen.attributes} <= {
        *("lang", "charset", "http-equiv", "content", "name", "class", "id", "href", "scope", "colspan"),
        *("role", "tabindex", "aria-label"),
    }
    assert seen.text.count("<script>alert(1)</script>") > 100
    assert missing(found.latest, page, lang) == []
    ET.fromstring(page)  # noqa: S314  # our own


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_well_formed_and_asks_nobody_for_anything(name: str, lang: Lang) -> None:
    page = page_of(name, lang)
    root = ET.fromstring(page)  # noqa: S314  # our own
    assert root.get("lang") == lang
    seen = Rows(page)
    assert not {"script", "img", "link", "iframe", "object", "embed", "form", "base", "svg"} & set(seen.tags)
    assert not re.search(r"[a-z]://|url\(|@import|javascript:", page)
    links = [value for key, value in seen.attributes if key == "href"]
    ids = [value for key, value in seen.attributes if key == "id"]
    assert links == [f"#{one}" for one in ids]
    assert len(set(ids)) == len(ids)
    headings = [one for one in seen.tags if one in ("h1", "h2", "h3")]
    assert headings[0] == "h1"
    assert headings.count("h1") == 1
    assert len(page.encode()) < 300_000


@given(st.text())
def test_any_words_are_one_line_of_text_without_a_hidden_sign(text: str) -> None:
    told_ = escaped(text)
    told_.encode()
    found = ET.fromstring(f'<p title="{told_}">{told_}</p>')  # noqa: S314  # our own
    assert (found.text or "") == found.get("title")
    assert hidden(found.text or "") is None, hidden_sign(text)
    assert "\n" not in told_
    assert list(found) == []


# ─── Words ───────────────────────────────────────────────────────────────────────────────────────────────


def test_what_the_text_of_a_term_leaves_out_is_told_after_it() -> None:
    said = Worded(profile("full").latest, "ru")
    term = profile("full").latest.adopted[0].fills[0].term
    assert said.value(term, None).startswith("календарных дней после события: 6; ")
    assert said.value(term, None).endswith(": да")


def test_a_value_that_the_file_leaves_to_the_library_says_so() -> None:
    page = Rows(page_of("small", "ru"))
    assert "право голоса: да (по умолчанию)" in page.at("прил. 3 к постановлению № 1")
    assert "по умолчанию" not in page.at("п. 7 прил. 2 к постановлению № 1")
    city = Rows(page_of("city", "ru")).at(profile("city").latest.cite("act").label.ru)
    assert "день опубликования: 05.10.2023" in city
    assert "05.10.2023 (по умолчанию)" not in city  # another key of the file says it


def test_one_of_two_keys_given_is_no_silence_about_the_other() -> None:
    for name, absent in (("city", "целевой ориентир"), ("small", "целевые ориентиры по годам")):
        found = profile(name)
        assert not [one for one in sheet(found, found.latest, (), "ru").silent if absent in one.titles]
    found = profile("full")
    titles_ = {title for one in sheet(found, found.latest, (), "ru").silent for title in one.titles}
    assert not titles_ & {"утрачивает силу с", "действует по", "приостановлено", "установленное число"}
