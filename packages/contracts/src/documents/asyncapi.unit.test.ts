import { readFileSync } from 'node:fs';
import { Parser } from '@asyncapi/parser';
import { describe, expect, test } from '@jest/globals';
import { deadLetterHeaders, eventHeaders } from '../headers.ts';
import { LIVE_STREAM } from '../live-api.ts';
import { serviceNames } from '../operation.ts';
import { PIPELINE_EVENTS, PIPELINE_SIGHTINGS } from '../pipeline-channel.ts';
import {
  groups,
  postingsReceived,
  postingsTagged,
  receivedDeadLetters,
  taggedDeadLetters,
} from '../topics.ts';
import { refsIn, resolveRef } from './references.ts';
import { asyncApiDocument } from './asyncapi.ts';

const WARNING = 1;

type Ref = { $ref: string };
type Message = {
  headers: { properties: Record<string, { const?: unknown }>; required: string[] };
  payload: unknown;
};
type Document = {
  asyncapi: string;
  info: { title: string; version: string };
  channels: Record<
    string,
    { address: string; messages: Record<string, Ref>; bindings: { kafka?: Record<string, unknown> } }
  >;
  operations: Record<
    string,
    {
      action: string;
      channel: Ref;
      messages: Ref[];
      tags: { name: string }[];
      bindings?: { kafka: { groupId: { const: string } } };
    }
  >;
  components: { messages: Record<string, Message>; schemas: Record<string, unknown> };
};

const checkedIn = readFileSync(new URL('../../generated/asyncapi.json', import.meta.url), 'utf8');
const document = JSON.parse(JSON.stringify(asyncApiDocument())) as Document;

const resolve = (ref: string): unknown => resolveRef(document, ref);

test('the checked-in document is what the schemas make', () => {
  const advice = 'run npm run generate';
  expect({ advice, document: JSON.parse(checkedIn) }).toEqual({ advice, document });
});

test('the official parser finds no error in the document', async () => {
  const { document: parsed, diagnostics } = await new Parser().parse(checkedIn);
  // Information and hints (that a newer version of the specification is there) are none.
  const faults = diagnostics.filter(({ severity }) => severity <= WARNING);
  expect(faults.map(({ code, path, message }) => `${code} at ${path.join('.')}: ${message}`)).toEqual([]);
  expect(parsed?.channels().length).toBeGreaterThan(4);
});

describe('the document', () => {
  test('says its version and every reference in it resolves', () => {
    expect(document).toMatchObject({
      asyncapi: '3.0.0',
      info: { title: 'Skillstream events', version: '1.0.0' },
    });
    const refs = refsIn(document);
    expect(refs.length).toBeGreaterThan(20);
    expect(refs.filter((ref) => !ref.startsWith('#/') || resolve(ref) === undefined)).toEqual([]);
  });

  test('has a channel for each topic, with its clean-up policy, and those in Redis', () => {
    const policies = Object.values(document.channels).map(({ address, bindings }) => [
      address,
      (bindings.kafka?.topicConfiguration as Record<string, unknown> | undefined)?.['cleanup.policy'],
      bindings.kafka?.partitions,
    ]);
    expect(policies).toEqual([
      [postingsReceived.name, ['compact'], 12],
      [postingsTagged.name, ['compact'], 12],
      [receivedDeadLetters.name, ['compact'], 12],
      [taggedDeadLetters.name, ['compact'], 12],
      [LIVE_STREAM, undefined, undefined],
      [PIPELINE_EVENTS, undefined, undefined],
      [PIPELINE_SIGHTINGS, undefined, undefined],
    ]);
  });

  test('gives every topic one writer, and each group its readers', () => {
    const done = Object.values(document.operations).map(({ action, channel, tags, bindings }) => [
      tags[0]!.name,
      action,
      (resolve(channel.$ref) as { address: string }).address,
      bindings?.kafka.groupId.const,
    ]);
    expect(done).toEqual([
      ['ingestion', 'send', postingsReceived.name, undefined],
      ['tagging', 'receive', postingsReceived.name, groups.tagging],
      ['tagging', 'send', postingsTagged.name, undefined],
      ['tagging', 'send', receivedDeadLetters.name, undefined],
      ['analytics', 'receive', postingsTagged.name, groups.views],
      ['analytics', 'receive', postingsTagged.name, groups.facts],
      ['analytics', 'send', taggedDeadLetters.name, undefined],
      ['analytics', 'receive', receivedDeadLetters.name, undefined],
      ['analytics', 'receive', taggedDeadLetters.name, undefined],
      ['analytics', 'send', LIVE_STREAM, undefined],
      ['gateway', 'receive', LIVE_STREAM, undefined],
      ...serviceNames.map((service) => [service, 'send', PIPELINE_EVENTS, undefined]),
      ...['ingestion', 'tagging', 'analytics'].map((service) => [
        service,
        'send',
        PIPELINE_SIGHTINGS,
        undefined,
      ]),
      ['gateway', 'receive', PIPELINE_EVENTS, undefined],
      ['gateway', 'receive', PIPELINE_SIGHTINGS, undefined],
    ]);
  });

  test('lets an operation name only messages of its channel', () => {
    for (const { channel, messages } of Object.values(document.operations)) {
      const known = Object.keys((resolve(channel.$ref) as { messages: object }).messages);
      expect(messages.map(({ $ref }) => $ref)).toEqual(
        known.map((name) => `${channel.$ref}/messages/${name}`),
      );
    }
  });

  test('describes the headers of each message: CloudEvents, the content type with a value only, the reason', () => {
    const { postingReceived, postingRetracted, deadLetter } = document.components.messages;
    const always = Object.values(eventHeaders).filter(
      (name) =>
        !/^(content-type|traceparent|tracestate|expired|ce_replica|ce_acceptedtime|ce_received.+)$/.test(
          name,
        ),
    );
    expect(postingReceived!.headers.required.toSorted()).toEqual([...always, 'content-type'].toSorted());
    expect(postingReceived!.headers.properties.ce_type).toEqual({
      type: 'string',
      const: 'posting.received',
    });
    expect(postingRetracted!.headers.required.toSorted()).toEqual(always.toSorted());
    expect(postingRetracted!.headers.properties).not.toHaveProperty('content-type');
    expect(postingRetracted!.payload).toEqual({ type: 'null' });
    expect(deadLetter!.headers.required).toEqual(
      Object.values(deadLetterHeaders).filter((name) => !/^dlq_(cut|key|novalue)$/.test(name)),
    );
  });
});
