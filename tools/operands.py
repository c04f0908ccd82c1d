"""
Remove operands, filters and conditions of the package one at a time, and see which removals no test notices.

Branch coverage does not see them: ``if a and b`` has both branches though no test needs ``b``. Each removal is made
in a copy of the package; the tests that run its lines are run, then the others that touch its module. Which these are
is learned by one run of the tests with coverage, which is repeated when the package or a test has changed.

Run it with ``python tools/operands.py --module 'checks/*'`` for a part of the package, with ``--sample 25 --seed 7``
for some sites of it, or with ``--all``; ``--count`` only says how many sites there are. What no test notices is
printed, and the exit status is 1, unless ``tools/operands_explained.toml`` says why it changes nothing.
"""

from __future__ import annotations

import argparse
import queue
import random
import sys
import tomllib
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

from attrs import evolve, frozen
from operand_sites import Site, sites
from operand_tests import Copy, Known, Project, pristine

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


def survivors(project: Project, tried: Sequence[Site], jobs: int, out: TextIO) -> list[Site]:
    """Remove each site and give those that no test notices, each printed as it is found."""
    known = Known(project)
    known.learn(jobs)
    free: queue.SimpleQueue[Copy] = queue.SimpleQueue()
    for number in range(1, jobs + 1):
        free.put(Copy(project, str(number)).make(pristine(project).package))
    # Looked up here, since the data of coverage are of one thread.
    batches = {id(site): list(known.batches(site)) for site in tried}

    def survives(site: Site) -> bool:
        copy = free.get()
        try:
            return not any(copy.notices(site, tests) for tests in batches[id(site)])
        finally:
            free.put(copy)

    surviving = []
    with ThreadPoolExecutor(jobs) as pool:
        for number, (site, survived) in enumerate(zip(tried, pool.map(survives, tried), strict=True), 1):
            if survived:
                surviving.append(site)
                print(f"{number}/{len(tried)} survives: {site}", file=out, flush=True)
    return surviving


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

    surviving = survivors(evolve(project, choice=options.tests), tried, options.jobs, out)
    outdated = stale(given, known_sites(project.package))
    for each in outdated:
        print(f"explains what is not there: {' | '.join(each.key)}", file=out)
    numbers = {"sites": len(known), "explained": explained_sites, "removed": len(tried), "not noticed": len(surviving)}
    print(", ".join(f"{name}: {number}" for name, number in numbers.items()), file=out)
    return 1 if surviving or outdated else 0


if __name__ == "__main__":
    sys.exit(main())
