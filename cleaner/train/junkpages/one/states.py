"""The generators of pages in a state of which an article is never the reason."""

from __future__ import annotations

from ..model import Generator
from . import challenge, consent, missing, parked, paywall, server, shell, thin

GENERATORS: tuple[Generator, ...] = (
    *parked.GENERATORS,
    *missing.GENERATORS,
    *challenge.GENERATORS,
    *shell.GENERATORS,
    *consent.GENERATORS,
    *paywall.GENERATORS,
    *server.GENERATORS,
    *thin.GENERATORS,
)
