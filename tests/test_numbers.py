"""How a number is read, what cannot be one, and when two are one: one identity, one comparison."""

import ast
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from law189 import numbers
from law189.extracts import (
    AgreementExtract,
    CertificateExtract,
    ContractExtract,
    OrderLine,
    ProviderKind,
    RegisterExtract,
)
from law189.law import Entry
from law189.law.label import ActNumber
from law189.measures import Unit, Volume
from law189.numbers import (
    Inn,
    Number,
    Ogrn,
    ServiceNumber,
    Services,
    canonical,
    same_inn,
    same_number,
    unread,
)
from law189.profile.loader import load_profile
from law189.rules import certificates, contracts, extracts, identifiers, volumes
from law189.rules.agreements import funding
from law189.rules.certificates import holding
from law189.rules.providers import eligibility
from law189.verdict import Outcome
from law189.workflows import LIFECYCLES

ROOT = Path(numbers.__file__).parent
INN, OGRN, SERVICE = "4205000009", "1024200000000", "804200О.99.0.ББ52АЖ48000"
OTHER_INN, OTHER_SERVICE = "4205000016", "804200О.99.0.ББ52АЕ11000"
DAY = date(2024, 2, 2)
BLANKS = st.text(" \u00a0\u2009\u202f\t", max_size=2)


def read(kind, written):
    return TypeAdapter(kind).validate_python(written)


@st.composite
def written(draw, number, between=BLANKS):
    """The number with something drawn between any two of its characters, and round it."""
    return "".join(draw(between) + sign for sign in number) + draw(between)


person = written(INN, st.text(" \u00a0\u2009-–", max_size=2))
document = st.tuples(st.sampled_from(["", "№", "№ ", "№\u00a0"]), written("П-2024/1")).map("".join)


@st.composite
def service(draw):
    """The number however a source prints it: with any sign, its dots or none, broken by blanks or hyphens."""
    number = draw(st.sampled_from([SERVICE, SERVICE.replace(".", ""), SERVICE.replace(".", "-")]))
    return draw(written(number.replace("О", draw(st.sampled_from("О0O")), 1)))


# ─── Reading ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("kind", [Inn, Ogrn, Number, ServiceNumber], ids=["inn", "ogrn", "number", "service"])
@pytest.mark.parametrize("blank", ["", " ", "\t\n", "\u00a0", "\u202f", 5, None, 4205000009])
def test_a_blank_and_what_is_no_text_are_no_number_of_any_kind(kind, blank):
    with pytest.raises(ValidationError):
        read(kind, blank)


@pytest.mark.parametrize("kind", [Inn, Ogrn])
@pytest.mark.parametrize(
    "wrong", ["не помню", "420500000О", "4205.000009", "٤٢٠٥٠٠٠٠٠٩", "-", "№ 4205000009", "{0}"]
)
def test_an_inn_or_ogrn_has_digits_only_and_the_refusal_says_what_to_write(kind, wrong):
    with pytest.raises(ValidationError, match="write the number that the register has"):
        read(kind, wrong)


@pytest.mark.parametrize("short", ["1", "4205", "42050000000000000"])
def test_a_number_of_wrong_length_stays_readable_for_the_rule_to_say_so(short):
    number = read(Inn, short)
    assert identifiers.inn_fits(number, ProviderKind.LEGAL_ENTITY).outcome is Outcome.VOID


@pytest.mark.parametrize("wrong", ["-", "№ -", "—/—", "..."])
def test_a_document_has_a_number_with_a_digit_or_a_letter(wrong):
    with pytest.raises(ValidationError, match="without a digit or a letter"):
        read(Number, wrong)


@given(person, document, service())
def test_a_number_is_read_into_a_form_that_reads_as_itself(inn, number, of_service):
    for kind, one in ((Inn, inn), (Number, number), (ServiceNumber, of_service)):
        form = read(kind, one)
        assert read(kind, form) == form
    assert read(Inn, inn) == INN
    assert not read(Number, number).startswith("№")
    assert canonical(of_service) == SERVICE


