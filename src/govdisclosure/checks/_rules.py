"""What a rule is, and the decorator that makes one of a check."""

from __future__ import annotations

import importlib
import inspect
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Final, SupportsIndex, TypeAlias

import attrs
from attrs import Factory, field, frozen

from govdisclosure.checks._case import Case
from govdisclosure.checks._check import Check, Taken, as_finding, called, taken_by, yielded_by
from govdisclosure.checks._messages import message, refuse_malformed
from govdisclosure.errors import UsageError
from govdisclosure.model.findings import Finding, Severity
from govdisclosure.model.message import Message

if TYPE_CHECKING:
    from govdisclosure.model.notes import Reading
    from govdisclosure.model.report import AnnualReport


_NO_WORDS: Final = Message()
Sign: TypeAlias = "Callable[[Case], object]"
"""What tells of a case whether a rule can find anything in it; as true as the rule, or more often."""


def _words(rule: Rule) -> Message:
    return Message(rule.zh, rule.en)


def _taken(rule: Rule) -> Taken:
    return taken_by(rule.function)


@frozen
class Rule:
    """
    A check with its code, its severity and its words; called with a report, it yields complete findings.

    Args:
        function: The check; its findings need no code, severity, law and message. A message of theirs is a template.
        code: Stable code, such as ``T3-ROW``.
        severity: How grave its findings are.
        law: Where the rule stands, such as ``Art. 50``.
        zh: Template of the message in Chinese.
        en: Template of the message in English.
        also: Other severities that single findings can have, with the templates of their messages.
        about: What must hold, why, and how to mend it, in both languages.

    Raises:
        UsageError: If the check cannot do without something that no check is given.
    """

    function: Check
    code: str
    severity: Severity
    law: str | None
    zh: str
    en: str
    also: Mapping[Severity, Message]
    about: Message
    _sign: Sign | None = field(init=False, repr=False, eq=False, default=None)
    _words: Message = field(init=False, repr=False, default=Factory(_words, takes_self=True))
    _taken: Taken = field(init=False, repr=False, default=Factory(_taken, takes_self=True))

    @property
    def doc(self) -> str:
        """The docstring of the check, empty if it has none."""
        return inspect.getdoc(self.function) or ""

    def __reduce_ex__(self, protocol: SupportsIndex) -> str | tuple[Any, ...]:
        # The decorator has put the rule in the place of its function, which pickle looks for by that name in vain.
        module, name = (getattr(self.function, told, "") for told in ("__module__", "__qualname__"))
        is_in_place = getattr(sys.modules.get(module), name, None) is self
        return (_declared, (module, name)) if is_in_place else super().__reduce_ex__(protocol)

    def __call__(self, report: AnnualReport | Reading) -> Iterator[Finding]:
        """
        Yield the findings of a report, or of the reading of one.

        Raises:
            UsageError: If a template names a value that the finding does not have, or the check yields something else.
        """
        return self.findings(Case.of(report))

    def findings(self, case: Case) -> Iterator[Finding]:
        """Yield the findings of a case, of which other rules have asked the same."""
        # Where all sums of table III agree, four rules have nothing to say, and one look tells.
        if self._sign is not None and not self._sign(case):
            return iter(())
        # No generator: most rules yield nothing, which is sooner known of what the check gives.
        return map(partial(self._completed, case), yielded_by(self.function, self._taken, case))

    def _completed(self, case: Case, yielded: object) -> Finding:
        finding = as_finding(self.function, yielded)
        severity = finding.severity if finding.severity in self.also else self.severity
        templates = self.also.get(severity, self._words)
        if finding.message != _NO_WORDS:
            templates = finding.message
        try:
            words = message(case.wording, finding, templates)
        except (LookupError, AttributeError) as error:
            raise UsageError(f"{self.code}: no value for {error} of its message") from error
        except (ValueError, TypeError) as error:
            raise UsageError(f"{self.code}: its message cannot be filled: {error}") from error
        if type(finding) is not Finding:  # it has more to it than is known here
            return attrs.evolve(finding, code=self.code, severity=severity, law=self.law, message=words)
        stated = finding.paths, finding.expected, finding.actual, finding.quote, finding.details
        return Finding(*stated, self.code, severity, self.law, words, finding.waived)


def _declared(module: str, name: str) -> object:
    """Give the rule that a module declares under a name."""
    return getattr(importlib.import_module(module), name)


def rule(  # noqa: PLR0913 - a rule says everything at once
    code: str,
    severity: Severity | str,
    *,
    law: str | None = None,
    zh: str | None = None,
    en: str | None = None,
    also: Mapping[Severity, Message] | None = None,
    about: Message | None = None,
) -> Callable[[Check], Rule]:
    """
    Declare a check: a generator function that yields findings with paths, and takes what its parameters name.

    What these can be, ``govdisclosure.checks.Check`` lists. The rule adds code, severity, law and the message; where
    the check gives a finding a message, that is its template. Pass your own rules to ``check`` with ``checks=``.

    Args:
        code: Stable code of the findings.
        severity: How grave they are: ``"error"``, ``"warning"`` or ``"info"``.
        law: Where the rule stands.
        zh: Message in Chinese, as a template of ``str.format``: ``{label}`` names the first path by its labels,
            ``{path}`` that path, ``{expected}``, ``{actual}``, ``{quote}``, ``{n}`` the number of paths,
            ``{paths:cells}`` the names of two of them, ``{where}`` the paragraph of the quoted words,
            ``{expected:date}`` an ISO date in words; any key of ``details``. By default the English message.
        en: The same in English; by default the first line of the check's docstring.
        also: Other severities that single findings can have, each with its message: where its severity is one of
            these, a finding keeps it.
        about: What must hold, why, and how to mend it.

    Raises:
        UsageError: If the code is empty, the severity unknown, a template malformed, or a parameter of the check is
            one that none is given.
    """
    if not code:
        raise UsageError("a rule needs a code")
    if severity not in set(Severity):
        raise UsageError(f"severity must be one of {', '.join(Severity)}, got {severity!r}")

    for words in (Message(zh or "", en or ""), *(also or {}).values()):
        refuse_malformed(code, words)

    def declare(function: Check) -> Rule:
        words = en if en is not None else _first_line(function)
        chinese = zh if zh is not None else words
        return Rule(function, code, Severity(severity), law, chinese, words, also or {}, about or Message())

    return declare


def where(sign: Sign) -> Callable[[Rule], Rule]:
    """Declare that a rule finds nothing in a case without a sign; one that is made of it again has none."""

    def signed(declared: Rule) -> Rule:
        object.__setattr__(declared, "_sign", sign)  # which nobody else can
        return declared

    return signed


def _first_line(check: Check) -> str:
    """Give the first line of a docstring as a template, its braces as themselves."""
    doc = inspect.getdoc(check) or called(check)
    return doc.partition("\n")[0].replace("{", "{{").replace("}", "}}")
