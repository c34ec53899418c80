"""Asks GoogleSQL's own analyzer about statements. Runs in the environment that holds it, and knows nothing of ours.

Reads from stdin `{"queries": {name: sql}, "scripts": {name: sql}}`; prints for each query its columns with their
types, for each script nothing, and for each that is refused the error.
"""

from __future__ import annotations

import json
import sys

from google.protobuf.message import DecodeError
from zetasql.api import Analyzer, CatalogBuilder, Parser
from zetasql.types import AnalyzerOptions, LanguageOptions, ZetaSQLBuiltinFunctionOptions

language = LanguageOptions.maximum_features()
functions = ZetaSQLBuiltinFunctionOptions(language_options=language)
catalog = CatalogBuilder("nothing").with_builtin_functions(functions).build()
analyzer = Analyzer(AnalyzerOptions(language_options=language), catalog)


def columns(sql: str) -> dict[str, str]:
    statement = analyzer.analyze_statement(sql)
    return {column.name: column.column.type.type_kind.name for column in statement.output_column_list}


def parsed(sql: str) -> None:
    Parser.parse_script_static(sql)


def asked(question, statements):
    answers = {}
    for name, sql in statements.items():
        try:
            answers[name] = {"answer": question(sql)}
        except DecodeError:  # it was taken, and what is said of it is nested deeper than can be read
            answers[name] = {"answer": None}
        except Exception as error:  # it is the answer
            answers[name] = {"error": str(error)}
    return answers


given = json.load(sys.stdin)
json.dump(asked(columns, given["queries"]) | asked(parsed, given["scripts"]), sys.stdout)
