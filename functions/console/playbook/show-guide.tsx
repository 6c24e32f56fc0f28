import type { Context } from 'hono';
import { may } from '../../../shared/domain/console/viewer.ts';
import type { ToldMistake } from '../../../shared/domain/playbook/mistake.ts';
import { type GuideSteps, guideSteps } from '../../../shared/playbook/new/guide-steps.ts';
import { filesOf } from '../../../shared/usecases/playbook/draft/load-draft.ts';
import { readDraft } from '../../../shared/usecases/playbook/draft/read-draft.ts';
import { MistakeList } from '../../../shared/web/console/playbook/kit/mistake-list.tsx';
import { mistakeAddress } from '../../../shared/web/console/playbook/mistake-address.ts';
import { GuideStepsPage } from '../../../shared/web/console/playbook/new/guide-steps-page.tsx';
import { titleOf } from '../../../shared/web/console/playbook/new/guide-title.ts';
import { playbookWords } from '../../../shared/web/console/playbook/words.ts';
import type { ConsoleEnv } from '../console-env.ts';
import { checkedOrNot } from './checked.ts';
import type { PlaybookRoute } from './playbook-route.ts';

/** `GET /console/playbook/new/{form}`: what belongs to a form, and what of it is still to be written. */
export async function showGuide({ system, show }: PlaybookRoute, c: Context<ConsoleEnv>, form: string) {
  const { language, viewer } = c.var;
  const draft = await readDraft(system, viewer);
  const guide = draft && guideSteps(filesOf(draft)).find((one) => one.form === form);
  if (guide === undefined) return c.notFound();
  const all = await checkedOrNot(system, viewer, language);
  const mistakes = all?.filter((mistake) => isOf(guide, mistake));
  const content = (
    <GuideStepsPage
      {...{ language, guide }}
      isMade={c.req.query('made') !== undefined && mistakes?.every(({ isWarning }) => isWarning) === true}
      mayChange={may(viewer, 'change-playbook')}
      mistakes={
        mistakes === undefined ? (
          <p class="notice refusal">{playbookWords[language].file.notChecked}</p>
        ) : (
          <MistakeList {...{ language, mistakes }} address={mistakeAddress} />
        )
      }
    />
  );
  return show(c, { current: 'playbook', title: titleOf(guide, language), content });
}

/** Whether a mistake is in one of a guide's own settings or mails. */
function isOf({ form, sequences }: GuideSteps, { file, field }: ToldMistake): boolean {
  const isIn = (name: string) => field === name || field.startsWith(`${name}.`);
  if (file === 'forms.yaml') return field === '' || isIn(form);
  if (file === 'sequences.yaml') return field === '' || sequences.some(({ name }) => isIn(name));
  return sequences.some(({ steps }) => steps.some(({ files }) => files.some(({ path }) => path === file)));
}
