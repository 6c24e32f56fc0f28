import type { Finding, Path } from '../mistake.ts';
import type { PlaybookContent } from '../playbook.ts';
import { agreementFindings } from './agreement-checks.ts';
import { fitFindings } from './fit-checks.ts';
import { formFindings } from './form-checks.ts';
import { mailingFindings, newsletterFindings } from './mailing-checks.ts';
import { ruleFindings } from './rule-checks.ts';
import { salesFindings } from './sales-checks.ts';
import { sequenceFindings } from './sequence-checks.ts';

/** The names that one file uses of another. */
export interface KnownNames {
  fields: readonly string[];
  forms: readonly string[];
  /** What people can choose mails by. */
  subjects: readonly string[];
  mails: readonly string[];
}

type Checks = {
  [P in Exclude<keyof PlaybookContent, 'mails'>]: (part: PlaybookContent[P], names: KnownNames) => Finding[];
};

/** What is right for each setting by itself and yet cannot work together, for each part of the playbook. */
export const fileChecks: Checks = {
  scoring: ({ bands, cap, rules }, { forms }) => {
    const { guides, ads, call } = bands;
    return [
      ...when(ads <= guides, ['bands', 'ads'], `${ads} is not above guides`, `make it more than ${guides}`),
      ...when(call <= ads, ['bands', 'call'], `${call} is not above ads`, `make it more than ${ads}`),
      ...when(
        call > cap,
        ['bands', 'call'],
        `nobody gets ${call} points`,
        `make it ${cap}, the cap, at most`,
      ),
      ...ruleFindings(rules, forms),
    ];
  },

  fit: fitFindings,

  fields: (fields) =>
    RESERVED.filter((name) => name in fields).map((name) => ({
      path: [name],
      problem: 'every form has this name for something of its own',
      remedy: 'choose another name',
      atKey: true,
    })),

  forms: (forms, { fields }) =>
    Object.entries(forms).flatMap(([name, form]) => formFindings(name, form, fields)),

  agreement: agreementFindings,

  sales: salesFindings,

  mailing: mailingFindings,

  sequences: (sequences, names) =>
    Object.entries(sequences).flatMap(([name, sequence]) => sequenceFindings(name, sequence, names)),

  newsletter: newsletterFindings,
};

/** The address, the checkbox, and the question that only robots answer. */
const RESERVED = ['email', 'permission'];

function when(isWrong: boolean, path: Path, problem: string, remedy: string): Finding[] {
  return isWrong ? [{ path, problem, remedy }] : [];
}
