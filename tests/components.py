"""A browser's word to our components, where there is no browser."""

import json
from typing import Any

from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest


def send(at: AppTest, value: dict[str, Any]) -> None:
    """As the browser does: a new value of the component."""
    states = at._tree.get_widget_states()
    widget_id = at.get("bidi_component")[0].proto.id
    states.widgets.append(WidgetState(id=widget_id, json_value=json.dumps(value)))
    at._run(states)
