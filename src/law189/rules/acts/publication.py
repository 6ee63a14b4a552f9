"""Опубликование (publication): where it must be published, and what shows that it was.

Both decrees send what the law asks to be published to the single portal of the budget system (Kemerovo:
п. 4; the district: п. 7).

>>> from law189.profile.loader import load_profile
>>> duties = load_profile("kemerovo").latest.publication
>>> placed("budget-portal", "запись 17", duties).outcome
<Outcome.HOLDS: 'holds'>
>>> placed("own-site", "запись 17", duties).outcome
<Outcome.BREACH: 'breach'>
"""

from collections.abc import Iterable

from law189.kinds.asked import asked
from law189.law import Citation, Text
from law189.profile.acts import Place, Publication
from law189.rules import asking
from law189.verdict import Outcome, Rule, Verdict

__all__ = ["placed", "published"]

PUBLISHED = Rule(
    "publication.place",
    Text(
        "Место размещения: {there} (подтверждение: {evidence:нет}); должно быть: {where}.",
        "Published: {there} (evidence: {evidence:none}); needed: {where}.",
    ),
    cure=Text(
        "Разместите там, где должно быть, и сохраните подтверждение.",
        "Publish where it must be, and keep the evidence.",
    ),
    missed=Outcome.BREACH,
    unknown=Text(
        "Место размещения: {there}; где размещать, в профиле не указано; внесите в профиль: {asks}.",
        "Published: {there}; the profile does not say where; write in the profile: {asks}.",
    ),
    assumed=Text(
        "Размещённое в другом месте размещено с нарушением.", "What is published elsewhere is a breach."
    ),
    asks=(asking.PUBLICATION,),
)


@asked
def published(place: str, evidence: str, needed: str | None, where: Text | None, *cites: Citation) -> Verdict:
    """Whether it was published where it must be; UNKNOWN where nothing says where."""
    holds = None if needed is None else place == needed
    return PUBLISHED.judge(
        holds, *cites, place=str(place), there=Place.worded(place), evidence=evidence, where=where
    )


@asked
def placed(place: str, evidence: str, duties: Iterable[Publication]) -> Verdict:
    """Whether what the law asks to publish is where the decree sends it; `duties` are all it publishes.

    Cites the decree and the order that it names; UNKNOWN where the decree says nothing of such documents.
    """
    for duty in duties:
        if duty.what == "law-documents":
            cites = [cite for cite in (duty.cite, duty.under) if cite is not None]
            return published(place, evidence, duty.place, duty.where, *cites)
    return published(place, evidence, None, None)
