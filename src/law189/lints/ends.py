"""Замечания о прекращении норм (lints of ends): a lapse or a later beginning of which nothing follows.

>>> from law189.profile.loader import load_profile
>>> list(nothing_ends.find(load_profile("kemerovo").latest))
[]
"""

from collections.abc import Iterator

from law189.law import Citation, Text
from law189.lints.lint import Place, Severity, declared
from law189.profile.edition import Edition
from law189.profile.effect import bearing, covers, staying

__all__ = ["nothing_ends"]

NOTHING = Text(
    "в профиле там нет того, о чём спрашивают в день шага, плана или показателя; проверьте адрес",
    "the profile has nothing there that is asked on the day of a step, of the plan or of an indicator; check the "
    "address",
)
STAYS = Text(
    "места состава, секретарь, органы и подгруппы этого адреса остаются; если их больше нет, внесите изменение под "
    "amendments",
    "seats, the secretary, bodies and subgroups of that address stay; where they are no more, write that under "
    "amendments",
)


@declared(
    "L-stays",
    Severity.WARNING,
    Text("прекращено или ещё не начато то, что остаётся", "an end, or a later beginning, of what stays"),
    Text(
        "Адрес в of (lapses или entry_into_force) не касается ничего, что решает, либо касается тех, кого называют "
        "другие нормы: их прекращение ничего не меняет. Исправьте адрес или внесите изменение под amendments.",
        "An address under of (lapses or entry_into_force) is of nothing that decides, or of whom other norms name: "
        "its end changes nothing. Mend the address, or write an amendment under amendments.",
    ),
)
def nothing_ends(edition: Edition) -> Iterator[Place]:
    """Addresses of ends and of later beginnings that cover nothing that decides, or something that stays."""
    bears, stays = tuple(bearing(edition)), tuple(staying(edition))
    federal = {delegation.cite.act for delegation in edition.federal.delegations}
    for one in dict.fromkeys(_of(edition)):
        if one == edition.whole or one.act in federal:  # steps rest on the law itself
            continue
        if any(covers(one, cite) for cite in stays):
            yield one, STAYS
        elif not any(covers(one, cite) for cite in bears):
            yield one, NOTHING


def _of(edition: Edition) -> Iterator[Citation]:
    """Every provision that a lapse, or a part of the entry into force, is of."""
    yield from (one for lapse in edition.lapses for one in lapse.of)
    says = edition.entry_into_force
    for part in says.value if says is not None and isinstance(says.value, tuple) else ():
        yield from part.of
