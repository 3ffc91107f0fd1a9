import { describe, expect, test } from '@jest/globals';
import { boards, detectBoard } from './boards.ts';

describe('an address that people have is of a board and an account', () => {
  test.each([
    ['https://boards.greenhouse.io/boats', 'greenhouse', 'boats'],
    ['https://job-boards.eu.greenhouse.io/boats/jobs/1', 'greenhouse', 'boats'],
    ['https://boards-api.greenhouse.io/v1/boards/boats/jobs', 'greenhouse', 'boats'],
    ['https://boards.greenhouse.io/embed/job_board?for=boats', 'greenhouse', 'boats'],
    ['jobs.lever.co/boats', 'lever', 'boats'],
    ['https://jobs.lever.co/boats?for=/', 'lever', 'boats'],
    ['https://jobs.eu.lever.co/boats', 'lever', 'eu:boats'],
    ['https://jobs.ashbyhq.com/Paper%20Boats', 'ashby', 'Paper%20Boats'],
    ['https://jobs.ashbyhq.com/boats/7', 'ashby', 'boats'],
    ['https://boats.recruitee.com/o/engineer', 'recruitee', 'boats'],
    ['https://careers.smartrecruiters.com/Boats', 'smartrecruiters', 'Boats'],
    ['https://boats.jobs.personio.de/job/1', 'personio', 'boats'],
    ['https://remoteok.com/remote-dev-jobs', 'remoteok', 'all'],
    ['https://weworkremotely.com/categories/remote-devops-jobs', 'weworkremotely', 'remote-devops-jobs'],
    ['https://justjoin.it/', 'justjoinit', 'all'],
  ])('%s', (address, name, account) => {
    const found = detectBoard(address);
    expect([found?.board.name, found?.account]).toEqual([name, account]);
  });

  test.each([
    'https://boats.example/jobs',
    'https://boards.greenhouse.io/',
    'https://boards.greenhouse.io.example/boats',
    'https://boards.greenhouse.io/..%2f..%2fadmin',
    'https://recruitee.com/',
    'https://www.recruitee.com/pricing',
    'https://boards.greenhouse.io/embed/job_board',
    'https://boards.greenhouse.io/embed/job_board?for=//',
    'https://boats.example/?for=/boards.greenhouse.io/boats',
    'not an address',
    '',
  ])('and %p is of none', (address) => {
    expect(detectBoard(address)).toBeNull();
  });
});

test('an account in Europe is read in Europe', () => {
  expect(boardOf('lever').list('eu:boats')).toMatch(/^https:\/\/api\.eu\.lever\.co\/v0\/postings\/boats\?/);
});

