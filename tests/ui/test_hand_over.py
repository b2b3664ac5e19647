"""Who came by a link, or holds a device that was handed over, sees the one drawing and no more."""

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from bodymap.records import PainDrawing, Person, Status
from bodymap.services.assessing.assessments import start_assessment
from bodymap.services.authority.access import Refusal
from bodymap.services.drawing.drawings import (
    finish_drawing,
    list_drawings,
    open_drawing,
    start_drawing,
)
from bodymap.services.drawing.marks import Editing, fill_regions, say_no_pain
from bodymap.services.handing_over.hand_over import (
    NewLink,
    hand_over_by_link,
    hand_over_this_device,
    list_links,
    withdraw_link,
)
from bodymap.services.handing_over.sharing import SHARED_AT
from bodymap.ui import visit
from bodymap.ui.hand_over.visitor import WHY
from bodymap.wording import words_in
from tests.analysis.practice.books import BODY
from tests.ui import practise_bench
from tests.ui.practise_bench import Bench
from tests.ui.reading_pages import SLOW_S, texts

pytestmark = pytest.mark.slow  # fifty pages are drawn; the services' own tests are quick

NAME = "Quastenflosser"
PRIVATE = ("assess", "people", "practise", "draw", "hand-over", "exchange", "find")


def page() -> None:
    from bodymap.ui import frame  # noqa: PLC0415 - this function is a page of its own
    from tests.ui.practise_bench import bench  # noqa: PLC0415

    frame.show(lambda: bench.kept)


@pytest.fixture(autouse=True)
def bench(monkeypatch: pytest.MonkeyPatch) -> Bench:
    bench = Bench()
    monkeypatch.setattr(practise_bench, "bench", bench)
    elsewhere(monkeypatch)
    return bench


def elsewhere(monkeypatch: pytest.MonkeyPatch, *, here: bool = False) -> None:
    monkeypatch.setattr(visit, "is_this_desk", lambda: here)
    monkeypatch.setattr(visit, "guest_browser", lambda: "")
    monkeypatch.setattr(visit, "is_sealed_line", lambda: True)


@pytest.fixture
def person(bench: Bench) -> Person:
    return bench.person(NAME)


@pytest.fixture
def drawing(bench: Bench, person: Person) -> PainDrawing:
    return start_drawing(
        body_version="1", request_id="start", ports=bench.kept.ports, person_id=person.id
    )


@pytest.fixture
def link(bench: Bench, drawing: PainDrawing) -> NewLink:
    return hand_over_by_link(drawing_id=drawing.id, ports=bench.kept.ports)


def opened(path: str = "", **asked: str) -> AppTest:
    at = AppTest.from_function(page, default_timeout=SLOW_S)
    at._page_hash = calc_hash(path)
    for name, value in asked.items():
        at.query_params[name] = value
    at.run()
    assert not at.exception
    return at


def title(at: AppTest) -> str:
    """The heading of the page, in either way that pages write it."""
    marked = [each.value.removeprefix("# ") for each in at.markdown if each.value[:2] == "# "]
    return next(iter([*(each.value for each in at.title), *marked]), "")


def is_start(at: AppTest) -> bool:
    return title(at) == "Where does it hurt?" and bool(at.button(key="mark-draw"))


def has_search(at: AppTest) -> bool:
    shown = [each.proto.component_name for each in at.get("bidi_component")]
    return any("search" in name for name in shown)


class TestWithoutALink:
    @pytest.mark.parametrize("path", PRIVATE)
    def test_private_pages_are_not_there(self, person: Person, path: str) -> None:
        at = opened(path, person=person.id, draft=person.id)

        assert title(at) == "You can't open this page"
        assert NAME not in texts(at)

    def test_mark_says_how_to_begin_and_starts_nothing(self, bench: Bench, person: Person) -> None:
        at = opened("mark", person=person.id)

        assert words_in()("link-none-do") in texts(at)
        assert not at.button
        assert list_drawings(ports=bench.kept.ports).items == ()

    def test_a_drawing_cannot_be_asked_for(self, drawing: PainDrawing) -> None:
        at = opened("mark", drawing=drawing.id)

        assert words_in()("link-none-do") in texts(at)
        assert not at.button

    @pytest.mark.parametrize(("path", "words"), [("learn", "Learn"), ("about", "About Bodymap")])
    def test_public_pages_are_there_without_search_and_folders(self, path: str, words: str) -> None:
        at = opened(path)

        assert title(at) == words
        assert not has_search(at)
        assert "in this folder" not in texts(at)

    @pytest.mark.parametrize("here", [False, True])
    def test_only_who_may_do_everything_is_led_to_redrawing_patterns(
        self, monkeypatch: pytest.MonkeyPatch, *, here: bool
    ) -> None:
        elsewhere(monkeypatch, here=here)

        at = opened("explore", muscle="soleus")

        assert "Soleus" in texts(at)
        assert has_search(at) == here
        assert [each.key for each in at.button if each.key == "explore-redraw"] == (
            ["explore-redraw"] if here else []
        )


