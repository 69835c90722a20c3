"""Gathering: annotated articles become stories. The verb is `gather`."""
