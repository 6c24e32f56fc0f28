/** The colours of the mail by role. They stand inline; only dark ones need the style sheet. */
const light = {
  page: '#f3f4f1',
  card: '#ffffff',
  ink: '#1d2321',
  soft: '#5b6662',
  line: '#e3e6e1',
  accent: '#0b6b4f',
  onAccent: '#ffffff',
  quote: '#eef5f1',
  good: '#0b6b4f',
  bad: '#a3341f',
  unknown: '#6b5a1e',
};

const dark: Partial<Record<keyof typeof light, string>> = {
  page: '#121614',
  card: '#1c2220',
  ink: '#eef2ef',
  soft: '#a7b2ad',
  line: '#333c38',
  quote: '#22302a',
  good: '#5fd0a5',
  bad: '#ff9d8a',
  unknown: '#e2c56d',
};

export type Ink = keyof typeof light;
export const colours: Readonly<Record<Ink, string>> = light;

export const FONT = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/** Styles for dark and narrow screens, which cannot stand inline. A client may ignore them. */
export const styleSheet = [
  ':root{color-scheme:light dark;supported-color-schemes:light dark}',
  '@media (max-width:480px){.side{padding-left:20px!important;padding-right:20px!important}}',
  `@media (prefers-color-scheme:dark){${Object.entries(dark)
    .map(
      ([role, value]) => `.bg-${role}{background:${value}!important}.ink-${role}{color:${value}!important}`,
    )
    .join('')}.edge{border-color:${dark.line}!important}}`,
].join('');
