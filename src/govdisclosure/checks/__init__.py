"""What must hold in a report: pure functions from reports to findings, in one registry."""

from govdisclosure.checks._rules import Rule, rule
from govdisclosure.checks._run import check, rules

__all__ = ["Rule", "check", "rule", "rules"]