@given(st.text(min_size=1), st.text(min_size=1))
def test_two_numbers_are_one_both_ways_round_and_reading_changes_nothing(one, other):
    assert same_number(one, one)
    assert same_number(one, other) is same_number(other, one)
    assert same_inn(one, other) is same_inn(other, one)
    try:
        forms = read(Number, one), read(Number, other)
    except ValidationError:
        assume(False)  # not a flag: this example is no number
    assert same_number(*forms) is same_number(one, other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("5", "6", False),
        ("5", None, False),
        (None, "5", False),
        (None, None, True),
        ("№ 5-А", "5–а", True),
        ("2024 / 1", "2024/1", True),
        ("2024/1", "20241", False),
        ("й-1", "и\u0306-1", True),
        ("C-17", "С-17", False),  # a Latin letter and a Cyrillic one
    ],
)
def test_blanks_dashes_the_sign_and_case_tell_no_two_documents_apart(one, other, same):
    assert same_number(one, other) is same


@pytest.mark.parametrize(
    ("number", "why"),
    [
        ("804200О.99.0.ББ52AE59000", "does not read; it has Latin letters"),
        ("804200", "does not read; characters without its dots: 6, needed: 21"),
        (
            "804200Х.99.0.ББ52АЖ48000",
            "does not read; its digits and letters stand otherwise than in the list",
        ),
        (
            "80420ОО.99.0.ББ52АЖ48000",
            "does not read; its digits and letters stand otherwise than in the list",
        ),
        ("танцы", "does not read; characters without its dots: 5, needed: 21"),
    ],
)
def test_a_number_that_does_not_read_says_why(number, why):
    assert unread(number).en == why
    assert unread(number).ru.startswith("не читается; ")
    assert read(ServiceNumber, number) == number


@given(service())
def test_a_number_that_reads_has_no_such_reason(number):
    assert unread(number) is None


@pytest.mark.parametrize(
    "services",
    [
        [SERVICE, SERVICE],
        [SERVICE, OTHER_SERVICE, "804200О990ББ52АЖ48000"],
        [SERVICE, "804200О.99.0.ББ52\u00a0АЖ48000"],
        ["танцы", "танцы "],
    ],
)
def test_one_service_number_is_not_listed_twice(services):
    with pytest.raises(ValidationError, match="a service is named more than once"):
        read(Services, services)


def test_two_signs_are_left_to_reading_s1():
    assert read(Services, [SERVICE, SERVICE.replace("О", "0", 1)])


# ─── Any two writings give the same verdicts in every rule that takes the number ─────────────────────────


def entry(provider=INN, services=(SERVICE,)):
    return RegisterExtract(as_of=DAY, provider=provider, record="12", services=services, included_on=DAY)


def agreement(provider=INN):
    return AgreementExtract(
        as_of=DAY,
        number="7",
        provider=provider,
        services=(SERVICE,),
        mode="provision",
        concluded_on=DAY,
        ends_on="2024-12-31",
    )


def contract(**facts):
    step = {"number": "П-2024/1", "provider": INN, "certificate": "П-2024/1", "service": SERVICE}
    volume = Volume(amount=72, unit=Unit.PERSON_HOURS)
    return ContractExtract(**{"as_of": DAY, "volume": volume, "concluded_on": DAY, **step, **facts})


@given(person, st.sampled_from([INN, OTHER_INN]))
def test_any_two_writings_of_an_inn_are_one_provider_in_every_rule(inn, other):
    outcome = Outcome.HOLDS if other == INN else Outcome.VOID
    ended = {"ended_on": DAY, "rendered": Volume(amount=1, unit=Unit.PERSON_HOURS)}
    for verdict in (
        identifiers.same_provider(inn, other),
        certificates.same_provider(inn, other),
        certificates.same_provider(other, inn),
        extracts.agreed(agreement(inn), other, DAY),
        extracts.agreed(agreement(other), inn, DAY),
        extracts.agreed(agreement().model_copy(update={"provider": inn}), other, DAY),
        funding.of_provider(entry(inn), entry(other)),
        funding.of_provider(entry().model_copy(update={"provider": inn}), entry(other)),
        holding.ended(contract(provider=inn, **ended), contract(provider=other), DAY),
        contracts.same_contract(contract(provider=inn), contract(provider=other)),
    ):
        assert verdict.outcome is outcome, verdict
    assert identifiers.inn_fits(inn, ProviderKind.LEGAL_ENTITY).outcome is Outcome.HOLDS


