"""Приложение (apps): how Django knows this package."""

from django.apps import AppConfig

__all__ = ["Law189Config"]


class Law189Config(AppConfig):
    """Приложение `law189`: its label is what migrations and tables are called by."""

    name = "law189.contrib.django"
    label = "law189"
    verbose_name = "189-ФЗ: дела муниципалитета"
    default_auto_field = "django.db.models.BigAutoField"
