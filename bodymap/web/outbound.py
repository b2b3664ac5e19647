"""Keep the server from calling anyone.

Streamlit asks an outside service for the machine's own address when it prints its start-up banner
and when it checks the origin of a websocket, and it opens a socket towards a public resolver to
learn its local address. Neither is needed: whoever binds Bodymap to another interface says under
which name it is reached (`browser.serverAddress`).
"""

from streamlit import net_util


def _unknown() -> None:
    """Stand in for an address look-up: the address is not known, and nobody is asked."""


def stay_local() -> None:
    """Replace both address look-ups of Streamlit for this process. Safe to call again."""
    net_util.get_external_ip = _unknown
    net_util.get_internal_ip = _unknown
