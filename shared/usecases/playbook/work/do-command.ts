import type { PlaybookAnswers, PlaybookCommand } from '../../../contract/playbook-commands.ts';
import type { PublishSystem } from '../publish-playbook/start-jobs.ts';
import type { TryOutSystem } from '../try-out/try-out.ts';
import type { TestMailSystem } from './send-draft-test.ts';

export type PlaybookWorkSystem = PublishSystem & TestMailSystem & TryOutSystem;

/** Does what the console or the API asks. What a command needs is loaded with the first of its kind. */
export async function doCommand(
  system: PlaybookWorkSystem,
  command: PlaybookCommand,
): Promise<PlaybookAnswers[PlaybookCommand['do']]> {
  switch (command.do) {
    case 'check': {
      const { checkDraft } = await import('./check-draft.ts');
      return checkDraft(system, command);
    }
    case 'check-version': {
      const { checkVersion } = await import('./check-version.ts');
      return checkVersion(system, command);
    }
    case 'try': {
      const { tryDraft } = await import('./try-draft.ts');
      return tryDraft(system, command);
    }
    case 'preview': {
      const { previewDraftMail } = await import('./preview-draft-mail.ts');
      return previewDraftMail(system, command);
    }
    case 'send-test': {
      const { sendDraftTest } = await import('./send-draft-test.ts');
      return sendDraftTest(system, command);
    }
    case 'publish': {
      const { publishDraft } = await import('./publish-draft.ts');
      return publishDraft(system, command);
    }
    case 'publish-version': {
      const { publishVersion } = await import('./publish-version.ts');
      return publishVersion(system, command);
    }
    default:
      return command satisfies never;
  }
}
