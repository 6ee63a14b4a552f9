"""Посаженные ошибки (planted): a year of cases, and a table of what may be done wrong in it.

The table was written from the law and the decree before the code of the rules was read: what is planted, where the
law or the decree says that it is wrong, and by which rule it must be told. `—` stands where no provision that was
read says so, and the rule says that it is assumed.

Each fault stands in cases of its own, made of right cases of the year, so that all of them can stand together.
"""

import copy
import json
from typing import NamedTuple

import small_year as example
from stdnum.ru import inn as inn_number

ARTS, SPORT = example.ARTS, example.SPORT
MUSIC = "детская музыкальная школа"
NUMBER = {
    "order": "number",
    "provider": "record",
    "certificate": "number",
    "agreement": "number",
    "contract": "number",
}
"""By what each extract names its case."""
LINKED = ("contracted", "used", "contract_ended")
"""The steps of a certificate that the book records together with those of its contract."""


class Planted(NamedTuple):
    """What is wrong, where it is said, the case it is told of and by which rules, and the lines that make it."""

    what: str
    said: str
    case: str
    rules: tuple[str, ...]
    lines: tuple[dict, ...]


# ─── The year, and right cases made of its own ───────────────────────────────────────────────────────────


def lean(rows):
    """The lines of a year with no extract handed in and no linked step told: the book makes them itself."""
    found = []
    for row in rows:
        if row["lifecycle"] == "certificate" and row["kind"] in LINKED:
            continue
        shown = {key: row[key] for key in NUMBER if isinstance(row.get(key), dict) and "as_of" in row[key]}
        kept = {key: value for key, value in row.items() if key not in shown}
        if shown:
            kept["refers_to"] = {key: value[NUMBER[key]] for key, value in shown.items()}
        found.append(kept)
    return found


def year(profile):
    """The lean lines of the year of the example."""
    return lean([json.loads(json.dumps(line)) for line in example.play(profile).lines])


class Town:
    """Right cases like those of the year, under other names and numbers."""

    def __init__(self, rows):
        self.rows = rows

    def copied(self, case, name, kinds=()):
        """The lines of a case under another name; only those kinds where any are named."""
        rows = [copy.deepcopy(row) for row in self.rows if row["history"] == case]
        return [{**row, "history": name} for row in rows if not kinds or row["kind"] in kinds]

    def meeting(self, code):
        return Case(self.copied("meeting/1", f"meeting/{code}"))

    def order(self, code):
        """An order as far as its publication: with no void step, and no report."""
        rows = self.copied(
            "order/2024", f"order/{code}", ("drafted", "advice_attached", "approved", "published")
        )
        rows = [row for row in rows if row["by"] != "media-committee"]
        return Case(rows).set("drafted", number=f"2024/{code}")

    def reported(self, code):
        """An order for 2025, with a report that tells what was done by municipal task alone."""
        made = self.order(code).set("drafted", year=2025)
        made.rows += self.copied(
            "order/2024", f"order/{code}", ("report_formed", "report_published", "closed")
        )
        for row in made.rows:
            row["on"] = f"{int(row['on'][:4]) + 1}{row['on'][4:]}"
        made.one("advice_attached")["advice"] |= {"as_of": "2024-10-16"}
        return made.set("report_formed", achieved=[achieved(service, "8000") for service in (ARTS, SPORT)])

    def provider(self, code, number):
        made = Case(self.copied("selection/1", f"selection/{code}"))
        told = example.provider(number).model_dump(mode="json", exclude_none=True)
        return made.set("applied", provider=told).set("included", record=code)

    def agreement(self, code):
        return Case(self.copied("agreement/1", f"agreement/{code}")).set("drafted", number=f"С-{code}")

    def certificate(self, code):
        """A certificate that nobody used."""
        made = Case(self.copied("certificate/19", f"certificate/{code}"))
        made.set("applied_for", recipient={"file": code, "born": "2014-02-02"})
        return made.set("recipient_registered", record=f"П-{code}").set("formed", number=f"К-{code}")

    def contract(self, code):
        """A contract that was fulfilled, and its certificate before it."""
        made = Case(self.copied("contract/21-1", f"contract/{code}")).set("offered", number=f"Д-{code}")
        refers = {**made.one("concluded")["refers_to"], "certificate": f"К-{code}"}
        made.set("concluded", refers_to=refers).set("fulfilled", act=f"А-{code}")
        before = self.certificate(code).without("expired")
        made.rows = [*before.rows, *made.rows]
        return made


