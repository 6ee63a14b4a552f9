"""An interview: a decree is told by answers in words, and what is not answered stands as a question."""

from copy import copy
from datetime import date
from random import Random
from typing import get_args

import places
import pytest
from answers import CITED, HOME_CARE, LATER_ACTS, SELDOM, SPORTS, VILLAGE, answer_to, fresh
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size, some
from pydantic import BaseModel, TypeAdapter, ValidationError

from law189.errors import ProfileError
from law189.files.nodes import key_of
from law189.files.parser import read_tree
from law189.law import Act
from law189.office.interview.catalog import ROOT
from law189.office.interview.interview import Interview, begun
from law189.office.interview.marks import below, marks_in
from law189.office.interview.questions import Ask, Mode, Several, under
from law189.office.interview.spoken import Address, Day, Word, Words, YesNo
from law189.office.interview.spoken_measures import Number, Quantity, Quantum, Sum
from law189.office.interview.spoken_shares import Threshold
from law189.office.interview.spoken_terms import Force, Frequency, InDays, Term
from law189.profile.edition import Edition
from law189.profile.loader import load_profile, shipped_source


def plain_of(text):
    return read_tree(text, "").plain() or {}


TOWNS = places.PROFILES / "towns"


def answered(answers, lang="ru"):
    """An interview in which every question is answered, and no answer is refused."""
    asked, left = Interview(begun(lang, ""), lang), fresh(answers)
    while (question := asked.question) is not None:
        said = answer_to(question, left)
        refused = asked.answer(said)
        assert refused is None, (key_of(question.path), said, refused)
    assert not any(left.values()), left
    return asked


def loaded(text):
    return load_profile(plain_of(text))


def test_a_village_is_told_by_answers():
    asked = answered(VILLAGE)
    assert asked.standing == []
    expected = load_profile(TOWNS / "village.yaml")
    assert loaded(asked.text).latest == expected.latest
    assert loaded(asked.text).act == expected.act


@pytest.mark.parametrize(("name", "answers"), [("sports", SPORTS), ("home_care", HOME_CARE)])
def test_a_town_with_parameters_and_conditions_is_told_by_answers(name, answers):
    asked, expected = answered(answers), load_profile(TOWNS / f"{name}.yaml")
    assert asked.standing == []
    told = loaded(asked.text)
    assert {
        key for key in Edition.model_fields if getattr(told.latest, key) != getattr(expected.latest, key)
    } == set()
    assert told.act == expected.act


def test_acts_adopted_later_are_told_by_answers():
    asked = answered(LATER_ACTS)
    first, last = loaded(asked.text).editions[0][1], loaded(asked.text).latest
    act = first.adopted[0]
    assert (act.adopts, act.since, act.until) == (
        ("certificate-forming", "subsidy"),
        date(2024, 2, 1),
        date(2026, 12, 31),
    )
    term, modes = act.fills
    assert (term.slot, term.term.days, term.cite.address) == ("certificate.forming_term", 5, "p1")
    assert [one.id for one in modes.entries] == ["reimbursement"]
    assert {fill.cite.act for fill in act.fills} == {"decree-9"}
    assert str(first.working_group.quorum.value.at_least) == "1/2"
    assert str(last.working_group.quorum.value.at_least) == "2/3"
    assert (last.working_group.quorum.basis.act, last.working_group.quorum.basis.address) == (
        "decree-20",
        "p1.1",
    )
    assert [service.title.ru for service in last.services] == ["Кружки", "Секции"]
    assert [seat.id for seat in last.working_group.seats] == ["chair", "member-1"]


def test_what_few_decrees_say_is_told_by_answers():
    told = loaded(answered(SELDOM).text).latest
    assert [(one.suspended, one.text.ru, [c.address for c in one.of]) for one in told.lapses][1:] == [
        (None, "утрачивает силу с (день не указан)", ["p5"]),
        (None, "действует по 31.12.2026", []),
    ]
    suspended = told.lapses[0]
    assert (suspended.suspended.since, suspended.suspended.until) == (date(2025, 2, 1), date(2025, 6, 30))
    assert [one.address for one in suspended.of] == ["p3", "p4"]
    assert told.paper[0].until_event.ru == "начало работы информационной системы"
    assert told.working_group.seats[0].alternate.ru == "заместитель главы поселения"
    assert [item.term.text.ru for item in told.plan] == [
        "до утверждения Порядка формирования заказа",
        "рабочих дней после подписания соглашения: 10",
    ]
    [indicator] = told.indicators
    assert indicator.target is None
    assert [(str(one.value), one.year) for one in indicator.every_target] == [
        ("50", 2024),
        ("87.5", 2025),
        ("tbd", 2026),
    ]
    assert [(one.id, one.type) for one in told.values] == [
        ("tsena-pitaniya", "amount"),
        ("srok-rassmotreniya", "term"),
        ("lgotnye-kategorii", "list"),
        ("mest", "number"),
    ]
    assert [one.title.ru for one in told.values[2].entries] == ["инвалиды", "дети-сироты"]
    assert told.mentions[0].body is None
    assert (told.aliases[0].also.ru, told.blanks[0].what.ru) == ("председатель", "не указан номер")
    assert dict(told.readings) == {"D1": "included", "D9": "stays"}
    assert told.factor_analysis.value.before == date(2025, 3, 1)


