import { longDateTime } from '../language.ts';
import { ButtonForm } from '../layout/button-form.tsx';
import { Facts } from '../layout/facts.tsx';
import { cardPage } from '../layout/page.tsx';
import type { Reader } from './private-page.ts';
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
  isFinished: boolean;
  removed: { events: number; visitors: number; others: number };
}

/** The proof that everything was erased, or that it will be. */
export function receiptPage({ id, erasedAt, isFinished, removed }: Receipt, reader: Reader): string {
  const { language, timeZone } = reader;
  const { erased, erasing } = identityWords[language];
  const when = longDateTime(language, erasedAt, timeZone);
  return cardPage(
    reader,
    isFinished ? erased.title : erasing.title,
    <>
      <p>{isFinished ? erased.text : erasing.text}</p>
      <Facts
        facts={
          isFinished
            ? [
                [erased.receipt, id],
                [erased.at, when],
                [erased.events, String(removed.events)],
                [erased.browsers, String(removed.visitors)],
                [erased.others, String(removed.others)],
              ]
            : [
                [erased.receipt, id],
                [erasing.at, when],
              ]
        }
      />
    </>,
  );
}
