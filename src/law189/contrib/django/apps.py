"""Приложение (apps): how Django knows this package."""

from django.apps import AppConfig
from django.core import checks

from law189.contrib.django.checked import check_settings
from law189.contrib.django.chosen import in_settings
from law189.law import Text

__all__ = ["Law189Config"]


class Law189Config(AppConfig):
    """Приложение `law189`: its label is what migrations and tables are called by."""

    name = "law189.contrib.django"
    label = "law189"
    verbose_name = in_settings(Text("189-ФЗ: дела муниципалитета", "189-FZ: the cases of a municipality"))
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let `manage.py check` look at the settings of this package."""
        checks.register(check_settings, self.label)
