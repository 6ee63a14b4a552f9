"""Куда привела запись: the state of each record, as `law189.contrib.django.models` says, out of its row."""

from typing import Any

from django.db import migrations, models

from law189.casebook.rows import state_of


def kept(apps: Any, editor: Any) -> None:
    """Write the state of each record. Raises `Damaged` on a row that is none of a record."""
    records = apps.get_model("law189", "Record").objects.using(editor.connection.alias)
    for case in records.order_by("case_id").values_list("case_id", flat=True).distinct():
        rows = [*records.filter(case_id=case)]
        for one in rows:
            one.state = state_of(one.row)
        records.bulk_update(rows, ["state"])


class Migration(migrations.Migration):
    dependencies = [("law189", "0002_sizes")]

    operations = [
        migrations.AddField("record", "state", models.CharField(default="", max_length=64)),
        migrations.RunPython(kept, migrations.RunPython.noop),
    ]
