"""Кто действует (roles): whether whoever took the step may take it.

The authorised body approves the order (the district: п. 2; Kemerovo names none, and its plan makes the
education department responsible, app4.4). A consumer who is not old enough acts through a representative. An
electronic agreement is signed with a qualified electronic signature (the district: п. 2.5 прил. 2).

>>> acting("education", ("education", "provider")).outcome
<Outcome.HOLDS: 'holds'>
>>> refused = acting("finance", ("education", "provider"))
>>> refused.outcome, refused.text.ru
(<Outcome.VOID: 'void'>, 'Шаг совершил: finance; вправе только: education или исполнитель.')
"""

from calendar import isleap
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date

from law189.kinds.asked import asked
from law189.law import Citation, Text, Vocabulary
from law189.profile.parties import CONSUMERS, NO_TITLES, Party, named
from law189.rules import asking
from law189.verdict import DECISION, Ask, Rule, Verdict

__all__ = ["Signature", "acting", "full_years", "of_age", "of_side", "same_side", "signed"]

NO_OFFICE = frozenset(Party) - {Party.AUTHORIZED_BODY}
"""Parties that are nobody's office."""
ACTING = Rule(
    "roles.acting",
    Text(
        "Шаг совершил: {who:ещё не указано}; вправе только: {entitled:или}.",
        "Acting: {who:not given yet}; entitled: {entitled}.",
    ),
    cure=Text(
        "Шаг делает тот, кто вправе; если записан не тот, исправьте запись.",
        "The step is for whoever may take it; where somebody else was written down, correct that.",
    ),
    unknown=Text(
        "Шаг совершил: {who:ещё не указано}. Уполномоченный орган постановлением не "
        "назван{entitled:; предполагается: …|}. Укажите в профиле: {asks}.",
        "Acting: {who:not given yet}. The decree names no authorised body{entitled:; taken: …|}. Give in "
        "the profile: {asks}.",
    ),
    assumed=Text("Шаг лица без полномочий не имеет силы.", "A step by somebody not entitled has no effect."),
    asks=(asking.AUTHORIZED_BODY,),
)


@asked
def same_side(one: str, other: str) -> bool:
    """Whether both are of one side: the provider; the consumer and who represents them; the offices.

    >>> same_side("representative", "consumer"), same_side("education", "chair"), same_side("provider", "education")
    (True, True, False)
    """
    return all((one in side) is (other in side) for side in ((Party.PROVIDER,), CONSUMERS))


@asked
def of_side(by: str) -> tuple[str, ...]:
    """Who may speak for the side of `by`: an office and a provider only for themselves."""
    return CONSUMERS if by in CONSUMERS else (by,)


@asked
def acting(
    by: str,
    allowed: Collection[str],
    *cites: Citation,
    titles: Mapping[str, Text] = NO_TITLES,
    assumed: bool = False,
) -> Verdict:
    """Whether `by` is among those entitled.

    UNKNOWN where nobody is named at all, and where the body entitled is itself `assumed`: then nobody can say
    that another office has no right (a provider or a consumer is no office). `titles` are the bodies in words.
    """
    holds = by in allowed
    open_ = not allowed or (assumed and by not in NO_OFFICE)
    return ACTING.judge(
        None if open_ and not holds else holds,
        *cites,
        by=by,
        allowed=tuple(allowed),
        who=named(by, titles),
        entitled=tuple(named(one, titles) for one in allowed),
    )


OF_AGE = Rule(
    "roles.of_age",
    Text(
        "Дата рождения потребителя: {born:не указана}; полных лет на {on}: {age:не известно}; шаг совершил: "
        "{who}; самостоятельно потребитель действует с возраста, полных лет: {own_age}.",
        "The consumer's day of birth: {born:not recorded}; full years on {on}: {age:not known}; acting: "
        "{who}; a consumer acts alone from the age, in full years, of: {own_age}.",
    ),
    cure=Text(
        "До этого возраста за потребителя действует представитель.",
        "Up to that age a representative acts for the consumer.",
    ),
    unknown=Text(
        "Шаг совершил: {who}; дата рождения потребителя не указана; самостоятельно он действует "
        "с возраста, полных лет: {own_age}; приложите: {asks}.",
        "Acting: {who}; when the consumer was born is not shown; a consumer acts alone from the age, in "
        "full years, of: {own_age}; add: {asks}.",
    ),
    assumed=Text(
        "Возраст взят из правил других мест о таких же сертификатах; за младшего действует представитель, и "
        "без него шаг не имеет силы. Год возраста прибавляется в сам день рождения, а у родившегося 29 февраля в "
        "невисокосный год — 28 февраля: об этом прочитанное здесь молчит.",
        "The age is taken from other places' rules on such certificates; a representative acts for the younger, "
        "and without one the step has no effect. A year is added on the birthday itself, and for whoever was born "
        "on 29 February on 28 February of a year that has no 29th: what was read here is silent on that.",
    ),
    asks=(asking.CERTIFICATE,),
)
UNBORN = Text(
    "Дата рождения потребителя: {born}; она позже дня шага ({on}), проверьте её; шаг совершил: {who}; "
    "самостоятельно потребитель действует с возраста, полных лет: {own_age}.",
    "The consumer was born on {born}, which is after the day of the step, {on}: check it; acting: {who}; a "
    "consumer acts alone from the age, in full years, of: {own_age}.",
)
"""Where the day of birth is recorded, and is after the step."""


