"""Замечания о показателях (lints of the indicators): what is left blank, and who answers for them.

>>> from law189.profile.loader import load_profile
>>> [cite.address for cite, _ in nobody_reports.find(load_profile("kemerovo").latest)]
['app5']
>>> list(nobody_reports.find(load_profile("novokuznetsk_district").latest))
[]
"""

from collections.abc import Iterator

from law189.law import Text
from law189.lints.lint import Place, Severity, declared
from law189.profile.edition import Edition

__all__ = ["left_blank", "nobody_reports"]


@declared(
    "A4",
    Severity.WARNING,
    Text("пропуск, который забыли заполнить", "a blank that nobody filled in"),
    Text(
        "Место для года, даты, номера или названия осталось пустым: значение нельзя применить. Заполните его "
        "изменением.",
        "The place of a year, date, number or name was left empty: the value cannot be applied. Fill it by an "
        "amendment.",
    ),
)
def left_blank(edition: Edition) -> Iterator[Place]:
    """Indicator years that the source leaves blank, and other blanks that the profile records."""
    for indicator in edition.indicators:
        for value, words in (
            (indicator.base, Text("базовой величины", "the base")),
            (indicator.every_target[0], Text("целевого ориентира", "the target")),
        ):
            if value is not None and value.year is None:
                yield (
                    indicator.cite,
                    Text(f"год {words.ru} не указан", f"the year of {words.en} is not given"),
                )
    for blank in edition.blanks:
        yield blank.cite, blank.what


@declared(
    "A15",
    Severity.NOTICE,
    Text("за показатели никто не отвечает", "nobody answers for the indicators"),
    Text(
        "Графа ответственного пуста: неясно, кто сообщает значения. Назовите ответственного.",
        "The column of who is responsible is empty: it is unclear who reports. Name somebody.",
    ),
)
def nobody_reports(edition: Edition) -> Iterator[Place]:
    """Indicators without a responsible body, reported once for their table."""
    blank = [indicator for indicator in edition.indicators if indicator.responsible is None]
    if blank:
        table = blank[0].cite.address.partition(".")[0]
        yield (
            edition.cite(table),
            Text(f"показателей без ответственного: {len(blank)}", f"indicators with nobody: {len(blank)}"),
        )
