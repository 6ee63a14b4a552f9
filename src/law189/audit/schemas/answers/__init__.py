"""Ответы команд (answers): the forms of what commands answer with `--json`, and which command has which."""
