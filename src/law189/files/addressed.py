"""Адрес, как его пишет юрист (an address as a lawyer writes it), and how a file writes it.

>>> in_file("п. 5.5 прил. 3"), in_file("подп. «а» п. 3.1"), in_file("п. 1 ч. 2 ст. 9"), in_file("разд. IV п. 2.1")
('app3.5.5', 'p3.1.а', 'art9.part2.item1', 'sec4.2.1')
>>> in_file("п. 3 и п. 4") is None, in_file("где-то") is None
(True, True)
"""

import re

from law189.law.address import normal

__all__ = ["in_file", "numbering_of", "several"]

_LONG = 120  # the most signs of an address
_NUMBER = r"(?:(?:№|N)\s*)?(?P<{0}>[0-9]+(?:[.,][0-9]+)*|[IVX]+)"
_LETTER = r"[«\"“(]?(?P<{0}>[а-яё])[»\"”)]*"
_PARTS = (
    ("annex", r"прил(?:ожени\w*|\.)?"),
    ("section", r"разд(?:ел\w*|\.)?"),
    ("article", r"ст(?:ать\w+|\.)?"),
    ("part", r"ч(?:аст\w+|\.)?"),
    ("below", r"(?:подп(?:ункт\w*|\.)?|пп\.?|абз(?:ац\w*|\.)?)"),
    ("item", r"п(?:ункт\w*|\.)?"),
)
_TOKEN = re.compile(
    r"\s*,?\s*(?:"
    + "|".join(
        rf"(?P<{name}>{word})\s*(?:{_NUMBER.format(name + '_n')}"
        + (rf"|{_LETTER.format(name + '_l')}" if name == "below" else "")
        + r")\.?"
        for name, word in _PARTS
    )
    + r")",
    re.IGNORECASE,
)
_ROMAN = {"I": 1, "V": 5, "X": 10}
_WHOLE = {"преамбула": "preamble", "преамбуле": "preamble", "наименование": "title", "весь акт": "act"}


def in_file(said: str) -> str | None:
    """The address of a file for one that is written as in a document; None where nobody can tell."""
    if len(said) > _LONG:
        return None
    said = said.replace("\u00a0", " ").strip()
    if re.fullmatch("[«“„\"'].*[»”“\"']", said):
        said = said[1:-1].strip()
    if said.lower() in _WHOLE:
        return _WHOLE[said.lower()]
    if law := re.match(r"([0-9]+)-?\s?(?:фз|fz)[\s,/]+(?=\S)", said, re.IGNORECASE):
        within = in_file(said[law.end() :])
        return None if within is None else f"{law[1]}-fz/{within}"
    found = _of_parts(said) or _of_slips(said)
    return found if found is not None and normal(found) is not None else None


def numbering_of(said: str, found: str) -> tuple[str, str] | None:
    """Which list of `act.numbering` says that the last number of the address is no item, and what stands in it.

    >>> numbering_of("абзац 2 пункта 3", "p3.2"), numbering_of("подп. 1 п. 2", "p2.1")
    (('paragraphs', 'p3'), ('subitems', 'p2'))
    >>> numbering_of("п. 3.2", "p3.2")
    """
    within, _, last = found.rpartition(".")
    if not within or not last.isdigit():
        return None
    if re.search(r"\bабз", said, re.IGNORECASE):
        return "paragraphs", within
    return ("subitems", within) if re.search(r"\b(?:подп|пп)", said, re.IGNORECASE) else None


def several(said: str) -> bool:
    """Whether more than one address seems to be written."""
    return (
        len(said) <= _LONG
        and re.search(r"[0-9a-zа-яё]\s*(?:[,;–—-]|\s[ии]\s)\s*(?:p|app|art|п)\w*\.?\s*[0-9]", said)
        is not None
    )


def _of_parts(said: str) -> str | None:
    """Words with numbers in any order, such as «п. 5.5 прил. 3»."""
    parts: dict[str, str] = {}
    at = 0
    while at < len(said):
        found = _TOKEN.match(said, at)
        if found is None or found.lastgroup is None:
            return None
        name = next(name for name, _ in _PARTS if found[name])
        if name in parts:
            return None
        parts[name] = _plain(found[f"{name}_n"]) or found["below_l"].lower()
        at = found.end()
    return _joined(parts)


def _plain(number: str | None) -> str:
    """The number with points; a Roman one in Arabic figures."""
    if number is None or number[0].isdigit():
        return (number or "").replace(",", ".")
    values = [_ROMAN[sign] for sign in number.upper()]
    after = [*values[1:], 0]
    return str(sum(-one if one < later else one for one, later in zip(values, after, strict=True)))


def _joined(parts: dict[str, str]) -> str | None:
    if "article" in parts:
        steps = [f"art{parts['article']}"]
        steps += [f"part{parts['part']}"] if "part" in parts else []
        steps += [f"item{parts['item']}"] if "item" in parts else []
    else:
        root = [f"app{parts['annex']}"] if "annex" in parts else []
        root += [f"sec{parts['section']}"] if "section" in parts else []
        item = parts.get("item")
        steps = root + ([] if item is None else [item if root else f"p{item}"])
    steps += [parts["below"]] if "below" in parts else []
    return ".".join(steps)


def _of_slips(said: str) -> str | None:
    """An address of the file's form but for blanks, capitals, a comma, a stray point, or the Russian letter п."""
    slim = re.sub(r"\s", "", said).replace(",", ".").lower().strip(".")
    slim = re.sub("^п(?=[0-9])", "p", slim)
    return f"p{slim}" if re.fullmatch(r"[0-9]+(\.[0-9]+)*", slim) else slim
