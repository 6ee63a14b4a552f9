"""Толкование об исполнителе (providers): whether a sole proprietor who teaches alone needs a licence."""

from law189.law import Text
from law189.readings.reading import Reading

__all__ = ["P1"]

P1 = Reading(
    "P1",
    Text(
        "Предприниматель ведёт занятия один, без других педагогов: нужна ли ему лицензия, чтобы войти в реестр?",
        "A sole proprietor teaches alone, with no other teachers: does he need a licence to enter the register?",
    ),
    {
        "needed": Text(
            "да: лицензия — основание включения для каждого исполнителя",
            "yes: a licence is the ground of inclusion for every provider",
        ),
        "not_needed": Text(
            "нет: кто ведёт занятия один, входит в реестр без лицензии",
            "no: who teaches alone enters the register without one",
        ),
    },
    "needed",
    Text(
        "Оба постановления называют лицензию основанием включения и никого не исключают; закон об образовании "
        "для этой библиотеки не прочитан.",
        "Both decrees call the licence the ground of inclusion and except nobody; the law on education was not "
        "read for this library.",
    ),
    about="licence",
)
