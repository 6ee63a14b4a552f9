"""Замечания об акте в целом (lints of the act as a whole): its names and its entry into force.

>>> from law189.profile.loader import load_profile
>>> [cite.address for cite, _ in silent_on_force.find(load_profile("kemerovo").latest)]
['act']
>>> list(silent_on_force.find(load_profile("novokuznetsk_district").latest))
[]
"""

from collections.abc import Iterator

from law189.law import Text
from law189.lints.lint import Place, Severity, declared
from law189.profile.edition import Edition

__all__ = ["silent_on_force", "two_names"]


@declared(
    "A6",
    Severity.NOTICE,
    Text("одно и то же под двумя именами", "one thing under two names"),
    Text(
        "Читатель не знает, одно это или разное. Приведите к одному имени; до тех пор профиль считает их одним.",
        "A reader cannot tell whether it is one or two. Use one name; until then the profile takes them as one.",
    ),
)
def two_names(edition: Edition) -> Iterator[Place]:
    """Pairs of names that the profile records as one thing."""
    for alias in edition.aliases:
        yield (
            alias.cite,
            Text(
                f"здесь «{alias.also.ru}», а в другом месте ({alias.name_cite.label.ru}) «{alias.name.ru}»",
                f"here «{alias.also.en}», elsewhere ({alias.name_cite.label.en}) «{alias.name.en}»",
            ),
        )


@declared(
    "A14",
    Severity.NOTICE,
    Text("не сказано, когда постановление вступает в силу", "the decree does not say when it takes effect"),
    Text(
        "День вступления в силу приходится читать по толкованию D5. Добавьте пункт о вступлении в силу.",
        "The day it takes effect has to be read by reading D5. Add a provision on it.",
    ),
)
def silent_on_force(edition: Edition) -> Iterator[Place]:
    """A decree without a provision on its entry into force."""
    if edition.entry_into_force is None:
        yield (
            edition.cite("act"),
            Text("пункта о вступлении в силу нет", "it has no provision on its entry into force"),
        )
