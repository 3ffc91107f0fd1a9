import { isMap, isScalar, parseDocument, type Node, type Pair, type YAMLMap } from 'yaml';
import { afterInstall, beforeInstall, namespaceOf } from './guide.ts';

export type ChartMeta = { name: string; description: string; kubeVersion: string };
type Row = { key: string; value: string; description: string };

const MARK = '-- ';
const words = (comment: string | null | undefined) =>
  (comment ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join(' ');

/** The documented part of a comment: what stands behind `-- `. */
const described = (comment: string | null | undefined): string | null => {
  const text = words(comment);
  const at = text.lastIndexOf(MARK);
  return at < 0 ? null : text.slice(at + MARK.length);
};

const commentOf = (pair: Pair, index: number, map: YAMLMap): string | null => {
  const own = (pair.key as Node).commentBefore;
  // The parser gives what stands before the first key to the map.
  return described(own ?? (index === 0 ? map.commentBefore : null));
};

const rowsOf = (map: YAMLMap, path: string): Row[] =>
  map.items.flatMap((pair, index) => {
    const key = path + String(isScalar(pair.key) ? pair.key.value : pair.key);
    const description = commentOf(pair, index, map);
    if (description === null && isMap(pair.value)) return rowsOf(pair.value, `${key}.`);
    if (description === null) throw new Error(`${key} has no comment that begins with "# ${MARK.trim()}"`);
    const value = JSON.stringify((pair.value as Node).toJSON());
    return [{ key, value, description }];
  });

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');

// The comment at the very top, up to the first blank line.
const introduction = (values: string): string => {
  const [head = ''] = values.split('\n\n');
  const lines = head.split('\n');
  return lines.every((line) => line.startsWith('#'))
    ? lines.map((line) => line.slice(1).trim()).join(' ')
    : '';
};

/**
 * The README of a chart, from the comments of its values.
 * @param meta what Chart.yaml says
 * @param values the text of values.yaml; its first comment introduces the chart
 * @throws Error that names a value without a comment
 */
export const chartReadme = (meta: ChartMeta, values: string): string => {
  const document = parseDocument(values);
  const rows = rowsOf(document.contents as YAMLMap, '');
  const release = meta.name === 'skillstream' ? 'skillstream' : `my-${meta.name}`;
  const example = meta.name === 'skillstream' ? '' : `--values k8s/single-charts/${meta.name}.yaml `;
  // Our images are in no public registry: whoever pastes this has to have them.
  const install = [
    'docker buildx bake -f docker/docker-bake.hcl --load',
    'kind load docker-image --name skillstream skillstream/{ingestion,tagging,analytics,gateway}:dev',
    `helm upgrade --install ${release} --namespace ${namespaceOf(meta.name)} --create-namespace --dependency-update \\`,
    `  --set global.image.tag=dev ${example}charts/${meta.name}`,
  ].join('\n');
  return [
    `# ${meta.name}`,
    `${meta.description}.`,
    introduction(values),
    ...beforeInstall(meta, document.toJS() as { [key: string]: unknown }),
    '## Install',
    ['```sh', install, '```'].join('\n'),
    ...afterInstall(release, meta),
    '## Values',
    [
      '| value | default | meaning |',
      '| --- | --- | --- |',
      ...rows.map(
        ({ key, value, description }) => `| \`${key}\` | \`${cell(value)}\` | ${cell(description)} |`,
      ),
    ].join('\n'),
    '<!-- Made from values.yaml by `npm run generate:charts`. -->',
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n');
};
