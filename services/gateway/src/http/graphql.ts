import type { Turns } from '@skillstream/async';
import { checkScope, tokenEndsMs } from '@skillstream/auth';
import { noHead, readJson, traceContextOf, type Handlers, type Capacity } from '@skillstream/http';
import { type Log } from '@skillstream/runtime';
import type { Request, RequestHandler, Response } from 'express';
import { GraphQLError } from 'graphql';
import { createAsking, type AskingDeps } from '../graphql/request-queries.ts';
import type { Context } from '../graphql/context.ts';
import { createSchema } from '../graphql/create-schema.ts';
import { limits } from '../graphql/limits.ts';
import { isResults, runOperation, type Operation } from '../graphql/run-operation.ts';
import type { Subscribers } from '../live/subscribers.ts';
import { listenForEntries } from '../live/entries.ts';
import { answerResult, answerResults } from './graphql-response.ts';
import { graphqlPage } from './graphql-page.ts';
import { onwardHeaders, requestClient } from './request.ts';
import { operationInBody, operationInQuery } from './graphql-request.ts';

export type GraphqlDeps = AskingDeps & {
  log: Log;
  subscribers: Subscribers;
  bodies: Capacity;
  /** The largest document blocks the event loop for some 50 ms: each one yields to it first. */
  turns: Turns;
};

const EVENTS = 'text/event-stream';
// The first one is for clients that accept anything.
const mediaTypes = ['application/json', 'application/graphql-response+json', EVENTS];
const notAsEvents = new GraphQLError(`A subscription is answered as events: send Accept: ${EVENTS}`);

/** Of four fields, and of variables: those of the largest tools have some ten, in three levels. */
const BOUNDS = { bytes: limits.bodyBytes, levels: 16, values: 1000 };

/**
 * Reads a body as JSON, which forms of other origins' pages cannot send without a preflight. While it arrives, its
 * client is charged for the largest body allowed.
 */
const takeJson =
  (bodies: Capacity): RequestHandler =>
  async (req, res, next) => {
    // A client that has gone gets no response.
    if (res.closed) return;
    const account = bodies.open(requestClient(req));
    account.take(limits.bodyBytes);
    try {
      req.body = await readJson(req, BOUNDS);
    } finally {
      account.giveBack();
    }
    next();
  };

/**
 * `/graphql`: an operation in the body (POST, JSON) or in the query string (GET). A request that is not GraphQL at all
 * gets a problem, like everywhere; other errors are in `errors`, whose `extensions` contain the same.
 */
export const graphqlHandlers = ({ log, subscribers, bodies, turns, ...asking }: GraphqlDeps) => {
  const schema = createSchema();
  const contextOf = (req: Request, res: Response): Context => ({
    asking: createAsking(asking, onwardHeaders(req)),
    needs: (scope) => checkScope(req, scope),
    changes: () =>
      listenForEntries(subscribers, {
        of: requestClient(req),
        beat: () => res.write(':\n\n'),
        waitingBytes: () => res.writableLength,
        drop: () => res.destroy(),
        onClose: (then) => (res.closed ? then() : void res.on('close', then)),
        endsMs: tokenEndsMs(req),
      }),
  });
  const respond = async (req: Request, res: Response, operation: Operation): Promise<void> => {
    const requestLog = { log, traceId: traceContextOf(req).traceId };
    const mediaType = req.accepts(mediaTypes) || mediaTypes[0]!;
    await turns.pause();
    const found = await runOperation(schema, operation, contextOf(req, res));
    if (isResults(found) && mediaType === EVENTS) return answerResults(res, found, requestLog);
    if (!isResults(found))
      return answerResult(res, mediaType === EVENTS ? mediaTypes[0]! : mediaType, found, requestLog);
    await found[Symbol.asyncIterator]().return?.();
    answerResult(res, mediaType, { errors: [notAsEvents] }, requestLog);
  };

  return {
    queryGraphql: [noHead, graphqlPage, (req, res) => respond(req, res, operationInQuery(req.query))],
    postGraphql: [takeJson(bodies), (req, res) => respond(req, res, operationInBody(req.body))],
  } satisfies Partial<Handlers<'gateway'>>;
};
