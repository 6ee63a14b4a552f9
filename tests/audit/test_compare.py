"""What differs between two editions: the two real decrees, every field of the model, the laws of a comparison."""

import re
from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Literal, get_args, get_origin

import places
import pytest
from filled import acts, filled
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size
from pydantic import BaseModel

from law189.audit.compare import compare
from law189.audit.compare.meaning import Side, unsaid
from law189.audit.compare.phrases import name_of, worded
from law189.audit.compare.strictness import stricter
from law189.kinds import WrongType
from law189.law import Citation, Entry, Norm, Text, Vocabulary
from law189.profile.conditions import AtLeast, AtMost, ByDay, FromDay, LiveCases, OneOf, TermKept
from law189.profile.edition import Edition
from law189.profile.federal import shipped_data
from law189.profile.group import Role, Threshold
from law189.profile.loader import load_profile
from law189.profile.terms import After, Before, Quarter, Year
from law189.readings import READINGS

KEMEROVO, DISTRICT = (load_profile(name).latest for name in ("kemerovo", "novokuznetsk_district"))
FOUND = {one.path: one for one in compare(KEMEROVO, DISTRICT)}
QUICK = settings(max_examples=20)

# ─── Два настоящих постановления: список составлен по их текстам ─────────────────────────────────────────

SILENT = "молчит"
REAL = {
    "direction": ("дополнительных образовательных программ", "дополнительные общеразвивающие программы"),
    "authorized_body.grade": ("принято библиотекой", "прочитано полностью"),
    "entry_into_force": (SILENT, "со дня после опубликования"),
    "control": ("заместитель Главы города", "заместитель главы округа"),
    "factor_analysis": (SILENT, "01.10.2023"),
    "selection[certificate].since": (SILENT, "01.01.2023"),
    "selection[certificate].until": (SILENT, "31.12.2024"),
    "selection[certificate].law": (SILENT, "п. 1 ч. 2 ст. 9"),
    "selection[certificate].services": (SILENT, "п. 4"),
    "selection[certificate].grade": ("принято библиотекой", "прочитано полностью"),
    # услуги: семь по направленностям против одной; общая — АЖ48000
    **{f"services[804200О.99.0.ББ52{end}]": ("направленность", SILENT) for end in (
        "АЕ11000", "АЕ35000", "АЕ59000", "АЕ83000", "АЖ07000", "АЖ31000")},
    "services[804200О.99.0.ББ52АЖ48000].attendance": ("очная", SILENT),
    **{f"excluded_providers[детская {kind}]": ("школа", SILENT) for kind in (
        "школа искусств", "музыкальная школа", "хоровая школа", "художественная школа", "хореографическая школа",
        "театральная школа", "цирковая школа", "школа художественных ремесел")},
    # документы в электронной форме и бумага в 2023 году
    **{f"documents[{kind}]": (SILENT, "электронная") for kind in (
        "social-order", "order-report", "provider-application", "agreement")},
    "paper[certificate, consumer-application, contract]": ("при технической невозможности", SILENT),
    "paper[social-order]": (SILENT, "без условий"),
    "paper[agreement]": (SILENT, "при технической невозможности"),
    "systems[ис навигатор дополнительного образования детей кузбасса].forms": ("сертификат", "заявка на включение"),
    "systems[ис навигатор дополнительного образования детей кузбасса].forms_others": ("Кемеровской", "округа"),
    "publication[decree].where": ("официальное опубликование", "«Сельские вести»"),
    "publication[decree].responsible": ("Комитет", SILENT),
    # рабочая группа
    "working_group.status": (SILENT, "коллегиальный совещательный орган"),
    "working_group.purpose": ("подразделений администрации", "органов местного самоуправления"),
    "working_group.sources": ("муниципальные акты города", "Кемеровской области"),
    "working_group.seats[member]": ("мест: 8", "мест: 3"),
    "working_group.composition": ("утверждает постановление", "пять мест"),
    "working_group.minutes.drafted_by": (SILENT, "секретарь"),
    "working_group.secretary": (SILENT, "готовит проекты решений"),
    "working_group.powers[request-information]": (SILENT, "запрашивать сведения"),
    # план
    "plan[budget-amendment]": (SILENT, "финансовое управление"),
    "plan[electronic-agreement]": (SILENT, "2023 год"),
    "plan[single-certificate]": (SILENT, "4 квартал 2024 года"),
    "plan[участие в совещании об итогах по показателям]": (SILENT, "2025 год"),
    "plan[provider-register].result": ("решение о бюджете", "акт утверждён"),
    "plan[provider-register].result_of": ("об изменении бюджета", SILENT),
    "plan[standard-agreement#2]": ("приказ управления образования", SILENT),
    "plan[contract-terms].result": ("акт утверждён", "проекты разработаны или акты утверждены"),
    "plan[order].term": ("до 01.10.2023, далее ежегодно до 01.01", "2023 год, далее ежегодно до 01.01"),
    **{f"plan[{milestone}].term": ("до 01.09.2023", "2023 год") for milestone in (
        "register", "agreements", "certificates")},
    "plan[selection].term": ("с 01.09.2023", "2023 год"),
}  # fmt: skip
"""What the decrees decide differently, read in both texts, with words of each side."""
KNOWN_ROWS = {"app5.2.1", "app5.3.1", "app5.4.1", "app5.4.2", "app5.4.3", "app5.5.1"}
"""The rows of the first decree whose base and target are known; the target of row 5 of goal 4 is known too."""
WORDS_ONLY = {
    "publication[law-documents].where",
    "plan[media-plan].result",
    "plan[размещение информации и документов по закону на едином портале бюджетной системы].result",
}
NAMED_ONCE = {path for path in FOUND if path.startswith("bodies[")}


