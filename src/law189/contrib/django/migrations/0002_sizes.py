"""Сколько строк следует из записей: so many each table has, as `law189.contrib.django.models` says."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("law189", "0001_initial")]

    operations = [
        migrations.AddField("book", "keys_kept", models.PositiveBigIntegerField(default=0)),
        migrations.AddField("book", "balances_kept", models.PositiveBigIntegerField(default=0)),
        migrations.AddField("book", "counts_kept", models.PositiveBigIntegerField(default=0)),
        migrations.AddField("book", "findings_kept", models.PositiveBigIntegerField(default=0)),
    ]
