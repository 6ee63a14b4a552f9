"""Дела муниципалитета по HTTP (a municipality's cases over HTTP): any lifecycle of the law, in one book.

`uvicorn app:app` in this folder serves them. LAW189_PROFILE names the municipality (a shipped name or a file),
LAW189_DATABASE the database.
"""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache

from fastapi import FastAPI

from law189 import Profile, load_profile
from law189.casebook.stores.sql import SqlStore
from law189.contrib.fastapi.router import serve


@cache
def the_profile() -> Profile:
    """The municipality: loaded once and shared by every request, for it is frozen."""
    return load_profile(os.environ.get("LAW189_PROFILE", "kemerovo"))


@cache
def the_store() -> SqlStore:
    """The book of all cases, in the database."""
    return SqlStore(os.environ.get("LAW189_DATABASE", "sqlite:///cases.sqlite3"), the_profile())


@asynccontextmanager
async def lifespan(_: FastAPI) -> AsyncIterator[None]:
    """A profile with faults, or a database that does not open, stops the server before it serves."""
    the_profile()
    the_store()
    yield


app = FastAPI(title="189-ФЗ: дела муниципалитета / a municipality's cases", lifespan=lifespan)
serve(app, profile=the_profile, store=the_store)
