"""Книга дел (casebook): many cases together."""
