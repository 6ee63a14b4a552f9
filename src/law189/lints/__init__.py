"""Замечания (lints): faults of a decree itself."""
