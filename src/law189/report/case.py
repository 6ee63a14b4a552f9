r"""Дело на странице (case): its history told, every step with what it states and why, and what is owed on a day.

>>> from datetime import date
>>> from law189.profile.loader import load_profile
>>> from law189.workflows.meeting import Convened, lifecycle
>>> kemerovo = load_profile("kemerovo")
>>> convened = Convened(on="2023-09-29", by="chair", held_on="2023-10-02")
>>> history = lifecycle.advance(lifecycle.begin("1"), convened, kemerovo)
>>> [title for title, _ in case_tables(history, kemerovo, "ru", date(2023, 10, 2))]
['Шаги', 'Что указано', 'Основания', 'Обязанности']
>>> page = case_page(history, kemerovo, "ru", date(2023, 10, 2))
>>> "<h1>Заседание рабочей группы 1</h1>" in page, "1. 29.09.2023 — повестка утверждена" in page, "://" in page
(True, True, False)
"""

from collections.abc import Iterator, Sequence
from datetime import date
from types import NoneType
from typing import Any

from law189.casebook.cycles import CYCLES
from law189.cases.history import History, Record, RecordAnnulled, annulled_in
from law189.cases.lifecycle import Duty
from law189.kinds import must_be
from law189.kinds.asked import asked
from law189.law import Lang, Text
from law189.law.text import in_language
from law189.profile.edition import Edition
from law189.profile.profile import Profile
from law189.report.page import escaped
from law189.report.paged import Page, Table, as_page, cell, html_section, html_table
from law189.report.reasons import OTHERWISE, html_reasons, reasons_rows
from law189.report.stated import html_stated, stated, stated_rows
from law189.report.tables import told_by
from law189.report.text import DO
from law189.telling import shown
from law189.verdict import Outcome

__all__ = ["case_body", "case_book", "case_page", "case_tables", "case_title"]

STEPS, FACTS = Text("Шаги", "Steps"), Text("Что указано", "What is stated")
REASONS, DUTIES = Text("Основания", "Reasons"), Text("Обязанности", "Duties")
NUMBER, DAY, STEP = Text("№", "No"), Text("день", "day"), Text("шаг", "step")
WHO, STATE = Text("кто", "by whom"), Text("состояние после шага", "state after the step")
OUTCOME, DECISION = Text("исход", "outcome"), Text("решение", "decision")
NOTE = Text("примечание", "note")
FACT, HELD = Text("что", "what"), Text("указано", "stated")
SAID, WHERE, RULE = Text("основание", "reason"), Text("нормы", "provisions"), Text("правило", "rule")
OWED, LAST, LATE = (
    Text("обязанность", "duty"),
    Text("последний день", "last day"),
    Text("просрочено", "overdue"),
)
WHY, YES = Text("срок", "term"), Text("да", "yes")
STANDS, ON = Text("состояние", "state"), Text("на", "on")
NOTHING = Text("В деле ещё ничего не произошло.", "Nothing has happened in the case yet.")
LATER = Text("Записей после этого дня, не показаны", "Records after that day, not shown")
NO_DUTIES = Text("Открытых обязанностей нет.", "There are no open duties.")
ANNULLED = Text("аннулирована записью", "annulled by record")
HOW = Text(
    "Каждый шаг стоит со всем, что в нём указано, и со всеми основаниями и адресами норм, по которым о нём "
    "судили в его день. Знаки: ✓ соблюдено, ! нарушено, ? неизвестно, ✗ не имеет силы.",
    "Every step stands with all that it states, and with all the reasons and provisions by which it was judged on "
    "its day. Marks: ✓ holds, ! in breach, ? unknown, ✗ without effect.",
)


@asked
def case_title(history: History[Any], lang: Lang) -> str:
    """What the case is called: its lifecycle and its id."""
    title = CYCLES[must_be(history, History).lifecycle].title[in_language(lang)]
    return f"{title[:1].upper()}{title[1:]} {history.id}"


