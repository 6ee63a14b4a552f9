"""Сообщаемое (given): the facts that steps are given, each described once.

A workflow declares its events with them: `number: OrderNumber`, `document: Document = None`.
"""