@pytest.mark.parametrize("path", REAL)
def test_a_real_difference_of_the_two_decrees_is_told_with_both_values_and_addresses(path):
    told = FOUND[path]
    for words, side, cite, act in zip(
        REAL[path],
        (told.a, told.b),
        (told.a_cite, told.b_cite),
        ("kemerovo-2993", "novokuznetsk-277"),
        strict=True,
    ):
        assert words.lower() in side.ru.lower()
        assert (cite is None) == (words == SILENT)
        assert cite is None or cite.act == act


def test_every_row_of_indicators_differs_by_who_answers_and_by_the_month_and_some_by_the_value():
    rows = {one.cite.address for one in KEMEROVO.indicators}
    told = {name: {} for name in ("responsible", "base", "target")}
    for path, one in FOUND.items():
        if path.startswith("indicators[") and (name := path.rpartition(".")[2]) in told:
            told[name][(one.a_cite or one.b_cite).address.replace("app3", "app5")] = one
    assert all(found.keys() == rows for found in told.values())
    assert all(one.a.ru == SILENT for one in told["responsible"].values())
    assert {row for row, one in told["base"].items() if "определено" not in one.a.ru} == KNOWN_ROWS
    assert {row for row, one in told["target"].items() if "определено" not in one.a.ru} == {
        *KNOWN_ROWS,
        "app5.4.5",
    }
    assert all("будет определено" in one.b.ru for name in ("base", "target") for one in told[name].values())
    assert told["target"]["app5.5.1"].b.ru == "будет определено, год не указан"


def test_nothing_else_is_told_of_the_two_decrees():
    rest = {path for path in FOUND.keys() - REAL.keys() if not path.startswith("indicators[")}
    assert len(NAMED_ONCE) == 2
    assert rest - NAMED_ONCE == {
        *WORDS_ONLY,
        "plan[standard-agreement#1].result",
        "plan[standard-agreement#1].result_of",
    }
    assert all(FOUND[path].in_words for path in WORDS_ONLY)


def test_what_both_decrees_decide_alike_is_not_told():
    same = (
        "quorum",
        "adoption",
        "casting_vote",
        "presiding",
        "agenda",
        "meetings",
        "tasks",
        "functions",
        "advisory",
    )
    for name in same:
        assert not [path for path in FOUND if path.startswith(f"working_group.{name}")]
    for name in (
        "licence",
        "acts",
        "approvals",
        "readings",
        "documents[contract]",
        "plan[subsidy]",
        "systems[гиис",
    ):
        assert not [path for path in FOUND if path.startswith(name)]


def test_a_document_asked_for_in_a_form_is_stricter_than_none():
    assert {FOUND[path].stricter for path in FOUND if path.startswith("documents[")} == {"b"}


# ─── Прогулка по модели: каждое поле ─────────────────────────────────────────────────────────────────────


