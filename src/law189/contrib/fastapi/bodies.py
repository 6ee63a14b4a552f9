"""Что пришло в запросе (what a request brings): its body and its ids, read as strictly as files.

A body is a model: what OpenAPI shows and what is read are one type. A key given twice, `NaN`, a body that is no
JSON object: each is told with its place. Whatever is wrong below `recipient` is told without the value, for that
may be somebody's name.
"""

import re
from collections.abc import Callable, Coroutine
from typing import Annotated, Any, NoReturn, TypeVar, Union, cast
from urllib.parse import unquote

from fastapi import Request, Response
from fastapi.routing import APIRoute
from pydantic import (
    AfterValidator,
    Field,
    GetCoreSchemaHandler,
    StrictInt,
    TypeAdapter,
    create_model,
    model_validator,
)
from pydantic_core import CoreSchema, core_schema
from starlette.routing import Match
from starlette.types import Scope

from law189.audit.schemas.schema_words import russian_opening
from law189.casebook import words
from law189.casebook.cycles import CYCLES
from law189.casebook.extracted import misnamed, names_schema
from law189.casebook.line import NO_REFERENCES, References
from law189.cases.history import Decision, Event
from law189.cases.ids import SavedId, composed
from law189.cases.lifecycle import Lifecycle
from law189.errors import Fault, FaultyInput
from law189.extracts import Recipient
from law189.files.json_text import read_json
from law189.files.nodes import check, tree_of
from law189.files.parser import read_bytes
from law189.files.wording import missing
from law189.law import Entry, Text, about, flaw
from law189.verdict import plain

__all__ = ["CaseId", "LifecycleName", "NewCase", "Step", "StrictRoute", "Strictly", "step_of"]

T = TypeVar("T")


# ─── Ids ─────────────────────────────────────────────────────────────────────────────────────────────────


IN_A_PATH = "Номер дела; «/» в нём пишут как %2F / the id of the case; a «/» in it is written as %2F"
ID = "[0-9A-Za-zА-Яа-яЁё][0-9A-Za-zА-Яа-яЁё._-]{0,63}"


def _one_id(case_id: str) -> str:
    """One id is one case, however its letters are put together: `й` as one sign or as two (NFC)."""
    told = composed(case_id)
    if not re.fullmatch(ID, told):
        raise flaw(
            "case_id",
            "номер дела — до 64 букв, цифр, точек, дефисов и подчёркиваний, первой — буква или цифра",
            "the id of a case has up to 64 letters, digits, dots, hyphens and underscores, "
            "and begins with a letter or a digit",
        )
    return told


NewId = Annotated[str, AfterValidator(_one_id), Field(json_schema_extra={"pattern": f"^{ID}$"})]
"""The id with which a case is begun over HTTP."""
CaseId = Annotated[SavedId, Field(description=IN_A_PATH)]
"""The id of a case, in a path: any that a book takes, however its case was begun."""
LifecycleName = Annotated[str, words.LIFECYCLE, Field(json_schema_extra={"enum": [*CYCLES]})]
"""The lifecycle, in a path or in a body; another name is no fault of form, but 404 with the nearest one."""


# ─── What a body is ──────────────────────────────────────────────────────────────────────────────────────


class NewCase(Entry):
    """Новое дело: a case to begin."""

    lifecycle: LifecycleName
    id: NewId


class Step(Entry):
    """Шаг: what may stand in its body beside the facts of the event."""

    decision: Annotated[Decision | None, words.DECISION] = None
    expected_version: Annotated[Annotated[StrictInt, Field(ge=0)] | None, words.EXPECTED_VERSION] = None
    lifecycle: Annotated[str | None, words.LIFECYCLE] = None
    history: Annotated[str | None, words.HISTORY] = None
    refers_to: Annotated[References, words.REFERS_TO] = NO_REFERENCES

    def event(self) -> Event:
        """The event alone, as a history keeps it."""
        kind: Any = type(self).__bases__[1]
        facts = {name: value for name, value in self if name in kind.model_fields}
        event: Event = kind.model_construct(self.model_fields_set & facts.keys(), **facts)
        return event


