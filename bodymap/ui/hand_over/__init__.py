"""Handing a drawing over: by a link, or by giving this device away; and what the other one sees."""
