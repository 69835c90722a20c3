"""Gathering: annotated articles become stories. The verb is `gather`."""

from __future__ import annotations

from .stories import gather

__all__ = ["gather"]
