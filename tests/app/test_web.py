"""What the server adds to Streamlit: headers, and the figure's files."""

import asyncio
import gzip
import json
import urllib.error
import urllib.request
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bodymap import composition as workspace
from bodymap import files
from bodymap.body import Laterality
from bodymap.composition import search_index
from bodymap.services.practising.pattern_names import PatternNames
from bodymap.web.headers import script_hashes
from bodymap.web.referral import pattern_route, referral_route, traced_zones
from tests.serving import Server, desk_cookie, running_app

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running_app(tmp_path_factory.mktemp("web")) as running:
        yield running


def test_every_answer_forbids_foreign_content_framing_and_guessing_of_types(server: Server) -> None:
    for path in ("/", "/_stcore/health", "/figure/1/manifest.json", "/nothing-here"):
        _, headers, _ = server.get(path)
        if not headers:
            continue
        policy = headers["content-security-policy"]
        assert "default-src 'self'" in policy
        assert "unsafe-inline'; img" in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"


def test_the_policy_lets_a_page_reach_this_server_alone(server: Server) -> None:
    _, headers, _ = server.get("/")
    said = [part.split() for part in headers["content-security-policy"].split(";") if part.strip()]
    policy = {name: set(sources) for name, *sources in said}

    assert policy["connect-src"] == {"'self'"}
    assert policy["default-src"] == {"'self'"}
    assert policy["object-src"] == policy["frame-ancestors"] == {"'none'"}
    hosts = {source for sources in policy.values() for source in sources if source[0] != "'"}
    assert hosts == {"data:", "blob:"}


def test_only_the_inline_scripts_of_the_page_itself_may_run(server: Server) -> None:
    _, headers, page = server.get("/")
    policy = headers["content-security-policy"]
    expected = script_hashes(page.decode())

    assert expected
    assert [
        each for each in policy.replace(";", " ").split() if each.startswith("'sha256-")
    ] == expected


def test_a_script_with_an_address_needs_no_hash() -> None:
    assert script_hashes('<script src="./x.js"></script>') == []
    assert script_hashes("<script></script>") == [
        "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    ]


def test_the_figure_is_served_compressed_and_for_ever(server: Server) -> None:
    name = "neutral.main.json"
    status, headers, body = server.get(f"/figure/1/{name}", **{"Accept-Encoding": "gzip"})

    assert status == 200
    assert headers["content-encoding"] == "gzip"
    assert headers["cache-control"] == "public, max-age=31536000, immutable"
    assert gzip.decompress(body) == files.assets("body", name).read_bytes()


def test_a_browser_without_compression_gets_the_same_figure(server: Server) -> None:
    _, headers, body = server.get("/figure/1/neutral.main.json", **{"Accept-Encoding": "identity"})

    assert "content-encoding" not in headers
    assert "front" in json.loads(body)["views"]


def test_the_cell_map_reaches_the_browser_byte_for_byte(server: Server) -> None:
    status, _, body = server.get("/figure/1/neutral.front.cells")

    assert status == 200
    assert body == files.assets("body", "neutral.front.cells").read_bytes()
    assert len(zlib.decompress(body)) % 2 == 0


@pytest.mark.parametrize(
    "path",
    [
        "/figure/0/neutral.main.json",
        "/figure/1/README.md",
        "/figure/1/nothing.json",
        "/figure/1/..%2F..%2Fpyproject.toml",
        "/figure/1/%2e%2e/cells.npz",
    ],
)
def test_what_the_manifest_does_not_name_is_not_served(server: Server, path: str) -> None:
    status, _, body = server.get(path)

    assert status in {400, 404}
    assert b"hatchling" not in body


def test_the_browser_learns_the_region_of_every_cell(server: Server) -> None:
    status, _, body = server.get("/figure/1/cell_regions.bin")

    with np.load(files.assets("body", "cells.npz")) as cells:
        expected = cells["region"]
    assert status == 200
    assert np.array_equal(np.frombuffer(zlib.decompress(body), "<u2"), expected)


def test_the_search_index_is_served_for_ever_under_its_version(server: Server) -> None:
    index = search_index()
    path = f"/search/{index.version}"

    proof = {"Cookie": "=".join(desk_cookie())}
    status, headers, body = server.get(path, **{"Accept-Encoding": "gzip"}, **proof)
    assert status == 200
    assert headers["content-type"] == "application/json"
    assert headers["cache-control"] == "public, max-age=31536000, immutable"
    assert gzip.decompress(body) == index.content
    assert server.get(path, **{"Accept-Encoding": "identity"}, **proof)[2] == index.content
    assert server.get("/search/0123456789abcdef", **proof)[0] == 404


@pytest.mark.parametrize("header", [{}, {"X-Forwarded-For": "127.0.0.1"}, {"Cookie": "a=b"}])
def test_the_search_is_not_open_to_visitors(server: Server, header: dict[str, str]) -> None:
    assert server.get(f"/search/{search_index().version}", **header)[0] == 403


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/handout/neutral/infraspinatus_upper/left", "Infraspinatus: handout"),
        ("/handout/child/infraspinatus_upper/right?paper=letter", "Infraspinatus: handout"),
        ("/handout/male/infraspinatus_upper/left?layer=muscles", "Infraspinatus: handout"),
        ("/blank/neutral/pelvic_floor", "Blank body chart, pelvic floor, neutral figure"),
        ("/blank/female/feet", "Blank body chart, feet, female figure"),
    ],
)
def test_a_sheet_to_print_is_served_as_a_page(server: Server, path: str, title: str) -> None:
    status, headers, body = server.get(path)

    assert status == 200
    assert headers["content-type"] == "text/html; charset=utf-8"
    assert f"<title>{title}</title>" in body.decode()
    assert ("size: letter" in body.decode()) == ("paper=letter" in path)


