"""Опрос (interview): a profile made by answers to questions, from a skeleton, or from a sample."""
