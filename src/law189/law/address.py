"""Адрес нормы (address): its form, its one way of writing, and how a lawyer writes it in Russian and in English.

| address | in Russian |
|---|---|
| `act`, `preamble`, `title` | the act as a whole, its preamble, its title |
| `p3.1`, `p3.1.а` | п. 3.1; подп. «а» п. 3.1 |
| `sec4.2.1` | п. 2.1 разд. IV |
| `art20.part1.item2` | п. 2 ч. 1 ст. 20 |
| `app3.5.5`, `app.5`, `app3.sec4.2` | п. 5.5 прил. 3; п. 5 прил. (the only annex); п. 2 разд. IV прил. 3 |
| `app5.tab2.row3`, `app5.note1` | строка 3 табл. 2 прил. 5; примечание 1 прил. 5 |
| `reg.2.1` | п. 2.1 of the document that the act approves under the id `reg` |

A letter may be typed in Cyrillic or by its Latin transliteration (`в` is `v`, `ж` is `zh`): both are one address.

>>> normal("p3.1.ж")
'p3.1.zh'
>>> normal("annex 3") is None
True
>>> worded("app3.sec4.2.1").ru
'п. 2.1 разд. IV прил. 3'
"""

import re
from collections.abc import Collection

from law189.law.text import Text

__all__ = ["FORM", "RESERVED", "WHOLE", "letter_of", "normal", "root_of", "worded"]

_LETTERS = {
    **dict(zip("абвгдезиклмнопрстуф", "abvgdeziklmnoprstuf", strict=True)),
    "ё": "yo",
    "ж": "zh",
    "й": "j",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "э": "eh",
    "ю": "yu",
    "я": "ya",
}
_CYRILLIC = {latin: letter for letter, latin in _LETTERS.items()}
RESERVED = ("act", "preamble", "title", "p", "sec", "art", "part", "item", "app", "tab", "row", "note")
"""Words of an address, which no document that an act approves may have as its id."""
WHOLE = {
    "act": None,
    "preamble": Text("преамбула", "preamble"),
    "title": Text("наименование", "title"),
}
"""What has no number within an act; None is the act itself."""

_LETTER = "(shch|ch|eh|kh|sh|ts|ya|yo|yu|zh|[abd-gi-pr-vz]|[а-щэ-яё])"
_TAIL = rf"(\.[0-9]+)*(\.{_LETTER})?"
_SECTION = rf"sec[1-9][0-9]?{_TAIL}"
_ARTICLE = rf"art[0-9]+(\.[0-9]+)*(\.part[0-9]+)?(\.item[0-9]+)?(\.{_LETTER})?"
_WITHIN = rf"({_TAIL}|\.{_SECTION}|(\.tab[0-9]*(\.row[0-9]+)?)?(\.note[0-9]*)?)"
_DOCUMENT = rf"(?!({'|'.join(RESERVED)})(\.|$))[a-z]+"
FORM = rf"act|preamble|title|{_ARTICLE}|p[0-9]+{_TAIL}|{_SECTION}|(app[0-9]*|{_DOCUMENT}){_WITHIN}"
"""The form of an address, as Python and JSON Schema both read it; which documents there are the act knows."""
_PARSED = re.compile(FORM)
_DIGITS = "0123456789"


def normal(address: str) -> str | None:
    """The address as it is kept, with Latin letters; None where it has no such form."""
    if _PARSED.fullmatch(address) is None:
        return None
    return ".".join([_LETTERS.get(step, step) for step in address.split(".")])


def root_of(address: str) -> str:
    """The annex or the document in which the address stands: `app3`, `reg`; empty in the body of the act."""
    first = address.partition(".")[0]
    within = first.startswith("app") or (first.isalpha() and first not in RESERVED)
    return first if within else ""


def letter_of(step: str) -> str | None:
    """The Cyrillic letter that a step of a normal address stands for (`zh` for ж); None where it is none."""
    return _CYRILLIC.get(step)


def worded(
    address: str,
    subitems: Collection[str] = (),
    paragraphs: Collection[str] = (),
    rows: Collection[str] = (),
) -> Text | None:
    """What the normal address says within its act, such as «подп. 1 п. 3.1»; None for a document as a whole.

    The three lists say what the act's own numbers mean where they are not plain items.
    """
    if address in WHOLE:
        return WHOLE[address]
    if address.startswith("art"):
        return _article(address)
    root = root_of(address)
    above = _annex(root) if root.startswith("app") else None
    inner = address.removeprefix(root).removeprefix(".") if root else address
    if not inner:
        return above
    return _joined(_within(root, inner, subitems, paragraphs, rows), above)


