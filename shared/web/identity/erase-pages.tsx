import { Act, framed, type Reader } from './frame.tsx';
import { Facts } from './kept.tsx';
import { texts, told } from './texts.ts';

/** Asks once more before everything is gone. */
export function sureErasePage(mail: string, reader: Reader): string {
  const { locale } = reader;
  const action = `/preferences/${mail}`;
  return framed(
    reader,
    texts.eraseSure[locale],
    <div class="card">
      <h1>{texts.eraseSure[locale]}</h1>
      <p>{texts.eraseText[locale]}</p>
      <Act
        action={action}
        does={[
          ['do', 'erase'],
          ['sure', 'yes'],
        ]}
      >
        {texts.sureButton[locale]}
      </Act>
      <p>
        <a href={action}>{texts.back[locale]}</a>
      </p>
    </div>,
  );
}

interface Receipt {
  id: string;
  erasedAt: string;
  removed: { events: number; visitors: number; others: number };
}

/** The proof that everything is gone. */
export function receiptPage({ id, erasedAt, removed }: Receipt, reader: Reader): string {
  const { locale, timeZone } = reader;
  return framed(
    reader,
    texts.erased[locale],
    <div class="card">
      <h1>{texts.erased[locale]}</h1>
      <p>{texts.erasedText[locale]}</p>
      <Facts
        facts={[
          [texts.receipt[locale], id],
          [texts.erasedAt[locale], told(erasedAt, locale, timeZone)],
          [texts.erasedEvents[locale], String(removed.events)],
          [texts.erasedBrowsers[locale], String(removed.visitors)],
          [texts.erasedOthers[locale], String(removed.others)],
        ]}
      />
    </div>,
  );
}
