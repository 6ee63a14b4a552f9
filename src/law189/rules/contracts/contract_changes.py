"""Изменение договора (contract changes): both sides agree, and the certificate covers what the contract takes more.

What is rendered stays covered, and the volume of another unit is another contract. The certificate is shown by an
extract of the day of the step; its balance already leaves out what this contract holds.

>>> before, after = Volume(amount=72, unit="person-hours"), Volume(amount=80, unit="person-hours")
>>> covers_more(before, after, None, held=False).outcome, covers_more(after, before, None, held=False).outcome
(<Outcome.UNKNOWN: 'unknown'>, <Outcome.HOLDS: 'holds'>)
>>> both_sides("provider", "representative").outcome, both_sides("consumer", "representative").outcome
(<Outcome.HOLDS: 'holds'>, <Outcome.VOID: 'void'>)
"""

from collections.abc import Iterator, Mapping
from datetime import date

from law189.extracts import CertificateExtract
from law189.kinds.asked import asked
from law189.law import Citation, Text
from law189.measures import EXACT, Volume
from law189.numbers import same_number
from law189.profile.parties import CONSUMERS, NO_TITLES, Party, named
from law189.rules import asking, extracts
from law189.rules.cures import certificate
from law189.rules.naming import look_alike
from law189.verdict import Rule, Verdict

__all__ = [
    "both_sides",
    "cause_told",
    "certificate_live",
    "covers_more",
    "no_less_rendered",
    "same_certificate",
]

BOTH_SIDES = Rule(
    "contract_changes.both_sides",
    Text(
        "Изменяет: {who}; согласие дал: {agreed}; договор изменяют исполнитель и потребитель (его представитель).",
        "Amends: {who}; agrees: {agreed}; a contract is amended by the provider and the consumer (or who "
        "represents them).",
    ),
    cure=Text("Получите согласие другой стороны.", "Get the consent of the other side."),
    unknown=Text(
        "Изменяет: {who}; согласие другой стороны не указано; укажите: {asks}.",
        "Amends: {who}; that the other side agrees is not recorded; give: {asks}.",
    ),
    assumed=Text(
        "Норма об изменении договора не прочитана; одна сторона чужих обязательств не меняет.",
        "The provision on amending a contract was not read; one side does not change what the other owes.",
    ),
    asks=(asking.AGREED_BY,),
)
COVERS_MORE = Rule(
    "contract_changes.covers_more",
    Text(
        "Объём договора, {unit}: {before}; новый объём, {after_unit}: {after}; сертификат должен покрыть: "
        "{needed:ничего}; его остаток{balance: — …| не нужен}.",
        "The volume of the contract, {unit}: {before}; the new one, {after_unit}: {after}; the certificate has to "
        "cover: {needed:nothing}; its balance: {balance:not needed}.",
    ),
    cure=Text(
        "Уменьшите объём или сначала измените номинал сертификата.",
        "Make the volume smaller, or change the nominal of the certificate first.",
    ),
    unknown=Text(
        "Объём договора, {unit}: {before}; новый объём, {after_unit}: {after}; остаток сертификата неизвестен; "
        "приложите: {asks}.",
        "The volume of the contract, {unit}: {before}; the new one, {after_unit}: {after}; the balance of the "
        "certificate is not known; add: {asks}.",
    ),
    assumed=Text(
        "По договору не берут больше, чем осталось от сертификата.",
        "A contract takes no more than is left of the certificate.",
    ),
    asks=(asking.CERTIFICATE,),
)
SAME_UNIT = Rule(
    "contract_changes.same_unit",
    Text(
        "Объём договора, {unit}: {before}; новый объём, {after_unit}: {after}; единица объёма не меняется.",
        "The volume of the contract, {unit}: {before}; the new one, {after_unit}: {after}; its unit "
        "does not change.",
    ),
    cure=Text("Укажите новый объём в единице договора.", "Give the new volume in the unit of the contract."),
    assumed=Text(
        "Объёмы в разных единицах не сравнить, поэтому единицу объёма договора не меняют.",
        "Volumes of two units cannot be compared, so a contract keeps the unit of its volume.",
    ),
)
CERTIFICATE_LIVE = Rule(
    "contract_changes.certificate_live",
    Text(
        "Сертификат № {number} сформирован {since}; последний день: {until}; {ended_on:прекращён …|не прекращён}; "
        "{suspended_on:приостановлен …|не приостановлен}; проверено на {on}.",
        "The certificate {number}: formed on {since}; last day: {until}; ended: {ended_on:…|no}; suspended: "
        "{suspended_on:…|no}; checked for {on}.",
    ),
    unknown=Text(
        "Действует ли сертификат на {on}, неизвестно; дата выписки: {as_of:выписки нет}; приложите на этот день: "
        "{asks}.",
        "Unknown whether the certificate is live on {on}; day of the extract: {as_of:no extract}; add, of "
        "that day: {asks}.",
    ),
    assumed=Text(
        "Больше услуг или на больший срок даёт только действующий сертификат.",
        "Only a live certificate gives more services or gives them for longer.",
    ),
    asks=(asking.CERTIFICATE,),
    cure=certificate.CERTIFICATE_LIVE,
)
SAME_CERTIFICATE = Rule(
    "contract_changes.same_certificate",
    Text(
        "Номер сертификата по выписке: {shown}; договор заключён по сертификату № {number}{alike:; номера "
        "различаются только латинскими и русскими буквами|}.",
        "The certificate by the extract: {shown}; the contract was concluded under the certificate "
        "{number}{alike:; the numbers differ in Latin and Russian letters alone|}.",
    ),
    cure=Text(
        "Приложите выписку о сертификате договора.", "Attach an extract of the certificate of the contract."
    ),
    assumed=Text(
        "Договор по другому сертификату — другой договор.",
        "A contract under another certificate is another contract.",
    ),
)
NO_LESS_RENDERED = Rule(
    "contract_changes.no_less_rendered",
    Text(
        "Оказано, {unit}: {rendered}; при изменении договора {since} было записано, {before_unit}: {before}.",
        "Rendered, {unit}: {rendered}; recorded when the contract was amended on {since}, {before_unit}: {before}.",
    ),
    cure=Text(
        "Исправьте объём или его единицу: оказанное не уменьшается.",
        "Correct the volume or its unit: what was rendered grows no less.",
    ),
    assumed=Text(
        "Оказанное не убывает; если прежняя запись ошибочна, её аннулируют.",
        "What is rendered does not grow less; an earlier record made in error is annulled.",
    ),
)
CAUSE_TOLD = Rule(
    "contract_changes.cause_told",
    Text(
        "Расторгает: {who}; обстоятельства: {because:не указаны}; потребителю они не нужны.",
        "Terminates: {who}; the circumstances: {because:not told}; a consumer needs none.",
    ),
    unknown=Text(
        "Расторгает: {who}; обстоятельства не указаны; укажите: {asks}.",
        "Terminates: {who}; the circumstances are not told; give: {asks}.",
    ),
    assumed=Text(
        "Отказаться от получения услуги потребитель вправе всегда, если иное не говорит федеральный закон; номер "
        "статьи 3 выведен: перечень прав потребителей стоит прямо перед статьёй 4. Исполнитель говорит, почему "
        "расторгает.",
        "A consumer may always refuse the service, unless a federal law says otherwise; the number of article 3 is "
        "inferred: the list of consumers' rights stands right before article 4. A provider says why it terminates.",
    ),
    asks=(asking.BECAUSE,),
    cure=certificate.CAUSE_TOLD,
)


