import type { Addressee } from '../../domain/nurture/kept.ts';
import { Act, framed, type Reader } from './frame.tsx';
import { texts } from './texts.ts';

/** Asks the owner of an address whether mail is welcome, in the words that were agreed to. */
export function confirmPage({ mail, profile, company }: Addressee, reader: Reader): string {
  const { locale } = reader;
  const proof = profile.permissions.at(-1);
  return framed(
    reader,
    texts.confirm[locale],
    <div class="card">
      <h1>{texts.confirm[locale]}</h1>
      {proof && (
        <>
          <p>{texts.agreed[locale]}</p>
          <blockquote>{proof.wording}</blockquote>
        </>
      )}
      <p>{texts.confirmText[locale]}</p>
      <Act action={`/confirm/${mail.id}`}>{texts.confirmButton[locale]}</Act>
      <p class="quiet small">
        {company} · {masked(profile.email)}
      </p>
    </div>,
  );
}

/** Says that mail is welcome from now on. */
export function confirmedPage(mail: string, reader: Reader): string {
  const { locale } = reader;
  return framed(
    reader,
    texts.confirmed[locale],
    <div class="card">
      <h1>{texts.confirmed[locale]}</h1>
      <p>{texts.confirmedText[locale]}</p>
      <p>
        <a href={`/preferences/${mail}`}>{texts.toPreferences[locale]}</a>
      </p>
    </div>,
  );
}

/** Asks whether somebody wants to get no more mail. */
export function unsubscribePage({ mail, profile, company }: Addressee, reader: Reader): string {
  const { locale } = reader;
  return framed(
    reader,
    texts.unsubscribe[locale],
    <div class="card">
      <h1>{texts.unsubscribe[locale]}</h1>
      <p>{texts.unsubscribeText[locale]}</p>
      <Act
        action={`/unsubscribe/${mail.id}`}
        does={[
          ['List-Unsubscribe', 'One-Click'],
          ['from', 'page'],
        ]}
      >
        {texts.unsubscribeButton[locale]}
      </Act>
      <p>
        <a href={`/preferences/${mail.id}`}>{texts.toPreferences[locale]}</a>
      </p>
      <p class="quiet small">
        {company} · {masked(profile.email)}
      </p>
    </div>,
  );
}

/** Says that mail has stopped, with the way back for who pressed the wrong button. */
export function unsubscribedPage(mail: string, reader: Reader): string {
  const { locale } = reader;
  return framed(
    reader,
    texts.unsubscribed[locale],
    <div class="card">
      <h1>{texts.unsubscribed[locale]}</h1>
      <p>{texts.unsubscribedText[locale]}</p>
      <h2>{texts.byMistake[locale]}</h2>
      <Act action={`/preferences/${mail}`} does={[['do', 'subscribe']]}>
        {texts.againButton[locale]}
      </Act>
      <p>
        <a href={`/preferences/${mail}`}>{texts.toPreferences[locale]}</a>
      </p>
    </div>,
  );
}

/** Enough for the owner to know which address is meant, too little for who was forwarded the mail. */
function masked(email: string): string {
  const at = email.lastIndexOf('@');
  return `${email.slice(0, 1)}…${email.slice(at)}`;
}
