"""Переходники (contrib): the library inside a framework, each behind its extra and imported only when asked.

None of them holds law: what a step needs, who may take it and why not is asked of the lifecycles and of the book.
"""
