"""Проверить заново (recheck): every record of a history judged again, and what is answered otherwise today.

The profile may be of another edition or municipality, and the library of another version than the one that judged.
A record is judged where it stood: on the records before it. What is answered otherwise is told reason by reason,
with what changed: a fact, an act, or the rule. Of one history alone nothing is asked that only its book can answer:
that stands as it is recorded, and `not_asked` tells it; `recheck_book` asks it again.

>>> from law189.profile.loader import load_profile
>>> from law189.workflows.meeting import lifecycle as meeting
>>> recheck(meeting.begin("2023-10-02"), load_profile("kemerovo"))
()
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from types import NoneType
from typing import Any, NamedTuple

from law189.audit.bulk import lines_of
from law189.audit.causes.reasons import beside_others, handed_in
from law189.casebook.book import Casebook
from law189.casebook.cycles import CYCLES
from law189.casebook.shelf import MemoryShelf
from law189.casebook.taking import judged
from law189.cases.history import History, Record, annulled_in
from law189.cases.lifecycle import Lifecycle
from law189.kinds import must_be
from law189.kinds.asked import asked
from law189.law import Law189Error, Text, Vocabulary
from law189.profile.profile import Profile
from law189.verdict import Outcome, Verdict
from law189.workflows import LIFECYCLES

__all__ = ["Cause", "ChangedReason", "Difference", "not_asked", "recheck", "recheck_book"]


class Cause(Vocabulary):
    """Что изменилось, so that the same step is answered otherwise.

    The step is the same, so what its case records is no other: a fact is one of another case. Of a reason that is
    asked on one side only, it is the rule that asks it.
    """

    FACT = "fact", "факт", "a fact"
    READING = "reading", "толкование", "a reading"
    ACT = "act", "акт", "an act"
    RULE = "rule", "правило", "the rule"


class ChangedReason(NamedTuple):
    """Изменившийся вывод: the reason as it was and as it is, None where it was not asked, and what changed."""

    rule: str
    cause: Cause
    was: Verdict | None
    now: Verdict | None

    @property
    def worse(self) -> bool:
        """Whether something holds no longer: a reason that held or was not asked, a question that was adopted."""
        held = self.was is None or self.was.outcome is Outcome.HOLDS
        if self.now is None or not held:
            return False
        lost = self.was is not None and _decides(self.was) is True and _decides(self.now) is not True
        return lost or self.now.outcome is not Outcome.HOLDS

    @property
    def names(self) -> tuple[str, ...]:
        """What is another now: facts, a reading, or addresses: those of one side only, where there are any."""
        if self.was is None or self.now is None or self.cause is Cause.RULE:
            return ()
        if self.cause is Cause.READING:
            read = (one.reading for one in (self.was, self.now))
            return tuple(dict.fromkeys(one.code for one in read if one is not None))
        if self.cause is Cause.ACT:
            was, now = ({cite.id for cite in one.cites} for one in (self.was, self.now))
            return tuple(sorted(was ^ now or now))
        facts = dict.fromkeys((*self.was.facts, *self.now.facts))
        return tuple(name for name in facts if self.was.facts.get(name) != self.now.facts.get(name))

    @property
    def text(self) -> Text:
        """What changed, in both languages."""
        names = f" ({', '.join(self.names)})" if self.names else ""
        was, now = (_outcome(one) for one in (self.was, self.now))
        if self.was is None:
            return Text(
                f"{self.rule}: раньше не спрашивали, стало — {now.ru}",
                f"{self.rule}: was not asked, is {now.en}",
            )
        if self.now is None:
            return Text(
                f"{self.rule}: было — {was.ru}, теперь не спрашивают",
                f"{self.rule}: was {was.en}, is not asked any more",
            )
        return Text(
            f"{self.rule}: было — {was.ru}, стало — {now.ru}; изменилось: {self.cause.text.ru}{names}",
            f"{self.rule}: was {was.en}, is {now.en}; changed: {self.cause.text.en}{names}",
        )


def _outcome(verdict: Verdict | None) -> Text:
    """How it went, and what it decides, where it decides a question."""
    if verdict is None:
        return Text("—", "—")
    decided = DECIDED.get(_decides(verdict)) if "adopted" in verdict.facts else None
    went = verdict.outcome.text
    return went if decided is None else Text(f"{went.ru}, {decided.ru}", f"{went.en}, {decided.en}")


def _decides(verdict: Verdict) -> Any:
    """Whether a question is adopted; None where it is not decided, or the verdict is on something else."""
    return verdict.facts.get("adopted")


DECIDED: Mapping[bool | None, Text] = {
    True: Text("вопрос принят", "the question is adopted"),
    False: Text("вопрос не принят", "the question is not adopted"),
    None: Text("вопрос не решён", "the question is not decided"),
}


class Difference(NamedTuple):
    """Расхождение: a record (its number counted from 1) that is answered otherwise, and each reason that is.

    `law189` is the version that judged it; None where that is not known.
    """

    number: int
    record: Record[Any]
    now: Verdict
    changes: tuple[ChangedReason, ...]

    @property
    def law189(self) -> str | None:
        """The version of law189 that judged the record; None where nobody noted it."""
        return self.record.kept.law189

    @property
    def worse(self) -> bool:
        """Whether something that held does not hold now."""
        return any(change.worse for change in self.changes)

    def as_json(self) -> dict[str, Any]:
        """The difference as plain JSON values."""
        return {
            "record": self.number,
            "kind": self.record.kind,
            "on": self.record.event.on.isoformat(),
            "law189": self.law189,
            "was": self.record.verdict.outcome.value,
            "now": self.now.outcome.value,
            "worse": self.worse,
            "changes": [
                {
                    "rule": change.rule,
                    "cause": change.cause.value,
                    "names": list(change.names),
                    "was": None if change.was is None else change.was.as_json(),
                    "now": None if change.now is None else change.now.as_json(),
                }
                for change in self.changes
            ],
        }


@asked
def recheck(
    history: History[Any], profile: Profile, *, lifecycle: Lifecycle[Any] | None = None
) -> tuple[Difference, ...]:
    """What is answered otherwise when each record that counts is judged again under the profile.

    Records that were annulled are left out. What a book asked of its other cases stands as it is recorded (see
    `not_asked`); judge a book by `recheck_book`. `lifecycle` is needed only for one of your own. Raises
    `Law189Error` where it is not that of the history.
    """
    found = []
    for number, record, now, kept in _again(history, profile, lifecycle):
        whole = now.joined(*kept)
        changes = tuple(_changes(record.verdict, whole))
        if changes or whole.outcome is not record.verdict.outcome:
            found.append(Difference(number, record, whole, changes))
    return tuple(found)


@asked
def not_asked(
    history: History[Any], profile: Profile, *, lifecycle: Lifecycle[Any] | None = None
) -> tuple[tuple[int, Verdict], ...]:
    """Не спрошено заново: what a book asked of its other cases, by the numbers of the records, as it is recorded.

    `recheck` of the history alone cannot ask it; `recheck_book` does. Raises as `recheck`.
    """
    again = _again(history, profile, lifecycle)
    return tuple((number, one) for number, _, _, kept in again for one in kept)


def _again(
    history: History[Any], profile: Profile, lifecycle: Lifecycle[Any] | None
) -> Iterator[tuple[int, Record[Any], Verdict, tuple[Verdict, ...]]]:
    """Each record that counts, its number, how it is judged now, and what only other cases could answer."""
    must_be(history, History)
    must_be(profile, Profile)
    must_be(lifecycle, Lifecycle, NoneType)
    cycle = lifecycle or next((one for one in LIFECYCLES if one.name == history.lifecycle), None)
    if cycle is None or cycle.name != history.lifecycle:
        raise Law189Error(f"the lifecycle of {history.lifecycle} {history.id} is needed to judge it again")
    for place, record in enumerate(history.records):
        if place not in history.annulled:
            now = cycle.judge(_before(history, place, cycle), record.event, profile)
            alike = {_said(one) for one in now.parts}
            kept = tuple(one for one in beside_others(record.verdict) if _said(one) not in alike)
            yield place + 1, record, now, kept


@asked
def recheck_book(book: Casebook, profile: Profile) -> Iterator[tuple[str, Difference]]:
    """The same of every case of a book, each record judged beside all cases as they were then; with its case."""
    must_be(profile, Profile)
    shelf = MemoryShelf()
    for number, line in lines_of(must_be(book, Casebook)):
        history, cycle = book.case(line.history), CYCLES[line.lifecycle]
        record = history.records[number - 1]
        if number - 1 not in history.annulled:
            now = judged(shelf, line, profile, happened=True).verdict
            now = now.joined(*(one for one in handed_in(record) if one not in now.walk()))
            changes = tuple(_changes(record.verdict, now))
            if changes or now.outcome is not record.verdict.outcome:
                yield history.id, Difference(number, record, now, changes)
        shelf = shelf.with_cases([_before(history, number, cycle)])


def _before(history: History[Any], place: int, cycle: Lifecycle[Any]) -> History[Any]:
    """The history as it was when the record at that place was made."""
    records = history.records[:place]
    state = records[-1].state if records else cycle.begin(history.id).state
    return History(history.lifecycle, history.id, state, records, annulled_in(records))


def _changes(was: Verdict, now: Verdict) -> Iterator[ChangedReason]:
    """The reasons that are answered otherwise; the same rule asked several times is told apart by its facts."""
    asked: dict[str, list[Verdict]] = defaultdict(list)
    for reason in _reasons(was):
        asked[reason.rule].append(reason)
    told: set[Any] = set()
    for reason in _reasons(now):
        earlier = _taken(asked[reason.rule], reason)
        before = Outcome.HOLDS if earlier is None else earlier.outcome
        decided = earlier is not None and _decides(earlier) is not _decides(reason)
        if earlier is None and _said(reason) in told:
            continue  # the reason that was told holds it
        if decided or before is not reason.outcome:
            told |= {_said(one) for one in reason.walk()}
            yield ChangedReason(reason.rule, _cause(earlier, reason), earlier, reason)
    for rule, left in asked.items():
        for earlier in left:
            if earlier.outcome is not Outcome.HOLDS:
                yield ChangedReason(rule, Cause.RULE, earlier, None)


def _reasons(verdict: Verdict) -> Iterator[Verdict]:
    """Every reason within the verdict, each once: two rules of a step may ask for the same norm."""
    found = {_said(one): one for one in verdict.walk() if one is not verdict}
    yield from found.values()


def _said(verdict: Verdict) -> Any:
    """What a reason says: two that say the same are one."""
    return verdict.rule, verdict.outcome, verdict.facts, verdict.cites, *map(_said, verdict.parts)


def _taken(asked: list[Verdict], reason: Verdict) -> Verdict | None:
    """Of what the rule answered then, that which fits best, taken out of the list; None where there is none."""
    if not asked:
        return None
    same = [sum(reason.facts.get(name) == fact for name, fact in one.facts.items()) for one in asked]
    return asked.pop(same.index(max(same)))


def _cause(was: Verdict | None, now: Verdict) -> Cause:
    """What changed: a reading, an act where others are cited or another value was seen, a fact, else the rule.

    An answer that depends on a reading names it whichever way it is read. So a reading has changed where both
    answers depend on it, each with another choice; where only one does, the value that is read has changed.
    """
    if was is None:
        return Cause.RULE
    read, reads = was.reading, now.reading
    if read is not None and reads is not None and read.code == reads.code and read.choice != reads.choice:
        return Cause.READING
    if {cite.id for cite in was.cites} != {cite.id for cite in now.cites}:
        return Cause.ACT
    if was.facts == now.facts:
        return Cause.RULE
    return Cause.ACT if now.cites and not now.rule.startswith(OF_OTHERS) else Cause.FACT


OF_OTHERS = ("reconciliation.", "standing.")
"""The rules that look at other cases, by the beginning of their codes."""
