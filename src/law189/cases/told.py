"""Вывод без предложений (told): a verdict as a saved record keeps it, its sentences told again from the rules.

What is kept of a verdict is its rule, outcome, facts, addresses, reading and parts; what is empty is left out, and
so is the outcome HOLDS. The sentence is that of the rule, which the library has; `said` names the rule's other one.
A sentence that the library does not have is kept in full, as `text`. Where the library that reads does not know the
rule any more, or its sentence asks for other facts, the verdict says just that, with its outcome and its facts.

>>> from law189.rules.deadlines.kept import within
>>> from datetime import date
>>> sentences = Sentences(())
>>> kept = sentences.row(within(date(2024, 2, 5), date(2024, 2, 2)))
>>> kept["rule"], kept["outcome"], kept["facts"]
('deadlines.within', 'breach', {'last_day': '2024-02-02', 'done_on': '2024-02-05', 'late': 3})
>>> sentences.verdict(kept).text.en
'Last day of the term: 2024-02-02; done: 2024-02-05; late, calendar days: 3.'
>>> sentences.verdict({"rule": "deadlines.on_time", "facts": {"late": 3}}).text.en
'How the rule «deadlines.on_time» told this, this version of law189 does not know; outcome: holds; facts: late — 3.'
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from string import Formatter
from typing import Any, NamedTuple

from law189.cases.shapes import (
    DEEPEST,
    cite_of,
    cited,
    facts_of,
    keys_of,
    list_of,
    outcome_of,
    word_of,
    written,
)
from law189.facts import Fact, Frozen, plain
from law189.law import Text
from law189.law.fixed import fixed
from law189.readings.reading import Applied, Otherwise, Said
from law189.rules import CURES, RULES
from law189.telling import shown
from law189.verdict import Ask, NotAVerdict, Outcome, Rule, Verdict, worst
from law189.verdict.written import asks_of, known_choices

__all__ = ["InFull", "Sentences", "Untold"]

RULE, UNKNOWN = "", "unknown"


class Sentence(NamedTuple):
    """A sentence of a rule, by its name there, with the names of the facts that it asks for."""

    said: str
    text: Text
    names: frozenset[str]

    def fits(self, facts: Mapping[str, Fact], lacks: tuple[Ask, ...]) -> bool:
        """Whether it can be told with those facts and what is lacking."""
        return self.names <= (facts.keys() | {ASKS} if lacks else facts.keys())


def _sentence(said: str, text: Text) -> Sentence:
    parsed = (*Formatter().parse(text.ru), *Formatter().parse(text.en))
    return Sentence(said, text, frozenset(name for _, name, _, _ in parsed if name is not None))


def _of_rule(rule: Rule) -> tuple[Sentence, ...]:
    unknown = () if rule.unknown is None else (_sentence(UNKNOWN, rule.unknown),)
    return (_sentence(RULE, rule.text), *unknown)


OF_RULES: Mapping[str, tuple[Sentence, ...]] = {rule.code: _of_rule(rule) for rule in RULES}
"""The sentences of every rule of the library: the one it says either way, and the one where a fact is missing."""
KEYS = frozenset({"rule", "outcome", "said", "text", "facts", "asks", "cites", "reading", "parts"})
OTHER_KEYS = frozenset({"choice", "rule", "outcome", "said", "text", "facts", "asks"})
ASKS = "asks"
NO_FACTS: Frozen[str, Fact] = Frozen()


@fixed
@dataclass(frozen=True, slots=True)
class InFull(Text):
    """A sentence that a record keeps in full, with its facts in place already."""


@fixed
@dataclass(frozen=True, slots=True)
class Untold(Text):
    """What stands for a sentence that this library does not have; `said` names it."""

    said: str = RULE


class Sentences:
    """Предложения: those of the rules, and those of one lifecycle, whose steps tell what was done.

    `titles` are the codes of its steps, each with its words.
    """

    def __init__(self, titles: Iterable[tuple[str, Text]]) -> None:
        self._own: dict[str, tuple[Sentence, ...]] = {}
        for code, title in titles:
            self._own.setdefault(code, (_sentence(RULE, title),))

    def _of(self, rule: str) -> tuple[Sentence, ...]:
        return self._own.get(rule) or OF_RULES.get(rule, ())

    # ─── В запись ────────────────────────────────────────────────────────────────────────────────────────

    def row(self, verdict: Verdict) -> dict[str, Any]:
        """The verdict as a record keeps it, in plain JSON values."""
        found: dict[str, Any] = {"rule": verdict.rule}
        self._answer(verdict, found)
        if facts := verdict.facts:
            found["facts"] = {name: written(fact) for name, fact in facts.items()}
        if verdict.lacks:
            found[ASKS] = [ask.as_json() for ask in verdict.lacks]
        if cites := verdict.cites:
            found["cites"] = [cited(cite) for cite in cites]
        if verdict.reading is not None:
            found["reading"] = self._applied(verdict.reading, verdict)
        if parts := verdict.parts:
            found["parts"] = [self.row(part) for part in parts]
        return found

    def _answer(self, verdict: Verdict, found: dict[str, Any]) -> None:
        """Put down how it went, and its sentence: none where it is the rule's own."""
        if verdict.outcome is not Outcome.HOLDS:
            found["outcome"] = verdict.outcome.value
        said = self._named(verdict)
        if said is None:
            found["text"] = plain(verdict.text)
        elif said != RULE:
            found["said"] = said

    def _named(self, verdict: Verdict) -> str | None:
        """Which sentence of its rule the verdict says; None where it is to be kept in full."""
        template, facts, lacks = verdict.template, verdict.facts, verdict.lacks
        if isinstance(template, Untold):
            return template.said
        if isinstance(template, InFull):
            return None
        fitting = self._of(verdict.rule)
        for one in fitting:
            if (one.text is template or one.text == template) and one.fits(facts, lacks):
                return one.said
        fitting = tuple([one for one in fitting if one.fits(facts, lacks)])
        for said, text, _ in fitting:  # a verdict of schema 1 has its facts in place already
            if Verdict(verdict.rule, verdict.outcome, text, facts, asks=lacks).text == verdict.text:
                return said
        return None

    def _applied(self, reading: Applied, verdict: Verdict) -> dict[str, Any]:
        others = [{"choice": choice, **self._other(said, verdict)} for choice, said in reading.others]
        return {"code": reading.code, "choice": reading.choice, "otherwise": others}

    def _other(self, said: Said, verdict: Verdict) -> dict[str, Any]:
        """What another choice would have answered, as far as it is not what the verdict says."""
        if not isinstance(said, Verdict):
            return {"outcome": said.outcome.value, "text": plain(said.text)}
        found: dict[str, Any] = {}
        self._answer(said, found)
        if "text" in found:
            return {"outcome": said.outcome.value, **found}
        if said.rule != verdict.rule:
            found["rule"] = said.rule
        if said.facts != verdict.facts:
            found["facts"] = {name: written(fact) for name, fact in said.facts.items()}
        if said.lacks:
            found[ASKS] = [ask.as_json() for ask in said.lacks]
        return found

    # ─── Из записи ───────────────────────────────────────────────────────────────────────────────────────

    def verdict(self, data: Any, depth: int = 0) -> Verdict:
        """The verdict that a record keeps. Raises `NotAVerdict` on what is none."""
        if depth > DEEPEST:
            raise NotAVerdict(
                f"частей одна в другой больше {DEEPEST}", f"parts within parts beyond {DEEPEST}"
            )
        found = keys_of(data, KEYS, "rule")
        rule = word_of(found["rule"])
        outcome = outcome_of(found["outcome"]) if "outcome" in found else Outcome.HOLDS
        parts: tuple[Verdict, ...] = ()
        if "parts" in found:
            parts = tuple([self.verdict(part, depth + 1) for part in list_of(found["parts"])])
        if parts and worst([outcome, *(part.outcome for part in parts)]) is not outcome:
            raise NotAVerdict(
                f"исход {outcome} лучше исхода одной из частей",
                f"the outcome {outcome} is better than a part's",
            )
        facts = facts_of(found["facts"]) if "facts" in found else NO_FACTS
        lacks = asks_of(found[ASKS]) if ASKS in found else ()
        cites = tuple([cite_of(cite) for cite in list_of(found["cites"])]) if "cites" in found else ()
        sentence = self._sentence(rule, outcome, facts, lacks, found)
        reading = self._read_applied(found["reading"], rule, facts) if "reading" in found else None
        return Verdict(rule, outcome, sentence, facts, cites, reading, parts, lacks, CURES.get(rule))

    def _sentence(
        self,
        rule: str,
        outcome: Outcome,
        facts: Mapping[str, Fact],
        lacks: tuple[Ask, ...],
        found: Mapping[str, Any],
    ) -> Text:
        if "text" in found:
            words = keys_of(found["text"], frozenset({"ru", "en"}), "ru", "en")
            return InFull(*[_escaped(word_of(words[lang])) for lang in ("ru", "en")])
        said = word_of(found["said"]) if "said" in found else RULE
        for one in self._of(rule):
            if one.said == said and one.fits(facts, lacks):
                return one.text
        return _untold(rule, outcome, facts, said)

    def _read_applied(self, data: Any, rule: str, facts: Frozen[str, Fact]) -> Applied:
        found = keys_of(data, frozenset({"code", "choice", "otherwise"}), "code", "choice", "otherwise")
        code, choice = word_of(found["code"]), word_of(found["choice"])
        others = [keys_of(other, OTHER_KEYS, "choice") for other in list_of(found["otherwise"])]
        said = tuple((word_of(other["choice"]), self._read_other(other, rule, facts)) for other in others)
        known_choices(code, [choice, *(one for one, _ in said)])
        return Applied(code, choice, said)

    def _read_other(self, found: Mapping[str, Any], rule: str, facts: Frozen[str, Fact]) -> Said:
        outcome = outcome_of(found.get("outcome", "holds"))
        if "text" in found:
            words = keys_of(found["text"], frozenset({"ru", "en"}), "ru", "en")
            return Otherwise(
                word_of(found["choice"]), outcome, Text(word_of(words["ru"]), word_of(words["en"]))
            )
        rule = word_of(found["rule"]) if "rule" in found else rule
        facts = facts_of(found["facts"]) if "facts" in found else facts
        lacks = asks_of(found.get(ASKS, []))
        return Verdict(rule, outcome, self._sentence(rule, outcome, facts, lacks, found), facts, asks=lacks)


def _untold(rule: str, outcome: Outcome, facts: Mapping[str, Fact], said: str) -> Untold:
    """What is told of a verdict whose sentence this library does not have: what it does have."""
    words = Text(
        f"Как об этом сказано в правиле «{rule}», эта версия law189 не знает; исход: {outcome.text.ru}; "
        f"факты: {shown(facts, 'ru')}.",
        f"How the rule «{rule}» told this, this version of law189 does not know; outcome: {outcome.text.en}; "
        f"facts: {shown(facts, 'en')}.",
    )
    return Untold(_escaped(words.ru), _escaped(words.en), said)


def _escaped(words: str) -> str:
    return words.replace("{", "{{").replace("}", "}}")
