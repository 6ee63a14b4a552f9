"""An oracle for the plan, written from the third column of the two plans and from nothing else.

It imports nothing of the library. `KEMEROVO` is annex 4 to decree No 2993, `DISTRICT` annex 2 to decree
No 277: the address of each item and its «Срок исполнения», word for word (a line break is a blank).
`LAST_DAYS` says by hand on which days such words end; no rule works them out. What the decrees do not say
(how the words are read where they can be read two ways) is said in `READ`.

>>> said = answer("kemerovo", "2023-10-05", {"app4.4": ["2023-10-02", "2023-10-09"]})
>>> said["app4.4"]
('2023-12-31', 'upcoming', 'breach', ['breach'])
>>> said["app4.5.1"]
('2023-08-31', 'overdue', 'holds', ['holds'])
>>> said["app4.5.4"], said["app4.3.1"]
((None, 'open', 'holds', []), (None, 'as_needed', 'holds', []))
"""

YEAR_2023, YEAR_2024, YEAR_2025 = "2023 год", "2024 год", "2025 год"
QUARTERLY, NEED = "Не реже 1 раза в квартал (по мере необходимости)", "По мере необходимости"
SEPTEMBER = "До 1 сентября 2023 год"

KEMEROVO = {
    "app4.1.1": YEAR_2023,
    "app4.1.2": YEAR_2023,
    "app4.2.1": YEAR_2023,
    "app4.2.2": YEAR_2023,
    "app4.2.3": YEAR_2023,
    "app4.2.4": YEAR_2023,
    "app4.2.5": YEAR_2023,
    "app4.2.6": "IV квартал 2024 год",
    "app4.3.1": QUARTERLY,
    "app4.3.2": YEAR_2023,
    "app4.3.3": NEED,
    "app4.3.4": YEAR_2023,
    "app4.4": "До 1 октября 2023 года, далее ежегодно до 1 января",
    "app4.5.1": SEPTEMBER,
    "app4.5.2": SEPTEMBER,
    "app4.5.3": SEPTEMBER,
    "app4.5.4": "С 1 сентября 2023 год",
    "app4.6.1": YEAR_2024,
    "app4.6.2": YEAR_2024,
    "app4.7": YEAR_2025,
}
DISTRICT = {
    "app2.1.1": YEAR_2023,
    "app2.1.2": YEAR_2023,
    "app2.2.1": YEAR_2023,
    "app2.2.2": YEAR_2023,
    "app2.2.3": YEAR_2023,
    "app2.2.4": YEAR_2023,
    "app2.2.5": YEAR_2023,
    "app2.2.6": YEAR_2023,
    "app2.2.7": "IV квартал 2024 года",
    "app2.2.8": YEAR_2023,
    "app2.2.9": "IV квартал 2024 года",
    "app2.3.1": QUARTERLY,
    "app2.3.2": YEAR_2023,
    "app2.3.3": NEED,
    "app2.3.4": YEAR_2023,
    "app2.4.1": "2023 год далее ежегодно до 1 января",
    "app2.5.1": YEAR_2023,
    "app2.5.2": YEAR_2023,
    "app2.5.3": YEAR_2023,
    "app2.5.4": YEAR_2023,
    "app2.6.1": YEAR_2024,
    "app2.6.2": YEAR_2024,
    "app2.7.1": YEAR_2025,
    "app2.7.2": YEAR_2025,
}
PLANS = {"kemerovo": KEMEROVO, "novokuznetsk_district": DISTRICT}

# Both decrees are of that day, and hold from it as long as no day of publication is known. A term that was over
# before it binds nobody, and before it no term does: what is late is told as late, and breaks nothing. Where the
# last day is past, one more part says so. What was done before the decree breaks nothing.
ISSUED = "2023-09-22"

# Not in the decrees: how the words are read, unless the municipality reads them otherwise.
READ = {"D1": "excluded", "D2": "stays", "D4": "as_needed"}

# «До 1 января»: of which year, and the last day, by reading D1. More years than anybody asks about here.
YEARLY = {
    "excluded": [f"{year}-12-31" for year in range(2023, 2040)],
    "included": [f"{year}-01-01" for year in range(2024, 2041)],
}
# Both decrees are of 22 September 2023, so that the first quarter is the third of 2023.
QUARTERS = ["2023-09-30", "2023-12-31"] + [
    f"{year}-{end}" for year in range(2024, 2040) for end in ("03-31", "06-30", "09-30", "12-31")
]
LAST_DAYS = {
    YEAR_2023: {"excluded": ["2023-12-31"]},
    YEAR_2024: {"excluded": ["2024-12-31"]},
    YEAR_2025: {"excluded": ["2025-12-31"]},
    "IV квартал 2024 год": {"excluded": ["2024-12-31"]},
    "IV квартал 2024 года": {"excluded": ["2024-12-31"]},
    SEPTEMBER: {"excluded": ["2023-08-31"], "included": ["2023-09-01"]},
    "До 1 октября 2023 года, далее ежегодно до 1 января": {
        "excluded": ["2023-09-30", *YEARLY["excluded"]],
        "included": ["2023-10-01", *YEARLY["included"]],
    },
    "2023 год далее ежегодно до 1 января": {
        "excluded": ["2023-12-31", *YEARLY["excluded"]],
        "included": ["2023-12-31", *YEARLY["included"]],
    },
}

