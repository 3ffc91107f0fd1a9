export type EngineName = 'kafka' | 'mongo' | 'redis';
export const engineNames: readonly EngineName[] = ['kafka', 'mongo', 'redis'];

export type Provider = 'external' | 'docker' | 'java';
export type EngineUrls = { kafkaBrokers: string[]; mongoUrl: string; redisUrl: string };

/** Takes one line of progress for people. */
export type Report = (line: string) => void;

export type Engines = {
  provider: Provider;
  /** Why this provider was taken, as one clause. */
  reason: string;
  urls: EngineUrls;
  /** Process ids by engine, for memory figures; empty unless the provider is java. */
  pids: Partial<Record<EngineName, number>>;
  /** Ends one engine at once, as a crash would (SIGKILL); its data stays. For fault tests. */
  kill(name: EngineName): Promise<void>;
  /** Starts a killed engine on the same port and data, and resolves when it answers. */
  start(name: EngineName): Promise<void>;
  /** Stops exactly what was started here. May be called more than once. */
  stop(): Promise<void>;
};

export type EngineOptions = {
  /** Absent: auto. */
  provider?: 'auto' | Provider;
  /** What the data belong to: they lie in it (java), or in volumes named after it (docker). Absent: they go at stop. */
  dataFolder?: string;
  /** The engines that the java provider starts, where a test brings the others; nobody listens at theirs. Absent: all. */
  only?: readonly EngineName[];
  report?: Report;
  env?: NodeJS.ProcessEnv;
};