class TestBehindALink:
    def test_the_one_drawing_begins_as_any_other_and_is_kept_as_it_is_made(
        self, bench: Bench, drawing: PainDrawing, link: NewLink
    ) -> None:
        at = opened("mark", hand_over=link.token)
        assert is_start(at)
        assert at.info[0].value == words_in()("mark-stays")
        assert NAME not in texts(at)

        at.session_state["mark-helped"] = True
        at.button(key="mark-list").click().run()
        search_the_list(at, "chin")
        tap_in_the_list(at, "chin")

        kept = open_drawing(drawing_id=drawing.id, ports=bench.kept.ports)
        assert (kept.drawn_by, len(kept.marks)) == ("WITH_HELP", 1)
        assert at.query_params["hand_over"] == link.token
        assert "drawing" not in at.query_params

    @pytest.mark.parametrize("path", PRIVATE)
    def test_private_pages_are_not_there(self, person: Person, link: NewLink, path: str) -> None:
        at = opened(path, person=person.id, hand_over=link.token)

        assert title(at) == "You can't open this page"
        assert NAME not in texts(at)

    @pytest.mark.parametrize("path", PRIVATE)
    def test_a_session_that_came_by_a_link_stays_behind_it_even_on_this_machine(
        self,
        monkeypatch: pytest.MonkeyPatch,
        person: Person,
        link: NewLink,
        path: str,
    ) -> None:
        elsewhere(monkeypatch, here=True)
        at = opened("mark", hand_over=link.token)
        at.query_params.clear()
        at.query_params["person"] = person.id
        at._page_hash = calc_hash(path)
        at.run()

        assert title(at) == "You can't open this page"
        assert NAME not in texts(at)

    def test_another_drawing_cannot_be_asked_for(self, bench: Bench, link: NewLink) -> None:
        other = start_drawing(body_version="1", request_id="other", ports=bench.kept.ports)
        draft = Editing(other.id, "window-1", bench.kept.ports)
        fill_regions(draft, mark_id="mark-0001", regions=("nose",), body=BODY)

        at = opened("mark", drawing=other.id, step="read-back", hand_over=link.token)

        assert "Nose" not in texts(at)
        assert open_drawing(drawing_id=other.id, ports=bench.kept.ports).version == 2

    def test_the_end_is_shown_to_who_finished_and_to_nobody_after(self, link: NewLink) -> None:
        at = opened("mark", hand_over=link.token)
        at.button(key="mark-none").click().run()
        at.button(key="mark-finish").click().run()

        assert "Thank you" in texts(at)
        assert "Your drawing is saved." in at.success[0].value
        assert title(opened("mark", hand_over=link.token)) == words_in()(WHY[Refusal.USED])

    @pytest.mark.parametrize("why", list(Refusal))
    def test_a_link_that_opens_nothing_says_why_and_what_to_do(
        self,
        monkeypatch: pytest.MonkeyPatch,
        bench: Bench,
        drawing: PainDrawing,
        link: NewLink,
        why: Refusal,
    ) -> None:
        token, ports = link.token, bench.kept.ports
        if why is Refusal.ALTERED:
            token = token[:-1]
        elif why is Refusal.WITHDRAWN:
            withdraw_link(hand_over_id=link.hand_over.id, ports=ports)
        elif why is Refusal.USED:
            finish_drawing(drawing_id=drawing.id, body=BODY, expected_version=1, ports=ports)
        elif why is Refusal.ELSEWHERE:
            opened("mark", hand_over=token)
            monkeypatch.setattr(visit, "guest_browser", lambda: "another")
        else:
            make_older(bench, link)

        at = opened("mark", hand_over=token)

        say = words_in()
        assert (title(at), at.markdown[0].value) == (say(WHY[why]), say(f"{WHY[why]}-do"))
        assert not at.button

    def test_a_link_that_runs_out_while_somebody_draws_says_so_at_the_next_step(
        self, bench: Bench, link: NewLink
    ) -> None:
        at = opened("mark", hand_over=link.token)
        at.button(key="mark-list").click().run()
        search_the_list(at, "chin")
        make_older(bench, link)
        tap_in_the_list(at, "chin")

        assert title(at.run()) == words_in()(WHY[Refusal.EXPIRED])