@pytest.mark.parametrize(
    ("key", "said", "words"),
    [
        ("approvals[0].document", "Инструкция", "впишите и родительный падеж"),
        ("acts[2].act.label.of", "молчит", "добавьте в label падеж of"),
        ("publication[0].under", "п. 3 закона", "не той формы"),
        ("lapses", "отменено когда-нибудь", "не понято, что с актом"),
        ("lapses", "действует до 31.12.2026", "«действует по» последний день"),
        ("lapses", "приостановлено с 01.07.2025 по 30.06.2025", "позже конца 30.06.2025"),
        ("lapses[0].of", "третий пункт", "не той формы"),
        ("indicators[0].targets[1].year", "2024", "у каждого ориентира из targets свой год"),
        ("indicators[0].targets[0].year", "молчит", "нет обязательного ключа year"),
        ("plan[1].term", "в течение 10 дней со дня подписания", "«рабочих дней» или «календарных дней»"),
        ("values[0].term", "дорого", "значение не понято"),
        ("readings.D1", "9", "такого ответа нет"),
        ("factor_analysis.value.before", "вчера", "нужен день, например"),
    ],
)
def test_an_answer_about_what_few_decrees_say_that_cannot_be_is_refused(key, said, words):
    asked = reached(key, SELDOM if key.startswith(SELDOM_ONLY) else CITED)
    if asked.question.whether:
        assert asked.answer("да") is None
    refused = asked.answer(said)
    assert refused is not None
    assert words in refused.ru


def test_one_target_and_targets_by_years_are_not_both_asked_for():
    one = SELDOM | {
        "indicators[0].targets": ["позже"],
        "indicators[0].target": ["50"],
        "indicators[0].target.year": ["2024"],
    }
    one = {key: said for key, said in one.items() if not key.startswith("indicators[0].targets[")}
    asked = answered(one)
    assert asked.standing == []
    assert "targets" not in asked.text
    assert str(loaded(asked.text).latest.indicators[0].target.value) == "50"


def test_a_part_of_a_person_is_no_target():
    asked = reached("indicators[0].targets", SELDOM | {"indicators[0].unit": ["человек"]})
    assert asked.answer("да") is None
    assert "впишите 13500" in asked.answer("13.500").ru
    assert "часть человека не считают: 13,5" in asked.answer("13,5").ru
    assert asked.answer("13500") is None


SELDOM_ONLY = ("lapses", "indicators", "plan", "values", "readings", "factor")
NOT_ASKED = {
    "made of other answers or of their order": {
        "Act.id",
        "Act.published_on",
        "Approval.id",
        "ExcludedProvider.id",
        "Seat.id",
        "Stage.id",
        "Goal.id",
        "PlanItem.id",
        "Indicator.id",
        "OwnValue.id",
    },
    "made of the kind, the number and the day of the act; an act that has none of them is asked for it": {
        "Act.label"
    },
    "told by the answer to another question": {
        "Norm.basis",
        "PaperRule.until_event",
        "Lapse.expires_on",
        "Lapse.suspended",
        "OwnValue.entries",
        "OwnValue.amount",
        "OwnValue.number",
        "OwnValue.yes_no",
    },
    "an act that the decree only names begins with its title, and its publication decides nothing": {
        "Act.title",
        "Act.published",
    },
    "an English word is added by hand": {"ActLabel.en"},
    "a norm has the days of its act, and its end is asked for as a lapse": {
        "Norm.since",
        "Norm.until",
        "Norm.published",
    },
    "what was read from the decree is known, and the file says so where it was not": {
        "Act.grade",
        "Norm.grade",
        "Indicator.unit_grade",
    },
    "who reads and not what is read, and no answer turns on it": {"Act.read_at", "Act.issued_by"},
    "the decree and the later acts are municipal": {"Act.level"},
    "a structure of addresses that few acts have; a fault names it where an address needs it": {
        "Act.numbering",
        "Act.documents",
    },
    "the way itself tells the article of the law": {"Selection.law"},
    "one address of the choice and of the minutes is enough": {
        "Selection.services",
        "Minutes.drafted_by_cite",
    },
    "of every task, where a regulation does not part them": {"Power.serves"},
    "what a person concludes from the words, and no decree says": {
        "PlanItem.result_of",
        "Indicator.counts",
    },
    "of an example alone": {"Adopted.invented"},
}
"""The keys that no question is about, by the reason why a lawyer need not write them."""


