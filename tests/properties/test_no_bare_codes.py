"""No sentence shows a bare code: what a list, a state, a step or a profile calls by a code has words for it.

Law: no Russian sentence, whatever is drawn, has an ISO day, a decimal point, an English word or a value of Python;
what a file writes by its code stands in brackets after its words.
"""

import re
from itertools import chain

import pytest
from filled import filled
from hypothesis import given, settings
from hypothesis import strategies as st
from meetings import PROFILES, judge, meetings
from night import size

from law189.audit.assumptions import assumptions
from law189.audit.indicators import indicators_on
from law189.audit.plan import plan_on
from law189.cases.history import RecordAnnulled
from law189.cases.moment import Moment
from law189.cases.outlook import options
from law189.law import Vocabulary
from law189.profile.documents import Form, Handed
from law189.profile.loader import load_profile
from law189.profile.parties import Party
from law189.rules import CURES, RULES
from law189.testing import RIGHT, begins
from law189.testing.machines import Stranger
from law189.workflows import LIFECYCLES

LATIN = re.compile(r"(?<![\w.-])[A-Za-z][A-Za-z0-9_-]*(?:\.[a-z_]+)*(?![\w-])")
WRITTEN = re.compile(r"(?:укажите|добавьте)[^;.]*(?:[.][a-z_]+[^;.]*)*")
"""What a sentence tells to write in a file stands there as the file has it: keys and values."""
EXPLAINED = re.compile(r"[a-z0-9-]+ — (?=[«А-Яа-яЁёA-Za-z])")
"""A code with its words right after it, as the entries of a list have them: «navigator — Навигатор»."""
KEY = re.compile(r"\((?:agreement|certificate|contract|order|provider)\)")
"""The key under which an event carries the extract that a sentence asks for."""
PATH = re.compile(r"\([a-z][a-z0-9_.-]*(?:\[[^\]]+\][a-z_.]*)?\)")
"""What a file writes, after its words: «база (indicators[app5.1.1].base)», «Навигатор (navigator)»."""
CHOICES = re.compile(r"\(один из: [^)]*\)")
"""The kinds that a question may have, as a file writes them."""
FACT = re.compile(r"\{\w+(?::(?P<words>[^{}]*))?\}")


def vocabularies(kind=Vocabulary):
    for one in kind.__subclasses__():
        yield one
        yield from vocabularies(one)


def codes_of(profile):
    """Every code that has words: in a vocabulary, in a lifecycle, in the profile.

    The name of a value that an act sets (`certificate.forming_term`) is left out: the sentence that shows it
    has its words before it, and that name is what the profile must write.
    """
    group = profile.latest.working_group
    return {
        *(member.value for one in vocabularies() if one.__module__.startswith("law189.") for member in one),
        *(kind for cycle in LIFECYCLES for kind in cycle.kinds),
        *(body.id for body in profile.latest.bodies),
        *(system.id for system in profile.latest.systems),
        *group.by_id,
        *group.business,
        "stranger",
        "record_annulled",
    }


def bare(sentence, codes):
    """The codes that a Russian sentence shows without their words, and not as what to write in a file."""
    return {word for word in LATIN.findall(plain_words(sentence)) if word in codes}


IN_BRACKETS = re.compile(r"\((?P<code>[a-z][a-z0-9-]*)\)")


def untitled(sentence, titles):
    """The bodies and seats whose code stands in brackets after other words than their own title."""
    for found in IN_BRACKETS.finditer(sentence):
        title = titles.get(found["code"])
        before = sentence[: found.start()].rstrip(" »").casefold()
        if title is not None and not before.endswith(title.ru.casefold()):
            yield found["code"]


def plain_words(sentence):
    """The sentence without what it may show of a file; the words that a place of a template holds stay."""
    sentence = FACT.sub(lambda found: found["words"] or "", sentence)
    for allowed in (WRITTEN, EXPLAINED, KEY, PATH, CHOICES):
        sentence = allowed.sub("", sentence)
    return sentence


FREE = re.compile(r"вымышленный акт [a-z-]+|[A-Z]-?[0-9]+|mayor|stranger|festival")
"""What the drawn cases themselves are called: ids, invented acts, names that the composition does not have."""
SERVICE = re.compile(r"[0-9]{6}[0-9A-ZА-ЯЁ.]{6,}")
DAY = re.compile(r"[0-9]{2}[.][0-9]{2}[.][0-9]{4}|ежегодно до [0-9]{2}[.][0-9]{2}(?![0-9])")
ADDRESS = re.compile(r"(?:п|пп|подп|ч|ст|прил|абз)[.] ?[0-9.]+")
ODD = {
    "an ISO day": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    "a decimal point": re.compile(r"[0-9][.][0-9]"),
    "a value of Python": re.compile(r"\b(?:True|False|None)\b|Decimal|Fraction"),
    "an English word": re.compile(r"(?<![\w.-])[a-z]{2,}(?![\w-])"),
}


def odd(sentence):
    """What no office writes in a Russian sentence, with the sentence."""
    said = sentence
    for allowed in (SERVICE, ADDRESS, FREE):
        said = allowed.sub("", said)
    said = plain_words(said)
    return {(what, sentence) for what, sign in ODD.items() if sign.search(DAY.sub("", said))}


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("Последний день: 2024-02-05.", {"an ISO day"}),
        ("Объём, руб.: 72.50.", {"a decimal point"}),
        ("Решение принято: True.", {"a value of Python"}),
        ("Шаг совершил: provider.", {"an English word"}),
        (
            "Шаг совершил: chair; объём: 0.5 на 2024-01-01.",
            {"an ISO day", "a decimal point", "an English word"},
        ),
        ("Объём, руб.: 72,50; последний день: 05.02.2024, далее ежегодно до 01.01.", set()),
        ("Услуга 804200О.99.0.ББ52АЕ11000; п. 5.5 прил. 3; Навигатор (navigator).", set()),
    ],
)
def test_the_law_finds_what_no_office_writes(sentence, what):
    assert {found for found, _ in odd(sentence)} == what


