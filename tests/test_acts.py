"""What an act is called and how its provisions are addressed, where the file says as little as it can.

Laws: a generated label parses back to its number and its date; within one act no two addresses have one label;
an address written in its one way is written so again; the JSON Schema and the reader take the same addresses.
"""

import re
from datetime import date
from typing import Any

import bad_profiles
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter, ValidationError

from law189 import load_profile
from law189.errors import ProfileError
from law189.law import Act, Citation, Cite, Text, UnknownProvision
from law189.law.address import RESERVED, normal
from law189.law.label import ActKind, made, read

DECREE = {"number": 12, "date": "2024-01-15", "title": {"ru": "О рабочей группе"}}
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
KINDS: tuple[Any, ...] = ActKind.__args__  # type: ignore[attr-defined]
NUMBERS = st.from_regex(r"(?!0+\Z)[0-9]{1,5}([-/][0-9а-яА-Яa-z]{1,3})?", fullmatch=True)
DOCUMENTS = [{"id": "reg", "ru": "Положение"}, {"id": "list", "ru": "Перечень"}]
NUMBERING = {
    "subitems": ["p3.1", "app2", "sec4.2", "reg.2"],
    "paragraphs": ["p8", "p3.1.1", "app3"],
    "rows": ["app5"],
}
ACT = Act.model_validate({"id": "town-1", "number": 1, "numbering": NUMBERING, "documents": DOCUMENTS})
PLAIN = Act(id="town-1", number="1")

NUMBER = st.integers(0, 12).map(str)
LETTER = st.sampled_from(["а", "a", "б", "b", "ж", "zh", "щ", "shch", "э", "c", "ь", "ы", "x", "А"])
STEP = (
    NUMBER
    | LETTER
    | st.sampled_from(["part1", "item2", "tab", "tab2", "row3", "note", "note1", "sec4", "sec0", ""])
)
ROOTS = "act preamble title app app2 app3 app5 p p3 p8 sec4 sec99 sec100 art20 reg list annex tab1 note1 row1 3 р3"
ROOT = st.sampled_from(["", *ROOTS.split()])
ADDRESS = st.builds(lambda root, steps: ".".join([root, *steps]), ROOT, st.lists(STEP, max_size=4))
SCHEMA = Draft202012Validator(TypeAdapter(Cite).json_schema())


def small(**act: Any) -> dict[str, Any]:
    return {**bad_profiles.small(), "profile": "my_town", "act": {**DECREE, **act}}


def test_the_smallest_decree_is_called_by_its_profile_its_number_and_its_date():
    act = load_profile(small()).act
    assert (act.id, act.number, act.kind) == ("my-town", "12", None)
    assert act.label.ru == "постановление № 12 от 15.01.2024"
    assert act.cite("p3").label == Text(
        "п. 3 постановления № 12 от 15.01.2024", "item 3 of decree No 12 of 15.01.2024"
    )
    assert load_profile(small()).latest.cite("my-town/app2.1").label.ru == (
        "п. 1 прил. 2 к постановлению № 12 от 15.01.2024"
    )
    assert act.title == Text("О рабочей группе")


@pytest.mark.parametrize("number", [12, "12", " 12 "])
def test_a_number_is_the_same_with_quotes_and_without(number):
    assert load_profile(small(number=number)).act == load_profile(small()).act


def test_an_act_without_number_date_and_title_is_called_by_its_kind():
    act = Act(id="town", kind="распоряжение")
    assert (act.label.ru, act.label.of, act.label.to, act.label.en) == (
        "распоряжение",
        "распоряжения",
        "распоряжению",
        "directive",
    )


@pytest.mark.parametrize("number", [True, 0, "0", "00", -1, "-1", 1.5, "", "№ 5", "5 от 01.02.2024"])
def test_what_is_no_number_of_an_act_is_refused(number):
    with pytest.raises(ProfileError):
        load_profile(small(number=number))