@asked
def both_sides(by: str, agreed: str | None, titles: Mapping[str, Text] = NO_TITLES) -> Verdict:
    """Whether one of the two is the provider and the other the consumer; UNKNOWN where nobody else is named.

    `titles` are the bodies and seats in words.
    """
    sides = [side for side in (by, agreed) if side in CONSUMERS]
    holds = None if agreed is None else len(sides) == 1 and Party.PROVIDER in (by, agreed)
    return BOTH_SIDES.judge(
        holds, by=by, who=named(by, titles), agreed=None if agreed is None else named(agreed, titles)
    )


@asked
def covers_more(
    before: Volume, after: Volume, certificate: CertificateExtract | None, *, held: bool
) -> Verdict:
    """Whether the balance of the certificate covers what the new volume takes more; asked where it takes more.

    `held` is whether the extract shows the certificate as held by this contract: else its balance must cover the
    whole volume. UNKNOWN where no certificate is shown, VOID where the unit changes.
    """
    if after.unit is not before.unit:
        return SAME_UNIT.judge(
            False, before=before.amount, unit=before.unit.text, after=after.amount, after_unit=after.unit.text
        )
    more = EXACT.subtract(after.amount, before.amount)
    needed = more if held else after.amount
    asked = more > 0
    balance = None if certificate is None or not asked else certificate.balance
    holds: bool | None = True
    if asked:
        holds = None if balance is None else balance.unit is after.unit and needed <= balance.amount
    return COVERS_MORE.judge(
        holds,
        before=before.amount,
        unit=before.unit.text,
        after=after.amount,
        after_unit=after.unit.text,
        needed=needed if asked else None,
        balance=None if balance is None else balance.text,
    )


@asked
def certificate_live(certificate: CertificateExtract | None, on: date) -> Verdict:
    """Whether the certificate gives rights on the day, whatever contracts hold it; UNKNOWN as `extracts.formed`."""
    if certificate is None:
        return CERTIFICATE_LIVE.judge(None, on=on, as_of=None)
    return CERTIFICATE_LIVE.judge(
        extracts.live(certificate, on),
        number=certificate.number,
        since=certificate.formed_on,
        until=certificate.valid_until,
        ended_on=certificate.ended_on,
        suspended_on=certificate.suspended_on,
        on=on,
        as_of=certificate.as_of,
    )


@asked
def same_certificate(shown: str, number: str) -> Verdict:
    """Whether an extract is of the certificate under which the contract was concluded."""
    return SAME_CERTIFICATE.judge(
        same_number(shown, number), shown=shown, number=number, alike=look_alike(shown, number)
    )


@asked
def no_less_rendered(rendered: Volume, before: Volume | None, since: date | None) -> Iterator[Verdict]:
    """Whether no less is rendered than was recorded at the last amendment; nothing where there was none."""
    if before is not None:
        yield NO_LESS_RENDERED.judge(
            before.within(rendered),
            rendered=rendered.amount,
            unit=rendered.unit.text,
            before=before.amount,
            before_unit=before.unit.text,
            since=since,
        )


@asked
def cause_told(
    by: str, because: str | None, *cites: Citation, titles: Mapping[str, Text] = NO_TITLES
) -> Verdict:
    """Whether a provider says why it terminates; a consumer needs no reason. UNKNOWN where it does not.

    `titles` are the bodies and seats in words.
    """
    holds = True if because is not None or by in CONSUMERS else None
    return CAUSE_TOLD.judge(holds, *cites, by=by, who=named(by, titles), because=because)
