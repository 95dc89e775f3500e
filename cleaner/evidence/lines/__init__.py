"""Text line by line, extracted by somebody or kept of a page: which lines are furniture or spam that came along, by a trained model.

features (of a line, of its words, of what stands around it) ──▶ first forest ──▶ second look ──▶ second forest ──▶ opinion
"""
