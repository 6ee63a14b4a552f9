"""Дело на странице (told): a history and the options of a day as HTML, with every reason and its address."""

from collections.abc import Callable, Iterable
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from law189.cases.history import History, Record
from law189.cases.lifecycle import Lifecycle, Option
from law189.law import Lang, Text
from law189.profile.profile import Profile
from law189.report.tables import told_by
from law189.report.text import MARKS
from law189.telling import shown
from law189.verdict import Outcome, Verdict

__all__ = ["told_history", "told_options"]

NOTHING_YET = Text("Записей ещё нет.", "There are no records yet.")
ANNULLED = Text("аннулирована", "annulled")
DECIDED = Text("решение: {}, {}, {}", "decided: {}, {}, {}")
HEADS = (Text("Шаг", "Step"), Text("Кто", "By whom"), Text("Можно ли", "May it be taken"))
ANYBODY = Text("любой", "anybody")


def told_history(cycle: Lifecycle[Any], history: History[Any], lang: Lang, profile: Profile) -> SafeString:
    """The history as a list of its records: who took the step, what was said of it, by which address."""
    if not history.records:
        return format_html("<p>{}</p>", NOTHING_YET[lang])
    state = cycle.words.get(history.state, Text(history.state, history.state))
    rows = [
        (_record(record, lang, profile, annulled=place in history.annulled),)
        for place, record in enumerate(history.records)
    ]
    return format_html("<p>{}</p><ol>{}</ol>", state[lang], format_html_join("", "<li>{}</li>", rows))


def _record(record: Record[Any], lang: Lang, profile: Profile, *, annulled: bool) -> SafeString:
    event, decision = record.event, record.decision
    who = told_by(event.by, lang, profile.on(event.on))
    left = f" — {ANNULLED[lang]}" if annulled else ""
    by = ""
    if decision is not None:
        by = DECIDED[lang].format(decision.by, shown(decision.on, lang), decision.reason)
    heading = format_html(
        "<strong>{} — {}</strong> ({}){}", shown(event.on, lang), record.verdict.text[lang], who, left
    )
    return format_html(
        "{}{}{}", heading, format_html("<p>{}</p>", by) if by else "", _leaves(record.verdict, lang)
    )


def _leaves(verdict: Verdict, lang: Lang, *outcomes: Outcome) -> SafeString:
    """Each reason with its mark and its address; without outcomes those of every outcome."""
    parts = [part for part in verdict.walk() if not part.parts and (not outcomes or part.outcome in outcomes)]
    rows = [(MARKS[part.outcome], part.text[lang], _cites(part, lang)) for part in parts]
    return format_html("<ul>{}</ul>", format_html_join("", "<li>{} {} <small>{}</small></li>", rows))


def _cites(verdict: Verdict, lang: Lang) -> str:
    return "; ".join(cite.label[lang] for cite in verdict.cites)


def told_options(
    options: Iterable[Option], lang: Lang, profile: Profile, link: Callable[[Option], str]
) -> SafeString:
    """A table of the steps: a link to the form of each that may be taken or decided, and all against the others."""
    heads = format_html_join("", "<th>{}</th>", [(head[lang],) for head in HEADS])
    rows = []
    for option in options:
        by = ", ".join(told_by(one, lang, profile.latest) for one in option.by or ()) or ANYBODY[lang]
        title = option.title[lang]
        step = format_html('<a href="{}">{}</a>', link(option), title) if not _closed(option) else title
        against = _leaves(option.verdict, lang, Outcome.BREACH, Outcome.UNKNOWN, Outcome.VOID)
        rows.append((step, by, MARKS[option.verdict.outcome], option.verdict.outcome.text[lang], against))
    body = format_html_join("", "<tr><td>{}</td><td>{}</td><td>{} {}{}</td></tr>", rows)
    return format_html("<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>", heads, body)


def _closed(option: Option) -> bool:
    return option.verdict.outcome is Outcome.VOID
