"""Слова о подгруппах (subgroups): what the keys of a subgroup say of themselves."""

from law189.law import About, Source

__all__ = [
    "ADOPTION",
    "DECISIONS",
    "HEAD",
    "ID",
    "INVITED",
    "INVITED_ID",
    "INVITED_OFFICE",
    "INVITED_VOTES",
    "QUORUM",
    "SEATS",
    "TASKS",
]

ID = About.of(
    "имя подгруппы",
    "id of the subgroup",
    "Латинское слово через дефис.",
    "A Latin word with hyphens.",
    example="experts",
)
SEATS = About.of(
    "места подгруппы",
    "seats of the subgroup",
    "Места состава, которые входят в подгруппу; пусто, если положение её состава не называет.",
    "The seats of the composition that belong to the subgroup; left out where the regulation names none.",
    source=Source.SEATS,
)
INVITED = About.of(
    "приглашённые в подгруппу",
    "invited to the subgroup",
    "Должности вне состава группы, которых включают в подгруппу.",
    "The offices outside the composition that are taken into the subgroup.",
)
INVITED_ID = About.of(
    "имя приглашённого",
    "id of the invited",
    "Слово invited и номер через дефис; у каждого в группе свой номер.",
    "The word invited and a number after a hyphen; each in the group has a number of its own.",
    example="invited-1",
)
INVITED_OFFICE = About.of(
    "должность приглашённого",
    "office of the invited",
    "Должность без фамилии.",
    "The office, without a name.",
)
INVITED_VOTES = About.of(
    "голос приглашённого",
    "vote of the invited",
    "Голосует ли приглашённый в подгруппе; если не указано, не голосует и в кворум не входит.",
    "Whether the invited votes in the subgroup; where left out, no, and counts for no quorum.",
)
HEAD = About.of(
    "руководитель подгруппы",
    "head of the subgroup",
    "Место состава или имя приглашённого, который ведёт подгруппу.",
    "The seat of the composition, or the id of the invited, that leads the subgroup.",
    source=Source.SEATS,
)
TASKS = About.of(
    "задачи подгруппы",
    "tasks of the subgroup",
    "Что готовит подгруппа; если не указано, то, что вправе рассматривать вся группа.",
    "What the subgroup prepares; where left out, whatever the whole group may consider.",
)
QUORUM = About.of(
    "кворум подгруппы",
    "quorum of the subgroup",
    "Доля членов подгруппы, при которой она правомочна.",
    "The share of the members of the subgroup that makes it competent.",
)
ADOPTION = About.of(
    "принятие решения подгруппой",
    "adoption in the subgroup",
    "Доля голосов, нужная подгруппе; если не указано, как у всей группы.",
    "The share of votes that the subgroup needs; where left out, as in the whole group.",
)
DECISIONS = About.of(
    "характер решений подгруппы",
    "force of the decisions of the subgroup",
    "Рекомендательны ли решения самой подгруппы или обязательны; если не указано, она только готовит вопрос.",
    "Whether decisions of the subgroup itself advise or bind; where left out, it prepares a question only.",
)
