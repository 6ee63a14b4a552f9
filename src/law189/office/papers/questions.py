"""Вопросы в протоколе (questions): what was heard, how it was voted, what was decided and on what ground.

The votes told here are those that count; a vote that does not stands in the box below with the reason. Where the
ballot was secret, nobody's vote is told, nor the casting vote, nor what a written opinion says; what follows from
the numbers and the decision follows all the same.
"""

from collections.abc import Iterator, Mapping

from law189.audit.meeting import ItemAnswer
from law189.audit.meeting.meeting_record import ItemRecord
from law189.law import Text
from law189.office.papers.document import BLANK, Block, Box, Heading, Line, Note, Point
from law189.office.papers.judged import Judged
from law189.profile.parties import headed_as
from law189.rules.votes.items import Question, cast
from law189.rules.votes.poll_items import poll_cast
from law189.rules.voting import Vote

__all__ = ["CHECK", "questions"]

HEARD, SPOKE = Text("СЛУШАЛИ", "HEARD"), Text("ВЫСТУПИЛИ", "SPOKE")
VOTED, DECIDED = Text("ГОЛОСОВАЛИ", "VOTED"), Text("РЕШИЛИ", "DECIDED")
IN_VAIN = Text("Записаны голоса, которые ничего не решают", "Votes are recorded that decide nothing")
TALLY = Text(
    "«за» — {for}, «против» — {against}, «воздержались» — {abstain}",
    "for — {for}, against — {against}, abstained — {abstain}",
)
SILENT = Text("не голосовали — {silent}", "did not vote — {silent}")
ANSWERED = Text("опрошены — {polled}, ответили — {answered}", "polled — {polled}, answered — {answered}")
HOW = Text("Вид голосования", "Ballot")
UNVOTED = Text("Не голосовали", "Did not vote")
WHO = {
    Vote.FOR: Text("За", "For"),
    Vote.AGAINST: Text("Против", "Against"),
    Vote.ABSTAIN: Text("Воздержались", "Abstained"),
}
CASTING = Text("Решающий голос", "Casting vote")
CONFLICTS = Text("Конфликт интересов", "Conflict of interest")
OPINIONS = Text("Письменные мнения", "Written opinions")
ADOPTED = {
    True: Text("Решение принято: {blank}.", "Adopted: {blank}."),
    False: Text("Решение не принято.", "Not adopted."),
}
CANNOT = Text("Решение не может быть принято.", "Nothing can be decided.")
UNKNOWN = Text("Принято ли решение, неизвестно: {blank}.", "Whether it is adopted is not known: {blank}.")
CHECK = Text("Проверьте до подписания", "Check before signing")
TIES = ("voting.casting", "voting.casting_of")


def questions(judged: Judged) -> Iterator[Block]:
    """Every question of the record, in its order."""
    pairs = zip(judged.record.items, judged.answer.items, strict=True)
    for number, (entry, answer) in enumerate(pairs, start=1):
        yield Heading(f"{number}. {entry.question}")
        if judged.powerless:
            yield from _in_vain(judged, entry)
        else:
            yield from (Line(HEARD[judged.lang], BLANK), Line(SPOKE[judged.lang], BLANK))
            yield from _voted(judged, entry, answer)
        points = _amiss(judged, answer)
        if points:
            yield Box(CHECK[judged.lang], tuple(points))


def counted(judged: Judged, entry: ItemRecord) -> tuple[Mapping[str, Vote], frozenset[str]]:
    """The votes that count by seat, and the seats that take part; as recorded where nobody said who came."""
    if judged.poll is not None:
        return poll_cast(judged.poll, entry.votes, entry.conflicts)
    if not judged.attended:
        recorded = {seat: Vote(vote) for seat, vote in reversed((*entry.votes, *entry.opinions))}
        return {seat: recorded[seat] for seat in reversed(recorded)}, frozenset(recorded)
    return cast(judged.held, Question(entry.votes, dict(entry.opinions), entry.conflicts, entry.ballot))


def _recorded(entry: ItemRecord) -> bool:
    return bool(entry.votes or entry.opinions)


