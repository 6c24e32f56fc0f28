import type { Language, Localised } from '../../domain/language.ts';
import type { MailFront } from '../../domain/nurture/mail/template.ts';
import type { Mistake } from '../../domain/playbook/mistake.ts';
import { fileMistake } from '../mistake.ts';
import { parseYaml, type YamlSource } from '../yaml/yaml-source.ts';

/** A mail's file. */
export interface MailSource {
  file: string;
  name: string;
  locale: Language;
  head: MailFront;
  /** Markdown. The front matter is replaced by empty lines, so that line numbers are those of the file. */
  body: string;
}

/** A mail's file whose front matter is not checked yet. */
export interface MailDraft extends Omit<MailSource, 'head'> {
  front: YamlSource;
  /** A mistake at a place in the file; lines and columns count from 1. */
  mistakeAt(line: number, column: number, problem: Localised, remedy: Localised): Mistake;
}

/** Splits the file of a mail into the settings between two lines of dashes and the text below. */
export function parseMail(file: string, name: string, locale: Language, text: string): MailDraft {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const end =
    lines[0]?.trimEnd() === '---' ? lines.findIndex((line, at) => at > 0 && /^---\s*$/.test(line)) : -1;
  const mistakeAt: MailDraft['mistakeAt'] = (line, column, problem, remedy) => ({
    ...fileMistake(file, { problem, remedy }),
    ...{ line, column },
  });
  const front = parseYaml(file, lines.slice(0, Math.max(end, 0)).join('\n'));
  if (end === -1) {
    const problem = {
      nl: 'de instellingen van deze mail ontbreken',
      en: 'the settings of this mail are missing',
    };
    const remedy = {
      nl: 'begin met ---, subject: enzovoort, en weer ---',
      en: 'begin with ---, subject: and so on, and --- again',
    };
    front.mistakes.push(fileMistake(file, { problem, remedy }));
  }
  const body = [...lines.slice(0, end + 1).map(() => ''), ...lines.slice(end + 1)].join('\n');
  return { file, name, locale, front, body, mistakeAt };
}
