#!/usr/bin/env python3
"""The bundled build.json keeps to its schema, and of what the schema can tell, it and the program say the same."""
import json
import os
import subprocess
import sys
import tempfile

import jsonschema

MAP, TABLE = {"style": "pilots"}, {"command": "tasks"}
CASES = [(True, {"maps": [MAP]}), (True, {"tables": [TABLE], "title": "T", "known": ["one"]}), (True, {"layers": [{"layer": "pilots", "formats": ["dxf"]}]}),
         (True, {"maps": [{**MAP, "name": "two", "title": "T", "options": {"dpi": 72, "lang": "en", "hide": "x"}, "known": []}]}),
         (True, {"tables": [{"command": "explain", "operands": ["7"]}], "maps": []}),
         (False, {}), (False, []), (False, {"title": "T"}), (False, {"maps": {}}), (True, {"maps": [MAP], "atlases": []}), (True, {"atlases": [{"style": "pilots", "options": {"by": "counties"}}]}), (False, {"atlases": [{**MAP, "formats": ["png"]}]}), (False, {"maps": [MAP], "books": []}), (False, {"maps": ["pilots"]}),
         (False, {"maps": [{}]}), (False, {"maps": [{**MAP, "formats": []}]}), (False, {"maps": [{**MAP, "formats": ["xlsx"]}]}),
         (False, {"maps": [{**MAP, "options": {"dpi": 72.5}}]}), (False, {"maps": [{**MAP, "options": {"graticule": False}}]}),
         (False, {"maps": [{**MAP, "options": []}]}), (False, {"maps": [{**MAP, "name": "a/b"}]}), (False, {"maps": [{**MAP, "name": ""}]}),
         (False, {"maps": [{**MAP, "operands": ["x"]}]}), (False, {"tables": [{**TABLE, "operands": "x"}]}), (False, {"tables": [{**TABLE, "known": [1]}]}),
         (False, {"tables": [TABLE], "known": "x"}), (False, {"tables": [TABLE], "title": 1})]


def accepted(folder, document):
    with open(os.path.join(folder, "build.json"), "w", encoding="utf-8") as file:
        json.dump(document, file)
    return subprocess.run([os.environ["MINTU"], "build", "--list", "--data", folder], capture_output=True, check=False).returncode == 0


def main():
    geodata = os.path.join(os.environ["MINTU_SOURCE"], "geodata")
    with open(os.path.join(geodata, "build.schema.json"), encoding="utf-8") as file:
        schema = json.load(file)
    validator = jsonschema.Draft7Validator(schema)
    validator.check_schema(schema)
    with open(os.path.join(geodata, "build.json"), encoding="utf-8") as file:
        bad = [f"build.json: {error.message}" for error in validator.iter_errors(json.load(file))]
    with tempfile.TemporaryDirectory() as folder:
        for good, document in CASES:
            for judge, verdict in (("the schema", validator.is_valid(document)), ("mintu build", accepted(folder, document))):
                if verdict != good:
                    bad.append(f"{judge} {'accepts' if verdict else 'refuses'} {json.dumps(document)}")
    print("\n".join(bad))
    return 1 if bad else 0


sys.exit(main())
