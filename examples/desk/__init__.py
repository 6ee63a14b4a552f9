"""Стол (desk): the cases of a municipality in the browser, made of the descriptions of the library."""
