"""Right forms, each of which says what the profile said before: nothing may be told of them."""

from mistakes import Right, right

TITLE = "title: {ru: О рабочей группе}"
SERVICE = '  - {number: "804200О.99.0.ББ52АЖ48000", title: {ru: Кружки}, cite: p1}'
QUORUM = "  quorum: {value: {at_least: 1/2, of: members}, cite: p3}"

RIGHT: list[Right] = [
    right("a share with spaces", "village", ("at_least: 1/2", "at_least: 1 / 2")),
    right("a share in quotes", "village", ("at_least: 1/2", 'at_least: "1/2"')),
    right("a share in single quotes", "village", ("at_least: 1/2", "at_least: '1/2'")),
    right("a share not reduced", "village", ("at_least: 1/2", "at_least: 2/4")),
    right("a day in quotes", "village", ("2024-01-15", '"2024-01-15"')),
    right("a day in single quotes", "village", ("2024-01-15", "'2024-01-15'")),
    right("a number in quotes", "village", ("number: 12", 'number: "12"')),
    right("a number in single quotes", "village", ("number: 12", "number: '12'")),
    right("spaces at the end of lines", "village", ("number: 12\n", "number: 12   \n"), ("p4}\n", "p4}  \n")),
    right("a tab at the end of a line", "village", ("number: 12\n", "number: 12\t\n")),
    right("a comment of its own", "village", ("services:", "# перечень услуг\nservices:")),
    right("a comment at the end of a line", "village", ("number: 12", "number: 12  # как в постановлении")),
    right("a comment deeper than its line", "village", ("services:", "services:\n        # перечень")),
    right("a comment with all the signs", "village", ("services:", "# «{[:'\"%&*!|>@`]}» — №\nservices:")),
    right(
        "a comment among the seats",
        "village",
        ("    - {id: member-2", "    # библиотека\n    - {id: member-2"),
    ),
    right(
        "empty lines", "village", ("services:", "\n\nservices:\n"), ("working_group:", "\n  \nworking_group:")
    ),
    right("an empty line at the beginning", "village", ("# Самое", "\n# Самое")),
    right("no end of line at the end", "village", ("present}, cite: p4}\n", "present}, cite: p4}")),
    right("a beginning of a document", "village", ("profile: selo", "---\nprofile: selo")),
    right("an end of a document", "village", ("present}, cite: p4}\n", "present}, cite: p4}\n...\n")),
    right("a line about the encoding", "village", ("# Самое", "%YAML 1.2\n---\n# Самое")),
    right(
        "keys in another order",
        "village",
        (
            "  number: 12\n  date: 2024-01-15\n  title: {ru: О рабочей группе}",
            "  title: {ru: О рабочей группе}\n  date: 2024-01-15\n  number: 12",
        ),
    ),
    right(
        "the name of the profile in another place",
        "village",
        ("profile: selo\n", ""),
        ("services:\n", "profile: selo\nservices:\n"),
    ),
    right("keys on lines of their own", "village", (TITLE, "title:\n    ru: О рабочей группе")),
    right("a deeper indent", "village", (TITLE, "title:\n          ru: О рабочей группе")),
    right(
        "a norm on lines of its own",
        "village",
        (QUORUM, "  quorum:\n    value:\n      at_least: 1/2\n      of: members\n    cite: p3"),
    ),
    right("a list without an indent", "village", (SERVICE, SERVICE[2:])),
    right("a deeper list", "village", (SERVICE, "      " + SERVICE[2:])),
    right(
        "an entry on lines of its own",
        "village",
        (SERVICE, '  - number: "804200О.99.0.ББ52АЖ48000"\n    title: {ru: Кружки}\n    cite: p1'),
    ),
    right(
        "a dash on a line of its own",
        "village",
        (SERVICE, '  -\n    number: "804200О.99.0.ББ52АЖ48000"\n    title: {ru: Кружки}\n    cite: p1'),
    ),
    right("a list in brackets", "village", ("services:\n" + SERVICE, "services: [" + SERVICE[4:] + "]")),
    right("a folded text", "village", (TITLE, "title:\n    ru: >-\n      О рабочей\n      группе")),
    right("a kept text", "village", (TITLE, "title:\n    ru: |-\n      О рабочей группе")),
    right("a text over two lines", "village", (TITLE, "title:\n    ru: О рабочей\n      группе")),
    right("braces over two lines", "village", (TITLE, "title: {\n    ru: О рабочей группе\n    }")),
    right("a comma at the end of braces", "village", (TITLE, "title: {ru: О рабочей группе,}")),
    right("a text in quotes", "village", (TITLE, 'title: {ru: "О рабочей группе"}')),
    right("a text in single quotes", "village", (TITLE, "title: {ru: 'О рабочей группе'}")),
    right("keys in quotes", "village", ("number: 12", '"number": 12')),
    right("spaces within braces", "village", (TITLE, "title: { ru:   О рабочей группе }")),
    right("spaces before a colon", "village", ("number: 12", "number : 12")),
    right(
        "a single id of a body",
        "city",
        ("responsible: [education, finance]", "responsible: [education , finance]"),
    ),
    right(
        "one responsible as a list",
        "city",
        ("half: 1}, responsible: education", "half: 1}, responsible: [education]"),
    ),
    right("a number with a point", "city", ('"12,5"', '"12.5"')),
    right("a number without quotes", "city", ('"12,5"', "12.5")),
    right("a month and a day in quotes", "city", ("day: 03-01", 'day: "03-01"')),
    right("a Cyrillic letter of an address", "city", ("cite: p5.б}", "cite: p5.b}")),
    right("a null for nothing", "village", ("services:", "licence: null\nservices:")),
    right("a tilde for nothing", "village", ("services:", "licence: ~\nservices:")),
    right("an empty list", "village", ("services:", "plan: []\nservices:")),
    right(
        "a decree that names its own act in an address",
        "village",
        ("of: members}, cite: p3", "of: members}, cite: selo/p3"),
    ),
]

