import { describe, expect, test } from '@jest/globals';
import { readFile } from '../testing.ts';
import { recordNameOf } from './record-name.ts';

const rss = `<?xml version="1.0"?>
<rss version="2.0"><channel><title>All jobs</title><link>https://jobs.example</link>
<item><title>Sailor &amp; Mate</title><link>https://jobs.example/1</link><guid>g1</guid>
  <pubDate>Tue, 21 Oct 2025 08:30:00 GMT</pubDate><category>Sea</category><category>Paper</category>
  <description><![CDATA[<p>We fold <script>boats</script></p>]]></description></item>
<item><title>Cook</title><guid isPermaLink="false">g2</guid><description>&lt;p&gt;Soup&lt;/p&gt;</description></item>
</channel></rss>`;

const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Jobs</title>
<entry><id>a1</id><title>Sailor</title><link href="https://jobs.example/1"/><published>2025-10-21T08:00:00Z</published>
<content type="xhtml"><div>We <b>fold</b> boats</div></content></entry></feed>`;

const own = `<jobs><job id="7"><name>Sailor</name><company><name>Paper Boats</name></company>
<jobDescriptions><jobDescription><name>Why</name><value>We fold</value></jobDescription>
<jobDescription><name>How</name><value>${'By hand. '.repeat(20)}</value></jobDescription></jobDescriptions>
</job></jobs>`;

const section = '<abschnitt><titel/><text/></abschnitt>';

describe('a feed', () => {
  test('of RSS gives a posting an item, whatever its blocks are', async () => {
    for (const size of [1, 7, 10_000]) {
      const { format, postings, lineNumbers, mapping } = await readFile(rss, {}, size);
      expect([format, lineNumbers]).toEqual([{ kind: 'xml' }, [3, 6]]);
      expect(postings).toEqual([
        {
          ...{ source: 'file', sourceId: 'g1', title: 'Sailor & Mate', url: 'https://jobs.example/1' },
          ...{ description: '<p>We fold <script>boats</script></p>', datePosted: '2025-10-21' },
        },
        { source: 'file', sourceId: 'g2', title: 'Cook', description: '<p>Soup</p>' },
      ]);
      expect(mapping.leftOut().map(({ column }) => column)).toEqual(['category', 'guid.isPermaLink']);
    }
  });

  test('of Atom has addresses in attributes, and texts with elements in them', async () => {
    expect((await readFile(atom)).postings).toEqual([
      {
        ...{ source: 'file', sourceId: 'a1', title: 'Sailor', url: 'https://jobs.example/1' },
        ...{ description: 'We fold boats', datePosted: '2025-10-21T08:00:00Z' },
      },
    ]);
  });

  test('of its own form gives a posting an element, with long texts as paragraphs', async () => {
    expect((await readFile(own)).postings).toEqual([
      {
        ...{ source: 'file', sourceId: '7', title: 'Sailor', organization: 'Paper Boats' },
        description: `We fold\n\n${'By hand. '.repeat(20).trim()}`,
      },
    ]);
  });

  test.each([
    [rss, 'item'],
    [atom, 'entry'],
    [own, 'job'],
    ['<?xml version="1.0"?><anzeigen><anzeige nr="1">', 'anzeige'],
    ['<jobs><ad><job>Cook</job><text>a</text></ad><ad><job>Mate</job></ad></jobs>', 'ad'],
    ['<vacancies><vacancy><position>Cook</position></vacancy><vacancy><position/></vacancy>', 'vacancy'],
    ['<jobs><!-- <item> --><ad><t><![CDATA[<entry>]]></t></ad><ad><t/></ad></jobs>', 'ad'],
    ['<jobs><job><locations><l><c/></l><l><c/></l></locations></job></jobs>', 'job'],
    ['<data><head><x><y/></x><x><y/></x></head><jobs><job><title>a', 'job'],
    ['<listing><item><t/></item><item><t/></item></listing>', 'item'],
    ['<job><place><city/></place><place><city/></place></job>', 'job'],
    [`<stellen><anzeige><titel/><text/><teile>${section}${section}</teile></anzeige></stellen>`, 'anzeige'],
    [`<stellen><anzeige><titel/><text/>${section.repeat(2)}</anzeige><anzeige><titel/>`, 'anzeige'],
    ['<root><listing><job><title/><text/></job><job><title/><text/></job></listing></root>', 'job'],
    ['<source><position>1</position><job><title/><text/></job><job/></source>', 'job'],
    [
      `<x><companies>${'<company><name/><text/></company>'.repeat(2)}</companies><jobs><a><title/><text/></a></jobs></x>`,
      'a',
    ],
    ['<rss><channel><title>Jobs</title><description>All</description></channel></rss>', 'item'],
    ['<rows><row title="a" description="b"/><row title="c" description="d"/></rows>', 'row'],
    ['<feed><link/><link/><entry><title/></entry><entry><title/></entry></feed>', 'entry'],
    ['<a:list><a:Position>', 'position'],
  ])('has its postings in elements of a usual name, else in those of its root: %#', (text, name) => {
    expect(recordNameOf(text)).toBe(name);
  });

  const bomb = `<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;">]>
