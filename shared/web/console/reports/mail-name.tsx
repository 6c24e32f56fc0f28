import type { MailNames } from './figures.ts';

interface Props {
  mail: string | null;
  step: string;
  /** Its language; absent for all of them together. */
  language?: string | null;
  names: MailNames;
}

/** What an inbox shows of a mail, leading to how it looks for those who may see that. */
export function MailName({ mail, step, language = null, names }: Props) {
  const name = `${names.ofMail(mail, step)}${language === null ? '' : ` (${language})`}`;
  if (mail === null || names.preview === undefined) return <>{name}</>;
  return <a href={names.preview(mail, language)}>{name}</a>;
}