def whole():
    """The edition of a profile that uses what the model has: an invented municipality on a real decree."""
    ground = {"id": "large-family", "title": {"ru": "дети из многодетных семей"}}
    act, step = "novokuznetsk-277", {"step": "certificate.applied_for", "missing": "void", "cite": "p1"}
    questions = [
        {"kind": "confirmed"},
        {"kind": "one_of", "values": [ground, {"id": "orphan", "title": {"ru": "сироты"}}]},
        {"kind": "at_most", "amount": 3, "counted": {"ru": "программ"}},
        {"kind": "not_later", "day": "2024-01-05"},
        {"kind": "live_cases", "at_most": 2},
        {"kind": "term_kept", "days": 10, "unit": "calendar_days"},
    ]
    titles = ("прописка", "категория", "программы", "день подачи", "дела", "давность")
    more = {
        "adopted": list(acts()),
        "conditions": [
            {"id": f"asked-{'abcdef'[at]}", "asks": asks, "title": {"ru": title}, "since": "2024-01-01"} | step
            for at, (asks, title) in enumerate(zip(questions, titles, strict=True))
        ],
        "parameters": [
            {
                "services": ["8042000.99.0.ББ52АЖ48000"],
                "body": "education",
                "consumers": {"age_from": 5, "age_to": 17, "categories": [ground], "excluded": [
                    {"id": "enrolled", "title": {"ru": "уже зачисленные"}}]},
                "nominals": [{"volume": {"amount": 72, "unit": "roubles"}}],
                "normatives": [{"roubles": "120.50", "unit": "roubles"}],
                "certificates": 100,
                "limits": [{"certificates": 50, "since": "2024-01-01", "until": "2024-06-30"}],
                "periods": [{"since": "2024-01-01", "until": "2024-12-31"}],
                "duration": {"ru": "учебный год"},
                "place": {"ru": "в учреждении"},
                "cite": "p4",
            }
        ],
        "readings": {"Q1": "exact"},
    }  # fmt: skip
    file = shipped_data()["municipalities"]["novokuznetsk_district"]
    assert act == file["act"]["id"]
    return load_profile({**file, **more}).latest


def small():
    return load_profile(places.TESTS / "profiles" / "small.yaml").latest


EDITIONS = {"kemerovo": lambda: KEMEROVO, "district": lambda: DISTRICT, "whole": whole, "small": small}
ENOUGH = size(1, 2)
"""So many changes of one field are tried in every list."""


def otherwise(value):
    """Values of the same kind that mean something else."""
    match value:
        case bool():
            yield not value
        case Vocabulary():
            yield next(one for one in type(value) if one is not value) if len(type(value)) > 1 else None
        case str():
            yield "02-03" if re.fullmatch("[0-9]{2}-[0-9]{2}", value) else f"{value}-x"
        case int() | Decimal():
            yield value + 1
        case date():
            yield value + timedelta(1)
        case Fraction():
            yield value / 2
        case Text():
            yield Text(f"{value.ru} и иное", value.en)
        case Citation():
            yield Citation("189-fz", f"art{len(value.address)}", Text("иное", "other"))
        case tuple() if value:
            yield value[1:]


def changed(entry, tried, above=""):
    """Changes of one value: its path, the fields from the edition down to it, the changed entry."""
    kind = type(entry)
    for name in kind.model_fields:
        value = getattr(entry, name)
        path = above if issubclass(kind, Norm) and name == "value" else f"{above}.{name}".lstrip(".")
        others = [*otherwise(value)]
        if value is not None and kind.model_fields[name].default is None and kind is not Threshold:
            others.append(None)
        tried[path, kind] += bool(others)
        if tried[path, kind] <= ENOUGH:
            for other in others:
                yield path, [(kind, name)], entry.model_copy(update={name: other})
        for place, one in enumerate(value if isinstance(value, tuple) else [value]):
            if isinstance(one, Entry):
                for at, fields, other in changed(one, tried, path):
                    put = (*value[:place], other, *value[place + 1 :]) if isinstance(value, tuple) else other
                    yield at, [(kind, name), *fields], entry.model_copy(update={name: put})


def plainly(path):
    """The path of the fields alone."""
    return re.sub(r"\[[^\]]*\]", "", path)


@cache
def edition(name):
    return EDITIONS[name]()


