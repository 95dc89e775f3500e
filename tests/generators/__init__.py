"""Pages made for measuring: content-farm pages, and honest pages that look like them.

Everything here is written without sight of the rules it tests, and is the same for the same seed.
"""
