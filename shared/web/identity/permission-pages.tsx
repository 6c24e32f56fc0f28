import { type Addressee, askedOf } from '../../domain/nurture/preferences.ts';
import { ButtonForm } from '../layout/button-form.tsx';
import { cardPage } from '../layout/page.tsx';
import { pathFor, type Reader } from './private-page.ts';
import { identityWords } from './words.ts';

/** Asks the owner of an address to confirm the permission, in the words that were agreed to. */
export function confirmPage(addressee: Addressee, reader: Reader): string {
  const { mail, profile, company } = addressee;
  const { confirm } = identityWords[reader.language];
  return cardPage(
    reader,
    confirm.title,
    <>
      <Asked addressee={addressee} how="confirmation" reader={reader} />
      <p>{confirm.text}</p>
      <ButtonForm action={pathFor(reader, `/confirm/${mail.id}`)}>{confirm.button}</ButtonForm>
      <SentTo company={company} email={profile.email} />
    </>,
  );
}

/** What a person agreed to and confirms now, in its words; nothing when there is nothing to confirm. */
export function Asked(props: { addressee: Addressee; how: 'confirmation' | 'preferences'; reader: Reader }) {
  const { addressee, how, reader } = props;
  const asked = askedOf({ ...addressee, permissions: addressee.profile.permissions }, how);
  if (asked.length === 0) return null;
  return (
    <>
      <p>{identityWords[reader.language].confirm.agreed}</p>
      {[...new Set(asked.map(({ wording }) => wording))].map((wording) => (
        <blockquote>{wording}</blockquote>
      ))}
    </>
  );
}

/** Says that the permission is confirmed. */
export function confirmedPage(mail: string, reader: Reader): string {
  const { confirmed } = identityWords[reader.language];
  return cardPage(
    reader,
    confirmed.title,
    <>
      <p>{confirmed.text}</p>
      <ToPreferences mail={mail} reader={reader} />
    </>,
  );
}

/** Asks a person to confirm that they want to unsubscribe. */
export function unsubscribePage({ mail, profile, company }: Addressee, reader: Reader): string {
  const { unsubscribe, unsubscribeButton } = identityWords[reader.language];
  return cardPage(
    reader,
    unsubscribe.title,
    <>
      <p>{unsubscribe.text}</p>
      <ButtonForm
        action={pathFor(reader, `/unsubscribe/${mail.id}`)}
        fields={[
          ['List-Unsubscribe', 'One-Click'],
          ['from', 'page'],
        ]}
      >
        {unsubscribeButton}
      </ButtonForm>
      <ToPreferences mail={mail.id} reader={reader} />
      <SentTo company={company} email={profile.email} />
    </>,
  );
}

/** Says that the person is unsubscribed, with a way back for a wrong click. */
export function unsubscribedPage(mail: string, reader: Reader): string {
  const { unsubscribed, subscribeAgain } = identityWords[reader.language];
  return cardPage(
    reader,
    unsubscribed.title,
    <>
      <p>{unsubscribed.text}</p>
      <h2>{unsubscribed.byMistake}</h2>
      <ButtonForm action={pathFor(reader, `/preferences/${mail}`)} fields={[['do', 'subscribe']]}>
        {subscribeAgain}
      </ButtonForm>
      <ToPreferences mail={mail} reader={reader} />
    </>,
  );
}

function ToPreferences({ mail, reader }: { mail: string; reader: Reader }) {
  return (
    <p>
      <a href={pathFor(reader, `/preferences/${mail}`)}>{identityWords[reader.language].toPreferences}</a>
    </p>
  );
}

/** Masks an address: its owner recognises it, a person who got the mail forwarded does not. */
function SentTo({ company, email }: { company: string; email: string }) {
  return (
    <p class="quiet small">
      {company} · {`${email.slice(0, 1)}…${email.slice(email.lastIndexOf('@'))}`}
    </p>
  );
}
