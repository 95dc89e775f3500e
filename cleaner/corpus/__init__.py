"""Many pages: ``readers`` give items, a ``pool`` of workers cleans each into an outcome, a ``run`` writes them down in its ``journal`` and
makes shards of them in one of the ``formats``, at a ``target``."""
