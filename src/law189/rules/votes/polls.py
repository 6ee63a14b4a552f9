"""Заочное голосование (polls): a question decided by answer sheets, without a meeting.

The quorum is counted of those who answered, for each question of its own. Where the regulation gives a poll no
threshold of its own, that of a meeting is taken, and those who answered stand in place of those present. Nobody
presides a poll: where the presiding officer's vote would decide, that of the chair does.

>>> from law189.profile.loader import load_profile
>>> poll = Poll(load_profile("kemerovo").latest.working_group, None)
>>> poll.allowed.outcome, len(poll.polled)
(<Outcome.UNKNOWN: 'unknown'>, 10)
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from law189.kinds.asked import asked, methods_asked, unasked
from law189.law import Norm, Text
from law189.profile.group import WorkingGroup
from law189.profile.regulation import CastingVote
from law189.profile.thresholds import Threshold, Whole
from law189.readings import NO_CHOICES, Chosen
from law189.rules.cures import meeting
from law189.rules.group.attendance import ENTRY, guests_told
from law189.rules.group.chairing import in_office, of_head
from law189.rules.group.proxies import proxies_told
from law189.rules.group.sitting import NO_PROXIES, Sitting
from law189.rules.quorum import quorum
from law189.verdict import Outcome, Rule, Verdict, bundle

__all__ = ["Poll", "governing"]

ALLOWED = Rule(
    "polls.allowed",
    Text(
        "Заочное голосование положением {allowed:допускается|не допускается}.",
        "Under the regulation a poll in writing is {allowed:allowed|not allowed}.",
    ),
    cure=Text("Вынесите вопросы на заседание.", "Put the questions to a meeting."),
    assumed=Text(
        "Решение, принятое не так, как допускает положение, положением не предусмотрено.",
        "A decision that is not taken in a way the regulation allows is none that it knows.",
    ),
)
ASKED = Rule(
    "polls.asked",
    Text(
        "Опрошено мест с правом голоса: {polled}; не засчитано записей: {refused}.",
        "Voting seats polled: {polled}; entries not counted: {refused}.",
    ),
    missed=Outcome.BREACH,
    assumed=ENTRY.assumed,
)
ENTERED = Rule(
    "polls.entry",
    Text("Запись не засчитана ({who}): {reason}.", "The entry «{who}» is not counted: {reason}."),
    missed=Outcome.BREACH,
    assumed=ENTRY.assumed,
    cure=meeting.ENTERED,
)
LED = Rule("polls.led", Text("Заочное голосование никто не ведёт.", "Nobody presides a poll in writing."))
QUORUM = Rule(
    "polls.quorum",
    Text(
        "Ответили: {present} из {members}; для кворума нужно не менее {needed}.",
        "Answered: {present} of {members}; the quorum is at least {needed}.",
    ),
    cure=meeting.POLL_QUORUM,
)
QUORUMS = Rule(
    "polls.quorums",
    Text("Кворум заочного голосования по каждому вопросу.", "The quorum of the poll on each question."),
)
AS_AT_A_MEETING = Rule(
    "polls.as_at_a_meeting",
    Text(
        "Собственной нормы у заочного голосования нет ({what}); взята общая, вместо присутствующих — ответившие.",
        "A poll has no such norm of its own ({what}); that of a meeting is taken, and those who answered stand for "
        "those present.",
    ),
    assumed=Text(
        "Положение не говорит, какие кворум и порог у заочного голосования; взяты нормы заседания.",
        "The regulation does not say what quorum and threshold a poll has; those of a meeting are taken.",
    ),
)
CASTS = Rule(
    "polls.casts",
    Text(
        "Голос председательствующего решает при равенстве, а заочное голосование никто не ведёт; решает голос "
        "председателя.",
        "The vote of whoever presides decides equal votes, and nobody presides a poll; the chair's vote decides.",
    ),
    assumed=Text(
        "О равенстве голосов при опросе положение молчит. Решает тот, кто ведёт, то есть тот, кто возглавляет "
        "группу, или кто исполняет его обязанности; исполняют их на заседании, которого у опроса нет.",
        "Of equal votes in a poll the regulation is silent. Whoever presides decides, that is who leads the "
        "group or acts for that person; one acts so at a meeting, and a poll has none.",
    ),
)
REASONS = {
    "poll": Text("заочное голосование проводят без заседания", "a poll is held without a meeting"),
    "duplicate": Text("место указано повторно", "the seat is entered a second time"),
    "stranger": Text(
        "замещённого места с правом голоса такого нет", "there is no filled seat with a vote like it"
    ),
}
OWN = {"quorum": Text("кворум", "quorum"), "adoption": Text("принятие решения", "adoption")}


@asked
def governing(group: WorkingGroup, name: str) -> str:
    """The name of the norm of the group by which a poll goes: `absentee` where that has its own of that name."""
    own = None if group.absentee is None or name not in OWN else getattr(group.absentee.value, name)
    return name if own is None else "absentee"


_governing = unasked(governing)


@methods_asked
class Poll(Sitting):
    """Опрос: `asked` are the seats to which answer sheets went (None: every filled voting seat).

    `entries`, `alternates` and `proxies` are recorded of a meeting only; here each is a BREACH of its own. The
    rest is as for a `Sitting`; `polled` are the seats of those asked that vote and that somebody holds.
    """

    def __init__(
        self,
        group: WorkingGroup,
        asked: Sequence[str] | None,
        entries: Sequence[str] = (),
        *,
        vacant: Collection[str] = (),
        alternates: Collection[str] = (),
        proxies: Mapping[str, str] = NO_PROXIES,
        guests: Sequence[str] = (),
        choices: Chosen = NO_CHOICES,
        established: Verdict | None = None,
        on: date | None = None,
    ) -> None:
        super().__init__(
            group,
            (),
            vacant=vacant,
            proxies=proxies,
            guests=guests,
            choices=choices,
            established=established,
            on=on,
        )
        self.asked, self.came, self.alternates = asked, entries, alternates
        self.seat = None
        self.polled = tuple(seat for seat in self.members if asked is None or seat in asked)

    @property
    def allowed(self) -> Verdict:
        """Whether the regulation allows a poll; UNKNOWN where it is silent."""
        norm = self.said("absentee")
        if norm is None:
            return self.unsaid("absentee")
        return ALLOWED.judge(norm.value.allowed, norm.basis, allowed=norm.value.allowed)

    @property
    def attendance(self) -> Verdict:
        """Who was polled, and every entry that cannot be one of a poll."""
        group, names, basis = self.group, self.group.names, self.group.basis("composition")
        wrong = [(one, "poll") for one in (*self.came, *self.alternates)]
        for place, one in enumerate(self.asked or ()):
            if one not in self.members:
                wrong.append((one, "stranger"))
            elif one in (self.asked or ())[:place]:
                wrong.append((one, "duplicate"))
        wrong += [(one, "stranger") for one in self.unheld if one not in group.by_id]
        parts = [
            ENTERED.judge(False, basis, seat=one, who=names.get(one, one), reason=REASONS[why])
            for one, why in wrong
        ]
        proxies = group.basis("proxies")
        parts += proxies_told(self.proxies, (), self.members, self.value("proxies"), proxies, names)
        allowed, silent = self.said("invited"), self.lacking("invited")
        if self.guests:
            parts += () if silent is None else (silent,)
            parts += () if allowed is None else (guests_told(self.guests, allowed),)
        count = sum(part.outcome is Outcome.BREACH for part in parts)
        return ASKED.judge(not count, basis, parts=tuple(parts), polled=len(self.polled), refused=count)

    @property
    def unrecorded(self) -> None:
        """Nothing: nobody presides."""
        return

    @property
    def presiding(self) -> Verdict:
        """That nobody presides."""
        return LED.judge(True, self.group.basis("presiding"))

    def own(self, name: str) -> tuple[Norm[Threshold] | None, tuple[Verdict, ...]]:
        """The norm of that name for a poll, and a part that says so where it is the one of a meeting."""
        absentee, general = self.group.absentee, self.said(name)
        if absentee is not None and _governing(self.group, name) == "absentee":
            return Norm[Threshold](value=getattr(absentee.value, name), basis=absentee.basis), ()
        if general is None:
            return None, ()
        return general, (AS_AT_A_MEETING.judge(True, general.basis, what=OWN[name]),)

    def quorum_of(self, answered: int) -> Verdict:
        """Whether that many answers make the poll competent; what stands against a poll at all comes first."""
        if self.allowed.outcome is not Outcome.HOLDS:
            return self.allowed
        norm, parts = self.own("quorum")
        if norm is None:
            return self.unsaid("quorum")
        seats, vacant = len(self.group.voting), self.vacant
        if norm.value.of is Whole.POLLED:
            seats, vacant = len(self.polled), 0
        said: dict[str, Any] = {"vacant": vacant, "choices": self.choices, "voteless": self.voteless}
        told = quorum(answered, seats, norm, rule=QUORUM, **said)
        return told.joined(*parts) if parts else told

    def quorum_on(self, questions: Sequence[Collection[tuple[str, str]]]) -> Verdict:
        """The quorum on every question by its votes: one verdict where all say the same, else one with parts."""
        found = [self.quorum_of(len(self.answers(votes))) for votes in questions] or [self.quorum_of(0)]
        return found[0] if len(found) == 1 else bundle(QUORUMS, *found)

    def answers(self, votes: Collection[tuple[str, str]]) -> frozenset[str]:
        """The polled seats that answered, whether their votes count or not."""
        return frozenset(seat for seat, _ in votes if seat in self.polled)

    def unanswered(self, votes: Collection[tuple[str, str]]) -> frozenset[str]:
        """The polled seats that have not answered."""
        return frozenset(self.polled) - self.answers(votes)

    def casts(self, casting: CastingVote) -> tuple[Verdict, ...]:
        """That the chair's vote decides where the norm speaks of whoever presides; none where it names a seat."""
        if casting is not CastingVote.PRESIDING:
            return ()
        return (of_head(CASTS, self.group.head).judge(True, self.group.basis("casting_vote")),)

    def whose(self, casting: CastingVote, answered: Collection[str]) -> str | None:
        """The seat that answered whose vote decides equal votes; the chair's where whoever presides would."""
        role = "chair" if casting is CastingVote.PRESIDING else casting.value
        return in_office(self.group.by_id, role, answered)
