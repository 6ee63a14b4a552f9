"""Books on Django's tables for the tests: a base of a URL as SQLAlchemy writes it, migrated and opened."""

from contextlib import contextmanager
from itertools import count

from books import PROFILE
from django.core.management import call_command
from django.db import connections
from sqlalchemy.engine import make_url

from law189.contrib.django import models
from law189.contrib.django.store import DjangoStore

names = count()
DONE = ("INSERT", "UPDATE", "DELETE")
"""How a statement begins that writes."""


def database(url):
    """The settings of Django for a base of that URL."""
    where = make_url(url)
    if where.get_backend_name() == "sqlite":
        hasty = {"timeout": 30, "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF"}
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": where.database, "OPTIONS": hasty}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": where.database,
        "USER": where.username,
        "HOST": where.host,
        "PORT": str(where.port),
    }


@contextmanager
def alias(url):
    """The name under which Django knows the base, with no table in it."""
    name = f"of_test_{next(names)}"
    connections.settings.update(
        {name: connections.configure_settings({"default": {}, name: database(url)})[name]}
    )
    try:
        yield name
    finally:
        connections[name].close()
        del connections[name], connections.settings[name]


@contextmanager
def by_default(url):
    """Let the base of that URL be the one that Django takes where none is named."""
    kept, settings = connections["default"], connections.settings["default"]
    del connections["default"]
    connections.settings["default"] = connections.configure_settings({"default": database(url)})["default"]
    try:
        yield
    finally:
        connections["default"].close()
        connections["default"], connections.settings["default"] = kept, settings


@contextmanager
def by_django(url):
    """What opens the store of that URL, as many times as it is asked to."""
    with alias(url) as using:
        call_command("migrate", "law189", database=using, verbosity=0)
        yield lambda: DjangoStore(PROFILE, using=using)


def closed(store):
    """Close what this thread has opened: Django has a connection for each thread."""
    if isinstance(store, DjangoStore):
        connections[store.using].close()


def rows_in(using, form):
    """The rows of the tables besides the cases, in that form."""
    annulled = models.Record.objects.using(using).filter(annulled=True)
    return form(
        {*models.Key.objects.using(using).values_list("kind", "value", "case_id")},
        [*models.Balance.objects.using(using).values_list("amount", flat=True)],
        [*models.DayCount.objects.using(using).values_list("certificates", flat=True)],
        models.Finding.objects.using(using).count(),
        sorted((place - 1, number - 1) for place, number in annulled.values_list("case_id", "number")),
    )


def told_of_writes(store, write):
    """Call `write` after each statement of this process that writes to the base of the store."""

    def counted(execute, sql, *args):
        done = execute(sql, *args)
        if sql.startswith(DONE):
            write()
        return done

    connections[store.using].execute_wrappers.append(counted)


def emptied(using):
    """Delete every row of the book there."""
    for model in (*models.FOLLOWING, models.Record, models.Case, models.Book):
        model.objects.using(using).all().delete()
