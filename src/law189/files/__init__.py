"""Файлы (files): text in; values with their places out, or every fault by line."""
