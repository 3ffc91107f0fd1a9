export * from './mongo.ts';
