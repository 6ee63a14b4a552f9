"""The glossary in Russian (glossary): the same rows as docs/reference/glossary.md, under headings in Russian.

`scripts/reference.py` writes the page. Rows are added to the page in English alone.
"""

import re
from pathlib import Path

PAGE = Path(__file__).parent.parent / "docs" / "reference" / "glossary.md"
HEAD = """# Словарь

Русский термин, его имя в коде и норма, которая его здесь определяет. Если одно и то же определяют оба
постановления, стоят оба адреса. Прочерк означает, что ни одна норма о нём не говорит: термин принадлежит самой
библиотеке.

Имя, которое есть в нескольких местах кода, написано вместе с местом: `order.Drafted` и `agreement.Drafted` —
проекты двух разных жизненных циклов. Поэтому перед состояниями и шагами каждого жизненного цикла стоит его имя.

Полноту страницы проверяет тест: каждое имя есть в коде и значит одно, каждый адрес упоминают профили или то, что
общее для всех муниципалитетов, у каждого открытого класса есть строка. Решают слова закона; пояснения намеренно
кратки.
"""
TITLES = {
    "Addresses and values": "Адреса и значения",
    "Answers": "Ответы",
    "Refusals": "Отказы",
    "The working group": "Рабочая группа",
    "The meeting": "Заседание",
    "Cases: parties, volumes, extracts": "Дела: стороны, объёмы, выписки",
    "The social order": "Социальный заказ",
    "The selection of providers": "Отбор исполнителей",
    "The agreement": "Соглашение",
    "The social certificate": "Социальный сертификат",
    "The contract": "Договор",
    "Documents and systems": "Документы и системы",
    "The decree and its profile": "Постановление и его профиль",
    "Plan and terms": "План и сроки",
    "Working days": "Рабочие дни",
    "Indicators": "Показатели",
    "The federal layer": "Федеральный слой",
    "Lifecycles and histories": "Жизненные циклы и истории",
    "The casebook": "Книга дел",
}
ENGLISH = "| Russian term | identifier | provision |"
COLUMNS = "| термин | имя в коде | норма |"


def glossary_ru() -> str:
    """The page. Raises `KeyError` on a heading that has no words in Russian."""
    _, *parts = re.split(r"^## (.+)$", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    told = [HEAD]
    for title, rows in zip(parts[::2], parts[1::2], strict=True):
        told += [f"## {TITLES[title]}\n", rows.strip().replace(ENGLISH, COLUMNS), ""]
    return "\n".join(told).rstrip() + "\n"