@pytest.mark.parametrize(
    ("kind", "number", "expected"),
    [("приказ", 7, "order-7"), (None, "12-a", "decree-12-a"), ("закон", "7-ОЗ", None), (None, None, None)],
)
def test_another_act_is_named_by_its_kind_and_number_where_they_give_a_latin_word(kind, number, expected):
    if expected is None:
        with pytest.raises(ValidationError, match="has no short name"):
            Act(kind=kind, number=number)
    else:
        assert Act(kind=kind, number=number).id == expected


@given(st.sampled_from(KINDS), st.none() | NUMBERS, st.none() | DAYS)
def test_a_generated_label_parses_back_to_its_number_and_its_date(kind, number, day):
    label = made(kind, number, day)
    for case in (label.ru, label.of, label.to):
        assert read(case) == (number, None if day is None else f"{day:%d.%m.%Y}")
    assert label.ru.startswith(kind)
    act = Act(id="town", kind=kind, number=number, date=day)
    assert tuple(getattr(act.label, case) for case in ("ru", "of", "to", "en")) == label


@given(st.sampled_from(KINDS), NUMBERS, DAYS)
def test_a_nominative_of_ones_own_is_declined_and_one_that_begins_otherwise_needs_its_cases(
    kind, number, day
):
    ru = f"{kind} администрации № {number}"
    act = Act.model_validate({"id": "town", "number": number, "date": day, "label": {"ru": ru}})
    rest = f" администрации № {number}"
    assert act.label.of == made(kind, None, None).of + rest
    assert act.label.to == made(kind, None, None).to + rest
    with pytest.raises(ValidationError, match="is not declined by itself"):
        Act.model_validate({"id": "town", "label": {"ru": "Федеральный закон"}})


# ─── Адреса ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("address", "ru", "en"),
    [
        (
            "sec4.2.1",
            "подп. 1 п. 2 разд. IV постановления № 1",
            "sub-item 1 of item 2 of section IV of decree No 1",
        ),
        ("sec4.3.1", "п. 3.1 разд. IV постановления № 1", "item 3.1 of section IV of decree No 1"),
        ("p3.2.а", "подп. «а» п. 3.2 постановления № 1", "sub-item (a) of item 3.2 of decree No 1"),
        (
            "p3.1.1.2",
            "абз. 2 подп. 1 п. 3.1 постановления № 1",
            "paragraph 2 of sub-item 1 of item 3.1 of decree No 1",
        ),
        ("app", "прил. к постановлению № 1", "annex to decree No 1"),
        ("app.5", "п. 5 прил. к постановлению № 1", "item 5 of annex to decree No 1"),
        ("app2.5", "подп. 5 прил. 2 к постановлению № 1", "sub-item 5 of annex 2 to decree No 1"),
        (
            "app5.1.3.7",
            "строка 3.7 цели 1 прил. 5 к постановлению № 1",
            "row 3.7 of goal 1 of annex 5 to decree No 1",
        ),
        ("app5.note1", "примечание 1 прил. 5 к постановлению № 1", "note 1 of annex 5 to decree No 1"),
        (
            "app5.tab2.row3",
            "строка 3 табл. 2 прил. 5 к постановлению № 1",
            "row 3 of table 2 of annex 5 to decree No 1",
        ),
        ("reg", "Положение (постановление № 1)", "Regulation (decree No 1)"),
        ("reg.3.1", "п. 3.1 Положения (постановление № 1)", "item 3.1 of Regulation (decree No 1)"),
        ("art5.part1.item2.в", "подп. «в» п. 2 ч. 1 ст. 5 постановления № 1", None),
    ],
)
def test_an_address_is_written_as_a_lawyer_writes_it(address, ru, en):
    label = ACT.cite(address).label
    assert label.ru == ru
    assert label.en == (en or label.en)


