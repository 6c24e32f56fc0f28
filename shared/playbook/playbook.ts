import * as z from 'zod';
import { fitSchema } from '../domain/fit/fit-rules.ts';
import { fieldSchema, formSchema, inEachLanguage } from '../domain/forms/form.ts';
import { agreementSchema } from '../domain/handover/agreement.ts';
import { salesSchema } from '../domain/handover/routing/sales-rules.ts';
import { companySchema } from '../domain/look/company.ts';
import { pictureSchema } from '../domain/look/picture.ts';
import { eventSchema } from '../domain/nurture/event/event-rules.ts';
import { mailHeadSchema } from '../domain/nurture/mail/template.ts';
import { mailingRulesSchema } from '../domain/nurture/mailing-rules.ts';
import { issueSchema, sequenceSchema } from '../domain/nurture/sequence.ts';
import { said } from '../domain/said.ts';
import { scoringSchema } from '../domain/scoring/scoring.ts';

const key = z
  .string()
  .regex(
    /^[a-zA-Z][a-zA-Z0-9-]{0,39}$/,
    said({ nl: 'Een naam heeft letters, cijfers en streepjes', en: 'A name has letters, digits and dashes' }),
  );

/** The settings of the playbook: a part for each YAML file, such as `scoring.yaml`, and the mails. */
export const playbookSchema = z.strictObject({
  /** Absent in playbooks from before there was `company.yaml`: see `companyOf`. */
  company: companySchema.optional(),
  scoring: scoringSchema,
  fit: fitSchema,
  fields: z.record(key, fieldSchema),
  forms: z.record(key, formSchema),
  agreement: agreementSchema,
  sales: salesSchema,
  mailing: mailingRulesSchema,
  sequences: z.record(key, sequenceSchema),
  newsletter: z.array(issueSchema),
  /** Webinars and seminars; a playbook without them has no such file. */
  events: z.record(key, eventSchema).optional(),
  /** What an inbox shows of each mail. The text is stored separately, because only sending reads it. */
  mails: z.record(key, inEachLanguage(mailHeadSchema)),
  /** The pictures by their path, such as `pictures/logo.png`. Absent in playbooks without any. */
  pictures: z.record(z.string(), pictureSchema).optional(),
});

/** The parts that are a YAML file each. */
export type SettingsPart = Exclude<keyof PlaybookContent, 'mails' | 'pictures'>;

/** The schema of one file, which has to be there now, also where published playbooks may lack it. */
export function partSchema(part: SettingsPart): z.ZodType {
  const schema: z.ZodType = playbookSchema.shape[part];
  return schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema;
}

export type PlaybookContent = z.infer<typeof playbookSchema>;

/** A published playbook. Versions count from 1; every score and hand-over names the version it was made with. */
export interface Playbook extends PlaybookContent {
  version: number;
}