test('every list is asked for at a public address by https, with the account in it', () => {
  for (const board of boards) {
    expect(board.list('boats')).toMatch(/^https:\/\//);
    expect(board.docs).toMatch(/^https:\/\//);
  }
});

const boardOf = (name: string) => boards.find((board) => board.name === name)!;
/** What a board makes of one job of a list. */
const postingOf = (name: string, job: Record<string, unknown>) => boardOf(name).posting(job, 'boats');

describe('a job becomes a posting', () => {
  test('of Greenhouse, whose text is escaped twice', () => {
    expect(
      postingOf('greenhouse', {
        id: 7,
        title: 'Engineer',
        company_name: 'Boats',
        content: '&lt;p&gt;We run Go &amp;amp; Kafka.&lt;/p&gt;',
        location: { name: 'Berlin' },
        offices: [{ location: 'Berlin' }, { location: 'Paris' }],
        first_published: '2026-02-24T04:46:10-05:00',
        absolute_url: 'https://boats.example/7',
        language: 'en',
      }),
    ).toEqual({
      sourceId: '7',
      title: 'Engineer',
      organization: 'Boats',
      description: '<p>We run Go &amp; Kafka.</p>',
      descriptionFormat: 'html',
      location: 'Berlin; Paris',
      datePosted: '2026-02-24T04:46:10.000-05:00',
      url: 'https://boats.example/7',
      language: 'en',
    });
  });

  test('of Lever, with all parts of its text, and pay by year but no one-time payment', () => {
    const job = {
      id: 'a-7',
      text: 'Engineer',
      description: '<p>We run Go.</p>',
      lists: [{ text: 'You know', content: '<li>Kafka</li>' }],
      additional: '<p>Perks</p>',
      categories: { location: 'Paris', allLocations: ['Paris', 'London'], commitment: 'Full-time' },
      country: 'FR',
      workplaceType: 'hybrid',
      salaryRange: { min: 50_000, max: 60_000, currency: 'EUR', interval: 'per-year-salary' },
      createdAt: 1773224977965,
    };
    expect(postingOf('lever', job)).toMatchObject({
      description: '<p>We run Go.</p>\n<h3>You know</h3>\n<li>Kafka</li>\n<p>Perks</p>',
      location: 'Paris; London',
      workplace: 'hybrid',
      salary: { min: 50_000, max: 60_000, currency: 'EUR', period: 'year' },
      datePosted: '2026-03-11T10:29:37.965Z',
    });
    expect(postingOf('lever', { ...job, categories: { allLocations: 'Paris' } })).not.toHaveProperty(
      'location',
    );
    const once = { ...job, salaryRange: { ...job.salaryRange, interval: 'one-time' } };
    expect(postingOf('lever', once)).not.toHaveProperty('salary');
  });

  test('of Ashby, from its public API, and from its brief list with the page of the job', () => {
    const page = `<script type="application/ld+json">{"@type":"Organization"}</script>
      <script type="application/ld+json">{"@context":"https://schema.org","@type":"JobPosting","description":"<p>Go</p>",
      "datePosted":"2026-01-02","hiringOrganization":{"name":"Boats"},"jobLocationType":"TELECOMMUTE"}</script>`;
    const brief = { id: 'a-7', title: 'Engineer', locationName: 'Paris', employmentType: 'FullTime' };
    const board = boardOf('ashby');
    expect(board.detail!(brief, 'boats')).toBe('https://jobs.ashbyhq.com/boats/a-7');
    expect(postingOf('ashby', board.withDetail!(brief, page))).toMatchObject({
      description: '<p>Go</p>',
      organization: 'Boats',
      location: 'Paris',
      remote: true,
      datePosted: '2026-01-02T00:00:00.000Z',
      url: 'https://jobs.ashbyhq.com/boats/a-7',
    });
    const full = {
      ...brief,
      descriptionPlain: 'Go',
      jobUrl: 'https://jobs.ashbyhq.com/boats/a-7',
      location: 'Rome',
      compensationTierSummary: '€50K – €60K • Offers Equity',
    };
    expect(board.detail!(full, 'boats')).toBeNull();
    expect(postingOf('ashby', full)).toMatchObject({
      description: 'Go',
      descriptionFormat: 'text',
      location: 'Rome',
      salaryText: '€50K – €60K • Offers Equity',
    });
    expect(() => board.withDetail!(brief, '<p>gone</p>')).toThrow('no JobPosting');
  });

  test('of Recruitee, without the mailbox of the recruiter', () => {
    const posting = postingOf('recruitee', {
      id: 7,
      title: 'Engineer',
      description: '<p>Go</p>',
      requirements: '<p>Kafka</p>',
      mailbox_email: 'jane@boats.example',
      country_code: 'CH',
      city: 'Bern',
      state_name: 'Bern',
      remote: true,
      hybrid: true,
      published_at: '2026-04-14 09:59:30 UTC',
      salary: { min: '5000', max: null, period: 'month', currency: 'CHF' },
    });
    expect(posting).toMatchObject({
      description: '<p>Go</p>\n<p>Kafka</p>',
      location: { country: 'CH', region: 'Bern', city: 'Bern' },
      workplace: 'hybrid',
      datePosted: '2026-04-14T09:59:30.000Z',
      salary: { min: 5000, currency: 'CHF', period: 'month' },
    });
    expect(JSON.stringify(posting)).not.toContain('jane');
  });

  test('of SmartRecruiters, with its detail, without its creator', () => {
    const posting = postingOf('smartrecruiters', {
      id: '7',
      name: 'Engineer',
      company: { name: 'Boats' },
      creator: { name: 'Jane Doe' },
      location: { city: 'Cluj', country: 'ro', remote: true },
      typeOfEmployment: { label: 'Full-time' },
      experienceLevel: { label: 'Associate' },
      releasedDate: '2026-04-29T11:43:11.990Z',
      language: { code: 'en' },
      jobAd: { sections: { jobDescription: { title: 'The job', text: '<p>Go</p>' } } },
    });
    expect(posting).toMatchObject({
      description: '<h3>The job</h3>\n<p>Go</p>',
      location: { country: 'RO', city: 'Cluj' },
      workplace: 'remote',
      url: 'https://jobs.smartrecruiters.com/boats/7',
    });
    expect(JSON.stringify(posting)).not.toContain('Jane');
  });

  test('of Personio, whose only position is no list', () => {
    const position = {
      id: '7',
      name: 'Engineer',
      office: 'Berlin',
      additionalOffices: { office: 'Bonn' },
      jobDescriptions: { jobDescription: { name: 'Tasks', value: '<ul><li>Go</li></ul>' } },
      schedule: 'full-time',
      createdAt: '2025-02-13T09:13:38+00:00',
    };
    const page = boardOf('personio').page({ 'workzag-jobs': { position } }, new URL('https://x.example'));
    expect(postingOf('personio', page.jobs[0]!)).toMatchObject({
      description: '<h3>Tasks</h3>\n<ul><li>Go</li></ul>',
      location: 'Berlin; Bonn',
      employmentType: 'full-time',
      url: 'https://boats.jobs.personio.de/job/7',
    });
  });

  test('of We Work Remotely, whose title begins with the company', () => {
    expect(
      postingOf('weworkremotely', {
        title: 'Boats: Engineer: Go',
        region: 'Anywhere in the World',
        description: '<p>Go</p>',
        guid: 'https://weworkremotely.com/remote-jobs/7',
        link: 'https://weworkremotely.com/remote-jobs/7',
        pubDate: 'Mon, 06 Apr 2026 20:31:11 +0000',
      }),
    ).toMatchObject({ organization: 'Boats', title: 'Engineer: Go', workplace: 'remote' });
  });

  test('of Remote OK, whose texts are repaired and whose pay of 0 is none', () => {
    const job = {
      id: '7',
      position: 'Engineer',
      description: '<p>Go</p>',
      location: 'SÃ£o Paulo',
      salary_min: 0,
    };
    expect(postingOf('remoteok', job)).toMatchObject({ location: 'São Paulo', workplace: 'remote' });
    expect(postingOf('remoteok', job)).not.toHaveProperty('salary');
    expect(postingOf('remoteok', { ...job, salary_max: 90_000 })).toMatchObject({
      salary: { max: 90_000, currency: 'USD', period: 'year' },
    });
  });

  test('of Just Join IT, by the pay of the contract of employment', () => {
    const job = {
      guid: 'g-7',
      slug: 'boats-engineer',
      title: 'Engineer',
      companyName: 'Boats',
      body: '<p>Go</p>',
      city: 'Olsztyn',
      multilocation: [{ city: 'Olsztyn' }, { city: 'Gdynia' }],
      workplaceType: 'office',
      employmentTypes: [
        { from: 120, to: 150, unit: 'hour', currency: 'pln', type: 'b2b' },
        { from: 20_000, to: 25_000, unit: 'month', currency: 'pln', type: 'permanent' },
      ],
    };
    expect(postingOf('justjoinit', job)).toMatchObject({
      location: 'Olsztyn; Gdynia',
      workplace: 'onsite',
      salary: { min: 20_000, max: 25_000, currency: 'PLN', period: 'month' },
    });
  });
});

test.each(boards.map(({ name }) => name))(
  'a job of %s without an id or a text is refused by name',
  (name) => {
    expect(() => postingOf(name, { title: 'Engineer' })).toThrow(/a job has no id|has no description/);
  },
);

test.each(boards)('a job of $name whose text is missing is known by its id', ({ name, id }) => {
  const job = { id: 7, guid: 'g-7', slug: 's-7', link: 'https://x.example/7', title: 'Engineer' };
  expect(id(job)).toMatch(/7$/);
  expect(() => postingOf(name, job)).toThrow(`job ${id(job)} has no description`);
  expect(id({ title: 'Engineer' })).toBeUndefined();
});

test.each(boards.map(({ name }) => name))(
  'an answer of %s that is something else is no empty list',
  (name) => {
    const board = boardOf(name);
    expect(() => board.page({ error: 'gone' }, new URL(board.list('boats')))).toThrow(/has no list/);
  },
);
