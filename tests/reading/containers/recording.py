"""WARC files as crawlers write them, made with another library than the one under test."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass, field

from reading.containers.holding import page
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

HTML = "text/html; charset=utf-8"


@dataclass(frozen=True)
class Response:
    """What a server answered."""

    url: str
    body: bytes
    media: str = HTML
    status: str = "200 OK"
    fields: tuple[tuple[str, str], ...] = ()
    record: dict[str, str] = field(default_factory=dict)
    kind: str = "response"


def answers(*titles: str) -> list[Response]:
    return [Response(f"https://lamp.example/{title}", page(title)) for title in titles]


def warc(responses: Iterable[Response], *, packed: bool = False) -> bytes:
    """A WARC file with a record of its own making, then the responses."""
    return b"".join(records(responses, packed=packed))


def records(responses: Iterable[Response], *, packed: bool = False) -> list[bytes]:
    """The bytes of each record, the file's own first."""
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("fiction.warc", {"software": "a test"}))
    found = [file.getvalue()]
    for response in responses:
        file.seek(0)
        file.truncate()
        writer.write_record(_record(writer, response))
        found.append(file.getvalue())
    return found


def _record(writer: WARCWriter, response: Response) -> ArcWarcRecord:
    fields = [("Content-Type", response.media)] if response.media else []
    return writer.create_warc_record(
        response.url,
        response.kind,
        payload=io.BytesIO(response.body),
        http_headers=StatusAndHeaders(response.status, [*fields, *response.fields], protocol="HTTP/1.1"),
        warc_headers_dict=response.record,
    )
