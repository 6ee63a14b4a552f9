def blank(lang, schema): return ""
