import yaml

from bodymap import files
from bodymap.records import CRITERIA_2018, Sign


def test_the_rule_and_the_signs_are_those_of_the_atlas() -> None:
    text = files.assets("atlas", "criteria.yaml").read_text(encoding="utf-8")
    criteria = yaml.safe_load(text)

    (delphi,) = [c for c in criteria["diagnostic_criteria"] if c["id"] == CRITERIA_2018.id]

    assert [sign["id"] for sign in delphi["essential"]] == list(CRITERIA_2018.signs)
    assert delphi["minimum_met"] == CRITERIA_2018.needed
    assert tuple(delphi["sources"]) == CRITERIA_2018.sources
    assert set(Sign) <= set(criteria["record_fields_suggested"])
