import {
  operationList,
  type Operation,
  type OperationId,
  type OperationParams,
  type OperationsOf,
  type Port,
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

/** A handler for each operation that a service serves at a port, by its id. */
export type Handlers<S extends Owner, P extends Port = 'public'> = { [I in OperationsOf<S, P>]: Handler<I> };

type AnyHandlers = Readonly<Record<string, RequestHandler | readonly RequestHandler[] | undefined>>;

/**
 * The routes of a service at one of its ports, derived from the table of operations: method and path of each; query
 * parameters are rejected if it has none.
 * @throws Error if one of these operations has no handler, or a handler has no operation
 */
const routerAt = (port: Port, service: Owner, handlers: AnyHandlers): Router => {
  const router = Router();
  const left = new Set(Object.keys(handlers));
  for (const { id, owner, ports = ['public'], method, path, query } of operationList) {
    if (owner !== service || !ports.includes(port)) continue;
    const handler = handlers[id];
    if (!handler) throw new Error(`${service} has no handler for ${id} (${method} ${path})`);
    left.delete(id);
    const verb = method.toLowerCase() as 'get' | 'post' | 'delete';
    router[verb](path, ...(query ? [] : [noQuery]), ...[handler].flat());
  }
  if (left.size > 0) throw new Error(`${service} has no such operation: ${[...left].join(', ')}`);
  return router;
};

/** The routes of a service at its public port. @throws Error as `routerAt` */
export const operationRouter = <S extends Owner>(service: S, handlers: Handlers<S>): Router =>
  routerAt('public', service, handlers as unknown as AnyHandlers);

/** The routes of the management port, the same in every service. @throws Error as `routerAt` */
export const managementRouter = (handlers: Handlers<'every', 'management'>): Router =>
  routerAt('management', 'every', handlers as unknown as AnyHandlers);
