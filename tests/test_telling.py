"""A fact in a sentence: Russian days, decimal commas, «и» before the last, words that a place of a template holds.

Law: what a sentence shows of any fact has no ISO day and no decimal point in Russian; English shows it as before.
"""

import ast
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stories import STORIES

import law189
from law189 import load_profile
from law189.audit.demo import MEETINGS
from law189.audit.indicators import indicators_on
from law189.audit.meeting import judge_record
from law189.audit.plan import plan_on
from law189.facts import shown as shown_of_facts
from law189.law import Citation, Text
from law189.law.text import in_russian
from law189.lints.linter import lint
from law189.office.workbook.formats import became, part_of_day, too_early
from law189.profile.federal import shipped_data
from law189.report import html
from law189.report.sheet import sheet
from law189.report.tables import rules_of
from law189.report.text import tell
from law189.rules import ASSUMED, asking
from law189.rules.acts import force
from law189.rules.group import attendance, presiding
from law189.rules.indicators import targets
from law189.rules.minutes import copies
from law189.telling import Told, act_named, joined, shown
from law189.verdict import Ask, Outcome, Rule
from law189.verdict.ask import DECISION, listed
from law189.workflows import LIFECYCLES

KEMEROVO = load_profile("kemerovo")
AMOUNTS = st.decimals(-(10**9), 10**9, places=2)
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
PLAIN = st.none() | st.booleans() | st.integers() | AMOUNTS | DAYS
FACTS = st.recursive(
    PLAIN, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.just("объём"), inner)
)


def test_the_facts_and_the_verdict_show_a_fact_in_one_way():
    assert shown_of_facts is shown


@given(FACTS)
def test_no_fact_shows_an_iso_day_or_a_decimal_point_in_russian(fact):
    said = re.sub(r"[0-9]{2}\.[0-9]{2}\.[0-9]{4}", "", shown(fact, "ru"))
    assert not re.search(r"[0-9]\.[0-9]|[0-9]{4}-[0-9]{2}|None|True|False|Decimal", said)


@given(AMOUNTS, DAYS)
def test_a_number_and_a_day_are_told_whole_in_each_language(amount, day):
    assert Decimal(shown(amount, "ru").replace(",", ".")) == amount
    assert shown(amount, "en") == str(amount)
    assert (shown(day, "ru"), shown(day, "en")) == (f"{day:%d.%m.%Y}", day.isoformat())


@pytest.mark.parametrize(
    ("items", "ru", "en"),
    [
        ([], "нет", "—"),
        (["а"], "а", "а"),
        (["а", "б"], "а и б", "а, б"),
        (["а", "б", "в"], "а, б и в", "а, б, в"),
        (["72,50", "0,01"], "72,50 и 0,01", "72,50, 0,01"),
        (
            ["директор, член комиссии", "юрист"],
            "директор, член комиссии; юрист",
            "директор, член комиссии, юрист",
        ),
    ],
)
def test_several_things_are_listed_as_each_language_does(items, ru, en):
    assert (joined(items, "ru"), joined(items, "en")) == (ru, en)


@pytest.mark.parametrize(
    ("fact", "words", "said"),
    [
        (True, "кворум есть|кворума нет|неизвестно", "кворум есть"),
        (False, "кворум есть|кворума нет|неизвестно", "кворума нет"),
        (None, "кворум есть|кворума нет|неизвестно", "неизвестно"),
        (None, "не указано", "не указано"),
        ("—", "не указано", "не указано"),
        ((), "Явились: …|Никто не явился", "Никто не явился"),
        (("а", "б"), "Явились: …|Никто не явился", "Явились: а и б"),
        (0, "просрочка: …|просрочки нет", "просрочка: 0"),
        (0, "просрочка: …|просрочки нет|неизвестна", "просрочки нет"),
        (None, "просрочка: …|просрочки нет|неизвестна", "неизвестна"),
        (Decimal("0.00"), "…|не установлено", "0,00"),
        (0, "не указано", "0"),
        (3, "просрочка: …|просрочки нет", "просрочка: 3"),
        (False, "…|не указано", "нет"),
        ("72.50", "#|не указано", "72,50"),
        ("72.50", "…|не указано", "72.50"),
        ("п. 5.6", "#|не указано", "п. 5.6"),
        (5, "не указано", "5"),
    ],
)
def test_a_place_of_a_template_holds_words_for_what_is_there(fact, words, said):
    assert f"{Told(fact, 'ru'):{words}}" == said


