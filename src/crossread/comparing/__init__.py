"""Comparing: a story becomes a comparison. The verb is `compare`."""