@pytest.mark.parametrize("name", EDITIONS)
def test_every_changed_value_is_told_at_its_path_or_is_listed_with_the_reason(name):
    before, told, listed, wrong = edition(name), set(), set(), []
    for path, fields, after in changed(before, Counter()):
        found = [plainly(one.path) for one in compare(before, after)]
        called = ".".join((fields[-1][0].__name__, fields[-1][1]))
        if any(path == one or path.startswith(f"{one}.") for one in found):
            told.add(called)
        elif any(unsaid(*field) for field in fields):
            listed.add(called)
        else:
            wrong.append((path, found))
    assert not wrong
    assert len(told) > 60
    assert len(listed) > 20


@pytest.mark.parametrize("name", EDITIONS)
def test_what_carries_no_meaning_is_no_difference(name):
    """Titles, addresses and English words of every entry at once."""
    before = edition(name)
    assert compare(before, respelt(before)) == ()


def respelt(value):
    """The same with other addresses, English words, letters that mean the same, and lists the other way round."""
    match value:
        case Text():
            return Text(value.ru.upper().replace("Ё", "Е"), "other words")
        case Citation() if value.act not in ("189-fz", "minfin-243n"):
            return Citation(value.act, "p999", Text("п. 999", "item 999"))
        case Entry():
            new = {name: respelt(getattr(value, name)) for name in type(value).model_fields}
            ordered = {"presiding": value.presiding} if hasattr(value, "presiding") else {}
            return value.model_copy(update=new | ordered)
        case tuple():
            return tuple(respelt(one) for one in reversed(value))
    return value


def test_a_reading_is_told_where_the_choice_is_another_and_not_where_the_default_is_written():
    code = "Q1"
    default = READINGS[code].default
    other = next(one for one in READINGS[code].choices if one != default)
    written = KEMEROVO.model_copy(update={"readings": {code: default}})
    assert compare(KEMEROVO, written) == ()
    (found,) = compare(KEMEROVO, KEMEROVO.model_copy(update={"readings": {code: other}}))
    assert found.path == f"readings[{code}]"
    assert found.b == READINGS[code].choices[other]


def test_an_edition_is_asked_for():
    with pytest.raises(WrongType):
        compare(KEMEROVO, load_profile("kemerovo"))


# ─── Законы сравнения ────────────────────────────────────────────────────────────────────────────────────


@cache
def changes(name):
    return [after for *_, after in changed(edition(name), Counter())]


@st.composite
def editions(draw):
    """An edition with one part of its decisions changed, or with whole parts of another."""
    found = draw(st.sampled_from(sorted(EDITIONS)).flatmap(lambda name: st.sampled_from(changes(name))))
    other = edition(draw(st.sampled_from(sorted(EDITIONS))))
    parts = draw(
        st.sets(st.sampled_from(["documents", "plan", "indicators", "systems", "services", "selection"]))
    )
    return found.model_copy(update={part: getattr(other, part) for part in parts})


@given(editions())
@QUICK
def test_an_edition_does_not_differ_from_itself(one):
    assert compare(one, one) == ()
    assert compare(one, one.model_copy()) == ()


@given(editions(), editions())
@QUICK
def test_a_comparison_mirrors_the_one_with_the_sides_exchanged(a, b):
    there, back = compare(a, b), compare(b, a)
    assert [one.mirrored for one in back] == list(there)
    assert len({one.path for one in there}) == len(there)
    assert all(one.mirrored.mirrored == one for one in there)


# ─── Строже ──────────────────────────────────────────────────────────────────────────────────────────────

SHARES = st.fractions(min_value=Fraction(1, 9), max_value=Fraction(8, 9), max_denominator=9)
WHOLES = st.sampled_from(["members", "present"])
DAYS = st.dates(date(2024, 1, 1), date(2024, 1, 9))
FEW = st.integers(1, 4)
UNITS = st.sampled_from(["working_days", "calendar_days"])
IDS = st.sets(st.sampled_from("abc"), min_size=1)
VALUES = st.one_of(
    st.builds(lambda share, of: Threshold(at_least=share, of=of), SHARES, WHOLES),
    st.builds(lambda share, of: Threshold(more_than=share, of=of), SHARES, WHOLES),
    st.builds(lambda days, unit: After(kind="after", days=days, unit=unit), FEW, UNITS),
    st.builds(lambda days, unit: TermKept(kind="term_kept", days=days, unit=unit), FEW, UNITS),
    st.builds(lambda day: Before(kind="before", day=day), DAYS),
    st.builds(lambda year: Year(kind="year", year=2020 + year), FEW),
    st.builds(lambda year, quarter: Quarter(kind="quarter", year=2020 + year, quarter=quarter), FEW, FEW),
    st.builds(lambda amount: AtMost(kind="at_most", amount=amount), FEW),
    st.builds(lambda amount: AtLeast(kind="at_least", amount=amount), FEW),
    st.builds(lambda most: LiveCases(kind="live_cases", at_most=most), FEW),
    st.builds(lambda day: ByDay(kind="not_later", day=day), DAYS),
    st.builds(lambda day: FromDay(kind="not_earlier", day=day), DAYS),
    st.builds(
        lambda ids: OneOf(kind="one_of", values=[{"id": one, "title": {"ru": one}} for one in sorted(ids)]),
        IDS,
    ),
)


