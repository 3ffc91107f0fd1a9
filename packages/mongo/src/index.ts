export * from './mongo.ts';
export * from './prefix-record.ts';
