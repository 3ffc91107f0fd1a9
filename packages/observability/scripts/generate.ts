import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dashboards } from '../src/dashboards/index.ts';
import { dashboardFile } from './grafana.ts';
import { rulesFile } from './rules-file.ts';

// Writes generated/skillstream.rules.yaml and generated/dashboards/*.json.
const GENERATED = new URL('../generated/', import.meta.url);
const DASHBOARDS = new URL('dashboards/', GENERATED);
rmSync(DASHBOARDS, { recursive: true, force: true });
mkdirSync(DASHBOARDS, { recursive: true });
writeFileSync(new URL('skillstream.rules.yaml', GENERATED), rulesFile());
for (const plan of dashboards) writeFileSync(new URL(`${plan.id}.json`, DASHBOARDS), dashboardFile(plan));
