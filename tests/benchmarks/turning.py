"""The turning body: what a pattern weighs on the wire, what turning costs, and how smooth it is."""

from statistics import median

from playwright.sync_api import Browser

from tests.benchmarks.browsing import new_page, settle, wait_for
from tests.benchmarks.relay import wire
from tests.benchmarks.rows import Goal, Part, Row

TURNS = 90
LIMIT_KB = 1000
FIRST = "explore?muscle=infraspinatus&view=turning"
_CHART = "document.querySelector('.st-key-explore-turning .js-plotly-plot')"
#: A camera of the chart's own tells that it is drawn, not only on its way.
_DRAWN = f"!!{_CHART}?._fullLayout?.scene?._scene?.camera"
#: The answer to a click may take longer than any rest of the wire.
_REMEMBER = f"window.patternBefore = {_CHART}.data"
_ANOTHER = f"!!{_CHART}?.data && {_CHART}.data !== window.patternBefore"
_FRAMES = """turns => new Promise(done => {
  const chart = CHART, took = [];
  let before = performance.now(), turned = 0;
  const step = now => {
    took.push(now - before);
    before = now;
    const angle = turned++ / turns * 2 * Math.PI;
    const eye = {x: 2 * Math.sin(angle), y: -2 * Math.cos(angle), z: 0};
    Plotly.relayout(chart, {"scene.camera.eye": eye});
    if (turned < turns) requestAnimationFrame(step); else done(took.slice(2));
  };
  requestAnimationFrame(step);
})""".replace("CHART", _CHART)


def rows(browser: Browser, url: str, turns: int = TURNS) -> list[Row]:
    """Measure a change of the pattern, and a whole turn in so many steps; the server runs."""
    with new_page(browser) as (page, traffic), wire(url) as counted:
        page.goto(f"{counted.url}/{FIRST}")
        wait_for(page, _DRAWN)
        settle(page, traffic)
        before, payload = counted.down, traffic.down
        page.evaluate(_REMEMBER)
        page.get_by_role("radio", name="left", exact=True).click()
        wait_for(page, _ANOTHER)
        settle(page, traffic, 1.0)
        wait_for(page, _DRAWN)
        sent, payload = counted.down - before, traffic.down - payload
        settle(page, traffic)
        quiet = traffic.down + traffic.up
        frames = page.evaluate(_FRAMES, turns)
        settle(page, traffic)
        turned = traffic.down + traffic.up - quiet
    return [
        Row(
            "turning_sent", "another pattern on the turning body, websocket down", sent / 1000,
            "kB", Part.CLICKS, Goal(LIMIT_KB),
            how=f"as it travels; {payload / 1000:.0f} kB before compression",
        ),
        Row(
            "turning_asks", "websocket while the body is turned, both ways", turned / 1000, "kB",
            Part.CLICKS, Goal(0), how=f"one turn of {turns} steps",
        ),
        Row(
            "turning_frame", "a frame while the body is turned", median(frames), "ms",
            Part.CLICKS, p95=sorted(frames)[int(0.95 * len(frames))],
            how="from frame to frame, 27,000 triangles drawn by the processor: a browser without "
            "a graphics card",
        ),
    ]  # fmt: skip
