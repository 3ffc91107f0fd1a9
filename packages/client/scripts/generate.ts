import { writeFileSync } from 'node:fs';
import { clientTypes } from './types.ts';

// Writes generated/api.ts.
writeFileSync(new URL('../generated/api.ts', import.meta.url), await clientTypes());