<rss><item><title>&lol2;</title></item></rss>`;
  test.each([
    ['declares entities of its own', bomb, 'line 2: it declares entities of its own'],
    ['is nested too deep', `<rss>${'<a>'.repeat(100_000)}`, 'elements are nested deeper than 64'],
    [
      'has a comment without an end',
      `<rss><!-- ${'x'.repeat(1_500_000)}`,
      'a tag or a comment is longer than 1000000',
    ],
    [
      'has an attribute without an end',
      `<rss><a b="${'x'.repeat(1_500_000)}`,
      'a tag or a comment is longer than',
    ],
  ])('that %s is refused with the line', async (_what, content, message) => {
    const { error, postings } = await readFile(content, {}, 64 * 1024);
    expect([error, postings]).toEqual([expect.stringContaining(message), []]);
  });

  test('whose posting is longer than a row may be has the others loaded', async () => {
    const { postings, faults } = await readFile(
      rss
        .replace('Cook', 'x'.repeat(3_000_000))
        .replace('</channel>', '<item><guid>g3</guid><description>a</description></item></channel>'),
      {},
      64 * 1024,
    );
    expect(postings).toMatchObject([{ sourceId: 'g1' }, { sourceId: 'g3' }]);
    expect(faults).toEqual([[6, '', 'is longer than 1000000 characters']]);
  });

  test('that breaks off is an error, after what could be read', async () => {
    const { postings, error } = await readFile(rss.slice(0, rss.indexOf('Cook')));
    expect([postings.length, error]).toEqual([
      1,
      expect.stringMatching(/^breaks off on line \d, within an element$/),
    ]);
  });
});

const posting = {
  '@context': 'https://schema.org',
  '@type': 'JobPosting',
  title: 'Sailor',
  description: '<p>We fold</p>',
  identifier: { '@type': 'PropertyValue', name: 'Paper Boats', value: 'x7' },
  hiringOrganization: { '@type': 'Organization', name: 'Paper Boats' },
  jobLocation: [
    {
      '@type': 'Place',
      address: {
        '@type': 'PostalAddress',
        addressLocality: 'Kiel',
        addressRegion: 'SH',
        addressCountry: 'DE',
      },
    },
  ],
  jobLocationType: 'TELECOMMUTE',
  employmentType: ['FULL_TIME', 'PART_TIME'],
  baseSalary: {
    '@type': 'MonetaryAmount',
    currency: 'EUR',
    value: { '@type': 'QuantitativeValue', minValue: 45_000, maxValue: 60_000, unitText: 'YEAR' },
  },
  datePosted: '2025-10-21',
  url: 'https://jobs.example/1',
};
const expected = {
  source: 'file',
  sourceId: 'x7',
  title: 'Sailor',
  organization: 'Paper Boats',
  description: '<p>We fold</p>',
  employmentType: 'FULL_TIME, PART_TIME',
  location: { city: 'Kiel', region: 'SH' },
  country: 'DE',
  workplace: 'remote',
  salary: { min: 45_000, max: 60_000, currency: 'EUR', period: 'year' },
  datePosted: '2025-10-21',
  url: 'https://jobs.example/1',
};
const page = (script: string) => `<!DOCTYPE html>
<html><head><title>Job</title>
<script type="application/ld+json">${script}</script>
<script>var a = "<b>";</script></head><body><p>Hello<br>you</body></html>`;

describe('schema.org’s JobPosting', () => {
  test('is read bare', async () => {
    expect((await readFile(JSON.stringify(posting))).postings).toEqual([expected]);
    expect((await readFile(JSON.stringify(posting, null, 1))).postings).toEqual([expected]);
  });

  test('is read in a page, in a graph, and nothing else of these', async () => {
    const graph = { '@graph': [{ '@type': 'WebPage', name: 'Jobs', description: 'All' }, posting] };
    for (const script of [JSON.stringify(posting), JSON.stringify([graph])]) {
      const { format, postings, lineNumbers } = await readFile(page(script));
      expect([format, postings, lineNumbers]).toEqual([{ kind: 'html' }, [expected], [3]]);
    }
    expect((await readFile(JSON.stringify(graph))).postings).toEqual([expected]);
  });

  test('with ids of more digits than numbers have keeps each of them, in a page as in an array', async () => {
    const ids = ['10000000000000000', '10000000000000001'];
    const jobs = `[${ids.map((id) => `{"@type":"JobPosting","identifier":${id},"description":"a"}`).join()}]`;
    for (const content of [jobs, page(jobs)])
      expect((await readFile(content)).postings).toMatchObject(ids.map((sourceId) => ({ sourceId })));
  });

  test('in a script that is no JSON is named by its line', async () => {
    expect((await readFile(page('{"@type": '))).faults).toEqual([
      [3, '', 'is a script of JSON-LD, and is not JSON: it breaks off at character 11'],
    ]);
  });

  test('in a page that is nested without an end is refused', async () => {
    const { error } = await readFile(`<html>${'<div>'.repeat(5000)}`, {}, 64 * 1024);
    expect(error).toContain('elements are nested deeper than 1000');
  });
});
