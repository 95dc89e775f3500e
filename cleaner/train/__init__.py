"""Training the content model on labelled pages: ``cleaner train``.

datasets ──▶ examples (features and labels of blocks) ──▶ fit ──▶ ContentModel
                      ╰──▶ folds: a model for each part of the domains, measured on that part
"""
