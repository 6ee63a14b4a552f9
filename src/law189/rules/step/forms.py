"""Форма документа (forms): electronic or on paper, and formed in the system that the decree names.

Both decrees list the documents that are electronic and the systems that form them, and let paper in for 2023:
the social order of the district unconditionally (п. 8), the others only where the electronic form was
technically impossible and that is recorded (Kemerovo: п. 5; the district: абз. 2 п. 8).

>>> from law189.profile.documents import DocumentKind
>>> from law189.profile.loader import load_profile
>>> district = load_profile("novokuznetsk_district")
>>> asked = district.latest.form_of(DocumentKind.AGREEMENT)
>>> on_paper = Handed(form="paper", impossibility="акт о сбое № 4")
>>> [v.outcome.value for v in handed_in(on_paper, date(2023, 10, 2), asked)]
['holds']
>>> [v.outcome.value for v in handed_in(on_paper, date(2024, 10, 2), asked)]
['void']
"""

from collections.abc import Iterator
from datetime import date

from law189.kinds.asked import asked, unasked
from law189.law import Text
from law189.profile.documents import Asked, Condition, DocumentRule, Form, Handed, PaperRule
from law189.rules import asking
from law189.rules.cures import step
from law189.verdict import Outcome, Rule, Verdict

__all__ = ["handed_in"]

_in_force = unasked(PaperRule.in_force)

FORM = Rule(
    "forms.form",
    Text(
        "Документ: {document}; форма: {form}, требуется: {needed}.",
        "{document}: the form is {form}, needed is {needed}.",
    ),
    cure=Text("Составьте документ в требуемой форме.", "Make the document in the form that is required."),
    unknown=Text(
        "Документ: {document}; форма не указана, требуется: {needed}; укажите: {asks}.",
        "{document}: the form is not recorded, needed is {needed}; give: {asks}.",
    ),
    assumed=Text(
        "Документ в иной форме считается не переданным: исключения акт перечисляет сам.",
        "A document in another form counts as not handed in: the act lists the exceptions itself.",
    ),
)
PAPER = Rule(
    "forms.paper",
    Text(
        "Документ: {document}; бумажная форма допускается{since: с …|}{until: по …|} "
        "{asks_impossibility:при записи о технической невозможности электронной формы|без "
        "условий}; запись о технической невозможности: {impossibility:нет}{lacking:; если она есть, "
        "укажите её|}.",
        "{document}: paper is allowed{since: from …|}{until: to …|}; a record of technical impossibility is "
        "needed: {asks_impossibility:yes|no}; the record: {impossibility:none}{lacking:; where there is "
        "one, give it|}.",
    ),
    unknown=Text(
        "Документ: {document}; бумажная форма допускается{since: с …|} до события: {until}; наступило ли оно, "
        "неизвестно; внесите в профиль: {asks}.",
        "{document}: paper is allowed{since: from …|} until: {until}. Unknown whether that has come; write "
        "in the profile: {asks}.",
    ),
    assumed=FORM.assumed,
    asks=(asking.PAPER_ENDED,),
    cure=step.PAPER,
)
YET_ON_PAPER = Rule(
    "forms.yet_on_paper",
    Text(
        "Документ: {document};{since: с …|}{until: по …|} формируется на бумаге; форма: {form}.",
        "{document}: formed on paper{since: from …|}{until: to …|}; the form is {form}.",
    ),
    missed=Outcome.BREACH,
    unknown=Text(
        "Документ: {document};{since: с …|} формируется на бумаге до события: {until}; наступило ли оно, "
        "неизвестно; форма: {form}; внесите в профиль: {asks}.",
        "{document}: formed on paper{since: from …|} until: {until}. Unknown whether that has come; the "
        "form is {form}; write in the profile: {asks}.",
    ),
    asks=(asking.PAPER_ENDED,),
    assumed=Text(
        "Электронный документ раньше срока нарушает порядок, но не теряет силы.",
        "An electronic document before its time breaks the order, but keeps its effect.",
    ),
    cure=step.YET_ON_PAPER,
)
SYSTEM = Rule(
    "forms.system",
    Text(
        "Документ: {document}; сформирован в системе: {shown:не указана}; требуется: {needed:или}.",
        "{document}: the system is {shown:not recorded}; needed: {needed}.",
    ),
    cure=Text(
        "Сформируйте документ в требуемой системе.", "Make the document in the system that is required."
    ),
    missed=Outcome.BREACH,
    unknown=Text(
        "Документ: {document}; система не указана; требуется: {needed:или}; укажите: {asks}.",
        "{document}: the system is not recorded; needed: {needed}; give: {asks}.",
    ),
    assumed=Text(
        "Документ, сформированный в другой системе, — нарушение, но силы он не теряет.",
        "A document formed in another system is a breach, but keeps its effect.",
    ),
    asks=(asking.SYSTEM,),
)


