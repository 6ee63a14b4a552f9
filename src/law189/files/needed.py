"""Что нужно (needed): what a value must be, in words, by the reason for which it is refused.

>>> NEEDED["int_type"].en
'a whole number without quotes is needed'
"""

from law189.law import Text

__all__ = ["CLOCK", "FORMS", "LIST_QUOTED", "NEEDED", "WORDS"]

LIST_QUOTED = Text("нужен список (в квадратных скобках)", "a list (in square brackets) is needed")
NEEDED = {
    "string_type": Text("нужен текст", "text is needed"),
    "int_type": Text("нужно целое число без кавычек", "a whole number without quotes is needed"),
    "bool_type": Text("нужно true или false без кавычек", "true or false without quotes is needed"),
    "tuple_type": Text("нужен список (каждая запись с дефиса)", "a list (each entry after a dash) is needed"),
    "model_type": Text("нужны ключи со значениями", "keys with values are needed"),
}
for _kind in ("dict_type", "model_attributes_type", "dataclass_type"):
    NEEDED[_kind] = NEEDED["model_type"]
NEEDED["bool_parsing"] = NEEDED["bool_type"]

WORDS = {
    "string_too_short": Text("пустой текст; впишите значение", "empty text; write the value"),
    "greater_than_equal": Text(
        "{input} меньше допустимого; нужно не меньше {ge}", "{input} is too small; at least {ge} is needed"
    ),
    "less_than_equal": Text(
        "{input} больше допустимого; нужно не больше {le}", "{input} is too large; at most {le} is needed"
    ),
    "too_short": Text(
        "записей: {actual_length}; нужно не менее {min_length}",
        "entries: {actual_length}; at least {min_length} needed",
    ),
}

CLOCK = r"^([01]?[0-9]|2[0-3])[:.][0-5][0-9]$"
"""A time of day as minutes have it."""
FORMS = {
    CLOCK: Text("часы и минуты, например 10:00", "hours and minutes, such as 10:00"),
    r"^[0-9a-f]{64}$": Text("64 знака: цифры и буквы от a до f", "64 signs: digits and the letters a to f"),
    r"^[a-z0-9]+(-[a-z0-9]+)*$": Text(
        "строчные латинские буквы, цифры и дефисы между ними, например kemerovo-2993",
        "small Latin letters, digits and hyphens between them, such as kemerovo-2993",
    ),
    r"^([a-z0-9-]+/)?[a-z0-9а-яё_.-]*$": Text(
        "адрес или слово строчными латинскими буквами, например app4.4 или order-2024",
        "an address or a word in small Latin letters, such as app4.4 or order-2024",
    ),
    r"^[a-z]+(_[a-z]+)*$": Text(
        "строчные латинские буквы и подчёркивания между ними, например novokuznetsk_district",
        "small Latin letters and underscores between them, such as novokuznetsk_district",
    ),
    r"^[a-z]+(-[a-z]+)*$": Text(
        "строчные латинские буквы и дефисы между ними, например plan-measures",
        "small Latin letters and hyphens between them, such as plan-measures",
    ),
    r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$": Text(
        "строчные латинские буквы, цифры и дефисы между ними, например experts-1",
        "small Latin letters, digits and hyphens between them, such as experts-1",
    ),
    r"^[a-z]+$": Text("строчные латинские буквы, например plan", "small Latin letters, such as plan"),
    r"^[a-z]+\.[a-z_]+$": Text(
        "два слова строчными латинскими буквами через точку, например order.approved",
        "two words in small Latin letters with a point between, such as order.approved",
    ),
    r"^[a-z0-9_.-]+$": Text(
        "строчные латинские буквы, цифры, точки, дефисы и подчёркивания, например order.approved или app4.4",
        "small Latin letters, digits, points, hyphens and underscores, such as order.approved or app4.4",
    ),
    r"^invited-[1-9][0-9]*$": Text("invited-1, invited-2 и так далее", "invited-1, invited-2 and so on"),
    r"^(chair|co-chair-[1-9][0-9]*|deputy(-[1-9][0-9]*)?|secretary|member-[1-9][0-9]*|invited-[1-9][0-9]*)$": Text(
        "chair, co-chair-1, deputy, secretary, member-1, invited-1 и так далее",
        "chair, co-chair-1, deputy, secretary, member-1, invited-1 and so on",
    ),
    r"^(chair|co-chair-[1-9][0-9]*|deputy(-[1-9][0-9]*)?|secretary|member-[1-9][0-9]*)$": Text(
        "chair, co-chair-1, deputy, deputy-1, secretary или member-1, member-2 и так далее",
        "chair, co-chair-1, deputy, deputy-1, secretary, or member-1, member-2 and so on",
    ),
}
