import type { Child } from 'hono/jsx';
import type { Language } from '../../../../domain/language.ts';
import { cut } from '../outside-text.ts';
import { Table } from './mail-parts.tsx';
import { colours, styleSheet } from './mail-style.ts';

interface DocumentProps {
  language: Language;
  title: string;
  /** What the inbox shows beside the subject. */
  preview: string;
  /** Rows of a table. */
  children: Child;
}

/** A mail to sales: one card, with tables and inline styles for Outlook and Gmail. */
export function MailDocument({ language, title, preview, children }: DocumentProps) {
  const card = { 'max-width': '600px', background: colours.card, 'border-radius': '12px' };
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no,date=no,address=no,email=no" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: styleSheet }} />
      </head>
      <body class="bg-page" style={{ margin: '0', padding: '0', background: colours.page }}>
        <Preview text={preview} />
        <Table>
          <tr>
            <td class="bg-page" align="center" bgcolor={colours.page} style={{ padding: '16px 8px' }}>
              <Table style={card}>
                <tr>
                  <td
                    class="side bg-card"
                    bgcolor={colours.card}
                    style={{ padding: '28px 32px', 'border-radius': '12px' }}
                  >
                    <Table>{children}</Table>
                  </td>
                </tr>
              </Table>
            </td>
          </tr>
        </Table>
      </body>
    </html>
  );
}

function Preview({ text }: { text: string }) {
  const hidden = { display: 'none', 'max-height': '0', overflow: 'hidden', 'mso-hide': 'all' };
  return <div style={hidden}>{cut(text.replaceAll('\n', ' '), 140)}</div>;
}
