"""Замечания о лицах (lints of persons): a name of a person where an office belongs.

>>> from law189.profile.loader import load_profile
>>> list(person_named.find(load_profile("kemerovo").latest))
[]
>>> person_in("Иванов И.И., начальник управления"), person_in("И.о. начальника Управления Росгвардии")
('Иванов И.И.', None)
>>> person_in("директор школы им. Ю.А. Гагарина")  # a name of a school
"""

import re
from collections.abc import Iterator

from law189.law import Citation, Text
from law189.lints.lint import Place, Severity, declared
from law189.profile.edition import Edition

__all__ = ["person_in", "person_named"]

_WORD = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_INITIALS = r"(?!И\.\s?О\.\s?(?:Нач|Дир|Зав|Глав|Зам|Рук|Пред))[А-ЯЁ]\.\s?[А-ЯЁ]\."
_PATRONYMIC = (
    r"[А-ЯЁ][а-яё]+(?:ович|евич|ьич|[дктм]ич)(?:а|у|ем|е)?|[А-ЯЁ][а-яё]+(?:овн|евн|ичн|иничн)(?:а|ы|е|у)"
)
_PERSON = re.compile(
    rf"\b(?:{_WORD}\s{_INITIALS}|{_INITIALS}\s?{_WORD}|(?:{_WORD}\s)?{_WORD}\s(?:{_PATRONYMIC})\b)"
)
_NAMED_AFTER = re.compile(r"\b(?:им\.|имени|памяти)\s*\S+(?:\s+[А-ЯЁ]\S*)*|«[^»]*»|\"[^\"]*\"")
"""A name that an organisation has: after «имени», or within quotes."""
_LONG = 500  # the most signs of an office that are looked at


def person_in(said: str) -> str | None:
    """The first name of a person in the words of an office; None where there is none.

    A name is a surname with initials, on either side, or a name with a patronymic.
    """
    found = _PERSON.search(_NAMED_AFTER.sub(" ", said[:_LONG]))
    return None if found is None else found[0]


@declared(
    "A25",
    Severity.WARNING,
    Text("имя человека вместо должности", "the name of a person in place of an office"),
    Text(
        "Место задают должностью: при смене человека профиль не меняется, и личных данных в нём нет. Уберите имя, "
        "оставьте должность.",
        "A seat goes by its office, so that a change of persons changes nothing, and the profile holds no personal "
        "data. Remove the name and leave the office.",
    ),
)
def person_named(edition: Edition) -> Iterator[Place]:
    """Seats, their alternates, bodies and the control of the decree that name a person."""
    for cite, said in _offices(edition):
        name = person_in(said.ru)
        if name is not None:
            yield cite, Text(f"похоже на имя человека: «{name}»", f"this looks like a person: «{name}»")


def _offices(edition: Edition) -> Iterator[tuple[Citation, Text]]:
    group = edition.working_group
    for seat in () if group is None else group.seats:
        for said in (seat.office, seat.alternate):
            if said is not None:
                yield seat.cite, said
    for body in edition.bodies:
        yield body.cite, body.title
    if edition.control is not None:
        yield edition.control.basis, edition.control.value
