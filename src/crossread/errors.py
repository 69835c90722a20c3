"""Everything that can go wrong, as a tree:

    CrossreadError
    ├── SettingsError        a setting is unknown or has a wrong value; all faults at once
    ├── ReadingError         a source could not become an article
    │   ├── SourceNotFound   no such file, folder or match
    │   ├── SourceUnreadable the file is there and cannot be read: rights, size, a device
    │   ├── NotAnArticle     nothing in it that reads like an article: empty, binary, a front page
    │   ├── UnsafePage       reading it would cost too much: nested too deep, too large once decoded
    │   └── FetchError       a page could not be fetched: no answer, a broken one, an error of the site
    │       ├── AddressRefused     its address is not one to fetch from: inside this network, not http
    │       ├── ForbiddenByRobots  the site's robots.txt asks programs to stay away
    │       └── AccessDenied       the site does not give the page without a login, a payment or a browser
    ├── ComparingError       a story could not be compared
    └── PresentingError      a comparison could not be written out

Each says at which step and over which item it happened, and gives a hint, a way out ("try: …").
What is to be expected in a batch, one bad page among many, ends as an `Outcome` and not as an exception:
the pipeline turns a `ReadingError` about one source into one.
"""

from __future__ import annotations


class CrossreadError(Exception):
    """Base of all errors raised on purpose.

    `message` says what is wrong, `item` names the file, URL or setting it is about (or is None), and `hint` tells a
    way out. `reason` is the word under which an `Outcome` counts it.
    """

    step = "crossread"
    reason = "failed"

    def __init__(self, message: str, *, item: str | None = None, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.item = item
        self.hint = hint

    def __str__(self) -> str:
        return self.message if self.item is None else f"{self.item}: {self.message}"


class SettingsError(CrossreadError):
    """One or more settings are unknown or have a wrong value; the message lists every fault."""

    step = "settings"


class ReadingError(CrossreadError):
    """A source could not be read into an article."""

    step = "read"


class SourceNotFound(ReadingError):
    """There is no such file or folder, or a pattern matched nothing."""

    reason = "not found"


class SourceUnreadable(ReadingError):
    """The file exists and cannot be read: no right to, a device, an I/O fault."""

    reason = "unreadable"


class NotAnArticle(ReadingError):
    """The source holds nothing that reads like an article: it is empty, binary, or a page of links."""

    reason = "not an article"


class UnsafePage(ReadingError):
    """Reading the page would cost more time or memory than any article is worth."""

    reason = "unsafe"


class FetchError(ReadingError):
    """A page could not be fetched; `temporary` where it is worth to try again later."""

    reason = "fetch failed"

    def __init__(
        self, message: str, *, item: str | None = None, hint: str | None = None, temporary: bool = False
    ) -> None:
        super().__init__(message, item=item, hint=hint)
        self.temporary = temporary


class AddressRefused(FetchError):
    """The address is none that is fetched from: not http or https, or one inside this machine or network."""

    reason = "refused"


class ForbiddenByRobots(FetchError):
    """The site's robots.txt asks programs not to fetch the page."""

    reason = "forbidden by robots"


class AccessDenied(FetchError):
    """The site does not give the page to who asks: it wants a login, a payment, or another kind of visitor."""

    reason = "access denied"


class ComparingError(CrossreadError):
    """A story could not be compared."""

    step = "compare"


class PresentingError(CrossreadError):
    """A comparison could not be written out."""

    step = "present"
