"""Причины (causes): because of which earlier line a step, or a case, is without force."""
