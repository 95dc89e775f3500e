"""What rules look for: a module for each thing that several rules, or one of some size, recognise on a page.

Nothing here decides, and nothing is a rule: rules (``rules/``) say what a sign means. Words that are no phrases of a page stand
as data beside the code that reads them.
"""
