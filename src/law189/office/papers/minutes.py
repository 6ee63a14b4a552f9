"""Проект протокола (draft minutes): a judged meeting as the paper that an office writes of it.

What the record has stands in it, what the regulation says stands beside it with its address, and where a fact is
missing there is a blank. What is in breach, void or unknown stands in a box: it is to be checked before signing.

>>> from law189.audit.meeting import MeetingRecord, judge_record
>>> from law189.profile.loader import load_profile
>>> kemerovo = load_profile("kemerovo")
>>> record = MeetingRecord.model_validate({"profile": "kemerovo", "held_on": "2023-10-02",
...     "present": ["chair", "deputy"], "items": [{"question": "План", "kind": "plan-measures", "votes": {}}]})
>>> paper = minutes_of(judge_record(record, kemerovo), kemerovo, "ru")
>>> paper.sentences[:2]
('ПРОТОКОЛ № ______', 'несостоявшегося заседания рабочей группы')
>>> [words for words in paper.sentences if words.startswith("Кворум")]
['Кворум: кворума нет. Присутствуют: 2 из 10; для кворума нужно не менее 5 (п. 5.5 прил. 3 к постановлению № 2993 \
от 22.09.2023).']
"""

from collections.abc import Iterator

from law189.audit.meeting import MeetingAnswer
from law189.audit.meeting.meeting_record import AgendaRecord
from law189.kinds.asked import asked
from law189.law import Lang, Text
from law189.office.papers.document import (
    BLANK,
    Block,
    Box,
    Document,
    Heading,
    Line,
    Note,
    Numbered,
    Point,
    Signature,
    Title,
)
from law189.office.papers.judged import Judged, against, judged_of
from law189.office.papers.questions import CHECK, questions
from law189.office.papers.seated import people
from law189.office.papers.signing import HAND, NAME, dissents, signing
from law189.profile.parties import headed_as
from law189.profile.profile import Profile
from law189.profile.regulation import AgendaApprover
from law189.rules.minutes import said_of
from law189.verdict import Outcome, Verdict

__all__ = ["approval", "headed", "listed_questions", "minutes_of", "reasons"]

MINUTES = Text("ПРОТОКОЛ № {blank}", "MINUTES No {blank}")
OF_MEETING = Text("заседания рабочей группы", "of the meeting of the working group")
OF_POLL = Text("заочного голосования рабочей группы", "of a poll in writing of the working group")
OF_UNHELD = Text(
    "несостоявшегося заседания рабочей группы", "of a meeting of the working group that was not held"
)
OF_UNHELD_POLL = Text(
    "несостоявшегося заочного голосования рабочей группы",
    "of a poll in writing of the working group that came to nothing",
)
CALLED = Text("Протокол", "Minutes")
DAY, TIME, PLACE = Text("Дата", "Day"), Text("Время", "Time"), Text("Место", "Place")
CLOSED = Text("Закрыто", "Closed")
QUORUM = Text("Кворум", "Quorum")
ENOUGH = {
    Outcome.HOLDS: Text("кворум имеется", "there is a quorum"),
    Outcome.VOID: Text("кворума нет", "there is no quorum"),
}
NOT_KNOWN = Text("есть ли кворум, неизвестно: {blank}", "whether there is a quorum is not known: {blank}")
NEEDED = Text(
    "присутствуют {blank} из {members}; для кворума нужно не менее {needed}",
    "present: {blank} of {members}; the quorum is at least {needed}",
)
NOT_HELD = Text("Не состоялось", "Not held")
NO_EFFECT = Text("Не имеет силы", "Without effect")
AGENDA = Text("Повестка дня", "Agenda")
KIND = Text("вид вопроса", "kind of question")
APPROVED = Text("Повестку утвердил", "Agenda approved by")
PRESIDING = Text("её утверждает председательствующий", "whoever presides approves it")
CHAIR = Text("её утверждает председатель", "the chair approves it")
NOBODY = Text("её никто не утверждает", "nobody approves it")
NOT_SAID = Text("кто её утверждает, положение не говорит", "the regulation does not say who approves it")
MUST = {
    AgendaApprover.PRESIDING: PRESIDING,
    AgendaApprover.CHAIR: CHAIR,
    AgendaApprover.NOBODY: NOBODY,
}
"""Who approves the agenda, as the regulation has it."""
APPROVE = Text("УТВЕРЖДАЮ: {chair}", "APPROVED: {chair}")


@asked
def minutes_of(answer: MeetingAnswer, profile: Profile, lang: Lang) -> Document:
    """The draft minutes of a judged meeting.

    Raises `Refused` where the decree sets up no working group, `WrongLanguage` on a language other than ru and en.
    """
    judged = judged_of(answer, profile, lang)
    day = judged.day(judged.record.held_on)
    title = f"{CALLED[lang]}: {judged.edition.title[lang]}, {day}"
    return Document(lang, title, tuple(_blocks(judged)))


