import { ledger, operations, type PlatformStatus } from '@skillstream/contracts';
import type { z } from 'zod';
import { costOfCalls } from '../cost.ts';
import type { Fields, Types } from '../create-types.ts';
import { statusGiven } from '../shapes.ts';

type Service = z.infer<typeof statusGiven>['services'][number];

// The most upstream requests that the ledger and the status make.
const CALLS_OF_LEDGER = 6;
const CALLS_OF_STATUS = 5;

const serviceOf = ([name, status]: [string, PlatformStatus['services'][string]]): Service =>
  'unreachable' in status
    ? { name, ready: false, unreachable: status.unreachable, checks: [] }
    : {
        name,
        ready: status.ready,
        unreachable: null,
        checks: Object.entries(status.checks).map(([check, found]) => ({ name: check, ...found })),
      };

/** `ledger` and `status`. */
export const platformFields = (types: Types): Fields => ({
  ledger: {
    description: 'What became of every posting that was accepted.',
    type: types.typeOf(ledger, 'Query.ledger'),
    extensions: { complexity: costOfCalls(CALLS_OF_LEDGER) },
    resolve: (_source, _args, { asking, needs }) => {
      needs(operations.getLedger.scope);
      return asking.ledger();
    },
  },
  status: {
    description: 'The readiness of each service, and the lag of each consumer.',
    type: types.typeOf(statusGiven, 'Query.status'),
    extensions: { complexity: costOfCalls(CALLS_OF_STATUS) },
    resolve: async (_source, _args, { asking, needs }) => {
      needs(operations.getStatus.scope);
      const { services, consumers, away = [] } = await asking.status();
      return { services: Object.entries(services).map(serviceOf), consumers, away };
    },
  },
});
