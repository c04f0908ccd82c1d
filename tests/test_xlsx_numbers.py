"""Numbers of cells as they are shown."""

from __future__ import annotations

import pytest

from govdisclosure.formats.xlsx._numbers import shown


@pytest.mark.parametrize(
    ("raw", "code", "text"),
    [
        ("12", "General", "12"),
        ("12.0", "General", "12"),
        ("0.5", "General", "0.5"),
        ("-0.0", "General", "0"),
        ("1E-7", "General", "0.0000001"),
        ("35.649999999999999", "General", "35.65"),
        ("123456789012345678", "General", "123456789012345678"),
        ("1.23456789012345678E17", "General", "123456789012346000"),
        ("12", "@", "12"),
        ("12.5", "0", "12.5"),
        ("12", "0_ ", "12"),
        ("12", "#,##0;[Red]-#,##0", "12"),
        ("-12", "#,##0;[Red]-#,##0", "-12"),
        ("-12", '0;"负"0', "负12"),
        ("-12", "0", "-12"),
        ("0", "0;-0;;@", "0"),
        ("0", '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ', "0"),
        ("12", '0"件"', "12件"),
        ("12", "0件", "12件"),
        ("12", "¥0.00", "¥12.00"),
        ("12", '"A;B"0', "A;B12"),
        ("12", '"无"', "12"),
        ("0.5", ".00", "0.50"),
        ("0.12", "0%", "0.12 [0%]"),
        ("123456", '0!.0,"万"', '123456 [0!.0,"万"]'),
        ("123456", "0,", "123456 [0,]"),
        ("45677", "yyyy/m/d", "2025年1月20日"),
        ("45677", 'yyyy"年"m"月"d"日"', "2025年1月20日"),
        ("45677.5", "yyyy/m/d", "45677.5 [yyyy/m/d]"),
        ("45677", "h:mm", "45677 [h:mm]"),
        ("5", "yyyy/m/d", "5 [yyyy/m/d]"),
        ("", "General", ""),
        ("1_0", "General", "1_0"),
        ("nan", "General", "nan"),
        ("1e999", "General", "1e999"),
        ("12", "", "12"),
        ("12", '"' + "a" * 300 + '"0', "12"),
        ("9" * 401, "General", "9" * 401),
    ],
)
def test_a_number_is_shown(raw: str, code: str, text: str) -> None:
    """As its format has it, and never another number than the one that is stored."""
    assert shown(raw, code) == text


def test_days_are_counted_from_where_the_workbook_says() -> None:
    """Those of an old Macintosh begin in 1904."""
    assert shown("44215", "yyyy/m/d", since_1904=True) == "2025年1月20日"
