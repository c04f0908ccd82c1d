"""What all tests share: how many examples a property is tried on."""

import os

from hypothesis import HealthCheck, settings

# Examples stay random in CI, too: each run looks for what the last one missed, and a failure prints how to repeat it.
settings.register_profile(
    "govdisclosure",
    max_examples=int(os.environ.get("GOVDISCLOSURE_EXAMPLES", "500")),
    deadline=None,  # The first example pays for imports and for what is derived from the declarations.
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],  # Counts the same first example, on busy machines only.
)
settings.load_profile("govdisclosure")
