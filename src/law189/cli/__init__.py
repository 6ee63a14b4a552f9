"""Командная строка (cli): one file for each family of commands."""
