"""What Explore shows: finished choices stand in the address, unfinished ones beside it."""

from streamlit.testing.v1 import AppTest

SLOW_S = 30


def page() -> None:
    import streamlit as st  # noqa: PLC0415 - runs as a page of its own

    from bodymap.ui.explore.address import Explored  # noqa: PLC0415
    from bodymap.ui.explore.state import go, now, quietly, written  # noqa: PLC0415

    words = now().get("find", "")
    typed = Explored(words=words + "a")
    st.button("type", on_click=quietly, args=(typed,))
    st.button("choose", on_click=go, args=(Explored(words=words, group="neck"),))
    st.text(written(Explored(words=words, group=now().get("group"))))
    st.text("&".join(f"{name}={value}" for name, value in st.query_params.items()))


def shown(at: AppTest) -> tuple[str, str]:
    """What the page shows, and what its address says without it."""
    assert not at.exception
    return at.text[0].value, at.text[1].value


def press(at: AppTest, name: str) -> AppTest:
    return next(button for button in at.button if button.label == name).click().run()


def test_what_is_typed_is_shown_and_written_but_makes_no_step() -> None:
    at = AppTest.from_function(page, default_timeout=SLOW_S).run()

    press(press(at, "type"), "type")

    assert shown(at) == ("find=aa", "")


def test_a_finished_choice_takes_what_was_typed_into_the_address() -> None:
    at = AppTest.from_function(page, default_timeout=SLOW_S).run()

    press(press(at, "type"), "choose")

    assert shown(at) == ("find=a&group=neck", "find=a&group=neck")


def test_another_address_puts_aside_what_was_typed() -> None:
    at = AppTest.from_function(page, default_timeout=SLOW_S).run()
    press(at, "type")

    at.query_params["group"] = "neck"
    at.run()

    assert shown(at) == ("group=neck", "group=neck")
