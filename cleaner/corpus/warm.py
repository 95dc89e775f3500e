"""Imported by the process that workers are forked from: what cleaning a page imports and reads is then there from their start."""

from __future__ import annotations

import gc

from cleaner.corpus import worker as worker
from cleaner.pipeline import clean

clean(b"<!doctype html><title>A page</title><p>Some words.</p>").to_record()
# What is there from the start stays: a worker's collector need not look at it again and again, nor touch memory that all share.
gc.collect()
gc.freeze()
