"""Месяцы (months): what a month is called, in the cases in which acts and tables write it.

>>> MONTHS[0].en, GENITIVES[0], LOCATIVES[0]
('January', 'января', 'январе')
>>> {NUMBERS[name] for name in ("май", "мая", "мае")}
{5}
"""

from collections.abc import Mapping

from law189.law import Text

__all__ = ["GENITIVES", "LOCATIVES", "MONTHS", "NUMBERS"]

MONTHS = (
    *(Text("январь", "January"), Text("февраль", "February"), Text("март", "March"), Text("апрель", "April")),
    *(Text("май", "May"), Text("июнь", "June"), Text("июль", "July"), Text("август", "August")),
    *(Text("сентябрь", "September"), Text("октябрь", "October"), Text("ноябрь", "November")),
    Text("декабрь", "December"),
)
GENITIVES = (
    *("января", "февраля", "марта", "апреля", "мая", "июня"),
    *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
)
"""What a month is called after the number of a day."""
LOCATIVES = tuple(f"{name[:-1]}е" for name in GENITIVES)
"""What a month is called after «в»."""
NUMBERS: Mapping[str, int] = {
    name: number
    for names in (tuple(one.ru for one in MONTHS), GENITIVES, LOCATIVES)
    for number, name in enumerate(names, start=1)
}
"""The number of each month by each of its names."""
