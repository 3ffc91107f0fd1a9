import type { createTransactionalPublisher, Kafka, TopicAdmin } from '@skillstream/messaging';
import type { ChannelSettings, Log } from '@skillstream/runtime';
import type { Telemetry } from '@skillstream/telemetry';
import type { RequestHandler } from 'express';
import type { Connection } from 'mongoose';
import type { Retention } from './expiry/retention.ts';
import type { BoardsDeps, BoardsSettings } from './boards/boards.ts';
import type { ErasureSettings } from './erasure/create-erasure.ts';
import type { OutboxHooks } from './outbox/fault-injection.ts';
import type { OutboxSettings } from './outbox/outbox.ts';

/** What a deployment may configure. */
export type Settings = OutboxSettings &
  ErasureSettings & {
    partitions: number;
    maxLineBytes: number;
    maxBodyBytes: number;
    /** How long the text of postings is kept; for good by default. */
    retention?: Retention;
    boards: BoardsSettings;
    /** Whether postings of one job are linked; they are by default. */
    linking?: boolean;
  };

/** What ingestion is built from: its connections, which the caller closes, and its settings. */
export type AppDeps = {
  settings: Settings;
  log: Log;
  mongo: Connection;
  kafka: Kafka;
  admin: TopicAdmin;
  authorize: RequestHandler;
  telemetry?: Telemetry;
  hooks?: OutboxHooks;
  channel?: ChannelSettings;
  /** For tests: how job boards are reached. */
  boardsDispatcher?: BoardsDeps['dispatcher'];
  /** For tests: how the relay gets its producer. */
  createPublisher?: typeof createTransactionalPublisher;
};
