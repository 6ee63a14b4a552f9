"""Толкования (readings): every place known where the text can be read two ways.

A profile may choose; a meeting may choose for itself; where neither does, the default holds. A verdict
that depended on a reading names it and tells what the other choices would have answered.

>>> V3.default, sorted(READINGS)[:2]
('no_decision', ['D1', 'D2'])
>>> check_choices({"V9": "casting_vote"})
[('V9', Text(ru='нет такого толкования; есть: D1, D2, D3, D4, D5, D6, D7, Q1, Q2, Q3, S1, V1, V2, V3', \
en='there is no such reading; there are: D1, D2, D3, D4, D5, D6, D7, Q1, Q2, Q3, S1, V1, V2, V3'))]
"""

from collections.abc import Mapping
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from law189.facts import Frozen
from law189.law import Text, flaw
from law189.readings.reading import Reading

__all__ = [
    "D1",
    "D2",
    "D3",
    "D4",
    "D5",
    "D6",
    "D7",
    "NO_CHOICES",
    "Q1",
    "Q2",
    "Q3",
    "READINGS",
    "S1",
    "V1",
    "V2",
    "V3",
    "Choices",
    "check_choices",
]

Q1 = Reading(
    "Q1",
    Text(
        "Сколько человек составляют долю, если она не целая (половина от пяти)?",
        "How many people make a share that is not whole (half of five)?",
    ),
    {
        "exact": Text("точная доля; например, от пяти — трое", "the exact share; say three of five"),
        "round_down": Text("с округлением вниз; например, от пяти — двое", "rounded down; say two of five"),
    },
    "exact",
    Text(
        "«Не менее половины» от пяти — не менее двух с половиной; двое — меньше.",
        "At least half of five is at least two and a half; two are fewer.",
    ),
    about="working_group.quorum",
)
Q2 = Reading(
    "Q2",
    Text("Считается ли незамещённое место членом группы?", "Does a vacant seat count as a member?"),
    {
        "not_member": Text(
            "нет: членов столько, сколько замещённых мест", "no: only filled seats are members"
        ),
        "member": Text("да: доля берётся от всех мест состава", "yes: the share is of all seats"),
    },
    "not_member",
    Text(
        "Присутствовать может только тот, кто занимает место.",
        "Only somebody who holds a seat can be present.",
    ),
    about="working_group.quorum",
)
Q3 = Reading(
    "Q3",
    Text(
        "Кто ведёт заседание, если нет ни председателя, ни заместителя?",
        "Who presides where neither the chair nor the deputy is present?",
    ),
    {
        "cannot_be_held": Text("никто: заседание не проводится", "nobody: the meeting cannot be held"),
        "elected": Text(
            "присутствующие избирают ведущего из своего числа", "those present elect one of themselves"
        ),
    },
    "cannot_be_held",
    Text(
        "Положение даёт обязанности председателя только заместителю.",
        "The regulation hands the chair's duties to the deputy alone.",
    ),
    about="working_group.presiding",
)
V1 = Reading(
    "V1",
    Text(
        "Ровно половина за и ровно половина против: кто решает?",
        "Exactly half for, half against: who decides?",
    ),
    {
        "casting_vote": Text("голос ведущего заседание", "the presiding officer's vote"),
        "threshold": Text(
            "порог: решение принято, если он достигнут", "the threshold: adopted where it is reached"
        ),
    },
    "casting_vote",
    Text(
        "Иначе правило о решающем голосе не применялось бы никогда.",
        "Otherwise the rule on the casting vote would never apply.",
    ),
    about="working_group.adoption",
)
V2 = Reading(
    "V2",
    Text(
        "За и против поровну, но меньше половины присутствующих (есть воздержавшиеся): кто решает?",
        "For and against are equal but below half of those present (some abstain): who decides?",
    ),
    {
        "casting_vote": Text("голос ведущего заседание", "the presiding officer's vote"),
        "threshold": Text(
            "порог: решение принято, если он достигнут", "the threshold: adopted where it is reached"
        ),
    },
    "casting_vote",
    Text(
        "Правило о равенстве голосов не делает исключения для воздержавшихся.",
        "The rule on equality makes no exception for abstentions.",
    ),
    about="working_group.adoption",
)
V3 = Reading(
    "V3",
    Text(
        "Голоса равны, а ведущий воздержался или не голосовал: принято ли решение?",
        "The votes are equal and the presiding officer did not take a side: is it adopted?",
    ),
    {
        "no_decision": Text("решение не принято", "no decision is taken"),
        "threshold": Text("решает порог", "the threshold decides"),
    },
    "no_decision",
    Text("Решающего голоса не подано, решать нечем.", "No casting vote was given, so nothing decides."),
    about="working_group.casting_vote",
)

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
    Text("Срок кончается в выходной: переносится ли он?", "The term ends on a day off: does it move?"),
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
            "да: к концу каждого квартала, первый — квартал акта", "yes: by each quarter's end"
        ),
    },
    "as_needed",
    Text(
        "Слова в скобках ставят всю фразу под условие необходимости.",
        "The words in brackets put the whole phrase under the condition of need.",
    ),
    about="act",
)
D5 = Reading(
    "D5",
    Text(
        "Постановление молчит о вступлении в силу: с какого дня оно действует?",
        "The decree is silent on its entry into force: from which day does it hold?",
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
        "Срок начал течь при одном акте, а к дню шага его изменил другой: какой срок действует?",
        "A term began under one act, and another had changed it by the day of the step: which term holds?",
    ),
    {
        "as_begun": Text("срок того дня, когда он начал течь", "the term of the day on which it began"),
        "as_changed": Text(
            "срок, который действует в день шага", "the term that holds on the day of the step"
        ),
    },
    "as_begun",
    Text(
        "Новый акт обращён вперёд, если сам не говорит иного; начатый срок он не сокращает.",
        "A new act looks forward unless it says otherwise; it does not cut a term that has begun.",
    ),
    about="act",
)
D7 = Reading(
    "D7",
    Text(
        "Постановление действует со дня опубликования, а этот день не записан: как судить о шаге после дня акта?",
        "The decree holds from its publication, and that day is not recorded: how is a step after its own "
        "day judged?",
    ),
    {
        "act_date": Text(
            "постановление считается действующим со своего дня", "the decree counts from its own day"
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

S1 = Reading(
    "S1",
    Text(
        "Седьмой знак номера услуги: буква «О» в одном акте, цифра 0 в другом. Это одна услуга?",
        "The seventh character of a service number: the letter О here, the digit 0 there. One service?",
    ),
    {
        "one_service": Text("да: цифра — опечатка", "yes: the digit is a slip"),
        "by_letter": Text("нет: номера разные", "no: the numbers differ"),
    },
    "one_service",
    Text(
        "Седьмой знак — признак перечня, а не часть кода услуги.",
        "The seventh character is the sign of a list, not a part of the service's code.",
    ),
    about="act",
)

READINGS: Mapping[str, Reading] = {
    reading.code: reading for reading in (D1, D2, D3, D4, D5, D6, D7, Q1, Q2, Q3, S1, V1, V2, V3)
}


def check_choices(choices: Mapping[str, str]) -> list[tuple[str, Text]]:
    """What is wrong with the choices, each by its code: an unknown reading or an unknown choice."""
    wrong = []
    for code, choice in choices.items():
        reading = READINGS.get(code)
        if reading is None:
            known = ", ".join(sorted(READINGS))
            wrong.append(
                (
                    code,
                    Text(
                        f"нет такого толкования; есть: {known}",
                        f"there is no such reading; there are: {known}",
                    ),
                )
            )
        elif choice not in reading.choices:
            known = ", ".join(reading.choices)
            wrong.append(
                (
                    code,
                    Text(
                        f"нет такого выбора: {choice!r}; выберите из: {known}",
                        f"there is no such choice: {choice!r}; choose one of: {known}",
                    ),
                )
            )
    return wrong


def _choices(value: object) -> object:
    if isinstance(value, Mapping):
        wrong = check_choices({str(code): str(choice) for code, choice in value.items()})
        if wrong:
            raise flaw(
                "reading",
                "; ".join(f"{code}: {words.ru}" for code, words in wrong),
                "; ".join(f"{code}: {words.en}" for code, words in wrong),
            )
    return value


_WRITTEN = {
    "type": "object",
    "additionalProperties": False,
    "properties": {code: {"enum": sorted(reading.choices)} for code, reading in READINGS.items()},
}
_WrittenChoices = Annotated[dict[str, str], WithJsonSchema(_WRITTEN)]
Choices = Annotated[Frozen[str, str], BeforeValidator(_choices, json_schema_input_type=_WrittenChoices)]
"""Which choice of each reading holds, by code; what is left out has its default."""
NO_CHOICES: Frozen[str, str] = Frozen()
"""Nothing is chosen: every reading has its default."""
