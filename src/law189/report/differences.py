r"""Различия в словах (differences told): what differs between two editions, line by line, for a person to read.

>>> from law189.audit.compare import compare
>>> from law189.profile.loader import load_profile
>>> kemerovo, district = (load_profile(name).latest for name in ("kemerovo", "novokuznetsk_district"))
>>> print(*list(tell_differences(compare(kemerovo, kemerovo), (kemerovo, kemerovo), "ru")), sep="\n")
А — Город Кемерово: постановление № 2993 от 22.09.2023
Б — Город Кемерово: постановление № 2993 от 22.09.2023
По смыслу различий нет.
"""

from collections.abc import Iterable, Iterator

from law189.audit.compare import Difference
from law189.law import Citation, Lang, Text
from law189.profile.edition import Edition

__all__ = ["tell_differences"]

SIDES = {"a": Text("А", "A"), "b": Text("Б", "B")}
NOTHING = Text("По смыслу различий нет.", "Nothing differs in meaning.")
FOUND = Text("Различий по смыслу", "Differences in meaning")
WORDS = Text(
    "Сказано разными словами; о том же ли это, решает человек",
    "Said in different words; whether it comes to the same is for a person to judge",
)
STRICTER = Text("строже", "stricter")


def tell_differences(found: Iterable[Difference], of: tuple[Edition, Edition], lang: Lang) -> Iterator[str]:
    """The two sides, then every difference with both values, both addresses and which side is stricter.

    What both sides say in free words stands last, under a heading of its own.
    """
    for side, edition in zip(SIDES.values(), of, strict=True):
        yield f"{side[lang]} — {edition.title[lang]}: {edition.act.cite('act').label[lang]}"
    told = list(found)
    if not told:
        yield NOTHING[lang]
        return
    for heading, in_words in ((FOUND, False), (WORDS, True)):
        some = [one for one in told if one.in_words is in_words]
        if some:
            yield ""
            yield f"{heading[lang]}: {len(some)}"
            for one in some:
                yield from _told(one, lang)


def _told(one: Difference, lang: Lang) -> Iterator[str]:
    yield f"  {one.title[lang]} [{one.path}]"
    for side, words, cite in ((SIDES["a"], one.a, one.a_cite), (SIDES["b"], one.b, one.b_cite)):
        yield f"    {side[lang]}: {' '.join(words[lang].splitlines())}{_at(cite, lang)}"
    if one.stricter is not None:
        yield f"    {STRICTER[lang]}: {SIDES[one.stricter][lang]}"


def _at(cite: Citation | None, lang: Lang) -> str:
    return "" if cite is None else f" ({cite.label[lang]})"
