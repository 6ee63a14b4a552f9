"""Книга (workbook): a profile as a workbook, out and in, and the decree's own tables taken into it."""
