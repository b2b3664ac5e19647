"""Any record there can be, for property tests."""

from base64 import b64encode
from datetime import UTC, datetime

from hypothesis import strategies as st

from bodymap.body.laterality import Laterality
from bodymap.body.strokes import StrokeKind
from bodymap.records import (
    AdverseEffect,
    Assessment,
    CodedPlaces,
    Consent,
    Continues,
    Course,
    Depth,
    Dose,
    Drawing,
    DrawnBy,
    DrawnStroke,
    Handedness,
    InsidePlace,
    Lasted,
    Occasion,
    PainArrow,
    PainDepth,
    PainDrawing,
    PainIntensity,
    PainMark,
    PainQuality,
    PainSince,
    PainTiming,
    Person,
    PointPlace,
    PressurePainThreshold,
    PressureUnit,
    RecallPeriod,
    Referral,
    ReferralFelt,
    SeverityAnswers,
    Sex,
    Signs,
    SignValue,
    TreatmentRecord,
    TreatmentResponse,
    TriggerPointFinding,
    ViewStrokes,
)
from bodymap.records.outcome_measure import Instrument, OutcomeMeasure

units = st.floats(-10_000, 10_000, allow_nan=False)
slugs = st.from_regex(r"[a-z0-9][a-z0-9_.]{0,20}", fullmatch=True)
marks = st.from_regex(r"[A-Za-z0-9_\-]{1,64}", fullmatch=True)
ids = st.uuids().map(str)
moments = st.datetimes(
    datetime(1900, 1, 1),  # noqa: DTZ001 - hypothesis wants bounds without a zone
    datetime(2200, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)
lines = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=60)
points = st.lists(st.tuples(units, units), min_size=1, max_size=5).map(tuple)
radii = st.floats(0.1, 500)

strokes = st.one_of(
    st.builds(
        DrawnStroke,
        kind=st.sampled_from([StrokeKind.BRUSH, StrokeKind.OUTLINE, StrokeKind.ERASE]),
        points=points,
        radius=radii,
    ),
    st.builds(DrawnStroke, kind=st.just(StrokeKind.REGION), region=slugs),
)
views = st.builds(
    ViewStrokes, view=slugs, strokes=st.lists(strokes, min_size=1, max_size=3).map(tuple)
)
drawings = st.builds(
    Drawing,
    figure=slugs,
    body_version=slugs,
    views=st.lists(views, min_size=1, max_size=2).map(tuple),
)
cells = st.integers(0, 65_534)
places = st.one_of(
    st.builds(
        PointPlace,
        view=slugs,
        figure=slugs,
        body_version=slugs,
        x=units,
        y=units,
        cell=cells,
        region=slugs,
    ),
)
signs = st.builds(Signs, **{name: st.sampled_from(SignValue) for name in Signs.model_fields})
pains = st.builds(PainIntensity, nrs=st.integers(0, 10), recall=st.sampled_from(RecallPeriod))
thresholds = st.builds(
    PressurePainThreshold,
    kilopascals=st.floats(0.1, 3_000),
    probe_area_cm2=st.floats(0.1, 10),
    entered_in=st.sampled_from(PressureUnit),
)
referrals = st.one_of(
    st.builds(Referral, felt=st.sampled_from(ReferralFelt)),
    st.builds(Referral, felt=st.just(ReferralFelt.OTHER), drawing=drawings),
)
links = st.builds(
    Continues, assessment_id=ids, finding_id=marks, course=st.none() | st.sampled_from(Course)
)
findings = st.builds(
    TriggerPointFinding,
    id=marks,
    place=places,
    laterality=st.sampled_from(Laterality),
    muscle=slugs,
    trigger_point=st.none() | slugs,
    signs=signs,
    pain_on_pressure=st.none() | pains,
    pressure_pain_threshold=st.none() | thresholds,
    depth=st.none() | st.sampled_from(Depth),
    referral=referrals,
    notes=lines,
    copied_from=st.none() | marks,
    continues=st.none() | links,
)
doses = st.builds(
    Dose,
    seconds=st.none() | st.integers(1, 7_200),
    times=st.none() | st.integers(1, 10_000),
    pain_allowed=st.none() | st.integers(0, 10),
    substance=lines,
    amount_ml=st.none() | st.floats(0.1, 100),
    other=lines,
)
treatments = st.builds(
    TreatmentRecord,
    id=marks,
    treatment=slugs,
    finding_id=st.none() | marks,
    laterality=st.none() | st.sampled_from(Laterality),
    dose=doses,
    consent=st.sampled_from(Consent),
    twitch=st.sampled_from(SignValue),
    pain_before=st.none() | pains,
    pain_after=st.none() | pains,
    adverse=st.lists(st.sampled_from(AdverseEffect), unique=True).map(tuple),
    adverse_other=lines,
    home_advice=lines,
)
responses = st.builds(
    TreatmentResponse,
    id=marks,
    assessment_id=ids,
    course=st.sampled_from([Course.BETTER, Course.WORSE]),
    lasted=st.none() | st.sampled_from(Lasted),
)
answers_to_ten = st.none() | st.integers(0, 10)
activities = st.dictionaries(
    lines.map(lambda text: " ".join(text.split())).filter(bool),
    answers_to_ten,
    min_size=1,
    max_size=5,
)
measures = st.one_of(
    st.builds(
        lambda own_id, rated: OutcomeMeasure(
            id=own_id,
            instrument=Instrument.PSFS,
            activities=tuple(rated),
            answers=tuple(rated.values()),
        ),
        marks,
        activities,
    ),
    st.builds(
        OutcomeMeasure,
        id=marks,
        instrument=st.just(Instrument.PEG),
        answers=st.tuples(*[answers_to_ten] * 3),
    ),
    st.builds(
        OutcomeMeasure,
        id=marks,
        instrument=st.just(Instrument.NRS),
        answers=st.lists(st.integers(0, 10), min_size=3, max_size=3).map(sorted).map(tuple),
    ),
    st.builds(
        OutcomeMeasure,
        id=marks,
        instrument=st.just(Instrument.GRC),
        answers=st.tuples(st.none() | st.integers(-5, 5)),
    ),
    st.builds(
        OutcomeMeasure,
        id=marks,
        instrument=st.just(Instrument.OTHER),
        name=lines.filter(str.strip),
        score=st.floats(-1_000, 1_000),
        most=st.none() | st.floats(0.1, 1_000),
    ),
)
assessments = st.builds(
    Assessment,
    id=ids,
    person_id=st.none(),
    code=marks,
    examined_at=moments,
    examiner=lines,
    reason=lines,
    notes=lines,
    subjective=lines,
    objective=lines,
    conclusion=lines,
    plan=lines,
    figure=slugs,
    body_version=slugs,
    findings=st.lists(findings, max_size=3, unique_by=lambda finding: finding.id).map(tuple),
    treatments=st.lists(treatments, max_size=2, unique_by=lambda done: done.id).map(tuple),
    responses=st.lists(responses, max_size=2, unique_by=lambda said: said.id).map(tuple),
    measures=st.lists(
        measures, max_size=2, unique_by=(lambda each: each.id, lambda each: each.instrument)
    ).map(tuple),
    version=st.integers(1, 1_000),
)
persons = st.builds(
    Person,
    id=ids,
    name=lines,
    code=marks,
    year_of_birth=st.none() | st.integers(1880, 2200),
    sex=st.none() | st.sampled_from(Sex),
    height_cm=st.none() | st.floats(30, 260),
    handedness=st.none() | st.sampled_from(Handedness),
    figure=slugs,
    tags=st.lists(lines.map(lambda line: line[:40]), max_size=3).map(tuple),
    is_archived=st.booleans(),
    version=st.integers(1, 1_000),
)

