"""Profiles: what they hold, how they are read, and what a check makes of them."""

from __future__ import annotations

import datetime as dt
import pickle
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from support.builders import build_report
from support.cli_calls import call

import govdisclosure as gd
from govdisclosure.checks import check
from govdisclosure.model.message import Message
from govdisclosure.model.profile import Aspect, Body, Day, Duty, Profile
from govdisclosure.settings import NAME, Settings, SettingsError, read_profile, read_settings

if TYPE_CHECKING:
    from collections.abc import Callable

NOTICE = "https://example.org/notice"
WHOLE = f"""\
name = "示例市"
notice = "{NOTICE}"

[days.department]
hand_in = "01-10"
publish = "01-20"

[days.zone]
publish = "02-28"
notice = "{NOTICE}/zones"

[overview]
longest = 1000
notice = "{NOTICE}/length"

[[aspects]]
name = "政策解读"
words = "解读"

[[aspects]]
name = "政务公开专区"
words = ["专区", "公开区"]
notice = "{NOTICE}/places"

[severities]
LATE = "error"
"CELL-BLANK" = "warning"
"""
PROFILE = Profile(
    name="示例市",
    notice=NOTICE,
    days={
        Body.DEPARTMENT: Duty(hand_in=Day(1, 10), publish=Day(1, 20)),
        Body.ZONE: Duty(publish=Day(2, 28), notice=f"{NOTICE}/zones"),
    },
    severities={"LATE": gd.Severity.ERROR, "CELL-BLANK": gd.Severity.WARNING},
    aspects=[
        Aspect(name="政策解读", words=("解读",)),
        Aspect(name="政务公开专区", words=("专区", "公开区"), notice=f"{NOTICE}/places"),
    ],
    longest_overview=1000,
    longest_overview_notice=f"{NOTICE}/length",
)


