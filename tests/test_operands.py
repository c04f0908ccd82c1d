"""The tool that removes operands, filters and conditions: what it finds, and what it says where no test notices."""

from __future__ import annotations

import ast
import shutil
from typing import TYPE_CHECKING, Final

import pytest
from attrs import evolve
from operand_sites import sites
from operand_tests import Copy, Known, Project, pristine
from operands import EXPLAINED, PROJECT, explanations, known_sites, main, stale

if TYPE_CHECKING:
    from pathlib import Path

TEXT: Final = '''\
"""乙"""
LIMIT = 1 if __debug__ else 2


class A:
    def b(self, x, y, z):
        return [
            "甲", x and  # why
            (y or not z) and z]


def c(xs):
    return f"{'丙' if xs else ''}：{max(x for x in xs if x if x > 1)}"
'''


def test_every_removal_is_told_by_its_function_and_its_words() -> None:
    """Operands, each filter, and a condition that is always true or always false; in formatted strings as well."""
    removals = [(site.function, site.kind, site.expression, site.removed, site.lines) for site in sites("a.py", TEXT)]

    condition, three, filters = "'丙' if xs else ''", "x and (y or not z) and z", "(x for x in xs if x if x > 1)"
    assert removals == [
        ("", "condition", "1 if __debug__ else 2", "__debug__ -> True", (2, 2)),
        ("", "condition", "1 if __debug__ else 2", "__debug__ -> False", (2, 2)),
        ("A.b", "operand", three, "x", (8, 9)),
        ("A.b", "operand", three, "y or not z", (8, 9)),
        ("A.b", "operand", three, "z", (8, 9)),
        ("A.b", "operand", "y or not z", "y", (9, 9)),
        ("A.b", "operand", "y or not z", "not z", (9, 9)),
        ("c", "condition", condition, "xs -> True", (13, 13)),
        ("c", "condition", condition, "xs -> False", (13, 13)),
        ("c", "filter", filters, "x", (13, 13)),
        ("c", "filter", filters, "x > 1", (13, 13)),
    ]


def test_nothing_else_of_the_module_changes() -> None:
    """The text without a part is the text with the rest of the expression in its place."""
    changed = [ast.unparse(ast.parse(site.without)) for site in sites("a.py", TEXT)]

    whole = ast.unparse(ast.parse(TEXT))
    three, formatted = "x and (y or not z) and z", "{('丙' if xs else '')}：{max((x for x in xs if x if x > 1))}"
    assert formatted in whole
    assert changed == [
        whole.replace("if __debug__", "if True"),
        whole.replace("if __debug__", "if False"),
        whole.replace(three, "(y or not z) and z"),
        whole.replace(three, "x and z"),
        whole.replace(three, "x and (y or not z)"),
        whole.replace(three, "x and (not z) and z"),
        whole.replace(three, "x and y and z"),
        whole.replace("if xs", "if True"),
        whole.replace("if xs", "if False"),
        whole.replace("if x if x > 1", "if x > 1"),
        whole.replace("if x if x > 1", "if x"),
    ]


def test_every_removal_from_the_package_is_a_module() -> None:
    """Whatever expression stands around it."""
    for site in known_sites(PROJECT.package, ["arithmetic/*", "writing/*"]):
        compile(site.without, site.module, "exec")


def test_what_is_explained_is_there() -> None:
    """An explanation is of something that can be removed from the package as it is."""
    given = explanations(EXPLAINED)

    assert stale(given, known_sites(PROJECT.package, [each.module for each in given])) == []


TOY: Final = """\
def both(a, b):
    return bool(a and b)


def known(xs):
    return [x for x in xs if x is not None]


def name(x):
    return "one" if x == 1 else "many"
"""
TOY_TESTS: Final = """
from time import sleep
from toy import both, known, name

def test_after_a_while():
    sleep(0.05)
    assert both(1, 1)

def test_both():
    assert both(1, 1)
    assert not both(0, 1)

def test_known(): assert known([1, 2]) == [1, 2]

def test_name(): assert (name(1), name(2)) == ("one", "many")
"""
SURVIVING: Final = (
    "toy.py:2 both: operand 'b' of 'a and b'",
    "toy.py:6 known: filter 'x is not None' of '[x for x in xs if x is not None]'",
)
EXPLANATION: Final = """
[[explained]]
module = "toy.py"
function = "{}"
expression = "{}"
removed = "{}"
reason = "It only shows how."
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Give a package of one module, whose tests do not notice everything."""
    root = tmp_path_factory.mktemp("project")
    package = root / "src" / "toy"
    package.mkdir(parents=True)
    (root / "tests").mkdir()
    (package / "__init__.py").write_text("from toy.toy import both, known, name\n", encoding="utf-8")
    (package / "toy.py").write_text(TOY, encoding="utf-8")
    (root / "tests" / "test_toy.py").write_text(TOY_TESTS, encoding="utf-8")
    return Project(root, package, root / "tests", choice="not slow")


def explained_by(folder: Path, *keys: tuple[str, str, str]) -> Path:
    """Write explanations."""
    path = folder / "explained.toml"
    path.write_text("".join(EXPLANATION.format(*key) for key in keys), encoding="utf-8")
    return path


