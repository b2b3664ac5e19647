"""Starting the pages on this machine, and letting its browsers in."""

import argparse
import contextlib
import os
import socket
import subprocess
import sys
import webbrowser
from dataclasses import dataclass
from typing import Final

from bodymap import files
from bodymap.services.authority.this_desk import ThisDesk, address_with

BAD_INPUT: Final = 2
"""Exit code where something is wrong with what was asked for."""
OPEN_AT: Final = "BODYMAP_OPEN_AT"
"""Environment variable with the address that the server opens in a browser once it answers."""
_PORTS: Final = range(1, 65_536)
_LOOPBACK: Final = ("127.0.0.1", "localhost", "::1")
PSEUDO_ON: Final = "BODYMAP_PSEUDO"
"""Environment variable that makes every translated page speak the pseudo-language."""
_EVERY_INTERFACE: Final = "0.0.0.0"  # noqa: S104 - asked for by --share; only links work from elsewhere
_SHARING: Final = (
    "Other devices in this network reach {at}: the one drawing that a link is for, and what "
    "everybody may read. Make links on the Hand over page."
)
_READABLE: Final = (
    "Without a certificate, others in the same network can read along. Use it in a network that "
    "you trust, or give --certificate and --certificate-key."
)
_DOOR: Final = (
    "Open this address once in each browser of yours (it works one time; `bodymap open` makes the "
    "next):\n  {address}"
)


def add_arguments(app: argparse.ArgumentParser) -> None:
    """Say what `bodymap app` can be told."""
    app.add_argument("--address", help="interface to listen on (127.0.0.1)")
    app.add_argument("--port", type=int, default=8501, help="port to listen on")
    app.add_argument("--host-name", help="name or address under which browsers reach this machine")
    app.add_argument(
        "--share",
        action="store_true",
        help="let other devices in this network open links to one drawing each, and public pages",
    )
    app.add_argument("--certificate", help="file with a certificate (PEM), to serve https")
    app.add_argument("--certificate-key", help="file with its key (PEM)")
    app.add_argument("--no-browser", action="store_true", help="do not open a browser")
    app.add_argument(
        "--pseudo",
        action="store_true",
        help="show what is translated in accented, longer English, to test it",
    )


class Unsafe(Exception):
    """What was asked for cannot be started, or not safely; says why and what to do."""


@dataclass(frozen=True)
class Listening:
    """Where the server listens, and under which names it is reached.

    Attributes:
        address: Interface.
        name: Name under which browsers elsewhere reach it; None on loopback.
        at: Address of the pages on this machine, without a path.
        shared_at: Their address for other devices; None where it is not shared.
    """

    address: str
    name: str | None
    at: str
    shared_at: str | None


def start_app(given: argparse.Namespace) -> int:
    """Start the server in place of this process; returns only if that is not possible."""
    try:
        listening = listening_where(given)
        door = _new_door(listening.at)
    except Unsafe as error:
        return refuse(str(error))
    except OSError as error:
        return refuse(f"the data folder cannot be used: {error}")
    if listening.shared_at is not None:
        # Imported here, because starting the app should not wait for the services.
        from bodymap.services.handing_over.sharing import SHARED_AT  # noqa: PLC0415

        os.environ[SHARED_AT] = listening.shared_at
        print(_SHARING.format(at=listening.shared_at))
        if given.certificate is None:
            print(_READABLE)
    print(f"Bodymap is at {listening.at}  (Ctrl+C stops it)")
    print(_DOOR.format(address=door), flush=True)
    if not given.no_browser and _has_screen():
        os.environ[OPEN_AT] = door
    if given.pseudo:
        os.environ[PSEUDO_ON] = "1"
    command = _command(given, listening)
    if os.name == "posix":
        os.execv(sys.executable, command)  # noqa: S606 - our own interpreter, no shell
    return subprocess.run(command, check=False).returncode  # noqa: S603 - as above


