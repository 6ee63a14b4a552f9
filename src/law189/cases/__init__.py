"""Дело (cases): one case: its history, its table of clauses, the engine that judges and records a step."""
