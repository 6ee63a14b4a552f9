"""Адреса файла (citing): what an address of a profile's file names, among the acts that the profile knows.

>>> act = Act(id="town", number="12")
>>> cited_in({"town": act}, act)("p3.1").label.ru
'п. 3.1 постановления № 12'
>>> cited_in({"town": act}, act)("other/p3.1")
Traceback (most recent call last):
    ...
pydantic_core._pydantic_core.PydanticCustomError: the act «other» is not known; possible: town
"""

from collections.abc import Callable, Mapping

from pydantic_core import PydanticCustomError

from law189.files.wording import did_you_mean, in_latin, word
from law189.law import Act, ActLabel, Citation, UnknownProvision, flaw
from law189.law.address import normal, root_of
from law189.profile.references import Gone, gone_of

__all__ = ["UNREADABLE", "cited_in"]


NOTHING_GONE: Gone = {}


def cited_in(known: Mapping[str, Act], main: Act, gone: Gone = NOTHING_GONE) -> Callable[[str], Citation]:
    """What reads an address: of the decree itself, or after the id of another act and a slash.

    `gone` says which acts and documents amendments took out of the file.
    """

    def cite(address: str) -> Citation:
        act, _, within = address.rpartition("/")
        if act and act not in known:
            if (told := gone_of(gone, "acts", act)) is not None:
                raise flaw(
                    "unknown_act",
                    f"акта «{word(act)}» в файле нет {told.ru}",
                    f"the file has no act «{word(act)}» {told.en}",
                )
            hint = did_you_mean(act, known)
            raise flaw(
                "unknown_act",
                f"акт «{word(act)}» не известен; {hint.ru}",
                f"the act «{word(act)}» is not known; {hint.en}",
            )
        try:
            return known[act or main.id].cite(within)
        except UnknownProvision:
            raise _no_address(within, known[act or main.id], gone if act in ("", main.id) else {}) from None

    return cite


def _no_address(address: str, act: Act, gone: Gone) -> PydanticCustomError:
    if normal(address) is not None:  # its form is right: the act has no such document
        document, ids = word(root_of(address)), [one.id for one in act.documents]
        if (told := gone_of(gone, "approvals", root_of(address))) is not None:
            return flaw(
                "address_document",
                f"документа «{document}» со своей нумерацией у постановления нет {told.ru}",
                f"the decree has no document «{document}» with numbers of its own {told.en}",
            )
        hint = did_you_mean(document, ids)
        return flaw(
            "address_document",
            f"у акта нет документа «{document}» со своей нумерацией; {hint.ru}",
            f"the act has no document «{document}» with numbers of its own; {hint.en}",
        )
    shown, latin = word(address), word(in_latin(address))
    if latin != shown and normal(latin) is not None:
        return flaw(
            "address_letters",
            f"в адресе «{shown}» русские буквы, похожие на латинские; наберите «{latin}» латиницей",
            f"the address «{shown}» has Russian letters that look Latin; type «{latin}» in Latin letters",
        )
    return flaw(
        "address_form",
        f"адрес «{shown}» не той формы; пишите как p3.1, app3.5.5 или art20.part1",
        f"the address «{shown}» has a wrong form; write it like p3.1, app3.5.5 or art20.part1",
    )


UNREADABLE = Act(
    id="act",
    number="?",
    label=ActLabel(ru="акт", of="акта", to="акту", en="the act"),
)
"""What stands for a decree that has faults of its own, so that all else is checked."""
