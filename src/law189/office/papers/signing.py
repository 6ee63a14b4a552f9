"""Оформление протокола (signing): who drafts, signs, approves and sends the minutes, by when, and where to sign."""

from collections.abc import Iterator
from datetime import date

from law189.audit.meeting.meeting_record import MinutesRecord
from law189.law import Text
from law189.office.papers.document import BLANK, Block, Heading, Line, Note, Signature, Table
from law189.office.papers.judged import Judged
from law189.office.papers.seated import keeper
from law189.profile.regulation import Minutes, TermInDays
from law189.profile.terms import After
from law189.rules.deadlines.periods import ends
from law189.rules.minutes import said_of

__all__ = ["dissents", "signing"]

AFTER = Text("Оформление протокола", "Drafting, signing and sending")
WHAT, BY_WHOM, LAST, DONE = (
    Text("Что сделать", "What"),
    Text("Кто", "Who"),
    Text("Последний день", "Last day"),
    Text("Что записано", "What is recorded"),
)
DRAFT, SIGN, APPROVE, SEND = (
    Text("составить", "draft"),
    Text("подписать", "sign"),
    Text("утвердить", "approve"),
    Text("направить копии", "send copies"),
)
PRESIDING, SECRETARY = Text("председательствующий", "presiding officer"), Text("секретарь", "secretary")
MEMBERS = Text("всем членам группы", "to every member")
NOT_SENT = Text("рассылка не предусмотрена", "none are to be sent")
SIGNERS = {
    "presiding": PRESIDING,
    "secretary": SECRETARY,
    "present": Text("все присутствующие члены", "every member present"),
}
COPIED = {
    "members": MEMBERS,
    "authorized": Text("уполномоченному органу", "to the authorised body"),
    "concerned": Text("заинтересованным", "to whoever is concerned"),
    "nobody": NOT_SENT,
}
NO_TERM = Text("срок не установлен", "no term is set")
FROM_SIGNING = Text(
    "{unit}: {days}, считая от дня подписания: {blank}", "{unit}: {days}, from the signing: {blank}"
)
NOT_COUNTED = Text("{why}: {blank}", "{why}: {blank}")
GROUND = Text("Порядок ведения протокола", "How minutes are kept")
SILENT = Text(
    "Положение не говорит, кто ведёт, подписывает и рассылает протокол и в какие сроки: {act}.",
    "The regulation does not say who keeps, signs and sends the minutes, nor in what terms: {act}.",
)
DISSENTS = Text("Особые мнения", "Dissents")
ATTACHED = Text("приложены", "attached")
ATTACH = Text("прилагают к протоколу", "are attached to the minutes")
FORCE = Text("Решения рабочей группы", "Decisions of the group")
HAND, NAME = Text("подпись", "signature"), Text("фамилия, инициалы", "name")
WHOEVER = Text("Должность: {blank}", "Office: {blank}")


def dissents(judged: Judged) -> Iterator[Block]:
    """Who gave a dissent, and whose are attached; nothing where none is recorded."""
    told, lang = judged.record.minutes, judged.lang
    if told is None or not told.dissents:
        return
    attached = BLANK if told.attached is None else judged.all_called(told.attached)
    words = f"{judged.all_called(told.dissents)}; {ATTACHED[lang]}: {attached}"
    norm = judged.group.minutes
    if norm is not None and norm.value.dissents is not None:
        words = judged.cited(f"{words}; {ATTACH[lang]}", norm.basis)
    yield Line(DISSENTS[lang], words)


def signing(judged: Judged) -> Iterator[Block]:
    """What is to be done with the minutes and by when, then where to sign them."""
    lang, group = judged.lang, judged.group
    told, said = judged.record.minutes or MinutesRecord(), said_of(group)
    yield Heading(AFTER[lang])
    heads = (WHAT[lang], BY_WHOM[lang], LAST[lang], DONE[lang])
    yield Table(heads, (16, 30, 24, 30), tuple(_rows(judged, told, said)))
    if group.minutes is None:
        yield Note(SILENT[lang].format(act=group.silence.label[lang]))
    else:
        cites = (group.minutes.basis, *(() if said.drafted_by_cite is None else (said.drafted_by_cite,)))
        yield Note(f"{GROUND[lang]}: {'; '.join(cite.label[lang] for cite in cites)}.")
    norm = judged.norm("decisions")
    if norm is not None:
        force = norm.value
        whom = "" if force.on is None else f": {force.on[lang]}"
        words = judged.cited(f"{force.force.text[lang]}{whom}", norm.basis)
        yield Note(f"{FORCE[lang]} — {words}.")
    yield from _lines(judged, said)


