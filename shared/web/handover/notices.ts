import type { ActionName, SalesAction } from '../../domain/handover/actions/action.ts';
import type { Uncorrectable } from '../../domain/handover/actions/correct.ts';
import { possibleActions } from '../../domain/handover/actions/with-action.ts';
import { personName, type TeamNames } from '../../domain/handover/dossier/person-name.ts';
import type { Lead } from '../../domain/identity/lead.ts';
import type { Instant } from '../../domain/time.ts';
import { actionText } from './dossier/action-text.ts';
import { outsideLine } from './dossier/outside-text.ts';
import type { StorySettings } from './dossier/story.ts';
import { recentTime } from './dossier/times.ts';
import { handoverWords } from './words.ts';

/** Who reads a notice, and when. */
export interface NoticeReader {
  settings: Pick<StorySettings, 'language' | 'timeZone'>;
  now: Instant;
  team: TeamNames;
}

/** Why an action was refused: what the lead is, and who did what before. */
export interface Refusal {
  lead: Lead;
  /** What sales answered last. */
  last?: SalesAction;
  /** Somebody did the like at the same moment. */
  by?: SalesAction;
  /** Why what it corrects cannot be corrected. */
  why?: Uncorrectable;
}

/** Says that an action was recorded, by this request or an earlier one; undefined when there was none. */
export function recordedNotice(
  actions: readonly SalesAction[],
  action: ActionName,
  isRepeat: boolean,
  reader: NoticeReader,
): string | undefined {
  const last = actions.findLast((one) => one.action === action);
  if (last === undefined) return undefined;
  const { notices } = handoverWords[reader.settings.language];
  return isRepeat ? notices.repeated(whatWasDone(last, reader)) : notices.done(whatWasDone(last, reader));
}

/** Says who answered first; undefined when the action can still be done, or nobody answered. */
export function takenNotice(lead: Lead, action: ActionName, reader: NoticeReader): string | undefined {
  return possibleActions(lead).includes(action) ? undefined : answeredNotice(lead, reader);
}

function answeredNotice({ handover }: Lead, reader: NoticeReader): string | undefined {
  const { answer } = handover ?? {};
  if (answer === undefined) return undefined;
  const { notices } = handoverWords[reader.settings.language];
  const notice = answer.reason === undefined ? notices.taken : notices.returned;
  return notice(outsideLine(personName(reader.team, answer.by), 60), recently(reader)(answer.at));
}

/** Says why an action was not recorded, and who did what instead. */
export function refusalNotice(refusal: Refusal, action: ActionName, reader: NoticeReader): string {
  const { notices } = handoverWords[reader.settings.language];
  return `${reasonOf(refusal, action, reader)} ${notices.nothing}`;
}

function reasonOf({ lead, last, by, why }: Refusal, action: ActionName, reader: NoticeReader): string {
  const { notices, stages } = handoverWords[reader.settings.language];
  if (by !== undefined) return notices.overtaken(whatWasDone(by, reader));
  if (why?.because === 'corrected') return notices.corrected(whatWasDone(why.by, reader));
  if (why !== undefined) return notices.uncorrectable[why.because];
  const isOver = lead.stage === 'customer' || lead.stage === 'lost';
  const isFirst = (action === 'accept' || action === 'return') && !isOver;
  const taken = isFirst ? answeredNotice(lead, reader) : undefined;
  if (taken !== undefined) return taken;
  const stage = notices.impossible(stages[lead.stage]);
  return last === undefined ? stage : `${stage} ${whatWasDone(last, reader)}.`;
}

function whatWasDone(action: SalesAction, reader: NoticeReader): string {
  const { settings, now, team } = reader;
  const { language, timeZone } = settings;
  const named = { ...action, by: personName(team, action.by) };
  const said = named.action === 'assign' ? { ...named, to: personName(team, named.to) } : named;
  return `${actionText(said, language, recentTime(language, timeZone, now))}, ${recently(reader)(action.at)}`;
}

function recently({ settings: { language, timeZone }, now }: NoticeReader): (at: Instant) => string {
  return recentTime(language, timeZone, now);
}