class Case:
    """The lines of a case, changed one after the other."""

    def __init__(self, rows):
        assert rows, "a case of the year"
        self.rows = rows

    def one(self, kind):
        [row] = [row for row in self.rows if row["kind"] == kind]
        return row

    def set(self, kind, **facts):
        self.one(kind).update(facts)
        return self

    def drop(self, kind, *facts):
        for fact in facts:
            del self.one(kind)[fact]
        return self

    def without(self, *kinds):
        self.rows = [row for row in self.rows if row["kind"] not in kinds]
        return self

    def then(self, kind, after=None, **facts):
        """One more step of the case of the last line, or after the step of that kind."""
        at = len(self.rows) if after is None else self.rows.index(self.one(after)) + 1
        of = {name: self.rows[at - 1][name] for name in ("history", "lifecycle")}
        self.rows.insert(at, {**of, "kind": kind, **facts})
        return self


def achieved(service, amount):
    told = {"service": service, "unit": "person-hours", "amount": amount}
    return {**told, "parts": [{"way": "municipal-task", "amount": amount}]}


def hours(amount):
    return {"amount": amount, "unit": "person-hours"}


PAPER = {"form": "paper"}


# ─── The table ───────────────────────────────────────────────────────────────────────────────────────────


def table(rows):
    """Every planted fault; its lines are added to those of the year."""
    for group in (meetings, orders, providers, agreements, certificates, contracts):
        for what, said, case, rules, made in group(Town(rows)):
            yield Planted(what, said, case, rules if isinstance(rules, tuple) else (rules,), tuple(made.rows))


def meetings(town):
    four = ["chair", "deputy", "member-1", "member-2"]
    yield (
        "на заседании четверо из десяти: кворума нет",
        "kemerovo-2993/app3.5.5",
        "meeting/m1",
        ("quorum.present", "voting.competent"),
        town.meeting("m1")
        .set("opened", present=four)
        .set("item_voted", votes=[[one, "for"] for one in four]),
    )
    made = town.meeting("m2")
    made.one("item_voted")["votes"].append(["member-8", "for"])
    yield (
        "засчитан голос того, кого на заседании не было",
        "kemerovo-2993/app3.5.6",
        "meeting/m2",
        "voting.ballot",
        made,
    )
    yield (
        "протокол подписал заместитель, хотя председатель присутствовал",
        "kemerovo-2993/app3.5.7",
        "meeting/m3",
        "minutes.signer",
        town.meeting("m3").set("minutes_signed", by="deputy"),
    )
    made = town.meeting("m4")
    made.one("copies_sent")["copies_to"].remove("member-8")
    yield (
        "одному члену группы копия протокола не направлена",
        "kemerovo-2993/app3.5.7",
        "meeting/m4",
        "minutes.copies",
        made,
    )
    yield (
        "заседание открыто не в тот день, на который созвано",
        "—",
        "meeting/m5",
        "meeting.day",
        town.meeting("m5").set("convened", held_on="2023-10-10"),
    )
    made = town.meeting("m6")
    voted = made.one("item_voted")
    made.without("item_voted").rows.insert(3, voted)
    yield (
        "вопрос решён, когда заседание уже закрыто",
        "—",
        "meeting/m6",
        "lifecycle.state",
        made,
    )


