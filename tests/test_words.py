"""Every field says what it is, once, where it is declared: of events, extracts, profiles, records and lines.

Law: no field of any entry is without its words and one sentence of help, in both languages; and no two fields of
one entry have the same words.
"""

import pkgutil
import re
from collections import Counter
from importlib import import_module
from typing import Annotated

import places
import pytest
from jsonschema import Draft202012Validator
from pydantic import create_model

from law189 import MeetingRecord
from law189.audit.indicators import Reported
from law189.audit.plan import Done
from law189.casebook.line import Line
from law189.cases.history import Decision, Event
from law189.cases.saved import KeptHistory, KeptRecord
from law189.cases.schema_one import Saved, SavedRecord
from law189.law import About, Day, Entry, about
from law189.profile.federal import shipped_data
from law189.profile.profile import Profile
from law189.workflows import LIFECYCLES

ROOMS = ("law", "calendar", "extracts", "profile", "rules", "cases", "workflows", "casebook", "audit")
WRITTEN_BY_THE_LIBRARY = {KeptHistory, KeptRecord, Saved, SavedRecord}
"""What a history is saved as: nobody fills it in."""


def modules():
    for room in ROOMS:
        module = import_module(f"law189.{room}")
        yield module.__name__
        if hasattr(module, "__path__"):
            found = (one.name for one in pkgutil.walk_packages(module.__path__, f"law189.{room}."))
            yield from (name for name in found if ".stores" not in name)  # they need an extra


MODULES = frozenset(modules())
for name in MODULES:
    import_module(name)


def below(entry):
    """Every kind of entry that the library declares; of a norm of some value, the norm."""
    for kind in entry.__subclasses__():
        if kind.__module__ in MODULES and not kind.__pydantic_generic_metadata__["args"]:
            yield kind
        yield from below(kind)


ENTRIES = sorted(
    set(below(Entry)) - WRITTEN_BY_THE_LIBRARY, key=lambda one: f"{one.__module__}.{one.__name__}"
)


def faults_of(entry):
    """What is wrong with the words of an entry's fields, each with its field."""
    fixed = {"kind"} if issubclass(entry, Event) else set()  # its one word, which no file can have otherwise
    said = {name: about(entry, name) for name in entry.model_fields if name not in fixed}
    for name, words in said.items():
        if words is None:
            yield name, "says nothing of itself"
        else:
            yield from ((name, fault) for fault in (*spoken(words), *shaped(words)))
    for lang in ("ru", "en"):
        titles = Counter(words.title[lang] for words in said.values() if words is not None)
        yield from ((title, "is the title of two fields") for title, times in titles.items() if times > 1)


def spoken(said):
    """What is not in its language."""
    for words in (said.title, said.help):
        if not re.search("[а-яё]", words.ru.lower()):
            yield f"has no Russian: {words.ru}"
        if re.search("[а-яё]", words.en.lower()) or not re.search("[a-z]", words.en.lower()):
            yield f"has no English: {words.en}"


def shaped(said):
    """What is no title, or not one sentence."""
    for title in (said.title.ru, said.title.en):
        if title.endswith(".") or title != title.strip():
            yield f"is no title: {title}"
    for told in (said.help.ru, said.help.en):
        if not told.endswith(".") or re.search(r"[.!?…]\s", told):
            yield f"is not one sentence: {told}"


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda one: f"{one.__module__}.{one.__name__}")
def test_every_field_has_its_words_and_one_sentence_of_help_in_both_languages(entry):
    assert list(faults_of(entry)) == []


GOOD = About.of("кворум", "quorum", "Сколько членов нужно.", "How many members are needed.")
BAD = {
    "says nothing": None,
    "no Russian": About.of("quorum", "quorum", "Сколько нужно.", "How many."),
    "no English": About.of("кворум", "кворум", "Сколько нужно.", "How many."),
    "help without Russian": About.of("кворум", "quorum", "How many.", "How many."),
    "two sentences": About.of("кворум", "quorum", "Сколько нужно. Это доля.", "How many."),
    "no full stop": About.of("кворум", "quorum", "Сколько нужно.", "How many"),
    "no title": About.of("кворум.", "quorum", "Сколько нужно.", "How many."),
    "the same words twice": About.of("день", "quorum", "Сколько нужно.", "How many."),
}


@pytest.mark.parametrize("words", [GOOD, *BAD.values()], ids=["good", *BAD])
def test_the_law_finds_a_field_without_words(words):
    day = Annotated[Day, About.of("день", "day", "В какой день.", "On which day.")]
    quorum = str if words is None else Annotated[str, words]
    kind = create_model("Drawn", __base__=Entry, on=(day, ...), quorum=(quorum, ...))
    assert bool(list(faults_of(kind))) is (words is not GOOD)


def test_the_walk_meets_what_a_user_writes():
    met = {entry.__name__ for entry in ENTRIES}
    assert {"Edition", "WorkingGroup", "Seat", "PlanItem", "Indicator", "Act", "Norm", "Amendment"} <= met
    assert {"MeetingRecord", "MinutesRecord", "Line", "Decision", "Done", "Reported", "RecordAnnulled"} <= met
    assert {clause.event for cycle in LIFECYCLES for clause in cycle.clauses} <= set(ENTRIES)


# ─── Where the words go ──────────────────────────────────────────────────────────────────────────────────

