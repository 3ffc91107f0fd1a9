import {
  operationList,
  type Operation,
  type OperationId,
  type OperationParams,
  type OperationsOf,
} from '@skillstream/contracts';
import { Router, type RequestHandler, type Request } from 'express';
import { z } from 'zod';

const nothing = z.strictObject({});

/** For routes without query parameters: an unknown parameter was meant to do something, so it is rejected. */
export const noQuery = (req: Pick<Request, 'query'>, _res: unknown, next: () => void): void => {
  nothing.parse(req.query);
  next();
};

type Owner = Operation['owner'];
/** The implementation of an operation: a handler, or several that a request passes in order. */
type Handler<I extends OperationId> =
  RequestHandler<OperationParams<I>> | readonly RequestHandler<OperationParams<I>>[];

/** A handler for each operation of a service, by its id. */
export type Handlers<S extends Owner> = { [I in OperationsOf<S>]: Handler<I> };

type AnyHandlers = Readonly<Record<string, RequestHandler | readonly RequestHandler[] | undefined>>;

/**
 * The routes of a service, derived from the table of operations: method and path of each; query parameters are
 * rejected if it has none.
 * @throws Error if one of its operations has no handler, or a handler has no operation
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
