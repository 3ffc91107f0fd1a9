import { isAlias, isMap, isScalar, isSeq, type Document, type LineCounter, type Node } from 'yaml';

/** YAML as it was parsed, and where its lines begin. */
export type Parsed = { document: Document; lines: LineCounter };

const inside = (node: unknown, key: PropertyKey, document: Document): unknown => {
  const target = isAlias(node) ? node.resolve(document) : node;
  return isMap(target) || isSeq(target) ? target.get(key, true) : undefined;
};

/**
 * Where something stands, as `line 3, column 5: `; of what is not there, what it is missing in.
 * @param path from the root; with `key` the key of that name in what is there
 * @returns nothing for what was added after the text was parsed
 */
export const placeIn = ({ document, lines }: Parsed, path: readonly PropertyKey[], key?: string): string => {
  let node: unknown = document.contents;
  for (const step of path) {
    const next = inside(node, step, document);
    if (next === undefined) break;
    node = next;
  }
  const pair =
    key !== undefined && isMap(node)
      ? node.items.find((one) => isScalar(one.key) && one.key.value === key)
      : undefined;
  const start = ((pair?.key ?? node) as Node | null)?.range?.[0];
  return start === undefined ? '' : placeAt(lines, start);
};

/** The place of a character, as `line 3, column 5: `. */
export const placeAt = (lines: LineCounter, offset: number): string => {
  const { line, col } = lines.linePos(offset);
  return `line ${line}, column ${col}: `;
};
