"""День опубликования (published): the day of official publication that an act gives, in one way or the other.

>>> published_day(date(2023, 9, 22), None, date(2023, 9, 29))
datetime.date(2023, 9, 29)
"""

from datetime import date

from law189.law.text import flaw, in_russian

__all__ = ["published_day"]


def published_day(issued: date | None, alone: date | None, with_place: date | None) -> date | None:
    """The day of publication, told alone or with its place (`published`); None where it is not told.

    Refused where the two differ, or where it is before the day of the act itself (`issued`).
    """
    if with_place is not None and alone not in (None, with_place):
        raise flaw(
            "published_twice",
            "день опубликования указан дважды и по-разному; оставьте published, уберите published_on",
            "the day of publication is given twice, in two ways; keep published, remove published_on",
        )
    day = with_place or alone
    if day is not None and issued is not None and day < issued:
        raise flaw(
            "published_before_its_day",
            f"акт опубликован {in_russian(day)}, а принят {in_russian(issued)}: опубликовать можно только принятый "
            "акт; исправьте день опубликования или date",
            f"the act is published on {day} and is of {issued}: only an act that is issued can be published; mend "
            "the day of publication, or date",
            within=("published", "on") if with_place is not None else ("published_on",),
        )
    return day
