"""Хранилища (stores): the cases of a book in a database. They need the extra `store`, which brings SQLAlchemy."""

from law189.errors import NeedsExtra

try:
    import sqlalchemy as _  # noqa: F401  # the modules here are made of it
except ImportError as error:
    raise NeedsExtra("store") from error
