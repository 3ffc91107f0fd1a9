import { describe, expect, test } from '@jest/globals';
import { languageOf } from './language.ts';

test.each([
  ['en-GB', '', 'en'],
  ['DE', '', 'de'],
  [undefined, 'We are looking for an engineer to join the team and work with us.', 'en'],
  [undefined, 'Wir suchen dich für die Arbeit mit der Plattform und dem Team.', 'de'],
  ['not a tag!', 'Node Kafka Redis', null],
  [undefined, '', null],
])('given %s', (given, text, language) => {
  expect(languageOf(given, text).value).toBe(language);
});

describe('a text tells its language from those that are close to it', () => {
  test.each([
    ['pt', 'Procuramos uma pessoa para o nosso time de dados. Você vai trabalhar com Kafka em Lisboa.'],
    [
      'pt',
      'A empresa desenvolve soluções de pagamento para os clientes e procura um engenheiro em regime remoto.',
    ],
    [
      'es',
      'Buscamos una persona para el equipo de datos. Vas a trabajar con Kafka en Madrid y tu horario es libre.',
    ],
    ['es', 'Somos una empresa que desarrolla soluciones de pago para los clientes del comercio.'],
    [
      'it',
      'Siamo alla ricerca di una persona per il nostro team di Milano, con esperienza nella gestione dei dati.',
    ],
    [
      'it',
      'La risorsa lavora con il reparto vendite e si occupa della crescita di un prodotto per le imprese.',
    ],
    ['fr', 'Nous cherchons une personne pour notre équipe de données. Vous travaillez avec Kafka en France.'],
    [
      'nl',
      'Wij zoeken een ontwikkelaar voor het team in Utrecht. Je werkt met Kafka aan de systemen van klanten.',
    ],
    [
      'nl',
      'Als ontwikkelaar ben jij de schakel die we nodig hebben om onze diensten te verbeteren en te laten groeien.',
    ],
    ['de', 'Als Entwickler bist du für die Systeme von Kunden da, und dein Team ist in Berlin.'],
    [
      'pl',
      'Szukamy osoby do zespołu danych w Krakowie. Praca z Kafką oraz rozwój systemów dla klientów na co dzień.',
    ],
    [
      'sv',
      'Vi söker en utvecklare till vårt team i Malmö. Du arbetar med Kafka och det är en roll för dig som vill växa.',
    ],
    [
      'da',
      'Vi søger en udvikler til vores team i Aarhus. Du arbejder med Kafka, og det er en rolle af stor betydning for os.',
    ],
    [
      'no',
      'Vi søker en utvikler til Oslo. Du jobber med Kafka, og det er en rolle av stor betydning for oss.',
    ],
  ])('%s: %s', (language, text) => {
    expect(languageOf(undefined, text).value).toBe(language);
  });
});

describe('a text tells none', () => {
  test.each([
    [
      'whose words are addresses',
      'Apply: https://acme.com/em/uma acme.com/com jobs@acme.se grnh.se/um https://acme.pt',
    ],
    ['that repeats a name', 'NGP VAN, NGP VAN, NGP VAN, NGP VAN'],
    ['where two have as many', 'und der die the and of'],
  ])('%s', (_, text) => {
    expect(languageOf(undefined, text).value).toBeNull();
  });
});
