"""Findings → decisions, claims and scores. Nothing here reads the page."""
