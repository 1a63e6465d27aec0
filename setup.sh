#!/usr/bin/env bash
# Everything from a fresh Debian 12 to maps: ./setup.sh maps | test | prove | build | gallery | clean | distclean
set -euo pipefail
cd "$(dirname "$0")"

build=build
out=out
packages=(
    build-essential cmake gettext pkg-config ca-certificates curl
    libgdal-dev libproj-dev libgeos-dev libcairo2-dev libpango1.0-dev librsvg2-dev libxml2-dev libfontconfig-dev fonts-noto-cjk
    libjansson-dev libicu-dev libsmartcols-dev libpng-dev libdeflate-dev libcsv-dev nettle-dev libigraph-dev libsqlite3-dev
    libcmocka-dev geographiclib-tools poppler-utils librsvg2-bin gdal-bin python3 python3-jsonschema
)
# Only the tests need these: the program that lengths are compared with, and layers written to. Its server is started by the test and ends with it.
test_packages=(jq locales qpdf postgresql-15-postgis-3 postgresql-15-postgis-3-scripts)

say() { printf '== %s\n' "$*" >&2; }
die() {
    printf 'setup.sh: %s\n' "$*" >&2
    exit 1
}

usage() {
    cat <<'TEXT'
usage: ./setup.sh maps    install what is missing, build, write every map, layer and table to out/; again: what has changed
       ./setup.sh test    install what is missing, build, run the tests
       ./setup.sh prove   the same with the long tests, for hours; a skipped test is a failure
       ./setup.sh build   install what is missing, build (build/mintu)
       ./setup.sh gallery draw the README's pictures anew, into .github/
       ./setup.sh clean   remove what was built and out/, and keep what was downloaded
       ./setup.sh distclean  remove that, too
TEXT
}

# Packages are installed only when one is missing, so that a second run needs neither root nor a network.
install_packages() {
    local missing=() package
    for package in "${packages[@]}"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    say "installing Debian packages: ${missing[*]}"
    local root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || die "packages are missing and neither root nor sudo is at hand; as root run: apt-get install ${missing[*]}"
        root=(sudo)
    fi
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -q >&2
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" >&2
}

# A cache that was made elsewhere, or by another CMake, stops CMake with a page of text.
refresh_cache() {
    local folder=$1 home
    [ -e "$folder/CMakeCache.txt" ] || return 0
    home=$(sed -n 's/^CMAKE_HOME_DIRECTORY:INTERNAL=//p' "$folder/CMakeCache.txt")
    [ "$home" != "$(pwd -P)" ] || return 0
    say "$folder/ was set up for $home: it is set up anew"
    rm -rf "$folder/CMakeCache.txt" "$folder/CMakeFiles"
}

compile() { # FOLDER [cmake option…]
    local folder=$1 log=$1.log
    shift
    say "building in $folder/"
    refresh_cache "$folder"
    cmake -S . -B "$folder" "$@" >"$log" 2>&1 || {
        cat "$log" >&2
        die "the build could not be set up; see above"
    }
    # One line on a terminal tells how far it is; a log gets every tenth part.
    local width=0
    [ ! -t 2 ] || width=$(tput cols 2>/dev/null || echo 80)
    cmake --build "$folder" -j "$(nproc)" 2>&1 | tee -a "$log" | awk -v width="$width" '
        match($0, /^\[ *[0-9]+%\]/) {
            part = substr($0, 2) + 0
            if (width) { printf "\r%-*.*s", width - 1, width - 1, $0; fflush() }
            else if (int(part / 10) > last) { last = int(part / 10); printf "   %d %%\n", last * 10; fflush() }
        }
        END { if (width) printf "\r%-*s\r", width - 1, "" }' >&2 || {
        cat "$log" >&2
        die "the build failed; see above"
    }
    mv "$log" "$folder/setup.log"
}

