"""Акты (acts): what an act relied on, an annex, a publication, a mention or a blank says of its fields."""

from law189.law import About, Source

__all__ = [
    "ACT_ID",
    "ALSO",
    "ALSO_CITE",
    "AMENDED_SINCE",
    "AMENDING_ACT",
    "ANNEX",
    "APPROVED",
    "AT",
    "BODY",
    "BODY_ID",
    "CHANGES",
    "DESCRIBED",
    "DO",
    "DOCUMENT",
    "LEFT_EMPTY",
    "MENTIONED",
    "NAME",
    "NAME_CITE",
    "NEW_CITE",
    "PLACE",
    "PUBLISHED",
    "RESPONSIBLE",
    "TO",
    "UNDER",
    "WHERE",
    "WHY",
]

ACT_ID = About.of(
    "краткое имя акта",
    "short name of the act",
    "Имя, под которым акт известен библиотеке или описан в профиле.",
    "The name under which the library knows the act or the profile describes it.",
    source=Source.ACTS,
    example="189-fz",
)
DESCRIBED = About.of(
    "описание акта",
    "the act itself",
    "Акт, которого библиотека не знает: вид, номер, дата, наименование, уровень, где прочитан и насколько.",
    "An act that the library does not know: kind, number, date, title, level, where it was read and how well.",
)
WHY = About.of(
    "для чего акт назван",
    "why the act is named",
    "Что этот акт даёт постановлению.",
    "What the decree takes from this act.",
)
ANNEX = About.of(
    "номер приложения",
    "number of the annex",
    "Каким приложением утверждено; без ключа приложение не имеет номера.",
    "By which annex it is approved; left out where the annex has no number.",
    example="3",
)
APPROVED = About.of(
    "что утверждено",
    "what is approved",
    "Как постановление называет утверждённое: состав, положение, план, таблица.",
    "What the decree calls it: a composition, a regulation, a plan, a table.",
)
DOCUMENT = About.of(
    "название документа",
    "name of the document",
    "Как называется утверждённый документ, если у него своя нумерация; адреса в нём начинаются с id.",
    "What the approved document is called where it has numbers of its own; its addresses begin with id.",
)
PUBLISHED = About.of(
    "что публикуется",
    "what is published",
    "Само постановление (decree) или документы по закону (law-documents).",
    "The decree itself (decree) or the documents under the law (law-documents).",
)
WHERE = About.of(
    "место словами",
    "place in words",
    "Где публикуется, словами постановления.",
    "Where it is published, in the words of the decree.",
)
PLACE = About.of(
    "вид места",
    "kind of place",
    "К какому виду относится место опубликования.",
    "The kind of place that this is.",
)
RESPONSIBLE = About.of(
    "кто обеспечивает",
    "who sees to it",
    "Орган, которому поручено опубликование, если он назван.",
    "The body charged with publication, where one is named.",
    source=Source.BODIES,
)
UNDER = About.of(
    "порядок размещения",
    "rules of publication",
    "Адрес акта, по которому размещают.",
    "The address of the act under which it is published.",
    example="minfin-243n/act",
)
MENTIONED = About.of(
    "название в тексте",
    "name in the text",
    "Как орган назван в этом месте постановления.",
    "What this place of the decree calls the body.",
)
BODY = About.of(
    "орган",
    "body",
    "Какой это орган профиля; null, если текст этого не определяет.",
    "Which body of the profile it is; null where the text does not say.",
    source=Source.BODIES,
)
NAME = About.of(
    "основное название",
    "first name",
    "Как это названо в первом месте.",
    "What the first place calls it.",
)
NAME_CITE = About.of(
    "адрес основного названия",
    "address of the first name",
    "Где стоит основное название.",
    "Where the first name stands.",
    example="p2.4",
)
ALSO = About.of(
    "другое название",
    "other name",
    "Как это же названо в другом месте.",
    "What another place calls the same thing.",
)
ALSO_CITE = About.of(
    "адрес другого названия",
    "address of the other name",
    "Где стоит другое название.",
    "Where the other name stands.",
    example="app4.4",
)
LEFT_EMPTY = About.of(
    "что не заполнено",
    "what is left empty",
    "Чего в этом месте не хватает: дня, номера, названия.",
    "What the place lacks: a day, a number, a name.",
)
BODY_ID = About.of(
    "имя органа",
    "id of the body",
    "Латинское слово, которым орган называют в этом и в других файлах.",
    "The Latin word that this file and others call the body by.",
    example="education",
)

AMENDING_ACT = About.of(
    "изменяющее постановление",
    "amending act",
    "Постановление, которым внесены изменения.",
    "The decree that makes the changes.",
)
AMENDED_SINCE = About.of(
    "начало действия изменений",
    "first day of the changes",
    "С какого дня действует новая редакция, включительно.",
    "The first day on which the new edition holds.",
)
CHANGES = About.of(
    "что изменено",
    "what is changed",
    "Изменения по одному, в том порядке, в каком их вносят.",
    "The changes one by one, in the order in which they are made.",
)
DO = About.of(
    "действие",
    "what is done",
    "Новое значение (set), новая запись перечня (add) или исключение записи (repeal).",
    "A new value (set), a new entry of a list (add) or the repeal of an entry (repeal).",
)
AT = About.of(
    "место изменения",
    "path to the change",
    "Ключи от общего к частному; запись перечня называют по её адресу, id или kind.",
    "Keys from the top down; an entry of a list is named by its address, id or kind.",
    example="working_group",
)
TO = About.of(
    "новое значение",
    "new value",
    "То, что теперь стоит в этом месте; при исключении записи его нет.",
    "What stands there now; there is none where an entry is repealed.",
)
NEW_CITE = About.of(
    "адрес изменённой нормы",
    "address of the changed norm",
    "Где теперь сказано то, что изменилось: в изменяющем акте или в новой редакции; можно назвать прежний адрес.",
    "Where what has changed is said now: in the amending act or in the amended text; the same address will do.",
    example="primersk-12/p1.1",
)
