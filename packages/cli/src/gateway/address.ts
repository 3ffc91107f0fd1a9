import { readRunFile } from '../platform/run-file.ts';

export const DEFAULT_GATEWAY = 'http://127.0.0.1:4100';
/** The option that every command has which talks to a gateway. */
export const gatewayOption = { gateway: { type: 'string' } } as const;

/** Where the gateway is: as told, else from SKILLSTREAM_GATEWAY, else of the `up` that runs here. */
export const gatewayAddress = (told: string | undefined): string =>
  told ?? process.env['SKILLSTREAM_GATEWAY'] ?? readRunFile()?.urls.gateway ?? DEFAULT_GATEWAY;
