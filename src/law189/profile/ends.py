"""Слово о конце срока (ends): how an act names the last day of a term, or the first that is too late."""

from law189.law import Vocabulary

__all__ = ["End"]


class End(Vocabulary):
    """Каким словом акт называет конец срока: «до» (reading D1), «по» и «не позднее» (that day is within)."""

    BEFORE = "before", "до", "before"
    BY = "by", "по", "up to and including"
    NOT_LATER = "not_later", "не позднее", "not later than"
