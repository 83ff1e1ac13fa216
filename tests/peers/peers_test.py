#!/usr/bin/env python3
"""peers_test.py INDEXER SEARCHER SAMPLE: the server before programs that others wrote.

The OpenAPI document is validated by openapi-spec-validator, answers of every media type by jsonschema and
the standard library, the metrics by Prometheus' own promtool. The public generator openapi-ts makes a client
from the document, which asks the server (client.ts); another client is made from the document here. What is
not installed is passed over with a word; exit status 77 when nothing of others was there.

openapi-ts and tsc (npm install @hey-api/openapi-ts typescript@5) are looked for on the path and below
$BROADSHEET_NODE_MODULES.
"""
import csv
import importlib
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import urllib.error
import urllib.parse
import urllib.request
import xml.etree.ElementTree

checked = []
failures = []


def expect(holds, what):
    if not holds:
        failures.append(what)
        print("FAILED:", what)


def module(name):
    try:
        return importlib.import_module(name)
    except ImportError:
        print(f"skipped: the Python module {name} is not installed")
        return None


class Server:
    """Serves an index on a free port until the end of the with."""

    def __init__(self, searcher, index):
        self.process = subprocess.Popen([searcher, "serve", index, "--listen", "127.0.0.1:0"],
                                        stderr=subprocess.PIPE, text=True)
        self.base = self.process.stderr.readline().split()[-1]
        if not self.base.startswith("http"):
            self.base = "http://" + self.base

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(20)


def fetch(address):
    """Status, media type and body; an answer that is an error is an answer."""
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            return answer.status, answer.headers.get_content_type(), answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers.get_content_type(), error.read()


class Client:
    """A method for every operation of an OpenAPI document, made from nothing but the document."""

    def __init__(self, base, document):
        self.document = document
        for path, methods in document["paths"].items():
            operation = methods["get"]
            setattr(self, operation["operationId"], self.call(base, path, operation))

    @staticmethod
    def call(base, path, operation):
        known = {each["name"]: each for each in operation.get("parameters", [])}

        def run(**values):
            address, query = path, []
            for name, value in values.items():
                if known[name]["in"] == "path":
                    address = address.replace("{" + name + "}", urllib.parse.quote(value, safe=""))
                else:
                    query += [(name, each) for each in (value if isinstance(value, list) else [value])]
            status, media_type, body = fetch(base + address + "?" + urllib.parse.urlencode(query))
            return operation, status, media_type, body

        return run


def check_body(document, schema, media_type, body, jsonschema):
    text = body.decode()
    if media_type.endswith("json") and not media_type.endswith("ndjson"):
        if jsonschema is not None:
            whole = dict(schema, components=document["components"])
            jsonschema.Draft202012Validator(whole).validate(json.loads(text))
    elif media_type == "application/x-ndjson":
        for line in text.splitlines():
            json.loads(line)
    elif media_type == "text/csv":
        rows = list(csv.reader(io.StringIO(text)))
        expect(len(rows) > 1 and len({len(row) for row in rows}) == 1, "a table of equal rows")
    elif media_type.endswith("xml"):
        xml.etree.ElementTree.fromstring(text)


