import type { Today } from '../../../domain/console/today.ts';
import { may, type Viewer } from '../../../domain/console/viewer.ts';
import type { Language } from '../../../domain/language.ts';
import type { Playbook } from '../../../playbook/playbook.ts';
import { Failed } from './failed.tsx';
import { FirstSteps } from './first-steps.tsx';
import { Mail } from './mail.tsx';
import { Needs } from './needs.tsx';
import { todayWords } from './words.ts';
import { Numbers } from './yesterday.tsx';

export interface TodayProps {
  language: Language;
  timeZone: string;
  publicUrl: string;
  viewer: Viewer;
  today: Today;
  sequences: Playbook['sequences'];
  /** The name of the form that a new deployment begins with. */
  form?: string | undefined;
  /** What became of what somebody just did about a failure. */
  did?: Did | undefined;
}

export type Did = 'again' | 'drop' | 'gone' | 'must-be-done';

/** What needs somebody today. */
export function TodayPage(props: TodayProps) {
  const { language, viewer, today, did } = props;
  const words = todayWords[language];
  const { lists = [], mail = {}, failed } = today;
  const isQuiet = today.lists?.length === 0 && Object.keys(mail).length === 0 && failed.length === 0;
  return (
    <>
      <h1>{words.title}</h1>
      {did && (
        <p class="notice" role="status">
          {words.did[did]}
        </p>
      )}
      {today.isNew && <FirstSteps {...props} canAdd={may(viewer, 'keep-people')} />}
      {today.lists === undefined && <p class="empty">{words.notMade}</p>}
      {isQuiet && !today.isNew && <p class="empty">{words.nothing}</p>}
      {failed.length > 0 && <Failed {...props} failed={failed} canHandle={may(viewer, 'handle-failures')} />}
      {Object.keys(mail).length > 0 && <Mail {...props} mail={mail} />}
      <div class="columns">
        {lists.map((list) => (
          <Needs {...props} list={list} />
        ))}
      </div>
      {!today.isNew && <Numbers language={language} yesterday={today.yesterday} />}
    </>
  );
}
