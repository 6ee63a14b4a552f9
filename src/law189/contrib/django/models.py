"""Таблицы книги дел (models): what of the cases stands in which table of Django's.

Cases and records are what happened. The keys, the balances, the counts and the findings follow from them.
"""

from django.db import models

from law189.casebook.rows import LONGEST

__all__ = ["FOLLOWING", "Balance", "Book", "Case", "DayCount", "Finding", "Key", "Record"]


class Book(models.Model):
    """Книга: one row with the version of what follows from the records, and how many rows that is in each table.

    A step takes this row first.
    """

    number = models.PositiveSmallIntegerField(primary_key=True)
    form = models.PositiveIntegerField()
    keys_kept = models.PositiveBigIntegerField(default=0)
    balances_kept = models.PositiveBigIntegerField(default=0)
    counts_kept = models.PositiveBigIntegerField(default=0)
    findings_kept = models.PositiveBigIntegerField(default=0)

    class Meta:
        verbose_name = verbose_name_plural = "книга дел"

    def __str__(self) -> str:
        return str(self.form)


class Case(models.Model):
    """Дело: the how-manieth it was begun (from 1), its id, lifecycle and state, and how many records it has."""

    place = models.PositiveBigIntegerField("место", primary_key=True)
    number = models.CharField("номер дела", max_length=LONGEST, unique=True)
    lifecycle = models.CharField("процесс", max_length=32)
    state = models.CharField("состояние", max_length=64)
    version = models.PositiveIntegerField("записей")

    class Meta:
        verbose_name, verbose_name_plural = "дело книги", "дела книги"
        indexes = [models.Index(fields=["lifecycle", "state"], name="law189_case_state")]

    def __str__(self) -> str:
        return self.number


class Record(models.Model):
    """Запись: its number in the case (from 1), as `row` what `Lifecycle.dump_record` writes, and where it led."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="records")
    number = models.PositiveIntegerField()
    day = models.DateField(db_index=True)
    kind = models.CharField(max_length=64)
    outcome = models.CharField(max_length=16)
    annulled = models.BooleanField()
    row = models.TextField()
    state = models.CharField(max_length=64, default="")

    class Meta:
        verbose_name, verbose_name_plural = "запись дела", "записи дел"
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="law189_record_once")]

    def __str__(self) -> str:
        return f"{self.case_id}: {self.number}"


class Key(models.Model):
    """Номер, по которому находят дело."""

    kind = models.CharField(max_length=32)
    value = models.CharField(max_length=LONGEST)
    case = models.ForeignKey(Case, models.PROTECT, related_name="keys")

    class Meta:
        verbose_name, verbose_name_plural = "номер дела", "номера дел"
        constraints = [models.UniqueConstraint(fields=["kind", "value", "case"], name="law189_key_once")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.value}"


class Balance(models.Model):
    """Остаток на счёте. The amount is exact, so it is written as text; `account` is all of it in one."""

    account = models.CharField(max_length=LONGEST, primary_key=True)
    stage = models.CharField(max_length=16)
    number = models.TextField(null=True)  # noqa: DJ001  # an account may have none, which is no empty number
    service = models.TextField(null=True)  # noqa: DJ001
    way = models.CharField(max_length=32, null=True)  # noqa: DJ001
    year = models.IntegerField(null=True)
    unit = models.CharField(max_length=32)
    amount = models.TextField()

    class Meta:
        verbose_name, verbose_name_plural = "остаток", "остатки"

    def __str__(self) -> str:
        return self.account


class DayCount(models.Model):
    """Сертификаты за день: how many of the same services (as JSON) and unit were formed, and for how much."""

    day = models.DateField(db_index=True)
    services = models.TextField()
    unit = models.CharField(max_length=32)
    certificates = models.PositiveIntegerField()
    amount = models.TextField()

    class Meta:
        verbose_name, verbose_name_plural = "сертификаты за день", "сертификаты по дням"

    def __str__(self) -> str:
        return f"{self.day}: {self.certificates}"


class Finding(models.Model):
    """Замечание к записи: the how-manieth reason of it (from 0), its rule and its outcome."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="findings")
    number = models.PositiveIntegerField()
    reason = models.PositiveIntegerField()
    rule = models.CharField(max_length=128)
    outcome = models.CharField(max_length=16)

    class Meta:
        verbose_name, verbose_name_plural = "замечание", "замечания"
        indexes = [models.Index(fields=["rule", "outcome"], name="law189_finding_rule")]
        constraints = [
            models.UniqueConstraint(fields=["case", "number", "reason"], name="law189_finding_once")
        ]

    def __str__(self) -> str:
        return f"{self.rule}: {self.outcome}"


FOLLOWING = (Key, Balance, DayCount, Finding)
"""The tables whose rows follow from the records."""
