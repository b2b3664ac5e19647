"""What was recorded about one person: frozen values, no storage, no pages."""

from bodymap.records.assessment import Assessment, AssessmentSummary
from bodymap.records.coded import CodedPlaces
from bodymap.records.continuing import Continues, Course
from bodymap.records.draftable import Draftable, Edition, Status
from bodymap.records.finding import (
    OTHER_TRIGGER_POINT,
    Depth,
    Referral,
    ReferralFelt,
    TriggerPointFinding,
)
from bodymap.records.hand_over import HandOver, HandOverWay
from bodymap.records.measures import (
    PainIntensity,
    PressurePainThreshold,
    PressureUnit,
    RecallPeriod,
)
from bodymap.records.pain import (
    InsidePlace,
    PainArrow,
    PainDepth,
    PainMark,
    PainQuality,
    PainSince,
    PainTiming,
    SeverityAnswers,
)
from bodymap.records.pain_drawing import (
    DrawingSummary,
    DrawnBy,
    Occasion,
    PainDrawing,
)
from bodymap.records.person import Handedness, Person, PersonDetails, PersonSummary, Sex
from bodymap.records.places import (
    Drawing,
    DrawnStroke,
    Place,
    PointPlace,
    ViewStrokes,
)
from bodymap.records.signs import (
    CRITERIA_2018,
    Called,
    Criteria,
    Sign,
    Signs,
    SignValue,
    State,
)
from bodymap.records.treatment import (
    AdverseEffect,
    Consent,
    Dose,
    Lasted,
    TreatmentRecord,
    TreatmentResponse,
)

__all__ = [
    "CRITERIA_2018",
    "OTHER_TRIGGER_POINT",
    "AdverseEffect",
    "Assessment",
    "AssessmentSummary",
    "Called",
    "CodedPlaces",
    "Consent",
    "Continues",
    "Course",
    "Criteria",
    "Depth",
    "Dose",
    "Draftable",
    "Drawing",
    "DrawingSummary",
    "DrawnBy",
    "DrawnStroke",
    "Edition",
    "HandOver",
    "HandOverWay",
    "Handedness",
    "InsidePlace",
    "Lasted",
    "Occasion",
    "PainArrow",
    "PainDepth",
    "PainDrawing",
    "PainIntensity",
    "PainMark",
    "PainQuality",
    "PainSince",
    "PainTiming",
    "Person",
    "PersonDetails",
    "PersonSummary",
    "Place",
    "PointPlace",
    "PressurePainThreshold",
    "PressureUnit",
    "RecallPeriod",
    "Referral",
    "ReferralFelt",
    "SeverityAnswers",
    "Sex",
    "Sign",
    "SignValue",
    "Signs",
    "State",
    "Status",
    "TreatmentRecord",
    "TreatmentResponse",
    "TriggerPointFinding",
    "ViewStrokes",
]
