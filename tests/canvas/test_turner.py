"""The buttons that turn the body: what they are told, and what is heard of them."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from tests.components import send

SLOW_S = 30


def page() -> None:
    import streamlit as st  # noqa: PLC0415 - runs as a page of its own

    from bodymap.canvas import Turner, turner  # noqa: PLC0415

    heard = st.session_state.setdefault("heard", [])
    turner(
        Turner(chart="chart", eyes={"front": (0.0, -2.0)}, extents=("essential",), address="a=b"),
        key="turner",
        on_told=heard.append,
    )
    st.text(repr([str(each) for each in heard]))


def after(value: object) -> AppTest:
    """The page after the browser has sent this."""
    at = AppTest.from_function(page, default_timeout=SLOW_S).run()
    send(at, {"turns": value})
    assert not at.exception
    return at


def test_the_buttons_are_told_which_chart_they_turn_and_where_the_camera_stands() -> None:
    at = AppTest.from_function(page, default_timeout=SLOW_S).run()

    assert json.loads(at.get("bidi_component")[0].proto.json) == {
        "chart": "chart",
        "eyes": {"front": [0.0, -2.0]},
        "marked": False,
        "extents": ["essential"],
        "title": "",
        "address": "a=b",
    }


@pytest.mark.parametrize("told", ["yes", "no-webgl", "saving"])
def test_whether_a_browser_can_turn_the_body_is_heard(told: str) -> None:
    assert after(told).text[0].value == repr([told])


@pytest.mark.parametrize("value", ["perhaps", "", 1, ["yes"], {"yes": 1}])
def test_anything_else_a_browser_says_is_not_heard(value: object) -> None:
    assert after(value).text[0].value == "[]"
