"""
The numbers by which a reader decides, each with its reason and the kind of page that it comes from.

Lengths are in characters. What a source may hold at most, so that no reading takes for ever, is a matter of the Limits
of its format; here stands what tells one thing on a page from another.
"""

from __future__ import annotations

from typing import Final

# Titles and what else tells of a report.

LONGEST_TITLE: Final = 80
"""Twice a long one with agency, 关于 and year; a line that is longer is a sentence, or the way through a menu."""

LONGEST_FRAMED_TITLE: Final = 2 * LONGEST_TITLE
"""With the mark of an annex before it, or the name of the site behind: neither is longer than the title itself."""

MOST_LINES_OF_A_TITLE: Final = 4
"""On how many lines its last words are broken, 政府信息 / 公开 / 工作 / 年度报告; agency and year can stand above."""

SHORTEST_NAME: Final = 2
"""No body has a name of one character; what is left of a title with less is a piece of a word."""

LONGEST_BARE_PLACE: Final = 3
"""Of the names of places, less 省, 市 or 县, nearly all are as short; most columns of a site have four characters."""

SHORT_LINE: Final = 20
"""A piece of a period that is broken over lines can lack 年 and 月 (``至``); it is short, a sentence is not."""

LONGEST_NAME: Final = 80
"""A page is called an explanation (解读), or the notice with the form, in as few; a paragraph may use the words."""

LONGEST_VALUE: Final = 40
"""What stands below a name of a head table (索引号, 文号) is its value if it is as short, no sentence."""

LEAST_PAIRS: Final = 2
"""So many names of a head table with their values are one; 发布机构：某县水利局 alone can be a line of the report."""

# Frames: a page as a table of its own, from editors that lay pages out with tables.

LEAST_COLUMNS: Final = 2
"""A table of one column only frames what stands in it: every table of the form has a label and a figure beside it."""

LONGEST_CELL: Final = 200
"""A cell with more, in a table without labels of the form, holds paragraphs; the longest label has 37 characters."""

LEAST_REMARK: Final = 8
"""A remark without a number has as many: 含上年结转的两件; words of heads, units and columns of offices have fewer."""

LONGEST_LABEL: Final = 80
"""A cell alone in its row with more is text: twice the longest label, so that a label with a remark is none."""

LEAST_FRAMING_BARS: Final = 30
"""A page in a layout table ends its paragraphs with up to hundreds of bars; table IV, the widest, has 15 columns."""

# Lines of text that may be a table: pages of PDF as text, tables whose bars are lost or stand in pieces.

LONGEST_TABLE_LINE: Final = 300
"""A row of 15 figures with its label is a third of it; what is longer is a paragraph and need not be looked at."""

LONGEST_ROW_LABEL: Final = 90
"""What stands before the figures of a line, if they are a row: the longest label, its groups before it and a remark."""

LONGEST_INNER_LINE: Final = 45
"""A line without figures that may stand inside a table, such as the longest label; what is longer ends the table."""

LEAST_BARRED_LINES: Final = 4
"""``｜`` and ``│`` part cells where they stand on four lines, as table IV has; a menu has them on one or two."""

LONGEST_PIECE: Final = 12
"""A piece of a cell that is broken over lines (商业 / 企业) is as narrow as its column; a line of text is longer."""

MOST_PIECES_BETWEEN: Final = 16
"""So many pieces stand one below the other where the heads of table IV are stacked; then the table has ended."""

MOST_LINES_OF_CELLS: Final = 20
"""A row copied from a spreadsheet takes no more lines: a heading or a label of up to five, and figures beside."""

MOST_TABS_OF_A_CELL: Final = 2
"""Some put two tabs between all cells; with more, captions of a hostile text would be as wide, however many it has."""

RAREST_ODD_ROW: Final = 10
"""Of so many rows whose cells tabs part, one can have lost a tab; where tabs align columns, one of six is odd."""

MOST_LINES_BETWEEN: Final = 3
"""So many longer lines may stand inside a table: a head or foot of a page, and a label in words of its own."""

LEAST_LABELS: Final = 4
"""A menu has one, two or three words that are labels of the form (规章, 行政规范性文件); a table has more."""

LEAST_FIGURES: Final = 3
"""With that few labels it takes a row of figures as well: a text may list what is to be published, without numbers."""

MANY_LABELS: Final = 9
"""With so many labels it is a table of the form even if its figures are lost or blank."""

LEAST_HEADS: Final = 3
"""Heads of columns on two lines, or with blanks between, are told by three of them; two can stand so by chance."""

MOST_STACKS: Final = 200
"""In so many ways heads that are broken over lines can be told apart, and no longer; those of table IV in forty."""

# Headings.

LEAST_HEADINGS: Final = 2
"""One heading alone is a line of many pages; two of them are a report whose tables are elsewhere."""

MOST_SECTIONS: Final = 4
"""So many of the six stand in every report, or list of its sections, of which one is damaged or left out."""

LONGEST_TOLD_HEADING: Final = 30
"""Characters of a heading that only its number tells; a longer line is a sentence."""

