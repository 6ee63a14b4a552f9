"""Оказано без основания (without ground): what a contract gave while a case that it rests on was in force no more.

Neither the law as far as it is known here nor the decrees say whether that counts as rendered; a person decides.

>>> ground, gone = Text("соглашение", "agreement"), Text("расторгнуто", "terminated")
>>> told = rendered_without("Д-1", Volume(amount=72, unit="person-hours"), (date(2024, 2, 2), date(2024, 5, 31)),
...                         ground=ground, named="С-1", state=gone, since=date(2024, 3, 4))
>>> told.outcome
<Outcome.UNKNOWN: 'unknown'>
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from law189.kinds.asked import asked
from law189.law import Text
from law189.measures import Volume
from law189.rules.reconciliation import Between
from law189.verdict import DECISION, Rule, Verdict

__all__ = ["rendered_without"]

WITHOUT = Rule(
    "reconciliation.rendered_without",
    Text(
        "Договор № {number}: с {begun} по {until} оказано, {unit}: {amount}; {ground} {named} — {state} с "
        "{since}{regained:, снова есть с …|}; из этого в дни без основания: не меньше {least}, не больше {most}.",
        "The contract {number}: from {begun} to {until} rendered, {unit}: {amount}; {ground} {named}: {state} "
        "since {since}{regained:, there again since …|}; of it on the days without the ground: no less than "
        "{least}, no more than {most}.",
    ),
    unknown=Text(
        "Договор № {number}: с {begun} по {until} оказано, {unit}: {amount}; {ground} {named} — {state} с "
        "{since}{regained:, снова есть с …|}; из этого в дни без основания: не меньше {least}, не больше {most}; "
        "сколько именно и считать ли это оказанным, неизвестно; запишите изменением договора или актом, сколько "
        "оказано к тому дню, или получите: {asks}.",
        "The contract {number}: from {begun} to {until} rendered, {unit}: {amount}; {ground} {named}: {state} "
        "since {since}{regained:, there again since …|}; of it on the days without the ground: no less than "
        "{least}, no more than {most}; how much exactly and whether it counts as rendered is unknown; record by an "
        "amendment of the contract or by an act how much was rendered by then, or get: {asks}.",
    ),
    assumed=Text(
        "Ни конец договора, ни новое основание не возвращают ему прежнего; что следует для оказанного, когда "
        "основания не было, известные здесь акты не говорят, и решает человек. Дни, когда его утратили и снова "
        "получили, — с основанием.",
        "Neither the end of a contract nor another ground gives it back the one of those days; the acts known here "
        "do not say what follows for what was rendered when there was no ground, and a person decides. The days on "
        "which it was lost and regained are days with a ground.",
    ),
    asks=(DECISION,),
)
EXACTLY = Text(
    "Договор № {number}: с {begun} по {until} оказано, {unit}: {amount}; {ground} {named} — {state} с "
    "{since}{regained:, снова есть с …|}; из этого в дни без основания: {most}; считать ли это оказанным, "
    "неизвестно; получите: {asks}.",
    "The contract {number}: from {begun} to {until} rendered, {unit}: {amount}; {ground} {named}: {state} since "
    "{since}{regained:, there again since …|}; of it on the days without the ground: {most}; whether it counts as "
    "rendered is unknown; get: {asks}.",
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
    regained: date | None = None,
    without: Between | None = None,
) -> Verdict:
    """Whether all that was rendered on the days was rendered on those of them on which the contract had its ground.

    The ground was gone from `since`, and until `regained` where it is told. `without` is between which amounts was
    rendered on the days without it; where it is not told, anything up to all of it. UNKNOWN where that can be more
    than nothing.
    """
    least, most = without or (Decimal(0), rendered.amount)
    rule = replace(WITHOUT, unknown=EXACTLY) if least == most else WITHOUT
    return rule.judge(
        True if most == 0 else None,
        number=number,
        begun=days[0],
        until=days[1],
        unit=rendered.unit.text,
        amount=rendered.amount,
        ground=ground,
        named=named,
        state=state,
        since=since,
        regained=regained,
        least=least,
        most=most,
    )
