import * as z from 'zod';
import type { Localised } from '../domain/language.ts';
import type { Mistake } from '../domain/playbook/mistake.ts';
import { combinationFindings } from './checks/combination-checks.ts';
import { type FileCheck, fileChecks } from './checks/file-checks.ts';
import { type KnownNames, unknownNames } from './checks/unknown-name.ts';
import { LARGEST_FILE_BYTES, MAILS, PICTURES, type PlaybookFiles } from './files/playbook-files.ts';
import { loadMails, type WrittenMail } from './mail-files/load-mails.ts';
import { testsWithOurName, withOurName } from './mail-files/our-name.ts';
import { byPlace, type Finding, fileMistake, type Path, tooLong } from './mistake.ts';
import { loadPictures } from './picture-files/load-pictures.ts';
import { type PlaybookContent, partSchema, playbookSchema, type SettingsPart } from './playbook.ts';
import { schemaFindings } from './schema/schema-findings.ts';
import { soundPart } from './schema/sound-part.ts';
import { nearest, suggestion } from './suggestion.ts';
import { parseYaml, type YamlSource } from './yaml/yaml-source.ts';

/**
 * A playbook that can be published, or all its mistakes at once, in the order of the files. Warnings are among the
 * mistakes, or come with the playbook.
 */
export type Loaded =
  | { ok: true; content: PlaybookContent; mails: WrittenMail[]; warnings: Mistake[] }
  | { ok: false; mistakes: Mistake[] };

type Part = SettingsPart;

const parts = playbookSchema.omit({ mails: true, pictures: true }).keyof().options;
/** How to get back files that earlier versions did not have. */
const RESTORE: Partial<Record<Part, Localised>> = {
  company: {
    nl: 'schrijf er je naam en adres in, die in mailing.yaml onder sender stonden',
    en: 'write your name and address in it, which stood under sender in mailing.yaml',
  },
};
const RESTORE_IT: Localised = {
  nl: 'zet het terug uit een eerdere versie',
  en: 'restore it from an earlier version',
};
const MISSING: Localised = { nl: 'dit bestand ontbreekt', en: 'this file is missing' };
const NO_FILE: Localised = {
  nl: 'het draaiboek heeft geen bestand met deze naam',
  en: 'the playbook has no file of this name',
};
/** Files that a playbook can do without. */
const MAY_BE_ABSENT: readonly Part[] = ['events'];
const fileOf = (part: Part) => `${part}.yaml`;

/** Reads the files of a playbook: a YAML file for each part, and the mails in `mails`. Mistakes name their paths. */
export function loadPlaybook(given: PlaybookFiles): Loaded {
  const long = Object.entries(given).flatMap(([file, text]) => tooLong(file, text, LARGEST_FILE_BYTES));
  if (long.length > 0) return { ok: false, mistakes: long };
  const files = withNewLines(given);
  const present = Object.keys(files).filter((path) => !path.startsWith(MAILS) && !path.startsWith(PICTURES));
  const known = parts.map(fileOf);
  const mistakes = present
    .filter((file) => !known.includes(file))
    .map((file) => fileMistake(file, { problem: NO_FILE, remedy: suggestion(file, known) }));
  const sources = new Map<Part, YamlSource>();
  for (const part of parts) {
    const file = fileOf(part);
    const text = files[file];
    if (text !== undefined) sources.set(part, readSettings(file, text));
    else if (!MAY_BE_ABSENT.includes(part))
      mistakes.push(fileMistake(file, { problem: MISSING, remedy: RESTORE[part] ?? RESTORE_IT }));
  }
  const { pictures, mistakes: wrongPictures } = loadPictures(files);
  const written = loadMails(files);
  const names: KnownNames = {
    fields: namesIn(sources.get('fields')?.value),
    forms: namesIn(sources.get('forms')?.value),
    subjects: namesIn((sources.get('mailing')?.value as Partial<PlaybookContent['mailing']>)?.subjects),
    mails: written.names.length > 0 ? written.names : undefined,
    pictures: Object.keys(files).filter((path) => path.startsWith(PICTURES)),
    people: peopleIn(sources.get('sales')?.value),
    events: sources.has('events') ? namesIn(sources.get('events')?.value) : [],
  };
  const content: Partial<PlaybookContent> = Object.keys(pictures).length > 0 ? { pictures } : {};
  const found = new Map([...sources].map(([part, source]) => [part, fileMistakes(part, source, names)]));
  for (const [part, source] of sources) {
    if (found.get(part)?.every(({ isWarning }) => isWarning))
      Object.assign(content, { [part]: partSchema(part).parse(source.value) });
  }
  if (content.company) Object.assign(content, testsWithOurName(content, content.company.name));
  const mails = content.company ? withOurName(written.mails, content.company.name) : written.mails;
  if (written.mistakes.length === 0) content.mails = headsOf(mails);
  const combined = combinationFindings(content, mails);
  for (const [part, source] of sources) {
    const across = (combined[part] ?? []).map(source.mistakeOf);
    mistakes.push(...byPlace([...(found.get(part) ?? []), ...across]));
  }
  mistakes.push(...written.mistakes, ...wrongPictures);
  return mistakes.every(({ isWarning }) => isWarning)
    ? { ok: true, content: content as PlaybookContent, mails, warnings: mistakes }
    : { ok: false, mistakes };
}