@pytest.mark.parametrize(
    "path",
    [
        "/handout/neutral/nothing/left",
        "/handout/neutral/infraspinatus_upper/both",
        "/handout/neutral/infraspinatus_upper/midline",
        "/handout/giant/infraspinatus_upper/left",
        "/handout/neutral/infraspinatus_upper/left?paper=napkin",
        "/blank/neutral/nose",
        "/blank/%3Cscript%3E/body",
    ],
)
def test_a_sheet_that_there_is_not_is_refused_in_plain_text(server: Server, path: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(server.url + path, timeout=10)

    with caught.value as error:
        assert error.code == 404
        assert error.headers["content-type"].startswith("text/plain")
        assert error.read().startswith(b"There is no such sheet. ")


def test_a_pattern_is_served_by_a_name_only_after_the_name_was_given(server: Server) -> None:
    status, _, text = server.get("/pattern/neutral/0123456789abcdef01234567")
    assert (status, text) == (404, b"No such pattern. Reload the page.")


def asked(route: Route, **named: str) -> Response:
    request = Request({"type": "http", "path_params": named})
    with ThreadPoolExecutor(1) as apart:  # a browser of other tests may run a loop in this thread
        return apart.submit(lambda: asyncio.run(route.endpoint(request))).result()


def test_a_pattern_shows_the_same_under_both_its_names() -> None:
    names = PatternNames()
    point = "infraspinatus_upper"
    name = names.name(point, Laterality.LEFT)
    zones = traced_zones(workspace.atlas, workspace.figure)
    plain = referral_route(zones, workspace.figure)
    hidden = pattern_route(zones, names.meaning)

    by_name = asked(hidden, figure="neutral", name=name)

    assert by_name.status_code == 200
    assert by_name.headers["cache-control"] == "no-store"
    in_full = {"version": "1", "figure": "neutral", "trigger_point": point, "laterality": "LEFT"}
    assert by_name.body == asked(plain, **in_full).body
    assert b"infraspinatus" not in by_name.body
    assert asked(hidden, figure="nobody", name=name).status_code == 404


def test_where_muscles_lie_is_served_by_view_and_figure(server: Server) -> None:
    status, headers, body = server.get("/muscles/1/female/back.json", **{"Accept-Encoding": "gzip"})
    assert status == 200
    assert headers["cache-control"] == "public, max-age=86400"
    shown = json.loads(gzip.decompress(body))["muscles"]
    (deltoid,) = [m for m in shown if (m["id"], m["side"]) == ("deltoid", "left")]
    assert (deltoid["name"], deltoid["depth"]) == (
        workspace.atlas().muscles["deltoid"].name,
        "superficial",
    )
    assert deltoid["shape"].startswith("M")
    assert deltoid["fibres"].startswith("M")
    assert not [m for m in shown if m["id"] == "rectus_abdominis"]


def test_one_muscle_is_served_in_all_views_that_show_it(server: Server) -> None:
    status, headers, body = server.get("/muscles/1/female/infraspinatus/LEFT")

    assert status == 200
    assert headers["cache-control"] == "public, max-age=86400"
    shown = json.loads(body)["muscle"]
    figure = workspace.figure("female")
    area = workspace.muscle_layer().area("infraspinatus", Laterality.LEFT, figure)
    assert shown == {view: path for view, path in figure.traces(area).items() if path}
    assert "front" not in shown


@pytest.mark.parametrize(
    "path",
    [
        "/muscles/0/neutral/back.json",
        "/muscles/1/giant/back.json",
        "/muscles/1/male/x.json",
        "/muscles/0/neutral/soleus/LEFT",
        "/muscles/1/giant/soleus/LEFT",
        "/muscles/1/male/nose/LEFT",
        "/muscles/1/male/soleus/UP",
    ],
)
def test_muscles_of_what_there_is_not_are_not_served(server: Server, path: str) -> None:
    assert server.get(path)[0] == 404
