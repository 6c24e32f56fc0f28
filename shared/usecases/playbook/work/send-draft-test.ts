import type { TestAnswer } from '../../../contract/playbook-commands.ts';
import type { Localised } from '../../../domain/language.ts';
import type { Instant } from '../../../domain/time.ts';
import { digestId } from '../../../gateways/digest-id.ts';
import type { Mailer } from '../../../gateways/nurture/mailer.ts';
import { MailRefused } from '../../../gateways/nurture/ses-refusal.ts';
import { countTestMail } from '../../../store/playbook/test-mails.ts';
import { type DraftPreview, type DraftPreviewSystem, previewDraftMail } from './preview-draft-mail.ts';

export interface TestMailSystem extends DraftPreviewSystem {
  now: () => Instant;
  mailer: Mailer;
}

/** Whose inbox it is, and which press of their button. */
export interface DraftTest extends DraftPreview {
  to: string;
  press: string;
}

/** So that nobody takes it for the mail itself. */
const mark: Localised<string> = { nl: '[Proef]', en: '[Test]' };

/**
 * Sends a mail of the draft to whoever works on it: as the preview shows it, so nothing in it is counted and no link
 * changes a permission. Without the tag `mail`, so nobody is told what became of it. Repeating a press sends nothing.
 * @throws when the table refuses: nothing was sent
 */
export async function sendDraftTest(system: TestMailSystem, test: DraftTest): Promise<TestAnswer> {
  const { table, mailer, now } = system;
  const { to, press, locale } = test;
  const preview = await previewDraftMail(system, test);
  if (preview.result !== 'shown') return preview;
  const counted = await countTestMail(table, { of: digestId(to), press, at: now() });
  if (counted === 'known') return { result: 'unclear' };
  if (counted === 'too-many') return { result: 'too-many' };
  const { from, html, text } = preview;
  const subject = `${mark[locale]} ${preview.subject}`;
  try {
    await mailer.send({ from, to: [to], subject, html, text, headers: {}, tags: { test: 'mail' } });
    return { result: 'sent' };
  } catch (error) {
    return error instanceof MailRefused ? { result: 'refused', why: error.kind } : { result: 'unclear' };
  }
}
