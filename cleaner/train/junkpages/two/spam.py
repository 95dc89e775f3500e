"""All generators of spam pages of the second hand."""

from __future__ import annotations

from . import (
    adultgambling,
    contentfarm,
    doorway,
    duplicatetext,
    gibberish,
    hacked,
    hiddentext,
    linkfarm,
    machinetext,
    seostuffed,
)

GENERATORS = (
    *contentfarm.GENERATORS,
    *seostuffed.GENERATORS,
    *linkfarm.GENERATORS,
    *hiddentext.GENERATORS,
    *hacked.GENERATORS,
    *doorway.GENERATORS,
    *gibberish.GENERATORS,
    *machinetext.GENERATORS,
    *duplicatetext.GENERATORS,
    *adultgambling.GENERATORS,
)
