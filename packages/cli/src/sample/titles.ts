import type { Role, Seniority } from '@skillstream/contracts';
import type { Random } from './random.ts';

/** `skillId` is the skill that a title names, so that its posting must hold it. */
export type SampleTitle = { title: string; role: Role; seniority: Seniority; skillId?: string };

type Name = { words: string; skillId?: string; seniority?: Seniority };

const names: Record<Role, readonly Name[]> = {
  backend: [{ words: 'Backend Engineer' }, { words: 'Backend Developer' }],
  frontend: [{ words: 'Frontend Engineer' }, { words: 'Frontend Developer' }],
  fullstack: [{ words: 'Full-Stack Engineer' }, { words: 'Full-Stack Developer' }],
  mobile: [{ words: 'Mobile Engineer' }, { words: 'Mobile Developer' }],
  data: [{ words: 'Data Engineer' }, { words: 'Data Analyst' }],
  ml: [{ words: 'Machine Learning Engineer', skillId: 'machine-learning' }, { words: 'Applied Scientist' }],
  devops: [
    { words: 'DevOps Engineer', skillId: 'devops' },
    { words: 'Platform Engineer' },
    { words: 'Infrastructure Engineer' },
  ],
  security: [{ words: 'Security Engineer' }, { words: 'Security Analyst' }],
  qa: [{ words: 'QA Engineer', skillId: 'quality-assurance' }, { words: 'Test Engineer' }],
  embedded: [{ words: 'Firmware Engineer', skillId: 'firmware' }, { words: 'Embedded Engineer' }],
  management: [
    { words: 'Engineering Manager', seniority: 'lead' },
    { words: 'Product Manager' },
    { words: 'Project Manager' },
  ],
  other: [{ words: 'Technical Writer' }, { words: 'Product Designer' }],
};

const roleWeights: ReadonlyArray<readonly [Role, number]> = [
  ['backend', 24],
  ['fullstack', 15],
  ['frontend', 12],
  ['data', 10],
  ['devops', 9],
  ['ml', 8],
  ['management', 6],
  ['mobile', 5],
  ['security', 4],
  ['qa', 3],
  ['embedded', 2],
  ['other', 2],
];

const seniorityWeights: ReadonlyArray<readonly [Seniority, number]> = [
  ['senior', 38],
  ['unknown', 30],
  ['mid', 10],
  ['lead', 10],
  ['junior', 9],
  ['intern', 3],
];

const prefixes: Record<Seniority, string> = {
  intern: '',
  junior: 'Junior ',
  mid: 'Mid-Level ',
  senior: 'Senior ',
  lead: 'Lead ',
  unknown: '',
};

/** A title with the role and seniority that it stands for. */
export const drawTitle = (random: Random): SampleTitle => {
  const role = random.pickWeighted(roleWeights);
  const name = random.pick(names[role]);
  const drawn = random.pickWeighted(seniorityWeights);
  const seniority = name.seniority ?? drawn;
  const prefix = name.seniority === undefined ? prefixes[seniority] : '';
  return {
    title: `${prefix}${name.words}${seniority === 'intern' ? ' Intern' : ''}`,
    role,
    seniority,
    ...(name.skillId !== undefined && { skillId: name.skillId }),
  };
};