@asked
def of_age(
    by: str,
    born: date | None,
    on: date,
    own_age: int,
    *cites: Citation,
    titles: Mapping[str, Text] = NO_TITLES,
    asks: tuple[Ask, ...] = (),
) -> Verdict:
    """Whether a consumer who acts alone is old enough on the day; a representative may always act.

    The age grows on the birthday itself, on 28 February where the year has no 29 February. Nobody acts for a
    consumer who is not born yet. UNKNOWN where a consumer acts whose day of birth is not shown: `asks` is what
    shows it, the extract of the certificate unless told otherwise.
    """
    who = named(by, titles)
    if born is None:
        alone = by == Party.CONSUMER
        holds = None if alone else True
        return OF_AGE.judge(
            holds, *cites, lacks=asks, by=by, who=who, born=None, on=on, age=None, own_age=own_age
        )
    age = full_years(born, on)
    old_enough = age is not None and (by != Party.CONSUMER or age >= own_age)
    rule = OF_AGE if age is not None else replace(OF_AGE, text=UNBORN)
    return rule.judge(old_enough, *cites, by=by, who=who, born=born, on=on, age=age, own_age=own_age)


@asked
def full_years(born: date, on: date) -> int | None:
    """The age on the day, in full years; None before the birth. It grows on the birthday itself (see `of_age`)."""
    month, day = born.month, born.day
    if (month, day) == (2, 29) and not isleap(on.year):
        day = 28
    return on.year - born.year - ((on.month, on.day) < (month, day)) if born <= on else None


class Signature(Vocabulary):
    """Подпись: a qualified electronic one, another electronic one, or by hand."""

    QUALIFIED = "qualified", "усиленная квалифицированная электронная", "qualified electronic"
    ELECTRONIC = "electronic", "иная электронная", "another electronic one"
    HANDWRITTEN = "handwritten", "собственноручная", "handwritten"


SIGNATURE = Rule(
    "roles.signature",
    Text("Подпись ({who}): {kind}; требуется: {needed}.", "Signature ({who}): {kind}; needed: {needed}."),
    cure=Text("Подпишите документ так, как требуется.", "Sign the document as is required."),
    unknown=Text(
        "Подпись ({who}) не указана; требуется: {needed}; укажите: {asks}.",
        "The signature ({who}) is not recorded; needed: {needed}; give: {asks}.",
    ),
    assumed=Text(
        "Под электронным документом подпись электронная, под бумажным — собственноручная; документ с подписью "
        "другого вида считается неподписанным.",
        "An electronic document is signed electronically, one on paper by hand; a document with another kind of "
        "signature counts as unsigned.",
    ),
)
SIGNATURE_KIND = Rule(
    "roles.signature_kind",
    Text(
        "Подпись ({who}): {kind}; какой именно электронной подписью подписывают, здешние акты не говорят.",
        "Signature ({who}): {kind}; which electronic one it is to be, the acts here do not say.",
    ),
    unknown=Text(
        "Подпись ({who}): {kind}; какой именно электронной подписью подписывают, здешние акты не говорят; "
        "подпишите усиленной квалифицированной либо оформите: {asks}.",
        "Signature ({who}): {kind}; which electronic one it is to be, the acts here do not say; sign with a "
        "qualified one, or record: {asks}.",
    ),
    assumed=Text(
        "Усиленной квалифицированной довольно и там, где вид подписи не назван: её требуют правила других мест. "
        "Довольно ли иной электронной, решает человек.",
        "A qualified one is enough also where no kind is named: rules of other places ask for it. Whether another "
        "electronic one is enough is for a person to decide.",
    ),
    asks=(DECISION,),
)
ELECTRONIC = Text("электронная", "electronic")


@asked
def signed(
    by: str,
    kind: Signature | None,
    *cites: Citation,
    electronic: bool,
    titles: Mapping[str, Text] = NO_TITLES,
    ask: Ask = asking.SIGNATURE,
    form: tuple[Citation, ...] = (),
) -> Verdict:
    """Whether the signature fits the form: electronic for an electronic document, by hand on paper.

    `cites` are the provisions that ask for a qualified one; without any, one that is electronic and not qualified
    is UNKNOWN. `form` is where the form of the document is asked for. `ask` is what to give where no signature is
    recorded.
    """
    who, words = named(by, titles), None if kind is None else kind.text
    if electronic and not cites and kind is Signature.ELECTRONIC:
        return SIGNATURE_KIND.judge(None, *form, by=by, who=who, kind=words)
    if not electronic:
        fitting, needed = (Signature.HANDWRITTEN,), Signature.HANDWRITTEN.text
    else:
        fitting, needed = (Signature.QUALIFIED,), Signature.QUALIFIED.text if cites else ELECTRONIC
    holds = None if kind is None else kind in fitting
    return SIGNATURE.judge(holds, *(cites or form), lacks=(ask,), by=by, who=who, kind=words, needed=needed)
