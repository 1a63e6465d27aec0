#!/usr/bin/env python3
"""All that the program says has its Chinese text in src/packaging/zh.po, whose conversions are those of the English one.

translations.py           checks it
translations.py --update  adds what is new, without a text, and takes out what is no longer said
"""
import ast, json, os, re, subprocess, sys

SOURCE = os.environ.get("MINTU_SOURCE") or os.path.join(os.path.dirname(__file__), "..", "..")
PROGRAM = os.environ.get("MINTU") or os.path.join(SOURCE, "build", "mintu")
CATALOGUE = os.path.join(SOURCE, "src", "packaging", "zh.po")
HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n"Language: zh\\n"\n'
# The functions that tell a text, and which of their arguments are such. A comma in a literal such as {path, 1, 1} begins another one.
TELLS = {
    "N_": (1,), "cli_fail_memory": (2,), "cli_finding": (1,), "cli_message": (1,), "cli_note": (2,), "cli_text": (1,),
    "cli_usage": (2,), "cli_usage_first": (2,), "mintu_amend_note": (4, 5), "mintu_amend_tell": (4, 5),
    "mintu_amend_text_check": (2,), "mintu_cairo_begin": (1,), "mintu_cell_fail": (4,), "mintu_context_notice": (2,),
    "mintu_context_proj": (2,), "mintu_context_step": (3,), "mintu_context_steps": (4,), "mintu_decode": (2,),
    "mintu_destination_fail": (2,), "mintu_evaluation_fail": (2,), "mintu_examination_add": (3, 4),
    "mintu_examination_fail": (4,), "mintu_fail": (3,), "mintu_fail_at": (4, 5, 6), "mintu_fail_geos": (3,),
    "mintu_fail_limit": (4, 5), "mintu_fail_memory": (2,), "mintu_file_read": (2,), "mintu_findings_add": (2,),
    "mintu_gate_new": (2,), "mintu_gate_problem": (3, 4, 5), "mintu_gdal_begin": (1,), "mintu_icon_refuse": (3,),
    "mintu_igraph_begin": (1,), "mintu_input_load": (2,), "mintu_input_open": (2,), "mintu_json_fail": (4,),
    "mintu_legacy_refuse": (2,), "mintu_message": (1,), "mintu_notice_find": (3,), "mintu_output_text": (4,),
    "mintu_parser_fail": (2,), "mintu_parser_fail_at": (3,), "mintu_parser_note": (4,), "mintu_parser_read_members": (3,),
    "mintu_parser_remark": (3,), "mintu_path_check": (3,), "mintu_path_check_siblings": (3,), "mintu_problems_add": (3, 4, 5),
    "mintu_progress_tell": (4, 5), "mintu_proj_begin": (1,), "mintu_records_open": (2,), "mintu_reverse_finding": (3,),
    "mintu_spec_check_members": (3,), "mintu_spec_members": (3,), "refuse": (2,), "tell_unit": (5,),
}  # fmt: skip
CONVERSION = re.compile(r"%(?:\d+\$)?[-+#0]*(?:\*|\d+)?(?:\.(?:\*|\d+))?(?:hh|h|ll|l|z|j|t)?[a-zA-Z%]")


def read(text):
    """The pairs of a catalogue in gettext's form."""
    pairs, pair, part = {}, {}, None
    for line in text.split("\n") + [""]:
        word = re.match(r"(msgid|msgstr) (.*)", line)
        if word:
            part = word[1]
            pair[part] = ast.literal_eval(word[2])
        elif line.startswith('"'):
            pair[part] += ast.literal_eval(line)
        elif not line and pair:
            pairs[pair["msgid"]] = pair["msgstr"]
            pair = {}
    return pairs


def write(pairs):
    quote = lambda text: json.dumps(text, ensure_ascii=False)
    with open(CATALOGUE, "w", encoding="utf-8") as file:
        file.write(HEAD)
        for english in sorted(pairs):
            flag = "#, c-format\n" if CONVERSION.search(english) else ""
            file.write(f"\n{flag}msgid {quote(english)}\nmsgstr {quote(pairs[english])}\n")


def of_sources():
    files = [os.path.join(d, f) for d, _, all in os.walk(os.path.join(SOURCE, "src")) for f in all if f.endswith((".c", ".h"))]
    texts = set()
    for at in range(3):  # xgettext takes one argument of a call
        keywords = [f"--keyword={name}:{numbers[at]}" for name, numbers in TELLS.items() if at < len(numbers)]
        words = ["xgettext", "--from-code=UTF-8", "-L", "C", "-k", *keywords, "--no-wrap", "-o", "-", *sorted(files)]
        texts |= set(read(subprocess.run(words, cwd=SOURCE, capture_output=True, text=True, check=True).stdout))
    return texts


def of_help():
    usage = json.loads(subprocess.run([PROGRAM, "--json-usage"], capture_output=True, text=True, check=True).stdout)
    texts = set()
    for command in usage["commands"]:
        texts |= {command["summary"], *command["description"], *(option["summary"] for option in command["options"])}
        texts |= {example["does"] for example in command["examples"]}
    return texts


def has_words(text):
    return re.search("[A-Za-z]{2}", CONVERSION.sub("", text)) is not None


def differs(english, chinese):
    theirs, ours = CONVERSION.findall(english), CONVERSION.findall(chinese)
    if any("$" in conversion for conversion in ours):
        theirs, ours = sorted(theirs), sorted(re.sub(r"\d+\$", "", conversion) for conversion in ours)
    ours = [re.sub(r"^%\.0s$", "%s", conversion) for conversion in ours]  # an English ending, which Chinese has not
    return theirs != ours or english.count("\n") != chinese.count("\n")


def main():
    said = {text for text in of_sources() | of_help() if has_words(text)}
    pairs = read(open(CATALOGUE, encoding="utf-8").read()) if os.path.exists(CATALOGUE) else {}
    pairs.pop("", None)
    if "--update" in sys.argv:
        write({text: pairs.get(text, "") for text in said})
    problems = [f"has no text: {text!r}" for text in said if not pairs.get(text)]
    problems += [f"is said no more: {text!r}" for text in pairs if text not in said]
    problems += [f"has other conversions or lines: {text!r}" for text, own in pairs.items() if own and differs(text, own)]
    for problem in sorted(problems):
        print(f"src/packaging/zh.po: {problem}")
    print(f"{len(said)} texts, {len(problems)} problems (tests/checks/translations.py --update brings the file up to date)")
    return 1 if problems else 0


sys.exit(main())
