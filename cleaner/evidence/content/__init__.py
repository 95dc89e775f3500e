"""Which blocks are the page's content? A model trained on labelled pages.

Segmented ──features──▶ arrays ──forest──▶ probabilities ──select──▶ opinions on blocks
                               ╰─kinds───▶ the page's kind
"""
