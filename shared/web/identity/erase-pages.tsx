import { longDateTime } from '../language.ts';
import { ButtonForm } from '../layout/button-form.tsx';
import { Facts } from '../layout/facts.tsx';
import { cardPage } from '../layout/page.tsx';
import { pathFor, type Reader } from './private-page.ts';
import { identityWords } from './words.ts';

/** Asks for confirmation before everything is erased. */
export function confirmErasurePage(mail: string, reader: Reader): string {
  const { erase } = identityWords[reader.language];
  const action = pathFor(reader, `/preferences/${mail}`);
  return cardPage(
    reader,
    erase.sure,
    <>
      <p>{erase.text}</p>
      <ButtonForm
        action={action}
        fields={[
          ['do', 'erase'],
          ['sure', 'yes'],
        ]}
      >
        {erase.sureButton}
      </ButtonForm>
      <p>
        <a href={action}>{erase.back}</a>
      </p>
    </>,
  );
}

interface Receipt {
  id: string;
  erasedAt: string;
  isFinished: boolean;
  removed: { events: number; visitors: number; others: number };
}

/** The proof that everything was erased, or that it will be. */
export function receiptPage({ id, erasedAt, isFinished, removed }: Receipt, reader: Reader): string {
  const { language, timeZone } = reader;
  const { erased, erasing } = identityWords[language];
  const { title, text, at } = isFinished ? erased : erasing;
  const facts: [string, string][] = [
    [erased.receipt, id],
    [at, longDateTime(language, erasedAt, timeZone)],
    [erased.events, String(removed.events)],
    [erased.browsers, String(removed.visitors)],
    [erased.others, String(removed.others)],
  ];
  return cardPage(
    reader,
    title,
    <>
      <p>{text}</p>
      <Facts facts={isFinished ? facts : facts.slice(0, 2)} />
    </>,
  );
}
