"""Bodymap from a terminal.

`bodymap app` starts the pages; every other command answers in plain lines, or in JSON with
`--json`, and with exit code 2 and one clear line when something is wrong.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from bodymap import files
from bodymap.errors import BodymapError
from bodymap.start import BAD_INPUT, add_arguments, open_browser, refuse, start_app

if TYPE_CHECKING:
    from bodymap.analysis import Candidate, LookUp


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bodymap", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)

    app = commands.add_parser("app", help="start the pages on this machine")
    add_arguments(app)

    opening = commands.add_parser("open", help="let a browser of this machine in to the pages")
    opening.add_argument("--no-browser", action="store_true", help="only print the address")
    opening.add_argument(
        "--shut-out", action="store_true", help="first shut out every browser that was let in"
    )

    commands.add_parser(
        "take-back", help="take this device back that was handed over, where the PIN is forgotten"
    )

    commands.add_parser("tidy", help="remove for good what was deleted more than 30 days ago")

    leaving = commands.add_parser("export", help="write records as an archive, FHIR or tables")
    leaving.add_argument("file", help="file to write, such as records.zip or records.json (FHIR)")
    leaving.add_argument(
        "--as",
        dest="form",
        choices=("archive", "fhir-r4", "fhir-r5", "tables", "parquet", "redcap"),
        help="what to write (what the name of the file says: FHIR R4 for .json, else an archive)",
    )
    leaving.add_argument(
        "--transaction",
        action="store_true",
        help="FHIR to send to a server, which adds nothing when it is sent again",
    )
    leaving.add_argument(
        "--person",
        action="append",
        default=[],
        metavar="WHO",
        help="a person with all that is theirs, by name, code or id; can be given several times",
    )
    leaving.add_argument("--everything", action="store_true", help="all people, and what waits")

    coming = commands.add_parser("import", help="say what importing a file does, or do it")
    coming.add_argument(
        "file", help="archive, report (PDF), FHIR Bundle, tables, or answers on a chart (CSV)"
    )
    coming.add_argument(
        "--chart",
        action="append",
        default=[],
        metavar="QUESTION=CHART",
        help="the chart of a question of a CSV, such as pain_map=choir_older_female; can be given "
        "several times",
    )
    coming.add_argument("--yes", action="store_true", help="import it")
    coming.add_argument("--json", action="store_true", help="answer in JSON")

    backing = commands.add_parser("backup", help="write a backup, also while people write")
    backing.add_argument("file", help="file to write")

    restoring = commands.add_parser("restore", help="put a backup in place of the records")
    restoring.add_argument("file", help="a file that `bodymap backup` wrote")

    looking = commands.add_parser("lookup", help="trigger points that could refer to a place")
    looking.add_argument(
        "place",
        nargs="+",
        help='where it hurts: ids such as head_temple or calf.left, or words in quotes: "left jaw"',
    )
    looking.add_argument(
        "--side", choices=("left", "right", "both"), default="both", help="the patient's side"
    )
    looking.add_argument(
        "--limit", type=_count, default=12, help="most trigger points told (at least 3)"
    )
    looking.add_argument("--json", action="store_true", help="answer in JSON")

    checking = commands.add_parser("check", help="check the atlas files")
    checking.add_argument("folder", nargs="?", help="atlas folder (the shipped one)")
    checking.add_argument("--json", action="store_true", help="answer in JSON")

    picture = commands.add_parser("picture", help="write the picture of a referral pattern")
    picture.add_argument("muscle", help="id of a muscle, such as infraspinatus")
    picture.add_argument("-o", "--output", required=True, help="file ending in .png or .svg")
    picture.add_argument("--point", help="id of one of its trigger points (the first)")
    picture.add_argument("--side", choices=("left", "right"), default="right", help="the patient's")
    picture.add_argument("--figure", default="neutral", help="figure to draw on (neutral)")
    return parser


def _take_back() -> int:
    # Imported here, because starting the app should not wait for the store.
    from bodymap.services.handing_over.hand_over import release_device  # noqa: PLC0415
    from bodymap.services.kernel.ids import SystemIds  # noqa: PLC0415
    from bodymap.services.kernel.ports import Ports, SystemClock  # noqa: PLC0415
    from bodymap.store import open_store  # noqa: PLC0415

    store = open_store(files.data_folder())
    try:
        ports = Ports(store=store, clock=SystemClock(), ids=SystemIds())
        was_away = release_device(ports=ports)
    finally:
        store.close()
    print(
        "This device is yours again. Reload the page."
        if was_away
        else "This device was not handed over."
    )
    return 0


def _tidy() -> int:
    # Imported here, because starting the app should not wait for the store.
    from bodymap.maintenance import tidy_records  # noqa: PLC0415

    tidied = tidy_records()
    print(f"Removed for good: {tidied.removed}. Empty drafts removed: {tidied.empty}.")
    return 0


def _check(*, folder: str | None, as_json: bool) -> int:
    # Imported here, because starting the app should not wait for the atlas.
    from bodymap.atlas.editing.checking import check, notes  # noqa: PLC0415

    where = files.assets("atlas") if folder is None else files.named(folder)
    problems, told = check(where), notes(where, year=datetime.now(tz=UTC).year)
    if as_json:
        found = {"problems": list(map(str, problems)), "notes": list(map(str, told))}
        print(json.dumps(found))
    else:
        for note in told:
            print(f"Note: {note}")
        for problem in problems:
            print(problem)
        print("The atlas is in order." if not problems else f"{len(problems)} to mend.")
    return BAD_INPUT if problems else 0


def _count(text: str) -> int:
    if not text.isdecimal() or not int(text):
        message = f"{text[:20]!r} is not a whole number from 1"
        raise argparse.ArgumentTypeError(message)
    return int(text)


def _lookup(*, places: Sequence[str], side: str, limit: int, as_json: bool) -> int:
    # Imported here, because starting the app should not wait for them.
    from bodymap.analysis import look_up  # noqa: PLC0415
    from bodymap.analysis.red_flag_questions import by_advice  # noqa: PLC0415
    from bodymap.atlas import Atlas  # noqa: PLC0415
    from bodymap.body import Body, Laterality  # noqa: PLC0415

    laterality = Laterality.BILATERAL if side == "both" else Laterality(side.upper())
    found = look_up(places, Atlas.load(body=Body.load()), laterality=laterality, limit=limit)
    if as_json:
        print(json.dumps(_as_json(found)))
        return 0
    print("Ask first:")
    told = ""
    for asked in by_advice(found.red_flags):
        if asked.advice != told:
            told = asked.advice
            print(f"  If yes: {told}")
        print(f"    - {asked.flag.question}")
    print("\nTrigger points that typically refer there:")
    for number, each in enumerate(found, start=1):
        where = each.laterality.lower() if each.laterality.sign else "either side"
        name = f"{each.muscle.name}, {each.trigger_point.name}"
        print(f"\n{number:2}. {name} ({where})  fit {each.score:.2f}  {each.trigger_point.id}")
        for reason in each.reasons:
            print(f"    {reason.text}")
    print(f"\n{found.caution}")
    return 0


def _as_json(found: "LookUp") -> dict[str, Any]:
    return {
        "candidates": [_candidate_as_json(each) for each in found],
        "red_flags": [
            {"id": q.flag.id, "question": q.flag.question, "advice": q.flag.advice_level.value}
            for q in found.red_flags
        ],
        "caution": found.caution,
    }


def _candidate_as_json(each: "Candidate") -> dict[str, Any]:
    return {
        "muscle": each.muscle.id,
        "trigger_point": each.trigger_point.id,
        "side": each.laterality.lower(),
        "score": round(each.score, 4),
        "more_points": list(each.more_points),
        "same_pattern": list(each.same_pattern),
        "reasons": [
            {
                "kind": reason.kind.value,
                "value": None if reason.value is None else round(reason.value, 4),
                "text": reason.text,
            }
            for reason in each.reasons
        ],
    }


def _picture(*, muscle: str, point: str | None, side: str, figure: str, output: str) -> int:
    # Imported here, because starting the app should not wait for Pillow.
    from bodymap.atlas import Atlas  # noqa: PLC0415
    from bodymap.atlas.catalogue import Catalogue  # noqa: PLC0415
    from bodymap.body import Body, Laterality  # noqa: PLC0415
    from bodymap.exchange import pattern_picture, write_picture  # noqa: PLC0415

    body = Body.load()
    atlas = Atlas.load(body=body)
    points = Catalogue(f"trigger point of {muscle}", atlas.muscles[muscle].trigger_points)
    asked = points[point or next(iter(points))]
    on = body.as_figure(figure)
    write_picture(pattern_picture(asked, Laterality(side.upper()), atlas, on), files.named(output))
    print(f"{output}: {asked.name}")
    return 0


def _exchange(given: argparse.Namespace) -> int:
    # Imported here, because starting the app should not wait for the store.
    from bodymap import exchanging  # noqa: PLC0415

    if given.command == "export" and not given.person and not given.everything:
        return refuse("say whose records to export: --person WHO, or --everything")
    if given.command == "export" and given.transaction and given.form not in {"fhir-r4", "fhir-r5"}:
        return refuse("--transaction goes with --as fhir-r4 or --as fhir-r5")
    commands = {
        "export": exchanging.export_records,
        "import": exchanging.import_records,
        "backup": exchanging.write_backup,
        "restore": exchanging.restore_backup,
    }
    return commands[given.command](given)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    given = _parser().parse_args(arguments)
    try:
        return _run(given)
    except BodymapError as error:
        return refuse(str(error))
    except BrokenPipeError:
        # Whoever read the answer has read enough; the interpreter must not try to write the rest.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _run(given: argparse.Namespace) -> int:
    commands: dict[str, Callable[[], int]] = {
        "app": lambda: start_app(given),
        "open": lambda: open_browser(show=not given.no_browser, shut_out=given.shut_out),
        "take-back": _take_back,
        "tidy": _tidy,
        "lookup": lambda: _lookup(
            places=given.place, side=given.side, limit=given.limit, as_json=given.json
        ),
        "picture": lambda: _picture(
            muscle=given.muscle,
            point=given.point,
            side=given.side,
            figure=given.figure,
            output=given.output,
        ),
        "check": lambda: _check(folder=given.folder, as_json=given.json),
        **dict.fromkeys(("export", "import", "backup", "restore"), lambda: _exchange(given)),
    }
    return commands[given.command]()


if __name__ == "__main__":
    sys.exit(main())
