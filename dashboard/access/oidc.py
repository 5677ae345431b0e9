"""Login at an OpenID Connect provider: authorization code with PKCE, state and nonce, by Authlib."""

from __future__ import annotations

import hmac
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from authlib.integrations.base_client import OAuthError  # type: ignore[import-untyped]
from authlib.integrations.flask_client import FlaskOAuth2App, OAuth  # type: ignore[import-untyped]
from joserfc.errors import JoseError
from requests import RequestException

from dashboard.access.settings import OidcSettings

#: Signatures we accept. Not ``none``, and no HMAC: its key would be the client secret.
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
_SECONDS = 10
_LEEWAY = 30  # seconds that the clocks of two servers may differ
_NEEDED = ("issuer", "authorization_endpoint", "token_endpoint", "jwks_uri")


class LoginFailed(RuntimeError):
    """A login did not work; ``reached`` is false if the provider could not be asked."""

    def __init__(self, reason: str, *, reached: bool = True) -> None:
        super().__init__(reason)
        self.reached = reached


@dataclass(frozen=True, slots=True)
class Started:
    """Where to send the reader, and what must be kept until the answer."""

    url: str
    kept: dict[str, str]


class Provider:
    """The provider of the settings. Asked first when somebody logs in, not when the process starts."""

    def __init__(self, settings: OidcSettings) -> None:
        self._settings = settings
        self._app = FlaskOAuth2App(
            OAuth().framework_integration_cls("anmeldung"),
            "anmeldung",
            client_id=settings.client_id,
            client_secret=settings.client_secret,
            server_metadata_url=f"{settings.issuer.rstrip('/')}/.well-known/openid-configuration",
            client_kwargs={"code_challenge_method": "S256", "default_timeout": _SECONDS},
        )

    def start(self, redirect_uri: str) -> Started:
        """Begin a login. Raises :class:`LoginFailed`."""
        with _failures():
            known = self._metadata()
            groups = " groups" if "groups" in known.get("scopes_supported", ()) else ""
            begun = self._app.create_authorization_url(redirect_uri, scope=f"openid{groups}")
        kept = {name: begun[name] for name in ("state", "nonce", "code_verifier")}
        return Started(begun["url"], kept | {"redirect_uri": redirect_uri})

    def finish(self, kept: Mapping[str, str], answer: Mapping[str, str]) -> tuple[str, ...]:
        """The groups of who logged in. Raises :class:`LoginFailed` for anything that does not fit."""
        if not hmac.compare_digest(kept["state"].encode(), answer.get("state", "").encode()):
            raise LoginFailed("state")
        if "error" in answer or not answer.get("code"):
            raise LoginFailed(answer.get("error", "code"))
        with _failures():
            self._metadata()
            token = self._app.fetch_access_token(
                redirect_uri=kept["redirect_uri"], code=answer["code"], code_verifier=kept["code_verifier"]
            )
            claims = self._claims(token, kept["nonce"])
            return _groups(claims) if "groups" in claims else self._groups_of_userinfo(token, claims)

    def _metadata(self) -> dict[str, Any]:
        """The discovery document, read once. Only the issuer of the settings may speak for itself."""
        known: dict[str, Any] = self._app.load_server_metadata()
        complete = all(isinstance(known.get(name), str) for name in _NEEDED)
        if not complete or known["issuer"] != self._settings.issuer:
            known.pop("_loaded_at", None)  # ask again next time
            raise LoginFailed("discovery document without a needed entry, or of another issuer")
        offered = known.get("id_token_signing_alg_values_supported", ALGORITHMS)
        known["id_token_signing_alg_values_supported"] = [name for name in ALGORITHMS if name in offered]
        return known

    def _claims(self, token: Mapping[str, Any], nonce: str) -> Mapping[str, Any]:
        """The checked claims of the ID token: signature, issuer, audience, times and nonce."""
        if "id_token" not in token:
            raise LoginFailed("id_token")
        wanted = {
            "iss": {"essential": True, "value": self._settings.issuer},
            "aud": {"essential": True, "value": self._settings.client_id},
        }
        claims: Mapping[str, Any] = self._app.parse_id_token(token, nonce, wanted, leeway=_LEEWAY)
        return claims

    def _groups_of_userinfo(self, token: Mapping[str, Any], claims: Mapping[str, Any]) -> tuple[str, ...]:
        if "userinfo_endpoint" not in self._metadata():
            return ()
        about = self._app.userinfo(token=token)
        if about.get("sub") != claims["sub"]:
            raise LoginFailed("sub")
        return _groups(about)


def _groups(claims: Mapping[str, Any]) -> tuple[str, ...]:
    groups = claims.get("groups")
    return tuple(group for group in groups if isinstance(group, str)) if isinstance(groups, list) else ()


@contextmanager
def _failures() -> Iterator[None]:
    """Everything that the libraries below say about a login that must not work."""
    try:
        yield
    except RequestException as error:
        raise LoginFailed(str(error), reached=False) from error
    except (OAuthError, JoseError, ValueError, KeyError, TypeError) as error:
        raise LoginFailed(f"{type(error).__name__}: {error}") from error
