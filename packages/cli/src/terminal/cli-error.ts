/** Says what a person can do about it; printed as it is. `exitCode` is 2 where the command was typed wrongly. */
export class CliError extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.name = 'CliError';
    this.exitCode = exitCode;
  }
}

/** An error of how the command was typed. */
export const usageError = (message: string): CliError => new CliError(message, 2);
