"""Услуги (services): what a service, a provider left out and a way of selection say of their fields."""

from law189.law import About, Source

__all__ = [
    "ATTENDANCE",
    "DIRECTION",
    "EXCLUDED_ID",
    "EXCLUDED_NAME",
    "LAW",
    "NUMBER",
    "NUMBERS",
    "SERVICES",
    "TITLE",
    "WAY",
]

NUMBER = About.of(
    "уникальный номер услуги",
    "unique number of the service",
    "Номер услуги знак в знак, как в перечне постановления.",
    "The number of the service sign for sign, as the decree's list has it.",
    example="804200О.99.0.ББ52АЕ11000",
)
TITLE = About.of(
    "наименование услуги",
    "title of the service",
    "Как услуга названа в перечне.",
    "What the list calls the service.",
)
DIRECTION = About.of(
    "направленность",
    "direction of the programme",
    "Направленность программы; null, если перечень её не указывает.",
    "The direction of the programme; null where the list states none.",
)
ATTENDANCE = About.of(
    "форма обучения",
    "form of attendance",
    "Очная, очно-заочная или иная, с применяемыми технологиями.",
    "Full-time, part-time or other, with the technologies used.",
)
EXCLUDED_ID = About.of(
    "имя наименования",
    "id of the kind name",
    "Латинское слово, которым это наименование называют в файле.",
    "The Latin word that the file calls this kind name by.",
    example="music-school",
)
EXCLUDED_NAME = About.of(
    "специальное наименование",
    "special kind name",
    "Наименование организации, чьи услуги постановление исключает.",
    "The kind name of an organisation whose services the decree leaves out.",
)
WAY = About.of(
    "способ отбора",
    "way of selection",
    "Отбор по социальному сертификату (certificate) или по конкурсу (competition); казённое учреждение "
    "(treasury-institution) и иной способ (other) — если акт их называет.",
    "Selection under certificates (certificate) or by competition (competition); a treasury institution "
    "(treasury-institution) and another way (other) where an act names them.",
)
LAW = About.of(
    "норма закона",
    "provision of the law",
    "Положение закона, на которое ссылается выбор способа.",
    "The provision of the law that the choice of the way refers to.",
    example="189-fz/art9.part2.item1",
)
NUMBERS = About.of(
    "номера этих услуг",
    "numbers of those services",
    "Номера услуг перечня, для которых выбран способ; без этого ключа — для всех.",
    "Numbers of services of the list for which the way is chosen; without this key for all of them.",
    source=Source.SERVICES,
)
SERVICES = About.of(
    "для каких услуг",
    "for which services",
    "Адрес, по которому источник говорит, для каких услуг выбран способ.",
    "The address at which the source says for which services the way is chosen.",
    example="p4",
)
