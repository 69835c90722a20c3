"""Annotating: what an article says, who says it, when and how many. The verb is `annotate`."""
