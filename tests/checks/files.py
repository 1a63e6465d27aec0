#!/usr/bin/env python3
"""Every source stands in its room's list, every public header in mintu.h, every command has cases and says what its files are for."""
import os
import pathlib
import re
import sys

root = pathlib.Path(os.environ["MINTU_SOURCE"])
problems = []
for source in sorted(root.glob("src/*/*.c")):
    listed = (source.parent / "CMakeLists.txt").read_text(encoding="utf-8").split()
    if source.name not in [word.strip(")") for word in listed]:
        problems.append(f"{source.relative_to(root)} is not in the CMakeLists.txt beside it")
every = (root / "include/mintu/mintu.h").read_text(encoding="utf-8")
for header in sorted(root.glob("include/mintu/*.h")):
    if header.name == "mintu.h":
        continue
    if f"#include <mintu/{header.name}>" not in every.split("\n"):
        problems.append(f"{header.name} is not in mintu.h")
    if not (root / f"tests/api/test_{header.stem}.c").exists():
        problems.append(f"{header.name} has no tests/api/test_{header.stem}.c")
for command in sorted(root.glob("src/cli/cmd_*.c")):
    name, text = command.stem[len("cmd_"):], command.read_text(encoding="utf-8")
    if not list(root.glob(f"tests/cli/{name}/*.case")):
        problems.append(f"{command.name} has no tests/cli/{name}/*.case")
    # What a command does with each file that it is given is in its table, for the guard against reading what is written. An option
    # or operand may be a file when its value is called so, or its sentence speaks of files.
    declared = set(re.findall(r'\{"([a-z-]*)", CLI_[A-Z_]+,', text))
    table = text[text.index("const cli_command cli_"):]
    for option, value, sentence in re.findall(r'\{"([a-z-]+)",\s+(?:0|\'.\'),\s+("[^"]*"),\s+("[^}]*")\}', table):
        may_be_file = re.search(r"FILE|DIR|LAYER|STYLE|PATH", value) or re.search(r"\b(file|folder)s?\b", sentence)
        if may_be_file and option not in ("output", "data") and option not in declared:
            problems.append(f"{command.name}: .files does not have --{option}")
    operands = re.search(r'\.operands = "([^"]*)"', table).group(1)
    if (re.search(r"FILE|STYLE|DIR|PATH", operands) or (operands and re.search(r"mintu_(layer|style|notice)_load\(", text))) and "" not in declared:
        problems.append(f"{command.name}: .files does not have the operands")
print("\n".join(problems))
sys.exit(1 if problems else 0)