/** The settings that were read last, by file: whoever types changes one of many. */
const readLast = new Map<string, { text: string; source: YamlSource }>();

function readSettings(file: string, text: string): YamlSource {
  const last = readLast.get(file);
  if (last?.text === text) return last.source;
  const source = parseYaml(file, text);
  readLast.set(file, { text, source });
  return source;
}

/** With the line ends that everything reads, also of old Macs. */
function withNewLines(files: PlaybookFiles): PlaybookFiles {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, text.replace(/\r(?!\n)/g, '\n')]),
  );
}

function headsOf(mails: readonly WrittenMail[]): PlaybookContent['mails'] {
  const heads: Record<string, object> = {};
  for (const { name, locale, head } of mails) {
    heads[name] = { ...heads[name], [locale]: { subject: head.subject, preheader: head.preheader } };
  }
  return heads as PlaybookContent['mails'];
}

/** The mistakes of one file: those of its schema, and those of what is left without them. */
function fileMistakes(part: Part, source: YamlSource, names: KnownNames): Mistake[] {
  if (source.value === undefined) return source.mistakes;
  const schema = partSchema(part);
  const refused = schemaFindings(schema, source.value);
  const checks = fileChecks[part] as readonly FileCheck<Record<string, unknown>>[];
  const found = checks
    .flatMap(({ needs, find }) => {
      const sound = soundPart(needs ? only(needs, schema) : schema, source.value);
      return sound === undefined
        ? []
        : find(sound.value as Record<string, unknown>, names).map(sound.inWhole);
    })
    .filter((finding) => !followsFrom(refused, finding));
  const unknown = unknownNames(part, source.value, names).filter(({ path }) => !isWithin(path, refused));
  const wrong = [...refused, ...unknown, ...found]
    .map(source.mistakeOf)
    .filter((mistake) => !source.mistakes.some((unread) => isSamePlace(unread, mistake)));
  return byPlace([...source.mistakes, ...wrong]);
}

function only(settings: readonly string[], schema: z.ZodType): z.ZodType {
  const { shape } = schema as z.ZodObject;
  return z.strictObject(Object.fromEntries(settings.map((name) => [name, shape[name] as z.ZodType])));
}

/** Whether it only says that something is not there, which is there and was refused. */
function followsFrom(refused: readonly Finding[], { path, atKey, without = [] }: Finding): boolean {
  const isRefused = (setting: Path) =>
    refused.some(({ path }) => {
      const last = setting.length - 1;
      const isBeside = setting.slice(0, last).every((name, depth) => name === path[depth]);
      return isBeside && nearest(String(path[last]), [String(setting[last])]) !== undefined;
    });
  const isInside = refused.some((inner) => path.every((name, depth) => name === inner.path[depth]));
  return (isInside && path.length > 0 && !atKey) || without.some(isRefused);
}

/** Whether a setting is one of these or inside one; a mistake about a whole entry is about its name. */
function isWithin(path: Path, refused: readonly Finding[]): boolean {
  return refused.some(
    (outer) => outer.path.length > 1 && outer.path.every((name, depth) => name === path[depth]),
  );
}

function isSamePlace(a: Mistake, b: Mistake): boolean {
  return a.line === b.line && a.column === b.column;
}

/** The names of the team; undefined when it cannot be read. */
function peopleIn(sales: unknown): string[] | undefined {
  if (typeof sales !== 'object' || sales === null) return undefined;
  return namesIn((sales as Partial<PlaybookContent['sales']>).team ?? {});
}

/** The names in a group; undefined when it cannot be read. */
function namesIn(value: unknown): string[] | undefined {
  return typeof value === 'object' && value !== null ? Object.keys(value) : undefined;
}