@pytest.fixture(autouse=True)
def _in_an_empty_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def written(content: str, path: str = "profile.toml") -> str:
    """Write a file, and give its path."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(content, encoding="utf-8")
    return path


def late(name: str, day: dt.date, profile: Profile) -> list[gd.Finding]:
    """Give what LATE says of a report on 2024."""
    report = build_report(year=2024, agency=gd.Agency(name=name), published=day)
    return list(check(report, select="LATE", profile=profile))


def test_a_profile_is_read() -> None:
    """One word may stand for a list of it; codes may be quoted."""
    assert read_profile(written(WHOLE)) == PROFILE


def test_an_empty_profile_asks_for_nothing() -> None:
    """It is that of a check without one."""
    assert read_profile(written("")) == Profile()


def test_a_profile_survives_pickling_and_equal_ones_are_one() -> None:
    """So that a check can be made in another process."""
    assert pickle.loads(pickle.dumps(PROFILE)) == PROFILE  # noqa: S301 - our own pickle
    assert len({PROFILE, read_profile(written(WHOLE))}) == 1


@pytest.mark.parametrize(
    ("make", "error", "problem"),
    [
        (lambda: Profile(longest_overview=0), ValueError, "longest_overview must be above nought, got 0"),
        (lambda: Profile(longest_overview="9"), TypeError, "longest_overview must be a number, got '9'"),  # type: ignore[arg-type]
        (lambda: Profile(days={"county": Duty()}), ValueError, "'county' is not a valid Body"),
        (lambda: Profile(severities={"LATE": "fatal"}), ValueError, "'fatal' is not a valid Severity"),
        (lambda: Profile(aspects=["解读"]), TypeError, "aspects[0] must be a Aspect, got str"),  # type: ignore[list-item]
        (lambda: Aspect(name=" ", words=["解读"]), ValueError, "name must not be blank"),
        (lambda: Aspect(name="解读", words=[]), ValueError, "words must not be blank"),
        (lambda: Aspect(name="解读", words=["解读", ""]), ValueError, "words must not be blank"),
        (lambda: Aspect(name="解读", words=[3]), TypeError, "words[0] must be a str, got int"),  # type: ignore[list-item]
        (lambda: Day(2, 29), ValueError, "day is out of range for month"),
        (lambda: Duty(hand_in=Day(1, 21), publish=Day(1, 20)), ValueError, "publish must not be before hand_in"),
    ],
)
def test_what_a_profile_cannot_hold_is_refused(
    make: Callable[[], object], error: type[Exception], problem: str
) -> None:
    """Whoever makes one in code learns at once."""
    with pytest.raises(error) as raised:
        make()

    assert str(raised.value) == problem


def test_only_a_profile_is_taken_for_one() -> None:
    """A path is none; it is to be read first."""
    path: Any = "profile.toml"

    with pytest.raises(TypeError) as raised:
        check(build_report(), profile=path)

    assert str(raised.value) == "profile must be a Profile, got str"


def test_lines_are_told_whatever_stands_before() -> None:
    """Text of many lines, comments, lists of many lines, brackets in text, Windows ends, and tables in one line."""
    content = (
        'name = """示例\n[days.town]\n市"""  # [severities]\r\n'
        "\n"
        "[[aspects]]\n"
        "name = '[[x]]'\n"
        'words = [\n  "解读", # =\n  "专区",\n]\n'
        "[days]\n"
        'department = {hand_in = "01-10", publish = "1-20"}\n'
    )

    with pytest.raises(SettingsError) as raised:
        read_profile(written(content))

    assert (raised.value.key, raised.value.line) == ("days.department.publish", 12)


def test_what_is_published_is_handed_in_by_then() -> None:
    """On one day at the latest; a day of the law is no slip of the profile."""
    with pytest.raises(SettingsError) as raised:
        read_profile(written('[days.town]\nhand_in = "03-11"\npublish = "02-20"'))

    assert (raised.value.key, raised.value.line) == ("days.town.publish", 3)
    assert raised.value.message.zh == "第3行：days.town.publish 公布期限不能早于报送期限 03-11"
    assert str(raised.value).endswith("days.town.publish must not be before the last day for handing in, 03-11")
    same = read_profile(written('[days.town]\nhand_in = "02-20"\npublish = "02-20"'))
    later = read_profile(written('[days.department]\nhand_in = "02-20"'))
    assert same.days[Body.TOWN] == Duty(hand_in=Day(2, 20), publish=Day(2, 20))
    assert later.published_by(Body.DEPARTMENT) == Day(1, 31)


def test_an_unknown_table_is_told_with_its_line() -> None:
    """Also where only what stands below it has a line, or the table stands below one of several."""
    with pytest.raises(SettingsError, match="line 3: day is no setting"):
        read_profile(written('name = "示例市"\n\n[day.town]\npublish = "01-31"\n'))
    with pytest.raises(SettingsError, match=r"line 3: aspects\[0\]\.more is no setting"):
        read_profile(written('[[aspects]]\nname = "解读"\n[aspects.more]\nx = 1\n'))


def test_the_error_of_a_profile_survives_pickling() -> None:
    """With its line, in both languages."""
    with pytest.raises(SettingsError) as raised:
        read_profile(written("[severities]\nLATE = 1"))

    copied = pickle.loads(pickle.dumps(raised.value))  # noqa: S301 - our own pickle
    assert (copied.line, str(copied)) == (
        2,
        'profile.toml: line 2: severities.LATE must be "error" or "warning" or "info"',
    )
    assert copied.message.zh == '第2行：severities.LATE 应为 "error" 或 "warning" 或 "info"'


def test_days_of_a_profile_take_the_place_of_the_law() -> None:
    """Both duties are named, with the notice; other kinds of bodies keep the days of the law."""
    profile = read_profile(written(WHOLE))

    (finding,) = late("示例县统计局", dt.date(2025, 1, 21), profile)

    assert finding == gd.Finding(
        "published",
        expected="2025-01-20",
        actual="2025-01-21",
        code="LATE",
        severity=gd.Severity.ERROR,
        law="Art. 49",
        details={"hand_in": "2025-01-10", "notice": NOTICE},
        message=Message(
            zh=f"报告于2025年1月21日发布，超过了2025年1月20日的公布期限（报送期限为2025年1月10日，见 {NOTICE}）。",
            en="published on 2025-01-21; the last day for that was 2025-01-20 "
            f"(to be handed in by 2025-01-10, see {NOTICE})",
        ),
    )
    assert late("示例县统计局", dt.date(2025, 1, 20), profile) == []
    assert late("示例镇人民政府", dt.date(2025, 3, 31), profile) == []


def test_a_day_for_publishing_alone_is_named_alone() -> None:
    """Without a notice, none is named."""
    (zone,) = late("示例高新区管委会", dt.date(2025, 3, 1), PROFILE)
    (town,) = late("示例镇", dt.date(2025, 4, 1), Profile(days={Body.TOWN: Duty(hand_in=Day(3, 1))}))
    (village,) = late("示例乡", dt.date(2025, 3, 2), Profile(days={Body.TOWN: Duty(publish=Day(3, 1))}))

    assert zone.message.zh == f"报告于2025年3月1日发布，超过了2025年2月28日的公布期限（见 {NOTICE}/zones）。"
    assert town.message.zh == "报告于2025年4月1日发布，超过了2025年3月31日的公布期限（报送期限为2025年3月1日）。"
    assert village.message.zh == "报告于2025年3月2日发布，超过了2025年3月1日的公布期限。"


def test_severities_of_a_profile_are_those_of_the_findings() -> None:
    """Of rules, and of checks of one's own; all else of a finding stays."""

    def own(report: gd.AnnualReport) -> list[gd.Finding]:
        return [gd.Finding("title", code="OWN", severity="info", message=Message(zh="题", en=str(report.year)))]

    report = build_report(other_matters=["无。"])
    profile = Profile(severities={"FEE-STATEMENT": "info", "OWN": "error"})

    graver = check(report, checks=[own], profile=profile)

    assert [(each.code, each.severity) for each in graver] == [("OWN", "error"), ("FEE-STATEMENT", "info")]
    assert graver[1].message == check(report)[0].message