def _annex(root: str) -> Text:
    number = root.removeprefix("app")
    return Text(f"прил. {number}", f"annex {number}") if number else Text("прил.", "annex")


def _joined(below: Text, above: Text | None) -> Text:
    """«п. 5.5» of «прил. 3»: abbreviated words have no case."""
    return below if above is None else Text(f"{below.ru} {above.ru}", f"{below.en} of {above.en}")


def _within(
    root: str, inner: str, subitems: Collection[str], paragraphs: Collection[str], rows: Collection[str]
) -> Text:
    """What stands in the body of an act, in an annex or in a document."""
    steps = inner.split(".")
    word = steps[0].rstrip(_DIGITS)
    number = steps[0].removeprefix(word)
    if word in ("tab", "note"):
        return _table_or_note(steps)
    letter = steps.pop() if steps[-1] in _CYRILLIC else None
    if root and root in rows:
        found: Text | None = _row(steps, genitive=letter is not None)
    elif word == "sec":
        section = Text(f"разд. {_roman(int(number))}", f"section {_roman(int(number))}")
        at = f"{root}.{steps[0]}" if root else steps[0]
        items = _items(at, steps[1:], subitems, paragraphs)
        found = section if items is None else _joined(items, section)
    elif root:
        found = _items(root, steps, subitems, paragraphs)
    else:
        found = _items("", ["p" + number, *steps[1:]], subitems, paragraphs)
    if letter is None:
        assert found is not None, "an address has a step besides its letter"
        return found
    return _joined(Text(f"подп. «{_CYRILLIC[letter]}»", f"sub-item ({letter})"), found)


def _items(
    root: str, steps: list[str], subitems: Collection[str], paragraphs: Collection[str]
) -> Text | None:
    """«подп. 1 п. 3.1», «абз. 2 п. 8» or plain «п. 5.5»; None where there is no number."""
    if not steps:
        return None
    parent = ".".join(filter(None, (root, *steps[:-1])))
    for parents, ru, en in ((subitems, "подп.", "sub-item"), (paragraphs, "абз.", "paragraph")):
        if parent and parent in parents:
            below = Text(f"{ru} {steps[-1]}", f"{en} {steps[-1]}")
            return _joined(below, _items(root, steps[:-1], subitems, paragraphs))
    whole = ".".join(steps).removeprefix("p")
    return Text(f"п. {whole}", f"item {whole}")


def _row(steps: list[str], *, genitive: bool) -> Text | None:
    """«строка 3 цели 1» of a table of goals; in the genitive where a letter stands before it."""
    if not steps:
        return None
    goal, *row = steps
    if row:
        which = ".".join(row)
        word = "строки" if genitive else "строка"
        return Text(f"{word} {which} цели {goal}", f"row {which} of goal {goal}")
    return Text(f"{'цели' if genitive else 'цель'} {goal}", f"goal {goal}")


def _table_or_note(steps: list[str]) -> Text:
    """«строка 3 табл. 2», «примечание 1 табл. 2», «примечание»."""
    names = {
        "tab": ("табл.", "table"),
        "row": ("строка", "row"),
        "note": ("примечание", "note"),
    }
    found: Text | None = None
    for step in steps:
        word = step.rstrip(_DIGITS)
        number = step.removeprefix(word)
        ru, en = names[word]
        if found is not None and found.ru.startswith("строка"):
            found = Text(f"строки{found.ru.removeprefix('строка')}", found.en)
        here = Text(f"{ru} {number}".strip(), f"{en} {number}".strip())
        found = _joined(here, found)
    assert found is not None, "an address has steps"
    return found


def _article(address: str) -> Text:
    """«п. 1 ч. 2 ст. 9»: from the inmost part to the article."""
    names = {"part": ("ч.", "part"), "item": ("п.", "item")}
    first, *steps = address.removeprefix("art").split(".")
    while steps and steps[0].isdigit():
        first += f".{steps.pop(0)}"
    ru, en = f"ст. {first}", f"article {first}"
    for step in steps:
        if step in _CYRILLIC:
            ru, en = f"подп. «{_CYRILLIC[step]}» {ru}", f"sub-item ({step}) of {en}"
        else:
            here, there = names[step[:4]]
            ru, en = f"{here} {step[4:]} {ru}", f"{there} {step[4:]} of {en}"
    return Text(ru, en)


def _roman(number: int) -> str:
    """The number of a section in Roman numerals, from I to XCIX."""
    tens = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")
    ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return tens[number // 10] + ones[number % 10]