def step_of(cycle: Lifecycle[Any]) -> Any:
    """The body of a step of that lifecycle: one of its events by its `kind`, with what may stand beside it."""
    titles = {clause.event: clause.title for clause in (*cycle.clauses, cycle.annulment)}
    steps = tuple(_step(cycle.name.title(), event, title) for event, title in titles.items())
    return Annotated[Union[steps], Field(discriminator="kind")]  # noqa: UP007  # made at run time


def _step(name: str, event: type[Event], title: Text) -> type[Step]:
    extracts: Any = Field(json_schema_extra=names_schema(event))

    def of_extracts(step: Step) -> Step:
        """A name that is no extract of the step is refused here as a file refuses it."""
        wrong = misnamed(event, step.refers_to)
        if wrong is not None:
            raise wrong
        return step

    both, kind = (Step, event), event.model_fields["kind"].annotation
    shown: Any = {"title": title.ru, "json_schema_extra": {"x-law189": {"title": plain(title)}}}
    made: Any = create_model(
        f"{name}{event.__name__}",
        __base__=cast(Any, both),
        __doc__=russian_opening(event.__doc__ or ""),
        __cls_kwargs__=shown,
        __validators__={"of_extracts": cast(Any, model_validator(mode="after")(of_extracts))},
        kind=cast(Any, (kind, ...)),
        refers_to=cast(Any, (Annotated[References, words.REFERS_TO, extracts], NO_REFERENCES)),
    )
    return cast(type[Step], made)


# ─── How it is read ──────────────────────────────────────────────────────────────────────────────────────


