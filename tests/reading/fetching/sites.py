"""A small site on this machine that answers as it is told, well or badly, and remembers what it was asked."""

from __future__ import annotations

import socket
import socketserver
import ssl
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from crossread.settings import Settings

Speak = Callable[[socket.socket], None]

ARTICLE = (
    b"<!doctype html><html><head><title>Ferry aground</title></head><body><article><p>"
    + b"The ferry Larkspur ran aground off Tollen on Monday morning, the harbour office said. " * 12
    + b"</p></article></body></html>"
)


@dataclass(frozen=True)
class Asked:
    """One request that reached the site."""

    path: str
    headers: dict[str, str]


@dataclass
class Site:
    """What the site answers at each path (404 elsewhere), and what it was asked, in order."""

    port: int = 0
    answers: dict[str, bytes | Speak | list[bytes] | list[bytes | Speak]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    most_at_once: int = 0
    busy: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)
    ended: threading.Event = field(default_factory=threading.Event)

    def url(self, path: str = "/story", host: str = "paper.test", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        """What was asked for, without robots.txt."""
        return [one.path for one in self.asked if one.path != "/robots.txt"]

    def serve(self, connection: socket.socket) -> None:
        request = _request(connection)
        if request is None:
            return
        with self.lock:
            self.asked.append(request)
            self.busy += 1
            self.most_at_once = max(self.most_at_once, self.busy)
            answer = self.answers.get(request.path, reply(b"nothing here", status=404))
            if isinstance(answer, list):
                answer = answer.pop(0) if len(answer) > 1 else answer[0]
        try:
            if callable(answer):
                answer(connection)
            else:
                connection.sendall(answer)
        finally:
            with self.lock:
                self.busy -= 1


def reply(body: bytes = b"", status: int = 200, media: str | None = "text/html", **headers: str) -> bytes:
    """An answer, with Content-Length unless it is given; underscores in header names stand for hyphens."""
    fields = {"Content_Type": media, "Content_Length": str(len(body)), **headers}
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in fields.items() if value]
    return "\r\n".join([f"HTTP/1.1 {status} X", *lines, "", ""]).encode("latin-1") + body


def redirect(location: str, status: int = 302) -> bytes:
    return reply(status=status, Location=location)


@contextmanager
def site(certificate: str | None = None) -> Iterator[Site]:
    """A running site on loopback, over TLS where a file with key and certificate is given."""
    here = Site()

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            with suppress(OSError):
                here.serve(self.request)

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True
        block_on_close = False
        allow_reuse_address = True

        def get_request(self) -> tuple[socket.socket, tuple[str, int]]:
            connection, address = super().get_request()
            return (context.wrap_socket(connection, server_side=True) if context else connection), address

        def handle_error(self, request: object, client_address: object) -> None:
            pass

    context = None
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
    with Server(("127.0.0.1", 0), Handler) as server:
        here.port = server.server_address[1]
        thread = threading.Thread(target=lambda: server.serve_forever(poll_interval=0.01), daemon=True)
        thread.start()
        try:
            yield here
        finally:
            here.ended.set()
            server.shutdown()


def on_loopback(host: str, port: int) -> Sequence[str]:
    """A resolver to which every name is this machine."""
    return ("127.0.0.1",)


def settings(**values: object) -> Settings:
    """Settings that wait for nothing and keep nothing, under which the site may be fetched from."""
    quick: dict[str, object] = {
        "allow_hosts": ["paper.test", "gazette.test"],
        "fetch_delay_seconds": 0.0,
        "fetch_connect_seconds": 2.0,
        "fetch_read_seconds": 2.0,
        "fetch_page_seconds": 5.0,
        "fetch_longest_wait_seconds": 0.2,
        "fetch_cache": False,
    }
    return Settings().with_values({**quick, **values}, where="test")


def _request(connection: socket.socket) -> Asked | None:
    connection.settimeout(5)
    raw = b""
    while b"\r\n\r\n" not in raw:
        piece = connection.recv(65536)
        if not piece:
            return None
        raw += piece
    first, *lines = raw.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
    headers = dict(line.split(": ", 1) for line in lines)
    return Asked(first.split(" ")[1], {name.casefold(): value for name, value in headers.items()})
