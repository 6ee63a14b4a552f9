"""Замечания о документах (lints of the documents): a form that nothing can keep.

>>> from law189.profile.loader import load_profile
>>> [cite.address for cite, _ in formed_by_no_system.find(load_profile("novokuznetsk_district").latest)]
['p6.1.1', 'p6.1.2']
>>> list(formed_by_no_system.find(load_profile("kemerovo").latest))
[]
"""

from collections.abc import Iterator

from law189.law import Text
from law189.lints.lint import Place, Severity, declared
from law189.profile.edition import Edition

__all__ = ["formed_by_no_system"]


@declared(
    "A8",
    Severity.NOTICE,
    Text("электронный документ, который никто не формирует", "an electronic document that no system forms"),
    Text(
        "Документ должен быть электронным, но ни одна система не названа для его формирования. Назовите её, "
        "иначе исполнить форму нечем.",
        "The document must be electronic, but no system is named that forms it. Name one, or the form cannot "
        "be kept.",
    ),
)
def formed_by_no_system(edition: Edition) -> Iterator[Place]:
    """Electronic documents that no listed system forms."""
    formed = {kind for system in edition.systems for kind in system.forms}
    for document in edition.documents:
        if document.form == "electronic" and document.kind not in formed:
            yield (
                document.cite,
                Text(
                    f"не названа система для документа: {document.title.ru}",
                    f"no system is named for the document: {document.title.en}",
                ),
            )
