"""Проверка целого (audit): what is judged as a whole or after the fact."""
