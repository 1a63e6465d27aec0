#!/usr/bin/env bash
# Lengths of straight connectors against PostGIS's ST_Distance on the spheroid: 1,000 random points, each to each line of the
# data package, must agree within 0.1 %.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/server.sh"
server_start || exit $?
"$MINTU_BUILD/tests/postgis_distances" "$server_folder" 1000 "${MINTU_SEED:-1}"
sql <<<'CREATE TABLE lines (line text, course geography(LineString)); CREATE TABLE connectors (point int, lon float8, lat float8, line text, metres float8)'
sql -c '\copy lines FROM STDIN CSV' <"$server_folder/lines.csv"
sql -c '\copy connectors FROM STDIN CSV' <"$server_folder/connectors.csv"
# PostGIS takes the nearest point of an edge on a sphere and measures it on the spheroid, which overstates some distances. Where the
# two differ, the judge is the least ST_Distance to the course cut every 50 m. A centimetre beside the thousandth: a length of 0 has
# no per cent.
sql -At -F ' ' >"$server_folder/result" <<'SQL'
CREATE TABLE pairs AS SELECT point, line, metres, ST_MakePoint(lon, lat)::geography AS spot,
        min(ST_Distance(ST_MakePoint(lon, lat)::geography, course, true)) AS theirs
    FROM connectors JOIN lines USING (line) GROUP BY point, line, metres, lon, lat;
CREATE TABLE differ AS SELECT * FROM pairs WHERE NOT abs(metres - theirs) <= 0.001 * theirs + 0.01;
CREATE TABLE vertices AS SELECT line, (ST_DumpPoints(ST_Segmentize(course, 50)::geometry)).geom::geography AS vertex
    FROM lines WHERE line IN (SELECT line FROM differ);
CREATE TABLE wrong AS SELECT point, line, metres, theirs, min(ST_Distance(spot, vertex, true)) AS least FROM differ JOIN vertices USING (line)
    GROUP BY point, line, metres, theirs HAVING NOT abs(metres - min(ST_Distance(spot, vertex, true))) <= 0.001 * metres + 0.01;
SELECT (SELECT count(DISTINCT point) FROM pairs), (SELECT count(*) FROM pairs), (SELECT count(DISTINCT line) FROM lines),
    (SELECT count(*) FROM differ), (SELECT count(*) FROM wrong),
    (SELECT 100 * percentile_cont(0.5) WITHIN GROUP (ORDER BY abs(metres - theirs) / theirs) FROM pairs);
SQL
read -r points pairs lines differ wrong median <"$server_folder/result"
printf '%d points, %d lengths: median difference %.6f %%, %d differ from ST_Distance by more than 0.1 %%, %d of these also from the nearest of points every 50 m\n' \
    "$points" "$pairs" "$median" "$differ" "$wrong"
[ "$wrong" -eq 0 ] || sql -c 'TABLE wrong'
[ "$points" -eq 1000 ] && [ "$pairs" -eq $((1000 * lines)) ] && [ "$wrong" -eq 0 ] && [ "$differ" -le $((pairs / 200)) ]
