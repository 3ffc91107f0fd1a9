export type EngineName = 'kafka' | 'mongo' | 'redis';
export const engineNames: readonly EngineName[] = ['kafka', 'mongo', 'redis'];

export type Provider = 'external' | 'docker' | 'java';
export type EngineUrls = { kafkaBrokers: string[]; mongoUrl: string; redisUrl: string };

/** Receives one line of progress for users. */
export type Report = (line: string) => void;

export type Engines = {
  provider: Provider;
  /** Why this provider was chosen, as one clause. */
  reason: string;
  urls: EngineUrls;
  /** Process ids by engine, for memory figures; empty unless the provider is java. */
  pids: Partial<Record<EngineName, number>>;
  /** Kills one engine, as a crash would (SIGKILL); its data stays. For fault tests. */
  kill(name: EngineName): Promise<void>;
  /** Starts a killed engine on the same port and data, and resolves when it responds. */
  start(name: EngineName): Promise<void>;
  /** Stops exactly what was started here. May be called more than once. */
  stop(): Promise<void>;
};

/** Users and their rights: the java provider then refuses everybody else. Its MongoDB has no users. */
export type EngineLogins = {
  /** May do everything: Kafka's super user, and Redis' default user. */
  admin: { username: string; password: string };
  /** Passwords of Kafka's users by name; the admin grants their rights by ACLs. */
  kafka: Record<string, string>;
  /** ACL rules of Redis' users by name, including passwords. */
  redis: Record<string, readonly string[]>;
};

export type EngineOptions = {
  /** Absent: auto. */
  provider?: 'auto' | Provider;
  /**
   * Folder of the data: they are in it (java), or in volumes named after it (docker). Absent: they are deleted at
   * stop.
   */
  dataFolder?: string;
  /**
   * The engines that the java provider starts, when a test brings the others, whose ports stay unused. Absent: all.
   */
  only?: readonly EngineName[];
  /** For the java provider. Absent: no authentication. */
  logins?: EngineLogins;
  /**
   * Present: an engine of the java provider that exits by itself is restarted, one of the docker provider that goes is
   * reported, and this is called when it responds again. Absent: it stays down until `start`, as fault tests need it.
   */
  onRestarted?: (name: EngineName) => void;
  report?: Report;
  env?: NodeJS.ProcessEnv;
};
