import type { Context } from 'hono';
import { REMOVED } from '../../../shared/playbook/versions/shared-draft.ts';
import type { Saved } from '../../../shared/usecases/playbook/draft/save-draft.ts';
import { Problem } from '../problem.ts';

/**
 * The etag of the text that a request changes; undefined for a file that is to be new.
 * @throws Problem 428 when it names none (RFC 6585, 3)
 */
export function ifMatchOf(c: Context): string | undefined {
  const given = c.req.header('if-match')?.trim() ?? '';
  if (given === '' && c.req.header('if-none-match')?.trim() === '*') return undefined;
  const etag = /^(?:W\/)?"([\w-]+)"$/.exec(given)?.[1];
  if (given === '' || given === '*') throw new Problem(428, NEEDED);
  return etag ?? given;
}

const NEEDED =
  'Send the ETag of the text that you changed: `If-Match: "…"`; for a new file `If-None-Match: *`';

/** The response to a file that was saved or removed. @throws Problem that says why it was not */
export function savedResponse(c: Context, saved: Saved): Response {
  switch (saved.result) {
    case 'saved': {
      const { path: file, state, etag } = saved.file;
      return c.json({ file, state }, 200, { ...(etag !== REMOVED && { ETag: `"${etag}"` }) });
    }
    case 'overtaken': {
      const { file } = saved;
      const who = file?.by === undefined || file.by.by === 'deployment' ? 'Somebody' : file.by.name;
      const isThere = file !== undefined && file.etag !== REMOVED;
      const detail = isThere
        ? `${who} was first: this is not the text that you changed. \`text\` is the text as it is now`
        : 'This file is not there, or not any more';
      throw new Problem(412, detail, undefined, {
        text: isThere ? file.text : null,
        ...(file?.by && {
          by: file.by.by === 'deployment' ? { by: 'deployment' } : { by: file.by.by, name: file.by.name },
        }),
      });
    }
    case 'refused': {
      const [status, detail] = refusals[saved.why];
      throw new Problem(status, detail);
    }
  }
}

const refusals = {
  path: [404, 'A playbook has files such as scoring.yaml and mails/welcome.nl.md'],
  'no-picture': [422, 'Send the picture itself first: `POST /api/playbook/pictures` answers with this text'],
  'too-large': [413, 'A file has at most 200,000 bytes, and all drafts together one million'],
  'too-many': [409, 'A playbook has at most 500 files'],
  'nothing-published': [404, 'No playbook with its files is published yet; run npm run deploy once'],
} as const satisfies Record<Extract<Saved, { result: 'refused' }>['why'], readonly [number, string]>;