def _rows(judged: Judged, told: MinutesRecord, said: Minutes) -> Iterator[tuple[str, ...]]:
    """A row for each thing to do: what, who, the last day, what is recorded of it."""
    lang, ended_on = judged.lang, judged.record.ended_on
    hands = (told.signed_by,) if isinstance(told.signed_by, str) else told.signed_by or ()
    drafter = judged.called(keeper(judged))
    signers = [SIGNERS[one][lang] for one in said.signed_by]
    yield (
        DRAFT[lang],
        drafter,
        _last(judged, said.drafted_within, ended_on, said),
        _done(judged, (told.drafted_by,) if told.drafted_by else (), told.drafted_on),
    )
    yield (
        SIGN[lang],
        ", ".join(signers) or BLANK,
        _last(judged, said.signed_within, ended_on, said),
        _done(judged, hands, told.signed_on),
    )
    if said.approved_by is not None or told.approved_by is not None:
        chair = BLANK if said.approved_by is None else judged.group.head[lang]
        yield APPROVE[lang], chair, NO_TERM[lang], judged.called(told.approved_by)
    to = "; ".join(COPIED[one][lang] for one in said.copied) or BLANK
    sent = told.copies_to or ()
    others = [seat for seat in sent if seat not in judged.held.members]
    everybody = bool(sent) and set(judged.held.members) <= set(sent)
    copies = "; ".join((MEMBERS[lang], *map(judged.called, others))) if everybody else judged.all_called(sent)
    yield (
        SEND[lang],
        to,
        _last(judged, said.sent_within, told.signed_on, said),
        f"{copies}; {judged.day(told.sent_on)}",
    )


def _done(judged: Judged, who: tuple[str, ...], on: date | None) -> str:
    return f"{judged.all_called(who)}; {judged.day(on)}"


def _last(judged: Judged, term: TermInDays | None, since: date | None, said: Minutes) -> str:
    """The last day of a term; a blank with the term or the reason where it cannot be counted."""
    lang = judged.lang
    if term is None:
        return NO_TERM[lang] if said != Minutes() else BLANK
    if since is None:
        return FROM_SIGNING[lang].format(unit=term.unit.text[lang], days=term.days, blank=BLANK)
    after = After(kind="after", days=term.days, unit=term.unit)
    found = ends(after, since, judged.edition.calendar, choices=judged.held.choices)
    if found.last_day is None:
        return NOT_COUNTED[lang].format(why=found.text[lang], blank=BLANK)
    return judged.day(found.last_day)


def _lines(judged: Judged, said: Minutes) -> Iterator[Block]:
    """Where to sign: who must by the regulation, else a line for whoever does."""
    lang, group = judged.lang, judged.group
    places = HAND[lang], NAME[lang]
    if "presiding" in said.signed_by:
        yield Signature(PRESIDING[lang].capitalize(), *places)
    if "secretary" in said.signed_by:
        who = next(iter(group.secretaries), "secretary")
        called = SECRETARY[lang] if who == "secretary" else f"{SECRETARY[lang]}: {judged.called(who)}"
        yield Signature(
            called.capitalize() if who == "secretary" else called[:1].upper() + called[1:], *places
        )
    if "present" in said.signed_by:
        others = [
            seat for seat in judged.held.members if seat in judged.held.present and seat != judged.held.seat
        ]
        for seat in others if "presiding" in said.signed_by else judged.held.members:
            if seat in judged.held.present:
                yield Signature(judged.called(seat), *places)
        if not judged.held.present:
            yield Signature(WHOEVER[lang].format(blank=BLANK), *places)
    if not said.signed_by:
        yield Signature(WHOEVER[lang].format(blank=BLANK), *places)
