"""Лист (sheet): a profile laid beside its decree, every fact at its address, in the order of the decree.

A sheet is made of plain words in one language; `law189.report.html` prints it. It reads the profile by walking over
the model, so a new key of a profile stands in it without a change here.

>>> from law189.profile.loader import load_profile
>>> kemerovo = load_profile("kemerovo")
>>> made = sheet(kemerovo, kemerovo.latest, (), "ru")
>>> [section.title for section in made.sections][:3]
['Постановление в целом', 'Преамбула и пункты', 'Приложение 1']
>>> next((fact.address, fact.title, fact.words) for section in made.sections for fact in section.facts
...      if fact.title == "кворум")
('п. 5.5 прил. 3', 'кворум', '')
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from law189.kinds import must_be
from law189.kinds.asked import asked
from law189.law import Citation, Lang, Law189Error, Text
from law189.law.address import root_of
from law189.law.fixed import fixed
from law189.law.text import in_language
from law189.lints.linter import Finding
from law189.profile.edition import Edition
from law189.profile.profile import Profile
from law189.readings import READINGS
from law189.report.entries import Fact, facts_of, order_of
from law189.report.left_out import Silence, left_out
from law189.report.values import Worded
from law189.telling import act_named

__all__ = ["Changed", "Choice", "EditionTold", "Section", "Sheet", "Silence", "sheet"]


@fixed
@dataclass(frozen=True, slots=True)
class Section:
    """A part of an act with its facts: the text, an annex, an act adopted later."""

    title: str
    subtitle: str
    facts: tuple[Fact, ...]


@fixed
@dataclass(frozen=True, slots=True)
class Changed:
    """What an amendment changed at one address: each title with its words before and after; empty where none."""

    address: str
    within: str
    title: str
    old: tuple[tuple[str, str], ...]
    new: tuple[tuple[str, str], ...]


@fixed
@dataclass(frozen=True, slots=True)
class EditionTold:
    """One edition: its first day (None of the first one), the act that made it, whether this sheet tells it."""

    since: date | None
    act: str
    title: str
    here: bool
    changes: tuple[Changed, ...]


@fixed
@dataclass(frozen=True, slots=True)
class Choice:
    """A reading: its code, its question, what is chosen and by whom, what else could be."""

    code: str
    address: str
    question: str
    chosen: str
    by_profile: bool
    why: str
    others: tuple[str, ...]


@fixed
@dataclass(frozen=True, slots=True)
class Sheet:
    """A profile beside its decree, in one language."""

    lang: Lang
    name: str
    title: str
    act: str
    about: str
    sections: tuple[Section, ...]
    editions: tuple[EditionTold, ...]
    choices: tuple[Choice, ...]
    silent: tuple[Silence, ...]
    whole: Citation

    @property
    def facts(self) -> Iterator[Fact]:
        """Every fact and every lint, in the order of the sheet."""
        for section in self.sections:
            yield from section.facts


WHOLE = Text("Постановление в целом", "The decree as a whole")
TEXT = Text("Преамбула и пункты", "Preamble and items")
ANNEX = Text("Приложение", "Annex")
LINT = Text("замечание", "lint")


class NoEdition(Law189Error, ValueError):
    """An edition of another profile."""


@asked
def sheet(profile: Profile, edition: Edition, found: Iterable[Finding], lang: Lang) -> Sheet:
    """The sheet of one edition of the profile, with what the linter found in it.

    Raises `WrongLanguage` on a language other than ru and en and on an edition of another profile.
    """
    in_language(lang)
    if must_be(edition, Edition) not in (one for _, one in must_be(profile, Profile).editions):
        raise NoEdition("the edition is none of this profile; take profile.latest or profile.on(day)")
    said = Worded(edition, lang)
    facts = [*facts_of(edition, said), *(_linted(finding, said) for finding in found)]
    return Sheet(
        lang,
        edition.profile,
        edition.title[lang],
        edition.whole.label[lang],
        edition.act.heading[lang],
        tuple(_sections(facts, said)),
        tuple(_editions(profile, edition, lang)),
        tuple(_choices(said)),
        tuple(left_out(edition, said)),
        edition.whole,
    )


def _linted(finding: Finding, said: Worded) -> Fact:
    """What the linter found, at its address."""
    lang, cite = said.lang, finding.cite
    return Fact(
        ("lint", finding.code),
        cite,
        said.short(cite, said.edition.act),
        f"{LINT[lang]} {finding.code}",
        finding.severity.text[lang],
        "",
        finding.text[lang],
        "",
        (),
        lint=finding,
    )


# ─── Порядок: the order of the decree ────────────────────────────────────────────────────────────────────


def _part(address: str) -> str:
    """The part of an act that an address is in: the whole, an annex or a document of its own, or the text."""
    return root_of(address) or ("act" if address == "act" else "text")


def _sections(facts: list[Fact], said: Worded) -> Iterator[Section]:
    """Facts by the part of the act: the decree first, then other acts as the file names them."""
    own = said.edition.act
    acts = list(dict.fromkeys([own.id, *(fact.cite.act for fact in facts)]))
    for act in acts:
        here = sorted(
            (fact for fact in facts if fact.cite.act == act), key=lambda fact: order_of(fact.cite.address)
        )
        parts = list(dict.fromkeys(_part(fact.cite.address) for fact in here)) if act == own.id else [""]
        for part in parts:
            title, subtitle = _heading(act, part, said)
            inside = tuple(fact for fact in here if part in ("", _part(fact.cite.address)))
            if inside:
                yield Section(title, subtitle, inside)


def _heading(act: str, part: str, said: Worded) -> tuple[str, str]:
    lang, edition = said.lang, said.edition
    if not part:
        return edition.cite(f"{act}/act").label[lang], ""
    if part in ("act", "text"):
        return act_named(WHOLE if part == "act" else TEXT, (edition.whole,))[lang], ""
    number = part.removeprefix("app") if part.startswith("app") else None
    approved = [one.what[lang] for one in edition.approvals if (one.id or f"app{one.annex or ''}") == part]
    title = f"{ANNEX[lang]} {number}".strip() if number is not None else _document(part, said)
    return title, ", ".join(approved)


def _document(name: str, said: Worded) -> str:
    """What the decree calls a document that it approves, such as «Положение»."""
    found = next(one for one in said.edition.act.documents if one.id == name)
    return found.ru if said.lang == "ru" else found.en


# ─── Редакции и толкования ──────────────────────────────────────────────────────────────────────


def _editions(profile: Profile, shown: Edition, lang: Lang) -> Iterator[EditionTold]:
    before: Edition | None = None
    for _, edition in profile.editions:
        since, act = edition.amended_by[-1] if before is not None else (None, edition.act)
        changes = () if before is None else tuple(_changes(before, edition, lang))
        here = edition is shown or (edition == shown and not any(one is shown for _, one in profile.editions))
        yield EditionTold(since, act.whole.label[lang], act.heading[lang], here, changes)
        before = edition


def _changes(before: Edition, after: Edition, lang: Lang) -> Iterator[Changed]:
    """What is told of one edition and not of the other, in the order of the decree; then the readings."""
    was, now = Worded(before, lang), Worded(after, lang)
    old, new = ({fact.key: fact for fact in facts_of(said.edition, said)} for said in (was, now))
    new = _renamed(new, old)
    for key, fact in sorted({**old, **new}.items(), key=lambda found: order_of(found[1].cite.address)):
        told = [_compared(side.get(key), lang) for side in (old, new)]
        if told[0] != told[1]:
            yield _changed(fact.address, fact.within, fact.title, *told)
    for one, other in zip(_choices(was), _choices(now), strict=True):
        if one.chosen != other.chosen:
            chosen = ({one.question: one.chosen}, {other.question: other.chosen})
            yield _changed(other.address, "", f"{READING[lang]} {one.code}", *chosen)


def _renamed(
    new: dict[tuple[str, ...], Fact], old: dict[tuple[str, ...], Fact]
) -> dict[tuple[str, ...], Fact]:
    """The new facts by the keys of the old: an entry known by its address is found by its words where it moved."""
    moved = {(fact.list, fact.words): key for key, fact in old.items() if key not in new and fact.words}
    return {key if key in old else moved.pop((fact.list, fact.words), key): fact for key, fact in new.items()}


def _compared(fact: Fact | None, lang: Lang) -> dict[str, str]:
    """What one edition is compared with another by: every part by its title, and the address."""
    return {} if fact is None else {**fact.told, ADDRESS[lang]: fact.cite.label[lang]}


def _changed(address: str, within: str, title: str, old: dict[str, str], new: dict[str, str]) -> Changed:
    """What differs between the two; an address is told only where it is another one."""
    sides = ((old, new), (new, old))
    told = [
        tuple((label, words) for label, words in one.items() if than.get(label) != words)
        for one, than in sides
    ]
    return Changed(address, within, title, told[0], told[1])


READING = Text("толкование", "reading")
ADDRESS = Text("адрес", "address")


def _choices(said: Worded) -> Iterator[Choice]:
    edition = said.edition
    norms = dict(edition.norms)
    for reading in READINGS.values():
        chosen = reading.chosen(edition.readings)
        about_norm = norms.get(reading.about)
        yield Choice(
            reading.code,
            "" if about_norm is None else said.short(about_norm.basis, edition.act),
            said.its_own(reading.question),
            said.its_own(reading.choices[chosen]),
            reading.code in edition.readings,
            said.its_own(reading.why),
            tuple(said.its_own(words) for choice, words in reading.choices.items() if choice != chosen),
        )
