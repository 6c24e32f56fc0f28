import type { LeadId } from '../../shared/domain/identity/ids.ts';
import {
  hiddenPlacesOf,
  placeOfAddress,
  placeOfDomain,
} from '../../shared/domain/identity/search/hidden-places.ts';
import { readSearch, wordsOfPerson } from '../../shared/domain/identity/search/search-text.ts';
import { placesOf, placeToLook } from '../../shared/domain/identity/search/word-places.ts';
import { hiddenRowEntity, wordRowEntity } from '../../shared/store/identity/search/search-rows.ts';
import { findPeople, MOST_FOUND } from '../../shared/usecases/identity/search/find-people.ts';
import { type Database, openDatabase } from './database.ts';
import { type Measurement, median, rounded } from './measurement.ts';

/** As good as the keyed hashes for what is measured, and made a hundred times as fast (FNV-1a). */
function hideBeginnings(text: string): string[] {
  let hash = 0x811c9dc5;
  return [...text].map((letter) => {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
    return Math.imul(hash, 0x9e3779b1).toString(36).padStart(7, '0').slice(-7);
  });
}

const LEADS = 100_000;
const ROUNDS = 9;
const TEXTS = [
  'jan',
  'jan ber',
  'j berg',
  'berg',
  'van d',
  'de jong',
  'bakkerij jong',
  'jan.b',
  'info@ac',
  '@acme',
  'zz',
];

/** The most frequent first, as in a telephone book. */
const FIRST =
  'Jan Piet Anna Maria Kees Johannes Eva Tom Sanne Lars Noor Bram Janneke Fleur Daan Ruben Mila Sem'.split(
    ' ',
  );
const LAST =
  'de Jong,Jansen,de Vries,van den Berg,Bakker,van Dijk,Visser,Smit,Meijer,de Boer,Mulder,Bos,Bergsma,Vos,Peters,Berghuis'.split(
    ',',
  );
const COMPANIES =
  'Bakkerij De Jong,Acme,Van Dam Transport,Zonneweide Zorg,Bouwbedrijf Smit,Drukkerij Berg,Info Acta'.split(
    ',',
  );

/** What the dearest search costs and how long the slowest takes, with very many people. */
export async function measureSearch(): Promise<Measurement[]> {
  const database = await openDatabase();
  await fill(database);
  const system = { table: database.table, hideBeginnings };
  const asked: { text: string; units: number; ms: number; found: number }[] = [];
  for (const text of TEXTS) {
    const search = readSearch(text) ?? { words: [] };
    const times: number[] = [];
    const before = database.readUnits();
    let found = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const begun = performance.now();
      found = (await findPeople(system, search, { limit: MOST_FOUND })).ids.length;
      times.push(performance.now() - begun);
    }
    asked.push({ text, found, units: (database.readUnits() - before) / ROUNDS, ms: median(times) });
  }
  const dearest = asked.reduce((a, b) => (a.units >= b.units ? a : b));
  const slowest = asked.reduce((a, b) => (a.ms >= b.ms ? a : b));
  const detail = asked.map(({ text, units, found }) => `${text}: ${units} for ${found}`).join('; ');
  return [
    { what: `dearest search of ${LEADS} people`, value: dearest.units, unit: 'read units', reach: 3, detail },
    {
      what: `slowest search of ${LEADS} people`,
      value: rounded(slowest.ms),
      unit: 'ms',
      reach: 500,
      detail: slowest.text,
    },
  ];
}

/** The rows of everybody, as far as they stand where one of the searches looks. */
async function fill(database: Database): Promise<void> {
  const looked = new Set(TEXTS.flatMap(partitionsOf));
  await database.fill(async (gather) => {
    for (let n = 0; n < LEADS; n++) {
      const [firstName, lastName, company] = [one(FIRST, n, 7), one(LAST, n, 11), one(COMPANIES, n, 13)];
      const said = Object.entries({ firstName, lastName, company: `${company} ${n % 900}` });
      const values = Object.fromEntries(said.map(([field, value]) => [field, { value, at: '', source: '' }]));
      const email = `${n % 5 ? firstName : 'info'}.${lastName}.${n}@${company}${n % 900}.nl`
        .toLowerCase()
        .replaceAll(' ', '');
      const id = `${n}`.padStart(22, 'x') as LeadId;
      const words = wordsOfPerson({ values });
      const value = { words: words.join(' ') };
      for (const { letters, word } of placesOf(words).filter(({ letters }) => looked.has(`F#${letters}`))) {
        await wordRowEntity.put(gather, { letters, word, lead: id }, value);
      }
      for (const place of hiddenPlacesOf(email, hideBeginnings).filter(({ start }) =>
        looked.has(`H#${start}`),
      )) {
        await hiddenRowEntity.put(gather, { ...place, lead: id }, value);
      }
    }
  });
}

/** One of a list, the first ones most often. */
function one(list: readonly string[], n: number, step: number): string {
  const place = ((n * step * 2_654_435_761) % 2 ** 32) / 2 ** 32;
  return list[Math.floor(place ** 2 * list.length)] ?? '';
}

function partitionsOf(text: string): string[] {
  const { words = [], address, domain } = readSearch(text) ?? {};
  return [
    `F#${placeToLook(words).letters}`,
    ...(address ? [`H#${placeOfAddress(address, hideBeginnings).start}`] : []),
    ...(domain ? [`H#${placeOfDomain(domain, hideBeginnings).start}`] : []),
  ];
}