def entries_in(annotation):
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [found for one in get_args(annotation) for found in entries_in(one)]


def unasked(model, parts):
    asked = {part.key: part for part in parts}
    for name, field in model.model_fields.items():
        if name not in asked:
            yield f"{model.__name__.partition('[')[0]}.{name}"
        elif not isinstance(asked[name], Ask):
            models = entries_in(field.annotation)
            if len(models) == 1:
                yield from unasked(models[0], asked[name].parts)


def test_every_key_of_a_profile_is_asked_for_or_has_a_reason():
    assert set(unasked(Edition, ROOT.parts)) == set().union(*NOT_ASKED.values())


def test_what_others_decided_is_told_by_answers():
    asked = answered(CITED)
    assert asked.standing == []
    told = loaded(asked.text).latest
    known, law, charter = told.acts
    assert (known.id, known.act) == ("189-fz", None)
    assert (law.act.id, law.act.kind, law.act.number, law.act.level) == (
        "o-sotsialnom-zakaze",
        "закон",
        "86-ОЗ",
        "regional",
    )
    assert law.act.label.of == "закона № 86-ОЗ от 05.07.2023"
    assert (charter.act.title.ru, charter.act.label.to) == ("Устав поселения", "Уставу поселения")
    assert told.working_group.quorum.basis.label.ru == "п. 3.1 Положения (постановление № 12 от 15.01.2024)"
    assert [(one.way, one.of("804200О.99.0.ББ52АЖ72000")) for one in told.selection] == [
        ("certificate", False),
        ("competition", True),
    ]
    assert (told.paper[0].ended_on, told.systems[0].forms_others.ru) == (
        date(2024, 6, 30),
        "документы по актам области",
    )
    assert told.publication[0].under.act == "o-sotsialnom-zakaze"
    assert told.adopted[0].act.published_on == date(2024, 1, 20)


def test_the_last_day_of_paper_is_not_asked_where_it_ends_on_a_day():
    asked = answered(
        {key: ["31.12.2024"] if key == "paper[0].until" else said for key, said in CITED.items()}
        | {"paper[0].ended_on": []}
    )
    assert "ended_on" not in asked.text


def test_of_an_act_that_is_known_nothing_more_is_asked():
    asked = answered({**VILLAGE, "acts": ["да", "189-fz", "нет"]})
    assert "acts[0].act" not in asked.text


WALKS = {}
"""For each list of answers the interview that goes through it, what is left of it, and where it has been."""


def reached(key, answers):
    """An interview that has come to the question; each list of answers is gone through once."""
    _, asked, left, been = WALKS.setdefault(
        id(answers), (answers, Interview(begun("ru", ""), "ru"), fresh(answers), {})
    )
    while key not in been:
        at = key_of(asked.question.path)
        been.setdefault(at, apart(asked))
        if at != key:
            assert asked.answer(answer_to(asked.question, left)) is None
    return apart(been[key])


def apart(asked):
    """The interview as it stands, which goes on by itself."""
    other = copy(asked)
    other._later, other._past = set(asked._later), [*asked._past]
    return other


@pytest.mark.parametrize(
    ("key", "answers", "said", "words"),
    [
        ("parameters[0].consumers.age_to", SPORTS, "3", "age_from 6 больше age_to 3"),
        ("parameters[0].periods[0].until", SPORTS, "вчера", "нужен день, например"),
        ("parameters[0].nominals", HOME_CARE, "144 попугая", "объём не понят"),
        ("parameters[0].normatives", HOME_CARE, "дорого", "нужно точное число"),
        ("conditions[0].missing", SPORTS, "ничего", "такого ответа нет"),
        ("conditions[1].asks.values", SPORTS, "нет", "ответьте «да» или «позже»"),
        ("adopted[0].fills[0].term", LATER_ACTS, "быстро", "срок не понят"),
        ("adopted[0].fills[0].term", LATER_ACTS, "молчит", "укажите ровно одно из term"),
        ("adopted[0].until", LATER_ACTS, "01.01.2024", "позже конца 01.01.2024"),
        ("amendments[0].changes[0].at", LATER_ACTS, "кворум", "такого ответа нет"),
        ("amendments[0].changes[0].to", LATER_ACTS, "не менее 3/2 членов группы", "доля 3/2 вне пределов"),
        ("amendments[0].changes[0].to", LATER_ACTS, "молчит", "добавьте to"),
        ("amendments[0].changes[0].cite", LATER_ACTS, "молчит", "адреса новой нормы нет"),
        ("amendments[0].changes[2].at", LATER_ACTS, "working_group, seats, member-9", "member-9"),
        ("amendments[0].changes", LATER_ACTS, "нет", "ответьте «да» или «позже»"),
    ],
)
def test_an_answer_about_later_acts_and_parameters_that_cannot_be_is_refused(key, answers, said, words):
    asked = reached(key, answers)
    if asked.question.whether and said not in ("да", "нет"):
        assert asked.answer("да") is None
    before, question = asked.text, asked.question
    refused = asked.answer(said)
    assert refused is not None
    assert words in refused.ru
    assert (asked.text, asked.question) == (before, question)