def search_the_list(at: AppTest, part: str) -> None:
    (search,) = [field for field in at.text_input if str(field.key).endswith("-search")]
    search.set_value(part).run()


def tap_in_the_list(at: AppTest, region: str) -> None:
    """Mark a part of the body on the midline."""
    (row,) = [group for group in at.button_group if str(group.key).endswith(f"-{region}")]
    row.set_value([region]).run()


def make_older(bench: Bench, link: NewLink) -> None:
    made = link.hand_over
    with bench.kept.ports.store.writing() as unit:
        unit.hand_overs.save(made.changed(expires_at=made.made_at, version=2), before=made)
        unit.commit()


class TestThisDevice:
    @pytest.fixture
    def away(self, bench: Bench, monkeypatch: pytest.MonkeyPatch, drawing: PainDrawing) -> None:
        elsewhere(monkeypatch, here=True)
        hand_over_this_device(drawing_id=drawing.id, pin="2468", ports=bench.kept.ports)

    @pytest.mark.usefixtures("away")
    @pytest.mark.parametrize("path", ["", "mark", "explore", "learn", *PRIVATE])
    def test_every_address_leads_to_the_drawing(self, person: Person, path: str) -> None:
        at = opened(path, person=person.id, hand_over="x")

        assert is_start(at)
        assert NAME not in texts(at)
        assert not has_search(at)

    @pytest.mark.usefixtures("away")
    def test_a_wrong_pin_changes_nothing_and_the_right_one_leads_to_the_person(self) -> None:
        at = opened("mark")
        at.text_input(key="give-back-pin").input("1357")
        give_back(at)
        assert "This is not the PIN" in at.error[0].value
        assert is_start(opened("people"))

        at.text_input(key="give-back-pin").input("2468")
        give_back(at)

        assert title(at) == "People"
        assert NAME in texts(at)

    @pytest.mark.usefixtures("away")
    def test_at_the_end_it_asks_to_be_handed_back_and_offers_nothing_to_keep(self) -> None:
        at = opened("mark")
        at.button(key="mark-none").click().run()
        at.button(key="mark-finish").click().run()

        assert "Please hand this device back" in texts(at)
        assert at.get("download_button") == []

    def test_a_page_that_stood_open_is_locked_at_its_next_step(
        self, bench: Bench, monkeypatch: pytest.MonkeyPatch, person: Person, drawing: PainDrawing
    ) -> None:
        elsewhere(monkeypatch, here=True)
        at = opened("people", person=person.id)
        assert NAME in texts(at)
        hand_over_this_device(drawing_id=drawing.id, pin="2468", ports=bench.kept.ports)

        at.text_input(key="people-find").input("Q").run()

        assert is_start(at)
        assert NAME not in texts(at)


def give_back(at: AppTest) -> None:
    (button,) = [each for each in at.button if each.label == "Take this device back"]
    button.click().run()
    assert not at.exception


