import { longDateTime } from '../language.ts';
import { ButtonForm, cardPage, type Reader } from './private-page.tsx';
import { Facts } from './stored-data.tsx';
import { identityWords } from './words.ts';

/** Asks for confirmation before everything is erased. */
export function confirmErasurePage(mail: string, reader: Reader): string {
  const { erase } = identityWords[reader.language];
  const action = `/preferences/${mail}`;
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
  removed: { events: number; visitors: number; others: number };
}

/** The proof that everything was erased. */
export function receiptPage({ id, erasedAt, removed }: Receipt, reader: Reader): string {
  const { language, timeZone } = reader;
  const { erased } = identityWords[language];
  return cardPage(
    reader,
    erased.title,
    <>
      <p>{erased.text}</p>
      <Facts
        facts={[
          [erased.receipt, id],
          [erased.at, longDateTime(language, erasedAt, timeZone)],
          [erased.events, String(removed.events)],
          [erased.browsers, String(removed.visitors)],
          [erased.others, String(removed.others)],
        ]}
      />
    </>,
  );
}
