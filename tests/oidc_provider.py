"""A real OpenID Connect provider for tests: discovery, signing keys, code flow with PKCE, userinfo."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from authlib.integrations.flask_oauth2 import AuthorizationServer
from authlib.oauth2.rfc6749 import OAuth2Request, grants
from authlib.oauth2.rfc7636 import CodeChallenge
from authlib.oidc.core import UserInfo
from authlib.oidc.core.grants import OpenIDCode
from flask import Flask, Response, jsonify, request
from joserfc.jwk import OctKey, RSAKey
from werkzeug.serving import WSGIRequestHandler, make_server

CLIENT_ID, CLIENT_SECRET = "sozialraum-monitor", "geheimnis-des-testanbieters"
USERS = {
    "anna": ["jugendhilfeplanung", "alle-mitarbeitenden"],
    "bert": ["norden", "mitte"],
    "cem": ["alle-mitarbeitenden"],
    "dora": [],
}


@dataclass
class Client:
    """The one client that is registered, as Authlib asks for it."""

    redirect_uri: str = ""
    client_id: str = CLIENT_ID

    def get_client_id(self) -> str:
        return self.client_id

    def get_default_redirect_uri(self) -> str:
        return self.redirect_uri

    def get_allowed_scope(self, scope: str) -> str:
        return " ".join(each for each in scope.split() if each in ("openid", "groups"))

    def check_redirect_uri(self, redirect_uri: str) -> bool:
        return redirect_uri == self.redirect_uri

    def check_client_secret(self, client_secret: str) -> bool:
        return client_secret == CLIENT_SECRET

    def check_endpoint_auth_method(self, method: str, endpoint: str) -> bool:
        return method == "client_secret_basic"

    def check_response_type(self, response_type: str) -> bool:
        return response_type == "code"

    def check_grant_type(self, grant_type: str) -> bool:
        return grant_type == "authorization_code"


@dataclass
class Code:
    """An authorization code that was given out; good once."""

    code: str
    user: str
    redirect_uri: str
    scope: str
    nonce: str | None
    code_challenge: str | None
    code_challenge_method: str | None

    def get_redirect_uri(self) -> str:
        return self.redirect_uri

    def get_scope(self) -> str:
        return self.scope

    def get_nonce(self) -> str | None:
        return self.nonce

    def get_auth_time(self) -> int:
        return int(time.time())

    def get_acr(self) -> None:
        return None

    def get_amr(self) -> None:
        return None


@dataclass
class Provider:
    """What the provider knows and does; tests change it to make it do wrong things."""

    issuer: str = ""
    client: Client = field(default_factory=Client)
    keys: list[RSAKey] = field(default_factory=lambda: [new_key("schluessel-1")])
    signing: RSAKey | OctKey | None = None  # None = the first of the published keys
    algorithm: str = "RS256"
    claims: Mapping[str, Any] = field(default_factory=dict)  # put over those of the ID token
    metadata: Mapping[str, Any] = field(default_factory=dict)  # put over the discovery document
    groups_in_token: bool = True
    with_id_token: bool = True
    userinfo_sub: str = ""
    codes: dict[str, Code] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    challenges: list[str] = field(default_factory=list)

    @property
    def key(self) -> RSAKey | OctKey:
        return self.signing or self.keys[0]


def new_key(kid: str) -> RSAKey:
    """A fresh RSA key of 2048 bits."""
    return RSAKey.generate_key(2048, parameters={"kid": kid, "use": "sig", "alg": "RS256"})


def application(provider: Provider) -> Flask:
    """The provider as a WSGI application."""
    app = Flask("anbieter")
    server = AuthorizationServer(
        app,
        query_client=lambda client_id: provider.client if client_id == CLIENT_ID else None,
        save_token=lambda token, asked: provider.tokens.update({token["access_token"]: asked.user}),
    )
    server.register_grant(_code_grant(provider), [_open_id(provider), CodeChallenge(required=True)])
    _register_documents(app, provider)
    _register_endpoints(app, provider, server)
    return app


def _code_grant(provider: Provider) -> type[grants.AuthorizationCodeGrant]:
    class CodeGrant(grants.AuthorizationCodeGrant):
        TOKEN_ENDPOINT_AUTH_METHODS = ["client_secret_basic"]

        def save_authorization_code(self, code: str, asked: OAuth2Request) -> Code:
            data = asked.payload.data
            kept = Code(code, asked.user, asked.payload.redirect_uri, asked.payload.scope, data.get("nonce"),
                        data.get("code_challenge"), data.get("code_challenge_method"))  # fmt: skip
            provider.challenges.append(f"{kept.code_challenge_method}:{kept.code_challenge}")
            provider.codes[code] = kept
            return kept

        def query_authorization_code(self, code: str, client: Client) -> Code | None:
            return provider.codes.get(code)

        def delete_authorization_code(self, authorization_code: Code) -> None:
            del provider.codes[authorization_code.code]

        def authenticate_user(self, authorization_code: Code) -> str:
            return authorization_code.user

    return CodeGrant


def _open_id(provider: Provider) -> OpenIDCode:
    class OpenID(OpenIDCode):
        def exists_nonce(self, nonce: str, asked: OAuth2Request) -> bool:
            return any(code.nonce == nonce for code in provider.codes.values())

        def resolve_client_private_key(self, client: Client) -> Any:
            return provider.key

        def get_client_algorithm(self, client: Client) -> str:
            return provider.algorithm

        def get_encode_header(self, client: Client) -> dict[str, str]:
            kid = {} if provider.key.kid is None else {"kid": provider.key.kid}
            return {"alg": provider.algorithm, **kid}

        def get_client_claims(self, client: Client) -> dict[str, Any]:
            return {"iss": provider.issuer, "aud": [CLIENT_ID]}

        def generate_user_info(self, user: str, scope: str) -> UserInfo:
            groups = {"groups": USERS[user]} if provider.groups_in_token else {}
            return UserInfo(sub=user, **groups, **provider.claims)

        def process_token(self, grant: Any, response: Any) -> Any:
            token = super().process_token(grant, response)
            if not provider.with_id_token:
                token.pop("id_token")
            return token

    return OpenID(require_nonce=True)


def _register_documents(app: Flask, provider: Provider) -> None:
    @app.get("/.well-known/openid-configuration")
    def discovery() -> Response:
        document = {
            "issuer": provider.issuer,
            "authorization_endpoint": f"{provider.issuer}/authorize",
            "token_endpoint": f"{provider.issuer}/token",
            "userinfo_endpoint": f"{provider.issuer}/userinfo",
            "jwks_uri": f"{provider.issuer}/keys",
            "scopes_supported": ["openid", "groups"],
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256", "HS256", "none"],
        }
        return jsonify(document | dict(provider.metadata))

    @app.get("/keys")
    def keys() -> Response:
        return jsonify(keys=[key.as_dict(private=False) for key in provider.keys])


def _register_endpoints(app: Flask, provider: Provider, server: AuthorizationServer) -> None:
    @app.get("/authorize")
    def ask() -> str:
        server.get_consent_grant(end_user=None)
        return '<form method="post"><input name="user"><button>Anmelden</button></form>'

    @app.post("/authorize")
    def authorize() -> Response:
        user = request.form["user"]
        grant = server.get_consent_grant(end_user=user)
        return server.create_authorization_response(grant_user=user if user in USERS else None, grant=grant)

    @app.post("/token")
    def token() -> Response:
        return server.create_token_response()

    @app.get("/userinfo")
    def userinfo() -> Response:
        user = provider.tokens[request.headers["Authorization"].removeprefix("Bearer ")]
        return jsonify(sub=provider.userinfo_sub or user, groups=USERS[user])


class _Quiet(WSGIRequestHandler):
    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Requests are not worth a line."""


@contextmanager
def served(app: Any) -> Iterator[str]:
    """The application on a free port of this machine; its address."""
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=_Quiet)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
