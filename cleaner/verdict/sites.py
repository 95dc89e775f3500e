"""The site: which readings name it, and whether a text is its name in other words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleaner.verdict.readings import IN_PAGE, Reading, key_of


def named_sites(readings: Sequence[Reading], titles: Sequence[Reading]) -> Iterator[Reading]:
    """What is given as the site, unless it is the title (some systems fill that in) and unlike the host."""
    hosts = [reading.value for reading in readings if reading.place == "url"]
    heads = {key_of(title.value) for title in titles if title.place not in IN_PAGE}
    for reading in readings:
        if key_of(reading.value) not in heads or any(same_site(reading.value, host) for host in hosts):
            yield reading


def site_keys(readings: Sequence[Reading]) -> frozenset[str]:
    """The keys of all names of the site, and of its host the longest label ("example" of "news.example.com")."""
    hosts = [reading.value.split(".") for reading in readings if reading.place == "url"]
    labels = {max(host[:-1], key=len) for host in hosts if len(host) > 1}
    return frozenset({key_of(reading.value) for reading in readings} | labels) - {""}


def is_site(text: str, sites: frozenset[str]) -> bool:
    """Is this the site's name, a part of it, or its name with a little more (``Example Online``)?

    :param sites: keys, from :func:`site_keys`.
    """
    key = key_of(text)
    longer = (site for site in sites if len(site) >= 4 and len(key) < len(site) + 12)
    return key in sites or (
        len(key) >= 4 and (any(key in site for site in sites) or any(site in key for site in longer))
    )


def same_site(one: str, other: str) -> bool:
    """Are two names the same, or is one, of four letters or digits at least, a part of the other?"""
    one, other = sorted((key_of(one), key_of(other)), key=len)
    return one == other or (len(one) >= 4 and one in other)
