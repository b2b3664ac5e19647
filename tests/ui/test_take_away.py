"""What Explore offers to take away, and the files behind it."""

from io import BytesIO

import pytest
import streamlit as st
from pptx import Presentation
from streamlit.testing.v1 import AppTest

from bodymap.exchange.slides import KIND
from bodymap.ui.explore import take_away

SLOW_S = 30


def page() -> None:
    import streamlit as st  # noqa: PLC0415 - runs as a page of its own

    from bodymap.ui.explore import take_away  # noqa: PLC0415
    from bodymap.ui.explore.address import read  # noqa: PLC0415
    from tests import shipped  # noqa: PLC0415

    body = shipped.body()
    atlas = shipped.atlas()
    asked, _ = read(st.query_params.to_dict(), atlas, body)
    take_away.draw(asked, atlas, body.as_figure(asked.figure))


def offered(monkeypatch: pytest.MonkeyPatch, **asked: str) -> tuple[AppTest, dict[str, bytes]]:
    """The open popover, and what its downloads hold, by file name."""
    files: dict[str, bytes] = {}

    def download(label: str, make: object, name: str, kind: str, **_: object) -> None:
        assert callable(make)
        kinds = {"png": "image/png", "svg": "image/svg+xml", "pptx": KIND}
        assert kind == kinds[name.rsplit(".", maxsplit=1)[-1]]
        files[name] = make()
        st.text(label)

    monkeypatch.setattr(take_away, "opened", lambda *_, **__: st.container())
    monkeypatch.setattr(st, "download_button", download)
    at = AppTest.from_function(page, default_timeout=SLOW_S)
    for name, value in asked.items():
        at.query_params[name] = value
    at.run()
    assert not at.exception
    return at, files


def test_a_muscle_has_its_picture_handout_and_presentations(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at, files = offered(
        monkeypatch,
        muscle="infraspinatus",
        side="left",
        figure="male",
        point="infraspinatus_medial",
    )

    assert [button.label for button in at.button] == [
        "Present this muscle",
        r"Present all muscles: Upper back \(shoulder blades and mid back\)",
    ]
    assert list(files) == [
        "infraspinatus_medial-left.png",
        "infraspinatus_medial-left.svg",
        "infraspinatus.pptx",
        "blank-male-body.svg",
    ]
    assert files["infraspinatus_medial-left.png"].startswith(b"\x89PNG")
    assert b"<title>Infraspinatus, left</title>" in files["infraspinatus_medial-left.svg"]
    assert len(Presentation(BytesIO(files["infraspinatus.pptx"])).slides) == 2
    assert b"Blank body chart, front and back, male figure" in files["blank-male-body.svg"]
    links = [link.proto.url for link in at.get("link_button")]
    assert links == ["handout/male/infraspinatus_medial/left", "blank/male/body"]


def test_without_a_muscle_there_is_the_blank_figure_and_a_chosen_group(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at, files = offered(monkeypatch, group="neck")

    assert [button.label for button in at.button] == ["Present all muscles: Neck"]
    assert list(files) == ["blank-neutral-body.svg"]

    at, files = offered(monkeypatch)
    assert not at.button
    assert list(files) == ["blank-neutral-body.svg"]


def test_another_part_of_the_body_is_blank_too(monkeypatch: pytest.MonkeyPatch) -> None:
    at, files = offered(monkeypatch)

    at.selectbox[0].select("hands").run()

    assert b"Blank body chart, hands, neutral figure" in files["blank-neutral-hands.svg"]
