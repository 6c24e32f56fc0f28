import { MAILS } from '../../../../playbook/files/playbook-files.ts';
import type { DraftedFile } from '../../../../playbook/versions/shared-draft.ts';

const SUBJECTS = {
  points: ['scoring.yaml', 'fit.yaml'],
  forms: ['forms.yaml', 'fields.yaml'],
  sales: ['sales.yaml', 'agreement.yaml'],
  company: ['company.yaml'],
  mails: ['sequences.yaml', 'newsletter.yaml', 'events.yaml', 'mailing.yaml'],
} as const;

export type FileSubject = keyof typeof SUBJECTS | 'others';

/** The files but the mails by what they are about; subjects without files are left out. */
export function fileSubjects(
  files: readonly DraftedFile[],
): { subject: FileSubject; files: DraftedFile[] }[] {
  const named = Object.entries(SUBJECTS).map(([subject, paths]) => ({
    subject: subject as FileSubject,
    files: paths.flatMap((path) => files.find((file) => file.path === path) ?? []),
  }));
  const known = new Set(named.flatMap((one) => one.files));
  const others = files.filter((file) => !known.has(file) && !file.path.startsWith(MAILS));
  const all = [...named, { subject: 'others' as const, files: others }];
  return all.filter((one) => one.files.length > 0);
}

/** The mails by their name, with a file for each language. */
export function mailFiles(files: readonly DraftedFile[]): { name: string; files: DraftedFile[] }[] {
  const mails = files.filter(({ path }) => path.startsWith(MAILS));
  const nameOf = ({ path }: DraftedFile) => path.slice(MAILS.length).split('.')[0] ?? path;
  const names = [...new Set(mails.map(nameOf))];
  return names.map((name) => ({ name, files: mails.filter((file) => nameOf(file) === name) }));
}
