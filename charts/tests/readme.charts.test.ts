import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { chartReadme } from '../scripts/readme.ts';
import { charts } from './set-up.ts';

const read = (chart: string) => readFileSync(join(import.meta.dirname, '..', chart, 'README.md'), 'utf8');
const sectionsOf = (text: string) => [...text.matchAll(/^## (.+)$/gm)].map(([, title]) => title);
const meta = { name: 'gateway', description: 'A door', kubeVersion: '>=1.31.0-0' };
const values = `# Needs a key.

# -- Replicas.
replicas: 2
# -- Room.
resources: { requests: { cpu: 50m, memory: 128Mi } }
`;

describe.each(charts)('the README of %s', (chart) => {
  const text = read(chart);

  test('says what is needed, how to install, to upgrade and to uninstall, and what values there are', () => {
    expect(sectionsOf(text)).toEqual(['Requirements', 'Install', 'Upgrade', 'Uninstall', 'Values']);
  });

  test('says what stays after an uninstallation: volumes and their Secret only where there are engines', () => {
    const hasVolumes = chart === 'skillstream' || chart === 'engines';
    expect(text.includes(' delete pvc,secret --selector ')).toBe(hasVolumes);
    expect(text.includes('A volume keeps its size')).toBe(hasVolumes);
  });
});

test('requirements are those of the values: the version of Kubernetes, the room, and what a switch needs', () => {
  const plain = chartReadme(meta, values);
  expect(plain).toContain('- Kubernetes 1.31 or later');
  expect(plain).toContain('a replica asks for 50m of CPU and 128Mi of memory, and by default there are 2');
  expect(plain).not.toContain('metrics-server');
  const scaled = chartReadme(meta, `${values}# -- Scaling.\nautoscaling: { enabled: false }\n`);
  expect(scaled).toContain('- `autoscaling.enabled` needs metrics-server.');
});