def orders(town):
    made = town.order("o1")
    made.one("drafted")["lines"][0]["parts"][1]["amount"] = "11000"
    yield "доли способов не складываются в объём услуги", "—", "order/o1", "volumes.shares", made
    made = town.order("o2")
    made.one("drafted")["lines"].append(copy.deepcopy(made.one("drafted")["lines"][0]))
    yield "одна услуга стоит в заказе дважды", "—", "order/o2", "volumes.once", made
    made = town.order("o3")
    made.one("advice_attached")["advice"] |= {"as_of": "2023-10-30", "held_on": "2023-10-30"}
    yield (
        "к заказу приложено решение заседания, которого ещё не было",
        "kemerovo-2993/app3.1.3",
        "order/o3",
        ("orders.advice_held", "standing.at_hand"),
        made,
    )
    yield (
        "доля по сертификату есть, а акта, который это допускает, нет",
        "189-fz/art19.part2",
        "order/o4",
        "ways.enabled",
        town.order("o4").drop("approved", "enabling_act"),
    )
    yield (
        "заказ размещён не на едином портале",
        "kemerovo-2993/p4",
        "order/o5",
        "publication.place",
        town.order("o5").set("published", place="own-site"),
    )
    first, second = town.order("o6"), town.order("o6b").set("drafted", number="2024/o6")
    first.rows += second.rows
    yield "два заказа под одним номером", "—", "order/o6b", "reconciliation.number_once", first
    yield (
        "отчёт сформирован до конца года заказа",
        "189-fz/art7.part5",
        "order/o7",
        "orders.year_over",
        town.reported("o7").set("report_formed", on="2025-12-19").set("report_published", on="2025-12-23"),
    )
    yield (
        "отчёт сформирован позже срока из акта",
        "189-fz/art7.part5",
        "order/o8",
        "deadlines.within",
        town.reported("o8")
        .set("report_formed", on="2026-04-27")
        .set("report_published", on="2026-04-28")
        .set("closed", on="2026-04-29"),
    )
    yield (
        "в отчёте нет одной из услуг заказа",
        "189-fz/art7.part5",
        "order/o9",
        "volumes.reported",
        town.reported("o9").set("report_formed", achieved=[achieved(ARTS, "8000")]),
    )


def providers(town):
    yield (
        "лицензия кончилась до включения в реестр",
        "kemerovo-2993/app4.5.1",
        "selection/s1",
        "eligibility.licensed",
        ended(town.provider("s1", 11), "2023-10-18"),
    )
    made = town.provider("s2", 12)
    made.one("applied")["provider"]["school"] = MUSIC
    yield (
        "включена школа, услуги которой исключены",
        "kemerovo-2993/p1",
        "selection/s2",
        "eligibility.school",
        made,
    )
    yield (
        "услуги нет в перечне",
        "kemerovo-2993/p1",
        "selection/s3",
        "eligibility.listed",
        town.provider("s3", 13).set("applied", services=["804200О.99.0.ББ52АЕ99000"]),
    )
    yield (
        "решение о включении принято позже срока из акта",
        "189-fz/art9.part16",
        "selection/s4",
        "deadlines.within",
        town.provider("s4", 14).set("included", on="2023-11-13"),
    )
    first, second = town.provider("s5", 15), town.provider("s5b", 15)
    first.rows += second.rows
    yield (
        "исполнитель включён по одной услуге дважды",
        "—",
        "selection/s5b",
        "reconciliation.record_once",
        first,
    )
    yield (
        "исключён по основанию, которого в акте нет",
        "189-fz/art9.part16",
        "selection/s6",
        "grounds.listed",
        town.provider("s6", 16).then(
            "excluded", on="2024-03-11", by="education", ground="bad-mood", because="так решили"
        ),
    )
    made = town.provider("s7", 17).without("included")
    made.then(
        "application_refused", on="2023-10-20", by="education", ground="no-licence", because="лицензии нет"
    )
    yield (
        "отказано «нет лицензии», а она есть",
        "kemerovo-2993/app4.5.1",
        "selection/s7",
        "eligibility.objected",
        made,
    )
    yield (
        "заявка подана до подписания постановления",
        "kemerovo-2993/act",
        "selection/s8",
        ("force.decree", "adoption.act"),
        town.provider("s8", 18).set("applied", on="2023-09-18").set("included", on="2023-09-25"),
    )
    made = town.provider("s9", 19)
    told = made.one("applied")["provider"]
    told["ogrn"] = told["ogrn"][:-1] + str((int(told["ogrn"][-1]) + 1) % 10)
    yield "контрольная цифра ОГРН не сходится", "—", "selection/s9", "identifiers.ogrn", made


def ended(made, day):
    made.one("applied")["provider"]["licence"]["ends_on"] = day
    return made