LONGEST_OTHER_HEADING: Final = 40
"""Characters of the heading of a section beyond the six: （七）年度重点工作."""

LONGEST_WRAPPED: Final = 100
"""Where a program wraps lines, in halves of a Chinese character: a page has room for 90; a longer one is a whole
paragraph."""

LEAST_WRAPPED_WIDTH: Final = 34
"""A line that goes on in the next is at least so wide: no program wraps lines of fewer than 17 characters."""

WRAPPED_SLACK: Final = 4
"""By so much a line that goes on in the next may be narrower than the widest: marks and figures are moved down, and the
first line of a paragraph is indented."""

LEAST_CONTENTS: Final = 3
"""So many headings below each other are a table of contents; one can be a line that the page repeats."""

LONGEST_RUN_IN_HEADING: Final = 36
"""A heading with its text on the same line: the longest official one has 19 characters, with a year and 因 below 30."""

MOST_NUMERALS: Final = 100
"""How many numerals of one line are tried as the beginning of a heading: a page on one line has six, and its lists."""

LEAST_CUT_LABELS: Final = 2
"""Two lines that are labels of the table, below its heading and at the end of a document, are what a cut left of it."""

# Lost characters: pages whose extractor dropped short runs of them.

MOST_LOST: Final = 3
"""A run of up to three characters is lost inside a date or a label; with more missing, it is another word."""

MOST_CUT: Final = 2
"""Of a head of a column, the end is cut by one or two characters (本年新); with more missing, people abridged it."""

LEAST_LETTERS: Final = 3
"""A shorter text can be a part of nearly any label."""

MOST_LETTERS: Final = 40
"""A longer text is no damaged label: the longest has 37 characters with its punctuation."""

MOST_TEXTS: Final = 2000
"""How many texts of tables are compared with the labels: ten times what the three tables of the form hold."""

LEAST_WEAK_SIGNS: Final = 2
"""People abridge labels of rows, and cells cut heads: one of these proves nothing, two do."""

# Labels of tables.

LEAST_TABLE_LABELS: Final = 3
"""A grid of something else can hold one or two words that are labels of the form; with three it is that table."""

NEARLY_AS_LIKELY: Final = 3.5
"""Two labels that are lost with their rows count as three: then what is printed tells the edition, row by row."""

LONGEST_DAMAGED_LABEL: Final = 60
"""A text is compared with labels letter by letter only if it can be one; the longest has 37 characters."""

LONGEST_GLUED_LABEL: Final = 200
"""What stands before figures that are glued to it (规章000) is no label if it is longer, blanks and all."""

CLOSE_LABEL: Final = 0.75
"""A label with a letter wrong or missing in four is still that label, and nearer to it than to any other."""

CLOSE_HEAD: Final = 0.5
"""A head of a column is compared only with the one that its place asks for, so that half of it (本年新) is enough."""

LONGEST_OTHER_HEAD: Final = 7
"""A head that offices put among those of the form is 个体工商户 or 2022年总计; the first label of a row is longer."""

LONGEST_OTHER_COLUMN_HEAD: Final = 5
"""The head of a column that the form has not is 行次, 序号, 备注 or 说明, with blanks in it."""

LOWEST_OTHER_COLUMN_HEAD: Final = 6
"""Such a head stands in one of the first lines, below captions."""

# Rows of tables.

NEARLY_ALL_OF_TEN: Final = 9
"""So many of ten rows are alike: as wide where spans are kept, opened by a bar; a page adds or damages the others."""

RAREST_GAP: Final = 10
"""The gap between two cells is the narrowest of those that are one in ten at least: a form can be almost blank."""

FEWEST_FULL_LINES: Final = 6
"""In a table of which almost all is blank, one line in six holds more than one text if a row is a line."""

MOST_LABEL_LINES: Final = 5
"""Of the text of a PDF page: the longest label is broken into so many lines at most, its figures beside one of them."""

MOST_PRINTED_ROWS: Final = 100
"""A table has some thirty rows, and most are printed alike; of a page with more, the most frequent tell its style."""

MOST_SURPLUSES: Final = 8
"""Rows are filled up to one width, or to the width of a page; so many are tried, of those that fit most rows."""

LEAST_ADDENDS: Final = 2
"""Two figures and their sum behind them are a row and its total; 5 and 5 are more often two columns."""

LEAST_ROWS_OF_A_STYLE: Final = 3
"""A table can change the way in which it prints its cells; fewer rows that are printed otherwise are damaged ones."""

LONGEST_ROW: Final = 15
"""The row of table IV has so many figures; more of them on the lines of one label are those of several rows."""

LEAST_STEPS: Final = 4
"""Cells of rows one below the other that count up (2, 3, 4, 5, 6) so often number the rows; figures do not."""

MOST_DIGITS_OF_A_COUNT: Final = 9
"""Digits of the greatest number that somebody counts; more of them beside a blank cell are the figures of several."""

SHARE_OF_SECOND_FORM: Final = 3
"""A third of the rows of the form, each of them a second time, is a second form; fewer are a slip of the page."""
