#!/usr/bin/env bash
# Layers written to PostGIS and read back, as `export` does it: values, reference systems, all or nothing, and no password in a message;
# and tables wherever a file of a layer is typed.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/server.sh"
server_start || exit $?
export MINTU_DATA=$MINTU_GEODATA LC_ALL=C.UTF-8
cd "$server_folder" || exit 1
failures=0
db="PG:host=$server_folder user=postgres dbname=postgres"
same() { # WHAT GOT WANTED
    [ "$2" = "$3" ] && return
    printf '%s: got\n%s\nexpected\n%s\n' "$1" "$2" "$3" >&2
    failures=$((failures + 1))
}
run() { # CODE COMMAND…: the exit code, and neither a crash nor a password
    local wanted=$1 code
    shift
    "$@" >out 2>err
    code=$?
    same "exit code of ${*: -1}: $(cat err)" "$code" "$wanted"
    same 'passwords shown' "$(grep -c 'S3cr' err)" 0
}

mkdir -m 777 work && cd work || exit 1
cat >t.geojson <<'JSON'
{"type":"FeatureCollection","name":"乡镇","features":[
{"type":"Feature","properties":{"名称":"水头镇","Code":"0350","n":9007199254740993,"r":0.30000000000000004,"on":true,"list":[1,"中"],"mixed":5,"empty":"","fid":"a","geom":"b'c\"d\\e\tf\ng"},"geometry":{"type":"Point","coordinates":[118.1234567891,25]}},
{"type":"Feature","properties":{"名称":null,"on":false,"r":-1e-300,"mixed":"五"},"geometry":null}]}
JSON
# values come back as they were, also names that are columns of the driver
run 0 "$MINTU" export t.geojson -o "$db"
run 0 "$MINTU" export "$db|layername=乡镇" -o back.geojson
same 'values' "$(jq -cS '[.features[] | .properties, .geometry]' <(sed 's/"list":"\[1, *\\"中\\"\]"/"list":[1,"中"]/; s/"mixed":"5"/"mixed":5/' back.geojson))" \
    "$(jq -cS '[.features[] | .properties, .geometry]' <(sed 's/"名称":null,"on":false/"名称":null,"Code":null,"n":null,"list":null,"empty":null,"fid":null,"geom":null,"on":false/; s/118.1234567891/118.1234568/' t.geojson))"
same 'types' "$(sql -At -c "SELECT string_agg(column_name || ' ' || udt_name, ', ' ORDER BY ordinal_position) FROM information_schema.columns WHERE table_name = '乡镇'")" \
    'ogc_fid int4, 名称 varchar, Code varchar, n int8, r float8, on bool, list json, mixed varchar, empty varchar, fid varchar, geom varchar, wkb_geometry geometry'
# one table: it need not be named
run 0 "$MINTU" export "$db" -f csv
# a reference system
run 0 "$MINTU" export pilots -q --crs EPSG:4548 -o "$db|layername=pilots"
same 'system' "$(sql -At -c 'SELECT DISTINCT ST_SRID(geom) FROM pilots')" 4548
same 'metres' "$(sql -At -c "SELECT DISTINCT ST_AsText(geom) FROM pilots WHERE name = '水头镇'")" 'POINT(645242.733 2734414.238)'
run 0 "$MINTU" export "$db|layername=pilots" -f csv
same 'pilots' "$(cut -d, -f 1,2,7,8 out)" "$("$MINTU" export pilots -f csv | cut -d, -f 1,2,7,8)"
run 0 "$MINTU" export "$db|layername=pilots" -o p1.gpkg
run 0 "$MINTU" export prefectures -q -o "$db|layername=prefectures"
same 'areas' "$(sql -At -c 'SELECT count(*), bool_and(ST_IsValid(geom)), min(ST_SRID(geom)) FROM prefectures')" '9|t|4326'
# several tables: one must be named; a name that is not there
run 3 "$MINTU" export "$db" -f csv
grep -q 'one must be named: .*pilots' err || same 'list of layers' "$(cat err)" 'pilots'
run 3 "$MINTU" export "$db|layername=none" -f csv
# a table that is there stays, or is replaced when it is forced
run 5 "$MINTU" export prefectures -q -o "$db|layername=pilots"
same 'kept' "$(sql -At -c 'SELECT count(*) FROM pilots')" "$(($("$MINTU" export pilots -f csv -o - -q | wc -l) - 1))"
run 0 "$MINTU" export t.geojson --force -o "$db|layername=pilots"
same 'replaced' "$(sql -At -c 'SELECT count(*) FROM pilots')" 2
# all or nothing: a view that needs the old table, a row that the table does not take, a disk that is full, a name that is too long
sql -c 'CREATE VIEW shown AS SELECT * FROM pilots'
run 5 "$MINTU" export prefectures -q --force -o "$db|layername=pilots"
same 'kept for its view' "$(sql -At -c 'SELECT count(*) FROM shown')" 2
run 5 "$MINTU" export prefectures -q --force -o "$db|layername=shown"
same 'the view' "$(sql -At -c 'SELECT count(*) FROM shown')" 2
sql <<'SQL'
CREATE FUNCTION refuse() RETURNS event_trigger LANGUAGE plpgsql AS $$
BEGIN IF EXISTS (SELECT FROM pg_event_trigger_ddl_commands() WHERE object_identity LIKE '%doomed%') THEN RAISE 'no room on the disk'; END IF; END $$;
CREATE TABLE doomed (a int); INSERT INTO doomed VALUES (7);
CREATE EVENT TRIGGER refuse ON ddl_command_end WHEN TAG IN ('CREATE INDEX', 'CREATE TABLE') EXECUTE FUNCTION refuse();
SQL
run 5 "$MINTU" export prefectures -q --force -o "$db|layername=doomed"
grep -q 'no room on the disk' err || same 'reason' "$(cat err)" 'no room on the disk'
same 'the old one' "$(sql -At -c 'SELECT a FROM doomed')" 7
sql -c 'DROP EVENT TRIGGER refuse'
run 5 "$MINTU" export t.geojson -o "$db|layername=$(printf 'x%.0s' $(seq 64))"
# schemas, and names that want quotes
sql -c 'CREATE SCHEMA "My maps"'
run 0 "$MINTU" export t.geojson -o "$db|layername=My maps.a\"b'c; DROP TABLE pilots"
same 'schema' "$(sql -At -c "SELECT count(*) FROM \"My maps\".\"a\"\"b'c; DROP TABLE pilots\"")" 2
run 5 "$MINTU" export t.geojson -o "$db|layername=nowhere.t"
# other commands
run 0 "$MINTU" summary --rows name --layer "$db|layername=prefectures"
run 0 "$MINTU" places --pilot small-city -q -o "$db|layername=places"
same 'places' "$(sql -At -c 'SELECT count(*) > 10 FROM places')" t
# a table stands wherever a file does, and the answer is that for a file of it; a feature of several kinds of geometry is one
both() { # COMMAND…, with @NAME.geojson for the table, and for the file
    local words=("${@//@/$db|layername=}") code wanted
    words=("${words[@]//.geojson/}")
    "$MINTU" "${words[@]}" >table.out 2>table.err
    code=$?
    "$MINTU" "${@//@/}" >file.out 2>file.err
    wanted=$?
    same "exit code of $*: $(cat table.err)" "$code" "$wanted"
    same "answer of $*" "$(cat table.out)" "$(cat file.out)"
    same "rows of $*: $(cat file.err)" "$(($(wc -l <file.out) > 1))" 1
}
sql <<'SQL'
CREATE TABLE points (name text, v int, geom geometry(Geometry, 4326));
INSERT INTO points VALUES ('水头镇', 1, 'SRID=4326;POINT(118.4 24.7)'), ('龙门镇', 5, NULL),
    ('蓬壶镇', 9, 'SRID=4326;GEOMETRYCOLLECTION(POLYGON((118 25,119 25,119 26,118 25)),LINESTRING(117 25,118 25),POINT(118.05 25.06))');