# County polygons may not be redistributed, so they are made here; without them maps use the schematic partition and say so.
boundaries() {
    [ ! -e "$build/geodata/counties.gpkg" ] || return 0
    say "making the county polygons (downloads about 67 MB once)"
    geodata/boundaries.sh "$build/mintu" "$build/geodata" "$build/downloads" ||
        say "no county polygons: maps will use the schematic partition and say so on their face; run ./setup.sh again to retry"
}

build_all() {
    install_packages
    compile "$build" -DCMAKE_BUILD_TYPE=Release
    boundaries
}

# What is made stands in geodata/build.json, with the findings that are known. What this ends with is what the build ends with.
maps() {
    build_all
    "$build/mintu" build -o "$out" || die "mintu build ended with $?; see above"
    say "done: $(find "$out" -type f ! -path '*/.build/*' | wc -l) files in $out/"
}

# The README's pictures: the maps of styles/ at screen size, a prefecture and a county on a page, and one map in English.
gallery() {
    build_all
    local style
    draw() { # NAME STYLE [option…]; 1 is a map with findings, such as a label cut by the frame
        local name=$1 style=$2
        shift 2
        "$build/mintu" render "styles/$style.json" --dpi 96 "$@" -o ".github/$name.png" || [ $? -eq 1 ]
    }
    for style in pilots tasks-by-county land-quota pilots-by-prefecture greenway; do draw "$style" "$style"; done
    draw agency-places agency-places --agency 省住建厅
    draw townships townships --size A4 --extent 泉州市
    draw county pilots --extent 晋江市 --orientation landscape
    draw pilots-english pilots --lang en
}

# What is longer than the everyday run, and all that it would skip for want of a program.
prove() {
    packages+=(strace clang-format clang-tidy)
    tests
    say "running the long tests"
    ctest --test-dir "$build" --output-on-failure -j "$(nproc)" -L long | tee "$build/prove.log"
    say "running the commands and maps under AddressSanitizer and UndefinedBehaviorSanitizer"
    ctest --test-dir build-asan --output-on-failure -j "$(nproc)" -L 'cli|scene' | tee -a "$build/prove.log"
    compile build-tsan -DCMAKE_BUILD_TYPE=Debug -DMINTU_THREAD_SANITIZE=ON
    say "running four threads under ThreadSanitizer"
    MINTU_SECONDS=60 MINTU_BUILD=$PWD/build-tsan MINTU_GEODATA=$PWD/$build/geodata MINTU_STYLES=$PWD/styles \
        TSAN_OPTIONS=suppressions=$PWD/tests/thread/tsan.supp tests/thread/run.sh | tee -a "$build/prove.log"
    ! grep -q 'Skipped' "$build/tests.log" "$build/prove.log" || die "tests were skipped: $(grep -h 'Skipped' "$build/tests.log" "$build/prove.log")"
}

tests() {
    packages+=("${test_packages[@]}")
    build_all
    say "running the tests"
    ctest --test-dir "$build" --output-on-failure -j "$(nproc)" -LE long | tee "$build/tests.log" # long: ./setup.sh prove
    compile build-asan -DCMAKE_BUILD_TYPE=Debug -DMINTU_SANITIZE=ON
    cp -p "$build"/geodata/*.gpkg build-asan/geodata/ # the county polygons, or each test makes the schematic ones for itself
    say "running the unit and API tests under AddressSanitizer and UndefinedBehaviorSanitizer"
    ctest --test-dir build-asan --output-on-failure -j "$(nproc)" -L 'unit|api'
}

case ${1-} in
maps) maps ;;
test) tests ;;
prove) prove ;;
build) build_all ;;
gallery) gallery ;;
clean)
    rm -rf build-asan build-tsan build-debug "$out"
    [ ! -e "$build" ] || find "$build" -mindepth 1 -maxdepth 1 ! -name downloads -exec rm -rf {} +
    ;;
distclean) rm -rf "$build" build-asan build-tsan build-debug "$out" ;;
-h | --help) usage ;;
*)
    usage >&2
    exit 2
    ;;
esac
