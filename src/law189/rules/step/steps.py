"""Шаг и история (steps): a step leads from a state, a history goes forward, a record made in error is annulled.

>>> states = {"planned": Text("предстоит", "planned"), "convened": Text("созвано", "convened")}
>>> refused = out_of_state("planned", "opened", ["convened"], step=Text("открыто", "opened"), words=states)
>>> refused.outcome, refused.text.en
(<Outcome.VOID: 'void'>, 'State: planned; the step «opened» is possible from: convened.')
>>> from datetime import date
>>> forward(date(2023, 10, 2), date(2023, 10, 2)).outcome
<Outcome.HOLDS: 'holds'>
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from law189.kinds.asked import asked
from law189.law import Text
from law189.profile.offices import is_office
from law189.profile.parties import named
from law189.rules.cures import step
from law189.rules.step.roles import NO_OFFICE
from law189.verdict import DECISION, Rule, Verdict

__all__ = [
    "annulled",
    "annulled_earlier",
    "annuls_nothing",
    "by_lines",
    "decided",
    "forward",
    "left_standing",
    "may_annul",
    "of_another",
    "out_of_state",
]

STATE = Rule(
    "lifecycle.state",
    Text(
        "Состояние: {now}; шаг «{step}» возможен только в состоянии: {possible:или}.",
        "State: {now}; the step «{step}» is possible from: {possible}.",
    ),
    assumed=Text("Порядок состояний — модель библиотеки.", "The order of states is this library's model."),
    cure=step.STATE,
)
OTHER_CASE = Text("дело другого процесса", "a case of another lifecycle")
OTHER_STEP = Text("шаг другого процесса", "a step of another lifecycle")
ORDER = Rule(
    "lifecycle.order",
    Text(
        "Шаг совершён {on}, предыдущий — {previous}; шаги записываются в порядке дат.",
        "The step was taken on {on}, the one before on {previous}; a history goes forward in time.",
    ),
    cure=Text(
        "Проверьте дату шага; если неверна дата прежней записи, аннулируйте её.",
        "Check the day of the step; where the day of the earlier record is wrong, annul that record.",
    ),
    assumed=STATE.assumed,
)
ANNULLED = Rule(
    "lifecycle.annulled",
    Text(
        "Аннулируется запись № {record}{step: («…»)|}{already:, которая уже аннулирована|}, всего записей: "
        "{records}; причина: {reason:не указана}.",
        "Record {record}{step: (…)|} of {records} is annulled{already:, which is annulled already|}; the "
        "reason: {reason:not given}.",
    ),
    assumed=Text(
        "Ошибочную запись не правят: её аннулируют записью с причиной, и обе остаются видны.",
        "A record made in error is not edited: a record with its reason annuls it, and both stay visible.",
    ),
    cure=step.ANNULLED,
)
NOTHING = Rule(
    "lifecycle.annuls_nothing",
    Text(
        "Аннулируется запись № {record} (строка {line}), но записи эта строка не оставила: шаг не принят, не "
        "прочитан или сделан заново.",
        "Record {record} (line {line}) is annulled, but that line left no record: its step was refused, not "
        "read or done anew.",
    ),
    assumed=Text(
        "Запись в деле оставляет только шаг, который принят; номер записи — по счёту строк дела в файле.",
        "Only a step that was taken leaves a record in its case; the number is by the count of the lines of the "
        "case in the file.",
    ),
    cure=step.NOTHING,
)
LEFT_STANDING = Rule(
    "lifecycle.left_standing",
    Text(
        "Записи, которые аннулируют раньше записи № {record}: {resting:… (начните с последней)|нет}.",
        "Records to be annulled before record {record}: {resting:… (begin with the last one)|none}.",
    ),
    assumed=Text(
        "Записи одного дела аннулируют с последней: что более позднюю без ошибочной решили бы так же, по делу не "
        "видно. Иначе лишь там, где шаги заказа или заседания друг от друга не зависят.",
        "The records of one case are annulled from the last one: that a later one would have been decided alike "
        "without the wrong one does not show in the case. It is otherwise only where steps of an order or of a "
        "meeting do not depend on one another.",
    ),
)
ANNULLER = Rule(
    "lifecycle.annuller",
    Text(
        "Ошибку записи № {record} («{what}») признаёт: {who:ещё не указано}; вправе только тот, "
        "кто совершает такой шаг, и только с той стороны, которая сделала запись: {entitled:или}.",
        "An error of record {record} («{what}») is admitted by: {who:not given yet}; entitled is who takes "
        "such a step, of the side that made the record: {entitled}.",
    ),
    unknown=Text(
        "Ошибку записи № {record} («{what}») признаёт: {who:ещё не указано}; без решения вправе "
        "только тот, кто совершает такой шаг, и только с той стороны, которая сделала запись: {entitled:или}. "
        "Другому нужно: {asks}.",
        "An error of record {record} («{what}») is admitted by: {who:not given yet}; of itself only who "
        "takes such a step may, of the side that made the record: {entitled}. Anybody else needs: {asks}.",
    ),
    assumed=Text(
        "Чья запись, тот и вправе назвать её ошибкой; сторона дела чужую запись не отменяет, а орган отменяет "
        "запись стороны только решением. Сторон три: исполнитель; потребитель и его представитель; органы.",
        "Whose record it is may call it an error; a party to the case does not undo another's record, and an "
        "office undoes that of a party by a decision alone. There are three sides: the provider; the consumer "
        "and who represents them; the offices.",
    ),
    asks=(DECISION,),
    cure=step.ANNULLER,
)
ANNULLED_EARLIER = Rule(
    "lifecycle.annulled_earlier",
    Text(
        "Запись № {record} («{what}») — от {of_day}; аннулирована {on}.",
        "Record {record} («{what}») is of {of_day}; annulled on {on}.",
    ),
    unknown=Text(
        "Запись № {record} («{what}») — от {of_day}; аннулирована {on}, то есть раньше своего дня; ошибка ли "
        "сам этот день, неизвестно; нужно: {asks}.",
        "Record {record} («{what}») is of {of_day}; it is annulled on {on}, before its own day; unknown whether "
        "that day is the error; needed: {asks}.",
    ),
    assumed=Text(
        "Того, чего ещё не было, ошибкой не называют; но ошибкой может быть сам день записи, и это решает человек.",
        "What has not been yet is not called an error; but the day of the record may itself be the error, which is "
        "for a person to decide.",
    ),
    asks=(DECISION,),
)
ANOTHER = Rule(
    "lifecycle.another",
    Text(
        "Дело {history} относится к другому процессу; шаг относится к процессу «{wanted}».",
        "The history {history} is of another lifecycle; the step is of «{wanted}».",
    ),
    assumed=STATE.assumed,
    cure=step.ANOTHER,
)
DECIDED = Rule(
    "lifecycle.decided",
    Text(
        "Решение принял: {by}, {decided_on}; день шага: {on}; решение принимает должностное "
        "лицо, которое не является стороной дела, {since:не ранее … и |}не позднее дня шага.",
        "The decision is by: {by}, of {decided_on}; the day of the step: {on}; an office decides, no party "
        "to the case, {since:no earlier than … and |}by the day of the step.",
    ),
    assumed=Text(
        "Решение, принятое после шага, до дня акта, до начала дела или стороной дела, шага не разрешало. "
        "Орган, который заключает соглашение, — его сторона, и о своём шаге один не решает.",
        "A decision taken after the step, before the day of the act, before the case began, or by a party to the "
        "case, did not allow it. The body that concludes an agreement is a party to it, and does not decide alone "
        "of its own step.",
    ),
    cure=step.DECIDED,
)


@asked
def out_of_state(
    state: str, kind: str, sources: Sequence[str], *, step: Text | None, words: Mapping[str, Text]
) -> Verdict:
    """The refusal of a step that does not lead from the state.

    `step` is the step in words, None where the lifecycle has no such step; `words` are those of its states.
    """
    return STATE.judge(
        False,
        state=state,
        kind=kind,
        sources=tuple(sources),
        now=words.get(state, OTHER_CASE),
        step=step or OTHER_STEP,
        possible=tuple(words[source] for source in sources),
    )


@asked
def forward(on: date, previous: date) -> Verdict:
    """Whether the step was taken on the day of the one before it or later."""
    return ORDER.judge(on >= previous, on=on, previous=previous)


@asked
def annulled(
    record: int,
    what: str | None,
    records: int,
    reason: str,
    *,
    exists: bool,
    step: Text | None = None,
    already: bool = False,
) -> Verdict:
    """Whether the record that is annulled exists and stands; `what` is its kind, `step` the same in words.

    `already` is whether it was annulled before.
    """
    return ANNULLED.judge(
        exists and not already,
        record=record,
        what=what,
        step=step,
        records=records,
        reason=reason,
        already=already,
    )


@asked
def annuls_nothing(record: int, line: int) -> Verdict:
    """The refusal of an annulment of the record that the line was to make, and did not."""
    return NOTHING.judge(False, record=record, line=line)


@asked
def by_lines(template: Text) -> Text:
    """The sentence of a verdict on an annulment with lines of a file in place of records.

    The facts are then `line` and `resting_lines`, no longer `record` and `resting`.
    """
    ru = template.ru.replace("№ {record}", "из строки {line}").replace(
        "{resting:", "{resting_lines:строки № "
    )
    en = template.en.replace("ecord {record}", "ecord of line {line}")
    return Text(ru, en.replace("{resting:", "{resting_lines:lines "))


@asked
def left_standing(record: int, resting: Sequence[int]) -> Verdict:
    """Whether the record may be taken out; `resting` are the later ones that are annulled before it."""
    return LEFT_STANDING.judge(not resting, record=record, resting=tuple(resting))


@asked
def may_annul(
    record: int, what: Text, by: str, entitled: Sequence[str], titles: Mapping[str, Text], *, whose: str
) -> Verdict:
    """Whether `by` may call the record an error: who may take the step, of the side of `whose` record it is.

    A party to the case that is not of that side, or may not take the step, has no say: VOID. UNKNOWN for another
    office, and for an office where a party made the record. `titles` are the bodies in words.
    """
    holds = True if by in entitled else False if by in NO_OFFICE else None
    return ANNULLER.judge(
        holds,
        record=record,
        what=what,
        by=by,
        who=named(by, titles),
        whose=whose,
        entitled=tuple(named(one, titles) for one in entitled),
    )


@asked
def annulled_earlier(record: int, what: Text, of_day: date, on: date) -> Verdict:
    """Whether the record is annulled on its own day or later; UNKNOWN where before: its day may be the error."""
    return ANNULLED_EARLIER.judge(
        True if on >= of_day else None, record=record, what=what, of_day=of_day, on=on
    )


@asked
def of_another(history: str, found: str, wanted: Text) -> Verdict:
    """The refusal of a step that is asked of a history of another lifecycle."""
    return ANOTHER.judge(False, history=history, found=found, wanted=wanted)


@asked
def decided(
    by: str, decided_on: date, on: date, *, since: date | None = None, parties: Collection[str] = ()
) -> Verdict:
    """Whether the decision could allow the step: by an office and by the day of the step.

    `since` is the day before which nothing of the case was to be decided, None where that is not known. `parties`
    are whoever is a party to the case, by every name that stands there; what people call a party (`is_office`)
    is no office.
    """
    party = " ".join(by.split()).casefold() in {one.casefold() for one in parties}
    in_time = decided_on <= on and (since is None or decided_on >= since)
    return DECIDED.judge(
        in_time and is_office(by) and not party, by=by, decided_on=decided_on, on=on, since=since
    )
