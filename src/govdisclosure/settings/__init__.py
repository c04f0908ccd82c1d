"""
The settings of a folder of reports, ``govdisclosure.toml``, and profiles.

::

    ignore = ["CELL-BLANK"]
    profile = "profile.toml"

    [[waivers]]
    code = "T3-ROW"
    path = "requests.total"
    reason = "The table was published so and cannot be changed."
    date = 2026-01-20
    file = "2023/*"
"""

from govdisclosure.settings._errors import SettingsError
from govdisclosure.settings._profile import read_profile
from govdisclosure.settings._settings import NAME, Settings, find_settings, read_settings

__all__ = ["NAME", "Settings", "SettingsError", "find_settings", "read_profile", "read_settings"]
