"""Испытанный совет (tried): what to do about a value that is refused, where doing it leads to no other refusal.

>>> from law189.law import Day
>>> due = TypeAdapter(dict[str, Day])
>>> try:
...     _ = due.validate_python({"due": "1.2.2024"})
... except ValidationError as error:
...     errors = error.errors(include_url=False)
>>> print(Tried(lambda: {"due": "1.2.2024"}, due, {}, errors, quoted=True).told(errors[0], ("due",)).en)
a day of the form YYYY-MM-DD is needed, not «1.2.2024»; write "2024-02-01"
"""

from collections.abc import Callable
from typing import Any, TypeAlias

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from law189.files.hint import Choice, Form, Hint, entry
from law189.files.refused import joined, refused
from law189.files.spelt_days import EMPTY_DAY
from law189.law import Text
from law189.law.entry import NO_DAY

__all__ = ["Tried"]

Loc: TypeAlias = tuple[int | str, ...]


class Tried:
    """Испытание: what is told is done to the values that `plain` gives, and they are checked again.

    `errors` are all that is wrong with them; `quoted` says that they stand in JSON or in a program.
    """

    def __init__(
        self,
        plain: Callable[[], Any],
        adapter: TypeAdapter[Any],
        context: dict[str, Any],
        errors: list[ErrorDetails],
        *,
        quoted: bool,
    ) -> None:
        self._plain, self._adapter, self._context, self._quoted = plain, adapter, context, quoted
        self._known = {(details["type"], details["loc"]) for details in errors}

    def told(self, details: ErrorDetails, path: Loc) -> Text:
        """What is wrong with the value at the path, and what to do about it."""
        facts, loc = details.get("ctx", {}), details["loc"]
        told, hint = refused(details["type"], details["input"], facts, details["msg"], quoted=self._quoted)
        if isinstance(hint, Hint) and hint.whole and not self._taken(path, hint.value, loc):
            hint = None
        if isinstance(hint, Choice) and not isinstance(hint, Form):
            hint = self._chosen(hint, path, loc)
        words = joined(told, hint, quoted=self._quoted)
        no_day = NO_DAY.ru in words.ru or words.ru.endswith(EMPTY_DAY.ru)
        if no_day and self._may_go(path):
            return Text(f"{words.ru} или уберите ключ", f"{words.en} or leave the key out")
        return words

    def _chosen(self, hint: Choice, path: Loc, loc: Loc) -> Choice | Hint | None:
        """Those of the values that are taken; where some of them let nothing new be wrong, those alone."""
        taken = [one.value for one in hint.hints if self._taken(path, one.value, loc)]
        whole = [value for value in taken if self._put(path, value) <= self._known]
        kept = whole or taken
        return Choice.among(kept) if len(kept) > 1 else entry(kept[0]) if kept else None

    def _put(self, path: Loc, value: object) -> set[tuple[str, Loc]]:
        """What is wrong with that value in place of what stands there."""
        return self._wrong(path, lambda held, key: held.__setitem__(key, value))

    def _taken(self, path: Loc, value: object, loc: Loc) -> bool:
        """Whether that value in place of what stands there is not refused."""
        return all(one[: len(loc)] != loc for _, one in self._put(path, value))

    def _may_go(self, path: Loc) -> bool:
        """Whether the key may be left out: without it nothing else is wrong."""
        if not path or not isinstance(path[-1], str):
            return False
        return self._wrong(path, lambda held, key: held.__delitem__(key)) <= self._known

    def _wrong(self, path: Loc, change: Callable[[Any, Any], None]) -> set[tuple[str, Loc]]:
        """What is wrong with the values after the change at the path, by its reason and its place."""
        held: Any = {"": self._plain()}
        whole, steps = held, ("", *path)
        for step in steps[:-1]:
            held = held[step]
        change(held, steps[-1])
        try:
            self._adapter.validate_python(whole[""], context={**self._context, "keys": {}})
        except ValidationError as error:
            return {(details["type"], details["loc"]) for details in error.errors(include_url=False)}
        return set()
