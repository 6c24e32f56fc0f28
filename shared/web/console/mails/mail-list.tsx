import type { Language, Localised } from '../../../domain/language.ts';
import type { MailUse } from '../../../domain/nurture/mail/mail-uses.ts';
import { newsletterPage } from '../newsletter/issue-address.ts';
import { pages } from '../pages.ts';
import { MailUses } from './mail-uses.tsx';
import { mailWords } from './words.ts';

interface Props {
  language: Language;
  version: number;
  mails: readonly { name: string; subject: Localised; uses: readonly MailUse[] }[];
}

/** All mails of the published playbook, with where each is sent. */
export function MailList({ language, version, mails }: Props) {
  const words = mailWords[language];
  return (
    <>
      <h1>{words.title}</h1>
      <p>{words.intro(version)}</p>
      <p>
        <a href={newsletterPage}>{words.issues}</a>
      </p>
      {mails.length === 0 ? (
        <p class="empty">{words.none}</p>
      ) : (
        <section class="card" aria-label={words.title}>
          <table class="cards">
            <thead>
              <tr>
                <th scope="col">{words.mail}</th>
                <th scope="col">{words.subject}</th>
                <th scope="col">{words.usedIn}</th>
              </tr>
            </thead>
            <tbody>
              {mails.map(({ name, subject, uses }) => (
                <tr>
                  <th scope="row">
                    <a href={`${pages.mails}/${name}`}>{name}</a>
                  </th>
                  <td data-label={words.subject}>{subject[language]}</td>
                  <td data-label={words.usedIn}>
                    <MailUses uses={uses} language={language} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}
