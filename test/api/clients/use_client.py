"""Runs beside a client that openapi-python-client made of our document: sends, reads, retracts and listens by it."""

import json
import sys

from made import AuthenticatedClient
from made.api.postings import get_posting, retract_posting, send_postings
from made.api.questions import get_demand
from made.api.watching import listen
from made.models import PostingInput
from made.models.get_demand_via import GetDemandVia

url, token = sys.argv[1:]
client = AuthenticatedClient(base_url=url, token=token, raise_on_unexpected_status=True)
posting = {"source": "python", "title": "Go engineer", "description": "We run Go over Kafka."}

# The generated function would wait for the end of the feed; its request is streamed instead, before anything is sent.
with client.get_httpx_client().stream(**listen._get_kwargs()) as feed:
    lines = feed.iter_lines()
    first = next(lines)
    one = send_postings.sync(client=client, body=PostingInput.from_dict({**posting, "sourceId": "1"}))
    both = send_postings.sync(client=client, body=[{**posting, "sourceId": str(n)} for n in (2, 3)])
    kept = get_posting.sync_detailed(one.posting_id, client=client)
    refused = retract_posting.sync_detailed(one.posting_id, client=client, if_match='"7"')
    gone = retract_posting.sync(one.posting_id, client=client, if_match=kept.headers["etag"])
    demand = get_demand.sync(client=client, top=1, via=GetDemandVia.FACTS)
    change = next(line for line in lines if line.startswith("data: "))

print(
    json.dumps(
        {
            "kept": kept.parsed.posting["sourceId"],
            "results": len(both),
            "refused": refused.status_code,
            "problem": refused.parsed.code,
            "gone": gone.retracted,
            "population": type(demand.population).__name__,
            "feed": first,
            "change": type(json.loads(change[6:])["postings"]).__name__,
        }
    )
)
