/**
 * An error whose message says what a person can do about it, and is printed as it is. `exitCode` is 2 for wrong usage.
 */
export class CliError extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.name = 'CliError';
    this.exitCode = exitCode;
  }
}

/** A usage error. */
export const usageError = (message: string): CliError => new CliError(message, 2);
