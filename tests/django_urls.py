"""The addresses of the site that the tests of Django speak to."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.contrib import admin
from django.urls import clear_url_caches, path

urlpatterns = [path("admin/", admin.site.urls)]


@contextmanager
def in_admin(model: Any, kind: Any) -> Iterator[None]:
    """The model has its pages in the admin as long as it lasts."""
    admin.site.register(model, kind)
    _read_anew()
    try:
        yield
    finally:
        admin.site.unregister(model)
        _read_anew()


def _read_anew() -> None:
    urlpatterns[:] = [path("admin/", admin.site.urls)]
    clear_url_caches()
