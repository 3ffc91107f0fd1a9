import { isTableType, ndjsonTypes, tableQuery, type PostingRecord } from '@skillstream/contracts';
import { appError } from '@skillstream/errors';
import { traceContextOf, mediaTypeOf, type Handlers } from '@skillstream/http';
import type { Log } from '@skillstream/runtime';
import type { Tracer } from '@skillstream/telemetry';
import type { Response } from 'express';
import type { Intake } from '../intake/intake.ts';
import { createStoreSpans } from '../intake/store-spans.ts';
import type { PostingDocument } from '../store/documents.ts';
import { expiredAtOf } from '../store/expired-at.ts';
import { jobOf } from '../store/job-of.ts';
import type { PostingsStore } from '../store/postings-store.ts';
import { conditionOf, etagOf } from './etag.ts';
import { createPostJson, type PostJsonDeps } from './post-json.ts';
import { createAnswerStream, type AnswerStreamDeps } from './answer-stream.ts';
import { createPostNdjson, type PostNdjsonDeps } from './post-ndjson.ts';
import { createPostTable } from './post-table.ts';

export type PostingDeps = PostJsonDeps &
  PostNdjsonDeps &
  AnswerStreamDeps & {
    store: Pick<PostingsStore, 'find' | 'retract'>;
    intake: Intake;
    now: () => Date;
    tracer: Tracer;
    log: Log;
  };

const contentOf = (json: Buffer, version: number) => ({
  ...(JSON.parse(json.toString()) as Record<string, unknown>),
  version,
});

const expiredOf = (document: PostingDocument): Pick<PostingRecord, 'expiredAt' | 'facts'> => {
  const expiredAt = expiredAtOf(document)?.toISOString();
  if (expiredAt === undefined) return {};
  return { expiredAt, ...(document.facts && { facts: contentOf(document.facts, document.version) }) };
};

const recordOf = (document: PostingDocument): PostingRecord => ({
  postingId: document._id,
  source: document.source,
  version: document.version,
  retracted: document.retracted,
  pending: document.pendingVersion !== null,
  posting: document.posting === null ? null : contentOf(document.posting, document.version),
  ...jobOf(document),
  ...expiredOf(document),
});

const sendPosting = (res: Response, document: PostingDocument) => {
  const record = recordOf(document);
  res.set('ETag', etagOf(record.version, record.pending)).json(record);
};

const accepted = 'application/json, application/x-ndjson, text/csv or text/tab-separated-values';

/** A parameter that has no effect was meant to have one. */
const refuseTableParameters = (query: object): void => {
  const faults = Object.keys(query).map((path) => ({ path, message: 'is a parameter of tables alone' }));
  if (faults.length > 0)
    throw appError('invalid-input', `${faults[0]!.path} is a parameter of tables alone`, {
      context: { faults },
    });
};

const unknown = (id: string) => appError('not-found', `There is no posting ${id}`);

/** Handlers of the resource `postings`. */
export const postingHandlers = (deps: PostingDeps) => {
  const { store, intake, now, log } = deps;
  const spansOf = createStoreSpans(deps.tracer);
  const answerStream = createAnswerStream(deps);
  const [postJson, postNdjson] = [createPostJson(deps), createPostNdjson(deps, answerStream)];
  const postTable = createPostTable(deps, answerStream);
  return {
    sendPostings: async (req, res) => {
      const type = mediaTypeOf(req);
      const query = tableQuery.parse(req.query);
      if (isTableType(type)) return postTable(req, res, query);
      const isNdjson = ndjsonTypes.includes(type);
      if (!isNdjson && type !== 'application/json')
        throw appError('unsupported-media-type', `Send ${accepted}`);
      refuseTableParameters(query);
      return isNdjson ? postNdjson(req, res) : postJson(req, res);
    },

    getPosting: async (req, res) => {
      const document = await store.find(req.params.id);
      if (!document) throw unknown(req.params.id);
      sendPosting(res, document);
    },

    retractPosting: async (req, res) => {
      const { id } = req.params;
      const spans = spansOf([id], traceContextOf(req));
      const result = await store
        .retract(id, conditionOf(req.header('if-match')), spans.headersOf(0), now())
        .catch((error: unknown) => {
          spans.failed(error);
          throw error;
        });
      spans.stored(result.outcome === 'retracted' ? [result.document] : []);
      if (result.outcome === 'unknown') throw unknown(id);
      if (result.outcome === 'stale')
        throw appError('precondition-failed', `The posting is at version ${result.version} by now`);
      const { document } = result;
      if (result.outcome === 'retracted') {
        await intake.stored(1);
        log.info({ postingId: id, version: document.version }, 'posting retracted');
      }
      sendPosting(res, document);
    },
  } satisfies Partial<Handlers<'ingestion'>>;
};