def test_an_act_whose_number_is_left_for_later_has_no_address_yet():
    asked = reached("adopted[0].act.number", LATER_ACTS)
    asked.answer("позже")
    said = {"adopted[0].fills": "да", "adopted[0].fills[0].term": "5 рабочих дней"}
    while key_of(asked.question.path) != "adopted[0].fills[0].cite":
        question = asked.question
        key = key_of(question.path)
        entering = key == "adopted[0].fills" and not question.whether
        assert asked.answer("1" if entering else said.get(key, "позже")) is None
    assert "номер этого акта ещё не назван" in asked.answer("п. 1").ru


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (("amendments", 0, "act", "number"), "decree-77-2"),
        (("adopted", 1, "act", "number"), "decree-77-2"),
        (("adopted", 0, "act", "number"), None),
    ],
)
def test_an_act_whose_number_another_act_has_gets_a_name_of_its_own(path, name):
    """Numbers begin anew each year."""
    values = {"profile": "town", "act": {"number": "1"}, "adopted": [{"act": {"number": "77"}}]}
    values.setdefault(path[0], []).extend([{"act": {}}] * (path[1] + 1 - len(values.get(path[0], []))))
    keys = under(ROOT, path).keys("77", [], values, path)
    assert keys == {"number": "77", **({} if name is None else {"id": name})}
    order = {**values, path[0]: [*values[path[0]][: path[1]], {"act": {"kind": "приказ"}}]}
    assert under(ROOT, path).keys("77", [], order, path) == {"number": "77"}


NUMBERS = {
    "345-п": "decree-345-p",
    "031-06-845/23": "decree-031-06-845-23",
    "184-р": "decree-184-r",
    "277/15": "decree-277-15",
    "1347-ПП": "decree-1347-pp",
    "3/70-89": "decree-3-70-89",
    "76-ПГ": "decree-76-pg",
    "35-н": "decree-35-n",
    "44-А/2023": "decree-44-a-2023",
    "П-44": "decree-p-44",
    "106а": "decree-106a",
    "44п": "decree-44p",
    "1234-п/1": "decree-1234-p-1",
    "4201-п/н": "decree-4201-p-n",
    "АБ-3915/06": "decree-ab-3915-06",
}
"""Numbers of real acts, each with the short name that an act of that number gets."""


@pytest.mark.parametrize("key", ["adopted[0].act.number", "amendments[0].act.number"])
@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_as_real_acts_have_it_is_taken_with_a_short_name_of_its_own(number, key):
    asked = reached(key, LATER_ACTS)
    assert asked.answer(number) is None
    (found,) = [one["act"] for one in plain_of(asked.text)[key.partition("[")[0]]]
    assert (str(found["number"]), found["id"]) == (number, NUMBERS[number])


def refusals(act):
    """The reasons for which an act is refused."""
    try:
        TypeAdapter(Act).validate_python(act)
    except ValidationError as error:
        return [one["ctx"]["code"] for one in error.errors()]
    return []


@given(st.text("0123456789абвгдпрАБПЯ-/", min_size=1, max_size=12))
def test_no_number_is_refused_for_a_short_name_that_nobody_asks_for(number):
    """What is refused is the number itself, never the name that is made of it."""
    values = {"profile": "town", "adopted": [{"act": {"kind": "постановление"}}]}
    path = ("adopted", 0, "act", "number")
    keys = under(ROOT, path).keys(number, [], values, path)
    told = {"date": "2023-01-01", "title": {"ru": "Об"}, **keys}
    assert set(refusals(told)) <= {"act_number"}