@given(written(OGRN, st.text(" \u00a0-", max_size=1)))
def test_any_writing_of_an_ogrn_fits_its_kind(number):
    assert identifiers.ogrn_fits(number, ProviderKind.LEGAL_ENTITY).outcome is Outcome.HOLDS
    assert identifiers.ogrn_fits(read(Ogrn, number), ProviderKind.LEGAL_ENTITY).outcome is Outcome.HOLDS


@given(document)
def test_any_two_writings_of_a_document_are_one_document_in_every_rule(number):
    ended = {"ended_on": DAY, "rendered": Volume(amount=1, unit=Unit.PERSON_HOURS)}
    until = date(2024, 12, 31)
    for verdict in (
        holding.of_certificate(contract(), number, DAY, until, DAY),
        holding.ended(contract(number=number, **ended), contract(), DAY),
        holding.ended(contract(certificate=number, **ended), contract(), DAY),
        contracts.same_contract(contract(number=number, certificate=number), contract()),
    ):
        assert verdict.outcome is Outcome.HOLDS, verdict


@given(service(), st.sampled_from([SERVICE, OTHER_SERVICE]))
def test_any_two_writings_of_a_service_are_one_service_in_every_rule(number, other):
    same, hours = other == SERVICE, Volume(amount=1, unit=Unit.PERSON_HOURS)
    cite = load_profile("kemerovo").latest.services[0].cite
    for verdict in (
        identifiers.same_service(number, other),
        identifiers.among(number, (other,), identifiers.ORDER),
        identifiers.among(other, (number,), identifiers.ORDER),
        eligibility.listed(number, [(other, cite)]),
        eligibility.listed(other, [(number, cite)]),
        volumes.reported([(other, hours)], [(number, hours)]),
        contracts.same_contract(contract(service=number), contract(service=other)),
    ):
        assert verdict.outcome is (Outcome.HOLDS if same else Outcome.VOID), verdict
    assert volumes.once([number, other]).outcome is (Outcome.VOID if same else Outcome.HOLDS)
    over = volumes.executed([(other, hours)], [(number, hours + hours)])
    assert over.outcome is (Outcome.BREACH if same else Outcome.HOLDS)
    assert len(identifiers.distinct((number, other))) == (1 if same else 2)


# ─── Nobody compares raw text ────────────────────────────────────────────────────────────────────────────


def kinds_within(hint):
    """Every annotation inside an annotation."""
    return {id(hint)} | {one for inner in get_args(hint) for one in kinds_within(inner)}


def identities():
    """The names of all fields that hold a number, wherever the library declares them."""
    readers = {get_args(kind)[1].func for kind in (Inn, Ogrn, Number, ServiceNumber)}
    readers.add(get_args(numbers.ListedServices)[1].func)

    def holds(hint):
        inner = get_args(hint)
        return any(getattr(one, "func", None) in readers or holds(one) for one in inner)

    found, waiting = set(), [Entry]
    import_module("law189.workflows")  # it has all the lifecycles
    while waiting:
        for model in waiting.pop().__subclasses__():
            waiting.append(model)
            if model.__module__.startswith("law189") and "[" not in model.__name__:
                hints = get_type_hints(model, include_extras=True)
                found |= {name for name, hint in hints.items() if holds(hint)}
    return found


IDENTITIES = identities()


def of_identity(node):
    """Whether the expression is a number, or has one among its members."""
    if isinstance(node, ast.Tuple | ast.List | ast.Set):
        return any(of_identity(one) for one in node.elts)
    name = getattr(node, "attr", getattr(node, "id", None))
    return name in IDENTITIES


