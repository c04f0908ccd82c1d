"""The errors: what they say, what they hold, and that they survive pickling and copying."""

from __future__ import annotations

import copy
import pickle
from typing import TYPE_CHECKING

import pytest

import govdisclosure as gd
from govdisclosure.errors import Fault, Place
from govdisclosure.json._expected import Expected
from govdisclosure.model.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable

_FAULTS = (
    Fault("requests.total.newly_received", "true", "a whole number"),
    Fault("", "an array", Expected.OBJECT()),
)
_FINDING = gd.Finding(
    paths="requests",
    code="SECTION-MISSING",
    severity=gd.Severity.ERROR,
    message=Message("缺少三", "section 三 is missing"),
)
_ERRORS = [
    (gd.GovDisclosureError("all is wrong"), "all is wrong"),
    (gd.UsageError("unknown format 'odt'"), "unknown format 'odt'"),
    (gd.ReadError("no table found"), "no table found"),
    (gd.ReadError("no table found", format="text"), "text: no table found"),
    (gd.ReadError("no table found", code="NO-FORM", zh="未找到表格", place=Place.LINE(3)), "line 3: no table found"),
    (gd.ReadError("no table found", format="text", place="line 3"), "text, line 3: no table found"),
    (
        gd.StructureError(_FAULTS),
        (
            "json: requests.total.newly_received: expected a whole number, found true; "
            "document: expected an object, found an array"
        ),
    ),
    (
        gd.StructureError([Fault("", "the end", "a value")], place=Place.POSITION(1, 5)),
        "json, line 1, column 5: document: expected a value, found the end",
    ),
    (
        gd.MissingDependency("cli", "The command line"),
        'The command line needs an extra: pip install "govdisclosure[cli]"',
    ),
    (
        gd.FindingsError(gd.Findings([_FINDING, gd.Finding(paths="year", code="YEAR-MISSING")])),
        "1 error: error SECTION-MISSING requests: section 三 is missing",
    ),
]


class _OurReadError(gd.ReadError):
    """What a user of the library could derive."""


@pytest.mark.parametrize(("error", "message"), _ERRORS)
def test_error_says_what_is_wrong(error: Exception, message: str) -> None:
    """The message names the place and the reason, in one line."""
    assert str(error) == message


@pytest.mark.parametrize("error", [error for error, _ in _ERRORS])
def test_every_error_has_one_root(error: Exception) -> None:
    """Whoever catches GovDisclosureError catches all that the library raises for bad input."""
    assert isinstance(error, gd.GovDisclosureError)


@pytest.mark.parametrize("again", [lambda error: pickle.loads(pickle.dumps(error)), copy.copy, copy.deepcopy])  # noqa: S301 - our own pickle
@pytest.mark.parametrize(
    "error", [*(error for error, _ in _ERRORS), _OurReadError("x", format="html", place="table 2")]
)
def test_error_survives_pickling_and_copying(error: Exception, again: Callable[[object], object]) -> None:
    """An error of another process is the same error here: class, message and all it holds."""
    copied = again(error)

    assert (type(copied), str(copied), vars(copied)) == (type(error), str(error), vars(error))


def test_usage_error_is_a_value_error() -> None:
    """Code that knows nothing of the library catches a wrong argument as Python has it."""
    assert issubclass(gd.UsageError, ValueError)


def test_missing_dependency_is_an_import_error() -> None:
    """Code that can do without an extra goes on as it does where any module is missing."""
    assert issubclass(gd.MissingDependency, ImportError)


def test_structure_error_holds_every_fault() -> None:
    """All faults of a document come at once, each with path, found and expected."""
    error = gd.StructureError(iter(_FAULTS))

    assert (error.faults, error.format, error.place) == (_FAULTS, "json", None)


def test_a_fault_is_its_words_whatever_they_are_made_of() -> None:
    """Given as data or as text, a fault of the same words is the same fault."""
    made, given = Fault("a", "1", Expected.TEXT()), Fault("a", "1", "text")

    assert (made, hash(made), str(made), repr(made)) == (given, hash(given), str(given), repr(given))
    assert repr(made) == "Fault(path='a', found='1', expected='text')"
    assert made != Fault("a", "1", Expected.LIST())


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (gd.ReadError("no table found"), Message("no table found", "no table found")),
        (
            gd.ReadError("no table found", code="NO-FORM", zh="未找到表格", format="text", place=Place.LINE(3)),
            Message("第3行：未找到表格", "text, line 3: no table found"),
        ),
        (
            gd.ReadError("no table found", zh="未找到表格", place="table 2"),
            Message("table 2：未找到表格", "table 2: no table found"),
        ),
        (
            gd.ReadError("unknown name", zh="未知名称", place=Place.HEAD()),
            Message("文首：未知名称", "head: unknown name"),
        ),
        (
            gd.StructureError(_FAULTS[1:], place=Place.POSITION(1, 5)),
            Message(
                "第1行第5列：整个文件：应为对象，实为an array",
                "json, line 1, column 5: document: expected an object, found an array",
            ),
        ),
        (
            gd.MissingDependency("cli", "govdisclosure"),
            Message(
                'govdisclosure 需要安装附加组件：pip install "govdisclosure[cli]"',
                'govdisclosure needs an extra: pip install "govdisclosure[cli]"',
            ),
        ),
    ],
)
def test_error_has_words_in_both_languages(error: gd.ReadError | gd.MissingDependency, message: Message) -> None:
    """In Chinese, the place comes first; a reason that has no Chinese words stays as it is."""
    assert error.message == message


def test_error_of_reading_has_a_code() -> None:
    """A stable code, for programs; UNREADABLE where nothing more is known."""
    errors = [gd.ReadError("x"), gd.ReadError("x", code="NO-FORM"), gd.StructureError(_FAULTS)]

    assert [error.code for error in errors] == ["UNREADABLE", "NO-FORM", "STRUCTURE"]
