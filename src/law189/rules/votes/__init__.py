"""Голоса (votes): what votes at a meeting and answers of a poll decide."""
