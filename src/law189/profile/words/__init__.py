"""Слова полей (words): what the fields of a profile say of themselves, each in the file named like its entries.

A field is declared with them: `quorum: Annotated[Norm[Threshold], words.QUORUM]`.
"""
