# A private PostgreSQL server with PostGIS, for a script to source: `server_start` or return 77 where one is missing, then `sql`
# reads statements. The cluster lives in a new folder, is reached by its socket alone, and is stopped and removed on exit.
# PostgreSQL refuses to run as root, so that root runs it as the user postgres.
server_folder=''

server_as() {
    if [ "$(id -u)" -eq 0 ]; then
        (cd / && runuser -u postgres -- "$@")
    else
        "$@"
    fi
}

server_stop() {
    [ -n "$server_folder" ] || return 0
    server_as "$server_bin/pg_ctl" -D "$server_folder/data" -m immediate -w stop >/dev/null 2>&1
    rm -rf "$server_folder"
    server_folder=''
}

sql() { # psql's options; statements from standard input
    server_as psql -X -q -v ON_ERROR_STOP=1 -h "$server_folder" -U postgres -d postgres "$@"
}

server_start() {
    local extension
    for extension in /usr/share/postgresql/*/extension/postgis.control; do server_bin=/usr/lib/postgresql/$(cut -d/ -f5 <<<"$extension")/bin; done
    { [ -e "$extension" ] && [ -x "$server_bin/initdb" ] && command -v psql >/dev/null; } || {
        echo "PostGIS is not installed" >&2
        return 77
    }
    [ "$(id -u)" -ne 0 ] || { id postgres && command -v runuser; } >/dev/null 2>&1 || {
        echo "there is no user postgres to run PostgreSQL as" >&2
        return 77
    }
    server_folder=$(mktemp -d)
    trap server_stop EXIT
    trap 'exit 130' INT TERM
    [ "$(id -u)" -ne 0 ] || chown postgres "$server_folder"
    server_as "$server_bin/initdb" -D "$server_folder/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null &&
        server_as "$server_bin/pg_ctl" -D "$server_folder/data" -l "$server_folder/log" -w -t 60 \
            -o "-c listen_addresses='' -c unix_socket_directories='$server_folder' -c fsync=off" start >/dev/null || {
        cat "$server_folder/log" >&2
        return 1
    }
    sql <<<'SET client_min_messages = error; CREATE EXTENSION postgis'
}
