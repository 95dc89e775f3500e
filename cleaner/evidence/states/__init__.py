"""Pages with nothing to show: parked, not there, walled off, waiting for scripts, a server's own. What they are is known by
what they say.

    phrases/*.toml ──▶ said ──┐
    page ──▶ words ──▶ model ─┴──▶ the rules of the family ``page``

Phrases say it by themselves; the model knows the words of such pages by many examples, and how little stands there.
"""
