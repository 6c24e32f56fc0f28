export type FitVerdict = 'good' | 'bad' | 'unknown';

/** A reason as a code with its value, so that each screen can say it in its own language. */
export type FitReason =
  | { code: MailCode; value: string; says: FitVerdict }
  | { code: 'employees' | AnswerCode; value: string; says: FitVerdict }
  /** The answer to a question that the playbook names itself. */
  | { code: 'answer'; field: string; value: string; says: FitVerdict }
  | { code: 'employees-unknown'; says: 'unknown' }
  /** It takes an answer to this question to fit. */
  | { code: 'answer-unknown'; field: string; says: 'unknown' }
  /** Sales spoke with it, and said so. */
  | { code: 'sales'; says: 'bad' };

type MailCode = 'free-mail' | 'business-mail' | 'excluded-domain' | 'student-domain';
type AnswerCode = 'job-title' | 'postcode' | 'country' | 'sector';

/** The question that each kind of reason is about. */
const FIELDS = {
  employees: 'employees',
  'employees-unknown': 'employees',
  'job-title': 'jobTitle',
  postcode: 'postcode',
  country: 'country',
  sector: 'sector',
} as const;

/** The criterion a reason comes from, by the name of its question; undefined of the word of sales. */
export function criterionOf(reason: FitReason): string | undefined {
  if (reason.code === 'sales') return undefined;
  if ('field' in reason) return reason.field;
  return reason.code in FIELDS ? FIELDS[reason.code as keyof typeof FIELDS] : 'email';
}
