import { AsyncLocalStorage } from 'node:async_hooks';
import type { TraceContext } from './trace-context.ts';

const current = new AsyncLocalStorage<TraceContext>();

/** The context that the present work is done in: of a request, a record or a batch; undefined outside of one. */
export const currentContext = (): TraceContext | undefined => current.getStore();

/** Does work, and whatever it begins, within a context. */
export const runIn = <T>(context: TraceContext, work: () => T): T => current.run(context, work);

/** What a line of the log says of the trace that it belongs to. */
export const traceFields = (): { trace_id: string; span_id: string } | Record<never, never> => {
  const context = current.getStore();
  return context === undefined ? {} : { trace_id: context.traceId, span_id: context.spanId };
};
