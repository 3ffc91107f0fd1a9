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

/** Who may log in, and as what: the java provider then lets nobody else in. Its MongoDB knows no users. */
export type EngineLogins = {
  /** May do everything: Kafka's super user, Redis' default user. */
  admin: { username: string; password: string };
  /** Passwords of Kafka's users by name; what they may is for the admin to say, by ACLs. */
  kafka: Record<string, string>;
  /** The rules of Redis' users by name, as its ACL has them, passwords among them. */
  redis: Record<string, readonly string[]>;
};

export type EngineOptions = {
  /** Absent: auto. */
  provider?: 'auto' | Provider;
  /**
   * What the data belong to: they lie in it (java), or in volumes named after it (docker). Absent: they go at stop.
   */
  dataFolder?: string;
  /**
   * The engines that the java provider starts, where a test brings the others; nobody listens at theirs. Absent: all.
   */
  only?: readonly EngineName[];
  /** For the java provider. Absent: everybody may do everything. */
  logins?: EngineLogins;
  /**
   * Present: an engine of the java provider that ends by itself is started again, and this hears of it when it
   * answers. Absent: it stays away until `start`, as fault tests want it.
   */
  onRestarted?: (name: EngineName) => void;
  report?: Report;
  env?: NodeJS.ProcessEnv;
};