@pytest.mark.parametrize(
    "told", [SPORTS, HOME_CARE, LATER_ACTS, SELDOM], ids=["sports", "home_care", "later_acts", "seldom"]
)
@pytest.mark.parametrize("every", some([2, 3, 5], [2]))
def test_what_was_left_for_later_is_answered_the_next_time(told, every):
    """Where a question is left that another one needs, the answer to that other one comes later too."""
    text, left, at_random = begun("ru", ""), fresh(told), Random(every)  # noqa: S311  # no secret
    for _ in range(40):
        asked = Interview(text, "ru")
        while (question := asked.question) is not None:
            key = key_of(question.path)
            leaves = at_random.random() < 1 / every and not isinstance(question.about, Several)
            said = "позже" if leaves else answer_to(question, left)
            refused = asked.answer(said)
            if refused is not None:
                left.setdefault(key, []).insert(0, said)
                asked.answer("позже")
        text = asked.text
        if not asked.standing:
            break
    assert asked.standing == []
    whole = answered(told)
    assert loaded(text) == loaded(whole.text)


def test_two_entries_whose_addresses_are_left_for_later_are_two():
    asked = reached("plan[0].cite", SELDOM)
    assert asked.answer("позже") is None
    assert asked.answer("да") is None
    assert asked.answer("Отчёт") is None


def test_a_new_value_is_not_taken_before_it_is_told_of_what():
    asked = reached("amendments[0].changes[0].at", LATER_ACTS)
    assert asked.answer("позже") is None
    assert "сначала ответьте об этом" in asked.answer("не менее 2/3 членов группы").ru


def test_a_question_left_for_later_stands_and_does_not_come_again_this_time():
    asked = Interview(begun("ru", ""), "ru")
    seen = []
    while (question := asked.question) is not None:
        seen.append(question.path)
        assert asked.answer("позже") is None
    assert seen == [mark.path for mark in asked.standing]
    assert len(seen) == len(set(seen))
    assert asked.text == begun("ru", "")


@pytest.mark.parametrize(
    ("key", "said", "words"),
    [
        ("act.date", "31.02.2024", "дня 31.02.2024 нет в календаре"),
        ("act.date", "вчера", "нужен день, например"),
        ("profile", "Село", "нужно: строчные латинские буквы и подчёркивания"),
        ("act.kind", "письмо", "такого ответа нет"),
        ("act.kind", "9", "такого ответа нет"),
        ("direction.cite", "третий пункт", "адрес «третий пункт» не той формы"),
        ("direction.cite", "молчит", "у значения нет адреса нормы"),
        ("title", "молчит", "нет обязательного ключа title"),
        ("working_group.quorum", "не менее 3/2 членов группы", "доля 3/2 вне пределов"),
        ("working_group.quorum", "не менее 0,66 членов группы", "нужна доля обыкновенной дробью"),
        ("working_group.quorum", "не менее половины присутствующих", "кворум считают от членов группы"),
        ("working_group.quorum", "много", "порог не понят"),
        ("working_group.seats", "может быть", "ответьте «да», «нет» или «позже»"),
        ("working_group.seats", "нет", "ответьте «да» или «позже»"),
        ("services[0].title", "круж\u200bки", "невидимый знак"),
    ],
)
def test_an_answer_that_cannot_be_is_refused_with_the_words_of_a_file_and_asked_again(key, said, words):
    asked, left = Interview(begun("ru", ""), "ru"), fresh(VILLAGE)
    while key_of(asked.question.path) != key:
        asked.answer(answer_to(asked.question, left))
    before, question = asked.text, asked.question
    refused = asked.answer(said)
    assert refused is not None
    assert words in refused.ru
    assert (asked.text, asked.question) == (before, question)


def test_who_presides_must_have_a_seat_once_the_composition_is_told():
    told = VILLAGE | {"working_group.presiding": ["председатель, заместитель председателя"]}
    asked, left = Interview(begun("ru", ""), "ru"), fresh(told)
    while key_of(asked.question.path) != "working_group.presiding":
        asked.answer(answer_to(asked.question, left))
    assert "а места с ролью deputy в составе нет" in asked.answer("председатель, заместитель председателя").ru
    assert asked.answer("председатель") is None


def test_each_answer_of_this_time_can_be_undone():
    asked, left, past = Interview(begun("ru", ""), "ru"), fresh(VILLAGE), []
    while (question := asked.question) is not None and len(past) < 60:
        past.append((asked.text, question.path, question.whether))
        assert asked.answer("позже" if len(past) % 7 == 0 else answer_to(question, left)) is None
    for text, path, whether in reversed(past):
        assert asked.answer("назад") is None
        assert (asked.text, asked.question.path) == (text, path)
        assert asked.question.whether or not whether
    assert "отменять нечего" in asked.answer("назад").ru


def test_nothing_is_undone_over_what_a_person_has_changed():
    asked = Interview(begun("ru", ""), "ru")
    asked.answer("Село")
    asked.text += "# моё\n"
    assert "отменять нечего" in asked.answer("назад").ru
    assert asked.text.endswith("# моё\n")


