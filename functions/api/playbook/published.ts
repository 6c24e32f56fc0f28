import type * as z from 'zod/mini';
import type { checkAnswer, publishAnswer, tryAnswer } from '../../../shared/contract/playbook-api.ts';
import type { CheckAnswer, PublishAnswer, TryAnswer } from '../../../shared/contract/playbook-commands.ts';
import type { ToldMistake } from '../../../shared/domain/playbook/mistake.ts';
import { Problem } from '../problem.ts';

/** What a check found: mistakes, and what may not be meant. */
export function checkBody({
  mistakes,
  more,
  etag,
}: Extract<CheckAnswer, { result: 'checked' }>): z.infer<typeof checkAnswer> {
  return {
    mistakes: mistakes.filter(({ isWarning }) => !isWarning).map(mistakeBody),
    warnings: mistakes.filter(({ isWarning }) => isWarning).map(mistakeBody),
    ...{ more, etag },
  };
}

/** What the draft would do. @throws Problem that says why it cannot be told */
export function triedBody(answer: TryAnswer, maySeeLeads: boolean): z.infer<typeof tryAnswer> {
  switch (answer.result) {
    case 'tried': {
      const { result: _, ms: __, examples, ...told } = answer;
      return { ...told, examples: maySeeLeads ? examples : [] };
    }
    case 'mistakes': {
      const mistakes = answer.mistakes.filter(({ isWarning }) => !isWarning).map(mistakeBody);
      throw new Problem(422, 'The draft has mistakes; see `mistakes`', undefined, {
        mistakes,
        more: answer.more,
      });
    }
    case 'not-listed':
      throw new Problem(503, 'The list of leads is being made; try again in some minutes');
    case 'unpublished':
      throw new Problem(404, 'No playbook with its files is published yet; run npm run deploy once');
    default:
      return answer satisfies never;
  }
}

/** The version that is live after publishing. @throws Problem that says why nothing was published */
export function publishedBody(answer: PublishAnswer): z.infer<typeof publishAnswer> {
  switch (answer.result) {
    case 'published':
      return { version: answer.version, isNew: answer.isNew };
    case 'mistakes': {
      const mistakes = answer.mistakes.filter(({ isWarning }) => !isWarning).map(mistakeBody);
      throw new Problem(422, WRONG, undefined, { mistakes, more: answer.more });
    }
    case 'overtaken':
      throw new Problem(409, OVERTAKEN, undefined, { version: answer.version });
    case 'changed':
      throw new Problem(409, 'The draft has changed since you read it: read it again');
    case 'behind':
      throw new Problem(409, BEHIND, undefined, { files: answer.files });
    case 'too-large':
      throw new Problem(
        422,
        'A playbook has at most 500 files of 200,000 bytes, and two million bytes in all',
      );
    case 'unknown':
      throw new Problem(404, 'There is no such version, or its files were not stored yet');
    case 'unpublished':
      throw new Problem(404, 'No playbook with its files is published yet; run npm run deploy once');
    default:
      return answer satisfies never;
  }
}

const WRONG = 'The playbook has mistakes, so nothing was published; see `mistakes`';
const OVERTAKEN = 'Somebody published first: read the playbook again, and what is different';
const BEHIND =
  'Somebody published another text of these files since their draft began. Discard the draft of each, and change what is live';

function mistakeBody({ file, line, column, field, problem, remedy }: ToldMistake) {
  return { file, line, column, field, reason: `${problem}; ${remedy}` };
}
