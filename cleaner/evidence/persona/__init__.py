"""Profile boxes and the people in them: where a box stands (``labels``, ``values``, ``boxes``), in what words (``abroad``) or, where
nobody knows the words, by which values (``machine``, ``lines``) and which structure of an introduction (``said``), what gives a made-up person away
(``tells``, by the lists in ``words``), and whether it is enough to call the person made up (``judge``).
"""

from cleaner.evidence.persona.boxes import Field
from cleaner.evidence.persona.judge import Profile, find_profiles
from cleaner.evidence.persona.tells import Tell

__all__ = ["Field", "Profile", "Tell", "find_profiles"]
