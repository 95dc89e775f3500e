"""Measuring the cleaner and its peers on labelled pages.

    datasets ──pages──▶ run (systems) ──scores──▶ summary, worst ──facts──▶ report

``datasets`` knows how pages are labelled, ``systems`` how each system is called, ``metrics`` what a score is.
``run`` measures page by page, ``summary`` adds up, ``worst`` looks for what went wrong, and ``report`` shows it.
"""