# Days off on which a term above may end, and the working day that follows; None where it is not yet
# published. Resolutions No 1505 of 2022, No 1314 of 2023, No 1335 of 2024 and No 1466 of 2025.
NEXT_WORKING_DAY = {
    "2023-09-30": "2023-10-02",
    "2023-10-01": "2023-10-02",
    "2023-12-31": "2024-01-09",
    "2024-01-01": "2024-01-09",
    "2024-03-31": "2024-04-01",
    "2024-06-30": "2024-07-01",
    "2024-12-31": "2025-01-09",
    "2025-01-01": "2025-01-09",
    "2025-12-31": "2026-01-12",
    "2026-01-01": "2026-01-12",
    "2026-12-31": "2027-01-11",
    "2027-01-01": "2027-01-11",
    "2027-12-31": None,
    "2028-01-01": None,
}


def last_days(words, read):
    """The days on which the occurrences end; None where the term has no end."""
    if words == QUARTERLY:
        days = QUARTERS if read["D4"] == "quarterly" else None
    elif words in (NEED, "С 1 сентября 2023 год"):
        days = None
    else:
        days = LAST_DAYS[words].get(read["D1"], LAST_DAYS[words]["excluded"])
    if days is not None and read["D2"] == "moves":
        days = [NEXT_WORKING_DAY.get(day, day) for day in days]
    return days


def of_quarters(days, on, done):
    """The same of «не реже 1 раза в квартал»: what was done counts for its own quarter, and for no other one."""
    met = {end for end in QUARTERS for day in done if day[:4] == end[:4] and quarter(day) == quarter(end)}
    parts = ["holds"] * len(met)
    last = days[min(at for at, end in enumerate(QUARTERS) if end not in met)]
    if last is None:
        raise LookupError("the days off of 2028 are not published")
    if on > last:
        return (last, "overdue", *overdue(last, "holds", parts))
    return last, "due" if on == last else "upcoming", "holds", parts


def overdue(last, broken, parts):
    """The outcome and the parts of what is not done though its last day is past."""
    return (broken, [*parts, "holds"]) if last < ISSUED else ("breach", parts)


def of_their_terms(done, days):
    """What was done for an occurrence of its own: not while the term of the one that was done last still runs."""
    counted = []
    for day in sorted(done):
        before, last = (days[at] if 0 <= at < len(days) else None for at in (len(counted) - 1, len(counted)))
        if before is None or before == last or day > before:
            counted.append(day)
    return counted


def quarter(day):
    return (int(day[5:7]) + 2) // 3


def stand(words, on, done=(), readings=None):
    """The last day, the state, the outcome, and how each occurrence that was done was done.

    Raises LookupError where that needs a day off that is not published.
    """
    read = READ | (readings or {})
    done = [day for day in done if day <= on]
    days = last_days(words, read)
    if words == "С 1 сентября 2023 год":
        return None, "upcoming" if on < "2023-09-01" else "open", "holds", ["holds" for _ in done]
    if days is None:
        return None, "as_needed", "holds", ["holds" for _ in done]
    if words == QUARTERLY:
        return of_quarters(days, on, done)
    if None in days[: len(done) + 1]:
        raise LookupError("the days off of 2028 are not published")
    done = of_their_terms(done, days)
    late = [day > last >= ISSUED for day, last in zip(done, days, strict=False)]
    parts = ["breach" if one else "holds" for one in late]
    broken = "breach" if "breach" in parts else "holds"
    if len(done) >= len(days):
        return None, "done", broken, parts
    last = days[len(done)]
    if on > last:
        return (last, "overdue", *overdue(last, broken, parts))
    return last, "due" if on == last else "upcoming", broken, parts


def answer(which, on, done=None, readings=None):
    """Every item of the plan on the day, by its address. Days are written YYYY-MM-DD."""
    done = done or {}
    return {item: stand(words, on, done.get(item, ()), readings) for item, words in PLANS[which].items()}
