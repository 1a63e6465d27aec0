#!/usr/bin/env python3
"""Writes a C program that calls each function of the public headers with NULL for each of its pointers: calls.py >calls.c"""
import os
import pathlib
import re

INCLUDE = pathlib.Path(os.environ["MINTU_SOURCE"]) / "include/mintu"
# Pointers that may be NULL by the headers, by their names, and of single functions.
OPTIONAL = {"error", "options", "query", "user", "findings"}
ALONE = {"mintu_layer_load.name", "mintu_layer_parse.source", "mintu_layer_id.number", "mintu_layer_text_set.value",
         "mintu_layer_note_set.value", "mintu_greenway_examine.known", "mintu_gazetteer_title.lang", "mintu_number_read.end",
         "mintu_scan_bytes.size", "mintu_style_parse.source", "mintu_layer_load_database.name", "mintu_layer_write_database.name",
         "mintu_layer_integers_set.known", "mintu_amend_set.target", "mintu_doctor.names",
         "mintu_style_load_changed.changes", "mintu_style_caption.lang"}
# Of these functions the struct has members that must be set.
NEEDED = re.compile(r"mintu_(greenway_(connectors|network|totals|service|changes|change_totals|examine)|gazetteer_boundaries|quota_options_init|amend_(roster|boundaries))\.options"
                    r"|mintu_(summary_make|progress_make|task_sheet_(make|print))\.query")


def functions():
    """Result, name and parameters (type, name) of each function."""
    for header in sorted(INCLUDE.glob("*.h")):
        text = re.sub(r"/\*.*?\*/", "", header.read_text(encoding="utf-8"), flags=re.S)
        for result, name, inside in re.findall(r"MINTU_API\s+([^;]+?)\b(mintu_\w+)\(([^;]*)\);", text):
            found = [re.match(r"(.*?)(\w+)(\[\w*\])?$", " ".join(one.split())) for one in inside.split(",") if one.strip() != "void"]
            yield result.strip(), name, [(one[1].strip() + (" *" if one[3] else ""), one[2]) for one in found]


def is_pointer(kind):
    return "*" in kind and not kind.endswith("_fn *")


def value(kind, null):
    if kind.endswith("_fn *") or null:
        return "NULL"
    return "room" if "*" in kind else f"({kind})1"


def check(result, name, missing):
    """What the answer to a call with NULL for a pointer must be, as C."""
    if result == "mintu_status":
        told = missing in OPTIONAL and not NEEDED.match(f"{name}.{missing}") or f"{name}.{missing}" in ALONE
        return None if told else f'status_is("{missing}", answer)'
    if "*" in result:
        return "!answer || !*(const char *)answer" if "char" in result else "!answer"
    return {"size_t": "answer == 0", "int64_t": "answer == 0", "double": "isnan(answer) || !(answer > 0)", "bool": "true"}.get(result, "true")


def main():
    lines, calls = [], []
    for result, name, parameters in functions():
        for at, (kind, missing) in enumerate(parameters):
            if not is_pointer(kind) or missing == "error":
                continue
            good = check(result, name, missing)
            if good is None or (result != "mintu_status" and (missing in OPTIONAL or f"{name}.{missing}" in ALONE)):
                continue
            values = ["&problem" if other == "error" else value(other_kind, at == i) for i, (other_kind, other) in enumerate(parameters)]
            call = f"{name}({', '.join(values)})"
            body = f"{call}; return true;" if result == "void" else f"{result} answer = {call}; (void)answer; return {good};"
            lines.append(f"static bool call_{len(calls)}(void) {{ {body} }}")
            calls.append(f'{{"{name}", "{missing}", call_{len(calls)}}},')
    print("\n".join(lines))
    print("static const struct { const char *function, *missing; bool (*call)(void); } calls[] = {")
    print("\n".join(calls))
    print("};")


main()
