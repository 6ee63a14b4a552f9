"""Исполнитель (providers): whether a provider has a licence in force, and is of no kind that the decree leaves out.

The plans of both decrees call the licence the ground of entering the register (Kemerovo: п. 5.1 прил. 4; the
district: п. 5.1 прил. 2). Kemerovo leaves out art schools of eight special names (п. 1).

>>> from law189.profile.loader import load_profile
>>> excluded = load_profile("kemerovo").latest.excluded_providers
>>> admitted("Детская музыкальная школа № 4", excluded).outcome, admitted("Лицей № 4", excluded).outcome
(<Outcome.VOID: 'void'>, <Outcome.HOLDS: 'holds'>)
"""

import re
import unicodedata
from collections.abc import Collection
from datetime import date

from law189.extracts import Licence
from law189.law import Citation, Text
from law189.profile.services import ExcludedProvider
from law189.verdict import Rule, Verdict

__all__ = ["admitted", "licensed"]

LICENSED = Rule(
    "eligibility.licensed",
    Text(
        "{number:Лицензия № …|Лицензия не указана}{since:, действует с …|}{until: по …|}; проверено на {on}.",
        "Number of the licence: {number}; first day: {since}; last day: {until}; checked for {on}.",
    ),
    assumed=Text(
        "Лицензия — основание включения в реестр; без действующей лицензии включение не имеет силы.",
        "The licence is the ground of inclusion; without one in force inclusion has no effect.",
    ),
)
EXCLUDED = Rule(
    "eligibility.school",
    Text(
        "Вид организации: {school:не указан}; исключённое специальное наименование: {excluded}.",
        "The kind of organisation: {school}; one of the special names whose services are left out: {excluded}.",
    ),
    assumed=Text(
        "Услуги таких организаций постановление не организует, поэтому включать их в реестр не с чем. "
        "Наименование узнают по словам, стоящим подряд, с номером или без него.",
        "The decree does not organise the services of such organisations, so there is nothing to include. "
        "A name is known by its words in a row, with a number or without.",
    ),
)


def licensed(licence: Licence | None, on: date, *cites: Citation) -> Verdict:
    """Whether there is a licence and it is in force on the day; both its first and its last day count."""
    if licence is None:
        return LICENSED.judge(False, *cites, number=None, since=None, until=None, on=on)
    over = licence.ends_on is not None and licence.ends_on < on
    return LICENSED.judge(
        licence.issued_on <= on and not over,
        *cites,
        number=licence.number,
        since=licence.issued_on,
        until=licence.ends_on,
        on=on,
    )


def admitted(school: str | None, excluded: Collection[ExcludedProvider]) -> Verdict:
    """Whether the kind of organisation is none of those left out: by the entry's id, or by its Russian name.

    Letter case, spaces, quotes and ё for е make no difference. Cites the entry, or all of them where it is none.
    """
    words = _words(school or "")
    for entry in excluded:
        if school == entry.id or f" {_words(entry.name.ru)} " in f" {words} ":
            return EXCLUDED.judge(False, entry.cite, school=school, excluded=entry.name)
    cites = {entry.cite.id: entry.cite for entry in excluded}
    return EXCLUDED.judge(True, *cites.values(), school=school, excluded=False)


def _words(name: str) -> str:
    """The words of a name alone, one space apart, without the differences that are none."""
    plain = unicodedata.normalize("NFKC", name).casefold().replace("ё", "е")
    return " ".join(re.findall(r"[^\W_]+", plain))
