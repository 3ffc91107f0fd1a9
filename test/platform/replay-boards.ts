import { registerHooks } from 'node:module';

// Loaded into ingestion by `--import`: job boards are then played by a server of the test, which the real agent would
// refuse, since it is on this machine.
const AGENT = '/packages/boards/src/fetch/guarded-agent.ts';

registerHooks({
  resolve: (specifier, context, next) => {
    const found = next(specifier, context);
    return found.url.endsWith(AGENT)
      ? { ...found, url: new URL('replay-agent.ts', import.meta.url).href }
      : found;
  },
});
