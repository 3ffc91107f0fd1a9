import {
  operationList,
  type Operation,
  type OperationId,
  type Operations,
  type OperationsOf,
} from '@skillstream/contracts';
import { Router, type RequestHandler } from 'express';
import { noQuery } from './no-query.ts';

type Owner = Operation['owner'];
type PathParameters<P extends string> = P extends `${string}:${infer N}/${infer Rest}`
  ? { [K in N]: string } & PathParameters<Rest>
  : P extends `${string}:${infer N}`
    ? { [K in N]: string }
    : Record<never, string>;

/** What carries an operation out: a handler, or several that a request passes one after the other. */
type Handler<I extends OperationId> =
  | RequestHandler<PathParameters<Operations[I]['path']>>
  | readonly RequestHandler<PathParameters<Operations[I]['path']>>[];

/** A handler for each operation of a service, by its id. */
export type Handlers<S extends Owner> = { [I in OperationsOf<S>]: Handler<I> };

type AnyHandlers = Readonly<Record<string, RequestHandler | readonly RequestHandler[] | undefined>>;

/**
 * The routes of a service, made of the table of operations: method and path of each, and no parameters where it takes
 * none.
 * @throws Error when one of its operations has no handler, or a handler no operation
 */
export const operationRouter = <S extends Owner>(service: S, handlers: Handlers<S>): Router => {
  const router = Router();
  const left = new Set(Object.keys(handlers));
  for (const { id, owner, method, path, query } of operationList) {
    if (owner !== service) continue;
    const handler = (handlers as unknown as AnyHandlers)[id];
    if (!handler) throw new Error(`${service} has no handler for ${id} (${method} ${path})`);
    left.delete(id);
    const verb = method.toLowerCase() as 'get' | 'post' | 'delete';
    router[verb](path, ...(query ? [] : [noQuery]), ...[handler].flat());
  }
  if (left.size > 0) throw new Error(`${service} has no such operation: ${[...left].join(', ')}`);
  return router;
};
