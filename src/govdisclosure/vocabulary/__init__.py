"""Words as they are written: other spellings, numerals, years, script and width; data, no logic of tables."""