class TestTheTherapist:
    @pytest.fixture(autouse=True)
    def at_this_machine(self, monkeypatch: pytest.MonkeyPatch) -> None:
        elsewhere(monkeypatch, here=True)

    def test_is_told_how_links_become_possible(
        self, monkeypatch: pytest.MonkeyPatch, person: Person
    ) -> None:
        monkeypatch.delenv(SHARED_AT, raising=False)

        at = opened("hand-over", person=person.id)

        assert at.code[0].value == "bodymap app --share"

    def test_makes_a_link_that_opens_the_new_drawing_and_withdraws_it(
        self, bench: Bench, monkeypatch: pytest.MonkeyPatch, person: Person
    ) -> None:
        monkeypatch.setenv(SHARED_AT, "http://praxis.test:8501")
        at = opened("hand-over", person=person.id)
        assert NAME in texts(at)

        at.button(key="hand-over-link").click().run()

        address = at.code[0].value
        assert address.startswith("http://praxis.test:8501/mark?hand_over=")
        (made,) = list_links(ports=bench.kept.ports)
        assert made.drawing.person_id == person.id
        assert at.query_params["drawing"] == made.drawing.id
        guest = opened("mark", hand_over=address.partition("=")[2])
        assert is_start(guest)

        at.button(key=f"withdraw-{made.hand_over.id}").click().run()
        assert title(guest.run()) == words_in()(WHY[Refusal.WITHDRAWN])
        assert list_links(ports=bench.kept.ports) == ()

    def test_hands_over_what_the_last_drawing_showed(
        self, bench: Bench, monkeypatch: pytest.MonkeyPatch, drawing: PainDrawing, person: Person
    ) -> None:
        monkeypatch.setenv(SHARED_AT, "http://praxis.test:8501")
        ports = bench.kept.ports
        draft = Editing(drawing.id, "window-1", ports)
        fill_regions(draft, mark_id="mark-0001", regions=("nose",), body=BODY)
        last = finish_drawing(drawing_id=drawing.id, body=BODY, expected_version=2, ports=ports)

        at = opened("hand-over", person=person.id)
        choice = at.button_group(key="hand-over-like")
        choice.select(choice.options[1]).run()
        at.button(key="hand-over-link").click().run()

        (made,) = list_links(ports=ports)
        begun = open_drawing(drawing_id=made.drawing.id, ports=ports)
        assert begun.marks == last.marks

    def test_what_it_begins_with_goes_if_nothing_hurts_any_more(
        self, bench: Bench, person: Person, drawing: PainDrawing
    ) -> None:
        ports = bench.kept.ports
        draft = Editing(drawing.id, "window-1", ports)
        fill_regions(draft, mark_id="mark-0001", regions=("nose",), body=BODY)
        finish_drawing(drawing_id=drawing.id, body=BODY, expected_version=2, ports=ports)
        again = start_drawing(
            body_version="1", request_id="again", ports=ports, person_id=person.id, like=drawing.id
        )
        link = hand_over_by_link(drawing_id=again.id, ports=ports)

        at = opened("mark", hand_over=link.token)
        at.button(key="mark-none").click().run()
        at.button(key="mark-finish").click().run()

        kept = open_drawing(drawing_id=again.id, ports=ports)
        assert (kept.marks, kept.no_pain, kept.status) == ((), True, Status.FINISHED)

    def test_hands_over_this_device(self, bench: Bench, person: Person) -> None:
        at = opened("hand-over", person=person.id)
        at.text_input(key="hand-over-pin").input("24")
        submit(at)
        assert "4 to 12 digits" in at.error[0].value
        assert list_drawings(ports=bench.kept.ports).items == ()

        at.text_input(key="hand-over-pin").input("2468")
        submit(at)

        assert is_start(at)
        assert is_start(opened("people"))

    def test_hands_over_a_drawing_that_was_begun(
        self, bench: Bench, monkeypatch: pytest.MonkeyPatch, drawing: PainDrawing
    ) -> None:
        monkeypatch.setenv(SHARED_AT, "http://praxis.test:8501")

        opened("hand-over", drawing=drawing.id).button(key="hand-over-link").click().run()

        (made,) = list_links(ports=bench.kept.ports)
        assert made.drawing.id == drawing.id

    def test_hands_over_for_an_assessment(
        self, bench: Bench, monkeypatch: pytest.MonkeyPatch, person: Person
    ) -> None:
        monkeypatch.setenv(SHARED_AT, "http://praxis.test:8501")
        ports = bench.kept.ports
        assessment = start_assessment(
            body_version="1", request_id="assess", ports=ports, person_id=person.id
        )

        at = opened("hand-over", **{"for": assessment.id, "when": "after"})
        at.button(key="hand-over-link").click().run()

        (made,) = list_links(ports=ports)
        assert (made.drawing.person_id, made.drawing.assessment_id, made.drawing.occasion) == (
            person.id,
            assessment.id,
            "AFTER_TREATMENT",
        )

    def test_sees_how_it_stands_and_opens_what_is_finished(
        self, bench: Bench, person: Person, drawing: PainDrawing
    ) -> None:
        ports = bench.kept.ports
        hand_over_by_link(drawing_id=drawing.id, ports=ports)
        at = opened("hand-over", drawing=drawing.id)
        assert f"**{NAME}** · Nothing is drawn yet" in texts(at)

        say_no_pain(Editing(drawing.id, "window-1", ports))
        assert f"**{NAME}** · It is being drawn" in texts(at.run())
        finish_drawing(drawing_id=drawing.id, body=BODY, expected_version=2, ports=ports)
        assert f"**{NAME}** · Finished" in texts(at.run())
        (see,) = [each for each in at.button if each.label == "See the drawing"]
        see.click().run()

        assert title(at) == "People"
        assert at.query_params["person"] == person.id

    @pytest.mark.parametrize("asked", [{"person": "x"}, {"drawing": "x"}])
    def test_is_told_when_the_address_names_nothing(self, asked: dict[str, str]) -> None:
        at = opened("hand-over", **asked)

        assert "There is no such" in at.warning[0].value
        assert not at.button


def submit(at: AppTest) -> None:
    (button,) = [each for each in at.button if each.label == "Hand over this device"]
    button.click().run()
    assert not at.exception
