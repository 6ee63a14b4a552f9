"""Формы хранимого (stored forms): what an event, a saved history and a record in a row of its own are as JSON."""

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Annotated, Any, Literal, NotRequired

from pydantic import Field, with_config
from typing_extensions import TypedDict

from law189.audit.schemas.forms import KeptVerdictForm
from law189.casebook.cycles import CYCLES
from law189.cases.as_given import References
from law189.cases.history import Decision, RecordAnnulled
from law189.cases.ids import HistoryId
from law189.cases.lifecycle import Lifecycle
from law189.cases.schema_two import Hash
from law189.law import About
from law189.verdict import Verdict
from law189.verdict.form import CLOSED

__all__ = ["events_form", "history_form", "row_form"]

_WORDS = {
    "schema": About.of("форма", "form", "Номер формы записи.", "The number of the form it is written in."),
    "lifecycle": About.of("жизненный цикл", "lifecycle", "Код цикла.", "The code of the lifecycle."),
    "id": About.of("дело", "case", "Номер истории.", "The id of the history."),
    "records": About.of("записи", "records", "По порядку.", "In their order."),
    "keys": About.of(
        "ключи", "keys", "Наборы ключей, общие для записей.", "Sets of keys that records share."
    ),
    "shared": About.of("значения", "shared", "Значения, общие для записей.", "Values that records share."),
    "event": About.of("событие", "event", "Что произошло.", "What has happened."),
    "state": About.of(
        "состояние", "state", "Код состояния после шага.", "The code of the state after the step."
    ),
    "verdict": About.of("вывод", "verdict", "Как о шаге решено.", "How the step was judged."),
    "decision": About.of(
        "решение", "decision", "Кто решил то, что не известно.", "Who decided what was not known."
    ),
    "number": About.of(
        "запись", "record", "Номер записи дела, с 1.", "The number of the record of the case, counted from 1."
    ),
    "given": About.of(
        "как дано",
        "as given",
        "Событие, каким его дала строка, если записано иное.",
        "The event as the line gave it, where another is recorded.",
    ),
    "refers_to": About.of(
        "на какие дела ссылается",
        "refers to",
        "Номера дел, которые назвала строка.",
        "The ids of the cases that the line named.",
    ),
    "law189": About.of("версия", "version", "Какая версия судила.", "The version that judged it."),
    "before": About.of(
        "хеш предыдущей",
        "hash of the one before",
        "null у первой записи.",
        "null in the first record.",
    ),
    "hash": About.of("хеш", "hash", "Хеш этой записи.", "The hash of this record."),
}
"""What each key says of itself."""


def events_form() -> Any:
    """Every event of every lifecycle, one of which each event is."""
    return _one_of(map(_events_of, CYCLES.values()))


def _events_of(cycle: Lifecycle[Any]) -> Any:
    kinds = dict.fromkeys([*(clause.event for clause in cycle.clauses), RecordAnnulled])
    return Annotated[_one_of(kinds), Field(discriminator="kind")]


def _one_of(types: Iterable[Any]) -> Any:
    return reduce(or_, types)


def history_form() -> Any:
    """A saved history of any lifecycle: packed as `Lifecycle.dump` writes it, or in full as schema 1 has it."""
    return _one_of(_history_of(cycle, form) for cycle in CYCLES.values() for form in (1, 2))


def _history_of(cycle: Lifecycle[Any], form: int) -> Any:
    saved: dict[str, Any] = {"schema": Literal[form], "lifecycle": Literal[cycle.name], "id": HistoryId}
    if form == 1:
        saved["records"] = list[_record_of(cycle, "record", Verdict)]  # type: ignore[misc]  # made at run time
    else:
        saved |= dict.fromkeys(("keys", "shared", "records"), list[Any])
    return _closed(f"history of {cycle.name}, schema {form}", saved)


def row_form() -> Any:
    """A record in a row of its own, as `Lifecycle.dump_record` writes it."""
    return _one_of(_row_of(cycle) for cycle in CYCLES.values())


def _row_of(cycle: Lifecycle[Any]) -> Any:
    heading = {"schema": Literal[2], "lifecycle": Literal[cycle.name], "id": HistoryId}
    number = Annotated[int, Field(ge=1)]
    given = {"given": dict[str, Any], "refers_to": References}
    hashed = {**given, "law189": str, "before": _one_of((Hash, None)), "hash": Hash}
    return _record_of(cycle, "row", KeptVerdictForm, **heading, number=number, **hashed)


def _record_of(cycle: Lifecycle[Any], name: str, verdict: Any, **more: Any) -> Any:
    record: dict[str, Any] = {
        "event": _events_of(cycle),
        "state": Literal[tuple(state.value for state in cycle.states)],
        "verdict": verdict,
        "decision": Decision,
    }
    return _closed(f"{name} of {cycle.name}", record | more)


_LEFT_OUT = ("decision", "given", "refers_to", "law189")
"""The keys that are left out where nothing is known."""


def _closed(name: str, keys: dict[str, Any]) -> Any:
    worded = {key: Annotated[form, _WORDS[key]] for key, form in keys.items()}
    told = {key: NotRequired[form] if key in _LEFT_OUT else form for key, form in worded.items()}
    return with_config(CLOSED)(TypedDict(name, told))  # type: ignore[operator]  # made at run time
