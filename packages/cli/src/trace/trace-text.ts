import { waited } from '../terminal/journey-text.ts';
import { counted } from '../terminal/numbers.ts';
import { table } from '../terminal/tables.ts';
import { waterfall } from '../terminal/waterfall.ts';
import type { TraceSpan } from './otlp-spans.ts';
import { spanTree } from './span-tree.ts';

const AXIS_CELLS = 40;
/** A screen, and more than a posting ever has. */
const MOST_SPANS = 500;
const DEEPEST = 20;

const tookMs = ({ startMs, endMs }: TraceSpan) => Math.max(0, endMs - startMs);
const took = (ms: number) => (ms < 10 ? `${ms.toFixed(1)} ms` : waited(Math.round(ms)));

/** A trace as text: a line for each span under the one that it belongs to, with its time as a waterfall. */
export const traceText = (traceId: string, spans: readonly TraceSpan[]): string => {
  const shown = spanTree(spans).slice(0, MOST_SPANS);
  const bars = waterfall(
    shown.map((span) => ({ fromMs: span.startMs, toMs: Math.max(span.startMs, span.endMs) })),
    AXIS_CELLS,
  );
  const rows = shown.map((span, i) => [
    `${'  '.repeat(Math.min(span.depth, DEEPEST))}${span.name}${span.failed ? ' (failed)' : ''}`,
    span.service,
    took(tookMs(span)),
    bars[i]!,
  ]);
  const rest = spans.length - shown.length;
  return [
    `trace ${traceId}: ${counted(spans.length, 'span')} of ${counted(new Set(spans.map(({ service }) => service)).size, 'service')}`,
    table(['span', 'service', 'took', ''], rows, [2]),
    ...(rest > 0 ? [`and ${counted(rest, 'span')} more`] : []),
  ].join('\n');
};
