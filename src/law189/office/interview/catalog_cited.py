"""Опрос об актах (the questions about acts): which acts the decree names, what it approves, where it is published.

>>> [one.key for one in ACTS.parts], [one.key for one in APPROVALS.parts]
(['id', 'act', 'why', 'cite'], ['what', 'annex', 'document', 'cite'])
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from law189.files.nodes import Loc
from law189.files.wording import word
from law189.law import About, Act, Text
from law189.law.act import ActLabel, Level
from law189.law.label import document_words
from law189.law.words import CITE
from law189.office.interview.catalog_acts import kinds_of_act
from law189.office.interview.questions import AT, Ask, Block, Mode, Several, said_of
from law189.office.interview.spoken import (
    Address,
    Choice,
    Day,
    Misread,
    Offered,
    Reader,
    Values,
    Word,
    Words,
    of_entries,
    of_vocabulary,
)
from law189.office.interview.spoken_measures import Number
from law189.office.interview.spoken_values import latin
from law189.profile.acts import ActRef, Approval, Place, Publication
from law189.profile.edition import Edition
from law189.profile.federal import federal_acts

__all__ = ["ACTS", "APPROVALS", "PUBLICATION"]


# ─── Акты, на которые ссылаются ──────────────────────────────────────────────────────────────────────────


def _known_acts(_values: Values) -> Offered:
    return tuple((act.id, act.heading) for act in federal_acts().values())


@dataclass(frozen=True)
class _KnownOrTitle(Choice):
    """Акт из списка, по имени из файла региона или по наименованию."""

    def read(self, said: str, values: Values) -> Any:
        """The id of the act; the title of one that nobody knows, as a text under `ru`."""
        ids = {value for value, _ in self.offered(values)}
        words = {one.casefold() for _, text in self.offered(values) for one in (text.ru, text.en)}
        if re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", said) or said in ids or said.casefold() in words:
            return super().read(said, values)
        return {"ru": said}


def _act_of(value: Any, entries: list[Any]) -> Mapping[str, Any]:
    """The id, or the act itself with its title and a short name made of it."""
    if not isinstance(value, Mapping):
        return {"id": value}
    acts = [one.get("act") for one in entries if isinstance(one, dict)]
    taken = {*federal_acts(), *(one.get("id") for one in acts if isinstance(one, dict))}
    return {"act": {"id": latin(str(value.get("ru", "")), taken), "title": dict(value)}}


def _is_described(keys: Mapping[str, Any]) -> bool:
    return "act" in keys


_WHICH = About.of(
    "акт",
    "act",
    "Какой акт назван.",
    "Which act is named.",
)
_WHICH_FORM = Text(
    "если его нет в списке — наименование словами, например: О социальном заказе в области; Устав поселения",
    "where it is not in the list, its title in words, such as: On the social order in the region",
)
_LABEL = About.of(
    "краткое обозначение",
    "label",
    "Как назвать акт в предложении, если вид, номер и день его не называют, например: Устав поселения.",
    "What a sentence calls the act where kind, number and day do not, such as the Charter.",
)
_DESCRIBED = Block(
    "act",
    said_of(ActRef, "act"),
    (
        Ask("kind", said_of(Act, "kind"), Choice(of=kinds_of_act)),
        Ask("number", said_of(Act, "number"), Word()),
        Ask("date", said_of(Act, "date"), Day()),
        Ask("level", said_of(Act, "level"), Choice(of=of_vocabulary(Level))),
        Block(
            "label",
            _LABEL,
            (
                Ask("ru", _LABEL, Word()),
                Ask("of", said_of(ActLabel, "of"), Word(), stand="?"),
                Ask("to", said_of(ActLabel, "to"), Word(), stand="?"),
            ),
            Mode.AT_ONCE,
        ),
    ),
    when=_is_described,
)
ACTS = Several(
    "acts",
    said_of(Edition, "acts"),
    (
        Ask("id", _WHICH, _KnownOrTitle(_WHICH_FORM, of=_known_acts), also=_act_of),
        _DESCRIBED,
        Ask("why", said_of(ActRef, "why"), Words()),
        Ask("cite", CITE, Address()),
    ),
)
"""The questions about the acts that the decree names; an entry begins with one that is known, or with its title."""


# ─── Что утверждено и где опубликовано ───────────────────────────────────────────────────────────────────


def _document_id(value: Any, values: Values, _path: Loc) -> Mapping[str, Any]:
    """The word with which addresses in the document begin, one that no other document has."""
    taken = {one.get("id") for one in values.get("approvals") or () if isinstance(one, dict)}
    name = latin(str(value.get("ru", "")), set()).replace("-", "")
    return {"id": next(found for n in range(len(taken) + 1) if (found := name + "x" * n) not in taken)}


_DOCUMENT = About.of(
    "название документа",
    "name of the document",
    "Как назван утверждённый документ, если у него своя нумерация, например: Положение.",
    "What the approved document is called where it has numbers of its own.",
)
_DOCUMENT_FORM = Text(
    "например: Положение; редкое слово — с родительным падежом: Инструкция / Инструкции. Адреса в нём дальше "
    "пишут так: п. 2.1 Положения. Если пункты называют по приложению («п. 2.1 прил. 3») — молчит",
    "such as Положение; a rare word with its genitive: Инструкция / Инструкции. Addresses in it are then written "
    "with its name: п. 2.1 Положения. Where items are named by the annex, silent",
)


@dataclass(frozen=True)
class _Document(Reader):
    """Название документа: one word or words, with the genitive after a slash where it is no usual one."""

    hint: Text | None = _DOCUMENT_FORM

    def read(self, said: str, values: Values) -> Any:  # noqa: ARG002  # as every reader has it
        """The name under `ru`, the genitive under `of`. Raises `Misread` where the genitive is not known."""
        name, slash, genitive = (one.strip() for one in said.partition("/"))
        if slash and name and genitive:
            return {"ru": name, "of": genitive}
        if not document_words(said)[0]:
            raise Misread(
                Text(
                    f"впишите и родительный падеж: {word(said)} / (чего?), например: Инструкция / Инструкции",
                    f"write the genitive too: {word(said)} / …, such as Инструкция / Инструкции",
                )
            )
        return {"ru": said}


APPROVALS = Several(
    "approvals",
    said_of(Edition, "approvals"),
    (
        Ask("what", said_of(Approval, "what"), Words()),
        Ask("annex", said_of(Approval, "annex"), Number()),
        Ask("document", _DOCUMENT, _Document(), beside=_document_id),
        AT,
    ),
)
"""The questions about what the decree approves."""

_PUBLISHED: Offered = (
    ("decree", Text("само постановление", "the decree itself")),
    (
        "law-documents",
        Text("документы, которые закон велит размещать", "documents that the law wants published"),
    ),
)
_UNDER_FORM = Text(
    "имя акта, косая черта и адрес в нём, например: minfin-243n/act",
    "the name of the act, a slash and the address in it, such as minfin-243n/act",
)
PUBLICATION = Several(
    "publication",
    said_of(Edition, "publication"),
    (
        Ask("what", said_of(Publication, "what"), Choice(of=lambda _values: _PUBLISHED)),
        Ask("where", said_of(Publication, "where"), Words(), stand={"ru": "?"}),
        Ask("place", said_of(Publication, "place"), Choice(of=of_vocabulary(Place))),
        Ask("responsible", said_of(Publication, "responsible"), Choice(of=of_entries("bodies"))),
        Ask("under", said_of(Publication, "under"), Address(_UNDER_FORM)),
        AT,
    ),
)
"""The questions about where the decree and what the law names are published."""
