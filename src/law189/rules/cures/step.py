"""Что сделать с шагом (cures of steps): what can be done where a step, its day or its number is not as needed."""

from law189.law import Text

__all__ = [
    "AGE",
    "ANNULLED",
    "ANNULLER",
    "ANOTHER",
    "CATEGORY",
    "DECIDED",
    "DUE",
    "ENDLESS",
    "IN_FORCE",
    "LAPSED",
    "NAMED",
    "NOTHING",
    "OGRN",
    "PAPER",
    "SAME",
    "STATE",
    "YET_ON_PAPER",
]

STATE = Text(
    "Сначала приведите дело в нужное состояние; какие шаги возможны теперь, видно по делу.",
    "Bring the case into such a state first; the case shows which steps are possible now.",
)
ANNULLED = Text(
    "Укажите номер записи этого дела и причину.",
    "Name a record of this case and the reason.",
)
NOTHING = Text(
    "Уберите эту строку или укажите номер другой строки дела.",
    "Take this line away, or name another line of the case.",
)
ANNULLER = Text(
    "Поручите это тому, кто вправе.",
    "Leave it to whoever is entitled.",
)
ANOTHER = Text(
    "Внесите шаг в дело его процесса.",
    "Put the step into a case of its own lifecycle.",
)
DECIDED = Text(
    "Получите решение должностного лица, которое не является стороной дела, не позднее дня шага.",
    "Get the decision of an office that is no party to the case, by the day of the step.",
)
IN_FORCE = Text(
    "Сделайте шаг не раньше этого дня.",
    "Take the step no sooner than that day.",
)
LAPSED = Text(
    "Сделайте шаг, пока норма действует, или внесите в профиль изменением норму, которая действует вместо неё. "
    "Если другой акт заменил этот целиком, внесите новый в этот же профиль изменением с его первого дня, вместе с "
    "самим актом, а запись об утрате силы уберите: прежние шаги останутся по прежнему акту, дела продолжатся по "
    "новому.",
    "Take the step while the norm holds, or record in the profile as an amendment the norm that holds in its "
    "place. Where the whole act is replaced, record the new one in the same profile as an amendment from its first "
    "day, with the act itself, and take out the entry of its lapse: earlier steps stay under the earlier act, the "
    "cases go on under the new one.",
)
AGE = Text(
    "Проверьте дату рождения; если она верна, выберите услугу для этого возраста.",
    "Check the day of birth; if it is right, choose a service for that age.",
)
CATEGORY = Text(
    "Проверьте категорию; если она верна, выберите услугу, которую ей оказывают.",
    "Check the category; if it is right, choose a service that is rendered to it.",
)
DUE = Text(
    "Исполните мероприятие; если оно исполнено, укажите день.",
    "Do the item; if it is done, say on which day.",
)
ENDLESS = Text(
    "Исполните не раньше первого дня; если день записан неверно, исправьте его.",
    "Do it no sooner than the first day; if the day is recorded wrongly, correct it.",
)
SAME = Text(
    "Укажите номер той же услуги.",
    "Give the number of the same service.",
)
OGRN = Text(
    "Проверьте ОГРН (ОГРНИП) и вид исполнителя.",
    "Check the OGRN and the kind of provider.",
)
NAMED = Text(
    "Проверьте ИНН и вид исполнителя; если в ИНН на цифру меньше, Excel мог отбросить нуль впереди.",
    "Check the INN and the kind of provider; where the INN has a figure less, Excel may have dropped the zero "
    "before it.",
)
PAPER = Text(
    "Составьте документ в электронной форме; если это было невозможно, укажите запись о невозможности.",
    "Make the document electronically; if that was impossible, give the record of it.",
)
YET_ON_PAPER = Text(
    "Составьте документ на бумаге.",
    "Make the document on paper.",
)
