import type { TestAnswer } from '../../../contract/playbook-commands.ts';
import { assertMay, type Viewer } from '../../../domain/console/viewer.ts';
import { MAILS } from '../../../playbook/files/playbook-files.ts';
import { recordLog } from '../../console/record-log.ts';
import type { AskedPreview } from './ask-draft.ts';
import type { AskSystem } from './ask-system.ts';

/**
 * Sends somebody a mail of the shared draft, as somebody would get it: to the address they signed in with, no other.
 * What it fills in was read by whoever asks, with their rights.
 * @throws NotAllowed; Error when the function does not answer: then it may have been sent
 */
export async function askTestMail(
  system: AskSystem & { newId: () => string },
  viewer: Viewer,
  { language, mail, locale, lead, unsaved }: AskedPreview,
): Promise<TestAnswer> {
  assertMay(viewer, 'change-playbook');
  const about = `${MAILS}${mail}.${locale}.md`;
  await recordLog(system, { who: viewer.email }, { kind: 'test-mail-sent', about });
  return system.askPlaybook({
    ...{ do: 'send-test', language, mail, locale, lead, to: viewer.email, press: system.newId() },
    ...(unsaved && { unsaved }),
  });
}
