"""
Remove operands, filters and conditions of the package one at a time, and see which removals no test notices.

Branch coverage does not see them: ``if a and b`` has both branches though no test needs ``b``. One run of the tests
learns which of them decide anything by what could be removed (``a and b`` by a false ``b``), and is repeated when the
package or a test has changed. Then each removal is made in a fork of a process that has the tests ready, and those
that decide by it are run until one fails. Where none decides by it, none can notice it.

Run it with ``python tools/operands.py --module 'checks/*'`` for a part of the package, with ``--sample 25 --seed 7``
for some sites of it, or with ``--all``; ``--count`` only says how many sites there are. What no test notices is
printed, and the exit status is 1, unless ``tools/operands_explained.toml`` says why it changes nothing.
"""

from __future__ import annotations

import argparse
import random
import sys
import tomllib
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from fnmatch import fnmatch
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

from attrs import evolve, frozen
from operand_sites import Site, sites
from operand_tests import Known, Project, Removals

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_ROOT: Final = Path(__file__).parent.parent
_SAMPLE: Final = 25
PROJECT: Final = Project(_ROOT, _ROOT / "src" / "govdisclosure", _ROOT / "tests")
EXPLAINED: Final = Path(__file__).with_name("operands_explained.toml")


@frozen
class Explanation:
    """Why a removal that no test notices changes nothing."""

    module: str
    function: str
    expression: str
    removed: str
    reason: str

    @property
    def key(self) -> tuple[str, str, str, str]:
        """The site that is explained."""
        return self.module, self.function, self.expression, self.removed


def explanations(path: Path) -> list[Explanation]:
    """Read the explanations; none of them is without a reason."""
    tables = tomllib.loads(path.read_text(encoding="utf-8")).get("explained", [])
    given = [Explanation(**table) for table in tables]
    for each in given:
        if not each.reason.strip():
            raise ValueError(f"an explanation needs a reason: {each}")
    return given


def known_sites(package: Path, patterns: Sequence[str] = ("*",)) -> list[Site]:
    """Give the sites of the modules of a package whose paths match one of the patterns."""
    paths = [path.relative_to(package).as_posix() for path in sorted(package.rglob("*.py"))]
    chosen = [path for path in paths if any(fnmatch(path, pattern) for pattern in patterns)]
    return [site for path in chosen for site in sites(path, (package / path).read_text(encoding="utf-8"))]


def stale(given: Iterable[Explanation], all_sites: Iterable[Site]) -> list[Explanation]:
    """Give the explanations of what is not there any more."""
    keys = {site.key for site in all_sites}
    return [each for each in given if each.key not in keys]


def survivors(known: Known, tried: Sequence[Site], jobs: int, out: TextIO) -> list[Site]:
    """Remove each site and give those that no test notices, each printed as it is found."""

    def surviving(number: int) -> list[Site]:
        sites = []
        for site in Removals(known, str(number)).surviving(tried[number::jobs]):
            print(f"survives: {site}", file=out, flush=True)
            sites.append(site)
        return sites

    with ThreadPoolExecutor(jobs) as pool:
        return list(chain.from_iterable(pool.map(surviving, range(jobs))))


def count(all_sites: Iterable[Site], out: TextIO) -> None:
    """Print how many sites of each kind there are in each part of the package."""
    counted = Counter((site.module.partition("/")[0], site.kind) for site in all_sites)
    for part in sorted({part for part, _ in counted}):
        kinds = {kind: counted[part, kind] for kind in ("operand", "filter", "condition")}
        print(f"{part}: {sum(kinds.values())}", *(f"{kind} {number}" for kind, number in kinds.items()), file=out)
    print(f"all: {counted.total()}", file=out)


def main(arguments: Sequence[str] | None = None, *, project: Project = PROJECT, explained: Path = EXPLAINED) -> int:
    """Try what was asked for; give the exit status."""
    assert __doc__ is not None
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--module", action="append", metavar="PATTERN", help="paths inside the package, such as 'checks/*'"
    )
    parser.add_argument("--sample", type=int, metavar="N", help=f"so many sites (default {_SAMPLE}, all with --module)")
    parser.add_argument("--seed", type=int, help="which ones; printed if it is drawn")
    parser.add_argument("--all", action="store_true", help="every site")
    parser.add_argument("--count", action="store_true", help="only count the sites")
    parser.add_argument(
        "--tests", default=project.choice, metavar="EXPR", help="marks of the tests (default %(default)s)"
    )
    parser.add_argument("--jobs", "-j", type=int, default=1, help="so many at a time (default 1)")
    options = parser.parse_args(arguments)
    out = sys.stdout

    known = known_sites(project.package, options.module or ["*"])
    if options.count:
        count(known, out)
        return 0
    given = explanations(explained)
    reasons = {each.key for each in given}
    tried = [site for site in known if site.key not in reasons]
    explained_sites = len(known) - len(tried)
    number = options.sample or (len(tried) if options.all or options.module else _SAMPLE)
    if number < len(tried):
        seed = random.randrange(10**6) if options.seed is None else options.seed  # noqa: S311 - no secret
        print(f"--sample {number} --seed {seed}", file=out)
        tried = random.Random(seed).sample(tried, number)  # noqa: S311 - no secret

    known_tests = Known(evolve(project, choice=options.tests), tuple(options.module or ["*"]))
    if tried:
        known_tests.learn(options.jobs)
    surviving = survivors(known_tests, tried, options.jobs, out)
    outdated = stale(given, known_sites(project.package))
    for each in outdated:
        print(f"explains what is not there: {' | '.join(each.key)}", file=out)
    numbers = {"sites": len(known), "explained": explained_sites, "removed": len(tried), "not noticed": len(surviving)}
    print(", ".join(f"{name}: {number}" for name, number in numbers.items()), file=out)
    return 1 if surviving or outdated else 0


if __name__ == "__main__":
    sys.exit(main())
