import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadModel } from '../model/load-model.ts';
import { loadTaxonomy } from '../taxonomy/load-taxonomy.ts';
import { spellings } from '../taxonomy/spellings.ts';
import { createTagger } from './create-tagger.ts';
import { postingText } from './posting-tags.ts';

const taxonomy = loadTaxonomy();
const tagger = createTagger(taxonomy, loadModel());
const labels = (text: string) => tagger.tag(text).map(({ label }) => label);

/** The skills of issue 3, as a posting would spell them, with the expected labels. */
const asked: [string, string][] = [
  ...[
    'AWS',
    'Azure',
    'Google Cloud',
    'Docker',
    'Kubernetes',
    'microservices',
    'REST',
    'GraphQL',
    'gRPC',
    'OAuth',
  ],
  ...[
    'JWT',
    'OWASP',
    'zero trust',
    'GDPR',
    'PCI DSS',
    'SOC 2',
    'ISO 27001',
    'HIPAA',
    'MongoDB',
    'Cassandra',
    'Redis',
  ],
  ...[
    'PostgreSQL',
    'MySQL',
    'Oracle',
    'SQL Server',
    'DynamoDB',
    'Elasticsearch',
    'Kafka',
    'RabbitMQ',
    'TensorFlow',
  ],
  ...[
    'PyTorch',
    'OpenAI API',
    'machine learning',
    'Jenkins',
    'GitLab CI',
    'GitHub Actions',
    'CI/CD',
    'Terraform',
  ],
  ...[
    'Ansible',
    'Python',
    'Java',
    'Go',
    'Node.js',
    'TypeScript',
    'Rust',
    'C#',
    '.NET',
    'PHP',
    'Ruby',
    'Spring Boot',
  ],
  ...['Django', 'teamwork', 'remote collaboration'],
].map((name) => [name, name] as [string, string]);

test.each([...asked, ['LLMs', 'LLM'], ['communication skills', 'communication']] as [string, string][])(
  '"%s" in a plain sentence is tagged %s',
  (name, label) => {
    expect(labels(`You have worked with ${name}, MySQL and Linux before.`)).toContain(label);
  },
);

test('every unambiguous spelling of the taxonomy is tagged as its skill, also after the name of a broader one', () => {
  const lost = taxonomy.skills.flatMap((skill) =>
    skill.forms
      .filter(({ ambiguous }) => ambiguous === undefined)
      .flatMap(({ text }) => spellings(text))
      .filter((spelling) => {
        const tags = tagger.tag(`We use ${spelling}.`);
        const leads = tags.slice(0, -1).every(({ skillId }) => skill.broader.includes(skillId));
        const written = tags.map(({ text }) => text).join(' ');
        return tags.at(-1)?.skillId !== skill.id || !leads || written !== spelling;
      }),
  );
  expect(lost).toEqual([]);
});

test('a tag has skill, label, category, the words as written and their span', () => {
  expect(tagger.tag('Deploy to k8s.')).toEqual([
    {
      skillId: 'kubernetes',
      label: 'Kubernetes',
      category: 'containers-microservices',
      text: 'k8s',
      start: 10,
      end: 13,
    },
  ]);
});

test('a posting is tagged over its title and description as one text', () => {
  const posting = { title: 'Python developer', description: 'You know Django.' };
  const tags = tagger.tag(postingText(posting));
  expect(tags.map(({ label, start, end }) => [label, postingText(posting).slice(start, end)])).toEqual([
    ['Python', 'Python'],
    ['Django', 'Django'],
  ]);
});

const words = [
  'Go',
  'to',
  'C',
  'C++',
  'C#',
  'R&D',
  'Node.js',
  'node',
  ',',
  '/',
  ' ',
  '\n',
  '-',
  'Java',
  'Script',
  '.NET',
];
const arbitraryText = fc
  .array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary', maxLength: 4 }), fc.constant(' ')), {
    maxLength: 40,
  })
  .map((parts) => parts.join(''));

test('spans contain the tagged words, ascend and never overlap, whatever the text', () => {
  fc.assert(
    fc.property(arbitraryText, (text) => {
      let free = 0;
      for (const tag of tagger.tag(text)) {
        expect(text.slice(tag.start, tag.end)).toBe(tag.text);
        expect(tag.start).toBeGreaterThanOrEqual(free);
        expect(tag.end).toBeGreaterThan(tag.start);
        free = tag.end;
      }
    }),
    { numRuns: 500 },
  );
});

test('the same text gives the same tags, whatever was tagged in between', () => {
  fc.assert(
    fc.property(arbitraryText, arbitraryText, (text, other) => {
      const first = tagger.tag(text);
      tagger.tag(other);
      expect(tagger.tag(text)).toEqual(first);
    }),
  );
});