def agreements(town):
    yield (
        "соглашение заключено позже срока из акта",
        "189-fz/art22.part2",
        "agreement/a1",
        "deadlines.within",
        town.agreement("a1").set("concluded", on="2024-03-11"),
    )
    yield (
        "способ финансирования, которого в акте нет",
        "189-fz/art22.part2",
        "agreement/a2",
        "funding.mode",
        town.agreement("a2").set("drafted", mode="reimbursement"),
    )
    yield (
        "сумма соглашения равна нулю",
        "—",
        "agreement/a3",
        "funding.positive",
        town.agreement("a3").set("drafted", sums=[{"year": 2024, "roubles": "0"}]),
    )
    sums = [{"year": 2024, "roubles": "1"}, {"year": 2027, "roubles": "1"}]
    yield (
        "сумма на год, в котором соглашение не действует",
        "—",
        "agreement/a4",
        "funding.years",
        town.agreement("a4").set("drafted", sums=sums),
    )
    yield (
        "соглашение заключено без подписи исполнителя",
        "—",
        "agreement/a5",
        "lifecycle.state",
        town.agreement("a5").without("signed_by_provider"),
    )
    first, second = town.agreement("a6"), town.agreement("a6b").set("drafted", number="С-a6")
    first.rows += second.rows
    yield "два соглашения под одним номером", "—", "agreement/a6b", "reconciliation.number_once", first
    yield (
        "соглашение исполнено раньше последнего дня",
        "—",
        "agreement/a7",
        "funding.run_out",
        town.agreement("a7").set("completed", on="2024-10-01"),
    )
    made = town.agreement("a8").without("completed")
    made.set("drafted", on="2024-05-13", refers_to={**made.one("drafted")["refers_to"], "provider": "7"})
    made.set("signed_by_provider", on="2024-05-14").set("concluded", on="2024-05-15")
    made.one("concluded")["refers_to"] = {"provider": "7"}
    yield (
        "соглашение с исполнителем, который исключён из реестра",
        "189-fz/art9.part16",
        "agreement/a8",
        "standing.included",
        made,
    )
    yield (
        "соглашение подписано не квалифицированной подписью",
        "—",
        "agreement/a9",
        "roles.signature_kind",
        town.agreement("a9").set("concluded", signature="electronic"),
    )


def certificates(town):
    yield (
        "заявление на бумаге после 2023 года",
        "kemerovo-2993/p5",
        "certificate/c1",
        "forms.form",
        town.certificate("c1").set("applied_for", document=PAPER),
    )
    yield (
        "в реестр получателей внесён позже срока из акта",
        "189-fz/art20.part1",
        "certificate/c2",
        "deadlines.within",
        town.certificate("c2").set("recipient_registered", on="2024-01-31").set("formed", on="2024-02-01"),
    )
    yield (
        "сертификат сформирован позже срока из акта",
        "189-fz/art20.part1",
        "certificate/c3",
        "deadlines.within",
        town.certificate("c3").set("formed", on="2024-02-20"),
    )
    first, second = town.certificate("c4"), town.certificate("c4b").set("formed", number="К-c4")
    first.rows += second.rows
    yield "два сертификата под одним номером", "—", "certificate/c4b", "reconciliation.number_once", first
    yield (
        "номинал больше всей доли заказа",
        "—",
        "certificate/c5",
        "orders.within_line",
        later(town.certificate("c5").set("formed", nominal=hours("13000"))),
    )
    yield (
        "сертификат действует дольше срока из акта",
        "189-fz/art20.part1",
        "certificate/c6",
        "certificates.valid_within",
        town.certificate("c6").set("formed", valid_until="2025-12-31").without("expired"),
    )
    first, second = town.certificate("c7"), town.certificate("c7b")
    second.one("applied_for")["recipient"]["file"] = "c7"
    first.rows += second.rows
    yield (
        "второй действующий сертификат ребёнка на ту же услугу",
        "—",
        "certificate/c7b",
        "reconciliation.certificates_once",
        first,
    )
    yield (
        "ребёнок семи лет подал заявление сам",
        "—",
        "certificate/c8",
        "roles.of_age",
        town.certificate("c8").set(
            "applied_for", by="consumer", recipient={"file": "c8", "born": "2017-01-09"}
        ),
    )
    yield (
        "сертификат признан истекшим до своего последнего дня",
        "—",
        "certificate/c9",
        "certificates.expired",
        town.certificate("c9").set("expired", on="2024-12-20"),
    )
    made = town.certificate("c10").without("recipient_registered", "formed", "expired")
    made.then(
        "recipient_refused", on="2024-01-22", by="education", ground="limit-exhausted", because="нет объёма"
    )
    yield "отказано «объём исчерпан», а объём есть", "—", "certificate/c10", "reconciliation.exhausted", made
    yield (
        "сертификат сформирован без записи в реестре получателей",
        "189-fz/art20.part1",
        "certificate/c11",
        "lifecycle.state",
        town.certificate("c11").without("recipient_registered"),
    )
    yield (
        "запись о получателе раньше заявления",
        "—",
        "certificate/c12",
        "lifecycle.order",
        town.certificate("c12").set("recipient_registered", on="2024-01-17"),
    )


