"""Сохранённое (saved): a history in JSON, whole or a row for each record, each with its hash.

A record keeps what was decided and by which version of law189; its hash is SHA-256 over that and over the hash of
the record before it, as canonical JSON (keys in order, no spaces, UTF-8). So a record that was changed, dropped or
moved after it was saved shows. A chain does not show that records were cut off at its end; whoever keeps the last
hash elsewhere sees that too.

Schema 2 is written, packed, and without what the event of a record says already. One that older versions packed in
full is read alike: `rows_of` gives the records of both in full. Schema 1, which has the sentences in full and no
hashes, is read for ever: `upcast` is the one place that knows it.

>>> digest({"id": "17", "before": None}) == digest({"before": None, "id": "17"})
True
>>> chained({"lifecycle": "door", "id": "front"}, [{"state": "ajar"}, {"state": "open", "hash": "as saved"}])
[{'state': 'ajar', 'before': None, 'hash': '...'}, {'state': 'open', 'hash': 'as saved'}]
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib import metadata
from typing import Any

from pydantic import TypeAdapter, ValidationError

from law189.cases.as_given import AsGiven, differing
from law189.cases.folded import folded, unfolded
from law189.cases.history import History, Record
from law189.cases.ids import no_step
from law189.cases.kept import Kept
from law189.cases.packed import Packed, pack
from law189.cases.schema_one import fault_of, read_saved
from law189.cases.schema_two import KeptHistory, KeptRecord
from law189.cases.told import Sentences
from law189.cases.unpacked import opened, unpack
from law189.errors import FaultyInput
from law189.files.wording import word
from law189.kinds import must_be
from law189.law import Law189Error
from law189.law.texts import readable

__all__ = [
    "SCHEMA",
    "chained",
    "digest",
    "dump",
    "dump_row",
    "hashed",
    "read",
    "read_row",
    "read_rows",
    "rows_of",
]

SCHEMA = 2
"""The version of the JSON form that is written; every earlier one is read."""
HEADING = ("schema", "lifecycle", "id", "number")
"""What a row says of its history and of its place in it, besides its record."""


@cache
def version() -> str | None:
    """The version of law189 that judges; None where it is not installed."""
    try:
        return metadata.version("law189")
    except metadata.PackageNotFoundError:
        return None


CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), check_circular=False)


# ─── Хеши ────────────────────────────────────────────────────────────────────────────────────────────────


def digest(content: Mapping[str, Any]) -> str:
    """SHA-256 of the value as canonical JSON, in hex."""
    return sha256(CANONICAL.encode(content).encode("utf-8", "surrogatepass")).hexdigest()


def hashed(of: Mapping[str, Any], row: Mapping[str, Any]) -> str:
    """The hash that the row of a record must have: of its history, of all it says, and of the hash before it."""
    said = {key: value for key, value in row.items() if key not in HEADING and key != "hash"}
    return digest({**said, "lifecycle": of.get("lifecycle"), "id": of.get("id")})


def chained(of: Mapping[str, Any], rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with their hashes; one that was saved with its own keeps it, so that a later change shows."""
    before: str | None = None
    for row in rows:
        if "hash" not in row:
            row["before"] = before
            row["hash"] = hashed(of, row)
        before = row["hash"]
    return list(rows)


# ─── В JSON ──────────────────────────────────────────────────────────────────────────────────────────────


def _row(record: Record[Any], sentences: Sentences) -> dict[str, Any]:
    kept = record.kept
    judged_by = version() if kept.form is None else kept.law189
    row: dict[str, Any] = {
        "event": record.event.model_dump(mode="json"),
        "state": record.state,
        "verdict": sentences.row(record.verdict),
    }
    if record.decision is not None:
        row["decision"] = record.decision.model_dump(mode="json")
    if judged_by is not None:
        row["law189"] = judged_by
    if record.given.event is not None:
        row["given"] = differing(record.given.event, record.event)
    if record.given.refers_to:
        row["refers_to"] = dict(record.given.refers_to)
    if kept.hash is not None:
        row |= {"before": kept.before, "hash": kept.hash}
    return row


def _heading(history: History[Any]) -> dict[str, Any]:
    return {"schema": SCHEMA, "lifecycle": history.lifecycle, "id": history.id}


def dump(history: History[Any], sentences: Sentences) -> dict[str, Any]:
    """The history as plain JSON values."""
    heading = _heading(history)
    rows = chained(heading, [_row(record, sentences) for record in history.records])
    return {**heading, **pack([folded(heading, row) for row in rows])._asdict()}


def dump_row(history: History[Any], number: int, sentences: Sentences) -> dict[str, Any]:
    """One record, counted from 1, as plain JSON values that stand for themselves.

    Raises `Law189Error` where there is no such record.
    """
    if not 1 <= number <= history.version:
        raise Law189Error(
            f"{history.lifecycle} {history.id} has {history.version} records, no number {number}"
        )
    first = number - 1
    while first > 0 and history.records[first - 1].kept.hash is None:
        first -= 1
    heading = _heading(history)
    since = history.records[max(first - 1, 0) : number]
    row = chained(heading, [_row(record, sentences) for record in since])[-1]
    return {**heading, "number": number, **row}


# ─── Из JSON ─────────────────────────────────────────────────────────────────────────────────────────────


_LOOKED_AT: dict[str, Any] = {"keys": None}
"""What a reader is told where the signs of the texts were looked at as they are packed."""
_HISTORY: TypeAdapter[KeptHistory] = TypeAdapter(KeptHistory)
_RECORDS: TypeAdapter[tuple[KeptRecord, ...]] = TypeAdapter(tuple[KeptRecord, ...])