@pytest.mark.programs
def test_what_no_test_notices_is_printed(project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The package itself is never changed, and its tests are learned once."""
    status = main(["--all", "-j", "2"], project=project, explained=explained_by(tmp_path))

    *lines, last = capsys.readouterr().out.splitlines()
    assert (status, last) == (1, "sites: 5, explained: 0, removed: 5, not noticed: 2")
    assert [line.partition("survives: ")[2] for line in lines] == list(SURVIVING)
    assert (project.package / "toy.py").read_text(encoding="utf-8") == TOY
    assert (project.cache / "state.txt").read_text(encoding="utf-8") == project.state


@pytest.mark.programs
def test_what_is_explained_is_no_failure(project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is not tried again; what is explained but not there is one."""
    b, x = ("both", "a and b", "b"), ("known", "[x for x in xs if x is not None]", "x is not None")

    assert main(["--all"], project=project, explained=explained_by(tmp_path, b, x)) == 0
    assert capsys.readouterr().out == "sites: 5, explained: 2, removed: 3, not noticed: 0\n"
    assert main(["--module", "no*"], project=project, explained=explained_by(tmp_path, b, ("c", "a and b", "b"))) == 1
    assert capsys.readouterr().out.splitlines()[0] == "explains what is not there: toy.py | c | a and b | b"


@pytest.mark.programs
def test_quick_tests_are_run_first(project: Project) -> None:
    """Of those that run the lines of a removal; the others that touch its module come behind them."""
    known = Known(project)
    known.learn(1)

    assert list(known.batches(known_sites(project.package)[0])) == [
        ["tests/test_toy.py::test_both", "tests/test_toy.py::test_after_a_while"],
        ["tests/test_toy.py::test_known", "tests/test_toy.py::test_name"],
    ]


@pytest.mark.programs
def test_what_takes_too_long_is_noticed(project: Project) -> None:
    """A removal may leave a loop without an end."""
    copy = Copy(evolve(project, limit=0.01), "late").make(pristine(project).make(project.package).package)

    assert copy.notices(known_sites(project.package)[0], [str(project.tests)])
    assert (copy.package / "toy.py").read_text(encoding="utf-8") == TOY


@pytest.mark.programs
def test_a_module_that_breaks_is_noticed(project: Project) -> None:
    """As its tests are collected, or by one of them; a test that is not there notices nothing, it is an error."""
    copy = Copy(project, "broken").make(pristine(project).make(project.package).package)
    site = evolve(known_sites(project.package)[0], without="raise ValueError")

    assert copy.notices(site, ["tests/test_toy.py::test_both"])
    (project.tests / "empty.py").touch()
    with pytest.raises(RuntimeError, match="was run"):
        copy.notices(site, ["tests/empty.py"])
    (project.tests / "empty.py").unlink()


@pytest.mark.programs
def test_a_sample_can_be_repeated(project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its seed is printed."""
    explained = explained_by(tmp_path)

    main(["--sample", "1"], project=project, explained=explained)
    first, *others = capsys.readouterr().out.splitlines()
    main(first.split(), project=project, explained=explained)

    assert capsys.readouterr().out.splitlines() == [first, *others]
    assert others[-1].startswith("sites: 5, explained: 0, removed: 1, ")


@pytest.mark.programs
def test_tests_of_another_copy_say_nothing(project: Project, tmp_path: Path) -> None:
    """A package that is found before the copies, as one in the folder where pytest is called, would never change."""
    shutil.copytree(project.package, project.root / "toy")

    with pytest.raises(RuntimeError, match="the tests run another copy of toy"):
        main(["--all"], project=evolve(project, choice="not very and not slow"), explained=explained_by(tmp_path))
    shutil.rmtree(project.root / "toy")


@pytest.mark.programs
def test_tests_that_fail_by_themselves_say_nothing(project: Project, tmp_path: Path) -> None:
    """They must pass before anything is removed."""
    (project.tests / "test_wrong.py").write_text("def test_it(): assert False", encoding="utf-8")

    with pytest.raises(RuntimeError, match=r"(?s)the tests must pass before anything is removed.*1 failed"):
        main(["--all"], project=project, explained=explained_by(tmp_path))
    (project.tests / "test_wrong.py").unlink()


def test_sites_are_counted_by_parts(capsys: pytest.CaptureFixture[str]) -> None:
    """Only of the modules asked for."""
    assert main(["--count", "--module", "writing/*", "--module", "vocabulary/*"]) == 0

    *parts, total = capsys.readouterr().out.splitlines()
    assert [part.partition(":")[0] for part in parts] == ["vocabulary", "writing"]
    assert total == f"all: {len(known_sites(PROJECT.package, ['writing/*', 'vocabulary/*']))}"


def test_an_explanation_needs_a_reason(tmp_path: Path) -> None:
    """A blank one is refused."""
    path = explained_by(tmp_path, ("both", "a and b", "b"))
    path.write_text(path.read_text(encoding="utf-8").replace("It only shows how.", " "), encoding="utf-8")

    with pytest.raises(ValueError, match="an explanation needs a reason"):
        explanations(path)