@given(VALUES, VALUES, VALUES)
@settings(QUICK, max_examples=size(300, 3000))
def test_stricter_is_antisymmetric_and_transitive(a, b, c):
    mirrored = {"a": "b", "b": "a", None: None}
    assert stricter("", a, b) == mirrored[stricter("", b, a)]
    assert stricter("", a, a) is None
    if stricter("", a, b) == "a" and stricter("", b, c) == "a":
        assert stricter("", a, c) == "a"


@given(SHARES, SHARES, st.booleans(), st.booleans(), st.integers(1, 40))
@settings(QUICK, max_examples=size(300, 3000))
def test_a_stricter_threshold_never_asks_for_fewer_people(one, other, more, less, whole):
    a, b = (
        Threshold(**{"more_than" if m else "at_least": share}) for share, m in ((one, more), (other, less))
    )
    if stricter("quorum", a, b) == "a":
        assert a.people(whole) >= b.people(whole)
    elif stricter("quorum", a, b) is None:
        assert a.people(whole) == b.people(whole)


CASES = [
    ("Consumers.age_from", 7, 5, "a"), ("Consumers.age_from", 5, None, "a"), ("Consumers.age_to", 17, 18, "a"),
    ("Limit.certificates", None, 5, "b"), ("Parameters.certificates", 3, None, "b"),
    ("Parameters.certificates", 1, None, None), ("Parameters.certificates", 2, 3, "a"),
    ("PaperRule.condition", "unconditional", "technical-impossibility", None),
    ("LocalCondition.missing", "void", "breach", "a"), ("Edition.licence", None, Text("лицензия"), "b"),
    ("Publication.where", None, Text("газета"), None), ("After.days", 3, 4, None),
    ("Act.documents", None, ("reg",), None),
]  # fmt: skip


@pytest.mark.parametrize(("name", "a", "b", "which"), CASES)
def test_a_narrower_bound_and_more_that_is_asked_are_stricter(name, a, b, which):
    assert stricter(name, a, b) == which


def parted(**parameters):
    return whole().model_copy(
        update={"parameters": tuple(one.model_copy(update=parameters) for one in edition("whole").parameters)}
    )


def test_categories_that_are_served_make_an_edition_narrower_and_those_left_out_too():
    (served,) = edition("whole").parameters
    none = served.consumers.model_copy(update={"categories": (), "excluded": ()})
    found = {plainly(one.path): one.stricter for one in compare(edition("whole"), parted(consumers=none))}
    assert found == {"parameters.consumers.categories": "a", "parameters.consumers.excluded": "a"}
    orphan = served.consumers.categories[0].model_copy(update={"id": "orphan"})
    more = served.consumers.model_copy(update={"categories": (*served.consumers.categories, orphan)})
    (found,) = compare(edition("whole"), parted(consumers=more))
    assert (found.a.ru, found.stricter) == (SILENT, "a")


def test_a_share_of_the_same_whole_is_compared_through_the_edition():
    group = KEMEROVO.working_group
    norm = group.quorum.model_copy(update={"value": Threshold(at_least=Fraction(2, 3))})
    other = KEMEROVO.model_copy(update={"working_group": group.model_copy(update={"quorum": norm})})
    (found,) = compare(KEMEROVO, other)
    assert (found.path, found.a.ru, found.b.ru, found.stricter) == (
        "working_group.quorum",
        "не менее 1/2 от числа членов группы",
        "не менее 2/3 от числа членов группы",
        "b",
    )
    assert found.title.ru == "рабочая группа · кворум"
    assert isinstance(norm, Norm)