def test_a_thing_with_a_code_is_told_by_its_words_and_the_code_stands_after_them():
    systems = {"navigator": Text("Навигатор", "Navigator"), "no-right": Text("no-right", "no right")}
    assert shown(systems, "ru") == "Навигатор (navigator) и no-right"
    assert shown(systems, "en") == "navigator — Navigator, no-right — no right"


# ─── Распоряжение и постановление ────────────────────────────────────────────────────────────────────────


def cited(ru):
    return Citation("my-1", "p1", Text(f"п. 1 {ru} № 1 от 22.09.2023", "item 1 of No 1"))


DAY = date(2023, 9, 22)


@pytest.mark.parametrize(
    ("cites", "word", "in_english"),
    [
        ((cited("распоряжения"),), "Распоряжение", "directive"),
        ((cited("постановления"),), "Постановление", "decree"),
        ((), "Постановление", "decree"),
        ((cited("распоряжения"), cited("постановления")), "Постановление", "decree"),
    ],
)
def test_an_act_that_is_an_order_is_called_so(cites, word, in_english):
    said = force.decree(DAY, DAY, None, None, *cites).text
    assert said.ru == f"{word} от 22.09.2023 действует с 22.09.2023; день шага: 22.09.2023."
    assert said.en.startswith(f"The {in_english} of 2023-09-22")


def test_every_case_of_the_word_is_changed_and_words_kept_in_full_are_not():
    words = Text(
        "постановления, постановлению, постановлением, Постановлении; восстановление",
        "Decree, decrees, the decree's; decreed",
    )
    named = act_named(words, [cited("распоряжения")])
    assert named.en == "Directive, directives, the directive's; decreed"
    assert named.ru == "распоряжения, распоряжению, распоряжением, Распоряжении; восстановление"
    kept = type("Kept", (Text,), {})("Постановление.", "")
    assert act_named(kept, [cited("распоряжения")]) is kept


def test_a_profile_of_an_order_says_so_in_its_verdicts_and_findings():
    data = {**shipped_data()["municipalities"]["kemerovo"]}
    data["act"] = {**data["act"], "kind": "распоряжение"}
    profile = load_profile(data)
    told = [finding.text.ru for finding in lint(profile)]
    assert any("распоряжение — от" in one for one in told)
    assert not any("постановление — от" in one for one in told)


NAMED = re.compile(r"остановлени[еяюи]|\b[Dd]ecrees?\b")


KINDS = {
    "распоряжение": ("распоряжени", "directive"),
    "решение": ("решени", "decision"),
    "приказ": ("приказ", "order"),
    "закон": ("закон", "law"),
    "указ": ("указ", "edict"),
}
LEFT_OUT = ((), ("working_group",), ("selection", "services", "documents", "entry_into_force"))
"""What a profile may leave out, so that its act is silent."""


def of_kind(name, kind, without=()):
    data = {**shipped_data()["municipalities"][name]}
    return load_profile(
        {key: one for key, one in data.items() if key not in without} | {"act": {**data["act"], "kind": kind}}
    )


def every_verdict(profile):
    """What is told of the records of meetings, of the plan and of the indicators, and what may be done each day."""
    for record in (record for _, record in MEETINGS if record.profile == profile.name):
        changes = ({}, {"held_on": date(2020, 1, 9)}, {"agenda": None}, {"present": ()}, {"minutes": None})
        for change in changes:
            yield from judge_record(record.model_copy(update=change), profile).verdicts
    for day in (date(2023, 9, 22), date(2024, 5, 1)):
        yield from (one.verdict for one in plan_on(profile, day))
        yield from (one.verdict for one in indicators_on(profile, {}, day))
        yield from (
            one.verdict for cycle in LIFECYCLES for one in cycle.options(cycle.begin("1"), profile, day)
        )


def told_of_a_life(name, profile):
    """Each step of a right life, and the same steps too early, so that what can be done is said too."""
    cycle = STORIES[name].cycle
    history = cycle.begin("1")
    for record in STORIES[name].told().records:
        yield cycle.judge(history, record.event.model_copy(update={"on": date(2020, 1, 9)}), profile)
        history, told = cycle.happened(history, record.event, profile)
        yield told


