"""Django: a case in a field, a model that takes steps, forms, the admin, and the book on Django's own tables.

It needs the extra `django`. `INSTALLED_APPS` has `law189.contrib.django`; settings are `LAW189_PROFILE`, a shipped
name, the path of a profile or a `Profile`, and `LAW189_LANGUAGE`, `ru` (the default) or `en`.
"""

from law189.errors import NeedsExtra

try:
    import django as _  # noqa: F401  # the modules here are made of it
except ImportError as error:
    raise NeedsExtra("django") from error