def _in_vain(judged: Judged, entry: ItemRecord) -> Iterator[Block]:
    """A question of a meeting that could decide nothing: what somebody voted all the same."""
    if _recorded(entry):
        yield from _votes(judged, entry, IN_VAIN)
    yield from _beside(judged, entry)
    yield Line(DECIDED[judged.lang], CANNOT[judged.lang])


def _voted(judged: Judged, entry: ItemRecord, answer: ItemAnswer) -> Iterator[Block]:
    """How a question was voted and what was decided."""
    lang, decision = judged.lang, answer.verdict.parts[0]
    yield from _votes(judged, entry, VOTED)
    if answer.adopted is not None and decision.rule in TIES:
        norm = judged.norm("casting_vote")
        words = decision.facts["casting"]
        said = words[lang] if isinstance(words, Text) else str(words)
        whose = "" if norm is None else f"; {headed_as(norm.value.text, judged.group.head)[lang]}"
        yield Line(CASTING[lang], f"{said}{whose}")
    yield from _beside(judged, entry)
    if answer.adopted is None:
        words = UNKNOWN if answer.unknown else CANNOT
        yield Line(DECIDED[lang], words[lang].format(blank=BLANK) if judged.attended else BLANK)
        return
    yield Line(DECIDED[lang], ADOPTED[answer.adopted][lang].format(blank=BLANK))
    yield judged.ground(decision)
    yield from map(Note, judged.readings(decision))


def _votes(judged: Judged, entry: ItemRecord, label: Text) -> Iterator[Block]:
    """The numbers of votes; who voted how, unless the ballot is secret; how it was voted where that is known."""
    lang, poll = judged.lang, judged.poll
    votes, there = counted(judged, entry)
    told = {vote.value: [seat for seat, found in votes.items() if found is vote] for vote in Vote}
    numbers = {vote: str(len(seats)) if _recorded(entry) else BLANK for vote, seats in told.items()}
    words = [TALLY[lang].format(**numbers)]
    missing = [seat.id for seat in judged.group.seats if seat.id in there and seat.id not in votes]
    if poll is not None:
        words.append(ANSWERED[lang].format(polled=len(poll.polled), answered=len(there)))
    elif judged.attended:
        words.append(SILENT[lang].format(silent=len(missing) if _recorded(entry) else BLANK))
    yield Line(label[lang], ", ".join(words))
    norm = judged.norm("ballot")
    held = entry.ballot or (None if norm is None else norm.value)
    if held is not None:
        cites = (norm.basis,) if norm is not None and norm.value is held else ()
        yield Line(HOW[lang], judged.cited(held.text[lang], *cites))
    if _recorded(entry) and not judged.held.secret(entry.ballot):
        for vote, title in WHO.items():
            if told[vote.value]:
                yield Line(title[lang], judged.all_called(told[vote.value]))
        if missing:
            yield Line(UNVOTED[lang], judged.all_called(missing))


def _beside(judged: Judged, entry: ItemRecord) -> Iterator[Block]:
    """Conflicts of interest and written opinions, as recorded."""
    lang = judged.lang
    if entry.conflicts:
        words, norm = judged.all_called(entry.conflicts), judged.norm("conflict_of_interest")
        told = words if norm is None else judged.cited(f"{words} — {norm.value.text[lang]}", norm.basis)
        yield Line(CONFLICTS[lang], told)
    if entry.opinions:
        voiced = {judged.called(one): Vote(vote).text[lang] for one, vote in entry.opinions}
        secret = judged.held.secret(entry.ballot)
        words = "; ".join(who if secret else f"{who} — {vote}" for who, vote in voiced.items())
        permission = judged.norm("opinions")
        yield Line(
            OPINIONS[lang],
            words
            if permission is None
            else judged.cited(f"{words} — {permission.value.text[lang]}", permission.basis),
        )


def _amiss(judged: Judged, answer: ItemAnswer) -> list[Point]:
    """What is to be checked of a question; not the decision again where nothing could be decided."""
    decision, *rest = answer.verdict.parts or (answer.verdict,)
    if not judged.attended:  # of the votes nothing can be told, of the question itself it can
        return judged.points(*(part for part in rest if part.rule.startswith("agenda.")))
    return judged.points(*(rest if judged.powerless else (decision, *rest)))
