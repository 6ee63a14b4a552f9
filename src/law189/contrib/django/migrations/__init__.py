"""Миграции: how the tables of the book came to be as they are."""
