"""Write ``docs/*/commands.md``: all commands of ``govdisclosure`` and their options, from click."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, cast, get_args

import click

from govdisclosure.cli._app import app
from govdisclosure.cli._usage import look_for_language
from govdisclosure.model.message import Language, Message

if TYPE_CHECKING:
    from collections.abc import Iterator

DOCS = Path(__file__).parent.parent / "docs"

_OPENING: Final = Message(
    """# 命令

安装 `govdisclosure[cli]` 后可用。`govdisclosure 命令 --help` 显示同样的内容；`--lang zh` 或 `--lang en` 选择语言。

由 `python tools/commands.py` 根据程序的声明生成。
""",
    """# Commands

They come with the extra `cli`. `govdisclosure COMMAND --help` shows the same;
`--lang en` or `--lang zh` chooses the language.

Made by `python tools/commands.py` from what the program declares.
""",
)
_BAR: Final = r"\|"
_HEADER: Final = Message("| 选项 | 含义 |", "| option | what it does |")


def main() -> None:
    """Write the pages."""
    for path, content in pages().items():
        path.write_text(content, encoding="utf-8")
        print(path)


def pages() -> dict[Path, str]:
    """Give the pages, by their paths."""
    languages: tuple[Language, ...] = get_args(Language)
    return {DOCS / language / "commands.md": "\n".join(_page(language)) + "\n" for language in languages}


def _page(language: Language) -> Iterator[str]:
    yield _OPENING.of(language).rstrip()
    program = click.Context(app, info_name="govdisclosure")
    look_for_language(program, ["--lang", language])
    yield from _section(program, language)
    for name in app.list_commands(program):
        command = cast("click.Command", app.get_command(program, name))
        yield from _section(click.Context(command, parent=program, info_name=name), language)


def _section(context: click.Context, language: Language) -> Iterator[str]:
    """Give usage, help and options of a command."""
    # Asking for the usage gives all texts of the command their language.
    context.get_usage()
    usage = [context.command_path, *context.command.collect_usage_pieces(context)]
    yield from ("", f"## {context.command_path}", "", "```text", " ".join(usage), "```")
    yield from ("", _escaped(context.command.help or ""), "", _HEADER.of(language), "|---|---|")
    for parameter in context.command.get_params(context):
        record = parameter.get_help_record(context)
        if record is not None and isinstance(parameter, click.Option):
            names, said = record
            yield f"| `{names.replace('|', _BAR)}` | {_escaped(said)} |"


def _escaped(text: str) -> str:
    """Keep Markdown from reading marks of its own in a text."""
    return "".join(f"\\{character}" if character in r"\`*_<>[]|" else character for character in text)


if __name__ == "__main__":
    main()
