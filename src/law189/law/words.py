"""Слова полей (words): what the fields of an act and of a norm say of themselves."""

from law189.law.about import About

__all__ = [
    "ACT_ID",
    "ACT_TITLE",
    "CITE",
    "DATE",
    "DATIVE",
    "ENGLISH",
    "GENITIVE",
    "GRADE",
    "LABEL",
    "NOMINATIVE",
    "NUMBER",
    "NUMBERING",
    "PARAGRAPHS",
    "PUBLISHED_ON",
    "ROWS",
    "SINCE",
    "SUBITEMS",
    "UNTIL",
    "VALUE",
]

ACT_ID = About.of(
    "краткое имя акта",
    "short name of the act",
    "Строчные латинские буквы, цифры и дефис; с этого имени начинаются адреса в акте.",
    "Lower-case Latin letters, digits and hyphens; addresses in the act begin with it.",
    example="primersk-77",
)
NUMBER = About.of(
    "номер акта",
    "number of the act",
    "Номер, как его пишет источник; null, если акт назван без номера.",
    "The number as the source writes it; null where the act is named without one.",
    example="77",
)
DATE = About.of(
    "дата акта",
    "date of the act",
    "День, которым датирован акт; null, если источник его не называет.",
    "The day of the act; null where the source does not name it.",
    example="2023-09-25",
)
ACT_TITLE = About.of(
    "наименование акта",
    "title of the act",
    "О чём акт, как сказано в его заголовке.",
    "What the act is about, as its heading says.",
)
LABEL = About.of(
    "краткое обозначение",
    "label",
    "Как акт называют в предложении: в трёх падежах по-русски и по-английски.",
    "What a sentence calls the act: in three Russian cases and in English.",
)
NUMBERING = About.of(
    "нумерация",
    "numbering",
    "Что значат номера внутри акта там, где это не обычные пункты.",
    "What the numbers within the act mean where they are not plain items.",
)
PUBLISHED_ON = About.of(
    "день опубликования",
    "day of publication",
    "День официального опубликования, если он известен.",
    "The day of official publication, where it is known.",
)
GRADE = About.of(
    "степень известности",
    "grade",
    "Прочитан ли текст целиком, известен ли отрывок или так принято по смыслу.",
    "Whether the text was read in full, is known by an excerpt or is taken from the sense.",
)

NOMINATIVE = About.of(
    "именительный падеж",
    "nominative",
    "Обозначение акта, которое отвечает на вопрос «что».",
    "The label in the Russian nominative.",
    example="постановление № 77 от 25.09.2023",
)
GENITIVE = About.of(
    "родительный падеж",
    "genitive",
    "Обозначение акта, которое стоит после слова «пункт».",
    "The label in the Russian genitive, which stands after «item».",
    example="постановления № 77 от 25.09.2023",
)
DATIVE = About.of(
    "дательный падеж",
    "dative",
    "Обозначение акта, которое стоит после слов «приложение к».",
    "The label in the Russian dative, which stands after «annex to».",
    example="постановлению № 77 от 25.09.2023",
)
ENGLISH = About.of(
    "по-английски",
    "in English",
    "Обозначение акта для ответов на английском языке.",
    "The label of the act for answers in English.",
    example="decree No 77 of 25.09.2023",
)

SUBITEMS = About.of(
    "где стоят подпункты",
    "where sub-items stand",
    "Адреса пунктов, внутри которых номера обозначают подпункты.",
    "The addresses of items whose inner numbers are sub-items.",
    example="p3.1",
)
PARAGRAPHS = About.of(
    "где стоят абзацы",
    "where paragraphs stand",
    "Адреса пунктов, внутри которых номера обозначают абзацы без номера.",
    "The addresses of items whose inner numbers count unnumbered paragraphs.",
    example="p8",
)
ROWS = About.of(
    "где стоят строки таблицы",
    "where rows of a table stand",
    "Приложения-таблицы, внутри которых номера обозначают цель и строку.",
    "The annexes that are tables, whose inner numbers are a goal and a row.",
    example="app5",
)

VALUE = About.of(
    "значение",
    "value",
    "Что установлено по этому адресу.",
    "What is set at this address.",
)
CITE = About.of(
    "адрес нормы",
    "address",
    "Пункт, приложение или статья, где это сказано; перед адресом в другом акте стоит его имя.",
    "The item, annex or article that says it, after the name of the act where it is another.",
    example="app3.5.5",
)
SINCE = About.of(
    "начало действия",
    "first day",
    "С какого дня действует, включительно.",
    "The first day on which it holds.",
)
UNTIL = About.of(
    "конец действия",
    "last day",
    "По какой день действует, включительно.",
    "The last day on which it holds.",
)