def check_answers(client, jsonschema):
    some_id = json.loads(client.search(q="sanctions")[3])["hits"][0]["id"]
    everything = {"q": "sanctions", "facet": "person,place,source", "timeline": "auto", "significant": "word,person"}
    calls = [("search", dict(everything), 200, "application/json")]
    calls += [("search", {"q": "sanctions", "format": name}, 200, media_type)
              for name, media_type in (("ndjson", "application/x-ndjson"), ("csv", "text/csv"),
                                       ("atom", "application/atom+xml"), ("trec", "text/plain"))]
    calls += [("search", {"q": "sanctions", "all": "true", "format": "csv"}, 200, "text/csv"),
              ("similar", {"id": some_id}, 200, "application/json"),
              ("similar", {"id": some_id, "format": "atom"}, 200, "application/atom+xml"),
              ("article", {"id": some_id}, 200, "application/json"),
              ("article", {"id": "no such id"}, 404, "application/problem+json"),
              ("search", {"q": "colour:red"}, 400, "application/problem+json"),
              ("suggest", {"q": "bag"}, 200, "application/json"),
              ("facets", {"field": "place"}, 200, "application/json"),
              ("explain", {"q": "sanctions", "id": some_id}, 200, "application/json"),
              ("network", {"q": "sanctions"}, 200, "application/json"),
              ("network", {"q": "sanctions", "format": "graphml"}, 200, "application/graphml+xml"),
              ("network", {"q": "sanctions", "format": "csv"}, 200, "text/csv"),
              ("ready", {}, 200, "application/json"),
              ("opensearch", {}, 200, "application/opensearchdescription+xml")]
    for name, values, status, media_type in calls:
        what = f"{name} {values}"
        operation, got, got_type, body = getattr(client, name)(**values)
        expect((got, got_type) == (status, media_type), f"{what}: {status} {media_type}, not {got} {got_type}")
        answer = operation["responses"][str(status)]
        if "$ref" in answer:
            answer = client.document["components"]["responses"][answer["$ref"].rsplit("/", 1)[1]]
        if media_type not in answer["content"]:
            expect(False, f"{what}: {media_type} is not in the document")
            continue
        try:
            check_body(client.document, answer["content"][media_type].get("schema", {}), media_type, body, jsonschema)
        except Exception as problem:  # of whatever kind its peer throws
            expect(False, f"{what}: {problem}")
    checked.append(f"{len(calls)} answers to a client that is made from the document")


def node_program(name):
    modules = os.environ.get("BROADSHEET_NODE_MODULES")
    return shutil.which(name, path=modules + "/.bin") if modules else shutil.which(name)


def check_generated_client(base, folder):
    """Whether there was a generator."""
    generator, compiler, node = node_program("openapi-ts"), node_program("tsc"), shutil.which("node")
    if None in (generator, compiler, node):
        print("skipped: openapi-ts, tsc or node is not installed, which make a client from the document")
        return False
    shutil.copy(os.path.join(os.path.dirname(os.path.abspath(__file__)), "client.ts"), folder)
    with open(folder + "/openapi.json", "wb") as file:
        file.write(fetch(base + "/api/v1/openapi.json")[2])
    steps = [[generator, "--input", "openapi.json", "--output", "generated", "--client", "@hey-api/client-fetch"],
             [compiler, "--strict", "--noUncheckedIndexedAccess", "--target", "es2022", "--lib", "es2022,dom,dom.iterable",
              "--module", "commonjs", "--outDir", "built", "client.ts"],
             [node, "built/client.js", base]]
    for step in steps:
        ended = subprocess.run(step, cwd=folder, capture_output=True, text=True, check=False, timeout=240)
        name = os.path.basename(step[0])
        expect(ended.returncode == 0, f"{name}: {ended.returncode} {ended.stdout}{ended.stderr}")
        if ended.returncode != 0:
            return True
    checked.append("a client by openapi-ts: " + ended.stdout.strip())
    return True


def check_metrics(base):
    promtool = shutil.which("promtool")
    if promtool is None:
        return print("skipped: promtool (package prometheus) is not installed")
    _, _, metrics = fetch(base + "/metrics")
    # Its lint also advises on names (status 3); what it can not read is status 1.
    ended = subprocess.run([promtool, "check", "metrics"], input=metrics, capture_output=True, check=False)
    expect(ended.returncode == 0, f"promtool: {ended.returncode} {ended.stdout.decode()}{ended.stderr.decode()}")
    checked.append("metrics by promtool")


def main():
    indexer, searcher, sample = sys.argv[1:4]
    with tempfile.TemporaryDirectory() as folder:
        index = folder + "/news.idx"
        subprocess.run([indexer, "add", index, sample], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        with Server(searcher, index) as server:
            document = json.loads(fetch(server.base + "/api/v1/openapi.json")[2])
            validator = module("openapi_spec_validator")
            if validator is not None:
                try:
                    validator.OpenAPIV31SpecValidator(document).validate()
                except Exception as problem:
                    expect(False, f"openapi-spec-validator: {problem}")
                checked.append("the document by openapi-spec-validator")
            jsonschema = module("jsonschema")
            check_answers(Client(server.base, document), jsonschema)
            has_client = check_generated_client(server.base, folder)
            check_metrics(server.base)
            if not has_client and validator is None and jsonschema is None and shutil.which("promtool") is None:
                return 1 if failures else 77
    print("checked:", "; ".join(checked))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