def _blocks(judged: Judged) -> Iterator[Block]:
    lang = judged.lang
    if said_of(judged.group).approved_by is not None:
        yield Signature(APPROVE[lang].format(chair=judged.group.head[lang]), HAND[lang], NAME[lang])
    number = MINUTES[lang].format(blank=judged.record.number or BLANK)
    yield Title((number, _kind(judged)[lang], *headed(judged)))
    yield Line(DAY[lang], judged.day(judged.record.held_on))
    if judged.record.ended_on != judged.record.held_on:
        yield Line(CLOSED[lang], judged.day(judged.record.ended_on))
    if judged.poll is None:
        yield Line(TIME[lang], judged.record.time or BLANK)
        yield Line(PLACE[lang], judged.record.place or BLANK)
    yield from people(judged)
    yield from _quorum(judged)
    points = _points(judged)
    if points:
        yield Box(CHECK[lang], tuple(points))
    yield Heading(AGENDA[lang])
    yield from listed_questions(judged)
    yield from approval(judged)
    yield from questions(judged)
    yield from dissents(judged)
    yield from signing(judged)


@asked
def headed(judged: Judged) -> tuple[str, ...]:
    """Whose group it is: the subgroup where it is one, the municipality and its decree."""
    lang, edition, own = judged.lang, judged.edition, judged.group.subgroup
    subgroup = () if own is None else (own.title[lang],)
    return (*subgroup, edition.title[lang], edition.cite("act").label[lang])


def _kind(judged: Judged) -> Text:
    if judged.poll is not None:
        return OF_UNHELD_POLL if judged.unheld else OF_POLL
    return OF_UNHELD if judged.unheld else OF_MEETING


def _quorum(judged: Judged) -> Iterator[Block]:
    """Whether there was a quorum and by what norm; then why nothing could be decided, where that is so."""
    lang, whole = judged.lang, judged.answer.quorum
    if judged.attended:
        for verdict in whole.parts if whole.rule == "polls.quorums" else (whole,):
            had = ENOUGH.get(verdict.outcome, NOT_KNOWN)[lang].format(blank=BLANK)
            words = judged.cited(verdict.text[lang].rstrip("."), *verdict.cites)
            yield Line(QUORUM[lang], f"{had}. {words}.")
            yield from map(Note, judged.readings(verdict))
    elif "needed" in whole.facts:
        numbers = {name: whole.facts[name] for name in ("members", "needed")}
        words = judged.cited(NEEDED[lang].format(blank=BLANK, **numbers), *whole.cites)
        yield Line(QUORUM[lang], f"{words}.")
    else:
        yield Line(QUORUM[lang], BLANK)
    for reason in judged.powerless:
        words = judged.cited(reason.text[lang].rstrip("."), *reason.cites)
        yield Line((NOT_HELD if reason in judged.unheld else NO_EFFECT)[lang], f"{words}.")


def _points(judged: Judged) -> list[Point]:
    """What is to be checked of the meeting as a whole."""
    answer = judged.answer
    asked = [answer.established, answer.notice, answer.agenda]
    if judged.attended:
        asked += [answer.attendance, answer.presiding, answer.quorum, answer.minutes]
    return reasons(judged, *asked)


@asked
def reasons(judged: Judged, *verdicts: Verdict | None) -> list[Point]:
    """What is against the verdicts, but for what is told as why nothing was held, and what is not done yet."""
    found = (one for verdict in verdicts if verdict is not None for one in against(verdict))
    told = [judged.point(one) for one in found if one not in judged.powerless and not waits(one)]
    return list(dict.fromkeys(told))


def waits(verdict: Verdict) -> bool:
    """Whether a verdict only waits for what is done or written down later: the notice, the minutes themselves."""
    later = ("meeting.minutes.", "meeting.notice.", "profile.working_group.minutes")
    return bool(verdict.asks) and all(ask.path.startswith(later) for ask in verdict.asks)


@asked
def listed_questions(judged: Judged) -> Iterator[Block]:
    """The questions in their order, each with its kind and the address that makes it the group's."""
    items = []
    for entry in judged.record.items:
        kind = judged.group.business.get(entry.kind or "")
        words = entry.question
        if kind is not None:
            words = judged.cited(f"{words} — {kind.title[judged.lang]}", kind.cite)
        elif entry.kind is None and judged.group.business:
            words = f"{words} — {KIND[judged.lang]}: {BLANK}"
        items.append(words)
    yield Numbered(tuple(items)) if items else Line("", BLANK)


@asked
def approval(judged: Judged) -> Iterator[Block]:
    """Who approved the agenda and when, where the regulation has it approved or the record says so."""
    told, norm, lang = judged.record.agenda or AgendaRecord(), judged.group.agenda, judged.lang
    said = None if norm is None else norm.value
    must = NOT_SAID[lang] if said is None else headed_as(MUST[said], judged.group.head)[lang]
    basis = judged.group.basis("agenda")
    if said not in (None, AgendaApprover.NOBODY) or told != AgendaRecord():
        words = f"{judged.called(told.approved_by)}, {judged.day(told.approved_on)}; {must}"
        yield Line(APPROVED[lang], judged.cited(words, basis))
    else:
        yield Note(f"{AGENDA[lang]}: {judged.cited(must, basis)}.")
