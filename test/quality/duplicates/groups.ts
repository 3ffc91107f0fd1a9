import { compare, createLinkIndex, type Signature } from '@skillstream/linking';

export type Groups = {
  postings: number;
  jobs: number;
  /** Jobs of more than one posting. */
  groups: number;
  largest: number;
  /** Postings whose text another one of their organization and country has, and how many of them are in a group. */
  sameText: number;
  sameTextLinked: number;
  comparisons: number;
};

/**
 * Links postings in the order in which they come, each with all of those that the index finds and that are like it;
 * and whatever is linked, also through others, is one job. The platform merges no jobs, so it should make no fewer.
 */
export const groupsOf = (signatures: readonly Signature[]): Groups => {
  const index = createLinkIndex<number>();
  const parents: number[] = [];
  const rootOf = (at: number): number => {
    let root = at;
    while (parents[root] !== root) root = parents[root]!;
    return root;
  };
  let comparisons = 0;
  signatures.forEach((signature, at) => {
    parents.push(at);
    for (const other of index.add(at, signature)) {
      comparisons += 1;
      if (compare(signature, signatures[other]!).class !== 'none') parents[rootOf(other)] = rootOf(at);
    }
  });
  const sizes = countsOf(signatures.map((_, at) => rootOf(at)));
  const textOf = ({ organization, country, textHash }: Signature) => `${organization}|${country}|${textHash}`;
  const texts = countsOf(signatures.map(textOf));
  const shared = signatures.flatMap((signature, at) => (texts.get(textOf(signature))! > 1 ? [at] : []));
  return {
    postings: signatures.length,
    jobs: sizes.size,
    groups: [...sizes.values()].filter((size) => size > 1).length,
    largest: Math.max(...sizes.values()),
    sameText: shared.length,
    sameTextLinked: shared.filter((at) => sizes.get(rootOf(at))! > 1).length,
    comparisons,
  };
};

const countsOf = <T>(values: readonly T[]): Map<T, number> => {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};