def test_seats_are_counted_by_role_and_an_office_is_no_difference():
    seats = KEMEROVO.working_group.seats
    other = tuple(
        seat.model_copy(update={"office": Text("иная должность")}) if seat.role is Role.MEMBER else seat
        for seat in seats[:-1]
    )
    group = KEMEROVO.working_group.model_copy(update={"seats": other})
    (found,) = compare(KEMEROVO, KEMEROVO.model_copy(update={"working_group": group}))
    assert (found.path, found.a.ru, found.b.ru) == ("working_group.seats[member]", "мест: 8", "мест: 7")


def test_the_address_told_of_seats_is_that_of_the_seat_which_the_other_side_lacks():
    seats, own = KEMEROVO.working_group.seats, KEMEROVO.act.cite("app2.77")
    added = seats[-1].model_copy(update={"id": "member-77", "cite": own})
    group = KEMEROVO.working_group.model_copy(update={"seats": (*seats, added)})
    (found,) = compare(KEMEROVO, KEMEROVO.model_copy(update={"working_group": group}))
    assert (found.a_cite.address, found.b_cite.address) == ("app2", "app2.77")


def literals(model, seen):
    """Every word that a field of the model lets a file write, other than which kind of entry it is."""
    seen.add(model)
    for name, field in model.model_fields.items():
        for kind in within(field.annotation):
            if get_origin(kind) is Literal and name != "kind":
                yield from ((model, name, one) for one in get_args(kind) if type(one) is str)
            if isinstance(kind, type) and issubclass(kind, BaseModel) and kind not in seen:
                yield from literals(kind, seen)


def within(annotation):
    yield annotation
    for one in get_args(annotation) if get_origin(annotation) is not Literal else ():
        yield from within(one)


def test_every_word_that_a_profile_may_write_is_told_in_words():
    side = Side(KEMEROVO, {})
    found = [
        (model, name, one) for model, name, one in literals(Edition, set()) if unsaid(model, name) is None
    ]
    assert {"attached", "concerned", "present", "members"} <= {one for _, _, one in found}
    bare = [(name, one) for _, name, one in found if not re.search("[а-яё]", worded(one, side, name).ru)]
    assert not bare


def test_a_value_of_an_act_that_adopts_two_things_differs_once():
    several = {
        "act": {
            "id": "invented-9",
            "number": "9",
            "date": "2023-10-02",
            "title": {"ru": "О сертификатах", "en": "On"},
        },
        "adopts": ["certificate-forming", "single-certificate"],
        "since": "2023-10-02",
        "invented": True,
    }

    def of(days):
        term = {"kind": "after", "days": days, "unit": "working_days"}
        fill = {"slot": "certificate.forming_term", "term": term, "cite": "invented-9/p7"}
        data = shipped_data()["municipalities"]["kemerovo"]
        return load_profile({**data, "adopted": [{**several, "fills": [fill]}]}).latest

    (one,) = compare(of(3), of(2))
    assert one.path == (
        "adopted[certificate-forming, single-certificate].fills[certificate.forming_term].term"
    )
    assert "срок формирования социального сертификата" in one.title.ru


def test_an_entry_that_one_side_lacks_is_told_once_whatever_it_adopts():
    """Every act, item and rule on paper that stands for several things: taken out, it is one difference."""
    told = 0
    for edition in (KEMEROVO, filled("kemerovo").latest, DISTRICT):
        for listed in ("adopted", "paper", "plan"):
            entries = getattr(edition, listed)
            for place, entry in enumerate(entries):
                several = _several(entry)
                rest = (*entries[:place], *entries[place + 1 :])
                if len(several) < 2 or any(set(several) & set(_several(other)) for other in rest):
                    continue
                found = compare(edition, edition.model_copy(update={listed: rest}))
                assert len([one for one in found if one.path.startswith(f"{listed}[")]) == 1, (
                    listed,
                    several,
                )
                told += 1
    assert told >= 2


def _several(entry):
    return getattr(entry, "adopts", ()) or getattr(entry, "documents", ())


def test_a_filled_value_is_called_as_the_law_has_it_and_not_by_its_number():
    edition = filled("kemerovo").latest
    for act in edition.adopted:
        for fill in act.fills:
            assert name_of(fill, Side(edition, {})) == edition.federal.slot(fill.slot).what
