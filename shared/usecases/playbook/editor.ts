import type { Actor } from '../../domain/console/log.ts';
import { assertMay, type Right, type Viewer } from '../../domain/console/viewer.ts';
import { digestId } from '../../gateways/digest-id.ts';
import type { Author, Editor } from '../../playbook/versions/version.ts';

/**
 * Lets somebody of the console in whose role allows it. What an API key is for was checked by its route.
 * @throws NotAllowed
 */
export function assertEditor(editor: Editor, right: Right): void {
  if (isViewer(editor)) assertMay(editor, right);
}

/** As the log names them. */
export function actorOf(editor: Editor): Actor {
  return isViewer(editor) ? { who: editor.email } : editor;
}

/** As drafts and versions name them. */
export function authorOf(editor: Editor): Author {
  return isViewer(editor)
    ? { by: 'person', id: digestId(editor.email), name: editor.name }
    : { by: 'key', name: editor.who };
}

function isViewer(editor: Editor): editor is Viewer {
  return 'email' in editor;
}
