import { describe, expect, test } from '@jest/globals';
import { changesOf, releaseFaults, versionsOf } from './release-notes.ts';

const changelog = `# Changelog

## [Unreleased]

## [1.10.0] - 2026-12-01

### Added

- One thing.

## [1.1.0] - 2026-11-30

- Another.

[1.1.0]: https://example.org/1.1.0
`;

describe('the changes of a version', () => {
  test.each([
    ['1.10.0', '### Added\n\n- One thing.'],
    ['1.1.0', '- Another.'],
    ['Unreleased', null],
    ['1.0.0', null],
    ['', null],
  ])('are what stands below its heading: %s', (version, changes) => {
    expect(changesOf(changelog, version)).toBe(changes);
  });
});

test('a chart states the version of its application, beside its own', () => {
  const chart =
    "apiVersion: v2\nversion: 0.2.0\nappVersion: '0.1.0'\ndependencies:\n  - name: common\n    version: 0.3.0\n";
  expect(versionsOf(chart)).toEqual(['0.1.0']);
  expect(versionsOf('apiVersion: v2\nversion: 0.2.0\n')).toEqual([]);
});

describe('a tag', () => {
  const stated = { 'package.json': ['1.2.3'], 'charts/common/Chart.yaml': ['1.2.3', '1.2.3'] };

  test('may be released where every file states its version and the changelog knows it', () => {
    expect(releaseFaults('v1.2.3', stated, 'new')).toEqual([]);
  });

  test.each([
    ['1.2.3', 'new', ['1.2.3 is no version: v1.2.3 would be one']],
    ['v1.2', 'new', ['v1.2 is no version: v1.2.3 would be one']],
    ['v1.2.3; id', 'new', ['v1.2.3; id is no version: v1.2.3 would be one']],
    ['v1.2.3', null, ['CHANGELOG.md says nothing of 1.2.3']],
    [
      'v1.3.0-rc.1',
      'new',
      ['package.json says 1.2.3, not 1.3.0-rc.1', 'charts/common/Chart.yaml says 1.2.3, not 1.3.0-rc.1'],
    ],
  ])('%s with changes %j is refused, and why is said', (tag, changes, faults) => {
    expect(releaseFaults(tag, stated, changes)).toEqual(faults);
  });
});
