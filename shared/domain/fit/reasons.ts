export type FitVerdict = 'good' | 'bad' | 'unknown';

/** A reason as a code with its value: each screen says it in its own language. */
export type FitReason =
  | { code: MailCode; value: string; says: FitVerdict }
  | { code: 'employees' | AnswerCode; value: string; says: FitVerdict }
  /** The answer to one of the playbook's own criteria. */
  | { code: 'answer'; field: string; value: string; says: FitVerdict }
  | { code: 'employees-unknown'; says: 'unknown' }
  /** A good fit needs an answer to this question. */
  | { code: 'answer-unknown'; field: string; says: 'unknown' }
  /** Sales spoke with the lead and judged it. */
  | { code: 'sales'; says: 'bad' };

type MailCode = 'free-mail' | 'business-mail' | 'excluded-domain' | 'student-domain';
type AnswerCode = 'job-title' | 'postcode' | 'country' | 'sector';

/** The field that each kind of reason is about. */
const FIELDS = {
  employees: 'employees',
  'employees-unknown': 'employees',
  'job-title': 'jobTitle',
  postcode: 'postcode',
  country: 'country',
  sector: 'sector',
} as const;

/** The field that a reason is about, `email` for the address; undefined for the verdict of sales. */
export function criterionOf(reason: FitReason): string | undefined {
  if (reason.code === 'sales') return undefined;
  if ('field' in reason) return reason.field;
  return reason.code in FIELDS ? FIELDS[reason.code as keyof typeof FIELDS] : 'email';
}

/** The setting of `fit.yaml` that each kind of reason comes from, besides the playbook's own criteria. */
export const FIT_SETTINGS = {
  'free-mail': 'freeMail',
  'excluded-domain': 'excludedDomains',
  'student-domain': 'studentDomains',
  employees: 'employees',
  'employees-unknown': 'employees',
  'job-title': 'jobTitles',
  postcode: 'postcodes',
  country: 'countries',
  sector: 'sectors',
} as const;

/** The setting of `fit.yaml` that says a reason, or the field of its own criterion; undefined when none does. */
export function settingOf(reason: FitReason): string | undefined {
  if ('field' in reason) return reason.field;
  return (FIT_SETTINGS as Readonly<Record<string, string>>)[reason.code];
}
