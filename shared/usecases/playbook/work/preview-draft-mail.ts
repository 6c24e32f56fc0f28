import { type PreviewAnswer, toldMistakes } from '../../../contract/playbook-commands.ts';
import type { Language } from '../../../domain/language.ts';
import type { PreviewedLead } from '../../../domain/nurture/mail/invented-recipients.ts';
import { MAILS, type PlaybookFiles } from '../../../playbook/files/playbook-files.ts';
import type { Table } from '../../../store/table.ts';
import { previewMail } from '../../nurture/preview-mail.ts';
import { filesOf, loadDraft, type SharedDraft } from '../draft/load-draft.ts';
import { type Unsaved, withUnsaved } from './check-draft.ts';

export interface DraftPreviewSystem {
  table: Table;
  publicUrl: string;
  websiteUrl: string;
}

export interface DraftPreview {
  /** Of whoever looks at it: in it they are told what is wrong. */
  language: Language;
  mail: string;
  locale: Language;
  lead: PreviewedLead;
  unsaved?: Unsaved | undefined;
}

/**
 * A mail of the draft as a person would get it. Mistakes in other files do not hide it: then it is shown among what is
 * live.
 */
export async function previewDraftMail(
  { table, publicUrl, websiteUrl }: DraftPreviewSystem,
  { language, mail, locale, lead, unsaved }: DraftPreview,
): Promise<PreviewAnswer> {
  const draft = await loadDraft(table);
  if (draft === undefined) return { result: 'unpublished' };
  const path = `${MAILS}${mail}.${locale}.md`;
  const files = withUnsaved(filesOf(draft), unsaved);
  if (!Object.hasOwn(files, path)) return { result: 'unknown' };
  const request = { mail, locale, lead, website: websiteUrl, api: publicUrl };
  const shown = await previewMail(files, request);
  if (shown.ok) return answerOf(shown);
  const own = shown.mistakes.filter(({ file, isWarning }) => file === path && !isWarning);
  if (own.length > 0) return { result: 'mistakes', ...toldMistakes(own, language) };
  const among = await previewMail(amongLive(draft, files, mail), request);
  return among.ok ? answerOf(among) : { result: 'mistakes', ...toldMistakes(among.mistakes, language) };
}

function answerOf({
  from,
  subject,
  preheader,
  html,
  text,
  kilobytes,
}: Extract<PreviewAnswer, { html: string }> | Shown) {
  return { result: 'shown' as const, from, subject, preheader, html, text, kilobytes };
}

type Shown = Omit<Extract<PreviewAnswer, { html: string }>, 'result'>;

/** The published files, with this mail as the draft has it in each language. */
function amongLive(draft: SharedDraft, files: PlaybookFiles, mail: string): PlaybookFiles {
  const live = draft.files.flatMap(({ path, live: text }) => (text === undefined ? [] : [[path, text]]));
  const own = Object.entries(files).filter(([path]) => path.startsWith(`${MAILS}${mail}.`));
  return Object.fromEntries([...live, ...own]);
}