@asked
def case_page(
    history: History[Any],
    profile: Profile,
    lang: Lang,
    on: date | None = None,
    *,
    duties: Sequence[Duty] | None = None,
) -> str:
    """The case as a whole HTML file; with a day as it stood at its end, and the duties that were open.

    `duties` are those that a book says of the day (`law189.casebook.taking.owed`); without them those of the case
    alone.
    Raises `WrongLanguage` on a language other than ru and en.
    """
    must_be(history, History)
    must_be(profile, Profile)
    must_be(on, date, NoneType)
    return as_page(
        _page(history, in_language(lang), on), lang, case_body(history, profile, lang, on, duties=duties)
    )


def _page(history: History[Any], lang: Lang, on: date | None) -> Page:
    return Page(case_title(history, lang), _about(history, lang, on), HOW[lang])


@asked
def case_book(
    history: History[Any],
    profile: Profile,
    lang: Lang,
    on: date | None = None,
    *,
    duties: Sequence[Duty] | None = None,
) -> tuple[Page, tuple[tuple[str, Table], ...]]:
    """What stands in a workbook of the case: what the tables are, and each with its title.

    `duties` as `case_page` takes them.
    """
    must_be(history, History)
    must_be(profile, Profile)
    must_be(on, date, NoneType)
    page, later = _page(history, lang, on), _by(history, on)[1]
    told = page._replace(how=f"{LATER[lang]}: {later}. {page.how}") if later else page
    return told, case_tables(history, profile, lang, on, duties=duties)


@asked
def case_body(
    history: History[Any],
    profile: Profile,
    lang: Lang,
    on: date | None = None,
    *,
    duties: Sequence[Duty] | None = None,
) -> list[str]:
    """What stands below the title of the page, as lines of HTML; `duties` as `case_page` takes them."""
    must_be(history, History)
    must_be(profile, Profile)
    in_language(lang)
    must_be(on, date, NoneType)
    known, later = _by(history, on)
    body = [line for number in known for line in _record(history, number, profile, lang, on)]
    body = body or [f"<p>{escaped(NOTHING[lang])}</p>"]
    body += [f'<p class="act">{escaped(LATER[lang])}: {later}</p>'] if later else []
    told = html_section(STEPS[lang], body)
    if on is None:
        return told
    table = _duties(history, profile, on, lang, duties)
    owed = html_table(table) if table.rows else [f"<p>{escaped(NO_DUTIES[lang])}</p>"]
    return [*html_section(f"{DUTIES[lang]}, {ON[lang]} {shown(on, lang)}", owed), *told]


def _by(history: History[Any], on: date | None) -> tuple[list[int], int]:
    """The numbers of the records that were known at the end of the day, and how many there are of later ones."""
    annulled = _annulled(history, on)
    known = [
        place + 1
        for place, record in enumerate(history.records)
        if on is None or record.event.on <= on or place in annulled
    ]
    return known, history.version - len(known)


def _annulled(history: History[Any], on: date | None) -> frozenset[int]:
    """The places of the records that are annulled by the end of the day."""
    return history.annulled if on is None else annulled_in(history.records, on)


def _about(history: History[Any], lang: Lang, on: date | None) -> str:
    cycle = CYCLES[history.lifecycle]
    state = cycle.words[history.state if on is None else cycle.known_on(history, on).state][lang]
    return f"{STANDS[lang]}: {state}" + ("" if on is None else f", {ON[lang]} {shown(on, lang)}")


def _record(
    history: History[Any], number: int, profile: Profile, lang: Lang, on: date | None
) -> Iterator[str]:
    record = history.records[number - 1]
    edition, notes = profile.on(record.event.on), _notes(history, number, profile, lang, on)
    kinds = f"record {record.verdict.outcome.value}" + (
        " annulled" if number - 1 in _annulled(history, on) else ""
    )
    yield f'<article class="{kinds}" id="r{number}">'
    yield f"<h3>{number}. {escaped(shown(record.event.on, lang))} — {escaped(_called(history, record, lang))}</h3>"
    state = CYCLES[history.lifecycle].words[record.state][lang]
    who = told_by(record.event.by, lang, edition)
    yield f'<p><span class="label">{WHO[lang]}:</span> {escaped(who)}</p>'
    yield f'<p><span class="label">{STATE[lang]}:</span> {escaped(state)}</p>'
    yield from (f'<p class="act">{escaped(one)}</p>' for one in notes)
    yield from html_stated(stated(record.event, edition, lang))
    yield from html_reasons((record.verdict,), lang)
    yield "</article>"


