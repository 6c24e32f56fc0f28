import type { Child } from 'hono/jsx';
import type { Line, Section } from '../section.ts';
import type { Story } from '../story.ts';
import { colours, FONT, type Ink } from './mail-style.ts';

/** Outlook ignores the padding of paragraphs, so every text is a table cell. */
export function Table(props: { children: Child; style?: Record<string, string> }) {
  const { children, style } = props;
  return (
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border={0} style={style ?? {}}>
      <tbody>{children}</tbody>
    </table>
  );
}

interface TextProps {
  children: Child;
  ink?: Ink;
  size?: number;
  bold?: boolean;
  above?: number;
}

/** A row with a text. */
export function Text({ children, ink = 'ink', size = 16, bold = false, above = 0 }: TextProps) {
  const style = {
    color: colours[ink],
    'font-family': FONT,
    'font-size': `${size}px`,
    'line-height': size > 20 ? '1.25' : '1.45',
    'font-weight': bold ? '700' : '400',
    'padding-top': `${above}px`,
    'overflow-wrap': 'anywhere',
  };
  return (
    <tr>
      <td class={`ink-${ink}`} style={style}>
        {children}
      </td>
    </tr>
  );
}

/** How to reach the lead and what it said about itself; labels stand above their values to fit a phone. */
export function Contact({ contact }: { contact: Story['contact'] }) {
  return contact.map(({ label, value, href }) => (
    <>
      <Text ink="soft" size={13} above={10}>
        {label}
      </Text>
      <Text>
        {href === undefined ? (
          value
        ) : (
          <a href={href} class="ink-good" style={{ color: colours.accent, 'font-weight': '600' }}>
            {value}
          </a>
        )}
      </Text>
    </>
  ));
}

export function Quote({ quote }: { quote: { text: string; note?: string } }) {
  const style = {
    background: colours.quote,
    padding: '14px 16px',
    'border-left': `4px solid ${colours.accent}`,
  };
  return (
    <tr>
      <td style={{ 'padding-top': '20px' }}>
        <Table>
          <tr>
            <td class="bg-quote" bgcolor={colours.quote} style={style}>
              <Table>
                <Text size={17}>{lines(quote.text)}</Text>
                {quote.note && (
                  <Text ink="soft" size={13} above={6}>
                    {quote.note}
                  </Text>
                )}
              </Table>
            </td>
          </tr>
        </Table>
      </td>
    </tr>
  );
}

export function SectionRows({ section }: { section: Section }) {
  return (
    <>
      <Text size={18} bold above={28}>
        {section.title}
      </Text>
      {section.intro && <Text above={4}>{section.intro}</Text>}
      {section.more && (
        <Text ink="soft" size={13} above={8}>
          … {section.more}
        </Text>
      )}
      {section.lines.map((line) => (
        <LineRow line={line} />
      ))}
    </>
  );
}

function LineRow({ line }: { line: Line }) {
  const edge = { 'border-bottom': `1px solid ${colours.line}`, padding: '8px 0' };
  const points = {
    ...edge,
    color: colours.good,
    'font-family': FONT,
    'font-size': '15px',
    'font-weight': '700',
  };
  return (
    <tr>
      <td>
        <Table>
          <tr>
            <td class="edge" style={edge}>
              <Table>
                <Text>{line.text}</Text>
                {line.note && (
                  <Text ink="soft" size={13}>
                    {line.note}
                  </Text>
                )}
              </Table>
            </td>
            {line.points && (
              <td class="edge ink-good" width="48" align="right" valign="top" style={points}>
                {line.points}
              </td>
            )}
          </tr>
        </Table>
      </td>
    </tr>
  );
}

function lines(text: string): Child[] {
  return text.split('\n').flatMap((line, index) => (index === 0 ? [line] : [<br />, line]));
}
