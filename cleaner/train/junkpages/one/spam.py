"""The first hand's generators of spam, label by label."""

from __future__ import annotations

from cleaner.train.junkpages.one import (
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
