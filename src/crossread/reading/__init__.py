"""Reading: a page becomes a clean, dated article. The verb is `read`."""