def test_a_very_long_answer_is_refused():
    asked = Interview(begun("ru", ""), "ru")
    assert "длиннее 5000 знаков" in asked.answer("я" * 5001).ru
    assert asked.text == begun("ru", "")


def test_a_secretary_is_asked_for_a_vote():
    told = VILLAGE | {
        "working_group.seats": ["да", "секретарь", "нет"],
        "working_group.seats[0].votes": ["нет"],
    }
    told = {
        key: said
        for key, said in told.items()
        if not key.startswith(("working_group.seats[1]", "working_group.seats[2]"))
    }
    assert loaded(answered(told).text).latest.working_group.seats[0].votes is False


def test_an_entry_may_be_written_as_the_file_has_it():
    told = VILLAGE | {
        "working_group.quorum": ["{at_least: 1/2, of: members}"],
        "working_group.quorum.cite": ["p3"],
    }
    assert loaded(answered(told).text).latest == load_profile(TOWNS / "village.yaml").latest


def test_what_a_person_writes_between_the_answers_stays():
    asked = Interview(begun("ru", ""), "ru")
    asked.answer("Село")
    asked.text = asked.text.replace("\ntitle:", "\n# моя заметка\ntitle:").replace(
        "# ? direction: ", "direction: {value: {ru: кружки}, cite: p1}\n# ? direction: "
    )
    keys = set()
    while (question := asked.question) is not None:
        keys.add(key_of(question.path))
        asked.answer("selo" if question.path == ("profile",) else "позже")
    assert "direction" not in keys, "a value under the key answers the question"
    assert "# моя заметка" in asked.text
    assert plain_of(asked.text)["direction"] == {"value": {"ru": "кружки"}, "cite": "p1"}


BELOW = "act:\n  date: 2024-01-15\nworking_group:\n  head: {ru: глава}\n  # ? act.number: номер\n"


@pytest.mark.parametrize(
    "text", ["act: {date: 2024-01-15}\n# ? act.number: номер\n", BELOW], ids=["braces", "moved"]
)
def test_an_answer_that_has_no_place_any_more_is_told_and_not_written(text):
    asked = Interview(text, "ru")
    assert "файл здесь изменён вручную" in asked.answer("12").ru
    assert asked.text == text


# ─── Кемерово ────────────────────────────────────────────────────────────────────────────────────────────


def group_told():
    """The working group of Kemerovo as answers: every key of the real regulation, by its own questions."""
    group = plain_of(shipped_source("kemerovo"))["working_group"]
    told = {"title": ["Кемерово"], "profile": ["kemerovo"], "act.number": ["2993"], "working_group": ["да"]}
    at = "working_group"
    told[f"{at}.head"] = [group["head"]["ru"]]
    for key in ("purpose", "sources", "composition"):
        told[f"{at}.{key}"], told[f"{at}.{key}.cite"] = [group[key]["value"]["ru"]], [group[key]["cite"]]
    entries = {
        "seats": "role",
        "tasks": "kind",
        "powers": "kind",
        "functions": "kind",
        "presiding_duties": "kind",
    }
    for key, first in entries.items():
        told[f"{at}.{key}"] = [word for one in group[key] for word in ("да", one[first])] + ["нет"]
        for n, one in enumerate(group[key]):
            told[f"{at}.{key}[{n}].{'office' if key == 'seats' else 'title'}"] = [
                one["office" if key == "seats" else "title"]["ru"]
            ]
            told[f"{at}.{key}[{n}].cite"] = [one["cite"]]
    words = {
        "decisions": "рекомендательный характер",
        "presiding": "председатель, заместитель председателя",
        "agenda": "председательствующий",
        "meetings": "по мере необходимости",
        "quorum": "не менее половины членов группы",
        "adoption": "не менее половины присутствующих",
        "casting_vote": "решает голос председательствующего",
        "invited": "да",
    }
    cites = {"quorum": "п. 5.5 прил. 3", "adoption": "пункт 5.6 приложения № 3"}
    for key, said in words.items():
        told[f"{at}.{key}"], told[f"{at}.{key}.cite"] = [said], [cites.get(key, group[key]["cite"])]
    told[f"{at}.minutes"] = ["да"]
    told[f"{at}.minutes.value.signed_by"] = ["председательствующий"]
    told[f"{at}.minutes.value.copies_to"] = ["членам группы"]
    told[f"{at}.minutes.cite"] = [group["minutes"]["cite"]]
    return told


def in_russian(value):
    """The plain values without their English words, which an interview does not ask for."""
    if isinstance(value, dict):
        return {key: in_russian(one) for key, one in value.items() if key != "en"}
    return [in_russian(one) for one in value] if isinstance(value, list) else value


