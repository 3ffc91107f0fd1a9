/** Something that must not be. Those of the same kind about the same thing are told together. */
export type Finding = {
  kind: string;
  /** The operation or the service that it is about. */
  about: string;
  detail: string;
  /** The requests that it came of, or that were under way then. */
  numbers: number[];
};

export type FindingGroup = Omit<Finding, 'detail'> & { details: string[]; times: number };

const MOST_NUMBERS = 12;
const MOST_DETAILS = 6;

/** Findings of the same kind about the same thing as one, with the first details and numbers. */
export const groupFindings = (findings: readonly Finding[]): FindingGroup[] => {
  const groups = new Map<string, FindingGroup>();
  for (const { kind, about, detail, numbers } of findings) {
    const key = `${kind} ${about}`;
    const group = groups.get(key) ?? { kind, about, details: [], numbers: [], times: 0 };
    groups.set(key, group);
    group.times += 1;
    group.numbers = [...new Set([...group.numbers, ...numbers])].slice(0, MOST_NUMBERS);
    if (group.details.length < MOST_DETAILS) group.details.push(detail);
  }
  return [...groups.values()];
};