OTHERWISE: list[Right] = [
    right("ё", "village", ("Кружки", "Кружки для всёх")),
    right("е for ё", "city", ("Отчёт об исполнении", "Отчет об исполнении")),
    right("a colon in quotes", "village", (TITLE, 'title: {ru: "О группе: состав"}')),
    right("a comma in quotes", "village", (TITLE, 'title: {ru: "О группе, её составе"}')),
    right("quotes of a document within a text", "village", (TITLE, "title: {ru: О группе «Содействие»}")),
    right(
        "straight quotes within a text", "village", (TITLE, 'title: {ru: О группе "Содействие" и её составе}')
    ),
    right("an apostrophe within a text", "village", (TITLE, "title: {ru: О группе д'Артаньяна}")),
    right("a dash within a text", "village", (TITLE, "title: {ru: О группе — её составе – и задачах}")),
    right("a colon without a space", "village", (TITLE, "title: {ru: О группе в 10:00}")),
    right("a number sign within a text", "village", (TITLE, "title: {ru: О группе № 1 (№ 2)}")),
    right("brackets of a text in quotes", "village", (TITLE, 'title: {ru: "О группе [состав] {1}"}')),
    right("Latin words in a text", "village", (TITLE, "title: {ru: Об IT-кубе и Wi-Fi для группы XXI века}")),
    right("a text with a question sign", "village", (TITLE, "title: {ru: О группе?}")),
    right("an acting officer", "village", ("библиотекарь", "И.о. начальника управления")),
    right("an office of the Guard", "village", ("библиотекарь", "начальник Управления Росгвардии")),
    right(
        "a school that has a name", "village", ("библиотекарь", "директор МБОУ «СОШ № 5 им. Ю.А. Гагарина»")
    ),
    right("offices in short", "village", ("библиотекарь", "специалист МБУ ДО по ФК и С")),
    right(
        "the region of the sample",
        "village",
        ("глава поселения}, cite: p5", "заместитель министра Кемеровской области — Кузбасса}, cite: p5"),
    ),
    right("a number with letters", "village", ("number: 12", "number: 12-п")),
    right("a number with a stroke", "village", ("number: 12", "number: 12/1")),
    right("an address of a letter", "village", ("of: members}, cite: p3", "of: members}, cite: p3.а")),
]
"""Right forms that say something else than before, and are right all the same."""