def test_the_regulation_of_kemerovo_is_told_by_answers():
    asked = answered(group_told())
    expected = in_russian(plain_of(shipped_source("kemerovo"))["working_group"])
    assert plain_of(asked.text)["working_group"] == expected
    assert loaded(asked.text).latest.working_group is not None


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_every_question_has_its_words_in_both_languages(lang):
    def walk(question, path):
        assert question.about.title[lang]
        assert question.about.help[lang]
        if isinstance(question, Ask):
            for _, words in question.reader.offered({}):
                assert words[lang]
        for part in getattr(question, "parts", ()):
            walk(part, (*path, part.key))

    for part in ROOT.parts:
        walk(part, (part.key,))


def test_the_questions_are_told_in_english_and_take_english_answers():
    asked = Interview(begun("en", ""), "en")
    told = []
    while (question := asked.question) is not None:
        told += asked.told(question)
        known = {
            ("title",): "Village",
            ("profile",): "selo",
            ("act", "number"): "12",
            ("working_group",): "yes",
        }
        known[("working_group", "quorum")] = "at least half of the members"
        known[("working_group", "quorum", "cite")] = "p3"
        said = known.get(
            question.path, "later" if question.path[-1] == "seats" else "no" if question.whether else "silent"
        )
        assert asked.answer(said) is None, (question.path, said)
    questions = [line for line in told if line.startswith("[")]
    assert not [line for line in questions if any("а" <= sign <= "я" for sign in line)]
    assert plain_of(asked.text)["working_group"]["quorum"] == {
        "value": {"at_least": "1/2", "of": "members"},
        "cite": "p3",
    }


# ─── Любые ответы ────────────────────────────────────────────────────────────────────────────────────────

SAID = [
    "да",
    "нет",
    "молчит",
    "позже",
    "1",
    "2",
    "3",
    "12",
    "99",
    "п. 3",
    "app3.5.5",
    "п. 999999999999.а",
    "15.01.2024",
    "31.02.2024",
    "более половины списочного состава",
    "не менее 2/3 присутствующих",
    "не менее 9/2 членов группы",
    "education",
    "Малое: село, №1 # {не} [то] 'и' \"это\"",
    "- не список",
    "null",
    "true",
    "2024-01-15",
    "{at_least: 1/2}",
    "{a: [}",
    "*якорь",
    "!метка",
    "",
    "|",
    "будет определено",
    "по мере необходимости",
    "3 рабочих дня",
    "по 31.12.2024",
]


RIGHT = {
    Address: "п. 3",
    Day: "15.01.2024",
    Number: "2024",
    Quantity: "87,5",
    Threshold: "1",
    YesNo: "да",
    Words: "какие-то слова",
    Word: "education",
    Frequency: "по мере необходимости",
    Force: "1",
    InDays: "3 рабочих дня",
    Term: "IV квартал 2024 года",
    Sum: "215,40",
    Quantum: "144 человеко-часа",
}


def right(asked, number):
    """An answer that is likely to be taken, so that a drawn interview gets everywhere."""
    if asked.whether:
        return "да" if number % 3 else "нет"
    reader = asked.question.reader
    if type(reader) is Word and asked.question.key == "kind":
        return "plan"
    return next((RIGHT[kind] for kind in type(reader).mro() if kind in RIGHT), str(1 + number % 2))


def taken(asked, seen, more, *, whole):
    """Answer every question of a decree that says everything, each list with one entry, and nothing refused.

    Where it is not the `whole`, the decree has only the sections that `more` is about, and what others name.
    """
    sections = {key[0] for key in more} | {"bodies", "services", "stages"}
    while (question := asked.question) is not None:
        key = tuple(step for step in question.path if isinstance(step, str))
        said = right(question, 0)
        if question.whether:
            there = whole or key[0] in sections
            said = "нет" if question.number or not there else more.get((*key, "?"), "да")
        elif key in SAYS | more:
            said = (SAYS | more)[key]
        seen.add((*key, "?") if question.whether else key)
        refused = asked.answer(said)
        assert refused is None, (key, said, refused)


SAYS = {
    ("documents",): "социальный сертификат",
    ("paper", "until"): "31.12.2024",
    ("acts",): "189-fz",
    ("approvals", "document"): "Инструкция / Инструкции",
    ("indicators", "base", "month"): "12",
    ("indicators", "target", "month"): "12",
    ("working_group", "presiding"): "председатель",
    ("working_group", "absentee", "value", "quorum"): "не менее 2/3 списочного состава",
    ("working_group", "subgroups", "invited"): "invited-1",
    ("adopted", "fills", "entries"): "provision",
    ("amendments", "changes", "at"): "licence, value",
    ("amendments",): "01.03.2024",
    ("amendments", "act", "number"): "5",
    ("indicators", "targets", "month"): "12",
    ("lapses",): "утрачивает силу с 01.01.2030",
    ("lapses", "of"): "п. 3",
    ("values", "term"): "15",
    ("factor_analysis", "value", "before"): "01.03.2025",
    ("parameters", "consumers", "age_from"): "5",
    ("parameters", "consumers", "age_to"): "17",
}


