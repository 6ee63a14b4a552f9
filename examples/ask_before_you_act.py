"""A form that asks first: what may be done with a certificate today, by whom and with what, and what forbids it.

`python examples/ask_before_you_act.py [ru|en] [PROFILE]` tells it of Kemerovo, which has adopted no act yet: each
step says which act is missing and who adopts it. With a profile that has its acts the same steps are open.
"""

import sys
from collections.abc import Iterator
from datetime import date

from law189 import Edition, History, Outcome, Profile, Refused, Text, Verdict, load_profile
from law189.cases.lifecycle import Duty, Option
from law189.extracts import Recipient
from law189.law import Citation, Lang
from law189.profile.documents import DocumentKind, Form, Handed
from law189.profile.parties import named as in_words
from law189.report.text import MARKS
from law189.workflows.certificate import AppliedFor, CertificateEvent, RecipientRegistered
from law189.workflows.certificate import lifecycle as certificate

DAY = date(2024, 1, 11)
CASE = Text(
    "Социальный сертификат {case}, {day}, состояние: {state}",
    "Social certificate {case}, {day}, state: {state}",
)
KEY = Text("✓ можно   ? чего-то не хватает   ✗ нельзя", "✓ permitted   ? something is missing   ✗ refused")
WHO, ANYBODY = Text("кто", "who"), Text("любой", "anybody")
FACTS, DOCUMENT = Text("сведения", "facts"), Text("документ", "document")
DUTIES, LAST_DAY = Text("Обязанности", "Duties"), Text("последний день", "last day")
UNSET, OVERDUE = (
    Text("срок ещё никто не установил", "nobody has set a term yet"),
    Text("просрочено", "overdue"),
)
TRIED = Text("Пробуем: {step}", "Trying: {step}")
NOW, STILL = (
    Text("Записано; состояние: {state}", "Recorded; state: {state}"),
    Text("Не записано", "Not recorded"),
)


def main(lang: Lang, name: str) -> None:
    """Apply, ask what may be done the next day, and try one step."""
    profile = load_profile(name)
    history = certificate.advance(certificate.begin("17"), applied(), profile)
    print(
        CASE[lang].format(case=history.id, day=shown(DAY, lang), state=certificate.words[history.state][lang])
    )
    print(KEY[lang])
    for option in certificate.options(history, profile, DAY):
        print("\n".join(told(option, profile.on(DAY), lang)))
    print(f"\n{DUTIES[lang]}")
    for duty in certificate.due(history, profile, DAY):
        print("\n".join(owed(duty, lang)))
    print("\n".join(tried(history, profile, lang)))


def applied() -> AppliedFor:
    """The application of the day before, which no missing act stands against."""
    return AppliedFor(
        on=date(2024, 1, 10),
        by="representative",
        document=Handed(form=Form.ELECTRONIC, system="navigator"),
        recipient=Recipient(file="17", born=date(2014, 5, 1)),
        services=("804200О.99.0.ББ52АЖ48000",),
        asks=("enrolment", "certificate"),
    )


def told(option: Option, edition: Edition, lang: Lang) -> Iterator[str]:
    """A step as a form shows it: who may take it, with what, and all that stands against it."""
    leads = f" → {option.target}" if option.target else ""  # an annulment leads back, to no state of its own
    yield f"\n{MARKS[option.verdict.outcome]} {option.title[lang]}{leads}"
    yield f"    {WHO[lang]}: {named(option.by, edition, lang)}"
    yield f"    {FACTS[lang]}: {', '.join(fact.title[lang] for fact in option.needs)}"
    if option.document is not None:
        yield f"    {DOCUMENT[lang]}: {document(option.document, edition, lang)}"
    yield from against(option.verdict, lang)


def named(who: tuple[str, ...] | None, edition: Edition, lang: Lang) -> str:
    """Bodies by their titles in the profile, parties by what the law calls them."""
    if who is None:
        return ANYBODY[lang]
    words = (in_words(one, edition.titles) for one in who)
    return ", ".join(one if isinstance(one, str) else one[lang] for one in words)


def document(kind: DocumentKind, edition: Edition, lang: Lang) -> str:
    """The document, the form the decree asks for, and the systems that form it."""
    asked = edition.form_of(kind)
    if asked is None:
        return kind.text[lang]
    words = (kind.text, asked.rule.form.text, *(system.title for system in asked.systems))
    cites = (asked.rule.cite, *(system.forms_cite or system.cite for system in asked.systems))
    return f"{'; '.join(word[lang] for word in words)} [{addresses(cites, lang)}]"


def against(verdict: Verdict, lang: Lang) -> Iterator[str]:
    """Every reason at once, each with its address."""
    for reason in verdict.reasons(Outcome.BREACH, Outcome.UNKNOWN, Outcome.VOID):
        yield f"    {MARKS[reason.outcome]} {reason.text[lang]} [{addresses(reason.cites, lang)}]"


def owed(duty: Duty, lang: Lang) -> Iterator[str]:
    """A duty with its last day, where an act has set the term."""
    last_day = UNSET[lang] if duty.last_day is None else f"{LAST_DAY[lang]} {shown(duty.last_day, lang)}"
    late = f"; {OVERDUE[lang]}" if duty.overdue else ""
    yield f"  {duty.text[lang]}: {last_day}{late} [{addresses(duty.cites, lang)}]"


def tried(history: History[CertificateEvent], profile: Profile, lang: Lang) -> Iterator[str]:
    """One step, taken or refused; a refusal moves nothing."""
    step = RecipientRegistered(on=DAY, by="education", record="17")
    yield "\n" + TRIED[lang].format(step=certificate.clause("recipient_registered").title[lang])
    try:
        history = certificate.advance(history, step, profile)
    except Refused as refused:
        yield f"  {STILL[lang]}:"
        yield from against(refused.verdict, lang)
    else:
        yield f"  {NOW[lang].format(state=certificate.words[history.state][lang])}"


def addresses(cites: tuple[Citation, ...], lang: Lang) -> str:
    """Where the law says so, each address once; a dash where it does not, and the library assumes it."""
    return "; ".join(dict.fromkeys(cite.label[lang] for cite in cites)) or "—"


def shown(day: date, lang: Lang) -> str:
    """A day as the language writes it."""
    return f"{day:%d.%m.%Y}" if lang == "ru" else day.isoformat()


if __name__ == "__main__":
    said = sys.argv[1:]
    main(
        "en" if "en" in said else "ru", next((word for word in said if word not in ("ru", "en")), "kemerovo")
    )
