"""What tests of several parts share: a chat server of our own on loopback."""

import contextlib
import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

Answer = Callable[[dict[str, Any], BaseHTTPRequestHandler], bytes | None]


def completion(content: str) -> bytes:
    """Return the body of a chat completion that says `content`."""
    return json.dumps(
        {"choices": [{"message": {"role": "assistant", "content": content}}]}
    ).encode()


def material(request: dict[str, Any]) -> dict[str, Any]:
    """Return what a request gives to the model, without the fence around it."""
    fenced = request["messages"][-1]["content"]
    return json.loads(fenced.removeprefix("<data>\n").removesuffix("\n</data>"))


@pytest.fixture
def chat_server() -> Iterator[Callable[[Answer], str]]:
    """Start servers that answer a request with what a function makes of it; gives the address.

    The function returns the body of a 200 answer, or None where it has answered by itself.
    """
    servers: list[ThreadingHTTPServer] = []

    def start(answer: Answer) -> str:
        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                given = self.rfile.read(int(self.headers["Content-Length"]))
                body = answer(json.loads(given), self)
                if body is not None:
                    self.send_response(200)
                    self.send_header("Content-Length", str(len(body)))
                    self.end_headers()
                    self.wfile.write(body)

            def handle(self) -> None:
                # The client hangs up, as it should, on some hostile answers.
                with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                    super().handle()

            def log_message(self, *_: object) -> None:
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.daemon_threads = True
        servers.append(server)
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}/v1"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def says() -> Callable[[str], bytes]:
    """Give the body of a chat completion whose content is a sentence in JSON."""
    return lambda sentence: completion(json.dumps({"sentence": sentence}))


@pytest.fixture
def asked() -> Callable[[dict[str, Any]], dict[str, Any]]:
    """Give what a request hands to the model."""
    return material
