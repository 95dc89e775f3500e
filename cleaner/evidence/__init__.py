"""Blocks → findings. Everything here observes; nothing here decides."""
