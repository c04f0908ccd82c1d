"""The letters of Chinese."""

from typing import Final

HAN: Final = "㐀-鿿豈-﫿𠀀-𳑿"
"""As a range in a pattern: also the rare ones of the names of places (𫰛, 𣲗), which stand beyond the first 65,536."""
