"""Шаг (step): what is asked of each step: its state, who takes it, its document, what is put before it."""
