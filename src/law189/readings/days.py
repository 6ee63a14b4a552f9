"""Толкования о днях (days): from which day a term runs and an act holds, and which day is the last."""

from law189.law import Text
from law189.readings.reading import Reading

__all__ = ["D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8", "D9", "D10", "D11"]

D1 = Reading(
    "D1",
    Text(
        "«До 1 октября»: входит ли в срок сам этот день?", "«Before 1 October»: is that day within the term?"
    ),
    {
        "excluded": Text("нет: последний день — предыдущий", "no: the last day is the one before"),
        "included": Text("да: последний день — он сам", "yes: the last day is that day"),
    },
    "excluded",
    Text(
        "«До» без «включительно» называет первый день, который уже поздно.",
        "It names the first day too late.",
    ),
    about="act",
)
D2 = Reading(
    "D2",
    Text(
        "День, который назвал сам акт, — выходной: переносится ли срок?",
        "A day that the act itself names is a day off: does the term move?",
    ),
    {
        "stays": Text("нет: назначенный день остаётся последним", "no: the day that was set stays the last"),
        "moves": Text("да: на ближайший следующий рабочий день", "yes: to the next working day"),
    },
    "stays",
    Text(
        "План назначает дни прямо, а не отсчитывает период.",
        "The plan sets days outright and counts no period.",
    ),
    about="act",
)
D3 = Reading(
    "D3",
    Text("С какого дня течёт срок «в течение N дней»?", "On which day does a term of N days begin?"),
    {
        "next_day": Text("со следующего дня после события", "the day after the event"),
        "same_day": Text("с самого дня события", "the day of the event itself"),
    },
    "next_day",
    Text("Так говорит статья 191 Гражданского кодекса.", "Article 191 of the Civil Code says so."),
    about="act",
)
D4 = Reading(
    "D4",
    Text(
        "«Не реже раза в квартал (по мере необходимости)»: обязателен ли каждый квартал?",
        "«At least once a quarter (as needed)»: is every quarter binding?",
    ),
    {
        "as_needed": Text("нет: решает необходимость, срока нет", "no: need decides, there is no term"),
        "quarterly": Text(
            "да: к концу каждого квартала, первый — квартал акта",
            "yes: by each quarter's end, the first is that of the act",
        ),
    },
    "as_needed",
    Text(
        "Слова в скобках ставят всю фразу под условие необходимости. Первым считают квартал, в котором план начал "
        "действовать: в нём истекают и другие сроки того же плана. О заседаниях иначе: их считают за целые "
        "периоды.",
        "The words in brackets put the whole phrase under the condition of need. The first quarter is the one in "
        "which the plan began to hold: other terms of the same plan end in it. Meetings are counted otherwise, in "
        "whole periods.",
    ),
    about="act",
)
D5 = Reading(
    "D5",
    Text(
        "Акт молчит о своём вступлении в силу: с какого дня он действует?",
        "The act is silent on its entry into force: from which day does it hold?",
    ),
    {
        "on_signing": Text("со дня подписания", "from the day of signing"),
        "on_publication": Text("со дня официального опубликования", "from the day of official publication"),
    },
    "on_signing",
    Text(
        "Других дней акт не называет; день опубликования в нём не указан.",
        "The act names no other day, and not the day of publication either.",
    ),
    about="act",
)
D6 = Reading(
    "D6",
    Text(
        "Срок или обязанность начались при одном акте, а к дню шага их изменил другой: по какому о них судят?",
        "A term or a duty began under one act, and another had changed it by the day of the step: which holds?",
    ),
    {
        "as_begun": Text("по акту того дня, когда они начались", "the act of the day on which it began"),
        "as_changed": Text("по акту дня шага", "the act of the day of the step"),
    },
    "as_begun",
    Text(
        "Новый акт обращён вперёд, если сам не говорит иного; того, что уже началось, он не меняет.",
        "A new act looks forward unless it says otherwise; it does not change what has begun.",
    ),
    about="act",
)
D7 = Reading(
    "D7",
    Text(
        "Акт действует со дня опубликования, а этот день не записан: как судить о шаге после дня акта?",
        "The act holds from its publication, and that day is not recorded: how is a step after its own "
        "day judged?",
    ),
    {
        "act_date": Text(
            "акт считается опубликованным в свой день", "the act counts as published on its own day"
        ),
        "unknown": Text("неизвестно, пока день не записан", "unknown until the day is recorded"),
    },
    "act_date",
    Text(
        "Между изданием и опубликованием обычно проходит несколько дней; замечание A19 просит записать этот "
        "день.",
        "A few days usually pass between issue and publication; lint A19 asks for the day.",
    ),
    about="act",
)
D8 = Reading(
    "D8",
    Text(
        "«До 31 августа» без года: каждый год или только в том году, о котором спрашивают?",
        "«Before 31 August» without a year: each year, or only in the year that is asked about?",
    ),
    {
        "each_year": Text("каждый год, начиная с года акта", "each year, from the year of the act on"),
        "year_asked": Text("в том году, о котором спрашивают", "in the year that is asked about"),
    },
    "each_year",
    Text(
        "Акт, который не назвал года, не ограничил и числа лет.",
        "An act that names no year sets no limit to the years either.",
    ),
    about="act",
)
D9 = Reading(
    "D9",
    Text(
        "Срок, отсчитанный календарными днями или месяцами, кончается в выходной: переносится ли он?",
        "A term counted in calendar days or months ends on a day off: does it move?",
    ),
    {
        "moves": Text("да: на ближайший следующий рабочий день", "yes: to the next working day"),
        "stays": Text("нет: выходной остаётся последним днём", "no: the day off stays the last day"),
    },
    "moves",
    Text(
        "Таково общее правило о сроках; здесь оно известно по памяти, текст не прочитан, и выбор принят как "
        "допущение. Оно — о сроке, в который надо что-то сделать: последний день права, как срок действия "
        "сертификата, с выходного не переносится.",
        "That is the general rule on terms; it is known here from memory, its text was not read, and the choice is "
        "assumed. It is on terms in which something must be done: the last day of a right, as that on which a "
        "certificate is valid, does not move from a day off.",
    ),
    about="act",
)
D10 = Reading(
    "D10",
    Text(
        "Срок плана для заказа назван без года («ежегодно до 1 ноября», «до 1 октября 2023 года, далее ежегодно "
        "до 1 ноября», «10 дней после вступления в силу»): заказ на какой год утверждают в этот срок?",
        "The plan gives a term for the order and names no year («each year before 1 November», «before 1 October "
        "2023, then yearly before 1 November», «10 days after entry into force»): of which year is the order?",
    ),
    {
        "ahead": Text(
            "на следующий год; «до 1 января» — на тот, который начинается",
            "of the next year; «before 1 January» of the one that begins",
        ),
        "same_year": Text("на тот же год", "of the same year"),
    },
    "ahead",
    Text(
        "Заказ утверждают на очередной финансовый год; так читает библиотека, акт года не назвал. Первый срок "
        "перед словом «далее» — для заказа на год, предшествующий году заказа, для которого следующий срок.",
        "An order is approved for the coming financial year; the library reads it so, as the act names no year. A "
        "first term before «then» is for the order of the year before that of the order for which the next one is.",
    ),
    about="act",
)
D11 = Reading(
    "D11",
    Text(
        "«Не позднее чем за N дней до»: сколько дней лежит между действием и назначенным днём?",
        "«Not later than N days before»: how many days lie between the act and the day aimed at?",
    ),
    {
        "counted_back": Text(
            "последний день — N-й перед назначенным, сам назначенный не считается",
            "the last day is the Nth before the day aimed at, which itself does not count",
        ),
        "full_days": Text(
            "между ними — N полных дней: последний день — перед N-м",
            "so many full days lie between them: the last day is the one before the Nth",
        ),
    },
    "counted_back",
    Text(
        "Назад считают так же, как вперёд: день, от которого считают, не входит, N-й день — последний. Рабочие и "
        "календарные дни считают одинаково; выходной, на который пришёлся назначенный день, ничего не меняет.",
        "Days are counted back as they are counted forward: the day counted from is left out, the Nth is the last. "
        "Working and calendar days are counted alike; that the day aimed at is a day off changes nothing.",
    ),
    about="act",
)
