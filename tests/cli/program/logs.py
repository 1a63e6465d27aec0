"""Changes in-use.gpkg, and keeps a copy in the midst of it, left.gpkg, as a crash would. With wal it asks mintu while it is in use."""
import os
import shutil
import sqlite3
import subprocess
import sys

mode = sys.argv[1]
database = sqlite3.connect("in-use.gpkg", isolation_level=None)
database.execute("pragma journal_mode=" + mode)
database.execute("pragma wal_autocheckpoint=0")
database.execute("pragma cache_size=1")
for (name,) in database.execute("select name from sqlite_master where type='trigger' and name like 'rtree%'").fetchall():
    database.execute(f"drop trigger {name}")  # they call functions that only GDAL has
database.execute("begin")
database.execute("update pilots set name='Changed' where rowid=1")
if mode == "wal":
    database.execute("commit")
else:  # more than the cache holds, so that a part of the change is in the file
    database.execute("create table big(a)")
    for _ in range(20):
        database.execute("insert into big values (randomblob(9000))")
for ending in ("", "-wal", "-journal"):
    if os.path.exists("in-use.gpkg" + ending):
        shutil.copy("in-use.gpkg" + ending, "left.gpkg" + ending)
if mode == "wal":
    script = """sha256sum in-use.gpkg in-use.gpkg-wal >live; "$MINTU" classify ./in-use.gpkg --field lon -q -f csv
        "$MINTU" geocode -i in-use.gpkg --field name -q -f csv; sha256sum -c live"""
    print(subprocess.run(["bash", "-c", script], capture_output=True, text=True).stdout)
