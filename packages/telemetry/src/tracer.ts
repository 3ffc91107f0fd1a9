import { runIn } from './current-context.ts';
import type { TraceContext } from './trace-context.ts';

/** What a span says about itself, by the names of the semantic conventions (`attributes.ts`); never content. */
export type Attributes = Record<string, string | number | boolean | undefined>;

/** The part that a span takes in a conversation; `internal` in none. */
export type Kind = 'internal' | 'server' | 'client' | 'producer' | 'consumer';

export type SpanOptions = {
  kind?: Kind;
  /** Spans of other traces, or of other batches, that this one has to do with. */
  links?: readonly TraceContext[];
  attributes?: Attributes;
  /** When it began, in milliseconds since 1970; now by default. */
  startMs?: number;
};

export type Span = {
  /** What its children and the headers of its messages carry. */
  readonly context: TraceContext;
  /** Whether it goes anywhere: what costs something to find out is not worth finding out for one that does not. */
  readonly isRecording: boolean;
  /** Names it anew, where its name is known only at its end. */
  rename: (name: string) => void;
  set: (attributes: Attributes) => void;
  /** Marks it as failed, by the kind of the error alone: its message may quote content. */
  fail: (errorType: string) => void;
  /** @param endMs milliseconds since 1970; now by default */
  end: (endMs?: number) => void;
};

/** Starts spans. Which ones are recorded is decided once, where a trace begins, and carried by its context. */
export type Tracer = {
  /** Whether a record is processed as a part of its trace, or in a trace of its own with a link to it. */
  kafka: 'parent' | 'link';
  /** Whether the sampled flag of any caller is believed, as it is sent. */
  trustsCallers: boolean;
  /** The context that a caller sent, sampled if the caller is believed; null where it sent none. */
  extract: (headers: Readonly<Record<string, unknown>>) => TraceContext | null;
  /** Begins a trace: sampled by chance, or because a span that it links to is. */
  root: (name: string, options?: SpanOptions) => Span;
  /** Starts a child. One of an unsampled parent is the parent's span still, and recorded nowhere. */
  start: (name: string, parent: TraceContext, options?: SpanOptions) => Span;
};

const nothing = (): void => undefined;

/** A span that is recorded nowhere, and only carries its context on. */
export const nonRecordingSpan = (context: TraceContext): Span => ({
  ...{ context, isRecording: false, rename: nothing, set: nothing, fail: nothing, end: nothing },
});

/** The kind of an error, for `error.type`: a code where it has one, else its name. */
export const errorTypeOf = (error: unknown): string => {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  const type = typeof code === 'string' ? code : typeof name === 'string' ? name : typeof error;
  return type.slice(0, 100);
};

/**
 * Does work within a span, which ends with it, and fails with it. Without a context, or with one that is not sampled,
 * the work is simply done.
 */
export const withinSpan = async <T>(
  tracer: Tracer,
  name: string,
  { parent, ...options }: SpanOptions & { parent: TraceContext | null | undefined },
  work: (span: Span | null) => Promise<T>,
): Promise<T> => {
  if (!parent?.sampled) return work(null);
  const span = tracer.start(name, parent, options);
  try {
    return await runIn(span.context, () => work(span));
  } catch (error) {
    span.fail(errorTypeOf(error));
    throw error;
  } finally {
    span.end();
  }
};