def read(
    data: Any, lifecycle: str, events: TypeAdapter[Any], sentences: Sentences
) -> tuple[str, Iterator[Record[Any]]]:
    """The id of the history that was saved, and its records as they were saved.

    Raises `Law189Error` on another form or lifecycle, and `FaultyInput` with everything wrong, each by its key.
    """
    given = no_step(must_be(data, Mapping))
    form = given.get("schema")
    if isinstance(form, str) and form.isdigit():
        raise Law189Error(
            f"schema: a whole number without quotes is needed, not '{word(form)}'; write {int(form)}"
        )
    if type(form) is not int or form not in (1, SCHEMA) or given.get("lifecycle") != lifecycle:
        raise Law189Error(
            f"a history of {lifecycle} with schema 1 or {SCHEMA} is needed, not {given.get('lifecycle')} with "
            f"schema {form}; read it with the version of law189 that wrote it"
        )
    if form == 1:
        return upcast(given, events)
    whole = _checked(_HISTORY, given, given, _LOOKED_AT)
    records, texts = opened(Packed(whole.keys, whole.shared, whole.records))
    if not readable([whole.id, *texts]):
        _checked(_HISTORY, given, given)  # each is refused at its place
    return whole.id, _read([unfolded(given, row) for row in records], given, _LOOKED_AT, events, sentences)


def rows_of(data: Mapping[str, Any]) -> list[Any]:
    """The records of a history of schema 2, each in full as a row has it.

    Raises `Law189Error` where the file does not unpack.
    """
    rows = unpack(Packed(data["keys"], data["shared"], data["records"]))
    return [unfolded(data, row) for row in rows]


def _read(
    rows: list[Any],
    of: Mapping[str, Any],
    looked_at: Mapping[str, Any],
    events: TypeAdapter[Any],
    sentences: Sentences,
) -> Iterator[Record[Any]]:
    """The records of the rows."""
    context = {"events": events, "sentences": sentences, **looked_at}
    for r in _checked(_RECORDS, rows, of, context, ("records",)):
        kept = Kept(SCHEMA, r.law189, r.before, r.hash)
        yield Record(r.event, r.state, r.verdict, r.decision, kept, AsGiven(r.given, r.refers_to))


def _checked(
    adapter: TypeAdapter[Any],
    data: Any,
    of: Mapping[str, Any],
    context: dict[str, Any] | None = None,
    within: tuple[str, ...] = (),
) -> Any:
    try:
        return adapter.validate_python(data, context=context)
    except ValidationError as error:
        file = f"{word(str(of.get('lifecycle')))} {word(str(of.get('id')))}"
        details = error.errors(include_url=False)
        raise FaultyInput(fault_of(file, one, within) for one in details) from None


def upcast(data: Mapping[str, Any], events: TypeAdapter[Any]) -> tuple[str, Iterator[Record[Any]]]:
    """The records of schema 1: nobody noted which version judged, and they have no hashes."""
    saved = read_saved(data, events)
    kept = Kept(form=1)
    return saved.id, (Record(r.event, r.state, r.verdict, r.decision, kept) for r in saved.records)


# ─── Строка на запись ────────────────────────────────────────────────────────────────────────────────────


def read_row(
    row: Any, lifecycle: str, events: TypeAdapter[Any], sentences: Sentences, *, reasons: bool = True
) -> Record[Any]:
    """The record that `dump_row` wrote; without its `reasons` what its verdict rests on is not read.

    Raises `Law189Error` on another form or lifecycle, and `FaultyInput` with everything wrong, each by its key.
    """
    of = _history_of([row], lifecycle)
    said = {key: value for key, value in row.items() if key not in HEADING}
    if not reasons and isinstance(said.get("verdict"), Mapping):
        said["verdict"] = {key: value for key, value in said["verdict"].items() if key != "parts"}
    return next(_read([said], of, {}, events, sentences))


def read_rows(
    rows: Sequence[Any], lifecycle: str, events: TypeAdapter[Any], sentences: Sentences
) -> tuple[str, Iterator[Record[Any]]]:
    """The id of the history of which these are the rows, from first to last, and its records.

    Raises `Law189Error` where there is none, where they are of several histories, and where one is out of place;
    `FaultyInput` with everything wrong in them, each by its key.
    """
    of = _history_of(rows, lifecycle)
    for place, row in enumerate(rows, start=1):
        if row.get("number") != place:
            raise Law189Error(
                f"row {place} of {lifecycle} {of.get('id')} has the number {row.get('number')}; "
                "give every row of the history, from first to last"
            )
    said = [{key: value for key, value in row.items() if key not in HEADING} for row in rows]
    whole = _checked(_HISTORY, {**of, "keys": (), "shared": (), "records": ()}, of)
    return whole.id, _read(said, of, {}, events, sentences)


def _history_of(rows: Sequence[Any], lifecycle: str) -> dict[str, Any]:
    """What every one of the rows says of the history."""
    if not rows:
        raise Law189Error("there is no row; begin a history that has none anew")
    found = []
    for row in rows:
        given: Mapping[str, Any] = no_step(row) if isinstance(row, Mapping) else {}
        found.append({key: given.get(key) for key in ("schema", "lifecycle", "id")})
    if any(one != found[0] for one in found):
        raise Law189Error("the rows are of several histories; give those of one")
    if found[0]["schema"] != SCHEMA or found[0]["lifecycle"] != lifecycle:
        raise Law189Error(
            f"a row of {lifecycle} with schema {SCHEMA} is needed, not {found[0]['lifecycle']} with "
            f"schema {found[0]['schema']}; read it with the version of law189 that wrote it"
        )
    return found[0]
