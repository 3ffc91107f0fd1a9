import { describe, expect, test } from '@jest/globals';
import { readFile } from '../testing.ts';
import { recordNameOf } from './record-name.ts';

const twice = (text: string) => text + text;
const posting = '<title>Cook</title><description>Soup</description>';

/** The least of some runs, in µs of CPU: compilation and collection of garbage are in the others. */
const workOf = (feed: string): number => {
  let least = Infinity;
  for (let run = 0; run < 5; run += 1) {
    const began = process.cpuUsage();
    recordNameOf(feed);
    const { user, system } = process.cpuUsage(began);
    least = Math.min(least, user + system);
  }
  return Math.max(1, least);
};

describe('the elements of a feed that are postings', () => {
  test.each([
    ['vacancy', `<vacancies>${twice(`<vacancy><title/><position>Cook</position><text>a</text></vacancy>`)}`],
    ['ad', `<jobs>${twice('<ad><job>Cook</job><text>Soup</text></ad>')}</jobs>`],
    ['ad', '<jobs><ad><job>Cook</job><text>Soup</text></ad></jobs>'],
    ['ad', `<jobs>${twice('<ad><job><name/><code/></job><text>Soup</text></ad>')}</jobs>`],
    ['ad', `<jobs>${twice('<ad><job>Cook</job><inhalte>Soup</inhalte></ad>')}</jobs>`],
    ['ad', `<ads>${twice(`<ad>${posting}<offers>${twice('<x><a/></x>')}</offers></ad>`)}</ads>`],
    ['ad', `<ads><ad>${posting}<places>${twice('<place><city/></place>')}</places></ad></ads>`],
    ['anzeige', `<data><status/><anzeigen>${twice(`<anzeige>${posting}</anzeige>`)}</anzeigen></data>`],
    ['ad', '<data><list><ad id="1" text="Soup"/></list></data>'],
  ])('are %s, whatever stands in them: %s', (name, feed) => expect(recordNameOf(feed)).toBe(name));

  test.each([
    ['item', `<rss><channel>${posting}<atom:link a="" b=""/><atom:link a="" b=""/><item>${posting}</item>`],
    ['item', `<rss><channel>${posting}</channel></rss>`],
    ['item', `<rss><channel>${posting}<item><title/><link/></item></channel></rss>`],
    ['item', `<rdf:RDF><channel>${posting}<items><rdf:Seq/></items></channel><item>${posting}</item>`],
    ['entry', '<feed><title/><author><name/></author><entry><title/><summary>a</summary></entry></feed>'],
    ['job', `<source><publisher>a</publisher><lastBuildDate/><job>${posting}</job></source>`],
    ['job', `<data><jobs>${twice(`<job>${posting}</job>`)}</jobs></data>`],
    ['job', `<data><body><jobs><job>${posting}</job></jobs></body></data>`],
    [
      'job',
      `<all>${twice(`<company><text>We</text><jobs>${twice(`<job>${posting}</job>`)}</jobs></company>`)}`,
    ],
    ['job', `<all>${twice(`<company><name/><jobs><job>${posting}</job></jobs></company>`)}</all>`],
    ['job', `<job>${posting}<position>Cook</position></job>`],
    ['position', '<workzag-jobs><position><parts><part><name/><value/></part></parts></position>'],
    ['row', '<table><row><field name="id">1</field><field name="b">2</field></row></table>'],
  ])('are %s, as in feeds that are common: %s', (name, feed) => expect(recordNameOf(feed)).toBe(name));

  test('are not taken from comments, sections of text or values of attributes', () => {
    const other = '<job><description/></job>';
    const feed = `<ads><!-- ${other} --><![CDATA[${other}]]><a b=" > ${other}"/>${twice(`<ad>${posting}</ad>`)}`;
    expect(recordNameOf(feed)).toBe('ad');
  });

  test('may have a name with other letters than those of ASCII', async () => {
    const feed = `<вакансии>${twice(`<Вакансия><text>Суп</text></Вакансия>`)}</вакансии>`;
    expect((await readFile(feed)).postings).toHaveLength(2);
  });

  test('are loaded with what has a usual name in them', async () => {
    const ad = (job: string) => `<ad><job>${job}</job><text>We fold</text></ad>`;
    expect((await readFile(`<jobs>${ad('Cook')}${ad('Mate')}</jobs>`)).postings).toMatchObject([
      { title: 'Cook', description: 'We fold' },
      { title: 'Mate', description: 'We fold' },
    ]);
  });

  test.each([
    ['nested', '<a>'.repeat(21_000)],
    ['of different names', Array.from({ length: 8000 }, (_, at) => `<a${at}/>`).join('')],
    ['repeated', `<a>${'<b><c/></b>'.repeat(6000)}`],
    [
      'nested as deep as may be, and then different',
      `${'<job>'.repeat(62)}${Array.from({ length: 8000 }, (_, at) => `<a${at}/>`).join('')}`,
    ],
    ['never closed', '<a b="'.repeat(11_000)],
  ])(
    'are found with no more work than in a hundred ordinary feeds as long, where elements are %s',
    (_what, feed) => {
      const ordinary = `<jobs>${`<job>${posting}</job>`.repeat(Math.ceil(feed.length / 60))}</jobs>`;
      expect(workOf(feed) / workOf(ordinary)).toBeLessThan(100);
    },
  );
});