SQL
run 0 "$MINTU" export greenways -q -o "$db|layername=lines"
for table in points lines places; do run 0 "$MINTU" export "$db|layername=$table" -q -o $table.geojson; done
both geocode -i @points.geojson
same 'names' "$(grep -c 蓬壶 table.out)" 1
both reverse -i @points.geojson
same 'position of several kinds' "$(grep -c '^蓬壶镇,9,118.05,25.06,安溪县' table.out)" 1
same 'told' "$(grep -c ': 1 features are no single point' table.err)" 1
both classify @points.geojson --field v --classes 2 -f csv
both summary --rows name --layer @points.geojson
both greenway -q -f csv --max-km 5 --lines @lines.geojson --places @places.geojson,named --barriers @points.geojson
both greenway -q -f csv --places @places.geojson --add @lines.geojson
run 3 "$MINTU" data import-boundaries "$db|layername=places" -o counties.gpkg
same 'named' "$(grep -c "PG:host=$server_folder user=postgres dbname=postgres|layername=places: .*there are no polygons" err)" 1
run 2 "$MINTU" geocode -i points.geojson --review "$db|layername=points"
# passwords are in no message, whatever is wrong
for door in 'geocode -i' 'reverse -i' 'greenway --lines' 'greenway --barriers' 'greenway --add' 'greenway --places pilots,@' \
    'data import-boundaries -o x.gpkg' 'classify --field v' 'summary --rows name --layer'; do
    read -ra words <<<"$door"
    secret="PG:host=$server_folder/none dbname=x password=a,S3cr|layername=t"
    case $door in *@) words[-1]=${words[-1]/@/$secret} ;; *) words+=("$secret") ;; esac
    run 3 "$MINTU" "${words[@]}"
done
for secret in "password=S3cr" "password='S3 cr" "password='S3cr x'" "passwrd=S3cr" "S3cr" "dbname='postgresql://u:S3cr@h/x y'"; do
    run 3 "$MINTU" export "PG:host=$server_folder/none dbname=x $secret|layername=t"
    run 5 "$MINTU" export t.geojson -o "PG:host=$server_folder/none dbname=x $secret|layername=t"
done
run 3 "$MINTU" export "PG:postgresql://u:S3cr@localhost:1/x"
run 3 "$MINTU" export "pg:dbname=x password=S3cr"
run 2 "$MINTU" export --list "PG:password=S3cr"
# only what is typed
printf '{"version":8,"sources":{"p":{"type":"geojson","data":"%s|layername=prefectures"}},"layers":[{"id":"x","type":"fill","source":"p"}]}' "$db" >s.json
run 3 "$MINTU" render s.json -o s.png
run 3 "$MINTU" render --allow-files s.json -o s.png
[ "$failures" -eq 0 ]