def compared(tree):
    """The lines on which numbers are compared as text, or are keys of a mapping or a set."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            raw = any(isinstance(op, ast.Eq | ast.NotEq | ast.In | ast.NotIn) for op in node.ops)
            if raw and any(of_identity(one) for one in (node.left, *node.comparators)):
                yield node.lineno
        elif (
            isinstance(node, ast.DictComp) and of_identity(node.key) and not isinstance(node.key, ast.Name)
        ) or (isinstance(node, ast.SetComp) and of_identity(node.elt)):
            yield node.lineno


def test_the_walk_knows_the_fields_that_hold_a_number():
    assert {"provider", "number", "certificate", "contract", "record", "service", "services"} <= IDENTITIES
    assert {"inn", "ogrn", "file"} <= IDENTITIES
    assert not {"kind", "by", "on", "reason", "place", "mode"} & IDENTITIES


@pytest.mark.parametrize(
    "line",
    [
        "a.provider == b",
        "service in services",
        "x != contract.number",
        "(a.number, 1) == y",
        "{a.service: 1 for a in b}",
    ],
)
def test_the_walk_sees_a_raw_comparison(line):
    assert list(compared(ast.parse(line)))


@pytest.mark.parametrize(
    "path", sorted([*ROOT.glob("rules/**/*.py"), *ROOT.glob("workflows/**/*.py")]), ids=lambda p: p.stem
)
def test_no_rule_and_no_workflow_compares_numbers_as_text(path):
    assert list(compared(ast.parse(path.read_text(encoding="utf-8")))) == []


def test_an_order_line_and_a_certificate_read_their_numbers_too():
    line = OrderLine(
        service=f" {SERVICE}\u00a0", unit="roubles", total=1, parts=[{"way": "certificate", "amount": 1}]
    )
    assert line.service == SERVICE
    volume = Volume(amount=72, unit=Unit.PERSON_HOURS)
    shown = CertificateExtract(
        as_of=DAY,
        number="№\u00a0С-17",
        recipient={"file": " 41 ", "born": "2012-05-01"},
        services=[SERVICE],
        nominal=volume,
        balance=volume,
        formed_on=DAY,
        valid_until=DAY,
        contract="№ 5",
    )
    assert (shown.number, shown.recipient.file, shown.contract) == ("С-17", "41", "5")


UNNUMBERED = (
    "б/н",
    "Б/Н",
    "б.н.",
    "б. н.",
    "бн",
    "без номера",
    "Без №",
    "№ б/н",
    "нет",
    "номера нет",
    "no number",
    "n/a",
)


@pytest.mark.parametrize("written", [*UNNUMBERED, "-", "—", "№", "  - "])
def test_words_that_stand_for_a_number_are_none_in_any_document_and_in_any_act(written):
    """One law for every field whose type is the number of a document, and for the numbers of acts."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Number).validate_python(written)
    assert "впишите" in str(caught.value) or "write" in str(caught.value)
    if written in UNNUMBERED and not written.startswith("№"):
        with pytest.raises(ValidationError):
            TypeAdapter(ActNumber).validate_python(written)


@pytest.mark.parametrize("written", ["БН-12", "н/2024", "1", "С-1/н", "К-1", "б/н-3", "Нет-1"])
def test_a_number_that_has_such_letters_in_it_stays_one(written):
    assert TypeAdapter(Number).validate_python(written) == written


def numbered_fields():
    for cycle in LIFECYCLES:
        for clause in cycle.clauses:
            for name, field in clause.event.model_fields.items():
                if Number.__metadata__[0] in field.metadata:
                    yield clause.event, name


def test_every_number_of_a_document_in_an_event_has_that_one_type():
    named = {(event, name) for event, name in numbered_fields()}
    for cycle in LIFECYCLES:
        for clause in cycle.clauses:
            for name, field in clause.event.model_fields.items():
                if name in ("number", "record", "certificate_number", "claim") and field.annotation is str:
                    assert (clause.event, name) in named, (clause.kind, name)
    assert len({name for _, name in named}) >= 2


@pytest.mark.parametrize("written", ["5\n6", "5\r\n6", "К-1\u2028К-2"])
def test_a_number_on_two_lines_is_refused_and_blanks_around_it_are_not(written):
    with pytest.raises(ValidationError, match="several lines"):
        TypeAdapter(Number).validate_python(written)
    assert TypeAdapter(Number).validate_python(" 5 6\n") == "5 6"


@pytest.mark.parametrize(
    "said", ["1,2342E+12", "1.2342E+12", "4.205000016E9", "4.205000016e9", "1E+20", "№ 1,2342E+12"]
)
@pytest.mark.parametrize("kind", [Inn, Ogrn, Number, ServiceNumber])
def test_a_number_that_excel_has_shortened_is_told_so(kind: Any, said: str) -> None:
    with pytest.raises(ValidationError, match="a number in short form"):
        TypeAdapter(kind).validate_python(said if kind is Number else said.removeprefix("№ "))


@pytest.mark.parametrize("said", ["1E", "E+12", "12E-1", "1.2", "2024/1E", "1Е+2", "15.3-E"])
def test_a_number_with_the_letter_e_is_a_number(said: str) -> None:
    assert TypeAdapter(Number).validate_python(said) == said
