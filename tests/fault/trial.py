"""What the tests of this folder share: the commands that write, each with the files that stand there before, and what must hold
afterwards: every file is the old one or the new one, whole, and nothing is left over."""
import atexit
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile

MINTU = os.environ["MINTU"]
SOURCE = os.environ["MINTU_SOURCE"]
GEODATA = os.environ["MINTU_GEODATA"]
TESTS = os.path.join(os.environ["MINTU_BUILD"], "tests")
PRELOAD = [path for path in os.environ.get("MINTU_PRELOAD", "").split(":") if path] + [os.path.join(TESTS, "libfault.so")]
NOTICE = os.path.join(SOURCE, "tests/data/notice-second.txt")
OLD = b"old\n"
LONG = bool(os.environ.get("MINTU_LONG") or os.environ.get("MINTU_MOMENTS"))  # every command; every day some, drawn by the seed
SEED = int(os.environ.get("MINTU_SEED") or random.SystemRandom().randrange(1 << 32))
SHARE = 1 / 4
STYLE = """{"version": 8, "sources": {"p": {"type": "geojson", "data": "mintu:places"}}, "layers": [
 {"id": "ground", "type": "background", "paint": {"background-color": "#eee"}},
 {"id": "places", "type": "circle", "source": "p", "paint": {"circle-color": "#036", "circle-radius": 2}}],
 "metadata": {"mintu:layout": {"title": "Places"}}}"""
BUILT = ["county-borders", "prefecture-borders", "province-border", "coast", "province", "prefectures", "counties"]


def environment(**more):
    plain = {key: value for key, value in os.environ.items() if not key.startswith("FAULT_") and key != "LD_PRELOAD"}
    plain.update(LC_ALL="C.UTF-8", MINTU_DATA=GEODATA, **more)
    return plain


def tree(path):
    """All files below a path by their names, with their bytes; links and folders by what they are."""
    if not os.path.isdir(path):
        return {"": open(path, "rb").read()} if os.path.exists(path) else {}
    found = {}
    for folder, folders, files in os.walk(path):
        for name in files:
            file = os.path.join(folder, name)
            found[os.path.relpath(file, path)] = open(file, "rb").read()
        for name in folders:
            found[os.path.relpath(os.path.join(folder, name), path) + "/"] = b""
    return found


class Trial:
    """One command in a folder of its own. outputs: what it writes, files or folders."""

    def __init__(self, name, words, outputs, files=None):
        self.name, self.words, self.outputs, self.files = name, words, outputs, files or {}
        self.codes, self.old, self.new, self.names = (0, 1), {}, {}, set()
        self.folder, self.said, self.same_writer = None, "", False

    def prepare(self, folder):
        self.folder = folder
        for name, text in self.files.items():
            self.write(name, text.encode() if isinstance(text, str) else text)
        self.make_old()
        self.old = {name: tree(self.path(name)) for name in self.outputs}
        self.names = set(os.listdir(folder)) | set(self.outputs)
        code = self.run()
        assert code in self.codes, f"{self.name}: undisturbed, it ends with {code}"
        self.new = {name: tree(self.path(name)) for name in self.outputs}
        assert all(self.new.values()), f"{self.name}: it writes nothing"
        assert all(self.old[name] != self.new[name] for name in self.outputs), f"{self.name}: old and new are the same"

    def make_old(self):
        for name in self.outputs:
            if name not in self.files:
                self.write(name, OLD)

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, data):
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        with open(self.path(name), "wb") as stream:
            stream.write(data)

    def restore(self):
        """Puts the old files back, and clears what was left over."""
        for name in os.listdir(self.folder):
            if name not in self.names or name in self.outputs:
                path = self.path(name)
                shutil.rmtree(path) if os.path.isdir(path) and not os.path.islink(path) else os.unlink(path)
        for name, files in self.old.items():
            for inner, data in files.items():
                if inner.endswith("/"):
                    os.makedirs(os.path.join(self.path(name), inner), exist_ok=True)
                else:
                    self.write(os.path.join(name, inner) if inner else name, data)

    def start(self, **more):
        return subprocess.Popen([MINTU, *self.words], cwd=self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                stderr=subprocess.PIPE, env=environment(**more))

    def run(self, **more):
        process = self.start(**more)
        self.said = process.communicate(timeout=120)[1].decode(errors="replace").strip()
        return process.returncode

    def fault(self, **more):
        """A run on a disk that fails, or in a machine that stops; see fault.c."""
        settings = {f"FAULT_{key.upper()}": str(value) for key, value in more.items()}
        return self.run(LD_PRELOAD=":".join(PRELOAD), FAULT_FOLDER=os.path.realpath(self.folder), **settings)

    def left_over(self):
        found = set(os.listdir(self.folder)) - self.names
        for name in self.outputs:
            if os.path.isdir(self.path(name)):
                found |= {f"{name}/{file}" for file in os.listdir(self.path(name)) if file.startswith(".") and "mintu-" in file}
        return found

    def broken(self, name):
        """None when the output is the old one or the new one, whole; else what is wrong with it."""
        now = tree(self.path(name))
        if now in (self.old[name], self.new[name]):
            return None
        return f"{name} is neither the old one nor the new one: {sorted(now)[:40]}"

    def whole(self):
        return [text for text in map(self.broken, self.outputs) if text]

    def is_old(self):
        return all(tree(self.path(name)) == self.old[name] for name in self.outputs)

    def is_new(self):
        return all(tree(self.path(name)) == self.new[name] for name in self.outputs)