def _called(history: History[Any], record: Record[Any], lang: Lang) -> str:
    return CYCLES[history.lifecycle].called(record.event)[lang]


def _notes(history: History[Any], number: int, profile: Profile, lang: Lang, on: date | None) -> list[str]:
    """Who decided an unknown step, and which record annuls this one."""
    record, notes = history.records[number - 1], []
    decision = record.decision
    if decision is not None and record.verdict.outcome is Outcome.UNKNOWN:
        who = told_by(decision.by, lang, profile.on(record.event.on))
        notes.append(f"{DECISION[lang]}: {who}, {shown(decision.on, lang)}: {decision.reason}")
    if number - 1 in _annulled(history, on):
        notes += [
            f"{ANNULLED[lang]} {place}"
            for place, one in enumerate(history.records, start=1)
            if isinstance(one.event, RecordAnnulled)
            and one.event.record == number
            and (on is None or one.event.on <= on)
        ][-1:]
    return notes


# ─── Таблицы ─────────────────────────────────────────────────────────────────────────────────────────────


@asked
def case_tables(
    history: History[Any],
    profile: Profile,
    lang: Lang,
    on: date | None = None,
    *,
    duties: Sequence[Duty] | None = None,
) -> tuple[tuple[str, Table], ...]:
    """The case as tables with their titles: steps, facts, reasons; with a day as it stood, and the open duties.

    `duties` as `case_page` takes them.
    """
    must_be(history, History)
    must_be(profile, Profile)
    must_be(on, date, NoneType)
    in_language(lang)
    steps, facts, reasons = [], [], []
    for number in _by(history, on)[0]:
        record, no = history.records[number - 1], cell(number, lang)
        edition = profile.on(record.event.on)
        notes = "; ".join(_notes(history, number, profile, lang, on))
        steps.append((no, *_step(history, record, edition, lang), notes))
        facts += [(no, title, words) for title, words in stated_rows(stated(record.event, edition, lang))]
        reasons += [(no, *one) for one in reasons_rows(record.verdict, lang)]
    heads = (NUMBER, DAY, STEP, WHO, STATE, OUTCOME, NOTE)
    tables = [
        (STEPS[lang], Table(tuple(one[lang] for one in heads), tuple(steps))),
        (FACTS[lang], Table((NUMBER[lang], FACT[lang], HELD[lang]), tuple(facts))),
        (
            REASONS[lang],
            Table(
                tuple(one[lang] for one in (NUMBER, OUTCOME, SAID, WHERE, RULE, DO, OTHERWISE)),
                tuple(reasons),
            ),
        ),
    ]
    if on is not None:
        tables.append((DUTIES[lang], _duties(history, profile, on, lang, duties)))
    return tuple(tables)


def _step(history: History[Any], record: Record[Any], edition: Edition, lang: Lang) -> tuple[str, ...]:
    return (
        cell(record.event.on, lang),
        _called(history, record, lang),
        told_by(record.event.by, lang, edition),
        CYCLES[history.lifecycle].words[record.state][lang],
        record.verdict.outcome.text[lang],
    )


def _duties(
    history: History[Any], profile: Profile, on: date, lang: Lang, of_book: Sequence[Duty] | None
) -> Table:
    duties = CYCLES[history.lifecycle].due(history, profile, on) if of_book is None else of_book
    heads = tuple(one[lang] for one in (OWED, LAST, LATE, WHY, WHERE))
    return Table(heads, tuple(_duty(one, lang) for one in duties))


def _duty(duty: Duty, lang: Lang) -> tuple[str, ...]:
    where = "; ".join(cite.label[lang] for cite in duty.cites)
    late = YES[lang] if duty.overdue else ""
    ends = (duty.ends.text,) if duty.last_day is None else ()
    why = "; ".join(one[lang] for one in (*ends, *duty.waits))
    return duty.text[lang], cell(duty.last_day, lang), late, why, where
