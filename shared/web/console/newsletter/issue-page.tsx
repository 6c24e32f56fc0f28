import type { Language } from '../../../domain/language.ts';
import type { AudienceCount, IssueChange, IssueLine } from '../../../domain/nurture/audience/issue-line.ts';
import { audienceOf } from '../../../domain/nurture/newsletter-issue.ts';
import { counted, shortDateTime, wholeNumber } from '../../language.ts';
import { pages } from '../pages.ts';
import { inPlace } from '../parts/in-place.ts';
import { audienceText, type Named } from './audience-text.ts';
import { issueAddress, newsletterPage } from './issue-address.ts';
import { kindText, whenText } from './issue-list.tsx';
import { IssueTest } from './issue-test.tsx';
import { newsletterWords } from './words.ts';

/** What a colleague just asked for, and what became of it. */
export type Outcome = 'stop' | 'go-on' | Exclude<IssueChange, 'done' | 'unknown'>;

interface Props {
  language: Language;
  timeZone: string;
  line: IssueLine & { count?: AudienceCount; playbook: Named };
  /** Whether the viewer may stop it. */
  mayChange: boolean;
  colleague: (by: string) => string;
  outcome: Outcome | undefined;
}

/** One issue: when and to whom it goes, how many it will reach, and a button that stops it. */
export function IssuePage({ language, timeZone, line, mayChange, colleague, outcome }: Props) {
  const words = newsletterWords[language];
  const { issue, heading, state, stop, count, playbook } = line;
  const facts: [string, string][] = [
    [words.when, `${whenText(issue, language)}, ${issue.at === undefined ? words.firstHour : words.local}`],
    [words.kind, kindText(issue, language, playbook)],
    [words.to, audienceText(audienceOf(issue), language, playbook)],
    [words.state, words.states[state]],
  ];
  return (
    <>
      <p>
        <a href={newsletterPage}>← {words.title}</a>
      </p>
      <h1>{heading[language]}</h1>
      {outcome && (
        <p class={outcome === 'over' ? 'notice refusal' : 'notice'} role="status">
          {words.outcome[outcome]}
        </p>
      )}
      <section class="card">
        <dl class="facts">
          {facts.map(([name, value]) => (
            <div>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {stop && (
          <p class="small quiet">
            {(stop.state === 'stopped' ? words.stoppedBy : words.goingBy)(
              colleague(stop.by),
              shortDateTime(language, stop.at, timeZone),
            )}
          </p>
        )}
        <p>
          <a href={`${pages.mails}/${issue.mail}`}>{words.look}</a>
        </p>
      </section>
      {count && <Reach language={language} count={count} />}
      {count && issue.test && <IssueTest language={language} test={issue.test} count={count} />}
      {mayChange && (state === 'planned' || state === 'going') && (
        <Change {...{ language, line }} to="stop" />
      )}
      {mayChange && state === 'stopped' && <Change {...{ language, line }} to="go-on" />}
    </>
  );
}

function Reach({ language, count }: { language: Language; count: AudienceCount }) {
  const words = newsletterWords[language];
  const { listed, reached, low, high, sampled } = count;
  const number = (value: number) => wholeNumber(language, value);
  const people = counted(language, number(reached), words.people);
  const isExact = sampled === listed;
  return (
    <section class="card">
      <h2>{words.reach}</h2>
      <p>{isExact ? words.exactly(people) : words.about(people, number(low), number(high))}</p>
      <p class="small quiet">
        {isExact ? words.counted(number(listed)) : words.sample(number(sampled), number(listed))}{' '}
        {words.unknown}
      </p>
    </section>
  );
}

function Change({ language, line, to }: Pick<Props, 'language' | 'line'> & { to: 'stop' | 'go-on' }) {
  const words = newsletterWords[language];
  return (
    <section class="card">
      <form method="post" action={issueAddress(line.issue)} {...inPlace}>
        <input type="hidden" name="action" value={to} />
        <p>{to === 'stop' ? words.stopMore : words.goOnMore}</p>
        <button type="submit" class={to === 'stop' ? 'second' : undefined}>
          {to === 'stop' ? words.stop : words.goOn}
        </button>
      </form>
    </section>
  );
}