def small_package():
    """The data package without the files that set-up makes, so that it is copied fast. Made once."""
    if not hasattr(small_package, "folder"):
        small_package.folder = tempfile.mkdtemp(prefix="mintu-fault-package-")
        atexit.register(shutil.rmtree, small_package.folder)
        for name in os.listdir(GEODATA):
            if os.path.splitext(name)[0] not in BUILT and not name.startswith("."):
                shutil.copy(os.path.join(GEODATA, name), small_package.folder)
    return small_package.folder


class Package(Trial):
    """Writes a folder as a whole, which is not there before, or is there with another package."""

    def __init__(self, name, words, overwrite):
        super().__init__(name, words + ["--data", small_package()] + (["--overwrite"] if overwrite else []), ["next"])
        self.overwrite = overwrite

    def make_old(self):
        if self.overwrite:
            self.write("next/datapackage.json", b'{"name":"notice","mintu:as-of":"2014-11-01","mintu:notice":{}}')
            self.write("next/places.csv", OLD)

    def broken(self, name):
        aside = self.path(".next.mintu-old")  # on a file system that cannot exchange, till the next run puts it back
        if self.overwrite and not os.path.exists(self.path(name)) and tree(aside) == self.old[name]:
            return None
        return super().broken(name)


class Import(Trial):
    """Boundaries in a data package: its files are of one import at any moment, and what is not there is made when asked for."""

    def __init__(self):
        super().__init__("import-boundaries", ["data", "import-boundaries", "--data", "p", "--source", "Two", "--force", "two.geojson"],
                         ["p"])

    def make_old(self):
        os.makedirs(self.path("p"))
        subprocess.run([os.path.join(TESTS, "fault_world"), self.path("p")], check=True, env=environment())
        for name in ("one.geojson", "two.geojson"):
            os.rename(self.path(f"p/{name}"), self.path(name))
        self.import_one()
        self.old_layers = self.layers()

    def import_one(self):
        subprocess.run([MINTU, "data", "import-boundaries", "--data", "p", "--source", "One", "one.geojson"], check=True,
                       cwd=self.folder, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def layers(self):
        return [json.loads(subprocess.run([MINTU, "export", "--data", "p", layer], cwd=self.folder, env=environment(), check=True,
                                          capture_output=True).stdout) for layer in BUILT]

    def prepare(self, folder):
        super().prepare(folder)
        self.new_layers = self.layers()
        assert all(self.old_layers) and all(self.new_layers) and self.old_layers[-1] != self.new_layers[-1]

    def broken(self, name):
        now, built = tree(self.path(name)), {f"{layer}.gpkg" for layer in BUILT}
        now = {file: data for file, data in now.items() if not (file.startswith(".") and "mintu-" in file)}
        for files, layers in ((self.old[name], self.old_layers), (self.new[name], self.new_layers)):
            if now == files:
                return None
            missing = set(files) - set(now)
            if missing <= built - {"counties.gpkg"} and all(now[file] == files[file] for file in now if file in files) and \
                    set(now) <= set(files):
                return None if self.layers() == layers else f"the package lacks {sorted(missing)}, and makes them wrongly"
        return f"the package is of two imports: {sorted(now)}"


def export(ending, *words):
    return Trial(f"export-{ending}", ["export", "places", "-o", f"o.{ending}"], [f"o.{ending}"])


def render(ending):
    return Trial(f"render-{ending}",
                 ["render", "style.json", "--size", "80x100mm", "--dpi", "150", "-o", f"m.{ending}", "--report", "r.json", "--caption",
                  "c.txt"], [f"m.{ending}", "r.json", "c.txt"], {"style.json": STYLE})


def all_trials():
    names = "name\n" + "水头镇\n龙门\n石井镇\n洋中\n" * 3000
    review = "query,decision\n龙门,龙门镇@安溪县\n"
    points = "id,lon,lat\n" + "".join(f"{i},{117 + i % 100 / 50},{24.5 + i % 77 / 50}\n" for i in range(4000))
    one = [Trial(name, [*words, "-o", output], [output], files) for name, words, output, files in (
        ("places", ["places"], "o.json", None),
        ("reverse", ["reverse", "-i", "points.csv"], "o.csv", {"points.csv": points}),
        ("scan", ["scan", NOTICE], "o.geojson", None),
        ("tasks", ["tasks"], "o.xlsx", None),
        ("join", ["join"], "o.gpkg", None),
        ("explain", ["explain", "水头镇"], "o.csv", None),
        ("quota", ["quota"], "o.csv", None),
        ("summary", ["summary", "--columns", "kind"], "o.xlsx", None),
        ("classify", ["classify", "quota-prefectures", "--field", "mu", "--classes", "3"], "o.json", None),
        ("greenway", ["greenway", "--places", "points.csv"], "o.gpkg", {"points.csv": "name,lon,lat\nA,118,26\n"}),
        ("data-check", ["data", "check", "--data", small_package()], "o.csv", None),
    )]
    for trial in one:  # its format is tried in full by another
        trial.same_writer = True
    return [
        *[export(ending) for ending in ("geojson", "json", "csv", "gpkg", "xlsx", "fgb")],
        *[render(ending) for ending in ("png", "svg", "pdf")],
        Trial("geocode", ["geocode", "-i", "n.csv", "-o", "o.csv", "--review", "r.csv"], ["o.csv", "r.csv"],
              {"n.csv": names, "r.csv": review}),
        Trial("geocode-xlsx", ["geocode", "-i", "n.csv", "-o", "o.xlsx"], ["o.xlsx"], {"n.csv": names[:4000]}),
        *one,
        Package("notice", ["notice", NOTICE, "-o", "next"], False),
        Package("notice-overwrite", ["notice", NOTICE, "-o", "next"], True),
        Import(),
    ]


def main(test):
    """Runs test(trial), which gives a list of what is wrong, for every command, for those that the seed draws, or for those named on the
    command line."""
    failures = 0
    trials = list(all_trials())
    named = [trial for trial in trials if trial.name in sys.argv[1:]]
    drawn = random.Random(SEED).sample(trials, max(1, round(len(trials) * (1 if LONG else SHARE))))
    print(f"{len(named or drawn)} of {len(trials)} commands; seed {SEED} (MINTU_SEED)", flush=True)
    for trial in named or drawn:
        folder = tempfile.mkdtemp(prefix="mintu-fault-")
        try:
            trial.prepare(folder)
            trial.restore()
            problems = test(trial)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        for problem in problems:
            print(f"{trial.name}: {problem}", flush=True)
        failures += len(problems)
    print(f"{failures} failures")
    return 1 if failures else 0