SCHEMAS = {
    "profile": Profile.json_schema(),
    "meeting": MeetingRecord.model_json_schema(),
    "line": Line.model_json_schema(),
    "done": Done.model_json_schema(),
    "reported": Reported.model_json_schema(),
}


def properties(schema):
    """Every property of every object that the schema declares, with its place."""
    for name, told in schema.get("properties", {}).items():
        yield f"{schema.get('title')}.{name}", told
    for inner in (*schema.get("$defs", {}).values(), *schema.get("anyOf", ())):
        yield from properties(inner)


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_property_of_a_schema_has_its_words_in_both_languages(name):
    bare = [
        place
        for place, told in properties(SCHEMAS[name])
        if {"ru", "en"} - told.get("x-law189", {}).get("title", {}).keys()
        and not (place.endswith(".kind") and "const" in told)
    ]
    assert bare == []


def test_the_words_of_a_key_of_a_profile_are_those_of_its_field_also_where_another_schema_is_meant():
    quorum = SCHEMAS["profile"]["$defs"]["WorkingGroup"]["properties"]["quorum"]
    assert (quorum["title"], quorum["anyOf"][0]["$ref"]) == ("кворум", "#/$defs/Norm_Threshold_")
    assert quorum["x-law189"]["title"]["en"] == "quorum"
    assert quorum["x-law189"]["description"]["ru"] == quorum["description"]
    assert SCHEMAS["profile"]["properties"]["amendments"]["x-law189"]["title"]["ru"] == "изменения"
    body = SCHEMAS["profile"]["$defs"]["PlanItem"]["properties"]["responsible"]
    assert body["x-law189"]["choices"] == {"from": "bodies"}


def deepest(error):
    """The places of an error of a schema, and of those within it where a key may be left out."""
    yield error.json_path
    for within in error.context:
        yield from deepest(within)


def test_the_words_of_a_key_do_not_stop_the_schema_from_looking_within():
    plain = dict(shipped_data()["municipalities"]["kemerovo"])
    schema = Draft202012Validator(SCHEMAS["profile"])
    assert list(schema.iter_errors(plain)) == []
    group = {**plain["working_group"], "quorum": {"value": {"at_least": 0.5}, "cite": "app3.5.5"}}
    (error,) = schema.iter_errors({**plain, "working_group": group})
    assert "$.working_group.quorum.value.at_least" in set(deepest(error))


# ─── The pages ───────────────────────────────────────────────────────────────────────────────────────────


def page(name):
    return (places.ROOT / "docs" / "reference" / f"{name}.md").read_text(encoding="utf-8")


def sections(name):
    """What the page says of each entry, by its name."""
    heads = re.split(r"^## (\w+)$", page(name), flags=re.MULTILINE)[1:]
    return dict(zip(heads[::2], heads[1::2], strict=True))


FEDERAL = {"Federal", "Slot", "Delegation", "Value"}
"""What the library ships: no profile has them. What two terms share is told with each of them."""
KEYS_OF = {
    "profile_keys": [
        entry
        for entry in ENTRIES
        if entry.__module__.startswith(("law189.profile.", "law189.law."))
        and not entry.__name__.startswith("_")
        and entry.__name__ not in FEDERAL | {"Period", "Handed"}
    ],
    "record_keys": [
        entry for entry in ENTRIES if entry.__module__.startswith("law189.audit.") or entry is Decision
    ],
}


@pytest.mark.parametrize(
    ("name", "lang"), [("profile_keys", "en"), ("record_keys", "en"), ("record_keys.ru", "ru")]
)
def test_the_page_has_every_key_of_every_entry_with_its_words(name, lang):
    told = sections(name)
    for entry in KEYS_OF[name.removesuffix(".ru")]:
        for key, field in zip(entry.known_keys(), entry.model_fields, strict=True):
            said = about(entry, field)
            row = f"| {said.title[lang]}. {said.help[lang]} |"
            rest = {"en": "the rest", "ru": "остальное"}[lang]
            shown = rest if entry.model_fields[field].annotation is Event else f"`{key}`"
            assert f"| {shown} {row}" in told[entry.__name__], (entry, key)


def test_the_page_in_russian_has_every_key_of_a_profile_with_its_words():
    told = page("profile_keys.ru")
    for entry in KEYS_OF["profile_keys"]:
        for key, field in zip(entry.known_keys(), entry.model_fields, strict=True):
            said = about(entry, field)
            assert f"| `{key}` | {said.title.ru}. {said.help.ru} |" in told, (entry, key)


def test_the_page_says_what_is_required_and_where_choices_come_from():
    told = sections("profile_keys")
    rows = {
        cells[1].strip(): cells
        for cells in (line.split("|") for line in told["Edition"].splitlines())
        if len(cells) > 4
    }
    assert rows["`title`"][4].strip() == "yes"
    assert rows["`paper`"][4].strip() == "—"
    assert "for the answer" in rows["`authorized_body`"][4]
    assert "may be `null`" in told["IndicatorValue"]
    assert "bodies that the profile names" in told["PlanItem"]
    assert "| да |" in sections("record_keys.ru")["MeetingRecord"]
    assert "`single-certificate`" in told["LocalAct"]


@pytest.mark.parametrize("name", KEYS_OF)
def test_every_link_within_a_page_leads_to_one_heading(name):
    heads = Counter(head.lower() for head in re.findall(r"^## (\w+)$", page(name), re.MULTILINE))
    assert set(re.findall(r"\(#(\w+)\)", page(name))) <= heads.keys()
    assert set(heads.values()) == {1}
