"""Редакция (edition): what the keys at the top of a profile say of themselves."""

from law189.law import About, Source

__all__ = [
    "ACT",
    "ACTS",
    "ADOPTED",
    "ALIASES",
    "AMENDMENTS",
    "APPROVALS",
    "AUTHORIZED_BODY",
    "BLANKS",
    "BODIES",
    "CONDITIONS",
    "CONTROL",
    "DIRECTION",
    "DOCUMENTS",
    "ENTRY_INTO_FORCE",
    "EXCLUDED_PROVIDERS",
    "EXTENDS",
    "FACTOR_ANALYSIS",
    "GOALS",
    "INDICATORS",
    "LICENCE",
    "MENTIONS",
    "PAPER",
    "PARAMETERS",
    "PLAN",
    "PROFILE",
    "PUBLICATION",
    "READINGS",
    "SELECTION",
    "SERVICES",
    "STAGES",
    "SYSTEMS",
    "TITLE",
    "VALUES",
    "WORKING_GROUP",
]

PROFILE = About.of(
    "имя профиля",
    "name of the profile",
    "Строчные латинские буквы и знак подчёркивания.",
    "Lower-case Latin letters and underscores.",
    example="primersk",
)
TITLE = About.of(
    "муниципальное образование",
    "municipality",
    "Как муниципальное образование называют в ответах.",
    "What answers call the municipality.",
)
ACT = About.of(
    "постановление",
    "decree",
    "Постановление об организации оказания услуг, которое записано в профиле.",
    "The decree on organising the services that the profile holds.",
)
ACTS = About.of(
    "правовые основания",
    "acts relied on",
    "Акты, на которые опирается постановление.",
    "The acts on which the decree rests.",
)
APPROVALS = About.of(
    "утверждённые приложения",
    "annexes approved",
    "Что утверждает постановление и каким приложением.",
    "What the decree approves, and by which annex.",
)
DIRECTION = About.of(
    "направление деятельности",
    "direction of activity",
    "Направление деятельности, по которому организуют оказание услуг.",
    "The direction of activity in which services are organised.",
)
BODIES = About.of(
    "органы",
    "bodies",
    "Органы, которые называет постановление; по их именам на них ссылаются другие записи.",
    "The bodies that the decree names; other entries refer to them by their ids.",
)
AUTHORIZED_BODY = About.of(
    "уполномоченный орган",
    "authorised body",
    "Орган, который действует как уполномоченный; без него его шаги остаются неизвестными.",
    "The body that acts as the authorised one; without it its steps are unknown.",
    needed=True,
    source=Source.BODIES,
)
SERVICES = About.of(
    "перечень услуг",
    "list of services",
    "Муниципальные услуги из перечня постановления.",
    "The municipal services of the decree's list.",
)
EXCLUDED_PROVIDERS = About.of(
    "исключённые исполнители",
    "providers left out",
    "Специальные наименования организаций, чьи услуги постановление исключает.",
    "The special kind names of organisations whose services the decree leaves out.",
)
LICENCE = About.of(
    "лицензия исполнителя",
    "licence of a provider",
    "Лицензия на какую деятельность нужна для включения в реестр; без этого ключа лицензию не спрашивают.",
    "For which activity a provider needs a licence to be included; without this key none is asked for.",
)
PARAMETERS = About.of(
    "параметры услуг",
    "parameters of services",
    "Потребители, номинал, затраты, пределы, сроки и место — для услуги или нескольких.",
    "Consumers, nominal, costs, limits, periods and place, for a service or several.",
)
SELECTION = About.of(
    "способ отбора исполнителей",
    "way of selecting providers",
    "Каким способом отбирают исполнителей услуг и в какие дни.",
    "In which way providers are selected, and on which days.",
)
CONDITIONS = About.of(
    "местные условия",
    "local conditions",
    "Условия, которые муниципальный акт добавляет к шагам.",
    "Conditions that an act of the municipality adds to steps.",
)
DOCUMENTS = About.of(
    "перечень документов",
    "list of documents",
    "Документы, которыми обмениваются стороны, и форма каждого из них.",
    "The documents that the parties exchange, and the form of each.",
)
PAPER = About.of(
    "документы на бумаге",
    "documents on paper",
    "Когда и на каком условии вместо электронного документа допускается бумажный.",
    "When and on which condition paper is allowed instead of an electronic document.",
)
SYSTEMS = About.of(
    "информационные системы",
    "information systems",
    "Информационные системы, которые используют при организации оказания услуг.",
    "The information systems used in organising the services.",
)
PUBLICATION = About.of(
    "опубликование",
    "publication",
    "Что, где и кем публикуется или размещается.",
    "What is published, where and by whom.",
)
ENTRY_INTO_FORCE = About.of(
    "вступление в силу",
    "entry into force",
    "На следующий день после опубликования (day_after_publication), в день опубликования (on_publication), "
    "в день подписания (on_signing), через days_after_publication дней, с дня on_day или по частям списком.",
    "On the day after publication (day_after_publication), on the day of publication (on_publication), "
    "on the day of signing (on_signing), after days_after_publication days, from on_day, or by parts in a list.",
)
COVERS_SINCE = About.of(
    "первый день отношений, возникших раньше",
    "covers relations since",
    "День, с которого постановление распространяется на ранее возникшие отношения: «распространяется "
    "на правоотношения, возникшие с 1 января 2023 года».",
    "The day since which the decree covers relations that arose before it came into force.",
)
CONTROL = About.of(
    "контроль",
    "control",
    "На какую должность возложен контроль за исполнением постановления.",
    "The office charged with control over the execution of the decree.",
)
WORKING_GROUP = About.of(
    "рабочая группа",
    "working group",
    "Состав рабочей группы и положение о ней.",
    "The composition of the working group and its regulation.",
)
STAGES = About.of(
    "этапы апробации",
    "stages of the approbation",
    "Этапы, по которым сгруппированы мероприятия плана.",
    "The stages by which the measures of the plan are grouped.",
)
PLAN = About.of(
    "план апробации",
    "approbation plan",
    "Мероприятия плана со сроками, результатами и ответственными исполнителями.",
    "The measures of the plan with their terms, results and responsible bodies.",
)
GOALS = About.of(
    "цели",
    "goals",
    "Цели, по которым сгруппированы показатели эффективности.",
    "The goals by which the indicators are grouped.",
)
INDICATORS = About.of(
    "показатели эффективности",
    "indicators",
    "Показатели с базовой величиной и целевым ориентиром.",
    "The indicators with their base and their target.",
)
FACTOR_ANALYSIS = About.of(
    "пофакторный анализ",
    "factor analysis",
    "Анализ, по результатам которого определяют значения показателей.",
    "The analysis by whose results the values of the indicators are determined.",
)
ADOPTED = About.of(
    "принятые акты",
    "acts adopted",
    "Акты, которых ждут закон и план, записанные после их принятия.",
    "The acts that the law and the plan wait for, recorded once they are adopted.",
)
VALUES = About.of(
    "свои значения",
    "own values",
    "Сроки, перечни, суммы и числа, которые муниципалитет установил сверх того, что назвал закон.",
    "Terms, lists, sums and numbers that the municipality has set beside those that the law names.",
)
MENTIONS = About.of(
    "упоминания органов",
    "mentions of bodies",
    "Кого текст называет и какой это из органов профиля.",
    "Whom the text names, and which body of the profile that is.",
)
ALIASES = About.of(
    "разные названия одного",
    "two names of one thing",
    "Что постановление называет по-разному.",
    "What the decree calls by two names.",
)
BLANKS = About.of(
    "пропуски в тексте",
    "blanks in the text",
    "Места, которые постановление оставило незаполненными.",
    "The places that the decree left empty.",
)
READINGS = About.of(
    "толкования",
    "readings",
    "Какое прочтение выбрано там, где текст можно прочесть двояко.",
    "Which choice is made where the text reads two ways.",
    source=Source.READINGS,
)
EXTENDS = About.of(
    "слой региона",
    "layer of the region",
    "Файл или ключи с тем, что регион решил для всех: акты, органы, услуги, документы, системы, принятые акты.",
    "A file, or keys, with what a region has decided for all: acts, bodies, services, documents and systems.",
    example="region/kuzbass.yaml",
)
AMENDMENTS = About.of(
    "изменения",
    "amendments",
    "Позднейшие постановления, которые изменили это, в порядке времени.",
    "The later decrees that changed this one, in order of time.",
)
