"""One question to an OpenAI-compatible server over HTTP: bounded in time and size, no redirects."""

import socket
import ssl
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from urllib.parse import urlsplit

import msgspec

from sitrep.model.base import Record
from sitrep.model.errors import UsageError

LARGEST_REPLY = 256 * 1024
"""Bytes; a sentence with all that servers put around it has a few thousand."""
REPLY_TOKENS = 200
"""A sentence of 32 words has about 60 tokens; JSON and Cyrillic names need more."""
SEED = 1
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_OK, _REDIRECT, _FAILED = 200, 300, 400
_FORM_REFUSED = frozenset({400, 422})
_KEY_REFUSED = frozenset({401, 403})
_SENTENCE = {
    "type": "json_schema",
    "json_schema": {
        "name": "sentence",
        "strict": True,
        "schema": {
            "type": "object",
            "properties": {"sentence": {"type": "string"}},
            "required": ["sentence"],
            "additionalProperties": False,
        },
    },
}
"""The form of the answer, for servers that hold a model to a form."""


class ChatFault(Exception):  # noqa: N818 - it never leaves the engine
    """The server gave no usable reply; `code` is a word for scripts, the message says why."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class Message(Record, frozen=True, kw_only=True):
    """One message of a chat."""

    role: str
    content: str


class _Spoken(Record, frozen=True, kw_only=True, forbid_unknown_fields=False):
    content: str


class _Choice(Record, frozen=True, kw_only=True, forbid_unknown_fields=False):
    message: _Spoken


class _Reply(Record, frozen=True, kw_only=True, forbid_unknown_fields=False):
    choices: tuple[_Choice, ...]


@dataclass(slots=True)
class Chat:
    """A server by its base address ("http://127.0.0.1:8080/v1") and the model asked of it.

    `key` is sent as a bearer token, to this address only: redirects are not followed. A request
    takes at most `seconds`, however slowly the server sends.

    Raises:
        UsageError: the address is none, or the key would travel over the network in the clear.
    """

    base_url: str
    model: str
    key: str | None = None
    seconds: float = 30.0
    _formed: bool = field(default=True, init=False)

    def __post_init__(self) -> None:
        """Refuse an address that cannot be used, before anything is sent."""
        host = _host(self.base_url)
        if self.key and urlsplit(self.base_url).scheme == "http" and host not in LOOPBACK:
            raise UsageError(
                f"--base-url {self.base_url}: the key would be sent in the clear; use https, or "
                "unset SITREP_API_KEY"
            )

    def ask(self, messages: Sequence[Message]) -> str:
        """Return what the model answers; raises ChatFault.

        A server that refuses the request for its form is asked once more without the form of the
        answer, and no longer told that form.
        """
        status, body = self._post(messages)
        if self._formed and status in _FORM_REFUSED:
            self._formed = False
            status, body = self._post(messages)
        if status != _OK:
            raise _refused(status)
        try:
            reply = msgspec.json.decode(body, type=_Reply)
        except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as fault:
            raise ChatFault("writer-reply", f"the reply is no chat completion ({fault})") from fault
        if not reply.choices:
            raise ChatFault("writer-reply", "the reply has no choices")
        return reply.choices[0].message.content

    def _post(self, messages: Sequence[Message]) -> tuple[int, bytes]:
        asked = {
            "model": self.model,
            "messages": list(messages),
            "temperature": 0,
            "seed": SEED,
            "max_tokens": REPLY_TOKENS,
            "stream": False,
        }
        if self._formed:
            asked["response_format"] = _SENTENCE
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        address = urlsplit(self.base_url)
        path = f"{address.path.rstrip('/')}/chat/completions"
        end = time.monotonic() + self.seconds
        try:
            with self._connected(end) as connection:
                connection.request("POST", path, msgspec.json.encode(asked), headers)
                response = connection.getresponse()
                status, body = response.status, _body(response)
        except (OSError, HTTPException, ValueError) as fault:
            if time.monotonic() >= end or isinstance(fault, TimeoutError):
                raise _slow(self.seconds) from fault
            reason = f"{type(fault).__name__}: {fault}"
            raise ChatFault("writer-unreachable", f"{self.base_url}: {reason}") from fault
        if time.monotonic() >= end:  # cut off, a body without a length looks whole
            raise _slow(self.seconds)
        return status, body

    @contextmanager
    def _connected(self, end: float) -> Iterator[HTTPConnection]:
        """Connect; at `end` the connection is cut, even if a server sends byte by byte."""
        address = urlsplit(self.base_url)
        host, seconds = address.hostname or "", self.seconds
        connection = (
            HTTPSConnection(
                host, address.port, timeout=seconds, context=ssl.create_default_context()
            )
            if address.scheme == "https"
            else HTTPConnection(host, address.port, timeout=seconds)
        )
        connection.connect()
        watch = threading.Timer(max(0.0, end - time.monotonic()), _cut, (connection.sock,))
        watch.daemon = True
        watch.start()
        try:
            yield connection
        finally:
            watch.cancel()
            connection.close()


def _cut(sock: socket.socket) -> None:
    """End whatever waits on `sock`; a secured one by the socket under it, as reads go on there."""
    try:
        socket.socket.shutdown(sock, socket.SHUT_RDWR)
    except OSError:  # the other end has closed it already: nothing waits any more
        return


def _body(response: HTTPResponse) -> bytes:
    """Return the body; raises ChatFault for one that is too large."""
    body = response.read(LARGEST_REPLY + 1)
    if len(body) > LARGEST_REPLY:
        raise ChatFault("writer-reply", f"the reply is longer than {LARGEST_REPLY:,} bytes")
    return body


def _slow(seconds: float) -> ChatFault:
    return ChatFault("writer-slow", f"no reply within {seconds:g} seconds (--writer-timeout)")


def _refused(status: int) -> ChatFault:
    if status in _KEY_REFUSED:
        return ChatFault("writer-refused", f"HTTP {status}: set SITREP_API_KEY to a valid key")
    if _REDIRECT <= status < _FAILED:
        reason = f"HTTP {status}: redirects are not followed; give the final --base-url"
        return ChatFault("writer-refused", reason)
    return ChatFault("writer-refused", f"HTTP {status}")


def _host(base_url: str) -> str:
    """Return the host of an address; raises UsageError that shows how one looks."""
    wrong = UsageError(
        f"--base-url {base_url!r} is no address of a server; write http://127.0.0.1:8080/v1"
    )
    try:
        address = urlsplit(base_url)
        host, port = address.hostname, address.port
    except ValueError as fault:
        raise wrong from fault
    plain = base_url.isascii() and base_url.isprintable() and " " not in base_url
    inside = address.username or address.query or address.fragment
    if address.scheme not in {"http", "https"} or not host or inside or not plain or port == 0:
        raise wrong
    return host
