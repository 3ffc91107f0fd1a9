import { describe, expect, test } from '@jest/globals';
import { readTitle } from './title.ts';

const place = { country: 'DE', region: null, city: 'Berlin' };
const read = (title: string, said: string[] = [], organization = ['acme']) =>
  readTitle(title, place, new Set(said), new Set(organization));

describe('a title', () => {
  test.each([
    ['Senior Backend Engineer', 'backend engineer', 'senior'],
    ['Sr. Back-end Developer (m/w/d)', 'backend engineer', 'senior'],
    ['Senior Back End Engineer - Berlin', 'backend engineer', 'senior'],
    ['Senior Backend Engineer (Remote, Brazil)', 'backend engineer', 'senior'],
    ['Acme | Senior Backend Engineer', 'backend engineer', 'senior'],
    ['Software Engineer II', 'engineer software', '2'],
    ['Front-end Developer (2)', 'engineer frontend', ''],
    ['Founding Engineer (Employee #2)', 'employee engineer', 'founding'],
    ['Super Full-Stack Engineer', 'engineer fullstack', ''],
    ['Acme | Data Instructor | Berlin | Remote ok | $90k + equity', 'data instructor', ''],
    ['Acme | Engineer, Risk | Full-time', 'engineer risk', ''],
    ['Sales Representative - Erin Mills Town Centre', 'representative sale', ''],
    ['Cook - Night Shift', 'cook', 'night shift'],
    ['jobs: Software Engineer + more', 'engineer software', ''],
    ['Acme | SDET | Berlin | ONSITE', 'sdet', ''],
    ['Partner Manager, U.S. Space Force', 'force manager partner s space u', ''],
  ])('"%s" names the job %s at the level "%s"', (title, job, level) => {
    const found = read(title);
    expect([found.job.join(' '), found.level.join(' ')]).toEqual([job, level]);
  });

  test.each([
    'Acme | Berlin | ONSITE | https://acme.com',
    'Acme - Berlin - Full time',
    'Acme | Remote (We are a small team of 16 people, 5 engineers, across the US and many other places of the world)',
    'Acme is looking for engineers of all kinds who like to build things that people use every day',
  ])('"%s" is the head of an advertisement and names no job', (title) => {
    expect(read(title).job).toEqual([]);
  });

  test.each([
    ['Designers, Backend and Frontend Engineers', true],
    ['Software Engineer; Firmware Manager', true],
    ['Multiple positions', true],
    ['Senior Engineer & others', true],
    ['Front-End, Back-End & DevOps', true],
    ['Data & Security Engineer', false],
    ['Software Engineer, Agents', false],
    ['Medical Assistant (Care Manager)', false],
    ['Software Engineers', false],
  ])('"%s": several jobs %j', (title, several) => {
    expect(read(title).several).toBe(several);
  });

  test.each([
    ['Acme Rockets', []],
    ['Cook at Acme', ['acme', 'cook']],
    ['Front-End, Back-End & DevOps', ['backend', 'devop', 'frontend']],
  ])('"%s" of one who is not named names the job %j', (title, job) => {
    expect(read(title, [], []).job).toEqual(job);
  });

  test.each([
    ['Account Executive - Canada', 'CA'],
    ['Account Executive, EMEA', 'EMEA'],
    ['Account Executive (US)', 'US'],
    ['Account Executive (Canada/US)', 'CA US'],
    ['Acme | Copenhagen, Denmark or Munich, Germany | ONSITE', 'DE DK'],
    ['Join us, Account Executive', ''],
  ])('"%s" names the areas %s', (title, areas) => {
    expect(read(title).areas.join(' ')).toBe(areas);
  });

  test('has what stands behind a dash and is never said in the text apart', () => {
    expect(read('Store Manager - Saint John').unspoken).toEqual(['john', 'saint']);
    expect(read('Store Manager - Payments', ['payment']).unspoken).toEqual([]);
    expect(read('Store Manager - Night Shift').unspoken).toEqual([]);
  });
});
