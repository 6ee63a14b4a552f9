"""Исполнитель (providers): whether a provider has a licence in force, and is of no kind that the decree leaves out.

The plans of both decrees call the licence the ground of entering the register (Kemerovo: п. 5.1 прил. 4; the
district: п. 5.1 прил. 2). Kemerovo leaves out art schools of eight special names (п. 1).

>>> from law189.profile.loader import load_profile
>>> excluded = load_profile("kemerovo").latest.excluded_providers
>>> admitted("Детская музыкальная школа № 4", excluded).outcome, admitted("Лицей № 4", excluded).outcome
(<Outcome.VOID: 'void'>, <Outcome.HOLDS: 'holds'>)
>>> licensed(None, date(2024, 2, 1), kind=ProviderKind.SOLE_PROPRIETOR, alone=True).reading.code
'P1'
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from law189.extracts import Licence, Provider, ProviderKind
from law189.files.wording import in_latin
from law189.kinds.asked import asked
from law189.law import Citation, Text
from law189.numbers import same_inn, same_number
from law189.profile.parties import Party
from law189.profile.services import ExcludedProvider, stems
from law189.readings import NO_CHOICES, P1, S1, Chosen, under
from law189.rules import asking
from law189.rules.cures import order
from law189.rules.identifiers import named
from law189.verdict import DECISION, Rule, Verdict

__all__ = ["admitted", "licensed", "succeeded", "widened"]

LICENSED = Rule(
    "eligibility.licensed",
    Text(
        "{number:Лицензия № …|Лицензия не указана (если она есть, укажите её)}{since:, действует "
        "с …|}{until: по …|}; проверено на {on}.",
        "Number of the licence: {number:…|none (where there is one, give it)}{since:; it runs from "
        "…|}{until: to …|}; checked for {on}.",
    ),
    cure=Text(
        "Приложите сведения о лицензии, действующей в этот день.", "Attach a licence that runs on that day."
    ),
    assumed=Text(
        "Лицензия — основание включения в реестр; без действующей лицензии включение не имеет силы.",
        "The licence is the ground of inclusion; without one in force inclusion has no effect.",
    ),
)
PROPRIETOR = Rule(
    "eligibility.proprietor",
    Text(
        "Действующей лицензии у предпринимателя нет; занятия он ведёт один, и лицензия для этого не нужна; "
        "проверено на {on}.",
        "The sole proprietor has no licence in force; he teaches alone, and needs none for that; checked for "
        "{on}.",
    ),
    unknown=Text(
        "Действующей лицензии у предпринимателя нет; она не нужна, если занятия он ведёт один; так ли это, "
        "неизвестно; проверено на {on}; укажите: {asks}.",
        "The sole proprietor has no licence in force; he needs none where he teaches alone; whether he does "
        "is not known; checked for {on}; give: {asks}.",
    ),
    assumed=LICENSED.assumed,
)
EXCLUDED = Rule(
    "eligibility.school",
    Text(
        "Вид организации: {school:не указан}; исключённое специальное наименование: {excluded}.",
        "The kind of organisation: {school:not recorded}; one of the special names whose services are left "
        "out: {excluded}.",
    ),
    assumed=Text(
        "Услуги таких организаций акт не организует, поэтому включать их в реестр не с чем. "
        "Наименование узнают по словам, стоящим подряд, с номером или без него, в любом падеже и числе, на любом "
        "из двух языков профиля и с похожими буквами другого алфавита.",
        "The act does not organise the services of such organisations, so there is nothing to include. "
        "A name is known by its words in a row, with a number or without, in any case and number, in either "
        "language of the profile, and with letters of another alphabet that look the same.",
    ),
    cure=order.EXCLUDED,
)


@asked
def licensed(
    licence: Licence | None,
    on: date,
    *cites: Citation,
    kind: ProviderKind | None = None,
    alone: bool | None = None,
    choices: Chosen = NO_CHOICES,
    told_at: str = "event.provider",
) -> Verdict:
    """Whether there is a licence and it is in force on the day; both its first and its last day count.

    Under reading P1 a sole proprietor who teaches `alone` (None where that is not known) may need none; the verdict
    names the reading where its answer turned on it. `told_at` is the path by which the missing fact is asked for.
    """
    over = licence is None or (licence.ends_on is not None and licence.ends_on < on)
    holds = licence is not None and licence.issued_on <= on and not over
    may_need_none = kind is ProviderKind.SOLE_PROPRIETOR and alone is not False and not holds

    def told(choices: Mapping[str, str]) -> Verdict:
        if may_need_none and P1.chosen(choices) == "not_needed":
            return PROPRIETOR.judge(alone, *cites, lacks=(asking.alone(told_at),), on=on)
        return LICENSED.judge(
            holds,
            *cites,
            number=None if licence is None else licence.number,
            since=None if licence is None else licence.issued_on,
            until=None if licence is None else licence.ends_on,
            on=on,
        )

    return under(choices, told, P1)


@asked
def admitted(school: str | None, excluded: Collection[ExcludedProvider]) -> Verdict:
    """Whether the kind of organisation is none of those left out: by the entry's id, or by its name.

    Letter case, spaces, quotes, ё for е, the case and the number of the words and letters that look alike make no
    difference. Cites the entry, or all of them where it is none.
    """
    said = school or ""
    by_id, told = in_latin(said.strip()).casefold(), stems(Text(said))
    for entry in excluded:
        by_name = entry.stems.ru in told.ru or entry.stems.en in told.en
        if by_name or by_id == entry.id:
            return EXCLUDED.judge(False, entry.cite, school=school, excluded=entry.name)
    cites = {entry.cite.id: entry.cite for entry in excluded}
    return EXCLUDED.judge(True, *cites.values(), school=school, excluded=False)


# ─── Запись реестра: правопреемник и новые услуги ────────────────────────────────────────────────────────

SUCCEEDED = Rule(
    "providers.succession",
    Text(
        "Исполнитель по реестру: {before_kind}, ИНН {before}, {before_ogrn:ОГРН …|ОГРН не указан}; "
        "правопреемник: {after_kind}, ИНН {after}, {after_ogrn:ОГРН …|ОГРН не указан}; документ о "
        "правопреемстве: {succession}; у правопреемника свои номера.",
        "The provider in the register: {before_kind}, INN {before}, OGRN {before_ogrn:…|not recorded}; the "
        "successor: {after_kind}, INN {after}, OGRN {after_ogrn:…|not recorded}; the document of "
        "succession: {succession}; a successor has numbers of its own.",
    ),
    unknown=Text(
        "Исполнитель по реестру: ИНН {before}; правопреемник: ИНН {after}; документ о правопреемстве не "
        "указан; укажите: {asks}.",
        "The provider in the register: INN {before}; the successor: INN {after}; no document of succession is "
        "named; give: {asks}.",
    ),
    assumed=Text(
        "Запись переходит от одного юридического лица к другому, у которого свои ИНН и ОГРН. Те же номера — "
        "изменение записи, а предприниматель и гражданин подают свою заявку. Закон о реорганизации для этой "
        "библиотеки не прочитан.",
        "The entry passes from one legal entity to another, which has an INN and an OGRN of its own. The same "
        "numbers are a change of the entry, and a sole proprietor or a natural person applies for himself. "
        "The law on reorganisation was not read for this library.",
    ),
    asks=(asking.SUCCESSION,),
    cure=order.SUCCEEDED,
)
WIDENED = Rule(
    "providers.widened",
    Text(
        "Запись изменяет {by}; услуги сверх прежних: {added:…|нет}.",
        "The entry is changed by {by}; services that it did not have: {added:…|none}.",
    ),
    unknown=Text(
        "Запись изменяет сам исполнитель; услуги сверх прежних: {added}; о них решает орган; оформите: {asks}.",
        "The provider changes the entry himself; services that it did not have: {added}; the body decides on "
        "them; record: {asks}.",
    ),
    assumed=Text(
        "Новая услуга в записи — включение исполнителя с этой услугой, а решение о включении принимает орган.",
        "A new service in an entry is the inclusion of the provider with it, and inclusion is for the body to "
        "decide.",
    ),
    asks=(DECISION,),
)


@asked
def succeeded(before: Provider, after: Provider, succession: str | None) -> Verdict:
    """Whether the entry passes to a successor: from a legal entity to another, with an INN and an OGRN of its own.

    UNKNOWN where no document of succession is named. An OGRN that is not recorded is for `ogrn_fits` to ask.
    """
    of_entities = before.kind is after.kind is ProviderKind.LEGAL_ENTITY
    known = before.ogrn is not None and after.ogrn is not None
    same = same_inn(before.inn, after.inn) or (known and same_number(before.ogrn, after.ogrn))
    holds = None if succession is None else True
    return SUCCEEDED.judge(
        holds if of_entities and not same else False,
        before_kind=before.kind.text,
        before=before.inn,
        before_ogrn=before.ogrn,
        after_kind=after.kind.text,
        after=after.inn,
        after_ogrn=after.ogrn,
        succession=succession,
    )


@asked
def widened(before: Sequence[str], after: Sequence[str], by: str, choices: Chosen = NO_CHOICES) -> Verdict:
    """Whether who changes the entry may give it these services; reading S1 says which numbers mean one service.

    UNKNOWN where the provider adds a service that the entry did not have.
    """
    own = by == Party.PROVIDER

    def told(choices: Mapping[str, str]) -> Verdict:
        added = tuple(one for one in after if named(one, before, choices) is not True)
        who = Party.PROVIDER if own else Party.AUTHORIZED_BODY
        return WIDENED.judge(None if own and added else True, by=who.text, added=added)

    return under(choices, told, S1)