class Strictly:
    """Stands beside the type of a body: it is shown as `form`, and read as `form` with every fault of it told."""

    def __init__(self, form: Any) -> None:
        self._form, self._adapter = form, TypeAdapter(form)

    def __get_pydantic_core_schema__(self, _: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_wrap_validator_function(
            lambda values, _: read(values, self._adapter), handler.generate_schema(self._form)
        )


class StrictRequest(Request):
    """A request whose JSON is read by the library's reader."""

    async def json(self) -> dict[str, Any]:
        """The JSON object in the body. Raises `FaultyInput` on anything else."""
        return await body_of(self)


SLASH = "\udc2f"
"""What stands for a `%2F` while a path is looked for: no address decodes to it."""


def _parted(scope: Scope) -> str:
    """The path of the address, where a slash parts names and a `%2F` is `SLASH`.

    As the server has decoded it, where it does not tell how the address was written, or something before this has
    changed the path.
    """
    path: str = scope["path"]
    written: bytes = scope.get("raw_path") or b""
    names = [unquote(one) for one in written.decode("latin-1").split("/")]
    return "/".join(one.replace("/", SLASH) for one in names) if "/".join(names) == path else path


class StrictRoute(APIRoute):
    """A path whose body is read strictly: FastAPI alone would take a key that is given twice, and `NaN`.

    What stands between two slashes of the address is one name, and a `%2F` in it is a sign of that name (RFC 3986,
    2.2): a server decodes it before a path is looked for, and then no name with a slash is found.
    """

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Whether the address is one of this path, and which names stand in it."""
        match, found = super().matches({**scope, "path": _parted(scope)})
        names = found.get("path_params", {})
        for key, name in names.items():
            names[key] = name.replace(SLASH, "/") if isinstance(name, str) else name
        return match, found

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler that FastAPI makes, behind the strict reader."""
        handle = super().get_route_handler()

        async def strictly(request: Request) -> Response:
            _each_once(request)
            strict = StrictRequest(request.scope, request.receive)
            if self.body_field is not None:
                await strict.json()  # here, because FastAPI would call its faults «an error parsing the body»
            return await handle(strict)

        return strictly


def _each_once(request: Request) -> None:
    """Raise `FaultyInput` where something is asked twice in the address: files refuse a key that is given twice."""
    asked = [name for name, _ in request.query_params.multi_items()]
    for name in dict.fromkeys(asked):
        if asked.count(name) > 1:
            _refuse("указано дважды; оставьте одно", "given twice; keep one", name)


def _refuse(ru: str, en: str, key: str = "") -> NoReturn:
    raise FaultyInput([Fault("body", None, None, key, Text(ru, en))])


async def body_of(request: Request) -> dict[str, Any]:
    """The JSON object in the body. Raises `FaultyInput` on what is no JSON, a key given twice, or `NaN`."""
    sent = await request.body()
    kinds = request.headers.getlist("content-type")
    if len(kinds) != 1 or not kinds[0].split(";")[0].strip().lower().endswith("json"):
        _refuse("нужен Content-Type: application/json", "Content-Type: application/json is needed", "body")
    try:
        text = read_bytes(sent, "body")
    except FaultyInput as error:  # of the encoding alone
        raise FaultyInput(_placed(fault, personal=False) for fault in error.faults) from None
    try:
        value = read_json(text, "body").plain()
    except FaultyInput as error:
        raise FaultyInput(_placed(fault, personal=b"recipient" in sent) for fault in error.faults) from None
    if not isinstance(value, dict):
        _refuse("нужны ключи со значениями", "keys with values are needed", "body")
    return value


def _placed(fault: Fault, *, personal: bool) -> Fault:
    """What is no JSON, with its line and column as its key; without what it says where that may be of a person."""
    key = "body" if fault.line is None else f"body:{fault.line}:{fault.column}"
    return Fault(fault.file, fault.line, fault.column, key, NO_JSON if personal else fault.text)


NO_JSON = Text(
    "здесь не JSON, ключ указан дважды или есть невидимый знак; исправьте",
    "this is no JSON, a key given twice, or an invisible sign; mend it",
)


def read(values: dict[str, Any], adapter: TypeAdapter[T]) -> T:
    """The checked value of a body, or everything wrong with it at once."""
    faults: list[Fault] = []
    value: T = check(tree_of(values), adapter, "body", {}, faults)
    if faults:
        raise FaultyInput(map(_discreet, faults))
    return value


def _personal(key: str) -> Text:
    """That a value does not fit which is not repeated, and what is needed at that key."""
    said = about(Recipient, key) if key else None
    names = ", ".join(Recipient.model_fields)
    needed = Text(f"ключи со значениями: {names}", f"keys with values: {names}")
    if said is not None:
        example = "" if said.example is None else f"«{said.example}»"
        needed = Text(f"{said.title.ru}, например {example}", f"{said.title.en}, such as {example}")
    return Text(
        f"значение не подходит; здесь оно не повторено, потому что может называть человека; нужно: {needed.ru}",
        f"the value does not fit; it is not repeated here, for it may name a person; needed: {needed.en}",
    )


TOO_MUCH = Text(
    "лишний ключ; здесь он не повторён, потому что может называть человека; возможны: "
    + ", ".join(Recipient.model_fields),
    "a key too much; it is not repeated here, for it may name a person; possible are: "
    + ", ".join(Recipient.model_fields),
)


def _discreet(fault: Fault) -> Fault:
    """The fault without what was said of a person: neither a value below `recipient` nor a key made of one."""
    above, dot, within = fault.key.partition("recipient")
    if not dot or above not in ("", "certificate.") or within[:1] not in ("", "."):
        return fault
    key = within.lstrip(".")
    if key and key not in Recipient.model_fields:
        return Fault(fault.file, fault.line, fault.column, f"{above}recipient", TOO_MUCH)
    words = fault.text if key and fault.text == missing(key) else _personal(key)
    return Fault(fault.file, fault.line, fault.column, fault.key, words)
