"""The texts of the command ``facts``."""

from __future__ import annotations

from typing import Final

from govdisclosure.model.message import Message

OF_FACTS: Final = {
    "help.facts": Message(
        "把许多报告的每一格写成表中的一行：带来源，供数据分析；输出为目录（Parquet 或 CSV，附 datapackage.json），"
        "或 .csv、.parquet 文件，“-”为标准输出。退出码：2 有文件无法读取或用法有误，0 其他。",
        "Write every cell of many reports as a row of a table: with its lineage, to be analysed. OUT is a folder "
        "(Parquet or CSV, with a datapackage.json), a .csv or a .parquet file, or - for standard output. Exit status: "
        "2 if a file is unreadable or the usage wrong, else 0.",
    ),
    "help.facts.target": Message(
        "写入的目录或文件；文件中只有数据，没有报告一表。",
        "The folder or file to write; a file has the facts, and not the table of reports.",
    ),
    "help.facts.target_format": Message(
        "格式；默认按扩展名，目录为 parquet，标准输出为 csv。",
        "Format; by default told by the suffix, parquet for a folder, csv for standard output.",
    ),
    "help.facts.strict": Message("读取有不能确定之处时退出码为 1。", "Exit with 1 for notes of a reading."),
    "holds-something-else": Message(
        "{name}：目录中有其他文件，不写入", "{name}: the folder holds something else, and is left as it is"
    ),
    "no-facts-suffix": Message(
        "{name}：应为目录，或扩展名为 .csv、.parquet 的文件，且与 --to 一致",
        "{name}: must be a folder, or a file whose suffix is .csv or .parquet, as --to says",
    ),
    "facts-written": Message("报告{reports}份，数据{facts}条", "reports: {reports}, facts: {facts}"),
}