def listening_where(given: argparse.Namespace) -> Listening:
    """Where to listen for what was asked.

    Raises:
        Unsafe: it is half said, taken, or would be reached under names that nobody said.
    """
    if (given.certificate is None) != (given.certificate_key is None):
        message = "--certificate and --certificate-key go together: give both, or neither"
        raise Unsafe(message)
    if given.port not in _PORTS:
        message = f"{given.port} is no port: give one from 1 to 65535"
        raise Unsafe(message)
    scheme = "http" if given.certificate is None else "https"
    address = given.address or (_EVERY_INTERFACE if given.share else "127.0.0.1")
    name = _name_for(address, given.host_name, shared=given.share)
    if not _is_free(address, given.port):
        message = (
            f"port {given.port} of {address} is taken, or may not be used: stop what runs there, "
            "or give another with --port"
        )
        raise Unsafe(message)
    own = address if address in _LOOPBACK else "127.0.0.1"
    if address not in {*_LOOPBACK, _EVERY_INTERFACE}:
        own = name or address  # loopback is not listened on
    shared_at = f"{scheme}://{name}:{given.port}" if given.share else None
    return Listening(address, name, f"{scheme}://{own}:{given.port}", shared_at)


def _name_for(address: str, host_name: str | None, *, shared: bool) -> str | None:
    if host_name is not None:
        return host_name
    if shared:
        # Imported here, because starting the app should not wait for the services.
        from bodymap.services.handing_over import sharing  # noqa: PLC0415

        name = sharing.own_address() if address == _EVERY_INTERFACE else address
        if name is None:
            message = (
                "this machine is in no network, so that no other device can reach it: connect it, "
                "or say with --host-name under which name it is reached"
            )
            raise Unsafe(message)
        return name
    if address in _LOOPBACK:
        return None
    message = (
        f"say with --host-name under which name browsers reach {address}: every other name is "
        "refused, so that no foreign page can pass for this one"
    )
    raise Unsafe(message)


def _command(given: argparse.Namespace, listening: Listening) -> list[str]:
    command = [sys.executable, "-m", "streamlit", "run", str(files.shipped_root() / "app.py")]
    command += ["--server.address", listening.address, "--server.port", str(given.port)]
    if listening.name is not None:
        command += ["--browser.serverAddress", listening.name]
    if given.certificate is not None:
        command += ["--server.sslCertFile", given.certificate]
        command += ["--server.sslKeyFile", given.certificate_key]
    return command


def open_browser(*, show: bool, shut_out: bool) -> int:
    """Print an address that lets a browser in to the pages that were started last, and open it.

    Args:
        show: Open it in a browser, where there is a screen.
        shut_out: Shut out every browser that was let in before.
    """
    desk = ThisDesk(files.data_folder())
    at = desk.noted_address()
    if at is None:
        return refuse("Bodymap was not started yet: start it with `bodymap app`")
    try:
        if shut_out:
            desk.forget_browsers()
            print("No browser that was let in before opens the records any more.")
        door = _new_door(at)
    except OSError as error:
        return refuse(f"the data folder cannot be used: {error}")
    print(f"This address lets one browser in, one time:\n  {door}", flush=True)
    if show and _has_screen():
        webbrowser.open(door)
    return 0


def refuse(why: str) -> int:
    """Say in one line what is wrong; returns the exit code."""
    print(f"bodymap: {why}", file=sys.stderr)
    return BAD_INPUT


def _new_door(at: str) -> str:
    desk = ThisDesk(files.data_folder())
    desk.note_address(at)
    return address_with(desk.new_pass(), at)


def _has_screen() -> bool:
    if not sys.stdout.isatty():
        return False
    graphical = ("DISPLAY", "WAYLAND_DISPLAY")
    return sys.platform != "linux" or any(os.environ.get(name) for name in graphical)


def _is_free(address: str, port: int) -> bool:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with contextlib.closing(socket.socket(family, socket.SOCK_STREAM)) as probe:
        if os.name == "posix":  # a port that was closed a moment ago is free
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError:
            return False
    return True
