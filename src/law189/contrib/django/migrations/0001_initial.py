"""Таблицы книги дел: as `law189.contrib.django.models` says them."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies: list[tuple[str, str]] = []

    operations = [
        migrations.CreateModel(
            name="Balance",
            fields=[
                ("account", models.CharField(max_length=400, primary_key=True, serialize=False)),
                ("stage", models.CharField(max_length=16)),
                ("number", models.TextField(null=True)),
                ("service", models.TextField(null=True)),
                ("way", models.CharField(max_length=32, null=True)),
                ("year", models.IntegerField(null=True)),
                ("unit", models.CharField(max_length=32)),
                ("amount", models.TextField()),
            ],
            options={
                "verbose_name": "остаток",
                "verbose_name_plural": "остатки",
            },
        ),
        migrations.CreateModel(
            name="Book",
            fields=[
                ("number", models.PositiveSmallIntegerField(primary_key=True, serialize=False)),
                ("form", models.PositiveIntegerField()),
            ],
            options={
                "verbose_name": "книга дел",
                "verbose_name_plural": "книга дел",
            },
        ),
        migrations.CreateModel(
            name="DayCount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField(db_index=True)),
                ("services", models.TextField()),
                ("unit", models.CharField(max_length=32)),
                ("certificates", models.PositiveIntegerField()),
                ("amount", models.TextField()),
            ],
            options={
                "verbose_name": "сертификаты за день",
                "verbose_name_plural": "сертификаты по дням",
            },
        ),
        migrations.CreateModel(
            name="Case",
            fields=[
                (
                    "place",
                    models.PositiveBigIntegerField(primary_key=True, serialize=False, verbose_name="место"),
                ),
                ("number", models.CharField(max_length=400, unique=True, verbose_name="номер дела")),
                ("lifecycle", models.CharField(max_length=32, verbose_name="процесс")),
                ("state", models.CharField(max_length=64, verbose_name="состояние")),
                ("version", models.PositiveIntegerField(verbose_name="записей")),
            ],
            options={
                "verbose_name": "дело книги",
                "verbose_name_plural": "дела книги",
                "indexes": [models.Index(fields=["lifecycle", "state"], name="law189_case_state")],
            },
        ),
        migrations.CreateModel(
            name="Finding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("reason", models.PositiveIntegerField()),
                ("rule", models.CharField(max_length=128)),
                ("outcome", models.CharField(max_length=16)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="findings", to="law189.case"
                    ),
                ),
            ],
            options={
                "verbose_name": "замечание",
                "verbose_name_plural": "замечания",
                "indexes": [models.Index(fields=["rule", "outcome"], name="law189_finding_rule")],
                "constraints": [
                    models.UniqueConstraint(fields=("case", "number", "reason"), name="law189_finding_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Key",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=32)),
                ("value", models.CharField(max_length=400)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="keys", to="law189.case"
                    ),
                ),
            ],
            options={
                "verbose_name": "номер дела",
                "verbose_name_plural": "номера дел",
                "constraints": [
                    models.UniqueConstraint(fields=("kind", "value", "case"), name="law189_key_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Record",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("day", models.DateField(db_index=True)),
                ("kind", models.CharField(max_length=64)),
                ("outcome", models.CharField(max_length=16)),
                ("annulled", models.BooleanField()),
                ("row", models.TextField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="records", to="law189.case"
                    ),
                ),
            ],
            options={
                "verbose_name": "запись дела",
                "verbose_name_plural": "записи дел",
                "constraints": [
                    models.UniqueConstraint(fields=("case", "number"), name="law189_record_once")
                ],
            },
        ),
    ]
