import type { Journey } from '@skillstream/contracts';
import { checkedAddress, gatewayAccess, gatewayOptions, gatewayUsage } from '../gateway/access.ts';
import { askGateway } from '../gateway/ask-gateway.ts';
import { note, print, printJson, readArgs, type Command } from '../terminal/command.ts';
import { journeyText } from '../terminal/journey-text.ts';
import { askStore } from '../trace/ask-store.ts';
import { traceText } from '../trace/trace-text.ts';

// Where Jaeger listens.
const DEFAULT_STORE = 'http://127.0.0.1:16686';

const usage = `skillstream trace ID [--store URL] [--json] [--gateway URL] [--token TOKEN]

The trace of a posting: its journey, and, where a trace store answers, each span from the request to the numbers. ID is
that of a posting, or a trace's, which every response names in its header trace-id and every log line as trace_id.

Exit codes: 0 there are spans; 1 there is no such posting, or no gateway responds; 2 wrong usage; 3 no trace store
answers, or it has no such trace: then the journey is all that is known.

  --store URL         Jaeger 2, or Tempo (default: SKILLSTREAM_TRACE_STORE, else ${DEFAULT_STORE})
${gatewayUsage}`;

const options = {
  ...gatewayOptions,
  store: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;
const TRACE_ID = /^(?!0{32})[\da-f]{32}$/i;
const UNKNOWN = 3;

const run = async (args: string[]): Promise<number> => {
  const { values, positionals } = readArgs(args, options, { min: 1, max: 1, names: ['ID'] });
  const id = positionals[0]!;
  const store = checkedAddress(
    'trace store',
    values.store ?? process.env['SKILLSTREAM_TRACE_STORE'] ?? DEFAULT_STORE,
  );
  let journey: Journey | null = null;
  if (!TRACE_ID.test(id)) {
    journey = await askGateway(gatewayAccess(values), 'getJourney', { params: { id } });
    if (!values.json) print(journeyText(journey));
  }
  const traceId = journey ? (journey.traceId ?? null) : id.toLowerCase();
  const found = traceId === null ? null : await askStore(store, traceId);
  const spans = found && 'spans' in found ? found.spans : null;
  if (values.json) printJson({ traceId, journey, spans });
  else if (spans && traceId !== null) print(traceText(traceId, spans));
  if (traceId === null) note('which trace it belongs to is not known');
  else if (found && 'missing' in found)
    note(
      found.missing === 'trace'
        ? `the trace store at ${store} has no trace ${traceId}: it was not sampled, not exported yet, or is too old`
        : `trace ${traceId}: no trace store answers at ${store} (${found.reason})`,
    );
  return spans ? 0 : UNKNOWN;
};

export const trace: Command = { usage, run };
