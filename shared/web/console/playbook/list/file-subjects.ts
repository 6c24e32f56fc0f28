import { PICTURES } from '../../../../playbook/files/playbook-files.ts';
import type { DraftedFile } from '../../../../playbook/versions/shared-draft.ts';

const SUBJECTS = {
  points: ['scoring.yaml', 'fit.yaml'],
  forms: ['forms.yaml', 'fields.yaml'],
  sales: ['sales.yaml', 'agreement.yaml'],
  company: ['company.yaml'],
  mails: ['sequences.yaml', 'newsletter.yaml', 'events.yaml', 'mailing.yaml'],
} as const;

export type FileSubject = keyof typeof SUBJECTS | 'pictures' | 'others';

/** The files that are no mails by what they are about; subjects without files are left out. */
export function fileSubjects(
  files: readonly DraftedFile[],
): { subject: FileSubject; files: DraftedFile[] }[] {
  const named = Object.entries(SUBJECTS).map(([subject, paths]) => ({
    subject: subject as FileSubject,
    files: paths.flatMap((path) => files.find((file) => file.path === path) ?? []),
  }));
  const pictures = files.filter(({ path }) => path.startsWith(PICTURES));
  const known = new Set([...named.flatMap((one) => one.files), ...pictures]);
  const all = [
    ...named,
    { subject: 'pictures' as const, files: pictures },
    { subject: 'others' as const, files: files.filter((file) => !known.has(file)) },
  ];
  return all.filter((one) => one.files.length > 0);
}