@asked
def handed_in(handed: Handed | None, on: date, asked: Asked | None) -> Iterator[Verdict]:
    """Whether the document has the form that the decree asks for, and comes from the right system.

    None for `handed` is a document that is not recorded: UNKNOWN. Nothing is asked where the decree says
    nothing of the kind (`asked` is None).
    """
    if asked is None:
        return
    # a rule that lets paper in says nothing of a document that is on paper anyway
    instead = asked.paper if asked.rule.form is Form.ELECTRONIC else ()
    in_time = [paper for paper in instead if _in_force(paper, on)]
    in_time.sort(key=lambda paper: paper.open)  # a recorded end needs no event
    always = next((paper for paper in in_time if paper.condition is Condition.UNCONDITIONAL), None)
    if handed is None:
        yield _form_unknown(asked, always)
    elif handed.form is Form.ELECTRONIC and always is not None:
        yield _electronic_too_early(asked.rule, always)
    elif handed.form is Form.PAPER and in_time:
        yield _on_paper(handed, asked.rule, in_time)
    else:
        yield _in_form(handed.form, asked.rule, instead)
    if handed is not None and handed.form is Form.ELECTRONIC and asked.systems:
        yield _formed_in(handed.system, asked)


def _form_unknown(asked: Asked, always: PaperRule | None) -> Verdict:
    """That the form is not recorded; needed is paper where the decree lets it in unconditionally (`always`)."""
    rule = asked.rule
    needed, cites = (rule.form, ()) if always is None else (Form.PAPER, (always.cite,))
    formed = (asking.SYSTEM,) if needed is Form.ELECTRONIC and asked.systems else ()
    asks = (asking.FORM, *formed)
    return FORM.judge(None, rule.cite, *cites, lacks=asks, document=rule.title, needed=needed.text)


def _electronic_too_early(rule: DocumentRule, paper: PaperRule) -> Verdict:
    """That the document is electronic on a day on which it is still formed on paper."""
    return YET_ON_PAPER.judge(
        None if paper.open else False,
        paper.cite,
        document=rule.title,
        since=paper.since,
        until=paper.last,
        form=Form.ELECTRONIC.text,
    )


def _on_paper(handed: Handed, rule: DocumentRule, in_time: list[PaperRule]) -> Verdict:
    """Whether the condition is met on which the decree lets paper in; UNKNOWN only where all hangs on an event."""
    recorded = handed.impossibility is not None
    met = [one for one in in_time if recorded or one.condition is Condition.UNCONDITIONAL]
    sure = [one for one in met if not one.open]
    pool = sure or met or in_time
    paper = next((one for one in pool if one.condition is Condition.UNCONDITIONAL), pool[0])
    asks = paper.condition is Condition.TECHNICAL_IMPOSSIBILITY
    return PAPER.judge(
        None if met and not sure else bool(met),
        rule.cite,
        paper.cite,
        document=rule.title,
        since=paper.since,
        until=paper.last,
        asks_impossibility=asks,
        impossibility=handed.impossibility,
        lacking=asks and not recorded,
    )


def _in_form(form: Form, rule: DocumentRule, instead: tuple[PaperRule, ...]) -> Verdict:
    """Whether the form is the one asked for; paper is told too when it was let in on other days."""
    late = [paper.cite for paper in instead if form is Form.PAPER]
    return FORM.judge(
        form is rule.form, rule.cite, *late, document=rule.title, form=form.text, needed=rule.form.text
    )


def _formed_in(system: str | None, asked: Asked) -> Verdict:
    """Whether the document comes from a system that the decree names for it."""
    names = {one.id: one.title for one in asked.systems}
    shown = {one.id: one.title for one in asked.known}.get(system or "", system)
    cites = [one.forms_cite for one in asked.systems if one.forms_cite is not None]
    holds = None if system is None else system in names
    return SYSTEM.judge(holds, *cites, document=asked.rule.title, system=system, shown=shown, needed=names)
