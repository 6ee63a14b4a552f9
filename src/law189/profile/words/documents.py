"""Документы (documents): what a document, a rule on paper and an information system say of their fields."""

from law189.law import About

__all__ = [
    "ASKS",
    "CONDITION",
    "ENDED_ON",
    "FORM",
    "FORMS",
    "FORMS_CITE",
    "FORMS_OTHERS",
    "KIND",
    "ON_PAPER",
    "SYSTEM_ID",
    "UNTIL_EVENT",
]

KIND = About.of(
    "вид документа",
    "kind of document",
    "Какой это документ из известных библиотеке.",
    "Which of the documents known to the library this is.",
)
FORM = About.of(
    "форма документа",
    "form of the document",
    "В какой форме им обмениваются: электронной или бумажной.",
    "The form in which it is exchanged: electronic or paper.",
)
ASKS = About.of(
    "о чём просят одним заявлением",
    "what one application asks for",
    "О чём просят одним заявлением, если акт это говорит; без этого ключа не спрашивают.",
    "What one application asks for, where the act says so; without this key nothing is asked.",
)
ON_PAPER = About.of(
    "какие документы",
    "which documents",
    "Виды документов, которые допускаются на бумаге.",
    "The kinds of documents allowed on paper.",
)
CONDITION = About.of(
    "условие",
    "condition",
    "При каком условии допускается бумага.",
    "The condition on which paper is allowed.",
)
UNTIL_EVENT = About.of(
    "до какого события",
    "until which event",
    "Событие, до которого допускается бумага, словами постановления.",
    "The event until which paper is allowed, in the words of the decree.",
)
ENDED_ON = About.of(
    "последний день бумаги",
    "last day of paper",
    "Последний день, в который бумага допускалась, когда событие наступило.",
    "The last day on which paper was allowed, once the event has come.",
)
SYSTEM_ID = About.of(
    "имя системы",
    "id of the system",
    "Латинское слово через дефис, которым систему называют в файлах.",
    "The Latin word with hyphens that files call the system by.",
    example="navigator",
)
FORMS = About.of(
    "какие документы формирует",
    "documents it forms",
    "Виды документов, которые формируют с использованием этой системы.",
    "The kinds of documents that are formed with this system.",
)
FORMS_CITE = About.of(
    "адрес перечня формируемого",
    "address of what it forms",
    "Где сказано, какие документы формируют с использованием системы.",
    "Where it is said which documents are formed with the system.",
    example="p3.3",
)
FORMS_OTHERS = About.of(
    "иные документы",
    "other documents",
    "Что ещё формируют с использованием системы по другим актам.",
    "What else is formed with the system under other acts.",
)
