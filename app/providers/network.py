"""How this computer reaches the world where its administrators have said so, for all that is opened here.

That is the computer's, not an account's: it is set once, before anything connects, and counts for every
connection of the process. Without it the system's proxy counts, as it is or as the environment has it.
"""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    import ssl


class WayOut:
    """`proxy` is the URL of the only one, "" for the system's; `ca_file` a PEM path, trusted too."""

    def __init__(self) -> None:
        self.proxy = ""
        self.ca_file = ""

    def use(self, proxy: str, ca_file: str) -> None:
        """Let every connection from now on go that way."""
        self.proxy, self.ca_file = proxy, ca_file

    def for_httpx(self, url: str, verify: ssl.SSLContext | bool) -> dict[str, Any]:
        """Return the arguments of an httpx client for `url`, what it trusts among them."""
        if is_loopback(url):
            return {"verify": verify, "trust_env": False}  # a proxy cannot reach this computer's own loopback
        if not self.proxy:
            return {"verify": verify}
        import httpx  # which a window without an account has no use for

        context = None if isinstance(verify, bool) or not self.proxy.startswith("https") else verify
        return {"verify": verify, "proxy": httpx.Proxy(self.proxy, ssl_context=context)}

    def for_websockets(self, url: str, context: ssl.SSLContext | None) -> dict[str, Any]:
        """Return the arguments of `websockets.connect` for `url`."""
        if is_loopback(url):
            return {"proxy": None}
        if self.proxy.startswith("https"):
            return {"proxy": self.proxy, "proxy_ssl": context}
        return {"proxy": self.proxy.replace("socks5://", "socks5h://") or True}  # as httpx: it finds the name


WAY_OUT = WayOut()


def is_loopback(url: str) -> bool:
    """Whether `url` names this computer itself."""
    host = urlsplit(url).hostname or ""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
