"""The waist: reports as the official form in blocks, and the form found again in blocks of any source."""
