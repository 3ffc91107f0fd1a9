import { mkdirSync, writeFileSync } from 'node:fs';
import { rulesFile } from './rules-file.ts';

// Writes generated/skillstream.rules.yaml.
const GENERATED = new URL('../generated/', import.meta.url);
mkdirSync(GENERATED, { recursive: true });
writeFileSync(new URL('skillstream.rules.yaml', GENERATED), rulesFile());
