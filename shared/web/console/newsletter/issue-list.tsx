import type { Language } from '../../../domain/language.ts';
import type { IssueLine } from '../../../domain/nurture/audience/issue-line.ts';
import { audienceOf } from '../../../domain/nurture/newsletter-issue.ts';
import { longDate, wholeNumber } from '../../language.ts';
import { audienceText, type Named } from './audience-text.ts';
import { issueAddress } from './issue-address.ts';
import { newsletterWords } from './words.ts';

interface Props {
  language: Language;
  playbook: Named;
  lines: readonly IssueLine[];
}

/** The issues of the newsletter and the one-time mails: the next ones, then the last ones. */
export function IssueList({ language, playbook, lines }: Props) {
  const words = newsletterWords[language];
  return (
    <>
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      {lines.length === 0 ? (
        <p class="empty">{words.none}</p>
      ) : (
        <section class="card" aria-label={words.title}>
          <table class="cards">
            <thead>
              <tr>
                {[words.mail, words.when, words.kind, words.to, words.most, words.state].map((name) => (
                  <th scope="col">{name}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <Row language={language} playbook={playbook} line={line} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}

function Row({ language, playbook, line }: Omit<Props, 'lines'> & { line: IssueLine }) {
  const words = newsletterWords[language];
  const { issue, heading, state, listed } = line;
  return (
    <tr>
      <th scope="row">
        <a href={issueAddress(issue)}>{heading[language]}</a>
      </th>
      <td data-label={words.when}>{whenText(issue, language)}</td>
      <td data-label={words.kind}>{kindText(issue, language, playbook)}</td>
      <td data-label={words.to}>{audienceText(audienceOf(issue), language, playbook)}</td>
      <td data-label={words.most}>{listed === undefined ? '–' : wholeNumber(language, listed)}</td>
      <td data-label={words.state}>
        <span class={state === 'stopped' ? 'tag bad' : state === 'going' ? 'tag good' : 'tag'}>
          {words.states[state]}
        </span>
      </td>
    </tr>
  );
}

/** The day of an issue, and its time of day if it has one. */
export function whenText({ on, at }: IssueLine['issue'], language: Language): string {
  const day = longDate(language, on, 'UTC');
  return at === undefined ? day : newsletterWords[language].dayAt(day, at);
}

/** The newsletter, or the subject of a one-time mail. */
export function kindText({ subject }: IssueLine['issue'], language: Language, { mailing }: Named): string {
  if (subject === undefined) return newsletterWords[language].newsletter;
  return mailing.subjects[subject]?.[language] ?? subject;
}
