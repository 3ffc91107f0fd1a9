// What only whoever releases a chart knows: where its sources are, and which images were signed.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { argv, env, stderr } from 'node:process';
import { parse, parseDocument, stringify } from 'yaml';

/** Where a release is of: the address of the repository, its commit, and its images by the charts that run them. */
export type Release = {
  source: string;
  commit: string;
  images: Readonly<Record<string, readonly string[]>>;
};

const ADDRESS = /^https:\/\/[^\s/]+\/\S*[^\s/]$/;
const COMMIT = /^[0-9a-f]{40}$/;

/**
 * The Chart.yaml of a released chart: home, sources, links, and images by digest.
 * @param chart the text of Chart.yaml as it is in the repository
 * @throws Error where the release is not known well enough
 */
export const releasedChart = (chart: string, { source, commit, images }: Release): string => {
  if (!ADDRESS.test(source)) throw new Error(`${source} is no address of sources`);
  if (!COMMIT.test(commit)) throw new Error(`${commit} is no commit`);
  const document = parseDocument(chart);
  const name = String(document.get('name'));
  const at = `${source}/tree/${commit}`;
  document.set('home', source);
  document.set('sources', [`${at}/charts/${name}`]);
  const links = [
    { name: 'Documentation', url: `${at}/charts/README.md` },
    { name: 'Changes', url: `${at}/CHANGELOG.md` },
    { name: 'Security', url: `${at}/SECURITY.md` },
  ];
  document.setIn(['annotations', 'artifacthub.io/links'], stringify(links));
  const own = (images[name] ?? []).map((image) => ({
    name: /([\w-]+)@/.exec(image)?.[1] ?? name,
    image,
  }));
  if (own.length > 0) document.setIn(['annotations', 'artifacthub.io/images'], stringify(own));
  return document.toString({ lineWidth: 0 });
};

type Values = Record<string, { image?: { servicesRegistry?: string; digest?: string } } | undefined>;
const services = ['ingestion', 'tagging', 'analytics', 'gateway'];
/** Which of our images each chart runs: the Job that gives Kafka's rights is of ingestion's. */
const runs: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(services.map((name) => [name, [name]])),
  engines: ['ingestion'],
  skillstream: [...services, 'cli'],
};

/**
 * The images of each chart by digest; the umbrella has all of them.
 * @param releaseValues the text of release-values.yaml
 * @throws Error that names the registry, or the key whose digest is missing
 */
export const imagesOf = (releaseValues: string): Record<string, string[]> => {
  const values = parse(releaseValues) as Values;
  const registry = values['global']?.image?.servicesRegistry;
  if (!registry) throw new Error('release-values.yaml has no global.image.servicesRegistry');
  const referenceOf = (image: string): string => {
    // The command is what the generator runs.
    const key = image === 'cli' ? 'generator' : image;
    const digest = values[key]?.image?.digest;
    if (digest === undefined) throw new Error(`release-values.yaml has no digest for ${key}`);
    return `${registry}/skillstream/${image}@${digest}`;
  };
  return Object.fromEntries(Object.entries(runs).map(([chart, images]) => [chart, images.map(referenceOf)]));
};

// SOURCE=https://… REVISION=… node charts/scripts/released-chart.ts release-values.yaml: changes every Chart.yaml.
if (import.meta.main)
  try {
    const images = imagesOf(readFileSync(argv[2] ?? '', 'utf8'));
    const release = { source: env['SOURCE'] ?? '', commit: env['REVISION'] ?? '', images };
    const charts = dirname(import.meta.dirname);
    const written = globSync('*/Chart.yaml', { cwd: charts }).map(
      (file) =>
        [join(charts, file), releasedChart(readFileSync(join(charts, file), 'utf8'), release)] as const,
    );
    for (const [file, text] of written) writeFileSync(file, text);
  } catch (error) {
    stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
