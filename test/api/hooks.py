"""What schemathesis does not know by itself: streams of lines, tables, and what a posting looks like that is taken."""

import json
import re
from urllib.parse import quote

import schemathesis

NDJSON = "application/x-ndjson"
DELIMITERS = {"text/csv": ",", "text/tab-separated-values": "\t"}


@schemathesis.serializer(NDJSON, *DELIMITERS)
def as_written(ctx, value):
    """A stream is text, and is sent as it was made."""
    return value.encode("utf-8") if isinstance(value, str) else json.dumps(value).encode("utf-8")


def is_bare_tag(case):
    """The coverage phase makes headers of letters and digits alone, also where a pattern wants quotes around them."""
    tag = (case.headers or {}).get("If-Match")
    return case.method == "DELETE" and isinstance(tag, str) and re.fullmatch("[0-9A-Za-z]", tag) is not None


def is_beyond_http(case):
    """A hundred long ids are more than a request line may have, as is a map of columns with names that take twelve
    characters for each of theirs: Node refuses that before there is a trace."""
    query = case.query or {}
    return any(len(quote(str(query.get(name, "")))) > 6000 for name in ("id", "map"))


@schemathesis.hook
def filter_case(ctx, case):
    """Whatever is no text becomes one when it is written into a stream, so it is no violation to look for."""
    if is_bare_tag(case) and case.meta is not None and case.meta.generation.mode.is_positive:
        return False
    if is_beyond_http(case):
        return False
    if case.path == "/v1/preview" and is_right(case):
        name_known_fields(case)
        return True
    if case.media_type != NDJSON and case.media_type not in DELIMITERS:
        take_away_parameters(case)
        return True
    if not isinstance(case.body, str):
        return False
    if case.media_type == NDJSON:
        take_away_parameters(case)
    elif is_right(case):
        make_believable(case)
    return True


def is_right(case):
    """Whether it was made to be accepted."""
    return case.meta is not None and case.meta.generation.mode.is_positive


def take_away_parameters(case):
    """Those of tables are declared for the operation, since a document cannot declare them for a media type alone."""
    if case.method == "POST" and case.path == "/v1/postings" and is_right(case):
        case.query = {}


def name_known_fields(case):
    """Fields by chance are unknown."""
    if "map" in (case.query or {}):
        case.query = {**case.query, "map": "title=headline,language="}


def make_believable(case):
    """Columns by chance are none: three of four tables have some that are taken."""
    name_known_fields(case)
    if len(case.body) % 4 > 0:
        # Written as its parameters say; quotes are doubled, as they are where nothing says so.
        written = {name: value for name, value in (case.query or {}).items() if name not in ("quote", "escape")}
        case.query = written
        delimiter = written.get("delimiter") or DELIMITERS[case.media_type]
        cells = ["fuzz", "1", "none", '"' + case.body.replace('"', '""') + '"']
        rows = [["source", "id", "headline", "description"], cells]
        case.body = "".join(delimiter.join(row) + "\n" for row in rows)


def as_stream(text):
    """A line that is a posting, and the text as it came: two lines that are none would teach nothing more than one."""
    posting = {"source": "fuzz", "sourceId": text[:100] or "none", "description": text or "none"}
    return f"{json.dumps(posting)}\n{text}"


@schemathesis.hook.apply_to(method="POST", path="/v1/postings")
def map_body(ctx, body):
    """Dates and currencies by chance are refused (422): three of four are made believable, so that postings are taken."""
    if isinstance(body, str):
        return as_stream(body)
    if not isinstance(body, dict) or len(str(body.get("sourceId"))) % 4 == 0:
        return body
    believable = dict(body)
    if isinstance(body.get("datePosted"), str) and len(body["datePosted"]) <= 40:
        believable["datePosted"] = "2025-03-14"
    salary = body.get("salary")
    if isinstance(salary, dict) and re.fullmatch("[A-Za-z]{3}", str(salary.get("currency"))):
        believable["salary"] = {**salary, "currency": "EUR"}
    return believable


@schemathesis.check
def retraction_is_told(ctx, response, case):
    """A posting is retracted or has content, never both, and its version is its entity tag."""
    method = response.request.method
    if case.path != "/v1/postings/{id}" or method not in ("GET", "DELETE") or response.status_code != 200:
        return
    record = response.json()
    assert record["retracted"] == (record["posting"] is None), "retracted, and yet with content"
    tag = f'"{record["version"]}-pending"' if record["pending"] else f'"{record["version"]}"'
    assert response.headers["etag"] == [tag], "the entity tag is another version"
    if method == "DELETE":
        assert record["retracted"], "taken back, and yet there"
