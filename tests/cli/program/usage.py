"""What --json-usage, --help and completion say of commands and options is the same; what differs is printed, and how many were compared."""
import json
import os
import re
import subprocess


def ask(*words):
    return subprocess.run([os.environ["MINTU"], *words], capture_output=True, check=True, text=True).stdout


commands = json.loads(ask("--json-usage"))["commands"]
for command in commands:
    name, options = command["name"], command["options"]
    told = ask(*name.split(), "--help")
    for option in options:
        word = f"--{option['name']}" + (f" {option['value']}" if "value" in option else "")
        if word not in told:
            print(f"{name}: --help does not say {word}")
    for example in command["examples"]:
        if f"  {example['command']}\n      {example['does']}\n" not in told:
            print(f"{name}: --help does not show {example['command']}")
    listed = re.findall(r"^  (?:-., |    )--([a-z-]+)", told, re.M)
    offered = [line.split("\t")[0][2:] for line in ask("--complete", *name.split(), "--").splitlines()]
    if not [option["name"] for option in options] == listed == offered:
        print(f"{name}: {listed} {offered}")
if json.loads(ask("places", "--json-usage")) != commands[0]:
    print("places alone is another")
print(len(commands), "commands")
