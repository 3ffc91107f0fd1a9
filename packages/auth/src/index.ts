export * from './auth-config.ts';
export * from './authorize.ts';
export * from './caller.ts';
export * from './create-authorize.ts';
export * from './issuer-keys.ts';
export * from './verify-token.ts';
export { callerNameOf, checkScope, factsOf, tokenEndsMs } from './request-caller.ts';
