import { expect, test } from '@jest/globals';
import { parseLocation } from './location.ts';

// The names come from a package, which may spell them anew.
const german =
  'Baden-Württemberg|Bayern|Berlin|Brandenburg|Bremen|Hamburg|Hessen|Mecklenburg-Vorpommern|Niedersachsen|' +
  'Nordrhein-Westfalen|Rheinland-Pfalz|Saarland|Sachsen|Sachsen-Anhalt|Schleswig-Holstein|Thüringen|' +
  'Baden-Wuerttemberg|Bavaria|Hesse|Mecklenburg-Western Pomerania|Lower Saxony|North Rhine-Westphalia|' +
  'Rhineland-Palatinate|Saxony|Saxony-Anhalt|Thuringia|Thueringen|NRW|Freistaat Bayern|Freistaat Sachsen';
const austrian =
  'Burgenland|Kärnten|Niederösterreich|Oberösterreich|Salzburg|Steiermark|Tirol|Vorarlberg|Wien|Carinthia|' +
  'Lower Austria|Upper Austria|Styria|Tyrol|Vienna';

test.each([
  ...german.split('|').map((name) => [name, 'DE']),
  ...austrian.split('|').map((name) => [name, 'AT']),
])('the state %s says %s', (name, country) => {
  expect(parseLocation(name!, true).country).toBe(country);
});
