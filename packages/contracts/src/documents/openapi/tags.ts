import type { Descriptions } from './operation.ts';

/** The resource `tags`. */
export const tagDescribed: Descriptions = {
  findTags: {
    tag: 'tagging',
    description:
      'Uses the same rules as the pipeline and stores nothing. Takes a text, or a title and a description. ' +
      'Spans count UTF-16 units of the text, or of title, empty line, description. `explain` shows why a word ' +
      'like "Go" was classified as the skill in one place and as a verb in another. A text or description may ' +
      'have 200,000 characters, with `explain` 20,000, and a title 500. The first 50,000 characters are ' +
      'analysed. At most 200 skills with 20 occurrences each are listed, and 1,000 decisions; ' +
      '`charactersLeftOut`, `leftOut` and `decisionsLeftOut` count the rest.',
    body: {
      description:
        'A text, or the title and description of a posting, as JSON in UTF-8 without duplicate keys; at most 1 ' +
        'MB, 4 levels and 200 values. It may be compressed (`Content-Encoding: gzip`), by a factor of 100 at ' +
        'most.',
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
