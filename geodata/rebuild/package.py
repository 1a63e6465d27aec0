"""Write sizes, hashes and row counts into datapackage.json: python3 package.py FOLDER [OUT]."""
import json
import os
import sys

from common import read_csv, sha256


def measure(resource, folder):
    """Renew what can be measured; a resource that is built on the user's machine has none of it."""
    if resource.get('mintu:built') or not isinstance(resource.get('path'), str):
        return
    path = os.path.join(folder, resource['path'])
    resource['bytes'] = os.path.getsize(path)
    resource['hash'] = 'sha256:' + sha256(path)
    if resource.get('format') == 'csv':
        resource['mintu:rows'] = len(read_csv(path))


def main(folder, out=None):
    target = os.path.join(folder, 'datapackage.json')
    with open(target, encoding='utf-8') as f:
        package = json.load(f)
    for resource in package['resources']:
        measure(resource, folder)
    out = out or target
    with open(out + '.new', 'w', encoding='utf-8') as f:
        json.dump(package, f, ensure_ascii=False, indent=2)
        f.write('\n')
    os.replace(out + '.new', out)


if __name__ == '__main__':
    main(*sys.argv[1:])
