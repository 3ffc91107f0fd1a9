import type { ReceivedTopicEvent, Tag } from '@skillstream/contracts';
import type { EventDraft } from '@skillstream/messaging';
import { postingText, tagsOfText, type TextTagger } from '@skillstream/tagger';
import type { TraceContext } from '@skillstream/telemetry';

/** The part of a tagger that is used here. */
export type PostingTagger = TextTagger & { version: string; modelVersion: string };

/**
 * A tag without the words of the posting: the label of the skill stands where they were, since every reader up to now
 * requires some. Text that never gets into the topic need not be removed from it when the posting expires (ADR 0059).
 */
const withoutWords = (tag: Tag): Tag => ({ ...tag, text: tag.label });

/**
 * Maps an event of `postings.received` to its event of `postings.tagged`: a posting with tags, or a retraction. Id and
 * time depend on the input alone, so that tagging the same record again gives the same event.
 */
export const taggedEventOf = (
  event: ReceivedTopicEvent,
  tagger: PostingTagger,
  time: string,
  trace: TraceContext | null,
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
  const {
    description,
    sourceId: _sourceId,
    url: _url,
    contentHash: _contentHash,
    // A posting counts in its month whether it is still open or not.
    closedAt: _closedAt,
    derived: _derived,
    ...facts
  } = event.data;
  const { title, organization } = event.data;
  const { tags, ...leftOut } = tagsOfText(tagger, postingText({ title, description }), organization);
  const { version: taxonomyVersion, modelVersion } = tagger;
  const found = { ...leftOut, tags: tags.map(withoutWords) };
  const data = { ...facts, title: '', taxonomyVersion, modelVersion, ...found };
  const id = `${postingId}:${version}:${taxonomyVersion}:${modelVersion}`;
  return { ...attributes, id, type: 'posting.tagged', data };
};
