import { Table } from './mail-parts.tsx';
import { colours, FONT } from './mail-style.ts';

interface ButtonProps {
  href: string;
  text: string;
  /** The main button is filled; the others are outlines. */
  isMain?: boolean;
}

/** Links that look like buttons, one below the other: side by side they do not fit a phone. */
export function Buttons({ buttons }: { buttons: ButtonProps[] }) {
  return (
    <Table>
      {buttons.map((button) => (
        <tr>
          <td style={{ 'padding-bottom': '10px' }}>
            <Button {...button} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** A link that looks like a button, even in clients that ignore the padding of links. */
function Button({ href, text, isMain = false }: ButtonProps) {
  const style = {
    display: 'block',
    padding: '14px 24px',
    color: isMain ? colours.onAccent : colours.accent,
    'font-family': FONT,
    'font-size': '16px',
    'font-weight': '700',
    'text-align': 'center',
    'text-decoration': 'none',
  };
  const face = {
    ...(isMain && { background: colours.accent }),
    border: `2px solid ${colours.accent}`,
    'border-radius': '8px',
  };
  return (
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border={0}>
      <tbody>
        <tr>
          <td bgcolor={isMain ? colours.accent : undefined} align="center" style={face}>
            <a href={href} class={isMain ? undefined : 'ink-good'} style={style}>
              {text}
            </a>
          </td>
        </tr>
      </tbody>
    </table>
  );
}
