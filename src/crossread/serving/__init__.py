"""Serving: the people at the door."""
