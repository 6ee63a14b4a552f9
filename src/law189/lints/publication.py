"""Замечания о публикации (lints of publication): words of a place that are those of another place.

>>> from law189.profile.loader import load_profile
>>> list(words_of_another_place.find(load_profile("kemerovo").latest))
[]
"""

import re
from collections.abc import Iterator, Mapping

from law189.law import Text
from law189.lints.lint import Place as At
from law189.lints.lint import Severity, declared
from law189.profile.acts import Place
from law189.profile.edition import Edition

__all__ = ["words_of_another_place"]

WORDS: Mapping[Place, str] = {
    Place.BUDGET_PORTAL: r"портал\w* бюджетной системы|portal of the budget system",
    Place.OWN_SITE: r"\bсайт|\bsite\b|website",
    Place.PRESS: r"\bгазет|печатн\w+ издани|\bnewspaper|\bpress\b|\bgazette",
}
"""How a decree calls each place, whatever else it says."""


@declared(
    "A37",
    Severity.WARNING,
    Text("место опубликования названо двояко", "a place of publication called two ways"),
    Text(
        "Слова where называют не то место, что place, а шаги судят по place: размещённое по словам акта окажется "
        "нарушением. Исправьте place или where по акту.",
        "The words of where name another place than place does, and steps are judged by place: what is published "
        "as the words say would be a breach. Mend place or where by the act.",
    ),
)
def words_of_another_place(edition: Edition) -> Iterator[At]:
    """Duties to publish whose words name another place, and not their own."""
    for duty in edition.publication:
        said = f"{duty.where.ru}\n{duty.where.en}"
        named = [place for place, words in WORDS.items() if re.search(words, said, re.IGNORECASE)]
        if duty.place is not None and named and duty.place not in named:
            own, theirs = duty.place.text, duty.where
            yield (
                duty.cite,
                Text(
                    f"place — «{own.ru}», а where — «{theirs.ru}»",
                    f"place is «{own.en}», where «{theirs.en}»",
                ),
            )
