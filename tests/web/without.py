#!/usr/bin/env python3
"""Every style shows what it says it shows: without.py [NAME...]

Takes out of each styles/NAME.json what its metadata "shows" names (a property of layers, a key of layers, sources or the whole style),
one at a time, has refresh.sh draw the rest, and compares: the picture must differ by more than parity.py lets pass, or the style would
be the same whatever mintu made of the property. Needs what refresh.sh needs, so it is run by hand when styles are added.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import parity

STYLES = parity.HERE / "styles"


def take_out(style, name):
    parts = [source for source in style["sources"].values()]
    if not name.startswith("source."):
        parts += [style] + style["layers"]
        parts += [layer[kind] for layer in style["layers"] for kind in ("layout", "paint") if kind in layer]
    key = name.removeprefix("source.")
    return sum(part.pop(key, parity) is not parity for part in parts)


def variants(names):
    for path in sorted(STYLES.glob("*.json")):
        shown = json.loads(path.read_text()).get("metadata", {}).get("shows", [])
        for name in shown if not names or path.stem in names else []:
            style = json.loads(path.read_text())
            yield path, name, style if take_out(style, name) else None


def main():
    bad = count = 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        os.symlink(STYLES / "icons", folder / "icons")
        drawn = []
        for path, name, style in variants(sys.argv[1:]):
            count += 1
            if style is None:
                bad += 1
                print(f"BAD  {path.stem}: it has no {name}")
                continue
            out = folder / f"{path.stem}.{name}.json"
            out.write_text(json.dumps(style, ensure_ascii=False))
            drawn.append((path, name, style, out.with_suffix(".png")))
        subprocess.run([parity.HERE / "refresh.sh"], env={**os.environ, "MINTU_WEB_STYLES": temporary}, stdout=subprocess.DEVNULL)
        for path, name, style, picture in drawn:
            alike, text = parity.same(style, picture, path.with_suffix(".png")) if picture.exists() else (True, "not drawn")
            bad += alike
            if alike:
                print(f"BAD  {path.stem}: without {name} it looks the same ({text})")
    print(f"{count} things shown, {bad} that cannot be seen")
    return 1 if bad or not count else 0


if __name__ == "__main__":
    sys.exit(main())
