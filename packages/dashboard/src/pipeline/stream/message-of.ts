import type { PipelineEvent, PipelineState, Sighting, UnknownPipelineEvent } from '@skillstream/contracts';
import type { SseFrame } from './sse-frames.ts';

export type AnyEvent = PipelineEvent | UnknownPipelineEvent;
/** What the live stream brings. */
export type Message =
  | { kind: 'snapshot'; state: PipelineState }
  | { kind: 'event'; event: AnyEvent }
  | { kind: 'sighting'; sighting: Sighting };

type Fields = Readonly<Record<string, unknown>>;
const textsIn = (value: Fields, ...names: string[]) => names.every((name) => typeof value[name] === 'string');
const fromReplica = (value: Fields) =>
  textsIn(value, 'id', 'at', 'service', 'replica') && Number.isFinite(Date.parse(value['at'] as string));
const isState = (value: Fields) =>
  textsIn(value, 'at') && Array.isArray(value['services']) && Array.isArray(value['topics']);

const parsed = (data: string): Fields | null => {
  try {
    const value: unknown = JSON.parse(data);
    return typeof value === 'object' && value !== null ? (value as Fields) : null;
  } catch {
    return null;
  }
};

/**
 * What an event of the stream says; null for kinds that a later release has added, and for what is none. The gateway
 * has checked it already: its schemas are not needed again, and would double the page.
 */
export const messageOf = ({ event: kind, data }: SseFrame): Message | null => {
  const value = parsed(data);
  if (value === null) return null;
  if (kind === 'snapshot' && isState(value)) return { kind, state: value as PipelineState };
  if (kind === 'event' && fromReplica(value) && textsIn(value, 'type'))
    return { kind, event: value as AnyEvent };
  if (kind === 'sighting' && fromReplica(value) && textsIn(value, 'stage', 'postingId'))
    return { kind, sighting: value as Sighting };
  return null;
};
