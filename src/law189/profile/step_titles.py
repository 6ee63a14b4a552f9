"""Названия шагов (titles of steps): what a sentence calls the step from which a term is counted.

>>> STEP_TITLES["selection.included"].ru
'исполнитель включён в реестр'
"""

from collections.abc import Mapping
from types import MappingProxyType

from law189.law import Text

__all__ = ["STEP_TITLES"]

STEP_TITLES: Mapping[str, Text] = MappingProxyType(
    {
        "meeting.convened": Text("повестка утверждена", "agenda approved"),
        "meeting.opened": Text("заседание открыто", "meeting opened"),
        "meeting.not_held": Text("заседание не состоялось", "meeting not held"),
        "meeting.item_voted": Text("вопрос решён голосованием", "question voted"),
        "meeting.closed": Text("заседание закрыто", "meeting closed"),
        "meeting.poll_opened": Text("заочное голосование начато", "poll opened"),
        "meeting.item_polled": Text("вопрос решён заочно", "question polled"),
        "meeting.poll_closed": Text("заочное голосование завершено", "poll closed"),
        "meeting.poll_failed": Text("заочное голосование не состоялось", "poll failed"),
        "meeting.minutes_drafted": Text("протокол составлен", "minutes drafted"),
        "meeting.minutes_signed": Text("протокол подписан", "minutes signed"),
        "meeting.copies_sent": Text("копии протокола направлены", "copies of the minutes sent"),
        "order.drafted": Text("проект заказа составлен", "order drafted"),
        "order.advice_attached": Text("рекомендация приложена", "advice attached"),
        "order.approved": Text("заказ утверждён", "order approved"),
        "order.published": Text("заказ размещён", "order published"),
        "order.amended": Text("заказ изменён", "order amended"),
        "order.period_reported": Text("сформирован отчёт за период", "report for a period formed"),
        "order.report_formed": Text("отчёт об исполнении сформирован", "report formed"),
        "order.report_published": Text("отчёт об исполнении размещён", "report published"),
        "order.cancelled": Text("заказ отменён", "order cancelled"),
        "order.closed": Text("заказ закрыт", "order closed"),
        "selection.applied": Text("заявка подана", "application handed in"),
        "selection.included": Text("исполнитель включён в реестр", "provider included in the register"),
        "selection.application_refused": Text("во включении отказано", "inclusion refused"),
        "selection.withdrawn": Text("заявка отозвана", "application withdrawn"),
        "selection.changed": Text("запись реестра изменена", "register entry changed"),
        "selection.succeeded": Text("запись перешла к правопреемнику", "entry passed to a successor"),
        "selection.excluded": Text("исполнитель исключён из реестра", "provider excluded from the register"),
        "agreement.drafted": Text("проект составлен", "drafted"),
        "agreement.signed_by_provider": Text("исполнитель подписал", "signed by the provider"),
        "agreement.lapsed": Text("проект утратил силу", "draft lapsed"),
        "agreement.concluded": Text("соглашение заключено", "agreement concluded"),
        "agreement.advance_paid": Text("выплачен аванс", "advance paid"),
        "agreement.act_drawn": Text("составлен акт за период", "act of a period drawn up"),
        "agreement.claimed": Text("предъявлено требование об оплате", "payment claimed"),
        "agreement.claim_paid": Text("требование оплачено", "claim paid"),
        "agreement.amended": Text("соглашение изменено", "agreement amended"),
        "agreement.terminated": Text("соглашение расторгнуто", "agreement terminated"),
        "agreement.completed": Text("соглашение завершено", "agreement completed"),
        "agreement.remainder_kept": Text("остаток остаётся у исполнителя", "remainder kept by the provider"),
        "agreement.remainder_returned": Text("остаток возвращён", "remainder returned"),
        "certificate.applied_for": Text("подано заявление", "applied for"),
        "certificate.withdrawn": Text("заявление отозвано", "application withdrawn"),
        "certificate.recipient_registered": Text("получатель внесён в реестр", "recipient registered"),
        "certificate.recipient_refused": Text("в сертификате отказано", "certificate refused"),
        "certificate.formed": Text("сертификат сформирован", "certificate formed"),
        "certificate.amended": Text("сертификат изменён", "certificate amended"),
        "certificate.renewed": Text("сертификат продлён", "certificate renewed"),
        "certificate.contracted": Text("заключён договор по сертификату", "contract concluded under it"),
        "certificate.contract_changed": Text("изменён договор по сертификату", "contract under it amended"),
        "certificate.contract_ended": Text(
            "договор прекращён, остаток возвращён", "contract ended, the rest returned"
        ),
        "certificate.used": Text("сертификат использован", "certificate used"),
        "certificate.suspended": Text("сертификат приостановлен", "certificate suspended"),
        "certificate.resumed": Text("сертификат возобновлён", "certificate resumed"),
        "certificate.annulled": Text("сертификат аннулирован", "certificate annulled"),
        "certificate.expired": Text("срок сертификата истёк", "certificate expired"),
        "contract.offered": Text("договор предложен", "contract offered"),
        "contract.declined": Text("предложение отклонено", "offer declined"),
        "contract.concluded": Text("договор заключён", "contract concluded"),
        "contract.amended": Text("договор изменён", "contract amended"),
        "contract.moved": Text("перевод в другую группу", "moved to another group"),
        "contract.suspended": Text("договор приостановлен", "contract suspended"),
        "contract.resumed": Text("договор возобновлён", "contract resumed"),
        "contract.complained": Text("жалоба в уполномоченный орган", "complaint to the authorised body"),
        "contract.answered": Text("ответ на жалобу", "complaint answered"),
        "contract.fulfilled": Text("договор исполнен по акту", "contract fulfilled by act"),
        "contract.terminated": Text("договор расторгнут", "contract terminated"),
    }
)
"""The title of each step by its name, as its lifecycle has it."""
