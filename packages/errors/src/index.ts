export * from './app-error.ts';
export * from './driver-errors.ts';
export * from './error-status.ts';
export * from './json-fault.ts';
export * from './logged-error.ts';
export * from './validation-issues.ts';
