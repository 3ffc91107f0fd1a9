export * from './response-of.ts';
export * from './create-client.ts';
export * from './errors.ts';
export * from './send-lines.ts';
