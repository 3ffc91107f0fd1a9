import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { type ReleasedImage, releaseValues } from '../../scripts/release-values.ts';
import { imagesOf, releasedChart } from '../scripts/released-chart.ts';
import { chartsCopy } from './config.ts';
import { helm } from './helm.ts';
import { charts as installed } from './set-up.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const everyChart = ['common', ...installed];
type Meta = {
  name: string;
  type: string;
  appVersion?: string;
  kubeVersion: string;
  icon: string;
  home?: string;
  sources?: string[];
  keywords: string[];
  maintainers: { name: string }[];
  annotations: Record<string, string>;
};
const metaOf = (chart: string) => parse(read(`charts/${chart}/Chart.yaml`)) as Meta;
const application = JSON.parse(read('package.json')) as { version: string; license: string };

// https://artifacthub.io/docs/topics/annotations/helm/
const categories = ['database', 'integration-delivery', 'networking', 'streaming-messaging'];
const kinds = ['added', 'changed', 'deprecated', 'removed', 'fixed', 'security'];

describe.each(everyChart)('Chart.yaml of %s', (chart) => {
  const meta = metaOf(chart);

  test('says what it is, of what licence, and what is new', () => {
    expect(meta).toMatchObject({ name: chart, kubeVersion: '>=1.30.0-0' });
    expect(meta.keywords.length).toBeGreaterThan(2);
    expect(meta.maintainers[0]!.name).toMatch(/\w/);
    expect(meta.annotations['artifacthub.io/license']).toBe(application.license);
    expect(categories).toContain(meta.annotations['artifacthub.io/category']);
    const changes = parse(meta.annotations['artifacthub.io/changes']!) as {
      kind: string;
      description: string;
    }[];
    expect(changes.length).toBeGreaterThan(0);
    for (const { kind, description } of changes) {
      expect(kinds).toContain(kind);
      expect(description).toMatch(/^\S.+[^.]$/);
    }
  });

  test('has the icon of the page, in itself', () => {
    const [, data = ''] = meta.icon.split('data:image/svg+xml;base64,');
    expect(Buffer.from(data, 'base64').toString()).toBe(read('packages/dashboard/src/icon.svg').trim());
  });

  test('is of the application’s version, unless it is a library, and names no address that nobody has', () => {
    expect(meta.appVersion).toBe(meta.type === 'library' ? undefined : application.version);
    expect([meta.home, meta.sources]).toEqual([undefined, undefined]);
  });
});

const digest = (letter: string) => `sha256:${letter.repeat(64)}`;
// As the job before writes them.
const built = ['ingestion', 'tagging', 'analytics', 'gateway', 'cli'].map((image, at): ReleasedImage => ({
  image,
  registry: 'ghcr.io/somebody',
  digest: digest(String(at + 1)),
}));
const values = releaseValues(built);
const release = {
  source: 'https://example.org/somebody/skillstream',
  commit: 'c'.repeat(40),
  images: imagesOf(values),
};

describe('a released chart', () => {
  let copy: string;
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'skillstream-released-'));
    cpSync(chartsCopy.folder(), copy, { recursive: true });
    for (const chart of everyChart)
      writeFileSync(
        join(copy, chart, 'Chart.yaml'),
        releasedChart(read(`charts/${chart}/Chart.yaml`), release),
      );
  });
  afterAll(() => rmSync(copy, { recursive: true }));

  test.each(everyChart)('%s has a home, sources and links of who released it, and no warning', (chart) => {
    const meta = parse(readFileSync(join(copy, chart, 'Chart.yaml'), 'utf8')) as Meta;
    const at = `${release.source}/tree/${release.commit}`;
    expect(meta).toMatchObject({ home: release.source, sources: [`${at}/charts/${chart}`] });
    const links = parse(meta.annotations['artifacthub.io/links']!) as { url: string }[];
    for (const { url } of links) expect(() => read(url.replace(`${at}/`, ''))).not.toThrow();
    const values = globSync(join(copy, chart, 'ci/*-values.yaml'))
      .flatMap((file) => ['--values', file])
      .slice(0, 2);
    expect(helm(['lint', '--strict', '--quiet', ...values, join(copy, chart)])).toEqual({
      status: 0,
      output: '',
    });
  });

  test('names the images that it runs by their digests, the umbrella all of them', () => {
    const imagesIn = (chart: string) => {
      const text = releasedChart(read(`charts/${chart}/Chart.yaml`), release);
      return parse((parse(text) as Meta).annotations['artifacthub.io/images'] ?? '[]') as object[];
    };
    const named = built.map(({ image, registry, digest }) => ({
      name: image,
      image: `${registry}/skillstream/${image}@${digest}`,
    }));
    expect(imagesIn('gateway')).toEqual([named[3]]);
    expect(imagesIn('engines')).toEqual([named[0]]);
    expect(imagesIn('common')).toEqual([]);
    expect(imagesIn('skillstream')).toEqual(named);
  });

  test('is packed without the values that tests read', () => {
    expect(helm(['package', '--destination', copy, join(copy, 'gateway')]).status).toBe(0);
    const archive = globSync('gateway-*.tgz', { cwd: copy })[0]!;
    const { stdout } = spawnSync('tar', ['--list', '--file', join(copy, archive)], { encoding: 'utf8' });
    const files = stdout.split('\n').filter((file) => /^gateway\/[^/]+$/.test(file));
    expect(files).toEqual(expect.arrayContaining(['gateway/Chart.yaml', 'gateway/README.md']));
    expect(stdout).not.toContain('gateway/ci/');
  });

  test.each([
    [{ source: '' }, ' is no address of sources'],
    [{ source: 'https://example.org/' }, 'is no address of sources'],
    [{ commit: 'main' }, 'main is no commit'],
  ])('is refused where %j is all that is known', (unknown, fault) => {
    const chart = read('charts/gateway/Chart.yaml');
    expect(() => releasedChart(chart, { ...release, ...unknown })).toThrow(fault);
  });

  test.each([
    ['the digest of an image', /^tagging:\n.*\n.*$/m, 'no digest for tagging'],
    ['a registry', /servicesRegistry: .*/, 'no global.image.servicesRegistry'],
  ])('is refused without %s', (_, told, fault) => {
    expect(() => imagesOf(values.replace(told, ''))).toThrow(fault);
  });
});
