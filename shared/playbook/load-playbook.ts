import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { combinationFindings } from './checks/combination-checks.ts';
import { fileChecks } from './checks/file-checks.ts';
import type { KnownNames } from './checks/unknown-name.ts';
import { loadMails, type WrittenMail } from './mail-files/load-mails.ts';
import { byPlace, fileMistake, type Mistake } from './mistake.ts';
import { type PlaybookContent, playbookSchema } from './playbook.ts';
import { schemaFindings } from './schema-findings.ts';
import { suggestion } from './suggestion.ts';
import { parseYaml, type YamlSource } from './yaml-source.ts';

/** A playbook that can be published, or all its mistakes, in the order of the files. */
export type Loaded =
  | { ok: true; content: PlaybookContent; mails: WrittenMail[] }
  | { ok: false; mistakes: Mistake[] };

type Part = Exclude<keyof PlaybookContent, 'mails'>;

const parts = playbookSchema.omit({ mails: true }).keyof().options;
const fileOf = (part: Part) => `${part}.yaml`;

/** Reads a playbook's folder: a YAML file for each part, and the mails in `mails`. */
export function loadPlaybook(folder: string): Loaded {
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const present = files.filter((file) => /\.ya?ml$/.test(file));
  const known = parts.map(fileOf);
  const mistakes = present
    .filter((file) => !known.includes(file))
    .map((file) =>
      fileMistake(join(folder, file), 'the playbook has no file of this name', suggestion(file, known)),
    );
  const sources = new Map<Part, YamlSource>();
  for (const part of parts) {
    const file = join(folder, fileOf(part));
    if (present.includes(fileOf(part))) sources.set(part, parseYaml(file, readFileSync(file, 'utf8')));
    else mistakes.push(fileMistake(file, 'this file is missing', 'restore it from an earlier version'));
  }
  const written = loadMails(join(folder, 'mails'));
  const names = {
    fields: keysOf(sources.get('fields')?.value),
    forms: keysOf(sources.get('forms')?.value),
    subjects: keysOf((sources.get('mailing')?.value as Partial<PlaybookContent['mailing']>)?.subjects),
    mails: written.names,
  };
  const parsed: Record<string, unknown> = { mails: headsOf(written.mails) };
  for (const [part, source] of sources) {
    const wrong = source.mistakes.length > 0 ? source.mistakes : fileMistakes(part, source, names);
    mistakes.push(...wrong);
    parsed[part] = wrong.length > 0 ? undefined : playbookSchema.shape[part].parse(source.value);
  }
  mistakes.push(...written.mistakes);
  if (mistakes.length > 0) return { ok: false, mistakes };
  const content = parsed as PlaybookContent;
  const combined = combinationMistakes(content, written.mails, sources);
  return combined.length > 0
    ? { ok: false, mistakes: combined }
    : { ok: true, content, mails: written.mails };
}

function headsOf(mails: readonly WrittenMail[]): PlaybookContent['mails'] {
  const heads: Record<string, object> = {};
  for (const { name, locale, head } of mails) {
    heads[name] = { ...heads[name], [locale]: { subject: head.subject, preheader: head.preheader } };
  }
  return heads as PlaybookContent['mails'];
}

function combinationMistakes(
  content: PlaybookContent,
  mails: readonly WrittenMail[],
  sources: ReadonlyMap<Part, YamlSource>,
): Mistake[] {
  const found = combinationFindings(content, mails);
  return [...sources].flatMap(([part, source]) => byPlace((found[part] ?? []).map(source.mistakeOf)));
}

function fileMistakes(part: Part, source: YamlSource, names: KnownNames): Mistake[] {
  const schema = playbookSchema.shape[part];
  const wrong = schemaFindings(schema, source.value);
  if (wrong.length > 0) return byPlace(wrong.map(source.mistakeOf));
  const check = fileChecks[part] as (value: unknown, names: KnownNames) => ReturnType<typeof schemaFindings>;
  return byPlace(check(schema.parse(source.value), names).map(source.mistakeOf));
}

function keysOf(value: unknown): string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}