@pytest.mark.parametrize("name", ["meeting", "order", "selection", "agreement", "certificate", "contract"])
@pytest.mark.parametrize("kind", ["решение", "приказ"])
def test_no_verdict_of_a_case_calls_the_act_by_another_kind(name, kind):
    said = KINDS[kind][1]
    for without in LEFT_OUT:
        told = [
            one for whole in told_of_a_life(name, of_kind("kemerovo", kind, without)) for one in whole.walk()
        ]
        words = [words for one in told for words in (one.text, one.cure) if words is not None]
        assert not [one for one in words if NAMED.search(one.ru + one.en)]
        assert any(said in one.en.lower() for one in words)


@pytest.mark.parametrize("name", ["kemerovo", "novokuznetsk_district"])
@pytest.mark.parametrize("kind", KINDS)
def test_no_sentence_about_a_profile_calls_its_act_by_another_kind(name, kind):
    for without in LEFT_OUT:
        profile = of_kind(name, kind, without)
        told = [one for whole in every_verdict(profile) for one in whole.walk()]
        words = [words for one in told for words in (one.text, one.cure) if words is not None]
        words += [finding.text for finding in lint(profile)]
        assert not [one for one in words if NAMED.search(one.ru + one.en)]
        assert any(re.search(rf"\b{KINDS[kind][1]}\b", one.en) for one in words)


def test_no_reason_for_what_is_assumed_speaks_of_one_kind_of_act():
    assert not [code for code, words in ASSUMED.items() if re.search("остановлени", words.ru)]


@pytest.mark.parametrize(
    ("kind", "said", "en"),
    [
        ("решения", "решение, решения, решению, решением, Решении", "A decision, decisions"),
        ("приказа", "приказ, приказа, приказу, приказом, Приказе", "An order, orders"),
        ("закона", "закон, закона, закону, законом, Законе", "A law, laws"),
        ("указа", "указ, указа, указу, указом, Указе", "An edict, edicts"),
        (
            "распоряжения",
            "распоряжение, распоряжения, распоряжению, распоряжением, Распоряжении",
            "A directive, directives",
        ),
    ],
)
def test_each_kind_stands_in_the_case_of_the_word_it_replaces(kind, said, en):
    words = Text(
        "постановление, постановления, постановлению, постановлением, Постановлении", "A decree, decrees"
    )
    assert act_named(words, [cited(kind)]) == Text(said, en)


def test_an_act_of_the_federation_is_neither_renamed_nor_names_the_act():
    law = Citation("189-fz", "art9", Text("ст. 9 Федерального закона № 189-ФЗ", "art. 9"))
    rules = Citation("rf-1", "p1", Text("п. 1 постановления Правительства № 1694", "item 1"))
    words = Text("постановление Правительства; постановление", "a decree of the Government; the decree")
    assert act_named(words, [law]) == words
    assert act_named(words, [law, rules, cited("решения")]) == Text(
        "постановление Правительства; решение", "a decree of the Government; the decision"
    )


# ─── Места рабочей группы ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", ["kemerovo", "novokuznetsk_district"])
def test_every_seat_is_told_by_an_office_and_no_two_alike(name):
    group = load_profile(name).latest.working_group
    told = [words.ru for words in group.names.values()]
    assert len(set(told)) == len(told)
    offices = {seat.office.ru for seat in group.seats}
    for seat in group.seats[2:]:
        said = group.names[seat.id].ru
        assert said in offices or said == f"{seat.office.ru} (член группы {seat.id.rpartition('-')[2]})"
    assert group.names["deputy"].ru in ("заместитель председателя", "заместитель руководителя")


def test_a_vacant_seat_and_who_presides_are_told_in_office_words():
    group = KEMEROVO.latest.working_group
    entries = ["chair", "member-4"]
    held = attendance.attendance(
        entries, group.by_id, group.basis("composition"), vacant=["member-4"], names=group.names
    )
    assert "вакантное место" in "\n".join(tell(held, "ru"))
    led = presiding.presiding({"chair"}, group.by_id, group.presiding, names=group.names)
    assert "председательствующий: заместитель Главы города" in led.text.ru


# ─── Рассылка копий ──────────────────────────────────────────────────────────────────────────────────────


def test_where_no_copies_are_sent_the_sentence_and_the_table_say_so():
    group = KEMEROVO.latest.working_group
    norm = group.minutes.model_copy(
        update={"value": group.minutes.value.model_copy(update={"copies_to": "nobody"})}
    )
    silent = group.model_copy(update={"minutes": norm})
    verdict = copies.copied(None, ["chair"], silent)
    assert (verdict.outcome, verdict.rule, verdict.facts["missing"]) == (Outcome.HOLDS, "minutes.copies", ())
    assert verdict.text.ru == "Рассылка копий протокола не предусмотрена."
    rows = {key: words for key, words, _ in rules_of(silent.model_dump(mode="json"), "ru")}
    assert rows["протокол (minutes)"].endswith("рассылка не предусмотрена")
    assert rows["решающий голос (casting_vote)"] == "решает голос председательствующего"