def test_settings_name_a_profile_from_their_own_folder() -> None:
    """Or hold it themselves, below [profile]."""
    written(WHOLE, "2024/profile.toml")
    named = read_settings(written('profile = "profile.toml"', f"2024/{NAME}"))
    held = read_settings(written('[profile]\nname = "示例市"\n[profile.severities]\nLATE = "info"', NAME))

    assert named == Settings(Path(f"2024/{NAME}"), profile=PROFILE)
    assert held.profile == Profile(name="示例市", severities={"LATE": gd.Severity.INFO})
    assert read_settings(written("", NAME)).profile is None


@pytest.mark.parametrize(
    ("settings", "arguments", "severity"),
    [
        ("", (), "warning"),
        ('profile = "profile.toml"', (), "info"),
        ('profile = "profile.toml"', ("--no-config",), "warning"),
        ("", ("--profile", "profile.toml"), "info"),
        ('[profile.severities]\nFEE-STATEMENT = "error"', ("--profile", "profile.toml"), "info"),
        ('[profile.severities]\nFEE-STATEMENT = "error"', (), "error"),
        ("", ("--no-config", "--profile", "profile.toml"), "info"),
    ],
)
def test_the_command_line_takes_a_profile(settings: str, arguments: tuple[str, ...], severity: str) -> None:
    """That of --profile wins over that of the settings."""
    gd.write(build_report(other_matters=["无。"]), "a.txt")
    written('[severities]\nFEE-STATEMENT = "info"')
    written(settings, NAME)

    result = call("check", "--json", "a.txt", *arguments)

    assert f'"severity": "{severity}"' in result.stdout


@pytest.mark.parametrize(
    ("content", "arguments", "said"),
    [
        ('name = "x', (), "profile.toml：不是有效的 TOML："),
        (
            "name = “示例市”",
            (),
            "：Invalid value (at line 1, column 8)；第1行的「\N{LEFT DOUBLE QUOTATION MARK}」应改用半角\n",
        ),
        (
            'name = "a"\n[days.town\n',
            (),
            "不是有效的 TOML：Expected ']' at the end of a table declaration (at line 2, column 11)\n",
        ),
        # A text and a comment can hold any mark.
        (
            "name = \"示例，市\" # ＃\nnotice = '＝'\ndays ＝ 1",
            (),
            "；第3行的「\N{FULLWIDTH EQUALS SIGN}」应改用半角\n",
        ),
        ("[severities]\nLATE = 1", (), "profile.toml：第2行：severities.LATE 应为"),
        ("", ("--profile", "missing.toml"), "missing.toml：无法读取：文件不存在"),
    ],
)
def test_a_profile_that_cannot_be_meant_ends_the_call(content: str, arguments: tuple[str, ...], said: str) -> None:
    """One line, exit status 2."""
    gd.write(build_report(), "a.txt")
    written(content)

    result = call("check", "a.txt", *(arguments or ("--profile", "profile.toml")))

    assert (result.exit_code, said in result.stderr) == (2, True)
    assert result.stderr.count("\n") == 1


def test_the_profile_of_an_example_is_one() -> None:
    """It names its notice, and every part of it can be meant."""
    example = Path(__file__).parent.parent / "examples" / "profile-wuwei-2025.toml"

    profile = read_profile(example)

    assert profile.notice == "https://www.gswuwei.gov.cn/art/2025/12/19/art_76_1558865.html"
    assert (profile.longest_overview, len(profile.aspects)) == (1000, 3)
