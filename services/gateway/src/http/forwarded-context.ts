import { traceContextOf } from '@skillstream/http';
import { parseTraceparent, type TraceContext } from '@skillstream/telemetry';
import type { Request } from 'express';

const OPENING_BRACKET = 0x5b;
const isSpace = (byte: number) => byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;

// Peeks at the beginning of the body and puts it back.
const beginsAsArray = async (req: Request): Promise<boolean> => {
  if (!req.readableLength && !req.complete) {
    await new Promise<void>((resolve) => {
      req.once('readable', resolve).once('close', resolve);
    });
  }
  const chunk: Buffer | null = req.read();
  if (!chunk) return false;
  req.unshift(chunk);
  return chunk.find((byte) => !isSpace(byte)) === OPENING_BRACKET;
};

const carriesMany = async (req: Request): Promise<boolean> => {
  if (req.method !== 'POST') return false;
  if (!req.is('application/json') || req.header('content-encoding')) return true;
  return beginsAsArray(req);
};

/**
 * The context that a request is forwarded with. Of those that carry many postings only what a trusted caller asked for
 * is sampled: a stream of thousands is thousands of lines in each log, and of spans, and clients with instrumentation
 * of their own send the flag unasked.
 */
export const forwardedContext = async (req: Request, trustsCallers: boolean): Promise<TraceContext> => {
  const context = traceContextOf(req);
  if (!context.sampled || (trustsCallers && parseTraceparent(req.header('traceparent')))) return context;
  return { ...context, sampled: !(await carriesMany(req)) };
};
