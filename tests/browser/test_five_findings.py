"""Five findings in under two minutes of a person's time."""

import pytest
from playwright.sync_api import expect

from tests.browser.assess_page import AssessPage
from tests.browser.conftest import Opener
from tests.browser.therapist import SPOTS, record_five
from tests.serving import Server

pytestmark = pytest.mark.browser
TWO_MINUTES_S = 120


@pytest.mark.parametrize("by_keys", [False, True], ids=["mouse", "mouse and keys"])
def test_a_therapist_records_five_findings_in_under_two_minutes(
    open_page: Opener, server: Server, capsys: pytest.CaptureFixture[str], *, by_keys: bool
) -> None:
    assess = AssessPage(open_page())
    therapist = record_five(assess, server.url, by_keys=by_keys)

    assess.page.reload()
    assess.wait_for_body()
    expect(assess.lines).to_have_count(len(SPOTS))
    for line, (_, _, muscle, side) in zip(assess.lines.all(), SPOTS, strict=True):
        expect(line).to_contain_text(f"{muscle}, {side}")
        expect(line).to_contain_text("Active")
    with capsys.disabled():
        print(  # noqa: T201 - the figure that this test is about
            f"\nfive findings: {therapist.seconds:.0f} s of a person's time, "
            f"{therapist.actions} actions, {therapist.words} words to read; "
            f"{therapist.seconds_reading_all:.0f} s with all {therapist.all_words} words"
        )
    assert therapist.seconds < TWO_MINUTES_S