def called(profile):
    """What a profile itself calls its acts and the entries of its lists; some invented ones have codes for it."""
    entries = (entry for act in profile.latest.adopted for fill in act.fills for entry in fill.entries or ())
    names = {entry.title.ru for entry in entries} | {act.act.title.ru for act in profile.latest.adopted}
    return re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))) or "(?!)")


def shown(verdicts, profile):
    """The rules whose sentence shows a code, or what no office writes, with that."""
    codes, names = codes_of(profile), called(profile)
    found = set()
    for verdict in verdicts:
        for part in verdict.walk():
            if part.rule == "sitting.item":  # the question as it was put
                continue
            others = part.reading.otherwise if part.reading else ()
            for said in (part.text.ru, *(other.text.ru for other in others)):
                told = names.sub("", EXPLAINED.sub("", said))
                found |= {(part.rule, code) for code in bare(told, codes)}
                found |= {(part.rule, what) for what in odd(told)}
                found |= {(part.rule, code) for code in untitled(told, profile.latest.titles)}
    return found


def amiss(event, edition):
    """The step as anybody else would take it, and with any other document or place of a list."""
    people = (*Party, *(body.id for body in edition.bodies), *edition.working_group.by_id)
    yield from (event.model_copy(update={"by": who}) for who in people)
    for name in type(event).model_fields:
        fact = getattr(event, name)
        if isinstance(fact, Vocabulary):
            yield from (event.model_copy(update={name: other}) for other in type(fact))
        if name == "document":
            systems = (None, *(system.id for system in edition.systems))
            handed = (None, *(Handed(form=form, system=system) for form in Form for system in systems))
            yield from (event.model_copy(update={name: one}) for one in handed)


def told(lifecycle, profile, data):
    """What is said on a way with right steps: of each step, of the same taken amiss, of all others."""
    history, day = lifecycle.begin("1"), begins(profile)[0]
    for _ in range(8):
        day = history.last_day or day
        edition = profile.on(day)
        yield from (option.verdict for option in options(lifecycle, history, profile, day))
        yield lifecycle.judge(history, Stranger(on=day, by="provider"), profile)
        for record in range(history.version + 1):
            erased = RecordAnnulled(on=day, by="provider", record=record + 1, reason="описка")
            yield lifecycle.judge(history, erased, profile)
        kinds = [clause.kind for clause in lifecycle.clauses if history.state in clause.source]
        if not kinds:
            return
        kind = data.draw(st.sampled_from(kinds))
        event = RIGHT[lifecycle.name][kind](Moment(day, history, profile), data.draw)
        verdict = lifecycle.judge(history, event, profile)
        yield verdict
        yield from (lifecycle.judge(history, other, profile) for other in amiss(event, edition))
        if verdict.stops:
            return
        history = lifecycle.advance(history, event, profile)


@pytest.mark.parametrize("name", PROFILES)
@pytest.mark.parametrize("lifecycle", LIFECYCLES, ids=lambda cycle: cycle.name)
def test_no_sentence_of_a_case_shows_a_bare_code(lifecycle, name):
    found = set()

    @settings(max_examples=size(3, 15))
    @given(st.data())
    def tried(data):
        for profile in (filled(name), load_profile(name)):
            found.update(shown(told(lifecycle, profile, data), profile))

    tried()
    assert found == set()


@settings(max_examples=size(200, 2000))
@given(meetings(strangers=("mayor",)))
def test_no_sentence_of_a_meeting_shows_a_bare_code(meeting):
    for item in meeting.get("items", ()):
        item["question"] = "вопрос"
    assert shown(judge(meeting).verdicts, PROFILES[meeting["profile"]]) == set()


@pytest.mark.parametrize("name", PROFILES)
def test_no_sentence_on_the_plan_or_the_indicators_shows_a_bare_code(name):
    profile = PROFILES[name]
    day = begins(profile)[0]
    entries = chain(plan_on(profile, day), indicators_on(profile, {}, day))
    assert shown((entry.verdict for entry in entries), profile) == set()


@pytest.mark.parametrize("name", PROFILES)
def test_no_rule_and_no_assumption_shows_a_bare_code_before_any_fact(name):
    codes = codes_of(PROFILES[name])
    sentences = {
        **{
            (rule.code, place): words
            for rule in RULES
            for place, words in enumerate((rule.text, rule.unknown, rule.assumed))
            if words is not None
        },
        **{(assumed.code, "assumed"): assumed.text for assumed in assumptions()},
    }
    assert {where: bare(words.ru, codes) for where, words in sentences.items() if bare(words.ru, codes)} == {}


def test_no_advice_shows_what_no_office_writes():
    assert {code: odd(cure.ru) for code, cure in CURES.items() if odd(cure.ru)} == {}


@pytest.mark.parametrize("name", PROFILES)
def test_whoever_may_take_a_step_has_words_from_every_state(name):
    """A step that does not lead from the state is shown with its form too."""
    profile, codes = PROFILES[name], codes_of(PROFILES[name])
    for cycle in LIFECYCLES:
        for option in cycle.options(cycle.begin("1"), profile, begins(profile)[0]):
            who = [one for fact in option.needs if fact.name == "by" for one in fact.choices]
            assert [one.value for one in who if one.title.ru in codes] == [], option.kind
