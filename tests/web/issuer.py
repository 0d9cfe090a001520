"""Another house that says who somebody is: an OpenID Connect issuer over real HTTP, with its keys.

It answers as the standard says, and wrongly on request.
"""

from __future__ import annotations

import base64
import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import time
from typing import Any
from urllib.parse import parse_qs, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, SECRET = "throughcare", "a secret of the client"


@dataclass
class House:
    """The issuer: whom it would name, and what it has been asked."""

    address: str = ""
    subject: str = "8f1c"
    signs_with: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "one"}))
    instead: dict[str, Any] = field(default_factory=dict)
    algorithm: str = "RS256"
    shows: RSAKey | None = None
    asked: dict[str, str] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)

    def lets_in(self, way_out: str) -> str:
        """Somebody signs in there: the answer that the browser carries back, as a query."""
        self.asked = {name: values[0] for name, values in parse_qs(urlsplit(way_out).query).items()}
        return f"code=a-code&state={self.asked['state']}"

    def metadata(self) -> dict[str, Any]:
        """What a client reads first."""
        return {
            "issuer": self.address,
            "authorization_endpoint": f"{self.address}/authorize",
            "token_endpoint": f"{self.address}/token",
            "jwks_uri": f"{self.address}/keys",
            "id_token_signing_alg_values_supported": ["RS256"],
            "code_challenge_methods_supported": ["S256"],
        }

    def token(self, given: dict[str, str]) -> tuple[int, dict[str, Any]]:
        """The tokens for a code, if the client shows that it is the one that asked."""
        verifier = hashlib.sha256(given.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(verifier).rstrip(b"=").decode()
        if given.get("code") != "a-code" or challenge != self.asked.get("code_challenge"):
            self.refused.append("not the one that asked")
            return 400, {"error": "invalid_grant"}
        now = int(time())
        claims = {
            "iss": self.address, "sub": self.subject, "aud": CLIENT, "iat": now, "exp": now + 60,
            "nonce": self.asked["nonce"], **self.instead,
        }  # fmt: skip
        head = {"alg": self.algorithm, "kid": "one"}
        made = jwt.encode(head, claims, self.signs_with, algorithms=[self.algorithm])
        return 200, {"access_token": "a", "token_type": "Bearer", "id_token": made}

    def keys(self) -> dict[str, Any]:
        """Its public keys."""
        return {"keys": [(self.shows or self.signs_with).as_dict(private=False)]}


@contextmanager
def open_house() -> Iterator[House]:
    """The issuer, answering on a port of its own."""
    house = House()

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            pages = {
                "/.well-known/openid-configuration": house.metadata,
                "/keys": house.keys,
            }
            self._say(200, pages[self.path]())

        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            given = parse_qs(self.rfile.read(length).decode())
            self._say(*house.token({name: values[0] for name, values in given.items()}))

        def _say(self, status: int, what: dict[str, Any]) -> None:
            said = json.dumps(what).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(said)))
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, *words: Any) -> None:
            """Silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    house.address = f"http://127.0.0.1:{server.server_port}"
    serving = threading.Thread(target=server.serve_forever, daemon=True)
    serving.start()
    try:
        yield house
    finally:
        server.shutdown()
        server.server_close()
        serving.join()
