"""Порог словами (spoken shares): what share of what whole a regulation asks for, as it says it.

>>> Threshold().read("более половины списочного состава", {}), Threshold().read("не менее 5 членов группы", {})
({'more_than': '1/2', 'of': 'list'}, {'persons': 5, 'of': 'members'})
"""

import re
from dataclasses import dataclass
from typing import Any, Literal

from law189.files.said_counts import unlike
from law189.law import Text
from law189.office.interview.spoken import Misread, Offered, Reader, Values
from law189.profile.term_words import plain_words
from law189.profile.thresholds import Whole, threshold_of

__all__ = ["Threshold"]

_RU = (
    "порог не понят; ответьте номером или словами: «не менее» или «более», доля (половины, двух третей, 2/3, 50 %) "
    "или число (5), и от чего считают: {}; либо «большинством голосов от числа» и от чего считают"
)
_EN = (
    "no such threshold; give a number of the list, or words: «at least» or «more than», a share (half, two thirds, "
    "2/3) or a number (5), and of what it is counted: {}"
)
_NO_THRESHOLD = Text(
    _RU.format(", ".join(whole.text.ru for whole in Whole)),
    _EN.format(", ".join(whole.text.en for whole in Whole)),
)


_EVENTS = {
    "quorum": re.compile(
        r"\bзаседание\b|правомоч|\bприсутству[ею]т\b|\bучаству[ею]т\b|при участии|в присутствии|при наличии"
    ),
    "adoption": re.compile(r"\bрешени[ея]\b|проголосовал|голосов|большинством|\bза н(?:его|их)\b"),
}
"""What shows that a norm is about who has met, or about how a decision is taken."""
_OF_ANOTHER = {
    "quorum": Text(
        "в этих словах сказано о голосах или решении, а вопрос — о кворуме: сколько членов группы присутствует; "
        "например: не менее половины членов группы",
        "the words are about votes or a decision, and the question is about the quorum: how many of the members "
        "are there; such as: at least half of the members",
    ),
    "adoption": Text(
        "в этих словах сказано о том, сколько членов собралось, а вопрос — о пороге принятия решения: сколько "
        "голосов «за»; например: более половины присутствующих",
        "the words are about how many have met, and the question is about the adoption of a decision: how many "
        "vote for it; such as: more than half of those present",
    ),
}


_THRESHOLD_HINT = Text(
    "или словами, например: не менее 2/3 замещённых мест; не менее 5 членов группы",
    "or in words, such as: at least 2/3 of the filled seats; at least 5 of the members",
)


@dataclass(frozen=True)
class Threshold(Reader):
    """Порог: «не менее двух третей присутствующих», «более 1/2 списочного состава».

    `asked` is what the question is about, where words about the other of the two are no answer.
    """

    hint: Text | None = _THRESHOLD_HINT
    wholes: tuple[Whole, ...] = (Whole.MEMBERS, Whole.LIST)
    asked: Literal["quorum", "adoption"] | None = None

    def offered(self, values: Values) -> Offered:  # noqa: ARG002  # as every reader has it
        """More than half and at least half of each whole."""
        return tuple(
            ({key: "1/2", "of": whole.value}, Text(f"{ru} {whole.text.ru}", f"{en} {whole.text.en}"))
            for whole in self.wholes
            for key, ru, en in (
                ("more_than", "более половины", "more than half of"),
                ("at_least", "не менее половины", "at least half of"),
            )
        )

    def read(self, said: str, values: Values) -> Any:
        """The threshold that the words say, as every reader of a profile reads them. Raises `Misread`."""
        offered = self.offered(values)
        if re.fullmatch("[0-9]{1,3}", said) and 1 <= int(said) <= len(offered):
            return offered[int(said) - 1][0]
        found = threshold_of(said) or _out_of_range(said)
        if found is None:
            raise Misread(unlike(said) or _NO_THRESHOLD)
        if self.asked is not None and any(
            form.search(plain_words(said)) for event, form in _EVENTS.items() if event != self.asked
        ):
            raise Misread(_OF_ANOTHER[self.asked])
        return found


def _out_of_range(said: str) -> dict[str, Any] | None:
    """A share such as 3/2 or a rounded one as it is said, for the model to refuse with its own words."""
    share = re.search(
        "(?<![0-9.,/])[0-9]{1,6}(?:/[0-9]{1,6}|(?:[.,][0-9]{1,4})? ?(?:%|процент(?:а|ов)?)|[.,][0-9]{1,4})"
        "(?![0-9])",
        said,
    )
    found = None if share is None else threshold_of(said.replace(share[0], "1/2", 1))
    if share is None or found is None:
        return None
    return {key: share[0] if value == "1/2" else value for key, value in found.items()}
