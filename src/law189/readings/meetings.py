"""Толкования о заседании (meetings): who makes a quorum, who presides, and what equal votes decide."""

from law189.law import Text
from law189.readings.reading import Reading

__all__ = ["Q1", "Q2", "Q3", "Q4", "V1", "V2", "V3"]

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
    Text("Считается ли вакантное место членом группы?", "Does a vacant seat count as a member?"),
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
        "Кто председательствует, если отсутствуют и председатель, и заместитель?",
        "Who presides where neither the chair nor the deputy is present?",
    ),
    {
        "cannot_be_held": Text("никто: заседание не проводится", "nobody: the meeting cannot be held"),
        "elected": Text(
            "присутствующие избирают председательствующего из своего числа",
            "those present elect one of themselves",
        ),
    },
    "cannot_be_held",
    Text(
        "Положение даёт обязанности председателя только заместителю.",
        "The regulation hands the chair's duties to the deputy alone.",
    ),
    about="working_group.presiding",
)
Q4 = Reading(
    "Q4",
    Text(
        "Доля от членов группы, состава или замещённых мест: считаются ли места без права голоса?",
        "A share of the members, the composition or the filled seats: do seats without a vote count?",
    ),
    {
        "not_counted": Text(
            "нет: доля берётся от мест с правом голоса, и присутствуют они",
            "no: only seats that have a vote count",
        ),
        "counted": Text(
            "да: доля берётся от всех мест, и присутствующие без права голоса входят в кворум",
            "yes: the share is of all seats, and those present without a vote count for the quorum",
        ),
    },
    "not_counted",
    Text(
        "Кворум нужен для решения, а решают те, у кого есть голос.",
        "A quorum is there to decide, and those decide who have a vote.",
    ),
    about="working_group.quorum",
)
VOTE_OR_THRESHOLD = {
    "casting_vote": Text("голос председательствующего", "the presiding officer's vote"),
    "threshold": Text(
        "порог: решение принято, если он достигнут", "the threshold: adopted where it is reached"
    ),
}
V1 = Reading(
    "V1",
    Text(
        "Ровно половина за и ровно половина против: кто решает?",
        "Exactly half for, half against: who decides?",
    ),
    VOTE_OR_THRESHOLD,
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
    VOTE_OR_THRESHOLD,
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
        "Голоса равны, а председательствующий воздержался или не голосовал: принято ли решение?",
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
