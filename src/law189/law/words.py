"""Слова полей (words): what the fields of an act and of a norm say of themselves."""

from law189.law.about import About

__all__ = [
    "ACT_DOCUMENTS",
    "ACT_ID",
    "ACT_KIND",
    "ACT_TITLE",
    "CITE",
    "CITED_ACT",
    "CITED_ADDRESS",
    "CITED_LABEL",
    "DATE",
    "DATIVE",
    "DOCUMENT_ENGLISH",
    "DOCUMENT_GENITIVE",
    "DOCUMENT_ID",
    "DOCUMENT_NAME",
    "ENGLISH",
    "GENITIVE",
    "GRADE",
    "ISSUED_BY",
    "LABEL",
    "LEVEL",
    "NOMINATIVE",
    "NUMBER",
    "NUMBERING",
    "PARAGRAPHS",
    "PUBLISHED",
    "PUBLISHED_DAY",
    "PUBLISHED_ON",
    "PUBLISHED_WHERE",
    "READ_AT",
    "ROWS",
    "SINCE",
    "SUBITEMS",
    "UNTIL",
    "VALUE",
]

ACT_ID = About.of(
    "краткое имя акта",
    "short name of the act",
    "Строчные латинские буквы, цифры и дефис; с этого имени начинаются адреса в акте; без ключа это имя профиля, а "
    "у другого акта вид и номер (decree-77).",
    "Lower-case Latin letters, digits and hyphens; addresses in the act begin with it; left out, it is the name of "
    "the profile, or kind and number (decree-77) for another act.",
    example="primersk-77",
)
ACT_KIND = About.of(
    "вид акта",
    "kind of act",
    "Слово, с которого начинается акт; без ключа — постановление.",
    "The Russian word that the act begins with; a decree where it is left out.",
    example="распоряжение",
)
ISSUED_BY = About.of(
    "кто принял",
    "issued by",
    "Орган или должностное лицо, которые приняли акт.",
    "The body or the office that issued the act.",
)
LEVEL = About.of(
    "уровень акта",
    "level of the act",
    "Федеральный, региональный или муниципальный.",
    "Federal, regional or municipal.",
)
READ_AT = About.of(
    "где прочитан",
    "where it was read",
    "Источник, по которому акт прочитан: издание, сайт, папка.",
    "The source in which the act was read: a journal, a site, a folder.",
    example="официальный сайт администрации",
)
ACT_DOCUMENTS = About.of(
    "утверждённые документы",
    "documents it approves",
    "Документы со своей нумерацией, которые утвердил акт; у постановления профиля их называют в approvals.",
    "Documents with numbers of their own that the act approves; approvals name those of the profile's decree.",
)
DOCUMENT_ID = About.of(
    "имя документа в адресах",
    "name of the document in addresses",
    "Строчные латинские буквы; с него начинается адрес в документе, как reg.2.1.",
    "Lower-case Latin letters; an address in the document begins with it, such as reg.2.1.",
    example="reg",
)
DOCUMENT_NAME = About.of(
    "название документа",
    "name of the document",
    "Как называется документ в именительном падеже.",
    "What the document is called, in the Russian nominative.",
    example="Положение",
)
DOCUMENT_GENITIVE = About.of(
    "название в родительном падеже",
    "name in the genitive",
    "Как называется документ после слова «пункт».",
    "What the document is called after «item», in the Russian genitive.",
    example="Положения",
)
DOCUMENT_ENGLISH = About.of(
    "название по-английски",
    "name in English",
    "Как называется документ в ответах на английском языке.",
    "What the document is called in answers in English.",
    example="Regulation",
)
PUBLISHED = About.of(
    "опубликование акта",
    "publication of the act",
    "День и место официального опубликования, если они известны.",
    "The day and the place of official publication, where they are known.",
)
PUBLISHED_DAY = About.of(
    "когда опубликован",
    "day of it",
    "День официального опубликования.",
    "The day of official publication.",
    example="2023-09-29",
)
PUBLISHED_WHERE = About.of(
    "где опубликован",
    "place of it",
    "Издание или сайт, где акт официально опубликован.",
    "The journal or the site where the act was officially published.",
    example="газета «Кемерово»",
)
NUMBER = About.of(
    "номер акта",
    "number of the act",
    'Номер, как его пишет источник: 77, "77" или 345-п; без ключа акт назван без номера.',
    "The number as the source writes it, with or without quotes; left out where the act is named without one.",
    example="77",
)
DATE = About.of(
    "дата акта",
    "date of the act",
    "День, которым датирован акт; без ключа источник его не называет.",
    "The day of the act; left out where the source does not name it.",
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
    "Как акт называют в предложении: в трёх падежах по-русски и по-английски; чего нет, то составляют из вида, "
    "номера и даты.",
    "What a sentence calls the act: in three Russian cases and in English; what is left out is made of the kind, "
    "the number and the date.",
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
CITED_ACT = About.of("акт", "act", "Код акта.", "The id of the act.")
CITED_ADDRESS = About.of(
    "адрес", "address", "Место в акте, как app3.5.5.", "The place in the act, such as app3.5.5."
)
CITED_LABEL = About.of("словами", "in words", "Как пишет юрист.", "How a lawyer writes it.")