def every_question(parts, above=()):
    """The questions of the catalogue by their keys; the first of a list or of a norm is asked under its own key."""
    for part in parts:
        own = (*above, part.key)
        if isinstance(part, Ask):
            yield own
        else:
            first = isinstance(part, Several) or part.mode is Mode.AT_ONCE
            gate = isinstance(part, Several) or part.mode is Mode.GATE
            yield from [own] * first
            yield from [(*own, "?")] * gate
            yield from every_question(part.parts[first:], own)


KINDS = ["confirmed", "one_of", "at_most", "not_later", "live_cases", "term_kept"]
VARIANTS = [
    {("acts",): "Об опеке", ("acts", "act", "label"): "Закон", ("acts", "act", "kind"): "закон"},
    {("paper", "until"): "начало работы системы", ("paper", "ended_on"): "31.12.2024"},
    {("goals",): "какие-то слова", ("indicators", "targets", "?"): "нет"},
    *({("conditions", "asks"): kind} for kind in KINDS),
    {("adopted",): "order-forming", ("adopted", "fills"): "order.report_term"},
    {
        ("adopted",): "order-forming",
        ("adopted", "fills"): "order.report_periodicity",
        ("adopted", "fills", "entries"): "quarter",
    },
    {
        ("adopted",): "order-forming",
        ("adopted", "fills"): "order.permitted_deviation",
        ("adopted", "fills", "number"): "10",
    },
    {
        ("amendments", "changes"): "add",
        ("amendments", "changes", "at"): "stages",
        ("amendments", "changes", "to"): "{id: 2, title: {ru: Этап}, cite: decree-5/p1}",
    },
]


def test_a_decree_that_says_everything_is_asked_everything_and_loads():
    seen = set()
    for number, variant in enumerate(({}, *VARIANTS)):
        asked = Interview(begun("ru", ""), "ru")
        taken(asked, seen, variant, whole=number == 0)
        assert asked.standing == []
        assert loaded(asked.text)
    never = set(every_question(ROOT.parts)) - seen
    assert never == {
        ("working_group", "seats", "votes"),  # the secretary alone is asked for a vote
        ("plan", "order_year"),  # of agreements alone the year of their order is asked
        ("adopted", "fills", "amount"),  # no value that the law leaves to an act is a sum, or a yes or no
        ("adopted", "fills", "yes_no"),
    }


def relates(fault_key, path):
    """Whether a fault is about something that is not answered: at, above or under a question that stands."""
    key = tuple(fault_key.replace("[", ".").replace("]", "").split("."))
    own = tuple(map(str, path))
    return below(own, key) or below(key, own) or key == ("",)


def holds_whatever_is_answered(data, length):
    asked = Interview(begun("ru", ""), "ru")
    for number in range(length):
        if (question := asked.question) is None:
            break
        wrong = data.draw(st.integers(0, 3)) == 3
        said = data.draw(st.sampled_from(SAID) | st.text(max_size=12)) if wrong else right(question, number)
        before, stood = asked.text, asked.standing
        refused = asked.answer(said)
        read_tree(asked.text, "")
        if refused is not None:
            assert asked.text == before
        else:
            assert asked.question != question or asked.text != before
        gone = {mark.path for mark in stood} - {mark.path for mark in asked.standing}
        assert gone <= {question.path}
        if refused is not None and not wrong:
            asked.answer("позже")
    standing = asked.standing
    try:
        loaded(asked.text)
    except ProfileError as error:
        for fault in error.faults:
            assert any(relates(fault.key, mark.path) for mark in standing), (fault, asked.text)
    again = Interview(asked.text, "ru")
    assert again.standing == standing
    seen = []
    while (question := again.question) is not None:
        seen.append(question.path)
        again.answer("позже")
    assert seen == [mark.path for mark in standing], "taking it up again asks what still stands"
    silent = [mark for mark in marks_in(asked.text) if mark.silent]
    assert not {mark.path for mark in silent} & set(seen)


@settings(max_examples=size(5, 2000))
@given(data=st.data(), length=st.integers(0, size(120, 400)))
def test_whatever_is_answered_the_file_is_read_and_only_what_stands_is_wrong_with_it(data, length):
    holds_whatever_is_answered(data, length)
