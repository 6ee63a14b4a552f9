"""Оказано без основания (without ground): what a contract gave while a case that it rests on was in force no more.

Neither the law as far as it is known here nor the decrees say whether that counts as rendered; a person decides.

>>> ground, gone = Text("соглашение", "agreement"), Text("расторгнуто", "terminated")
>>> told = rendered_without("Д-1", Volume(amount=72, unit="person-hours"), (date(2024, 2, 2), date(2024, 5, 31)),
...                         ground=ground, named="С-1", state=gone, since=date(2024, 3, 4))
>>> told.outcome
<Outcome.UNKNOWN: 'unknown'>
"""

from datetime import date

from law189.kinds.asked import asked
from law189.law import Text
from law189.measures import Volume
from law189.verdict import DECISION, Rule, Verdict

__all__ = ["rendered_without"]

WITHOUT = Rule(
    "reconciliation.rendered_without",
    Text(
        "Договор № {number}: с {begun} по {until} оказано, {unit}: {amount}; {ground} {named} — {state} с {since}.",
        "The contract {number}: from {begun} to {until} rendered, {unit}: {amount}; {ground} {named}: {state} "
        "since {since}.",
    ),
    unknown=Text(
        "Договор № {number}: с {begun} по {until} оказано, {unit}: {amount}; {ground} {named} — {state} с {since}; "
        "сколько из этого оказано после того дня и считать ли это оказанным, неизвестно; запишите изменением "
        "договора, сколько оказано к тому дню, или получите: {asks}.",
        "The contract {number}: from {begun} to {until} rendered, {unit}: {amount}; {ground} {named}: {state} "
        "since {since}; unknown how much of it was rendered after that day and whether it counts as rendered; "
        "record by an amendment of the contract how much was rendered by then, or get: {asks}.",
    ),
    assumed=Text(
        "Конец договора не возвращает ему основания; что следует для оказанного, когда основания уже не было, "
        "известные здесь акты не говорят, и решает человек.",
        "The end of a contract does not give its ground back; the acts known here do not say what follows for what "
        "was rendered when the ground was gone, and a person decides.",
    ),
    asks=(DECISION,),
)


@asked
def rendered_without(
    number: str,
    rendered: Volume,
    days: tuple[date, date],
    *,
    ground: Text,
    named: str,
    state: Text,
    since: date,
) -> Verdict:
    """That so much was rendered on the days, and that the ground of the contract was gone on some of them.

    UNKNOWN: nobody has told how much of it was rendered when there was still a ground.
    """
    return WITHOUT.judge(
        None,
        number=number,
        begun=days[0],
        until=days[1],
        unit=rendered.unit.text,
        amount=rendered.amount,
        ground=ground,
        named=named,
        state=state,
        since=since,
    )
