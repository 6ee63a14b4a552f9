"""Заседание для бумаги (judged meeting): a judged record with the edition of its day, in one language.

What the minutes and the notice have in common: how a seat is called, what stands against a verdict, and the words
of an address.

>>> from law189.audit.meeting import MeetingRecord, judge_record
>>> from law189.profile.loader import load_profile
>>> kemerovo = load_profile("kemerovo")
>>> record = MeetingRecord.model_validate({"profile": "kemerovo", "held_on": "2023-10-02", "present": ["chair"]})
>>> judged = judged_of(judge_record(record, kemerovo), kemerovo, "ru")
>>> judged.called("deputy"), judged.called("member-4")
('заместитель председателя', 'заместитель начальника управления образования администрации города Кемерово \
(член группы 4)')
>>> [point.words for point in judged.points(judged.answer.quorum)]
['Присутствуют: 1 из 10; для кворума нужно не менее 5.']
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from law189.audit.meeting import MeetingAnswer, MeetingRecord, sitting_of
from law189.errors import Refused
from law189.kinds import must_be
from law189.law import Citation, Lang, Norm, Text
from law189.law.text import in_language
from law189.office.papers.document import BLANK, Line, Point
from law189.profile.edition import Edition
from law189.profile.group import WorkingGroup
from law189.profile.parties import deputy_of
from law189.profile.profile import Profile
from law189.profile.seats import Role, Seat
from law189.readings import READINGS
from law189.rules.group.sitting import Sitting
from law189.rules.group.subgroups import sitting_as
from law189.rules.votes.polls import Poll
from law189.telling import shown
from law189.verdict import Outcome, Verdict
from law189.verdict.ask import listed

__all__ = ["ADDRESS", "Judged", "against", "judged_of"]

ADDRESS = Text("основание", "ground")
MEMBER = Text("член группы", "member")
NEEDED = Text("Нужно", "Needed")
READ = Text("толкование", "reading")
OTHERWISE = Text("иначе", "otherwise")


def against(verdict: Verdict) -> Iterator[Verdict]:
    """Every reason in the verdict that is not HOLDS, each where it stands: the inner ones first of all."""
    if verdict.outcome is Outcome.HOLDS:
        return
    inner = [part for part in verdict.parts if part.outcome is not Outcome.HOLDS]
    if not inner:
        yield verdict
    for part in inner:
        yield from against(part)


@dataclass(frozen=True)
class Judged:
    """A judged record: its answer, the edition and the group of its day, what was held, the language."""

    answer: MeetingAnswer
    edition: Edition
    group: WorkingGroup
    held: Sitting | Poll
    lang: Lang

    @property
    def record(self) -> MeetingRecord:
        """What was written down."""
        return self.answer.record

    @property
    def poll(self) -> Poll | None:
        """The poll in writing; None of a meeting."""
        return self.held if isinstance(self.held, Poll) else None

    @property
    def attended(self) -> bool:
        """Whether it is recorded who came; of a poll nobody need."""
        return self.poll is not None or "present" in self.record.model_fields_set

    @cached_property
    def unheld(self) -> tuple[Verdict, ...]:
        """Why it was not held: no quorum, or nobody to preside; empty where it was, or nobody said who came."""
        asked = (self.answer.quorum, self.answer.presiding)
        return tuple(one for one in self._void(*asked) if one.rule != "polls.allowed")

    @cached_property
    def powerless(self) -> tuple[Verdict, ...]:
        """Why it could decide nothing: it was not held, there was no group, or such a poll may not be."""
        return self._void(self.answer.established, self.answer.quorum, self.answer.presiding)

    def _void(self, *verdicts: Verdict) -> tuple[Verdict, ...]:
        if not self.attended or any(item.adopted is not None for item in self.answer.items):
            return ()
        return tuple(one for verdict in verdicts for one in against(verdict) if one.outcome is Outcome.VOID)

    def norm(self, name: str) -> Norm[Any] | None:
        """The norm of the group of that name; None where none holds on the day."""
        found: Norm[Any] | None = getattr(self.group, name)
        return None if self.held.lacking(name) is not None else found

    # ─── Слова ───────────────────────────────────────────────────────────────────────────────────────────

    def role(self, seat: Seat) -> str:
        """The role of a seat in words, with its number where the role has several."""
        whole, ru = self.edition.working_group, self.lang == "ru"
        seat = (None if whole is None else whole.seat(seat.id)) or seat
        head = self.group.head
        role = seat.role.text[self.lang]
        if seat.role is Role.CHAIR:
            role = head[self.lang]
        elif seat.role is Role.DEPUTY:
            role = deputy_of(head.ru) if ru else role
        return f"{MEMBER[self.lang] if seat.role is Role.MEMBER else role} {seat.number}".strip()

    def called(self, who: str | None) -> str:
        """What a seat, an office or a party is called; a blank where nobody is named."""
        if who is None:
            return BLANK
        seat = self.group.seat(who)
        if seat is None:
            named = self.group.named(who, self.edition.titles)
            return BLANK if named is None else named[self.lang]
        if seat.role is not Role.MEMBER or seat.office is None:
            return self.role(seat)
        office = seat.office[self.lang]
        return office if self._single(office) else f"{office} ({self.role(seat)})"

    def _single(self, office: str) -> bool:
        return self._offices.count(office) == 1

    @cached_property
    def _offices(self) -> list[str]:
        seats = self.group.seats
        return [seat.office[self.lang] for seat in seats if seat.office is not None]

    def all_called(self, seats: Iterable[str]) -> str:
        """Several of them, one after another; a blank where there is none."""
        return "; ".join(map(self.called, seats)) or BLANK

    def day(self, day: object | None) -> str:
        """A day as the language writes it; a blank where it is not recorded."""
        return BLANK if day is None else shown(day, self.lang)

    def cited(self, words: str, *cites: Citation) -> str:
        """The words with the addresses after them in brackets."""
        labels = dict.fromkeys(cite.label[self.lang] for cite in cites)
        return f"{words} ({'; '.join(labels)})" if cites else words

    # ─── Выводы ──────────────────────────────────────────────────────────────────────────────────────────

    def point(self, verdict: Verdict) -> Point:
        """A verdict as something to check: its sentence with what to give, then its addresses."""
        words, asks = verdict.text[self.lang], verdict.lacks
        if asks and not all(ask.title[self.lang] in words for ask in asks):
            words = f"{words} {NEEDED[self.lang]}: {listed(asks)[self.lang]}."
        where = dict.fromkeys(cite.label[self.lang] for cite in verdict.cites)
        return Point(words, (*where, *self.readings(verdict)))

    def points(self, *verdicts: Verdict | None, but: Collection[Outcome] = ()) -> list[Point]:
        """Every reason in them that is not HOLDS, and whose outcome is none of those; each once."""
        found = (one for verdict in verdicts if verdict is not None for one in against(verdict))
        return list(dict.fromkeys(self.point(one) for one in found if one.outcome not in but))

    def readings(self, verdict: Verdict) -> Iterator[str]:
        """The reading on which a verdict turned, and what the other choices would have answered."""
        read, lang = verdict.reading, self.lang
        if read is None:
            return
        known = READINGS.get(read.code)
        choices = {} if known is None else known.choices
        chosen = choices.get(read.choice, Text(read.choice, read.choice))
        yield f"{READ[lang]} {read.code}: {chosen[lang]}"
        for other in read.otherwise:
            words = choices.get(other.choice, Text(other.choice, other.choice))
            yield f"{OTHERWISE[lang]} ({words[lang]}): {other.text[lang]}"

    def ground(self, verdict: Verdict) -> Line:
        """The sentence of a verdict as the ground of what is said above it, with its addresses."""
        label = ADDRESS[self.lang].capitalize()
        return Line(label, self.cited(verdict.text[self.lang].rstrip("."), *verdict.cites) + ".")


def judged_of(answer: MeetingAnswer, profile: Profile, lang: Lang) -> Judged:
    """The answer with the edition of its day. Raises `Refused` where the decree sets up no such group.

    Raises `WrongLanguage` on a language other than ru and en.
    """
    in_language(lang)
    record = must_be(answer, MeetingAnswer).record
    edition = must_be(profile, Profile).choosing(record.readings).on(record.held_on)
    if edition.working_group is None:
        raise Refused(answer.established)
    group = sitting_as(edition.working_group, record.subgroup)
    if isinstance(group, Verdict):
        raise Refused(group)
    held = sitting_of(record, edition, group, answer.established)
    return Judged(answer, edition, group, held, lang)
