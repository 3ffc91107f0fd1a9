import { canonicalPosting } from '../posting.ts';
import { taggedPosting } from '../events.ts';
import { deadLetterHeaderValues, eventHeaderValues } from '../header-schemas.ts';
import { eventHeaders } from '../headers.ts';
import { jsonSchemaOf, type JsonSchema } from '../json-schema.ts';

export const BINDING_VERSION = '0.5.0';

const keyedByPosting = {
  kafka: { key: { type: 'string', description: 'The posting id' }, bindingVersion: BINDING_VERSION },
};

/** The headers of one event type; the content type is present exactly when there is a value. */
const headersOf = (type: string, hasValue: boolean): JsonSchema => {
  const all = jsonSchemaOf(eventHeaderValues) as { properties: Record<string, unknown>; required: string[] };
  const { [eventHeaders.contentType]: contentType, ...properties } = all.properties;
  return {
    ...all,
    properties: {
      ...properties,
      [eventHeaders.type]: { type: 'string', const: type },
      ...(hasValue ? { [eventHeaders.contentType]: contentType } : {}),
    },
    required: [...all.required, ...(hasValue ? [eventHeaders.contentType] : [])],
  };
};

const event = (type: string, summary: string, payload: JsonSchema, hasValue = true) => ({
  name: type,
  summary,
  contentType: 'application/json',
  headers: headersOf(type, hasValue),
  payload,
  bindings: keyedByPosting,
});

/** An event whose header `expired` must be there. */
const expired = (message: ReturnType<typeof event>) => {
  const required = [...(message.headers['required'] as string[]), eventHeaders.expired];
  return { ...message, name: 'posting.received, expired', headers: { ...message.headers, required } };
};

/** Every message by its name in the document. */
export const messages = {
  postingReceived: event('posting.received', 'Ingestion accepted a new version of a posting.', {
    $ref: '#/components/schemas/canonicalPosting',
  }),
  postingTagged: event('posting.tagged', 'Tagging found the skills of a posting.', {
    $ref: '#/components/schemas/taggedPosting',
  }),
  postingRetracted: event(
    'posting.retracted',
    'A posting was retracted: a tombstone with its attributes in the headers.',
    { type: 'null' },
    false,
  ),
  postingExpired: expired(
    event(
      'posting.received',
      'The text of a posting has expired: a tombstone, which is no retraction. The posting goes on counting.',
      { type: 'null' },
      false,
    ),
  ),
  deadLetter: {
    name: 'deadLetter',
    summary: 'A record that could not be processed: its own key, bytes and headers, and the reason.',
    contentType: 'application/octet-stream',
    headers: jsonSchemaOf(deadLetterHeaderValues),
    payload: { description: 'The original bytes, whatever they were' },
    bindings: {
      kafka: {
        key: { description: 'The original bytes of the key' },
        bindingVersion: BINDING_VERSION,
      },
    },
  },
};
export type MessageName = keyof typeof messages;

/** The schemas that the messages refer to. */
export const payloadSchemas = {
  canonicalPosting: jsonSchemaOf(canonicalPosting),
  taggedPosting: jsonSchemaOf(taggedPosting),
};
