"""The tool that removes operands, filters and conditions: what it finds, and what it says where no test notices."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Final

import pytest
from attrs import evolve
from operand_sites import WATCH, sites, watched
from operand_tests import Known, Project, Removals
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


def test_what_is_watched_tells_when_a_part_decides() -> None:
    """An operand of ``and`` or a filter by being false, one of ``or`` by being true; the last one is told."""
    told: list[tuple[str, int, bool]] = []

    def watch(module: str, number: int, truth: bool, ends: bool, value: object) -> object:
        if bool(value) is truth:
            told.append((module, number, ends))
        return value

    names: dict[str, object] = {WATCH: watch}
    exec(compile(watched("a.py", TEXT), "a.py", "exec"), names)  # noqa: S102 - our own text
    b = eval("A().b", names)  # noqa: S307 - the same

    assert (b(1, 0, 0), told) == (["甲", 0], [("a.py", 1, False), ("a.py", 6, True), ("a.py", 4, True)])


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


def down(x):
    while x > 0 and x != 5:
        x -= 1
    return x


def stated(x):
    return x or None


FIRST = "one" if __name__ else "many"
"""
TOY_TESTS: Final = """
from time import sleep
import pytest
from toy import FIRST, both, down, known, name, stated

def test_after_a_while():
    sleep(0.05)
    assert not both(False, True)

def test_both():
    assert both(True, True)
    assert not both(False, True)

def test_known(): assert known([1, 2]) == [1, 2]

def test_name(): assert (name(1), name(2)) == (FIRST, "many")

@pytest.mark.parametrize("x", [2, 3])
def test_names(x): assert name(x) == "many"

def test_down(): assert (down(3), down(7)) == (0, 5)

def test_stated(): assert (stated("甲"), stated("")) == ("甲", None)
"""
LATE_TESTS: Final = """
from time import sleep

def test_late(): sleep(2)
"""
SURVIVING: Final = (
    "toy.py:2 both: operand 'b' of 'a and b'",
    """toy.py:23 (module): condition '__name__ -> True' of "'one' if __name__ else 'many'\"""",
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
    (package / "__init__.py").write_text(
        "from toy.toy import FIRST, both, down, known, name, stated\n", encoding="utf-8"
    )
    (package / "toy.py").write_text(TOY, encoding="utf-8")
    (root / "tests" / "test_toy.py").write_text(TOY_TESTS, encoding="utf-8")
    return Project(root, package, root / "tests", choice="not slow", limit=30, limit_at_import=60)


def explained_by(folder: Path, *keys: tuple[str, str, str]) -> Path:
    """Write explanations."""
    path = folder / "explained.toml"
    path.write_text("".join(EXPLANATION.format(*key) for key in keys), encoding="utf-8")
    return path


@pytest.mark.programs
@pytest.mark.parametrize("jobs", [1, 2])
def test_what_no_test_notices_is_printed(
    project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str], jobs: int
) -> None:
    """The package itself is never changed, and its tests are learned once."""
    status = main(["--all", "-j", str(jobs)], project=project, explained=explained_by(tmp_path))

    *lines, last = capsys.readouterr().out.splitlines()
    assert (status, last) == (1, "sites: 11, explained: 0, removed: 11, not noticed: 3")
    assert sorted(line.removeprefix("survives: ") for line in lines) == sorted(SURVIVING)
    assert (project.package / "toy.py").read_text(encoding="utf-8") == TOY


@pytest.mark.programs
def test_what_is_explained_is_no_failure(project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is not tried again; what is explained but not there is one."""
    b, x = ("both", "a and b", "b"), ("known", "[x for x in xs if x is not None]", "x is not None")
    first = ("", "'one' if __name__ else 'many'", "__name__ -> True")

    assert main(["--all"], project=project, explained=explained_by(tmp_path, b, x, first)) == 0
    assert capsys.readouterr().out == "sites: 11, explained: 3, removed: 8, not noticed: 0\n"
    assert main(["--module", "no*"], project=project, explained=explained_by(tmp_path, b, ("c", "a and b", "b"))) == 1
    assert capsys.readouterr().out.splitlines()[0] == "explains what is not there: toy.py | c | a and b | b"


@pytest.mark.programs
def test_only_tests_that_decide_by_a_removal_are_run(project: Project) -> None:
    """The quickest of each function first; what is not called with a false b decides nothing by it."""
    known = Known(project, ("toy.py",))
    known.learn(1)

    assert {site.removed: known.tests(site) for site in known_sites(project.package)[:2]} == {
        "a": ["tests/test_toy.py::test_both", "tests/test_toy.py::test_after_a_while"],
        "b": [],
    }
    *first, last = known.tests(known_sites(project.package)[3])
    assert (len(first), last.partition("[")[0]) == (2, "tests/test_toy.py::test_names")
    assert {test.partition("[")[0] for test in first} == {
        "tests/test_toy.py::test_name",
        "tests/test_toy.py::test_names",
    }


@pytest.mark.programs
def test_what_is_learned_is_learned_anew_where_a_test_has_changed(project: Project) -> None:
    """Not otherwise."""
    known = Known(project, ("toy.py",))
    known.learn(1)
    (known.folder / "learned.alone").write_text('{"deciding": {"toy.py#1": ["x"]}, "seconds": {}}', encoding="utf-8")
    known.learn(1)
    site = known_sites(project.package)[1]

    assert Known(project, ("toy.py",)).tests(site) == ["x"]
    known = Known(evolve(project, choice="not slow and not late"), ("toy.py",))
    known.learn(1)
    assert known.tests(site) == []


@pytest.mark.programs
def test_what_takes_too_long_is_noticed(project: Project) -> None:
    """A removal may leave a loop without an end, in a function or as the module is imported."""
    (project.tests / "test_late.py").write_text(LATE_TESTS, encoding="utf-8")
    known = Known(evolve(project, limit=1, limit_at_import=1), ("toy.py",))
    known.learn(1)
    sites_by_words = {site.removed: site for site in known_sites(project.package)}

    tried = [sites_by_words["x > 0"], sites_by_words["__name__ -> True"]]
    assert list(Removals(known, "late").surviving(tried)) == []
    (project.tests / "test_late.py").unlink()


@pytest.mark.programs
def test_what_cannot_be_removed_is_no_removal_that_is_noticed(project: Project) -> None:
    """It is an error of the tool, which says where."""
    known = Known(project, ("toy.py",))
    known.learn(1)
    site = evolve(known_sites(project.package)[0], number=99)

    with pytest.raises(RuntimeError, match=r"(?s)not all tried.*toy\.py#99 could not be tried: IndexError"):
        list(Removals(known, "missing").surviving([site]))


@pytest.mark.programs
def test_a_sample_can_be_repeated(project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its seed is printed."""
    explained = explained_by(tmp_path)

    main(["--sample", "1"], project=project, explained=explained)
    first, *others = capsys.readouterr().out.splitlines()
    main(first.split(), project=project, explained=explained)

    assert capsys.readouterr().out.splitlines() == [first, *others]
    assert others[-1].startswith("sites: 11, explained: 0, removed: 1, ")


@pytest.mark.programs
def test_a_module_by_which_no_test_decides_anything_is_an_error(project: Project, tmp_path: Path) -> None:
    """As where the tests find the package elsewhere: nothing could be noticed."""
    unused = project.package / "unused.py"
    unused.write_text("def f(a, b):\n    return a and b\n", encoding="utf-8")

    with pytest.raises(RuntimeError, match=r"no test decides anything by what could be removed from un\*"):
        main(["--module", "un*"], project=project, explained=explained_by(tmp_path))
    unused.unlink()


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
