export * from './kafka-acls.ts';
export * from './mongo-roles.ts';
export * from './redis-rules.ts';
export * from './table.ts';
