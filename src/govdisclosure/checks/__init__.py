"""What must hold in a report: pure functions from what is known of it to findings, in one registry."""

from govdisclosure.arithmetic.figures import Figures
from govdisclosure.arithmetic.judgement import Judgement
from govdisclosure.checks._check import Check
from govdisclosure.checks._rules import Rule, rule
from govdisclosure.checks._run import check, rules
from govdisclosure.claims import Claims

__all__ = ["Check", "Claims", "Figures", "Judgement", "Rule", "check", "rule", "rules"]
