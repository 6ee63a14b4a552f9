"""Что сделать с заказом и исполнителями (cures of orders): what can be done about orders, reports, providers."""

from law189.law import Text

__all__ = [
    "AGREED",
    "AMENDED_BELOW",
    "BEGUN",
    "CHOSEN",
    "DEVIATED",
    "EXCLUDED",
    "EXECUTED",
    "FORMED",
    "INCLUDED",
    "LISTED",
    "NOT_BEGUN",
    "OBJECTED",
    "ORDERED",
    "ORDER_YEAR",
    "PERIOD",
    "PERIOD_ONCE",
    "PERIOD_OVER",
    "PLANNING",
    "POSITIVE",
    "RENDERED",
    "REPORTED_SHARES",
    "REPORTED_WAYS",
    "REPORTS_AGREE",
    "SUCCEEDED",
    "YEAR_OVER",
]

YEAR_OVER = Text(
    "Сформируйте отчёт не раньше этого дня.",
    "Form the report no sooner than that day.",
)
PLANNING = Text(
    "Исправьте объёмы планового периода: услуги и единицы — из строк заказа, каждый год один раз.",
    "Correct the volumes of the planning period: services and units of the lines, each year once.",
)
RENDERED = Text(
    "Исправьте оказанное или его единицу; если оказано столько, сначала увеличьте объём договора.",
    "Correct what was rendered, or its unit; where so much was rendered, raise the volume of the contract first.",
)
POSITIVE = Text(
    "Укажите объём больше нуля.",
    "Give a volume above zero.",
)
EXECUTED = Text(
    "Сверьте оказанный объём с делами; больший объём сначала внесите в заказ.",
    "Check the rendered volume against the cases; a larger one is put into the order first.",
)
REPORTED_WAYS = Text(
    "Исправьте способы в отчёте; новый способ сначала внесите в заказ.",
    "Correct the ways in the report; a new way is put into the order first.",
)
REPORTED_SHARES = Text(
    "Сверьте объём этого способа с делами; большую долю сначала внесите в заказ.",
    "Check the volume of that way against the cases; a larger share is put into the order first.",
)
PERIOD = Text(
    "Укажите период, за который акт требует отчёта.",
    "Give a period for which the act asks for a report.",
)
PERIOD_OVER = Text(
    "Сформируйте отчёт, не раньше последнего дня его периода.",
    "Form the report no sooner than on the last day of its period.",
)
REPORTS_AGREE = Text(
    "Сверьте отчёты с делами; тот, который ошибочен, аннулируйте.",
    "Check the reports against the cases; annul the one that is wrong.",
)
AMENDED_BELOW = Text(
    "Назначьте не меньше оказанного, в прежней единице; ошибочный отчёт сначала аннулируйте.",
    "Set no less than what was rendered, in the unit it had; annul a report made in error first.",
)
PERIOD_ONCE = Text(
    "Аннулируйте лишний отчёт.",
    "Annul the report that is one too many.",
)
DEVIATED = Text(
    "Сверьте оказанный объём с делами; больший объём сначала внесите в заказ.",
    "Check the rendered volume against the cases; a larger one is put into the order first.",
)
NOT_BEGUN = Text(
    "Измените заказ, а не отменяйте: его исполнение начато.",
    "Amend the order and do not cancel it: its execution has begun.",
)
EXCLUDED = Text(
    "Проверьте вид организации; исключённая в отборе не участвует.",
    "Check the kind of organisation; an excluded one takes no part in a selection.",
)
SUCCEEDED = Text(
    "Проверьте номера правопреемника и укажите документ о правопреемстве.",
    "Check the numbers of the successor and name the document of succession.",
)
LISTED = Text(
    "Проверьте номер или внесите в профиль акт, который включил услугу в перечень.",
    "Check the number, or record in the profile the act that has listed the service.",
)
BEGUN = Text(
    "Подайте заявку не раньше этого дня.",
    "Apply no sooner than that day.",
)
OBJECTED = Text(
    "Назовите основание, которое подтверждается, или включите исполнителя в реестр.",
    "Name a ground that is borne out, or enter the provider.",
)
CHOSEN = Text(
    "Укажите другой способ или внесите в профиль акт, который выбрал этот.",
    "Name another way, or record in the profile the act that has chosen this one.",
)
INCLUDED = Text(
    "Включите исполнителя в реестр до шага; если он включён, приложите новую выписку.",
    "Enter the provider before the step; if that is done, attach a new extract.",
)
ORDERED = Text(
    "Утвердите и разместите заказ до шага; если это сделано, приложите новую выписку.",
    "Approve and publish the order before the step; if that is done, attach a new extract.",
)
ORDER_YEAR = Text(
    "Сделайте шаг по заказу на год, в котором это действует; если ошибка в годе или последнем дне, исправьте её.",
    "Take the step under the order for the year in which this runs; mend the year or the last day if wrong.",
)
AGREED = Text(
    "Заключите соглашение с этим исполнителем до шага; если оно заключено, приложите новую выписку.",
    "Conclude an agreement with that provider before the step; if there is one, attach a new extract.",
)
FORMED = Text(
    "Сделайте шаг по действующему сертификату; если сведения изменились, приложите новую выписку.",
    "Take the step under a live certificate; if things have changed, attach a new extract.",
)
