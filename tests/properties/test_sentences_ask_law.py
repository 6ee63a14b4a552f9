"""A Russian sentence asks in the case that its verb needs, names each thing once, and says what to do.

The walks go over every title that the library can ask for, every list of what is named twice, and every rule whose
refusal is only that a fact was left out.
"""

import gc
import re
from importlib import import_module
from pkgutil import walk_packages

from hypothesis import given
from hypothesis import strategies as st

import law189
from law189.law.about import About
from law189.numbers import doubled
from law189.profile.documents import Handed
from law189.profile.loader import load_profile
from law189.rules import RULES, asking
from law189.rules.naming import each_once
from law189.rules.volumes import once
from law189.verdict import Ask, Outcome
from law189.verdict.ask import accusative, listed

FEMININE = re.compile(r"\w+[ая]")
SAME = {
    *(
        "адреса",
        "голоса",
        "номера",
        "места",
        "обстоятельства",
        "основания",
        "поля",
        "полномочия",
        "положения",
    ),
    *("замечания", "мероприятия", "различия"),
    *("следствия", "толкования", "упоминания", "условия", "функции", "наименования", "описания", "изменения"),
    *(
        "да",
        "для",
        "за",
        "на",
        "имя",
        "время",
        "какая",
        "откуда",
        "действия",
        "действия",
        "требования",
        "сведения",
    ),
    *("значения", "правила", "слова", "права", "средства", "мнения", "лица", "решения", "дела"),
}
"""Words that end so and are no feminine noun in the nominative: plurals, neuters and prepositions."""
QUESTIONS = {
    *(
        "когда",
        "где",
        "куда",
        "какая",
        "какой",
        "какие",
        "какое",
        "откуда",
        "чего",
        "чем",
        "что",
        "кому",
        "кто",
    ),
    *("для", "за", "на", "о", "об", "по", "с", "от", "из", "до", "кого", "сколько", "да", "почему"),
}
"""The words with which a title begins that is no noun."""
VERBS = {
    "выдана",
    "прервана",
    "просрочена",
    "допускается",
    "касается",
    "публикуется",
    "известна",
    "утверждена",
    *("изменена", "исполнена", "родился"),
}


def titles():
    """The Russian title of every ask and of every described field of the library."""
    for module in walk_packages(law189.__path__, "law189."):
        if not module.name.startswith(("law189.cli", "law189.casebook.stores", "law189.testing")):
            import_module(module.name)
    said = (one for one in gc.get_objects() if issubclass(type(one), Ask | About))
    found = {one.title.ru for one in said if hasattr(one, "title")}  # an error leaves some half made
    return sorted(found | {one.what.ru for one in load_profile("kemerovo").latest.federal.slots})


def head(title):
    """The words up to the first that is no adjective."""
    words = title.split()
    if words[0].removesuffix(",") in QUESTIONS:
        return []
    for at, word in enumerate(words):
        if not word.endswith(("ая", "яя", "ый", "ий")):
            return words[: at + 1]
    return words


def test_every_title_has_its_accusative():
    left = {
        title: accusative(title)
        for title in titles()
        if any(FEMININE.fullmatch(one) and one not in SAME | VERBS for one in head(accusative(title)))
    }
    assert left == {}


def test_a_list_of_what_is_asked_for_stands_in_the_accusative_and_its_title_in_json_does_not():
    said = listed([asking.extract("certificate"), asking.extract("order")]).ru
    assert said.startswith("выписку из дела о сертификате (certificate)")
    assert "выписку из дела о социальном заказе (order)" in said
    assert asking.extract("certificate").as_json()["title"]["ru"] == "выписка из дела о сертификате"


SERVICES = st.lists(
    st.sampled_from(
        ("804200О.99.0.ББ52АЖ48000", "804200о990бб52аж48000", "804200О.99.0.ББ52АЕ11000", "кружок")
    ),
    min_size=1,
    max_size=8,
)


@given(SERVICES)
def test_what_is_named_twice_is_listed_once(services):
    for found in (once(services).facts["doubled"], each_once(services).facts["doubled"], doubled(services)):
        assert not doubled(found)
        assert bool(found) == bool(doubled(services))


LEFT_OUT = re.compile(r"(?:[Нн]е указан\w*|[Нн]е назван\w*)[|}]|: ?нет\}[^.]*запис")
BOTH_WAYS = {
    "agenda.any": "вопрос любого вида рассмотреть можно",
    "services.among": "что не названо в перечне, шаг лечит перечень",
    "subgroups.named": "подгруппу называет положение",
    "quorum.headed": "кто присутствовал, уже не изменить",
    "quorum.presiding": "кто присутствовал, уже не изменить",
    "lifecycle.annulled": "без причины запись не читается",
    "eligibility.school": "без наименования правило держится",
    "consumers.category": "без категории ответ — неизвестно",
    "providers.succession": "без ОГРН о нём спрашивают отдельно",
    "identifiers.ogrn": "без ОГРН ответ — неизвестно",
}
"""Rules that say so and ask for nothing, each with why there is nothing to give."""


def test_a_refusal_for_a_fact_that_was_left_out_says_what_to_do():
    for rule in RULES:
        if rule.missed is Outcome.VOID and rule.unknown is None and LEFT_OUT.search(rule.text.ru):
            told = re.search(r"укажите|приложите|внесите|аннулируйте", rule.text.ru)
            assert told or rule.code in BOTH_WAYS, rule.code


def test_a_document_on_paper_says_what_would_let_it_in():
    paper = next(rule for rule in RULES if rule.code == "forms.paper")
    assert "укажите её" in paper.text.ru
    assert Handed(form="paper").impossibility is None
