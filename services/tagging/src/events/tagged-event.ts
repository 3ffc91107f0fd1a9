import type { ReceivedTopicEvent } from '@skillstream/contracts';
import type { EventDraft } from '@skillstream/messaging';
import type { Trace } from '@skillstream/runtime';
import { postingText, tagsOfText, type TextTagger } from '@skillstream/tagger';

/** What this needs of a tagger. */
export type PostingTagger = TextTagger & { version: string; modelVersion: string };

/**
 * The event that follows from one event of `postings.received`: tags for a posting, a retraction for a retraction.
 * Its id and time follow from the input alone, so tagging the same record again says the same.
 */
export const taggedEventOf = (
  event: ReceivedTopicEvent,
  tagger: PostingTagger,
  time: string,
  trace: Trace | null,
): EventDraft => {
  const { postingId, source, version } = event.data;
  const attributes = {
    subject: postingId,
    postingSource: source,
    version,
    source: 'skillstream/tagging',
    time,
    trace,
  };
  if (event.type === 'posting.retracted') {
    return { ...attributes, id: `${postingId}:${version}`, type: 'posting.retracted', data: null };
  }
  const { description, sourceId: _sourceId, url: _url, contentHash: _contentHash, ...facts } = event.data;
  const { title, organization } = event.data;
  const found = tagsOfText(tagger, postingText({ title, description }), organization);
  const { version: taxonomyVersion, modelVersion } = tagger;
  const data = { ...facts, taxonomyVersion, modelVersion, ...found };
  const id = `${postingId}:${version}:${taxonomyVersion}:${modelVersion}`;
  return { ...attributes, id, type: 'posting.tagged', data };
};
