import type { ToldMistake } from '../../../domain/playbook/mistake.ts';
import { PICTURES } from '../../../playbook/files/playbook-files.ts';
import { fileAddress } from './addresses.ts';
import { hasForm } from './part-names.ts';

/** Where a mistake can be put right: its field in the form of its part, or its line in the text. */
export function mistakeAddress({ file, line, field }: ToldMistake): string {
  if (file.startsWith(PICTURES)) return fileAddress(file);
  const part = file.replace(/\.yaml$/, '');
  if (field === '' || !hasForm(part)) return `${fileAddress(file)}?view=text#line-${line}`;
  const entry = /^[^.[\]]+/.exec(field)?.[0] ?? '';
  return `${fileAddress(file)}?${new URLSearchParams({ entry })}#${encodeURIComponent(field)}`;
}
