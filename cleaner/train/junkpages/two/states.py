"""All generators of pages that are a state rather than a text: parked, missing, walled off, empty."""

from __future__ import annotations

from cleaner.train.junkpages.two import bots, consent, parked, paywall, server, shells, soft404, thin

GENERATORS = (
    *parked.GENERATORS,
    *soft404.GENERATORS,
    *bots.GENERATORS,
    *shells.GENERATORS,
    *consent.GENERATORS,
    *paywall.GENERATORS,
    *server.GENERATORS,
    *thin.GENERATORS,
)