def later(made):
    """The certificate formed when all the others are: what it takes of the order is missing to none of them."""
    made.set("applied_for", on="2024-06-03").set("recipient_registered", on="2024-06-04")
    return made.set("formed", on="2024-06-05")


def contracts(town):
    yield (
        "договор на больший объём, чем даёт сертификат",
        "—",
        "contract/k1",
        "volumes.covered",
        town.contract("k1").set("offered", volume=hours("100")).set("fulfilled", rendered=hours("100")),
    )
    first, second = town.contract("k2"), town.contract("k2b").set("offered", number="Д-k2")
    first.rows += second.rows
    yield "два договора под одним номером", "—", "contract/k2b", "reconciliation.number_once", first
    made = town.contract("k3").set("formed", valid_until="2024-04-30").set("fulfilled", on="2024-04-29")
    yield "договор дольше сертификата", "—", "contract/k3", "certificates.contract_within", made
    yield (
        "договор исполнен после последнего дня",
        "—",
        "contract/k4",
        "contracts.fulfilled_in_time",
        town.contract("k4").set("fulfilled", on="2024-07-15"),
    )
    yield (
        "договор заключён на бумаге после 2023 года",
        "kemerovo-2993/p3.1.3",
        "contract/k5",
        "forms.form",
        town.contract("k5").set("concluded", document=PAPER),
    )
    yield (
        "договор на услугу, которой в сертификате нет",
        "—",
        "contract/k6",
        "services.among",
        town.contract("k6").set("offered", service=ARTS),
    )
    made = town.contract("k7")
    made.then("annulled", after="formed", on="2024-02-05", by="education", reason="семья переехала")
    yield (
        "договор по сертификату, который уже аннулирован",
        "—",
        "contract/k7",
        "standing.formed",
        made,
    )
    yield (
        "оказано больше, чем по договору",
        "—",
        "contract/k8",
        "volumes.rendered",
        town.contract("k8").set("fulfilled", rendered=hours("90")),
    )
    handed = {
        "as_of": "2024-02-13",
        "number": "К-k9",
        "recipient": {"file": "k9", "born": "2014-02-02"},
        "services": [SPORT],
        "nominal": hours("144"),
        "balance": hours("72"),
        "formed_on": "2024-01-21",
        "valid_until": "2024-12-31",
    }
    made = town.contract("k9").set("concluded", certificate=handed)
    del made.one("concluded")["refers_to"]["certificate"]
    yield "в выписке о сертификате чужой номинал", "—", "contract/k9", "reconciliation.extract_agrees", made
    made = town.contract("k10").without("fulfilled").set("offered", ends_on="2024-12-31")
    made.set("offered", provider=inn_of(7))
    made.one("concluded")["refers_to"] |= {"provider": "7", "agreement": "С-7"}
    yield (
        "исполнитель исключён, а договор с ним не прекращён",
        "—",
        "contract/k10",
        "reconciliation.rests_on",
        made,
    )
    made = (
        town.contract("k11")
        .set("offered", provider=inn_of(7), on="2024-04-22")
        .set("concluded", on="2024-04-22")
    )
    made.one("concluded")["refers_to"] |= {"provider": "7", "agreement": "С-7"}
    yield (
        "договор с исполнителем, который исключён из реестра",
        "kemerovo-2993/app4.5.1",
        "contract/k11",
        ("standing.included", "standing.agreed"),
        made,
    )


def inn_of(number):
    body = f"4205{number:05d}"
    return body + inn_number.calc_company_check_digit(body)
