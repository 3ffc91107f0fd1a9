// Writes a record that is not JSON into postings.received.v1 of what runs here, as a faulty program might:
// docs/patterns/dead-letters.md says what to see then.
import { postingsReceived } from '@skillstream/contracts';
import { kafkaBrokers } from '../../packages/cli/src/platform/engine-addresses.ts';
import { publishNonsense } from '../platform/publish-nonsense.ts';
import { scriptArgs } from './script-args.ts';

scriptArgs({ usage: 'usage: node test/scripts/publish-nonsense.ts', options: {} }, () => undefined);

await publishNonsense(kafkaBrokers());
process.stdout.write(`"seven" stands in ${postingsReceived.name} under the key "bad"\n`);
