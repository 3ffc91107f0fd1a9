import type { Descriptions } from './operation.ts';

/** The resource `tags`. */
export const tagDescribed: Descriptions = {
  findTags: {
    tag: 'tagging',
    description:
      'As the pipeline does it, and without keeping anything. Takes a text, or a title and a description. Spans ' +
      'count UTF-16 units of the text, or of title, empty line, description. `explain` answers why a word like ' +
      '"Go" was taken for the skill in one place and for a verb in another. A text or description may have 200,000 ' +
      'characters, with `explain` 20,000, and a title 500. The first 50,000 are looked through. Of 200 ' +
      'skills 20 places each are listed at most, and 1,000 decisions; `charactersLeftOut`, `leftOut` and ' +
      '`decisionsLeftOut` count the rest.',
    body: {
      description:
        'One text, or the two of a posting, as JSON in UTF-8 without repeated keys; 1 MB at most, in 4 levels and ' +
        '200 values. It may be packed: `Content-Encoding: gzip`, to a hundredth of its size at the least.',
      examples: {
        text: { summary: 'A text', value: { text: 'We go to market with Go and Kafka.' } },
        posting: {
          summary: 'A posting of a company that is named like a skill',
          value: {
            title: 'Data engineer',
            description: 'Snowflake looks for people who know dbt and Snowflake.',
            organization: 'Snowflake',
          },
        },
      },
    },
    returns: 'The skills, in the order of the text.',
    problems: ['TooSlow', 'TooLarge', 'UnsupportedMediaType'],
  },
};