inside_places = st.builds(InsidePlace, site=slugs, laterality=st.sampled_from(Laterality))
answers = st.builds(
    CodedPlaces,
    numbering=slugs,
    version=lines,
    codes=st.lists(
        st.from_regex(r"[A-Za-z0-9_.\-]{1,20}( [A-Za-z0-9_.\-]{1,9})?", fullmatch=True),
        min_size=1,
        max_size=4,
        unique=True,
    ).map(tuple),
    crosswalk=lines,
    body_version=slugs,
    cells=st.binary(max_size=30).map(lambda packed: b64encode(packed).decode()),
)
pain_marks = st.builds(
    PainMark,
    id=marks,
    drawing=drawings,
    coded=st.lists(answers, max_size=2, unique_by=lambda answer: answer.numbering).map(tuple),
    inside=st.lists(inside_places, max_size=2).map(tuple),
    intensity=st.none() | pains,
    qualities=st.lists(st.sampled_from(PainQuality), unique=True, max_size=3).map(tuple),
    depth=st.none() | st.sampled_from(PainDepth),
    timing=st.lists(st.sampled_from(PainTiming), unique=True, max_size=3).map(tuple),
    since=st.none() | st.sampled_from(PainSince),
)
arrows = st.builds(
    PainArrow,
    id=marks,
    figure=slugs,
    body_version=slugs,
    view=slugs,
    x=units,
    y=units,
    to_view=slugs,
    to_x=units,
    to_y=units,
)
severities = st.builds(
    SeverityAnswers,
    past_week=st.dictionaries(slugs, st.integers(0, 3), max_size=3),
    past_six_months=st.dictionaries(slugs, st.booleans(), max_size=3),
    three_months=st.none() | st.booleans(),
)
pain_drawings = st.builds(
    PainDrawing,
    id=ids,
    person_id=st.none(),
    assessment_id=st.none(),
    code=marks,
    drawn_at=moments,
    drawn_by=st.sampled_from(DrawnBy),
    occasion=st.none() | st.sampled_from(Occasion),
    figure=slugs,
    body_version=slugs,
    marks=st.lists(pain_marks, max_size=3, unique_by=lambda mark: mark.id).map(tuple),
    arrows=st.lists(arrows, max_size=2, unique_by=lambda arrow: arrow.id).map(tuple),
    severity=st.none() | severities,
    red_flags=st.dictionaries(slugs, st.booleans(), max_size=3),
    seconds=st.none() | st.floats(0, 86_400),
    actions=st.integers(0, 500),
    finished_by=lines,
    version=st.integers(1, 1_000),
)
