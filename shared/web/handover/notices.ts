import type { ActionName } from '../../domain/handover/action.ts';
import type { Dossier } from '../../domain/handover/dossier/dossier.ts';
import { possibleActions } from '../../domain/handover/with-action.ts';
import type { Lead } from '../../domain/identity/lead.ts';
import type { Instant } from '../../domain/time.ts';
import { actionText } from './dossier/action-text.ts';
import { outsideLine } from './dossier/outside-text.ts';
import type { StorySettings } from './dossier/story.ts';
import { recentTime } from './dossier/times.ts';
import { handoverWords } from './words.ts';

interface Facts {
  lead: Lead;
  dossier: Dossier;
}

interface At {
  settings: StorySettings;
  now: Instant;
}

/** Says that an action was recorded, by this request or an earlier one; undefined when there was none. */
export function recordedNotice(
  { dossier }: Facts,
  action: ActionName,
  isRepeat: boolean,
  at: At,
): string | undefined {
  const last = dossier.actions.findLast((one) => one.action === action);
  if (last === undefined) return undefined;
  const { language } = at.settings;
  const { notices } = handoverWords[language];
  const what = `${actionText(last, language)}, ${recently(at)(last.at)}`;
  return isRepeat ? notices.repeated(what) : notices.done(what);
}

/** Says who answered first; undefined when the action can still be done, or nobody answered. */
export function takenNotice(facts: Facts, action: ActionName, at: At): string | undefined {
  return possibleActions(facts.lead).includes(action) ? undefined : answeredNotice(facts, at);
}

function answeredNotice({ dossier }: Facts, at: At): string | undefined {
  const { answer } = dossier.handover;
  if (answer === undefined) return undefined;
  const { notices } = handoverWords[at.settings.language];
  const notice = answer.reason === undefined ? notices.taken : notices.returned;
  return notice(outsideLine(answer.by, 60), recently(at)(answer.at));
}

/** Says why an answer was not recorded. */
export function refusalNotice(facts: Facts, action: ActionName, at: At): string {
  const { notices, stages } = handoverWords[at.settings.language];
  const isAnswer = action === 'accept' || action === 'return';
  const taken = isAnswer ? answeredNotice(facts, at) : undefined;
  return `${taken ?? notices.impossible(stages[facts.lead.stage])} ${notices.nothing}`;
}

function recently({ settings: { language, timeZone }, now }: At): (at: Instant) => string {
  return recentTime(language, timeZone, now);
}