def test_cyrillic_and_latin_of_one_letter_are_one_address():
    for cyrillic, latin in (
        ("а", "a"),
        ("в", "v"),
        ("р", "r"),
        ("п", "p"),
        ("ж", "zh"),
        ("щ", "shch"),
        ("я", "ya"),
    ):
        assert ACT.cite(f"p3.1.{cyrillic}") == ACT.cite(f"p3.1.{latin}")
        assert f"«{cyrillic}»" in ACT.cite(f"p3.1.{latin}").label.ru


@given(ADDRESS)
def test_an_address_written_in_its_one_way_is_written_so_again(address):
    once = normal(address)
    assert once is None or (normal(once) == once and cited(once) == cited(address))


def cited(address: str) -> Citation | None:  # reads as a constant act
    try:
        return ACT.cite(address)
    except UnknownProvision:
        return None


@given(st.sampled_from([ACT, PLAIN]), ADDRESS, ADDRESS)
def test_two_addresses_of_one_act_have_two_labels(act, one, other):
    if normal(one) is None or normal(other) is None:
        return
    try:
        cites = act.cite(one), act.cite(other)
    except UnknownProvision:
        return
    for lang in ("ru", "en"):
        assert (cites[0].label[lang] == cites[1].label[lang]) == (normal(one) == normal(other))


@given(ADDRESS | st.text(alphabet="app.sectab1250ржа", max_size=8))
def test_the_schema_and_the_reader_take_the_same_addresses(address):
    documents = [{"id": "x", "ru": "Документ", "of": "Документа"}]
    root = re.match(r"[a-z]+", address)
    if root is not None and root[0] not in RESERVED:
        documents[0]["id"] = root[0]
    act = Act.model_validate({"id": "town", "documents": documents})
    try:
        act.cite(address)
        taken = True
    except UnknownProvision:
        taken = False
    assert taken == SCHEMA.is_valid(address)
    assert taken == (normal(address) is not None)


def test_a_document_that_approvals_name_is_addressed_by_its_id():
    plain = small()
    plain["approvals"] = [
        {"id": "reg", "document": {"ru": "Положение"}, "what": {"ru": "о группе"}, "cite": "p2"},
        {"id": "comp", "document": {"ru": "Состав"}, "what": {"ru": "группы"}, "cite": "p2"},
    ]
    plain["control"] = {"value": {"ru": "заместитель главы"}, "cite": "reg.2.1"}
    profile = load_profile(plain)
    assert profile.latest.control.basis.label.ru == "п. 2.1 Положения (постановление № 12 от 15.01.2024)"
    assert profile.latest.cite("comp.1").label.ru == "п. 1 Состава (постановление № 12 от 15.01.2024)"
    plain["control"]["cite"] = "red.2.1"
    with pytest.raises(ProfileError, match=r"the act has no document «red» .* did you mean «reg»"):
        load_profile(plain)


# ─── Любой акт ───────────────────────────────────────────────────────────────────────────────────────────


def test_a_profile_may_describe_any_act_and_cite_it():
    plain = small()
    law = {
        "id": "kuzbass-7",
        "kind": "закон",
        "number": "7-ОЗ",
        "date": "2023-12-01",
        "level": "regional",
        "read_at": "официальный сайт",
        "grade": "excerpt",
    }
    plain["acts"] = [{"act": law, "why": {"ru": "полномочия"}, "cite": "preamble"}, {"act": {"number": 9}}]
    plain["control"] = {"value": {"ru": "заместитель главы"}, "cite": "kuzbass-7/art3.part1"}
    edition = load_profile(plain).latest
    assert edition.control.basis.label.ru == "ч. 1 ст. 3 закона № 7-ОЗ от 01.12.2023"
    assert [edition.act_of(ref).id for ref in edition.acts] == ["kuzbass-7", "decree-9"]
    assert edition.act_of(edition.acts[0]).level == "regional"
    plain["control"]["cite"] = "kuzbass-8/art3.part1"
    with pytest.raises(ProfileError, match="the act «kuzbass-8» is not known"):
        load_profile(plain)
