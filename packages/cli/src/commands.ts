import type { Command } from './terminal/command.ts';

/** A command by what the overview says of it. Its modules are loaded when it runs: all of them together are 120 MB. */
export type CommandEntry = { summary: string; load: () => Promise<Command> };

/** Every command by its name. */
export const commands: Record<string, CommandEntry> = {
  up: {
    summary: 'start everything and run until Ctrl-C',
    load: async () => (await import('./commands/up.ts')).up,
  },
  load: {
    summary: 'load postings from a file',
    load: async () => (await import('./commands/load.ts')).load,
  },
  sources: {
    summary: 'read job boards',
    load: async () => (await import('./commands/sources.ts')).sources,
  },
  generate: {
    summary: 'send made-up postings at a steady rate',
    load: async () => (await import('./commands/generate.ts')).generate,
  },
  status: {
    summary: 'health, lag and the ledger',
    load: async () => (await import('./commands/status.ts')).status,
  },
  watch: {
    summary: 'what the guards of all services do, as it happens',
    load: async () => (await import('./commands/watch.ts')).watch,
  },
  ask: {
    summary: 'ask which skills the market asks for',
    load: async () => (await import('./commands/ask.ts')).ask,
  },
  report: {
    summary: 'measure what people say about the market',
    load: async () => (await import('./commands/report.ts')).report,
  },
  postings: {
    summary: 'list the postings of a source, or of a job',
    load: async () => (await import('./commands/postings.ts')).postings,
  },
  journey: {
    summary: 'how far one posting is',
    load: async () => (await import('./commands/journey.ts')).journey,
  },
  trace: {
    summary: 'the spans of one posting',
    load: async () => (await import('./commands/trace.ts')).trace,
  },
  retract: {
    summary: 'take a posting out of all counts',
    load: async () => (await import('./commands/retract.ts')).retract,
  },
  erase: {
    summary: 'erase the postings of a source, and prove it',
    load: async () => (await import('./commands/erase.ts')).erase,
  },
  verify: {
    summary: 'recount everything and compare',
    load: async () => (await import('./commands/verify.ts')).verify,
  },
  repair: {
    summary: 'publish again what is missing',
    load: async () => (await import('./commands/repair.ts')).repair,
  },
  tag: {
    summary: 'find the skills in texts from standard input',
    load: async () => (await import('./commands/tag.ts')).tag,
  },
  token: {
    summary: 'sign a token for a demonstration',
    load: async () => (await import('./commands/token.ts')).token,
  },
  retag: {
    summary: 'tag every posting again',
    load: async () => (await import('./commands/retag.ts')).retag,
  },
  taxonomy: {
    summary: 'check, count and find the skills that tagging knows',
    load: async () => (await import('./commands/taxonomy.ts')).taxonomy,
  },
  dlq: {
    summary: 'list, show and migrate dead letters',
    load: async () => (await import('./commands/dlq.ts')).dlq,
  },
  debug: {
    summary: 'what a process is busy with, or holds',
    load: async () => (await import('./commands/debug.ts')).debug,
  },
  reset: {
    summary: 'remove topics, collections and views',
    load: async () => (await import('./commands/reset.ts')).reset,
  },
  down: {
    summary: 'stop what "up" started',
    load: async () => (await import('./commands/down.ts')).down,
  },
  cluster: {
    summary: 'the same on a Kubernetes cluster',
    load: async () => (await import('./commands/cluster.ts')).cluster,
  },
};