# ─── Кто даёт то, чего не хватает ────────────────────────────────────────────────────────────────────────


def test_what_is_asked_for_says_who_gives_it_and_one_office_is_named_once():
    both = listed([asking.FORM, asking.SYSTEM])
    assert both.ru == "форму (document.form) и систему (document.system) — указывает тот, кто совершает шаг"
    assert both.en == "form (document.form), system (document.system) — from whoever takes the step"
    assert listed(asking.days_off(2028)).ru.startswith(
        "календарь на 2028 год — вносит тот, кто ведёт календарь"
    )
    base = listed([targets.determined("app5.1.1", "base")]).ru
    assert base.endswith("(indicators[app5.1.1].base) — вносит тот, кто ведёт профиль муниципалитета")
    assert " — предоставляет тот, кто ведёт реестр" in listed([asking.REGISTER, DECISION]).ru
    assert listed([Ask("event.x", Text("факт", "fact"))]).ru == "факт (x)"
    assert listed([replace(asking.FORM, who=None)]).ru == "форму (document.form)"


def test_a_rule_of_ones_own_may_hold_words_in_its_places():
    rule = Rule("my.late", Text("{late:просрочка, дней: …|в срок|?}.", "{late:late by …|in time|?}."))
    assert rule.judge(True, late=0).text == Text("в срок.", "in time.")
    assert rule.judge(False, late=2).text == Text("просрочка, дней: 2.", "late by 2.")


# ─── Один способ назвать день ────────────────────────────────────────────────────────────────────────────

WHOLE_DAY = ("%d.%m.%Y", "%Y-%m-%d", "%x")


def days_by_hand(source):
    """The lines on which a day is formatted by its own code and not by what the project has for it."""
    for node in ast.walk(ast.parse(source)):
        spec = ast.unparse(node) if isinstance(node, ast.FormattedValue) and node.format_spec else ""
        called = isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "strftime"
        if called or any(form in spec for form in WHOLE_DAY):
            yield node.lineno


def test_the_walk_sees_a_day_by_hand():
    for source in ('f"{on:%d.%m.%Y}"', 'f"с {a.since:%Y-%m-%d} по"', 'on.strftime("%d.%m.%Y")'):
        assert [*days_by_hand(source)] == [1]
    assert not [*days_by_hand('f"{in_russian(on)} {on.isoformat()} {amount:>8} {on:%Y-%m}"')]


def test_no_module_formats_a_day_by_hand():
    root = Path(law189.__file__).parent
    found = {
        str(path.relative_to(root)): lines
        for path in sorted(root.rglob("*.py"))
        if (lines := [*days_by_hand(path.read_text("utf-8"))])
    }
    assert found == {}


@given(st.dates())
def test_a_day_is_told_with_all_its_digits_in_either_language(day):
    assert shown(day, "ru") == in_russian(day) == ".".join(reversed(day.isoformat().split("-")))
    assert shown(day, "en") == day.isoformat()


@given(st.dates(date(1, 1, 1), date(1909, 12, 31)))
def test_a_day_of_an_early_year_in_a_cell_is_told_with_four_digits_of_its_year(day):
    for words in (became(day), part_of_day(day), too_early(day)):
        assert in_russian(day) in words.ru
        assert day.isoformat() in words.en


@pytest.mark.parametrize("kind", KINDS)
def test_the_sheet_of_a_profile_calls_its_act_by_its_kind(kind):
    """What it says by itself; the readings speak of any decree."""
    profile = of_kind("kemerovo", kind)
    for lang, said in (("ru", KINDS[kind][0]), ("en", KINDS[kind][1])):
        made = sheet(profile, profile.latest, (), lang)
        words = " ".join(
            act_named(one, [made.whole])[lang] for one in (html.BESIDE, html.HOW, html.SILENT_HOW, html.LINTS)
        )
        words += " ".join(section.title for section in made.sections)
        assert said in words
        assert not NAMED.search(words)
        assert html.as_html(made).count(act_named(html.BESIDE, [made.whole])[lang]) > 1
