import type { z } from 'zod';
import type { OperationId, Operations } from './operations.ts';

/** The parameters of a path as Express has it: `{ id: string }` of `/v1/skills/:id`. */
export type PathParameters<P extends string> = P extends `${string}:${infer N}/${infer Rest}`
  ? { [K in N]: string } & PathParameters<Rest>
  : P extends `${string}:${infer N}`
    ? { [K in N]: string }
    : Record<never, string>;

/** The path parameters of an operation. */
export type OperationParams<I extends OperationId> = PathParameters<Operations[I]['path']>;

/** The query of an operation, as a client sends it. */
export type OperationQuery<I extends OperationId> = Operations[I] extends { query: infer Q extends z.ZodType }
  ? z.input<Q>
  : undefined;

/** The body of an operation, as a client sends it; undefined where it takes none, or a stream. */
export type OperationBody<I extends OperationId> = Operations[I] extends { body: infer B extends z.ZodType }
  ? z.input<B>
  : undefined;

/** The response body of an operation. */
export type OperationAnswer<I extends OperationId> = Operations[I] extends {
  response: infer A extends z.ZodType;
}
  ? z.infer<A>
  : never;

/** The operations whose response is one JSON document. */
export type AnsweredOperation = {
  [I in OperationId]: Operations[I] extends { response: z.ZodType } ? I : never;
}[OperationId];

/** The input of an operation; `params` is required where its path has parameters. */
export type OperationInput<I extends OperationId> = {
  query?: OperationQuery<I>;
  body?: OperationBody<I>;
} & (keyof OperationParams<I> extends never ? { params?: undefined } : { params: OperationParams<I> });
