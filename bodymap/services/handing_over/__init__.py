"""Handing a drawing over: by link, or on this device behind a PIN."""
