"""Presenting: a comparison becomes something to read. The verb is `present`."""
